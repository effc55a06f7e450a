"""Find existing events that a new one may duplicate."""

from collections.abc import Collection
from datetime import timedelta
from typing import NamedTuple

from generator.model.dates import Date
from generator.model.records import Chronology, Event
from generator.model.references import acting_in
from generator.rendering.language import ENGLISH

MAX_DAYS_APART = timedelta(days=3)
"""Events no further apart may be the same one."""
PRECISE_DATE = timedelta(days=10)
"""A date within so many days is precise enough for its nearness to mean something."""


class PossibleDuplicate(NamedTuple):
    """An event that a new one may be, and what speaks for it."""

    event: Event
    reasons: tuple[str, ...]


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


def _are_near(a: Date, b: Date) -> bool:
    """Return whether the later date begins soon after the end of the earlier one, or before it."""
    first, second = sorted((a, b), key=lambda date: date.anchor)
    return second.anchor - (first.latest or first.anchor) <= MAX_DAYS_APART


def _width(date: Date) -> timedelta:
    """Return how far apart the ends of a date are; the longest time where one is open."""
    if date.earliest is None or date.latest is None:
        return timedelta.max
    return date.latest - date.earliest
