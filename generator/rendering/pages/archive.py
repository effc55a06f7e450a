"""The dated archive: a page for each year, and for each month of it in which something happened."""

from collections.abc import Iterator
from datetime import date as Day

from generator.model.output import Output
from generator.model.permalinks import month_url, page_file, year_url
from generator.model.records import Event
from generator.rendering.context import Context
from generator.rendering.parts.event_list import by_year, event_list, month_of
from generator.rendering.parts.list_parts import ListPart
from generator.rendering.parts.part_pages import Step, part_of_year
from generator.rendering.parts.registry_list import count_events
from generator.support.escape import html
from generator.support.plain_text import capitalised


def archive_pages(context: Context) -> Iterator[Output]:
    """Yield all years, then all months, in order of time, then pieces of what is too long."""
    years: list[tuple[Step, ListPart[Event], list[Step]]] = []
    months: list[tuple[Step, ListPart[Event], Step]] = []
    for year, events in by_year(context.events):
        year_step, part = Step(str(year), html(year_url(year))), part_of_year(context, events)
        steps = []
        for month in part.parts or _months(context, year, events):
            months.append((Step(month.name, html(month.address)), month, year_step))
            steps.append(_counted_month(context, month))
        years.append((year_step, part, steps))
    year_steps, month_steps = [year[0] for year in years], [month[0] for month in months]
    for n, (_, part, steps) in enumerate(years):
        yield _archive_page(context, year_steps, n, part, below=steps)
    for n, (step, part, year_step) in enumerate(months):
        pieces = [Step(piece.name, html(piece.address)) for piece in part.parts]
        yield _archive_page(context, month_steps, n, part, below=pieces, up=year_step)
        for number, piece in enumerate(part.parts):
            yield _archive_page(context, pieces, number, piece, up=step)


def _months(context: Context, year: int, events: list[Event]) -> list[ListPart[Event]]:
    """Return the events of one year by month; those of which only the year is known have none."""
    events_by_month: dict[int, list[Event]] = {}
    for event in events:
        if (month := month_of(event)) is not None:
            events_by_month.setdefault(month, []).append(event)
    words = context.language.grammar.month_words
    return [
        ListPart(words(Day(year, month, 1)), month_url(year, month), tuple(of))
        for month, of in events_by_month.items()
    ]


def _counted_month(context: Context, part: ListPart[Event]) -> Step:
    month = month_of(part.items[0])
    return Step(
        context.language.grammar.month_name(month)
        if month
        else context.language.gettext("month not given"),
        html(part.address),
        context.language.ngettext("%(count)s event", "%(count)s events", len(part.items)),
        context.marks.attr_count(event.id for event in part.items),
        context.marks.attr_first(event.id for event in part.items),
    )


def _archive_page(
    context: Context,
    steps: list[Step],
    n: int,
    part: ListPart[Event],
    *,
    below: list[Step] | None = None,
    up: Step | None = None,
) -> Output:
    """Return the page of the step `n` among all years, all months, or the pieces of a month.

    It leads to what is `below` it, and to what is above.
    """
    events, name = part.items, capitalised(steps[n].name)
    return context.page(
        page_file(steps[n].address),
        context.chronology.folder,
        "archive.md",
        of_events=events,
        title=name,
        head_title=context.language.gettext("%(period)s: what happened", period=name),
        description=_described(context, name, part),
        event_count=context.language.ngettext("%(count)s event", "%(count)s events", len(events)),
        count_since=context.marks.attr_count(event.id for event in events),
        years=event_list(context, part.shown.items),
        shown=part.shown.name if part.parts else "",
        before=steps[n - 1] if n else None,
        after=steps[n + 1] if n + 1 < len(steps) else None,
        months=below or [],
        up=up,
    )


def _described(context: Context, period: str, part: ListPart[Event]) -> str:
    """Return how many events the period has, and the first of them that the page shows."""
    count = count_events(context, len(part.items))
    lead = context.language.gettext("%(title)s: %(part)s", title=period, part=count)
    return f"{lead}. {'; '.join(event.title for event in part.shown.items[:3])}"
