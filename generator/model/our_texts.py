"""Every text of a chronology that is in our own words: what the rules of wording hold for.

Which texts these are, the types of the fields say: see `Voice`.
"""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from generator.model.layout import SETTINGS_FILE
from generator.model.problems import Location
from generator.model.records import Chronology, Event, Record
from generator.model.scalars import Voice

TO_BE_WRITTEN = "To be written."
"""What stands where a text is still missing; the event is a draft then."""


class TextInRecord(NamedTuple):
    """A text in our own words, and where it stands."""

    path: str
    """The file, as problems show it."""
    location: Location
    text: str


def our_texts(chronology: Chronology) -> Iterator[TextInRecord]:
    """Yield every text in our own words: of the events, the registries, and chronology.yml."""
    for event in chronology.events:
        yield from our_texts_of_event(event)
    yield from our_texts_beside_events(chronology)


def our_texts_of_event(event: Event) -> list[TextInRecord]:
    """Return every text in our own words of an event."""
    return _in_record(event.path, (), event)


def our_texts_beside_events(chronology: Chronology) -> Iterator[TextInRecord]:
    """Yield those of what is withheld, of the registries, and of chronology.yml."""
    for withheld in chronology.withheld:
        yield from _in_record(withheld.path, (), withheld)
    for records in (chronology.actors, chronology.places, chronology.sources):
        for record_id, record in records.items():
            yield from _in_record(record.path, (record_id,), record)
    yield from _in_record(chronology.file(SETTINGS_FILE), (), chronology.settings)


def voices(annotation: Any) -> frozenset[Voice]:
    """Return whose words a field holds, by its annotation; empty where it holds no text."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return frozenset()
    own = {part for part in getattr(annotation, "__metadata__", ()) if isinstance(part, Voice)}
    inner = get_args(annotation)
    if get_origin(annotation) is Annotated:
        inner = inner[:1]
    return frozenset(own).union(*(voices(part) for part in inner if not isinstance(part, Voice)))


@cache
def _fields(record: type) -> tuple[tuple[str, bool], ...]:
    """Return the fields that hold texts of ours, be it in records, and whether they do directly.

    What is no record has none.
    """
    if not issubclass(record, Record):
        return ()
    hints = get_type_hints(record, include_extras=True)
    fields = [(name, Voice.OURS in voices(hints[name])) for name in record.model_fields]
    return tuple((name, ours) for name, ours in fields if ours or _holds_ours(hints[name]))


def _holds_ours(annotation: Any) -> bool:
    """Return whether a record that holds texts of ours stands in a field."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return bool(_fields(annotation))
    return any(_holds_ours(part) for part in get_args(annotation))


def _in_record(path: str, location: Location, record: Record) -> list[TextInRecord]:
    texts: list[TextInRecord] = []
    _gather(texts, path, location, record, ours=False)
    return texts


def _gather(
    texts: list[TextInRecord], path: str, location: Location, value: Any, ours: bool
) -> None:
    """Put the texts of ours in a value into the list; `ours` where the value itself holds them."""
    kind: Any = type(value)
    if kind is str:
        if ours:
            texts.append(TextInRecord(path, location, value))
    elif kind is tuple:
        for n, item in enumerate(value):
            _gather(texts, path, (*location, n), item, ours)
    elif kind is dict:
        for key, item in value.items():
            _gather(texts, path, (*location, key), item, ours)
    else:
        for name, holds_ours in _fields(kind):
            if item := getattr(value, name):
                _gather(texts, path, (*location, name), item, holds_ours)
