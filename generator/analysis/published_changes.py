"""What was published when: events, accounts that came later, corrections, what was taken back."""

from collections.abc import Iterator
from datetime import date as Day
from typing import Literal, NamedTuple

from generator.model.records import Account, Chronology, Correction, Event, WithheldEvent

ChangeKind = Literal["event", "account", "correction", "withheld"]


class PublishedChange(NamedTuple):
    """One thing that came to what readers had, or took the place of it."""

    on: Day
    kind: ChangeKind
    event: Event | WithheldEvent
    account: Account | None = None
    """The account that came, if it is one."""
    correction: Correction | None = None
    """The correction, if it is one."""


def published_changes(chronology: Chronology) -> list[PublishedChange]:
    """Return every change of a chronology, the newest first.

    Those of one day stand in the reverse order of events; those of one event and day, as they
    follow each other in its file, the last first.
    """
    in_order = [change for event in chronology.events for change in _of(event)]
    in_order.reverse()
    in_order += [
        PublishedChange(event.withheld.on, "withheld", event) for event in chronology.withheld
    ]
    return sorted(in_order, key=lambda change: change.on, reverse=True)


def _of(event: Event) -> Iterator[PublishedChange]:
    yield PublishedChange(event.added, "event", event)
    for account in event.later_accounts:
        assert account.added is not None
        yield PublishedChange(account.added, "account", event, account=account)
    for correction in event.corrections:
        yield PublishedChange(correction.on, "correction", event, correction=correction)
