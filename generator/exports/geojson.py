"""GeoJSON (RFC 7946): each event at each of its places, no more exactly than the place is known."""

from collections.abc import Iterator
from typing import Any

from generator.exports.base import Format
from generator.exports.json_records import json_document, json_line, without_empty
from generator.model.coordinates import published_coordinates
from generator.model.output import Output
from generator.model.permalinks import event_url, site_url
from generator.model.records import Chronology, Event
from generator.rendering.language import language_of
from generator.support.cache import Cache

PATH = "data/places.geojson"


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield `data/places.geojson`."""

    def content() -> str:
        features = [
            json_line(feature)
            for event in chronology.events
            for feature in _features(chronology, event)
        ]
        return f"{json_document({'type': 'FeatureCollection', 'features': features})}\n"

    yield Output(PATH, content, chronology.folder)


def _features(chronology: Chronology, event: Event) -> Iterator[dict[str, Any]]:
    """Yield a feature for each place of an event; one without geometry where it has no place."""
    properties = without_empty(
        {
            "event": event.id,
            "title": event.title,
            "url": site_url(chronology, event_url(event.id), "../"),
            "kind": event.kind,
            "status": event.status,
            "date": event.date,
            "date_text": language_of(chronology).grammar.date_words(event.date),
            "earliest": event.date.earliest,
            "latest": event.date.latest,
            "accounts": len(event.accounts),
            "same_as": event.same_as,
        }
    )
    if not event.places:
        yield {"type": "Feature", "id": event.id, "geometry": None, "properties": properties}
    for id in dict.fromkeys(event.places):
        place = chronology.places[id]
        has_point = place.lat is not None
        yield {
            "type": "Feature",
            "id": f"{event.id}/{id}",
            "geometry": {"type": "Point", "coordinates": published_coordinates(place)}
            if has_point
            else None,
            "properties": {
                **properties,
                **without_empty(
                    {
                        "place": id,
                        "name": place.name,
                        "names": place.names,
                        "precision": place.precision,
                        "place_same_as": place.same_as,
                    }
                ),
            },
        }


FORMAT = Format(
    "Map",
    "Each event at each of its places, for a map or a geographic information system. Coordinates "
    "are rounded to what is known of the place.",
    "application/geo+json",
    write,
)
