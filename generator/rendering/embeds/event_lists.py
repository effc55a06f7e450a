"""The embeds of lists: a band with the events below it, of all, an actor, a place, a kind, a year.

One filter and no more is what a page without a script can hold: each list is a page of its own.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import actor_url, embed_file, embed_url, place_url, year_url
from generator.model.records import Event
from generator.rendering.chronology_drawings import ChronologyDrawings
from generator.rendering.context import Context
from generator.rendering.embeds.frame import (
    MAX_EMBED_BYTES,
    days_in_order,
    frame,
    known_class,
)
from generator.rendering.event_row import EventRow
from generator.rendering.markdown_page import root
from generator.rendering.parts.event_list import by_year
from generator.rendering.templates import render_macro
from generator.support.escape import html

_BYTES_A_DAY = 280
"""What a further day on which something was told costs: its sentence and its rule."""
_MAX_BAND_BYTES = 9 * 1024
_SPARE_BYTES = 256


class ListedRow(NamedTuple):
    """An event in the list."""

    row: EventRow
    known: str
    """The class of the day since when it is told."""


class EmbeddedList(NamedTuple):
    """A list for the template."""

    title: str
    address: Markup
    root: Markup
    events: str
    """How many, in words."""
    left_out: int
    shown: int
    band: Markup
    rows: tuple[ListedRow, ...]


def event_list_embeds(
    context: Context, drawings: ChronologyDrawings, are_late: bool = False
) -> Iterator[Output]:
    """Yield the embed of all events, each year, and each actor, place and kind with events.

    Where they `are_late`, the content of each is made when it is read.
    """
    chronology, relations = context.chronology, context.relations

    def embed(address: str, title: str, events: Sequence[Event], link: str = "") -> Output:
        make = partial(_embed, context, drawings, address, title, events, link or address)
        if are_late:
            return Output.made_late(embed_file(address), make, chronology.folder)
        return make()

    yield embed("timeline/", chronology.settings.title, context.events)
    for id, actor in chronology.actors.items():
        if ids := relations.named_in.get(id):
            events = [chronology.by_id[event_id] for event_id in ids]
            yield embed(actor_url(id), actor.name, events)
    for id, place in chronology.places.items():
        if within := context.by_place_within.get(id):
            yield embed(place_url(id), place.name, within)
    for id in dict.fromkeys(event.kind for event in context.events):
        of_kind = [event for event in context.events if event.kind == id]
        yield embed(f"kinds/{id}/", context.names.kind(id), of_kind, f"timeline/?kind={id}")
    for year, of_year in by_year(context.events):
        yield embed(year_url(year), str(year), of_year)


def _embed(
    context: Context,
    drawings: ChronologyDrawings,
    address: str,
    title: str,
    events: Sequence[Event],
    link: str,
) -> Output:
    """Return the embed at an address; it leads to the page at `link`."""
    band = drawings.strip(address, [event.id for event in events])  # on an axis of all events
    shown = [
        (context.rows[event.id], context.known.first[event.id], context.changed[event.id])
        for event in events
    ]
    inputs = (*context.registries, band, title, link, shown)
    make = partial(_made, context, band, address, title, events, link)
    return context.cache.get_if_equal("embed of a list", address, inputs, make)


def _made(
    context: Context,
    band: Markup,
    address: str,
    title: str,
    events: Sequence[Event],
    link: str,
) -> Output:
    """Return the embed, with as many of the newest events as it has room for."""
    language, known = context.language, context.known
    days = [known.first[event.id] for event in events]
    changed = max((context.changed[event.id] for event in events), default=None)
    if len(band.encode()) > _MAX_BAND_BYTES:
        band = Markup("")

    def page(shown: int) -> Output:
        first = len(events) - shown
        own = days_in_order(days[first:])
        rows = tuple(
            ListedRow(context.rows[event.id], known_class(own, day))
            for event, day in zip(events[first:], days[first:], strict=True)
        )
        listed = EmbeddedList(
            title,
            html(link),
            root(embed_url(address)),
            language.ngettext("%(count)s event", "%(count)s events", len(events)),
            left_out=first,
            shown=shown,
            band=band,
            rows=rows,
        )
        content = render_macro(language, "event_lists.html", "event_list_embed", listed)
        return frame(
            context,
            address,
            context.chronology.folder,
            title=title,
            changed=changed,
            days=own,
            content=content,
        )

    room = MAX_EMBED_BYTES - _SPARE_BYTES - len(str(page(0).content).encode())
    return page(_fitting(context, events, room))


def _fitting(context: Context, events: Sequence[Event], room: int) -> int:
    """Return how many events find room, from the last one backwards."""
    seen = set()
    for shown, event in enumerate(reversed(events)):
        html = render_macro(
            context.language, "event_lists.html", "row", ListedRow(context.rows[event.id], "k000")
        )
        room -= len(html.encode()) + 16
        if (day := context.known.first[event.id]) not in seen:
            seen.add(day)
            room -= _BYTES_A_DAY
        if room < 0:
            return shown
    return len(events)
