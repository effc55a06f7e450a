"""Maps of the places, without tiles: dots on a graticule, on outlines where there are any.

A locator map shows the surroundings of the places of one page, each ringed by how closely it is
known, and in a corner where on the whole they lie. The overview shows all places and links them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from generator.rendering.drawings.maps.ground import close_view, corner_box, draw_ground, draw_inset
from generator.rendering.drawings.maps.label_placement import (
    CORNERS,
    LINK_PX,
    SIDES,
    Box,
    Dot,
    name_in_frame,
    place_labels,
)
from generator.rendering.drawings.maps.marks import (
    PHONE_PX,
    MapPlace,
    dot_mark,
    name_mark,
    ring_mark,
    ring_reach,
    scale_bar,
)
from generator.rendering.drawings.maps.projection import GRID_CELLS, View, view_around
from generator.rendering.drawings.svg import LINKS, svg_link, tag
from generator.rendering.language import Language
from generator.support.escape import html

_WIDE_PX = 900.0
_ASPECT, _WIDE_ASPECT = 4 / 3, 1.7
_SUBJECT_DOT_PX, _DOT_PX = 4.5, 2.8
_MAX_SHARE_OF_WHOLE = 0.6
"""A locator map that would show more of the whole than this has no inset."""
_INSET_CELLS = 80


class MapSet:
    """All maps of one set of places. `borders` is a GeoJSON FeatureCollection, as parsed."""

    def __init__(
        self,
        language: Language,
        places: Sequence[MapPlace],
        borders: Mapping[str, Any] | None = None,
    ) -> None:
        self.places = tuple(places)
        self._language = language
        self._borders = borders
        self._grounds: dict[tuple[View, int], Markup] = {}

    def locator(self, ids: Sequence[str], ident: str = "locator") -> Markup:
        """Return the map with these places ringed; empty where none of them has coordinates."""
        subjects = [place for place in self.places if place.id in ids]
        if not subjects:
            return Markup("")
        whole = self._whole(_ASPECT)
        view = close_view(subjects, whole, _MAX_SHARE_OF_WHOLE)
        is_close = view.width < whole.width * _MAX_SHARE_OF_WHOLE
        taken = [corner_box(PHONE_PX, _ASPECT)] if is_close else []
        parts = [self._ground(view, GRID_CELLS), *self._marks(view, subjects, taken)]
        parts.append(scale_bar(self._language, view))
        if is_close:
            parts.append(draw_inset(view, whole, self._ground(whole, _INSET_CELLS)))
        label = self._language.gettext(
            "Map: %(places)s among the places of this chronology",
            places=self._language.listed(place.name for place in subjects),
        )
        countries = dict.fromkeys(place.country for place in subjects if place.country)
        where = self._language.joined(countries) if countries else ""
        return self._figure(parts, ident, _ASPECT, where, role="img", aria_label=label)

    def overview(self, ident: str = "map") -> Markup:
        """Return the map of all places, each a link with the count of its events."""
        if not self.places:
            return Markup("")
        view = self._whole(_WIDE_ASPECT)
        ground, bar = self._ground(view, GRID_CELLS), scale_bar(self._language, view)
        label = self._language.gettext("Map of all places")
        parts = [ground, *self._links(view), bar]
        note = self._language.gettext("The number behind a name says how many events it has.")
        counted = note if any(place.events for place in self.places) else ""
        return self._figure(
            parts, ident, _WIDE_ASPECT, note=counted, role="group", aria_label=label, **LINKS
        )

    def _whole(self, aspect: float) -> View:
        return view_around([(place.lat, place.lon) for place in self.places], aspect)

    def _ground(self, view: View, cells: int) -> Markup:
        """Return the ground of a view, drawn once for all maps that show it."""
        if (key := (view, cells)) not in self._grounds:
            self._grounds[key] = draw_ground(self._borders, view, cells)
        return self._grounds[key]

    def _figure(
        self,
        parts: Sequence[Markup],
        ident: str,
        aspect: float,
        where: str = "",
        note: str = "",
        **attributes: str,
    ) -> Markup:
        """Return the figure of a map: with the country, a note, and one where it shows borders."""
        shape = f"aspect-ratio:{aspect:g};height:auto"
        plot = tag("svg", *parts, class_="map__plot", style=shape, width="100%", **attributes)
        words = [tag("b", where)] if where else []
        words += [tag("span", note), html(" ")] if note else []
        if self._borders:
            borders = self._language.gettext(
                "Borders as they are on the ground, without taking a position."
            )
            words.append(tag("span", borders))
        caption = [tag("figcaption", *words)] if words else []
        return tag("figure", plot, *caption, class_="map", id=ident)

    def _marks(
        self, view: View, subjects: Sequence[MapPlace], taken: Sequence[Box]
    ) -> list[Markup]:
        """Return rings, dots and names, those that the map is about before the others."""
        rest = [p for p in self.places if p not in subjects and p.precision != "country"]
        shown = [*subjects, *(place for place in rest if view.has(place.lat, place.lon))]
        dots = [
            Dot(*view.at(p.lat, p.lon), p.name, ring_reach(view, p) if p in subjects else 0)
            for p in shown
        ]
        height = PHONE_PX / _ASPECT
        sides = place_labels(dots, PHONE_PX, height, taken, sides=(*SIDES, *CORNERS))
        parts = [ring_mark(view, p, dot) for p, dot in zip(subjects, dots, strict=False)]
        for place, dot, side in zip(shown, dots, sides, strict=True):
            is_subject = place in subjects
            radius = _SUBJECT_DOT_PX if is_subject else _DOT_PX
            if not place.is_area:
                parts.append(dot_mark(dot, radius, is_subject=is_subject))
            if is_subject and not side:
                side, name = name_in_frame(dot, PHONE_PX, height)
                dot = dot._replace(name=name)
            if side:
                parts.append(name_mark(dot, side, is_subject=is_subject))
        return parts

    def _links(self, view: View) -> list[Markup]:
        """Return dots, then names: a link is as wide as its name, and far enough from the next.

        Names that only a wide map has room for are hidden on a narrow one.
        """
        order = sorted(self.places, key=lambda p: (p.precision == "country", -p.events, p.name))
        dots = [Dot(*view.at(p.lat, p.lon), self._counted_name(p), p.dot_radius) for p in order]
        narrow = place_labels(dots, PHONE_PX, PHONE_PX / view.aspect, line_px=LINK_PX)
        wide = place_labels(
            dots, _WIDE_PX, _WIDE_PX / view.aspect, line_px=LINK_PX, kept_sides=narrow
        )
        parts = [
            dot_mark(dot, dot.reach, is_subject=True)
            for place, dot in zip(order, dots, strict=True)
            if not place.is_area
        ]
        for place, dot, narrow_side, side in zip(order, dots, narrow, wide, strict=True):
            if side:
                room = None if narrow_side else "wide-only"
                name = name_mark(dot, side)
                parts.append(
                    svg_link(place.href, name, class_=room)
                    if place.href
                    else tag("g", name, class_=room)
                )
        return parts

    def _counted_name(self, place: MapPlace) -> str:
        """Return the name of a place with the number of its events."""
        if not place.events:
            return place.name
        count = self._language.grammar.number_words(place.events)
        # Translators: a place, and how many events it has.
        return self._language.gettext("%(place)s, %(count)s", place=place.name, count=count)
