"""Problems as GitHub workflow annotations: shown at their line in a pull request.

GitHub shows the first ten of a step, so those of the files that a change touches come first. The
format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Collection, Iterable
from typing import Literal

from generator.model.problems import Problem
from generator.support.log_lines import harmless

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def annotations(
    problems: Iterable[Problem], changed: Collection[str] = (), site: str | None = None
) -> list[str]:
    """Return one workflow command a problem, those of changed files first.

    Each says where it is explained: on the site of that address, or by which command.

    Paths of problems and of changed files are relative to the same folder, the repository's.
    """
    first = sorted(problems, key=lambda problem: (problem.path not in changed, problem))
    return [
        annotation(
            "error",
            p.code,
            f"{p.message} ({p.way_out})\nexplained: {p.explained_at(site)}",
            file=p.path,
            line=str(p.line),
            col=str(p.column),
        )
        for p in first
    ]


def annotation(
    level: Literal["error", "warning", "notice"], title: str, message: str, **place: str
) -> str:
    """Return a workflow command; no text in it can end it or begin another."""
    properties = {**place, "title": title}
    written = ",".join(
        f"{key}={harmless(value).translate(_PROPERTY)}" for key, value in properties.items()
    )
    return f"::{level} {written}::{harmless(message).translate(_DATA)}"
