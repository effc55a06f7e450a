"""What a new record may already be: ids that match some words, and events that look the same."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import NamedTuple

from generator.model.dates import Date
from generator.model.problems import nearest
from generator.model.records import Actor, Chronology, Event, Place, Record
from generator.model.references import acting_in
from generator.rendering.language import ENGLISH

NEAR = timedelta(days=3)
"""Events no further apart may be the same one."""
_NARROW = timedelta(days=10)
_MOST = 8


class Twin(NamedTuple):
    """An event that a new one may be, and what speaks for it."""

    event: Event
    reasons: tuple[str, ...]


def matching(words: str, records: Mapping[str, object]) -> list[str]:
    """Ids of records that hold all the words in their id, name or spellings; else the nearest."""
    wanted = words.casefold().replace("-", " ").split()
    found = [
        id
        for id, record in records.items()
        if wanted and all(word in _known_as(id, record) for word in wanted)
    ]
    if found:
        return sorted(found)[:_MOST]
    return [id for id in sorted(records) if f"{id!r}" in nearest("-".join(wanted), records)]


def twins(
    chronology: Chronology, date: Date, places: Collection[str], actors: Collection[str]
) -> list[Twin]:
    """Events near in date with the same place or a shared actor; those that share most first.

    Where a date is wide, near says little: then place and actor must both be shared.
    """
    found = []
    for event in chronology.events:
        if not _near(event.date, date):
            continue
        shared_places = sorted({*event.places} & {*places})
        shared_actors = sorted(acting_in(event).keys() & {*actors})
        is_narrow = _width(event.date) <= _NARROW and _width(date) <= _NARROW
        if (shared_places and shared_actors) or (is_narrow and (shared_places or shared_actors)):
            reasons = [ENGLISH.grammar.date_words(event.date)]
            reasons += [f"same place: {', '.join(shared_places)}"] if shared_places else []
            reasons += [f"shared actor: {', '.join(shared_actors)}"] if shared_actors else []
            found.append(Twin(event, tuple(reasons)))
    return sorted(found, key=lambda twin: -len(twin.reasons))


def _known_as(id: str, record: object) -> str:
    names = [id.replace("-", " ")]
    if isinstance(record, Record):
        names += [str(getattr(record, key, None) or "") for key in ("name", "outlet", "title")]
    if isinstance(record, Actor | Place):
        names += record.also
    return "\n".join(names).casefold()


def _near(a: Date, b: Date) -> bool:
    first, second = sorted((a, b), key=lambda date: date.anchor)
    return second.anchor - (first.latest or first.anchor) <= NEAR


def _width(date: Date) -> timedelta:
    if date.earliest is None or date.latest is None:
        return timedelta.max
    return date.latest - date.earliest
