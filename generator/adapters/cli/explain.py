"""`explain`: what a problem's code means and how it is mended, from the page of problems."""

import re
from pathlib import Path

import click

from generator.adapters.cli.log import echo

_PAGE = Path(__file__).parents[2] / "rendering/handwritten/problems.md"


@click.command()
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
def explain(codes: tuple[str, ...]) -> None:
    """Explain the codes of problems, each with an example and its mend.

    \b
    Examples:
      chronology explain E301
      chronology explain E205 E401

    Exit codes: 0 explained, 2 there is no such code.
    """
    sections = _sections()
    if unknown := [code for code in codes if code.upper() not in sections]:
        raise click.UsageError(f"there is no code {unknown[0]!r}: codes are E101 and its like")
    echo("\n\n".join(sections[code] for code in dict.fromkeys(map(str.upper, codes))))


def _sections() -> dict[str, str]:
    """Return what the page says of each code."""
    parts = re.split(r"(?m)^##+ (.*)$", _PAGE.read_text("utf-8"))
    titled = zip(parts[1::2], parts[2::2], strict=True)
    return {title: f"{title}\n\n{text.strip()}" for title, text in titled if title[:1] == "E"}
