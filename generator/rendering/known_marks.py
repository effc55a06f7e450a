"""The attribute `data-known`, by which scripts hide what was not yet known on a day.

What is as old as its event needs no mark: it is hidden with the event.
"""

from collections.abc import Iterable
from datetime import date as Day
from functools import lru_cache

from markupsafe import Markup

from generator.analysis.known_since import KnownSince
from generator.model.records import Account, Event
from generator.support.escape import html

NO_MARK = Markup("")


class KnownMarks:
    """The marks of what became known after the first account of its event."""

    def __init__(self, known: KnownSince) -> None:
        self._known = known

    def attr(self, event: Event, day: Day) -> Markup:
        """Return the mark of what is known since a day; none where the event is as old."""
        if day <= self._known.first[event.id]:
            return NO_MARK
        return _attr(day)

    def attr_all(self, event: Event) -> Markup:
        """Return the mark of what follows from all accounts of an event."""
        return self.attr(event, self._known.all_accounts(event))

    def attr_any(self, event: Event, accounts: Iterable[Account]) -> Markup:
        """Return the mark of what any of these accounts of the event says."""
        if event.id not in self._known.grown:
            return NO_MARK
        return self.attr(event, self._known.any_account(accounts))

    def attr_count(self, event_ids: Iterable[str]) -> Markup:
        """Return the mark of a count of events: since when all of them are known."""
        day = self._known.all_events(event_ids)
        return NO_MARK if day is None else _attr(day)

    def attr_first(self, event_ids: Iterable[str]) -> Markup:
        """Return the mark of what is there as soon as one of these events is known."""
        day = min((self._known.first[id] for id in event_ids), default=None)
        return NO_MARK if day is None else _attr(day)

    def attr_day(self, day: Day) -> Markup:
        """Return the mark of what is known since a day."""
        return _attr(day)


@lru_cache(1 << 12)  # many things of a chronology are known since the same day
def _attr(day: Day) -> Markup:
    return html(f' data-known="{day.isoformat()}"')
