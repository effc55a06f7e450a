"""The whole chronology as one JSON file, and each event as one.

Keys are as in the YAML, references stay ids, what is absent is left out; added is what the
generator computes: addresses, dates in words and as ISO days, account ids, units, quotations for
programs to find, differences, counts. Vocabularies are lists, as the registries are.
`data/chronology.schema.json` describes the shape.
"""

import io
from collections.abc import Iterable, Iterator
from typing import Any

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
from generator.exports.quote_selectors import quotes
from generator.model.output import Output
from generator.model.permalinks import event_json, event_url, site_url
from generator.model.records import Chronology, Event, WithheldEvent
from generator.rendering.language import language_of
from generator.support.cache import Cache


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield `events/<id>/event.json` for each event, then `data/chronology.json` with all."""
    differences_of = cache.per_event(differences, chronology.events, is_shared=True)

    def event_file(event: Event) -> Output:
        text = json_document(_event_document(event, chronology, differences_of[event.id]))
        output = Output(event_json(event.id), f"{_HEAD}{text[2:]}\n", event.path)
        return output.put_aside(cache)

    outputs = cache.per_event(
        event_file, chronology.events, chronology.settings, chronology.sources
    )
    yield from outputs.values()
    for withheld in chronology.withheld:
        text = json_document(_withheld(withheld, chronology))
        yield Output(event_json(withheld.id), f"{_HEAD}{text[2:]}\n", withheld.path)

    def whole() -> bytes:
        place = [Json(_EVENTS)] if outputs else []
        before, _, after = json_document(_document(chronology, place)).partition(_EVENTS)
        content = io.BytesIO(before.encode())
        content.seek(0, io.SEEK_END)
        for n, output in enumerate(outputs.values()):  # all at once would be a copy of them all
            event = str(output.content)[len(_HEAD) : -1]
            content.write((",\n  {\n" if n else "{\n").encode() + event.encode())
        content.write(f"{after}\n".encode())
        return content.getvalue()

    yield Output("data/chronology.json", whole, chronology.folder)


_EVENTS = "\0"
"""Stands for all events; no JSON has this character."""
_HEAD = f'{{\n "format": {FORMAT_VERSION},\n'


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
    event: Event, chronology: Chronology, event_differences: Iterable[Difference]
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
    if plain_differences := [difference._asdict() for difference in event_differences]:
        values["differences"] = plain_differences
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
