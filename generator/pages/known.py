"""Since when the sources say what: the days that "as known on" goes by.

What a page shows is known from the day on which the last source that it needs was published, at
the latest. Only what became known later than its event needs a mark; everything else is as old as
the event's first account.
"""

from collections.abc import Iterable
from datetime import date as Day
from functools import cached_property

from markupsafe import Markup

from generator.differences import Difference
from generator.model import Account, Chronology, Event, Source

KINDS = ("dates", "figures", "actors", "labels")
"""The kinds of differences, in the order in which they are named."""
_NO_MARK = Markup("")


def published(source: Source) -> Day:
    """The day by which a source was published: the latest that its date allows."""
    return source.published.latest or source.published.anchor


class Known:
    """The days on which the accounts of a chronology became known."""

    def __init__(self, chronology: Chronology) -> None:
        self._chronology = chronology

    @cached_property
    def days(self) -> dict[str, Day]:
        """The day of each source."""
        return {id: published(source) for id, source in self._chronology.sources.items()}

    def of(self, account: Account) -> Day:
        """The day from which an account is known."""
        return self.days[account.source]

    def first(self, event: Event) -> Day:
        """The day from which an event is known."""
        return min(self.days[account.source] for account in event.accounts)

    def is_told_later(self, event: Event) -> bool:
        """Whether some account of it came later than the first."""
        return len({self.days[account.source] for account in event.accounts}) > 1

    def mark(self, event: Event, day: Day) -> Markup:
        """The attribute of what is known from a day on; none where that is the event's first."""
        if day <= self.first(event):
            return _NO_MARK
        return Markup(' data-known="{}"').format(day.isoformat())

    def earliest(self, event: Event, ids: Iterable[str]) -> Day:
        """When the first of these accounts of the event was known."""
        wanted = set(ids)
        return min(self.of(account) for account in event.accounts if account.id in wanted)

    def difference(self, event: Event, difference: Difference) -> Day:
        """When all accounts that a difference is between were known."""
        wanted = set(difference.accounts)
        return max(self.of(account) for account in event.accounts if account.id in wanted)
