"""The one order of events: by date, then what is followed before what follows it, then by id."""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import groupby

from generator.model.records.event import Event


def in_order(events: Iterable[Event], timezone: str | None = None) -> tuple[Event, ...]:
    """Return events in the order in which they stand everywhere.

    `timezone` is that of times which are printed without a zone, a name of the tz database.
    """
    by_key = sorted(events, key=lambda event: (event.date.order_in(timezone), event.id))
    groups = (list(group) for _, group in groupby(by_key, key=lambda event: event.date.anchor))
    return tuple(event for group in groups for event in _followed_first(group, timezone))


def _followed_first(group: list[Event], timezone: str | None) -> list[Event]:
    """Return events of one anchor, each behind those of an equal date that it follows.

    What goes in a circle, which is a problem, stands last, as its keys say.
    """
    if len(group) == 1 or not any(event.follows for event in group):
        return group
    position = {event.id: n for n, event in enumerate(group)}
    orders = [event.date.order_in(timezone) for event in group]
    waits_for = [_followed(n, group, position, orders) for n in range(len(group))]
    followers: list[list[int]] = [[] for _ in group]
    for n, followed in enumerate(waits_for):
        for earlier in followed:
            followers[earlier].append(n)
    ready = [n for n, followed in enumerate(waits_for) if not followed]
    heapify(ready)
    ordered = []
    while ready:
        n = heappop(ready)
        ordered.append(n)
        for follower in followers[n]:
            waits_for[follower].discard(n)
            if not waits_for[follower]:
                heappush(ready, follower)
    circular = sorted(set(range(len(group))) - set(ordered))
    return [group[n] for n in (*ordered, *circular)]


def _followed(
    n: int, group: list[Event], position: Mapping[str, int], orders: Sequence[object]
) -> set[int]:
    """Return where in the group those stand that the n-th follows, if no date contradicts it."""
    followed = {position[id] for id in group[n].follows if id in position}
    return {earlier for earlier in followed if orders[earlier] == orders[n]}
