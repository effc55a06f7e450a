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
    """Yield the table of all events, then the list of those that one outlet alone tells."""
    last = last_published(context.chronology.sources.values(), context.known)
    every = [outlets_of(context.chronology, context.known, last, event) for event in context.events]
    language = context.language
    sole = [item for item in every if len(item.voices) == 1]
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
    for url, items in ((OUTLETS_URL, every), (SOLE_OUTLET_URL, sole)):
        counted = partial(count_events, context)
        whole = _parts(context, items)
        pages = part_pages(context, whole, url, titles[url], counted, description=descriptions[url])
        for page in pages:
            yield render_part(
                context,
                page,
                context.chronology.folder,
                "outlets.md",
                of_events=None if page.is_main else [item.event for item in page.items],
                is_sole=url == SOLE_OUTLET_URL,
                count=counted(len(items)),
                sole=counted(len(sole)),
                rows=[_shown(context, item) for item in page.items],
            )


def _parts(context: Context, items: Iterable[EventOutlets]) -> ListPart[EventOutlets]:
    return parts_by_time(
        context.language,
        list(items),
        lambda item: year_and_month(item.event),
        lambda item: _ROW_WEIGHT + 3 * len(item.voices) + min(len(item.silent), _MAX_SILENT),
    )


def _shown(context: Context, item: EventOutlets) -> OutletRow:
    actors = context.chronology.actors
    return OutletRow(
        context.rows[item.event.id],
        tuple(voice.outlet for voice in item.voices if voice.own_voice),
        tuple(
            PassingOutlet(voice.outlet, tuple(actors[id].name for id in voice.passes_on))
            for voice in item.voices
            if voice.passes_on
        ),
        item.silent[:_MAX_SILENT],
        len(item.silent[_MAX_SILENT:]),
    )
