"""The list of all places: where events happened, with a map."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import place_url
from generator.model.records import Place
from generator.rendering.chronology_drawings import ChronologyDrawings
from generator.rendering.context import Context
from generator.rendering.page_weight import weight_of
from generator.rendering.pages.registry_pages import registry_pages
from generator.rendering.parts.list_parts import MAX_LIST_WEIGHT
from generator.rendering.parts.registry_list import (
    FoundBy,
    RegistryItem,
    count_events,
    enclosing_places,
    foreign_names,
    item_name,
)
from generator.support.escape import html


def places_pages(
    context: Context, drawings: ChronologyDrawings, places: list[Place]
) -> Iterator[Output]:
    """Return the list of these places by country, with a map of all."""
    language, title = context.language, context.language.gettext("Places")
    key, initial = language.grammar.sort_key, language.grammar.initial
    countries = sorted({p.country or "" for p in places}, key=lambda name: (not name, key(name)))
    if len(countries) > 1:
        nowhere = language.gettext("Country not given")
    else:
        nowhere = language.gettext("All places")
    groups = [
        (country or nowhere, [_item(context, p) for p in places if (p.country or "") == country])
        for country in countries
    ]
    drawing = drawings.places_map("../")
    room = MAX_LIST_WEIGHT - weight_of(drawing)
    if room < MAX_LIST_WEIGHT // 4:  # nobody could tell so many marks apart
        drawing, room = Markup(""), MAX_LIST_WEIGHT

    def counted(count: int) -> str:
        return language.ngettext("%(count)s place", "%(count)s places", count)

    description = language.gettext(
        "Where it happened: %(places)s on a map, each with its events, those of places within it "
        "among them.",
        places=counted(len(places)),
    )
    return registry_pages(
        context, groups, "places", title, item_name, lambda item: initial(item.name), counted,
        description=description, room=room, map=drawing,
    )  # fmt: skip


def _item(context: Context, place: Place) -> RegistryItem:
    enclosing = [enclosing.name for enclosing in enclosing_places(context, place)]
    events = [event.id for event in context.by_place_within.get(place.id, ())]
    return RegistryItem(
        html(place_url(place.id)),
        place.name,
        foreign_names(context, place),
        context.language.listed([*([place.kind] if place.kind else []), *enclosing]),
        count_events(context, len(events)),
        FoundBy(
            (place.name, *place.also, *place.names.values(), place.kind, *enclosing, place.country),
            min((context.known.first[id] for id in events), default=None),
        ),
        context.marks.attr_first(events),
        context.marks.attr_count(events),
        is_draft=place.draft,
    )
