"""The dated archive: a page for each year, and for each month of it in which something happened."""

from collections.abc import Iterator
from datetime import date as Day
from typing import NamedTuple

from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import month_url, page_file, year_url
from generator.model.records import Event
from generator.rendering.context import Context
from generator.rendering.known_marks import NO_MARK
from generator.rendering.parts.event_list import by_year, event_list, month_of


class Step(NamedTuple):
    """A link to another page of the archive."""

    name: str
    address: Markup
    event_count: str = ""
    """How many events are there, in words."""
    count_since: Markup = NO_MARK
    """The mark of since when that many are known."""
    since: Markup = NO_MARK
    """The mark of since when any is."""


def archive_pages(context: Context) -> Iterator[Output]:
    """All years, then all months, each in order of time."""
    years: list[tuple[Step, list[Event], list[Step]]] = []
    months: list[tuple[Step, list[Event], Step]] = []
    for year, events in by_year(context.events):
        year_step = Step(str(year), Markup(year_url(year)))
        steps = []
        for month, events_of_month in _months(events):
            name = context.language.grammar.month_words(Day(year, month, 1))
            step = Step(name, Markup(month_url(year, month)))
            months.append((step, events_of_month, year_step))
            steps.append(_counted_month(context, year, month, events_of_month))
        years.append((year_step, events, steps))
    year_steps, month_steps = [year[0] for year in years], [month[0] for month in months]
    for n, (_, events, steps) in enumerate(years):
        yield _archive_page(context, year_steps, n, events, months=steps)
    for n, (_, events, year_step) in enumerate(months):
        yield _archive_page(context, month_steps, n, events, year=year_step)


def _months(events: list[Event]) -> list[tuple[int, list[Event]]]:
    """The events of one year by month; those of which only the year is known have none."""
    events_by_month: dict[int, list[Event]] = {}
    for event in events:
        if (month := month_of(event)) is not None:
            events_by_month.setdefault(month, []).append(event)
    return list(events_by_month.items())


def _counted_month(context: Context, year: int, month: int, events: list[Event]) -> Step:
    return Step(
        context.language.grammar.month_name(month),
        Markup(month_url(year, month)),
        context.language.ngettext("%(count)s event", "%(count)s events", len(events)),
        context.marks.attr_count(event.id for event in events),
        context.marks.attr_first(event.id for event in events),
    )


def _archive_page(
    context: Context,
    steps: list[Step],
    n: int,
    events: list[Event],
    *,
    months: list[Step] | None = None,
    year: Step | None = None,
) -> Output:
    """The page of the step `n` among all years, or all months; a month also leads to its year."""
    return context.page(
        page_file(steps[n].address),
        context.chronology.folder,
        "archive.md",
        told=events,
        title=steps[n].name,
        event_count=context.language.ngettext("%(count)s event", "%(count)s events", len(events)),
        count_since=context.marks.attr_count(event.id for event in events),
        years=event_list(context, events),
        before=steps[n - 1] if n else None,
        after=steps[n + 1] if n + 1 < len(steps) else None,
        months=months or [],
        up=year,
    )
