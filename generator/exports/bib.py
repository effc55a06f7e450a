"""The sources as BibLaTeX entries, whose `date` is EDTF.

BibLaTeX knows no sets of dates: one of several days stands in words, in `note`, without a `date`.
"""

from collections.abc import Iterator

from generator.exports.base import Format
from generator.model.output import Output
from generator.model.records import Chronology, Source
from generator.rendering.language import ENGLISH
from generator.support.cache import Cache
from generator.support.escape import as_tex, as_tex_url

PATH = "data/sources.bib"


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield `data/sources.bib`."""
    entries = [_entry(source) for source in chronology.sources.values()]
    yield Output(PATH, "\n".join(entries), chronology.folder)


def _entry(source: Source) -> str:
    """Return a source as an entry of BibLaTeX, without what is not known."""
    published = source.published
    fields = {
        "title": as_tex(source.title or ""),
        "journaltitle": as_tex(source.outlet),
        "date": "" if published.choices else published.text,
        "note": as_tex(ENGLISH.grammar.date_words(published)) if published.choices else "",
        "url": as_tex_url(source.url or ""),
        "addendum": rf"Archived at \url{{{as_tex_url(source.archive_url)}}}"
        if source.archive_url
        else "",
    }
    lines = [f"  {key} = {{{value}}},\n" for key, value in fields.items() if value]
    return f"@article{{{source.id},\n{''.join(lines)}}}\n"


FORMAT = Format(
    "References (BibLaTeX)", "The sources, for use in LaTeX.", "application/x-bibtex", write
)
