"""The whole chronology as one JSON file.

Keys are as in the YAML, references stay ids, what is absent is left out; added is what the
generator computes: addresses, dates in words and as ISO days, account ids, differences, counts.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urljoin

from pydantic import BaseModel

from generator.dates import Date
from generator.differences import Difference, differences
from generator.model import Chronology, Event


def render(chronology: Chronology) -> str:
    """The file's text: JSON with an indent of one space, so that changes can be read."""
    return json.dumps(document(chronology), ensure_ascii=False, indent=1) + "\n"


def document(chronology: Chronology) -> dict[str, Any]:
    """The chronology as plain data."""
    events = chronology.events
    return {
        **_given({"title": chronology.facts.title, "licence": chronology.facts.licence}),
        "counts": {
            "events": len(events),
            "accounts": sum(len(event.accounts) for event in events),
            "sources": len(chronology.sources),
        },
        "events": [event_document(event, chronology.facts.url or "") for event in events],
        "actors": [_record(actor) for actor in chronology.actors.values()],
        "places": [_record(place) for place in chronology.places.values()],
        "sources": [_record(source) for source in chronology.sources.values()],
    }


def event_document(event: Event, site: str) -> dict[str, Any]:
    """One event as plain data; its address is below that of the site."""
    return _given(
        {
            "id": event.id,
            "url": urljoin(site, f"events/{event.id}/"),
            "title": event.title,
            "added": event.added,
            "date": event.date,
            "date_text": event.date.words,
            "earliest": event.date.earliest,
            "latest": event.date.latest,
            "anchor": event.date.anchor,
            "date_basis": event.date_basis,
            "kind": event.kind,
            "status": event.status,
            "summary": event.summary,
            "actors": event.actors,
            "places": event.places,
            "part_of": event.part_of,
            "follows": event.follows,
            "accounts": event.accounts,
            "differences": [_difference(found) for found in differences(event)],
            "unknowns": event.unknowns,
            "corrections": event.corrections,
        }
    )


def _difference(found: Difference) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "verdict": found.verdict,
        "on": found.on,
        "accounts": list(found.accounts),
    }


def _record(record: BaseModel) -> dict[str, Any]:
    """A record with its keys in the order of the model."""
    return _given({name: getattr(record, name) for name in type(record).model_fields})


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    """Plain data without what is absent, false or empty."""
    plain = {str(key): _plain(value) for key, value in values.items()}
    # A figure of 0 is a figure.
    return {
        key: value for key, value in plain.items() if value or (value == 0 and value is not False)
    }


def _plain(value: Any) -> Any:
    match value:
        case Date():
            return value.text
        case date():
            return value.isoformat()
        case BaseModel():
            return _record(value)
        case Mapping():
            return _given(value)
        case tuple() | list():
            return [_plain(item) for item in value]
    return value
