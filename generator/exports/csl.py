"""The sources as CSL JSON, for programs that manage references.

Its dates are parts of a calendar date, `circa` where there is doubt; what they cannot tell is
`literal`, in our words, and the EDTF stands in the note.
"""

from collections.abc import Iterator
from typing import Any

from generator.exports.base import Format
from generator.exports.json_records import json_document
from generator.model.dates import Date
from generator.model.output import Output
from generator.model.records import Chronology, Source
from generator.rendering.language import ENGLISH
from generator.support.cache import Cache

PATH = "data/sources.csl.json"


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield `data/sources.csl.json`."""
    items = ",\n".join(json_document(_item(source)) for source in chronology.sources.values())
    yield Output(PATH, f"[\n{items}\n]\n" if items else "[]\n", chronology.folder)


def issued(when: Date) -> dict[str, Any]:
    """Return a date as CSL has it, without a day that was not given."""
    ends = [when.start] if when.kind == "moment" else [when.start, when.end]
    if when.choices or any(end.earliest is None or end.unknown_day for end in ends):
        return {"literal": ENGLISH.grammar.date_words(when)}
    parts: dict[str, Any] = {"date-parts": [list(end.numbers()) for end in ends]}
    if any(end.approximate or end.uncertain for end in ends):
        parts["circa"] = True
    return parts


def _item(source: Source) -> dict[str, Any]:
    """Return a source as an item of CSL, without what is not known."""
    item = {
        "id": source.id,
        "type": "article-newspaper",
        "title": source.title,
        "container-title": source.outlet,
        "issued": issued(source.published),
        "URL": source.url,
        "archive_location": source.archive_url,
        "language": source.language,
        "note": None if source.published.is_day else f"issued: {source.published.text}",
    }
    return {key: value for key, value in item.items() if value}


FORMAT = Format(
    "References (CSL JSON)",
    "The sources, for Zotero, pandoc and other programs that manage references.",
    "application/json",
    write,
)
