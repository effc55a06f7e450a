"""Since when the sources say what: the days that "as known on" goes by.

A statement is known since the publication day of the latest source that it depends on. Only what
became known later than its event needs a mark on a page; everything else is as old as the event's
first account.
"""

from collections.abc import Iterable, Mapping
from datetime import date as Day
from functools import cached_property

from generator.analysis.differences import Difference
from generator.model.records import Account, Chronology, Event, Source
from generator.model.references import named_in_account


def published(source: Source) -> Day:
    """Return the day by which a source was published: the latest that its date allows."""
    return source.published.latest or source.published.anchor


class KnownSince:
    """The days since which the accounts of a chronology are known."""

    def __init__(self, chronology: Chronology) -> None:
        self._chronology = chronology

    @cached_property
    def days(self) -> Mapping[str, Day]:
        """The publication day of each source, by its id."""
        return {id: published(source) for id, source in self._chronology.sources.items()}

    @cached_property
    def first(self) -> Mapping[str, Day]:
        """The day since which each event is known, by its id."""
        return {
            event.id: min(self.days[account.source] for account in event.accounts)
            for event in self._chronology.events
        }

    @cached_property
    def grown(self) -> frozenset[str]:
        """The ids of the events of which some account came later than the first."""
        return frozenset(
            event.id
            for event in self._chronology.events
            if any(self.days[account.source] > self.first[event.id] for account in event.accounts)
        )

    def actors(self, event: Event) -> Mapping[str, Day]:
        """Return every actor with a part in an event, and since when an account names it."""
        first = self.first[event.id]
        days = {role.id: first for role in event.actors}
        for account in event.accounts:
            day = self.account(account)
            for id in named_in_account(account):
                days[id] = min(day, days.get(id, day))
        return days

    def account(self, account: Account) -> Day:
        """Return the day since which an account is known."""
        return self.days[account.source]

    def any_account(self, accounts: Iterable[Account]) -> Day:
        """Return the day since which the first of these accounts is known; there is one or more."""
        return min(map(self.account, accounts))

    def all_accounts(self, event: Event) -> Day:
        """Return the day since which all accounts of an event are known."""
        return max(map(self.account, event.accounts))

    def all_events(self, event_ids: Iterable[str]) -> Day | None:
        """Return the day since which all of these events are known; None where there is none."""
        return max((self.first[event_id] for event_id in event_ids), default=None)

    def difference(self, event: Event, difference: Difference) -> Day:
        """Return the day since which all accounts are known that a difference is between."""
        if event.id not in self.grown:
            return self.first[event.id]
        account_ids = set(difference.accounts)
        return max(self.account(account) for account in event.accounts if account.id in account_ids)

    def differs_since(
        self, event: Event, differences: Iterable[Difference]
    ) -> Mapping[tuple[str, str, str], Day]:
        """Return since when each statement differs from that of another account.

        The key is the kind of the difference, what it is on, and the id of the account.
        """
        days: dict[tuple[str, str, str], Day] = {}
        for difference in differences:
            if difference.verdict == "differs":
                day = self.difference(event, difference)
                for account_id in difference.accounts:
                    key = difference.kind, difference.on, account_id
                    days[key] = min(day, days.get(key, day))
        return days
