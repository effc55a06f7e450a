"""A page for each place where events happened."""

from collections.abc import Iterator

from generator.model.output import Output
from generator.model.permalinks import place_feed, place_url
from generator.model.records import Place
from generator.rendering.chronology_drawings import ChronologyDrawings
from generator.rendering.context import Context
from generator.rendering.pages.places import places_pages
from generator.rendering.parts.embed_code import LIST_PX, embed_code
from generator.rendering.parts.list_parts import parts_by_time, row_weight, year_and_month
from generator.rendering.parts.part_pages import event_part_pages, render_part
from generator.rendering.parts.registry_list import (
    ListedEvent,
    by_name,
    count_events,
    described,
    enclosing_places,
    foreign_names,
)
from generator.rendering.parts.schema_org import TO_ROOT
from generator.support.plain_text import paragraphs


def place_pages(context: Context, drawings: ChronologyDrawings) -> Iterator[Output]:
    """Yield the list of places, and one page for each."""
    places = by_name(context, context.chronology.places.values())
    yield from places_pages(context, drawings, places)
    for place in places:
        yield from _place_pages(
            context, drawings, place, [p for p in places if p.within == place.id]
        )


def _place_pages(
    context: Context, drawings: ChronologyDrawings, place: Place, contained: list[Place]
) -> Iterator[Output]:
    """Yield the page of a place, and pages for parts of its events if they need several."""
    events = context.by_place_within.get(place.id, [])
    direct = [event for event in events if place.id in event.places]
    whole = parts_by_time(
        context.language, events, year_and_month, lambda event: row_weight(context.rows[event.id])
    )
    count = count_events(context, len(events))
    count_since = context.marks.attr_count(event.id for event in events)
    called = _called(context, place)
    pages = event_part_pages(
        context,
        whole,
        place_url(place.id),
        place.name,
        head_title=called,
        description=described(context, called, count, place.note),
    )
    for page in pages:
        yield render_part(
            context,
            page,
            place.path,
            "place.md",
            of_events=events if page.is_main else page.items,
            feed=context.feed(place_feed(place.id)) if page.is_main else None,
            place=place,
            precision=context.names.precision(place.precision),
            names=foreign_names(context, place),
            note=paragraphs(place.note or ""),
            within=enclosing_places(context, place),
            inside=contained,
            coordinates=_coordinates(context, place),
            map=drawings.locator([place.id]),
            counts=_counts(context, len(direct), len(events)) if page.is_main else "",
            count_since=count_since,
            events=[ListedEvent(context.rows[event.id]) for event in page.items],
            embed=embed_code(context, place_url(place.id), place.name, LIST_PX, TO_ROOT)
            if events
            else None,
        )


def _called(context: Context, place: Place) -> str:
    """Return the name, told from others alike: `River Bend (weir), Meresh basin`."""
    kind = place.kind or context.language.gettext("place")
    name = context.language.gettext("%(name)s (%(kind)s)", name=place.name, kind=kind)
    outer = [enclosing.name for enclosing in enclosing_places(context, place)[:1]]
    return context.language.listed([name, *(outer or filter(None, [place.country]))])


def _counts(context: Context, direct: int, within: int) -> str:
    """Return how many events are at a place itself, and how many with the places in it."""
    if direct == within:
        return ""
    return context.language.gettext(
        "%(direct)s directly, %(all)s with places within.",
        direct=count_events(context, direct),
        all=count_events(context, within),
    )


def _coordinates(context: Context, place: Place) -> str:
    """`36.2° N, 37.16° E`; empty where a place has none."""
    if place.lat is None or place.lon is None:
        return ""
    language = context.language
    north, south = language.pgettext("latitude", "N"), language.pgettext("latitude", "S")
    east, west = language.pgettext("longitude", "E"), language.pgettext("longitude", "W")
    latitude = f"{_degrees(place.lat)} {south if place.lat < 0 else north}"
    longitude = f"{_degrees(place.lon)} {west if place.lon < 0 else east}"
    return language.listed([latitude, longitude])


def _degrees(value: float) -> str:
    return f"{abs(value):.4f}".rstrip("0").rstrip(".") + "°"
