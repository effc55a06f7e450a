"""Every correction of what was published, the newest first."""

from functools import partial
from typing import NamedTuple

from generator.model.output import Output
from generator.model.permalinks import CORRECTIONS_FEED
from generator.model.records import Correction
from generator.rendering.context import Context
from generator.rendering.event_row import EventRow
from generator.rendering.language.elements import day_element
from generator.rendering.parts.citation import history_link


class EventCorrection(NamedTuple):
    """A correction, and the event that it was made to."""

    row: EventRow
    correction: Correction
    history: str | None
    """The address of the history of the record."""


def corrections_page(context: Context) -> Output:
    """The page of all corrections."""
    corrections = [
        EventCorrection(context.rows[event.id], correction, history_link(context.settings, event))
        for event in context.events
        for correction in event.corrections
    ]
    return context.page(
        "corrections/index.md",
        context.chronology.folder,
        "corrections.md",
        title=context.language.gettext("Corrections"),
        feed=context.feed(CORRECTIONS_FEED),
        corrections=sorted(corrections, key=lambda made: made.correction.on, reverse=True),
        on_day=partial(day_element, context.language),
    )
