"""Find existing records that a new one may duplicate: ids that match some words, similar events."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import NamedTuple

from generator.model.dates import Date
from generator.model.problems import nearest
from generator.model.records import Actor, Chronology, Event, Place, Record
from generator.model.references import acting_in
from generator.rendering.language import ENGLISH
from generator.support.fold import fold

MAX_DAYS_APART = timedelta(days=3)
"""Events no further apart may be the same one."""
PRECISE_DATE = timedelta(days=10)
"""A date within so many days is precise enough for its nearness to mean something."""
_MOST_SUGGESTED = 8


class PossibleDuplicate(NamedTuple):
    """An event that a new one may be, and what speaks for it."""

    event: Event
    reasons: tuple[str, ...]


def suggest_ids(words: str, records: Mapping[str, object]) -> list[str]:
    """Return ids of records that hold all the words in their id, name or spellings, in order.

    Where none does, the id nearest in spelling, if there is one.
    """
    wanted = fold(words).split()
    matching = [
        id
        for id, record in records.items()
        if wanted and all(word in _known_as(id, record) for word in wanted)
    ]
    if matching:
        return sorted(matching)[:_MOST_SUGGESTED]
    return [id for id in sorted(records) if f"{id!r}" in nearest("-".join(wanted), records)]


def possible_duplicates(
    chronology: Chronology, date: Date, places: Collection[str], actors: Collection[str]
) -> list[PossibleDuplicate]:
    """Return events near in date with the same place or a shared actor, the most similar first.

    Where a date is wide, nearness says little: then a place and an actor must both be shared.
    """
    duplicates = []
    for event in chronology.events:
        if not _are_near(event.date, date):
            continue
        shared_places = sorted({*event.places} & {*places})
        shared_actors = sorted(acting_in(event).keys() & {*actors})
        are_precise = _width(event.date) <= PRECISE_DATE and _width(date) <= PRECISE_DATE
        enough = any if are_precise else all
        if enough((shared_places, shared_actors)):
            reasons = [ENGLISH.grammar.date_words(event.date)]
            reasons += [f"same place: {', '.join(shared_places)}"] if shared_places else []
            reasons += [f"shared actor: {', '.join(shared_actors)}"] if shared_actors else []
            duplicates.append(PossibleDuplicate(event, tuple(reasons)))
    return sorted(duplicates, key=lambda duplicate: -len(duplicate.reasons))


def _known_as(id: str, record: object) -> str:
    """Return everything by which a record may be searched for, without capitals."""
    names = [id.replace("-", " ")]
    if isinstance(record, Record):
        names += [str(getattr(record, key, None) or "") for key in ("name", "outlet", "title")]
    if isinstance(record, Actor | Place):
        names += [*record.also, *record.names.values()]
    return fold("\n".join(names))


def _are_near(a: Date, b: Date) -> bool:
    """Return whether the later date begins soon after the end of the earlier one, or before it."""
    first, second = sorted((a, b), key=lambda date: date.anchor)
    return second.anchor - (first.latest or first.anchor) <= MAX_DAYS_APART


def _width(date: Date) -> timedelta:
    """Return how far apart the ends of a date are; the longest time where one is open."""
    if date.earliest is None or date.latest is None:
        return timedelta.max
    return date.latest - date.earliest
