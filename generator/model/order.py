"""The one order of events: by date, then what is followed before what follows it, then by id."""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from itertools import groupby

from generator.model.records.event import Event


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events in the order in which they stand everywhere."""
    by_key = sorted(events, key=lambda event: event.order)
    groups = (list(group) for _, group in groupby(by_key, key=lambda event: event.date.anchor))
    return tuple(event for group in groups for event in _followed_first(group))


def _followed_first(group: list[Event]) -> list[Event]:
    """Return events of one anchor, each behind those of an equal date that it follows.

    What goes in a circle, which is a problem, stands last, as its keys say.
    """
    if len(group) == 1 or not any(event.follows for event in group):
        return group
    position = {event.id: n for n, event in enumerate(group)}
    waits_for = [_followed(event, group, position) for event in group]
    followers: list[list[int]] = [[] for _ in group]
    for n, followed in enumerate(waits_for):
        for earlier in followed:
            followers[earlier].append(n)
    ready = [n for n, followed in enumerate(waits_for) if not followed]
    heapify(ready)
    found = []
    while ready:
        n = heappop(ready)
        found.append(n)
        for follower in followers[n]:
            waits_for[follower].discard(n)
            if not waits_for[follower]:
                heappush(ready, follower)
    circular = sorted(set(range(len(group))) - set(found))
    return [group[n] for n in (*found, *circular)]


def _followed(event: Event, group: list[Event], position: Mapping[str, int]) -> set[int]:
    """Return where in the group those stand that an event follows, if no date contradicts it."""
    found = {position[id] for id in event.follows if id in position}
    return {n for n in found if group[n].date.order == event.date.order}
