"""Days that cannot be: before what they follow, or of a year that is a slip of the pen."""

import re
from collections.abc import Collection, Iterator
from datetime import date as Day

from generator.model.dates import Date
from generator.model.problems import Finding, Location
from generator.model.records import Chronology, Event
from generator.validation.registry import rule


@rule("E511")
def events_do_not_follow_their_sources(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """An event begins no later than the last of its sources was published.

    So does what one account says: its own date, and the days of its counts.
    """
    for event in chronology.events:
        begin = event.date.start.earliest
        published = _last_published(chronology, event)
        if begin and published and begin > published:
            message = f"the event begins after its last source was published, on {published}"
            way_out = _other_date(event.date, published) or "mend the date, or that of the source"
            yield Finding(event.path, ("date",), "E511", message, way_out)
        for n, account in enumerate(event.accounts):
            source = chronology.sources.get(account.source)
            published = source.published.latest if source else None
            given: list[tuple[Location, Date | None]] = [(("date",), account.date)]
            given += [(("figures", m, "as_of"), f.as_of) for m, f in enumerate(account.figures)]
            for key, date in given:
                if date and published and date.start.earliest and date.start.earliest > published:
                    message = f"the date begins after its source was published, on {published}"
                    way_out = _other_date(date, published) or "mend it, or that of the source"
                    yield Finding(event.path, ("accounts", n, *key), "E511", message, way_out)


@rule("E512")
def records_are_added_when_sources_are_published(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """An event is added on or after the day on which the first of its sources was published."""
    for event in chronology.events:
        days = [
            source.published.earliest
            for account in event.accounts
            if (source := chronology.sources.get(account.source)) and source.published.earliest
        ]
        if days and len(days) == len(event.accounts) and event.added < min(days):
            message = f"the event was added before its first source was published, on {min(days)}"
            way_out = "mend the day, or that of the source"
            yield Finding(event.path, ("added",), "E512", message, way_out)


@rule("E513")
def years_are_of_their_century(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """No year is that of a source with two digits gone: 0026 for 2026."""
    for event in chronology.events:
        year = event.date.anchor.year
        years = {
            source.published.anchor.year
            for account in event.accounts
            if (source := chronology.sources.get(account.source))
        }
        if year < 100 and (meant := sorted(y for y in years if y % 100 == year)):
            message = f"the year is written {year:04}, and a source is of {meant[0]}"
            yield Finding(event.path, ("date",), "E513", message, f"write {meant[0]}")


@rule("E507")
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


def _last_published(chronology: Chronology, event: Event) -> Day | None:
    """Return the last day on which a source of the event may have been published.

    None where that is not known of each.
    """
    days: list[Day] = []
    for account in event.accounts:
        source = chronology.sources.get(account.source)
        if source is None or source.published.earliest is None or source.published.latest is None:
            return None
        days.append(source.published.latest)
    return max(days, default=None)


def _other_date(date: Date, published: Day) -> str | None:
    """Return what may have been meant: day and month the other way round, or the source's year."""
    whole = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", date.text)
    if whole is None:
        return None
    year, month, day = whole.groups()
    for meant in (f"{year}-{day}-{month}", f"{published.year:04}-{month}-{day}"):
        try:
            is_told = Day.fromisoformat(meant) <= published
        except ValueError:
            continue
        if is_told:
            return f"if {meant} is meant, write that; or mend the date of the source"
    return None
