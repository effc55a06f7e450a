"""The sources as CSL JSON, for programs that manage references.

Its dates are parts of a calendar date, `circa` where there is doubt. No `literal`: processors show
"n.d." for it. The words and the EDTF stand in the note, and so does who kept the archived text: the
field `archive` is for a collection, and styles print it as one.
"""

from collections.abc import Iterator
from typing import Any

from generator.exports.base import Format
from generator.exports.json_records import json_document
from generator.exports.reference_dates import reference_date
from generator.model.dates import Date
from generator.model.output import Output
from generator.model.records import Chronology, Source
from generator.rendering.language import Language, language_of
from generator.rendering.language.reference_words import capture_words
from generator.support.cache import Cache

PATH = "data/sources.csl.json"
_TYPES = {
    "article": "article-newspaper",
    "report": "report",
    "statement": "speech",
    "post": "post",
    "video": "motion_picture",
    "image": "graphic",
    "document": "document",
    "dataset": "dataset",
    "book": "book",
    "interview": "interview",
}


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield `data/sources.csl.json`."""
    language = language_of(chronology)

    def content() -> str:
        items = ",\n".join(
            json_document(_item(source, language)) for source in chronology.sources.values()
        )
        return f"[\n{items}\n]\n" if items else "[]\n"

    yield Output(PATH, content, chronology.folder)


def issued(when: Date) -> dict[str, Any]:
    """Return a date as CSL has it, without a day that was not given."""
    known = reference_date(when)
    parts: dict[str, Any] = {"date-parts": [list(numbers) for numbers in known.ends]}
    return {**parts, "circa": True} if known.is_rough else parts


def _item(source: Source, language: Language) -> dict[str, Any]:
    """Return a source as an item of CSL, without what is not known."""
    publishes = "publisher" if source.kind in ("report", "dataset", "book") else "container-title"
    accessed = source.accessed
    item = {
        "id": source.id,
        "type": _TYPES[source.kind],
        "author": [{"literal": source.author}] if source.author else None,
        "title": source.title,
        publishes: source.outlet,
        "issued": issued(source.published),
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]}
        if accessed
        else None,
        "URL": source.url,
        "archive_location": source.archive_url,
        "language": source.language,
        "note": "; ".join(
            [*_published(source.published, language), *capture_words(language, source)]
        ),
    }
    return {key: value for key, value in item.items() if value}


def _published(when: Date, language: Language) -> list[str]:
    """Return a date that CSL cannot tell, in words and as EDTF.

    No `key: value`, which programs read as a field.
    """
    if when.is_whole and not when.time:
        return []
    words = language.grammar.date_words(when)
    return [language.gettext("Published %(date)s (EDTF %(edtf)s)", date=words, edtf=when.text)]


FORMAT = Format(
    "References (CSL JSON)",
    "The sources, for Zotero, pandoc and other programs that manage references.",
    "application/json",
    write,
)
