"""Since when the sources say what: the days that "as known on" goes by.

What a page shows is known from the day on which the last source that it needs was published, at
the latest. Only what became known later than its event needs a mark; everything else is as old as
the event's first account.
"""

from collections.abc import Iterable, Mapping
from datetime import date as Day
from functools import cached_property

from markupsafe import Markup

from generator.analysis.differences import Difference
from generator.model.records import Account, Chronology, Event, Source

KINDS = ("dates", "figures", "actors", "labels")
"""The kinds of differences, in the order in which they are named."""
NO_MARK = Markup("")


def published(source: Source) -> Day:
    """The day by which a source was published: the latest that its date allows."""
    return source.published.latest or source.published.anchor


class Known:
    """The days on which the accounts of a chronology became known."""

    def __init__(self, chronology: Chronology) -> None:
        self._chronology = chronology

    @cached_property
    def days(self) -> Mapping[str, Day]:
        """The day of each source."""
        return {id: published(source) for id, source in self._chronology.sources.items()}

    @cached_property
    def first(self) -> Mapping[str, Day]:
        """The day from which each event is known."""
        return {
            event.id: min(self.days[account.source] for account in event.accounts)
            for event in self._chronology.events
        }

    @cached_property
    def grown(self) -> frozenset[str]:
        """The events of which some account came later than the first."""
        return frozenset(
            event.id
            for event in self._chronology.events
            if any(self.days[account.source] > self.first[event.id] for account in event.accounts)
        )

    def of(self, account: Account) -> Day:
        """The day from which an account is known."""
        return self.days[account.source]

    def mark(self, event: Event, day: Day) -> Markup:
        """The attribute of what is known from a day on; none where that is the event's first."""
        if day <= self.first[event.id]:
            return NO_MARK
        return Markup(f' data-known="{day.isoformat()}"')

    def whole(self, event: Event) -> Markup:
        """The mark of what was worked out from all accounts of an event."""
        return self.mark(event, max(map(self.of, event.accounts)))

    def counted(self, ids: Iterable[str]) -> Markup:
        """The mark of a count of events: since when all of them had been told."""
        days = [self.first[id] for id in ids]
        return Markup(f' data-known="{max(days).isoformat()}"') if days else NO_MARK

    def since(self, event: Event, accounts: Iterable[Account]) -> Markup:
        """The mark of what any of these accounts of the event tells."""
        if event.id not in self.grown:
            return NO_MARK
        return self.mark(event, min(map(self.of, accounts)))

    def difference(self, event: Event, difference: Difference) -> Day:
        """The day from which all accounts that a difference is between are known."""
        wanted = set(difference.accounts)
        return max(self.of(account) for account in event.accounts if account.id in wanted)

    def contradicted(
        self, event: Event, found: Iterable[Difference]
    ) -> Mapping[tuple[str, str, str], Markup]:
        """What is contradicted, by kind, thing and account, with the mark of since when."""
        days: dict[tuple[str, str, str], Day] = {}
        has_grown = event.id in self.grown
        for one in found:
            if one.verdict == "differs":
                day = self.difference(event, one) if has_grown else self.first[event.id]
                for account in one.accounts:
                    key = one.kind, one.on, account
                    days[key] = min(day, days.get(key, day))
        return {key: self.mark(event, day) for key, day in days.items()}
