"""The sources as BibLaTeX entries, whose `date` is EDTF.

Of one of several days, `date` has the month or the years that they share, for no program reads sets
of dates. Whatever is no plain date stands in words, in `note`.
"""

import re
from collections.abc import Iterator

from generator.exports.base import Format
from generator.exports.reference_dates import Numbers, reference_date
from generator.model.dates import Date
from generator.model.output import Output
from generator.model.records import Chronology, Source
from generator.rendering.language import Language, language_of
from generator.rendering.language.reference_words import archived_at, capture_words, named
from generator.support.cache import Cache
from generator.support.escape import as_tex, as_tex_url

PATH = "data/sources.bib"
_TIME = re.compile("T[^/]*")
_ENTRIES = {
    "article": ("article", "journaltitle"),
    "report": ("report", "institution"),
    "dataset": ("dataset", "publisher"),
    "book": ("book", "publisher"),
}
"""The entry that a kind of source is, and the field that names its outlet there."""


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield `data/sources.bib`."""
    language = language_of(chronology)

    def content() -> str:
        return "\n".join(_entry(source, language) for source in chronology.sources.values())

    yield Output(PATH, content, chronology.folder)


def _entry(source: Source, language: Language) -> str:
    """Return a source as an entry of BibLaTeX, without what is not known."""
    published = source.published
    entry, publishes = _ENTRIES.get(source.kind, ("misc", "organization"))
    is_plain = published.is_whole and not published.time
    words = [] if is_plain else [language.grammar.date_words(published)]
    fields = {
        "author": f"{{{as_tex(source.author)}}}" if source.author else "",
        "title": f"{{{as_tex(source.title)}}}" if source.title else "",  # capitals stay
        # Of a newspaper, programs show the day, not the month alone.
        "entrysubtype": "newspaper" if entry == "article" else "",
        "type": "report" if entry == "report" else "",
        publishes: as_tex(source.outlet),
        "date": _date(published),
        "note": as_tex("; ".join([*words, *capture_words(language, source)])),
        "url": as_tex_url(source.url or ""),
        "urldate": source.accessed.isoformat() if source.accessed else "",
        "language": as_tex(named(language, source.language or "")),
        "addendum": archived_at(language, source.archive_url or ""),
    }
    lines = [f"  {key} = {{{value}}},\n" for key, value in fields.items() if value]
    return f"@{entry}{{{source.id},\n{''.join(lines)}}}\n"


def _date(when: Date) -> str:
    """Return a date as programs read it: EDTF where they do, else its ends as far as it is known.

    Biber reads no sets, unknown days and times. Of others, some lose decades and open ends, and
    some fail over a range with one end known to the day and one that is not.
    """
    ends = _TIME.sub("", when.text).replace("-XX", "").split("/")
    is_range_of_two_kinds = len({end.count("-") for end in ends}) > 1
    if when.choices or is_range_of_two_kinds or ".." in ends or "X" in ends[0]:
        return "/".join(map(_written, reference_date(when).ends))
    return "/".join(dict.fromkeys(ends))


def _written(numbers: Numbers) -> str:
    return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])


FORMAT = Format(
    "References (BibLaTeX)", "The sources, for use in LaTeX.", "application/x-bibtex", write
)
