"""The whole chronology as one JSON file, and each event as one.

Keys are as in the YAML, references stay ids, what is absent is left out; added is what the
generator computes: addresses, dates in words and as ISO days, account ids, units, quotations for
programs to find, differences, counts. Vocabularies are lists, as the registries are.
`data/chronology.schema.json` describes the shape.
"""

import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from generator.analysis.differences import Difference, differences
from generator.exports.base import Format
from generator.exports.json_records import (
    EVENT_KEYS,
    FORMAT_VERSION,
    VOCABULARIES,
    Json,
    json_document,
    record_to_plain,
    without_empty,
)
from generator.exports.plain_differences import PlainDifference, plain_differences
from generator.exports.quote_selectors import quotes
from generator.model.output import Output
from generator.model.permalinks import event_json, event_url, site_url
from generator.model.records import Chronology, Event, WithheldEvent
from generator.rendering.language import language_of
from generator.support.cache import Cache

PATH = "data/chronology.json"
_EVENTS = "\0"
"""Stands for all events; no JSON has this character."""
_HEAD = f'{{\n "format": {FORMAT_VERSION},\n'


class _Whole(NamedTuple):
    """The JSON of the chronology, and where in it the text of each event stands, by its id."""

    content: bytes
    places: Mapping[str, slice]


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield `events/<id>/event.json` for each event, then `data/chronology.json` with all."""
    if cache.is_lasting:
        files = _kept_files(chronology, cache)

        def content() -> bytes:
            texts = (str(output.content)[len(_HEAD) : -1] for output in files)
            return _joined(chronology, texts).content

    else:
        files = [
            Output(event_json(event.id), partial(_cut_out, chronology, cache, event.id), event.path)
            for event in chronology.events
        ]

        def content() -> bytes:
            whole = _whole(chronology, cache)
            cache.let_go(__name__, PATH)  # the events stand before it, and are read
            return whole.content

    yield from files
    for withheld in chronology.withheld:
        text = json_document(_withheld(withheld, chronology))
        yield Output(event_json(withheld.id), f"{_HEAD}{text[2:]}\n", withheld.path)
    yield Output(PATH, content, chronology.folder)


def _kept_files(chronology: Chronology, cache: Cache) -> Collection[Output]:
    """Return the files of events; that of one which is as it was in the last build is that one."""
    by_event = cache.per_event(differences, chronology.events, is_shared=True)

    def event_file(event: Event) -> Output:
        text = _event_text(event, chronology, by_event[event.id])
        return Output(event_json(event.id), f"{_HEAD}{text}\n", event.path).put_aside(cache)

    inputs = chronology.settings, chronology.sources
    return cache.per_event(event_file, chronology.events, *inputs).values()


def _cut_out(chronology: Chronology, cache: Cache, id: str) -> str:
    """Return the file of an event, whose text is made once, for the whole."""
    whole = _whole(chronology, cache)
    return f"{_HEAD}{whole.content[whole.places[id]].decode()}\n"


def _whole(chronology: Chronology, cache: Cache) -> _Whole:
    def make() -> _Whole:
        by_event = zip(chronology.events, plain_differences(chronology, cache), strict=True)
        return _joined(chronology, (_event_text(event, chronology, d) for event, d in by_event))

    return cache.get(__name__, PATH, (chronology,), make, is_shared=True)


def _joined(chronology: Chronology, texts: Iterable[str]) -> _Whole:
    """Return the whole from the text of each event, in their order."""
    place = [Json(_EVENTS)] if chronology.events else []
    before, _, after = json_document(_document(chronology, place)).partition(_EVENTS)
    content = io.BytesIO()
    places: dict[str, slice] = {}
    content.write(before.encode())
    for event, text in zip(chronology.events, texts, strict=True):
        content.write(b",\n  {\n" if places else b"{\n")
        start = content.tell()
        places[event.id] = slice(start, start + content.write(text.encode()))
    content.write(f"{after}\n".encode())
    return _Whole(content.getvalue(), places)


def _event_text(
    event: Event, chronology: Chronology, event_differences: Iterable[PlainDifference]
) -> str:
    """Return an event as JSON, without the line that opens it."""
    document = json_document(_event_document(event, chronology, event_differences))
    return document.removeprefix("{\n")


def _document(chronology: Chronology, events: list[Json]) -> dict[str, Any]:
    """Return the chronology as plain data; `events` are JSON already."""
    settings = record_to_plain(chronology.settings)
    settings.pop("format", None)  # that of the YAML, of which nothing is left
    vocabularies = {
        name: [{"id": id, **term} for id, term in settings.pop(name, {}).items()]
        for name in VOCABULARIES
    }
    return {
        "format": FORMAT_VERSION,
        **settings,
        "counts": {
            "events": len(chronology.events),
            "accounts": sum(len(event.accounts) for event in chronology.events),
            "sources": len(chronology.sources),
        },
        **vocabularies,
        "events": events,
        "actors": [record_to_plain(actor) for actor in chronology.actors.values()],
        "places": [record_to_plain(place) for place in chronology.places.values()],
        "sources": [record_to_plain(source) for source in chronology.sources.values()],
        **without_empty(
            {"withheld": [_withheld(event, chronology) for event in chronology.withheld]}
        ),
    }


def _withheld(event: WithheldEvent, chronology: Chronology) -> dict[str, Any]:
    """Return what is left of an event that was taken back, as plain data."""
    return {
        "id": event.id,
        "url": site_url(chronology, event_url(event.id)),
        "withheld": record_to_plain(event.withheld),
    }


def _event_document(
    event: Event, chronology: Chronology, event_differences: Iterable[PlainDifference]
) -> dict[str, Any]:
    """Return an event as plain data, with what is computed, in the order of `EVENT_KEYS`."""
    date = event.date
    computed = {
        "url": site_url(chronology, event_url(event.id)),
        "date_text": language_of(chronology).grammar.date_words(date),
        "earliest": date.earliest,
        "latest": date.latest,
        "anchor": date.anchor,
    }
    values = without_empty({**event.__dict__, **computed})
    if plain := [dict(zip(Difference._fields, d, strict=True)) for d in event_differences]:
        values["differences"] = plain
    measures = chronology.settings.measures
    for account, record in zip(values["accounts"], event.accounts, strict=True):
        if quoted := quotes(record, chronology.sources.get(record.source)):
            account["quotes"] = quoted
        for figure in account.get("figures", ()):
            measure = measures.get(figure["measure"])
            if measure is not None and measure.unit is not None:
                figure["unit"] = measure.unit
    return {key: values[key] for key in EVENT_KEYS if key in values}


FORMAT = Format(
    "JSON",
    "Everything, in one file and in one file for each event (linked from its page), with the "
    "differences that the generator finds. A JSON Schema describes every key.",
    "application/json",
    write,
)
