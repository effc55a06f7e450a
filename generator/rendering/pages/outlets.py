"""Who tells what: for each event the outlets that tell it, pass it on, or could have and do not."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.outlets import EventOutlets, last_published, outlets_of
from generator.model.output import Output
from generator.model.permalinks import OUTLETS_URL, SOLE_OUTLET_URL
from generator.rendering.context import Context
from generator.rendering.event_row import EventRow
from generator.rendering.parts.list_parts import ListPart, parts_by_time, year_and_month
from generator.rendering.parts.part_pages import part_pages, render_part
from generator.rendering.parts.registry_list import count_events

_ROW_WEIGHT = 12
_MAX_SILENT = 12
"""So many outlets that do not tell an event are named; more are counted."""


class PassingOutlet(NamedTuple):
    """An outlet that passes on what others say."""

    outlet: str
    speakers: tuple[str, ...]


class OutletRow(NamedTuple):
    """A row of the table."""

    row: EventRow
    own: tuple[str, ...]
    passing: tuple[PassingOutlet, ...]
    silent: tuple[str, ...]
    silent_others: int


def outlets_pages(context: Context) -> Iterator[Output]:
    """The table of all events, then the list of those that one outlet alone tells."""
    last = last_published(context.chronology.sources.values(), context.known)
    every = [outlets_of(context.chronology, context.known, last, event) for event in context.events]
    language = context.language
    sole = [one for one in every if len(one.voices) == 1]
    titles = {
        OUTLETS_URL: language.gettext("Who tells what"),
        SOLE_OUTLET_URL: language.gettext("Told by one outlet only"),
    }
    descriptions = {
        OUTLETS_URL: language.gettext(
            "Each event, and which outlets tell it, pass it on, or published later and do not "
            "tell it."
        ),
        SOLE_OUTLET_URL: language.gettext("The events that one outlet alone tells."),
    }
    for url, told in ((OUTLETS_URL, every), (SOLE_OUTLET_URL, sole)):
        counted = partial(count_events, context)
        whole = _parts(context, told)
        pages = part_pages(context, whole, url, titles[url], counted, description=descriptions[url])
        for page in pages:
            yield render_part(
                context,
                page,
                context.chronology.folder,
                "outlets.md",
                of_events=None if page.is_main else [one.event for one in page.items],
                is_sole=url == SOLE_OUTLET_URL,
                count=counted(len(told)),
                sole=counted(len(sole)),
                rows=[_shown(context, one) for one in page.items],
            )


def _parts(context: Context, told: Iterable[EventOutlets]) -> ListPart[EventOutlets]:
    return parts_by_time(
        context.language,
        list(told),
        lambda one: year_and_month(one.event),
        lambda one: _ROW_WEIGHT + 3 * len(one.voices) + min(len(one.silent), _MAX_SILENT),
    )


def _shown(context: Context, one: EventOutlets) -> OutletRow:
    actors = context.chronology.actors
    return OutletRow(
        context.rows[one.event.id],
        tuple(voice.outlet for voice in one.voices if voice.own_voice),
        tuple(
            PassingOutlet(voice.outlet, tuple(actors[id].name for id in voice.passes_on))
            for voice in one.voices
            if voice.passes_on
        ),
        one.silent[:_MAX_SILENT],
        len(one.silent[_MAX_SILENT:]),
    )
