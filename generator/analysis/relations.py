"""Which events, accounts, actors, places and sources of a chronology belong together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeVar

from generator.model.records import Account, Event
from generator.model.references import named_actors
from generator.support.fold import fold

T = TypeVar("T")


class EventAccount(NamedTuple):
    """An account, and the event that it is an account of."""

    event: Event
    account: Account


class Relations:
    """The relations between the records of some events, worked out when they are first read.

    All lists are in the order of the events; what stands in no relation is in no mapping.
    """

    def __init__(self, events: tuple[Event, ...]) -> None:
        """Relate these events to each other; they are in the chronology's order."""
        self._events = events

    @cached_property
    def before(self) -> Mapping[str, Event]:
        """The event before each, by the event's id; the first event has none."""
        return {event.id: earlier for earlier, event in pairwise(self._events)}

    @cached_property
    def after(self) -> Mapping[str, Event]:
        """The event after each, by the event's id; the last event has none."""
        return {event.id: later for event, later in pairwise(self._events)}

    @cached_property
    def parts(self) -> Mapping[str, list[Event]]:
        """The events that are part of each event, by its id."""
        return _grouped((event.part_of, event) for event in self._events if event.part_of)

    @cached_property
    def neighbouring_parts(self) -> Mapping[str, tuple[Event | None, Event | None]]:
        """The parts before and after each part of an event that has several, by the part's id."""
        return {
            part.id: (earlier, later)
            for parts in self.parts.values()
            if len(parts) > 1
            for earlier, part, later in zip(
                [None, *parts[:-1]], parts, [*parts[1:], None], strict=True
            )
        }

    @cached_property
    def followers(self) -> Mapping[str, list[Event]]:
        """The events that follow each event, by its id."""
        return _grouped((earlier, event) for event in self._events for earlier in event.follows)

    @cached_property
    def answers(self) -> Mapping[str, list[EventAccount]]:
        """The accounts that tell of an answer to each event, by the id of the answered event."""
        return _grouped(
            (event_id, answer)
            for answer in self.accounts
            for event_id in answer.account.responds_to
        )

    @cached_property
    def accounts(self) -> tuple[EventAccount, ...]:
        """All accounts of all events."""
        return tuple(
            EventAccount(event, account) for event in self._events for account in event.accounts
        )

    @cached_property
    def by_source(self) -> Mapping[str, list[EventAccount]]:
        """The accounts drawn from each source, by its id."""
        return _grouped((pair.account.source, pair) for pair in self.accounts)

    @cached_property
    def named_in(self) -> Mapping[str, list[str]]:
        """The ids of the events that name each actor, by the actor's id; see `named_actors`."""
        return _grouped(
            (actor_id, event.id) for event in self._events for actor_id in named_actors(event)
        )

    @cached_property
    def labels(self) -> Mapping[str, list[tuple[str, EventAccount]]]:
        """The labels that accounts give each actor, by its id; those of events are left out."""
        return _grouped(
            (actor_id, (label, pair))
            for pair in self.accounts
            for actor_id, labels in pair.account.labels.items()
            if actor_id != "this"
            for label in labels
        )

    @cached_property
    def bearers(self) -> Mapping[str, list[str]]:
        """The ids of the actors that carry each label, by the folded label."""
        bearers = _grouped(
            (fold(label), actor_id)
            for actor_id, labels in self.labels.items()
            for label, _ in labels
        )
        return {label: list(dict.fromkeys(actor_ids)) for label, actor_ids in bearers.items()}


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)
