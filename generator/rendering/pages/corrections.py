"""Every correction of what was published, the newest first."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.model.output import Output
from generator.model.permalinks import CORRECTIONS_FEED, CORRECTIONS_URL
from generator.model.records import Correction, Event
from generator.rendering.context import Context
from generator.rendering.event_row import EventRow
from generator.rendering.language.elements import day_element
from generator.rendering.parts.contact import contact_line
from generator.rendering.parts.list_parts import Month, parts_by_time
from generator.rendering.parts.part_pages import part_pages, render_part
from generator.rendering.parts.repository_links import history_link


class EventCorrection(NamedTuple):
    """A correction, and the event that it was made to."""

    event: Event
    row: EventRow
    correction: Correction
    history: str | None
    """The address of the history of the record."""


def corrections_pages(context: Context) -> Iterator[Output]:
    """Yield the page of all corrections, and those of its parts where it has any."""
    language, title = context.language, context.language.gettext("Corrections")
    repository = context.settings.repository
    made = (
        EventCorrection(
            event, context.rows[event.id], correction, history_link(repository, event.path)
        )
        for event in context.events
        for correction in event.corrections
    )
    newest_first = sorted(made, key=lambda item: item.correction.on, reverse=True)
    # Parts are in order of time, and each page turns its own around again.
    whole = parts_by_time(language, newest_first[::-1], _month_of, _weight)

    def counted(count: int) -> str:
        return language.ngettext("%(count)s correction", "%(count)s corrections", count)

    description = language.gettext(
        "What was published and then corrected: what it was, what it is now, when and why."
    )
    pages = part_pages(context, whole, CORRECTIONS_URL, title, counted, description=description)
    for page in pages:
        yield render_part(
            context,
            page,
            context.chronology.folder,
            "corrections.md",
            of_events=None if page.is_main else [item.event for item in page.items],
            feed=context.feed(CORRECTIONS_FEED) if page.is_main else None,
            corrections=page.items[::-1],
            contact=contact_line(language, context.settings),
            on_day=partial(day_element, language),
        )


def _month_of(made: EventCorrection) -> Month:
    return made.correction.on.year, made.correction.on.month


def _weight(made: EventCorrection) -> int:
    correction = made.correction
    texts = (
        made.row.title,
        correction.what,
        correction.was or "",
        correction.now or "",
        correction.why,
    )
    return 12 + sum(len(text.encode()) for text in texts) // 100
