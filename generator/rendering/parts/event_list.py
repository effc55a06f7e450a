"""Events by year and month, with the gaps between them named."""

from collections.abc import Mapping, Sequence
from datetime import date as Day
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from dateutil.relativedelta import relativedelta
from markupsafe import Markup

from generator.model.permalinks import month_url, year_url
from generator.model.records import Event
from generator.rendering.context import Context
from generator.rendering.event_row import EventRow
from generator.rendering.language import Language
from generator.support.escape import html

MIN_GAP_DAYS = 60
"""A shorter stretch without an event is not worth naming."""
MIN_EVENTS_OF_LONG_MONTH = 16
"""A month with so many events leads to its days."""
_MAX_LASTING = 8


class Gap(NamedTuple):
    """A stretch of time without an event."""

    words: str
    size: int
    """1 for under 6 months, 2 for under 2 years, 3 for more."""


class Entry(NamedTuple):
    """An event in a list of days."""

    row: EventRow
    is_same_day: bool
    """Whether the event before it has the same date, which is printed once."""
    anchor: str | None = None
    """The id of the entry, where it is the first of a day in a long month."""


class Month(NamedTuple):
    """The events of one month, or those of a year whose month is not given."""

    name: str
    datetime: str | None
    address: Markup | None
    gap: Gap | None
    """The gap before it, inside of its year."""
    entries: tuple[Entry, ...]


class LastingEvent(NamedTuple):
    """An event that goes on in a year and began before."""

    row: EventRow
    since: Markup
    """The mark of since when it is known."""
    is_over: bool
    """Whether it ends before the year in which it is named, in one that has no events."""


class Year(NamedTuple):
    """The events of one year."""

    number: int
    address: Markup
    gap: Gap | None
    """The gap before it."""
    months: tuple[Month, ...]
    event_count: str
    """How many, in words."""
    lasting_in: str = ""
    """The year, with those before it that have no events: "2018 to 2021"."""
    lasting: tuple[LastingEvent, ...] = ()
    """What goes on in these and began before."""
    lasting_others: int = 0
    """How many more of these there are than are named."""


def event_list(context: Context, events: Sequence[Event]) -> list[Year]:
    """Return the events by year and month; they are in the chronology's order."""
    gaps = _gaps_before(context.language, events)
    years: list[Year] = []
    for number, events_of_year in by_year(events):
        months = [
            _month(context, number, month, None if n == 0 else gaps.get(of[0].id), of)
            for n, (month, of) in enumerate(_by_month(events_of_year))
        ]
        count = context.language.ngettext(
            "%(count)s event", "%(count)s events", len(events_of_year)
        )
        address, gap = html(year_url(number)), gaps.get(events_of_year[0].id)
        first = years[-1].number + 1 if years else number
        named, others = _lasting_in(context, first, number)
        span = context.language.grammar.year_range_words(first, number)
        years.append(Year(number, address, gap, tuple(months), count, span, named, others))
    return years


def _lasts_in(event: Event, year: int) -> bool:
    """Return whether an event goes on in a year and began before it."""
    date = event.date
    first, last = date.earliest, date.latest
    is_within = last is None or last.year >= year
    return date.kind == "interval" and first is not None and first.year < year and is_within


def _lasting_in(context: Context, first: int, last: int) -> tuple[tuple[LastingEvent, ...], int]:
    """Return what began before these years and goes on: a line of it, and how many more."""
    lasting = [event for event in context.lasting if _lasts_in(event, first)]
    named = tuple(
        LastingEvent(
            context.rows[event.id],
            context.marks.attr_first([event.id]),
            is_over=not _lasts_in(event, last),
        )
        for event in lasting[:_MAX_LASTING]
    )
    return named, len(lasting) - len(named)


def by_year(events: Sequence[Event]) -> list[tuple[int, list[Event]]]:
    """Return the events of each year; an event belongs to the year of its anchor."""
    years = groupby(events, key=lambda event: event.date.anchor.year)
    return [(year, list(events_of_year)) for year, events_of_year in years]


def _by_month(events: Sequence[Event]) -> list[tuple[int | None, list[Event]]]:
    """Return the events of one year by month, 1 to 12; by None where only the year is known."""
    months = groupby(events, key=month_of)
    return [(month, list(events_of_month)) for month, events_of_month in months]


def month_of(event: Event) -> int | None:
    """Return the month in which an event stands, 1 to 12; None where only its year is known."""
    return None if event.date.precision not in ("day", "month") else event.date.anchor.month


def _gaps_before(language: Language, events: Sequence[Event]) -> Mapping[str, Gap | None]:
    """Return the gap before each event but the first, by its id; None where none is worth naming.

    A gap begins at the latest day on which an earlier event may have ended, and where an end is
    open, at the latest day on which it may have begun.
    """
    ends = accumulate(
        (event.date.latest or event.date.start.latest or event.date.anchor for event in events), max
    )
    return {
        event.id: gap_between(language, end, event.date.anchor)
        for end, (_, event) in zip(ends, pairwise(events), strict=False)
    }


def gap_between(language: Language, first: Day, last: Day) -> Gap | None:
    """Return the gap between two days; None where it is too short to name."""
    if (last - first).days < MIN_GAP_DAYS:
        return None
    between = relativedelta(last, first)
    half_years = between.years * 2 + between.months // 6
    size = 1 if half_years < 1 else 2 if half_years < 4 else 3
    duration = language.grammar.duration(first, last)
    return Gap(language.gettext("%(duration)s without a new event", duration=duration), size)


def _month(
    context: Context, year: int, month: int | None, gap: Gap | None, events: list[Event]
) -> Month:
    is_long, seen = len(events) >= MIN_EVENTS_OF_LONG_MONTH, set[str]()
    entries = []
    for n, event in enumerate(events):
        row, anchor = context.rows[event.id], None
        is_day = row.datetime is not None and event.date.precision == "day"
        if is_long and is_day and (day := f"d{event.date.anchor.isoformat()}") not in seen:
            seen.add(day)
            anchor = day
        entries.append(Entry(row, n > 0 and events[n - 1].date == event.date, anchor))
    if month is None:
        return Month(context.language.gettext("month not given"), None, None, gap, tuple(entries))
    name = context.language.grammar.month_name(month)
    return Month(name, f"{year:04}-{month:02}", html(month_url(year, month)), gap, tuple(entries))
