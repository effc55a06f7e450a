"""Dates that cannot be: after who tells of what happened, or of another century by a slip."""

import re
from collections.abc import Collection, Iterator
from datetime import date as Day

from generator.model.dates import Bound, Date
from generator.model.layout import year_of_id
from generator.model.problems import Finding, Location
from generator.model.records import Account, Chronology, Event
from generator.validation.registry import rule
from generator.validation.rules.year_slips import FAR, has_slipped_year, year_meant, years_of_use


@rule("E511", over="event")
def sources_tell_what_has_happened(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """An event begins no later than the last of its sources was published.

    So does what one account says: its own date, and the days of its counts. What was only announced
    lies ahead of its sources: an event whose status says so, an account that has a hedge; but not
    by a hundred years.
    """
    for event in chronology.events:
        is_announced = event.status == "announced"
        published = [_published(chronology, event, account) for account in event.accounts]
        last = max((day for day in published if day), default=None)
        if last and None not in published and _is_told_too_early(event.date, last, is_announced):
            message = f"the event begins after its last source was published, on {last}"
            way_out = _way_out(event.date, last, "mend the date, or that of the source")
            if not _is_far(event.date, last):
                way_out += "; if it was only announced, write status: announced"
            yield Finding(event.path, ("date",), "E511", message, way_out)
        for n, (account, day) in enumerate(zip(event.accounts, published, strict=True)):
            lies_ahead = is_announced or account.hedge is not None
            for key, date in _dates(account):
                if day and _is_told_too_early(date, day, lies_ahead):
                    message = f"the date begins after its source was published, on {day}"
                    way_out = _way_out(date, day, "mend it, or that of the source")
                    if not _is_far(date, day):
                        way_out += "; if it tells what is to come, give its words for that as hedge"
                    yield Finding(event.path, ("accounts", n, *key), "E511", message, way_out)


def hedged_dates(chronology: Chronology) -> Iterator[str]:
    """Yield each date that E511 lets lie ahead of its source for the account's hedge, in words.

    Whether these words tell what is to come ("is to meet") or are a doubt ("reportedly") no rule
    knows, in any language: a person has to look.
    """
    for event in chronology.events:
        for n, account in enumerate(event.accounts):
            if event.status == "announced" or account.hedge is None:
                continue
            day = _published(chronology, event, account)
            for key, date in _dates(account) if day else ():
                if day and _is_told_too_early(date, day, lies_ahead=False):
                    place = ".".join(map(str, ("accounts", n, *key)))
                    yield f"{event.path}: {place} {date.text}, by {account.hedge!r}"


@rule("E513")
def years_are_of_their_century(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """No year is a slip for another (0026, 2206), and none is off by centuries.

    The year of an event, of what an account says and of an office is held against those of sources;
    that of a source against the days on which it was read, kept and used; that of a withdrawal
    against the event's id.
    """
    used: dict[str, set[int]] = {}
    for event in chronology.events:
        years = set()
        for n, account in enumerate(event.accounts):
            source = chronology.sources.get(account.source)
            of_source = {source.published.anchor.year} if source else set()
            years |= of_source
            used.setdefault(account.source, set()).update(years_of_use(event, account))
            for key, date in _dates(account):
                if meant := year_meant(date.anchor.year, of_source):
                    yield _slip(event.path, ("accounts", n, *key), date, meant)
        if meant := year_meant(event.date.anchor.year, years):
            yield _slip(event.path, ("date",), event.date, meant)
    for source in chronology.sources.values():
        days = [source.accessed, source.captured and source.captured.on]
        years = used.get(source.id, set()) | {day.year for day in days if day}
        if meant := year_meant(source.published.anchor.year, years, of_print=True):
            yield _slip(source.path, (source.id, "published"), source.published, meant)
    years = {source.published.anchor.year for source in chronology.sources.values()}
    for actor in chronology.actors.values():
        for n, office in enumerate(actor.offices):
            if office.date is not None:
                location = (actor.id, "offices", n, "date")
                last = max(years, default=None)
                year = office.date.anchor.year
                if meant := year_meant(year, years):
                    yield _slip(actor.path, location, office.date, meant)
                elif last is not None and year - last >= FAR:
                    message = f"the year is a century after the last source, which is of {last}"
                    yield Finding(actor.path, location, "E513", message, "mend the year")
    for withheld in chronology.withheld:
        named = year_of_id(withheld.id)
        if named and named - withheld.withheld.on.year >= FAR:
            message = f"the year is a century before that of the event, {named}"
            yield Finding(withheld.path, ("withheld", "on"), "E513", message, "mend the year")


def is_sure(bound: Bound) -> bool:
    """Return whether one end of a date is neither approximate nor uncertain."""
    return not (bound.approximate or bound.uncertain)


def _slip(path: str, location: Location, date: Date, meant: int) -> Finding:
    message = f"the year is written {date.anchor.year:04}, and {meant} is meant"
    return Finding(path, location, "E513", message, f"write {meant}")


def _dates(account: Account) -> list[tuple[Location, Date]]:
    """Return the dates that an account gives, with the keys that they stand under."""
    given: list[tuple[Location, Date]] = [(("date",), account.date)] if account.date else []
    for n, figure in enumerate(account.figures):
        if figure.as_of is not None:
            given.append((("figures", n, "as_of"), figure.as_of))
    return given


def _published(chronology: Chronology, event: Event, account: Account) -> Day | None:
    """Return the last day on which its source may have been published; None if not known.

    A year that is a slip tells nothing, and another rule says so.
    """
    source = chronology.sources.get(account.source)
    if source is None or source.published.earliest is None or not is_sure(source.published.end):
        return None
    return None if has_slipped_year(source, event, account) else source.published.latest


def _is_far(date: Date, published: Day) -> bool:
    return date.anchor.year - published.year >= FAR


def _is_told_too_early(date: Date, published: Day, lies_ahead: bool) -> bool:
    """Return whether a date begins after the day of a source that tells of it."""
    begin = date.start.earliest
    if begin is None or begin <= published or year_meant(date.anchor.year, {published.year}):
        return False
    return _is_far(date, published) or (not lies_ahead and is_sure(date.start))


def _way_out(date: Date, published: Day, otherwise: str) -> str:
    """Return what to write where another date is meant: day and month, or the year, are a slip."""
    whole = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", date.text)
    if whole is None:
        return otherwise
    year, month, day = whole.groups()
    for meant in (f"{year}-{day}-{month}", f"{published.year:04}-{month}-{day}"):
        try:
            is_told = Day.fromisoformat(meant) <= published
        except ValueError:
            continue
        if is_told:
            return f"if {meant} is meant, write that; or mend the date of the source"
    return otherwise
