"""Events in their order: the timeline and the dated archive."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import EVENTS_FEED
from generator.model.records import Event
from generator.rendering.context import MAJOR, Context, Row
from generator.rendering.drawing_inputs import Drawings
from generator.rendering.filters.timeline_index import FACETS, timeline_data
from generator.rendering.markdown_page import address
from generator.rendering.parts.gap import Gap, gap_between
from generator.rendering.parts.known_marks import NO_MARK

WHOLE_TIMELINE = 1000
"""Up to so many events stand on one page."""


class Entry(NamedTuple):
    """An event in a list of days."""

    row: Row
    is_same_day: bool
    """Whether the event before it has the same day, which is printed once."""


class Month(NamedTuple):
    """Events of one month, or those of a year whose month is not given."""

    name: str
    datetime: str | None
    address: Markup | None
    gap: Gap | None
    """The gap before it, inside its year."""
    entries: tuple[Entry, ...]


class Year(NamedTuple):
    """Events of one year."""

    number: int
    address: Markup
    gap: Gap | None
    months: tuple[Month, ...]
    events: str
    """How many, in words."""


def years(context: Context, events: Sequence[Event]) -> list[Year]:
    """The events by year and month, with the gaps between them."""
    # Since the latest day on which an earlier event may have ended; where its end is open, begun.
    ends = accumulate(
        (event.date.latest or event.date.start.latest or event.date.anchor for event in events), max
    )
    gaps = {
        event.id: gap_between(context.language, end, event.date.anchor)
        for end, event in zip(ends, events[1:], strict=False)
    }
    found = []
    for number, of_year in groupby(events, key=lambda event: event.date.anchor.year):
        of_year_ = list(of_year)
        months: list[Month] = []
        for month, of_month in groupby(of_year_, key=_month):
            of_month_ = list(of_month)
            gap = gaps.get(of_month_[0].id) if months else None
            months.append(_made(context, number, month, gap, of_month_))
        found.append(
            Year(
                number,
                address(f"{number:04}"),
                gaps.get(of_year_[0].id),
                tuple(months),
                context.language.ngettext("%(count)s event", "%(count)s events", len(of_year_)),
            )
        )
    return found


def _month(event: Event) -> int | None:
    return None if event.date.precision == "year" else event.date.anchor.month


def _made(
    context: Context, year: int, month: int | None, gap: Gap | None, events: list[Event]
) -> Month:
    entries = tuple(
        Entry(context.rows[event.id], n > 0 and events[n - 1].date == event.date)
        for n, event in enumerate(events)
    )
    if month is None:
        return Month("month not given", None, None, gap, entries)
    iso = f"{year:04}-{month:02}"
    return Month(
        context.language.grammar.month_name(month),
        iso,
        address(f"{year:04}", f"{month:02}"),
        gap,
        entries,
    )


def timeline(context: Context, drawings: Drawings) -> Iterator[Output]:
    """The timeline, and the data of its filters."""
    yield timeline_page(context, drawings)
    yield from timeline_data(context)


def timeline_page(context: Context, drawings: Drawings) -> Output:
    """Every event in order; where they are too many, the newest year, and the others by count."""
    grouped = years(context, context.events)
    others = []
    shown = grouped
    is_whole = len(context.events) <= WHOLE_TIMELINE
    if not is_whole:
        *others, newest = grouped
        shown = [newest]
    return context.page(
        "timeline/index.md",
        context.chronology.folder,
        "timeline.md",
        title="Timeline",
        feed=context.feed(EVENTS_FEED),
        events=context.language.ngettext(
            "%(count)s event", "%(count)s events", len(context.events)
        ),
        extent=_extent(grouped),
        has_major=any(len(event.accounts) >= MAJOR for event in context.events),
        major=MAJOR,
        is_whole=is_whole,
        band=drawings.band,
        facets=FACETS,
        years=shown,
        others=others,
    )


def _extent(grouped: list[Year]) -> str:
    numbers = [str(grouped[n].number) for n in (0, -1)] if grouped else []
    return " to ".join(dict.fromkeys(numbers))


class Step(NamedTuple):
    """A link to another page of the archive."""

    name: str
    address: Markup
    events: str = ""
    counted: Markup = NO_MARK
    """The mark of since when that many are known."""


def archive_pages(context: Context) -> Iterator[Output]:
    """A page for each year, and for each month of it in which something happened."""
    by_year = {y: list(of) for y, of in groupby(context.events, key=lambda e: e.date.anchor.year)}
    by_month: dict[tuple[int, int], list[Event]] = {}
    for event in context.events:
        if (month := _month(event)) is not None:
            by_month.setdefault((event.date.anchor.year, month), []).append(event)
    year_steps = [Step(str(year), address(f"{year:04}")) for year in by_year]
    month_steps = [
        Step(f"{context.language.grammar.month_name(m)} {y}", address(f"{y:04}", f"{m:02}"))
        for y, m in by_month
    ]
    for n, (year, events) in enumerate(by_year.items()):
        steps = [
            Step(
                context.language.grammar.month_name(m),
                address(f"{y:04}", f"{m:02}"),
                context.language.ngettext("%(count)s event", "%(count)s events", len(of)),
                context.marks.attr_count(event.id for event in of),
            )
            for (y, m), of in by_month.items()
            if y == year
        ]
        yield _archive(context, f"{year:04}/index.md", str(year), events, year_steps, n, steps)
    for n, ((year, month), events) in enumerate(by_month.items()):
        path = f"{year:04}/{month:02}/index.md"
        up = Step(str(year), address(f"{year:04}"))
        yield _archive(context, path, month_steps[n].name, events, month_steps, n, [], up)


def _archive(
    context: Context,
    path: str,
    title: str,
    events: list[Event],
    steps: list[Step],
    n: int,
    months: list[Step],
    up: Step | None = None,
) -> Output:
    return context.page(
        path,
        context.chronology.folder,
        "archive.md",
        title=title,
        events=context.language.ngettext("%(count)s event", "%(count)s events", len(events)),
        counted=context.marks.attr_count(event.id for event in events),
        years=years(context, events),
        before=steps[n - 1] if n else None,
        after=steps[n + 1] if n + 1 < len(steps) else None,
        months=months,
        up=up,
    )
