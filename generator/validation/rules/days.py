"""Days of the record: added, corrected, read and kept, in an order that can be."""

from collections.abc import Collection, Iterator
from datetime import date as Day

from generator.model.problems import Finding, Location
from generator.model.records import Account, Chronology, Event
from generator.validation.registry import rule
from generator.validation.rules.dates import is_sure
from generator.validation.rules.year_slips import has_slipped_year, year_meant


@rule("E507", over="event")
def changes_come_after_publication(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """No correction and no later account is older than the record that it changes."""
    for event in chronology.events:
        for n, correction in enumerate(event.corrections):
            if correction.on < event.added:
                message = f"the correction is older than the record, which was added {event.added}"
                location = ("corrections", n, "on")
                yield Finding(event.path, location, "E507", message, "mend one of the two days")
        for n, account in enumerate(event.accounts):
            if account.added is not None and account.added < event.added:
                message = f"the account is older than the record, which was added {event.added}"
                location = ("accounts", n, "added")
                yield Finding(event.path, location, "E507", message, "mend one of the two days")


@rule("E512", over="event")
def records_are_added_when_sources_are_published(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """An event is added on or after the day on which the first of its sources was published.

    So is each account, by its own source.
    """
    for event in chronology.events:
        days = [_first_day(chronology, event, account) for account in event.accounts]
        known = [day for day in days if day is not None]
        if len(known) == len(days) and event.added < min(known):
            message = f"the event was added before its first source was published, on {min(known)}"
            way_out = "mend the day, or that of the source"
            yield Finding(event.path, ("added",), "E512", message, way_out)
            continue
        for n, (account, day) in enumerate(zip(event.accounts, days, strict=True)):
            if day is None or (account.added or event.added) >= day:
                continue
            message = f"the account was added before its source was published, on {day}"
            if account.added is None:
                way_out = "give its day under added, or mend that of the source"
                yield Finding(event.path, ("accounts", n, "source"), "E512", message, way_out)
            elif account.added >= event.added:  # else another rule has said what is wrong
                way_out = "mend the day, or that of the source"
                yield Finding(event.path, ("accounts", n, "added"), "E512", message, way_out)


@rule("E517")
def sources_are_read_when_they_are_published(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """A source was read, and its text or page kept, on or after the day it was published."""
    for source in chronology.sources.values():
        published = source.published.earliest if is_sure(source.published.start) else None
        kept = source.captured.on if source.captured else None
        days: list[tuple[Location, str, Day | None]] = [
            (("accessed",), "read", source.accessed),
            (("captured", "on"), "kept", kept),
        ]
        for key, done, day in days:
            if day and published and day < published:
                if year_meant(published.year, {day.year}, of_print=True):
                    continue  # which another rule says
                message = f"the source was {done} before it was published, on {published}"
                way_out = "mend one of the two days"
                yield Finding(source.path, (source.id, *key), "E517", message, way_out)


def _first_day(chronology: Chronology, event: Event, account: Account) -> Day | None:
    """Return the first day on which its source may have been published; None if not known."""
    source = chronology.sources.get(account.source)
    if source is None or not is_sure(source.published.start):
        return None
    return None if has_slipped_year(source, event, account) else source.published.earliest
