"""The sources as BibLaTeX entries, whose `date` is EDTF.

BibLaTeX knows no sets of dates: one of several days stands in words, in `note`, without a `date`.
"""

import re
from collections.abc import Iterator

from generator.exports.base import Format
from generator.model.output import Output
from generator.model.records import Chronology, Source
from generator.support.cache import Cache

PATH = "data/sources.bib"
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_MEANING = re.compile(r"[\\{}%&$#_~^]")


def files(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """`data/sources.bib`."""
    entries = [_entry(source) for source in chronology.sources.values()]
    yield Output(PATH, "\n".join(entries), chronology.folder)


def _entry(source: Source) -> str:
    published = source.published
    fields = {
        "title": _text(source.title or ""),
        "journaltitle": _text(source.outlet),
        "date": "" if published.choices else published.text,
        "note": _text(published.words) if published.choices else "",
        "url": _address(source.url or ""),
        "addendum": rf"Archived at \url{{{_address(source.archive_url)}}}"
        if source.archive_url
        else "",
    }
    lines = [f"  {key} = {{{value}}},\n" for key, value in fields.items() if value]
    return f"@article{{{source.id},\n{''.join(lines)}}}\n"


def _text(value: str) -> str:
    return _MEANING.sub(lambda found: _SPECIAL[found[0]], value)


def _address(url: str) -> str:
    return url.replace("{", "%7B").replace("}", "%7D")


FORMAT = Format(
    "References (BibLaTeX)", "The sources, for use in LaTeX.", "application/x-bibtex", files
)
