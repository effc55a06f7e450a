"""One table of all that is needed to work with figures, without joining others.

Coordinates are those of the one place of an event, rounded to what is known of it. An event with
several places has none here: which of them a figure counts, no account says.
"""

from generator.exports.columns import Cell, Column, iso
from generator.model.coordinates import published_coordinates
from generator.model.records import Account, Chronology, Event
from generator.rendering.language import language_of

_VALUES = (
    ("title", "string", "What happened."),
    ("kind", "string", "What sort of event."),
    ("date_text", "string", "The date of the event in English, with every doubt."),
    ("earliest", "date", "The first possible day of the event; nothing at an open start."),
    ("latest", "date", "The last possible day of the event; nothing at an open end."),
    ("place", "string", "Where, by name; several are parted by ' · '."),
    ("lat", "decimal", "Degrees north of the one place of the event, WGS 84."),
    ("lon", "decimal", "Degrees east of the one place of the event, WGS 84."),
    ("outlet", "string", "Who published the account."),
    ("source", "string", "The source of the account."),
    ("published", "string", "When the source was published, in EDTF."),
    ("speaker", "string", "Who first said it, by name; nothing in the outlet's own voice."),
)
FLAT_COLUMNS = tuple(
    Column(
        name,
        datatype,  # type: ignore[arg-type]
        about,
        is_computed=True,
        refers_to="sources" if name == "source" else None,
    )
    for name, datatype, about in _VALUES
)


def flat_head(chronology: Chronology, event: Event) -> list[Cell]:
    """Return the cells that all figures of an event share."""
    places = [chronology.places[id] for id in dict.fromkeys(event.places)]
    lat: float | None = None
    lon: float | None = None
    if len(places) == 1 and places[0].lat is not None:
        lon, lat = published_coordinates(places[0])
    date = event.date
    return [
        event.title,
        chronology.settings.kinds[event.kind].name,
        language_of(chronology).grammar.date_words(date),
        iso(date.earliest),
        iso(date.latest),
        " · ".join(place.name for place in places) or None,
        lat,
        lon,
    ]


def flat_source(chronology: Chronology, account: Account) -> list[Cell]:
    """Return the cells that all figures of an account share."""
    source = chronology.sources[account.source]
    speaker = chronology.actors[account.according_to[0]].name if account.according_to else None
    return [source.outlet, source.id, source.published.text, speaker]
