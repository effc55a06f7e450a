"""Maps of the places, without tiles: dots on a graticule, on outlines where there are any.

A locator shows the ground of one event or one place, ringed by how closely it is known, and in a
corner where on the whole it lies. The map of all places links them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from generator.rendering.drawings.maps.label_placement import (
    CORNERS,
    SIDES,
    TARGET,
    Box,
    Dot,
    place,
)
from generator.rendering.drawings.maps.marks import (
    PHONE,
    RADIUS,
    Spot,
    dot_mark,
    name_mark,
    reach,
    ring_mark,
    scale_bar,
)
from generator.rendering.drawings.maps.projection import FINE, View, meridians, outlines, view_of
from generator.rendering.drawings.svg import number, percent, tag

NOTE = "The lines are de facto lines and no position of ours."
"""Stands under every map with outlines."""
_CLOSE = 12
"""A locator is so many times as wide as its ring."""
_WHOLE = 0.6
"""One that would show more of the whole than this shows all of it."""
_WIDE = 900.0
_ASPECT, _WIDE_ASPECT = 4 / 3, 1.7
_INSET, _COARSE = 26.0, 80


class Atlas:
    """All maps of one set of places. `borders` is a GeoJSON FeatureCollection, as parsed."""

    def __init__(self, spots: Sequence[Spot], borders: Mapping[str, Any] | None = None) -> None:
        self.spots = tuple(spots)
        self._borders = borders
        self._grounds: dict[tuple[View, int], Markup] = {}

    def locator(self, ids: Sequence[str], ident: str = "locator") -> Markup:
        """The map with these places ringed; nothing where none of them has coordinates."""
        ringed = [spot for spot in self.spots if spot.id in ids]
        if not ringed:
            return Markup("")
        whole = self._whole(_ASPECT)
        view = _close(ringed, whole)
        is_close = view.width < whole.width * _WHOLE
        marks = self._marks(view, ringed, [_corner()] if is_close else [])
        inset = [self._inset(view, whole)] if is_close else []
        names = ", ".join(spot.name for spot in ringed)
        label = f"Map: {names} among the places of this chronology"
        parts = [self._ground(view, FINE), *marks, scale_bar(view), *inset]
        return self._figure(parts, ident, _ASPECT, role="img", aria_label=label)

    def overview(self, ident: str = "map") -> Markup:
        """The map of all places, each a link with the count of its events."""
        if not self.spots:
            return Markup("")
        view = self._whole(_WIDE_ASPECT)
        parts = [self._ground(view, FINE), *self._links(view), scale_bar(view)]
        label = "Map of all places"
        return self._figure(parts, ident, _WIDE_ASPECT, role="group", aria_label=label)

    def _whole(self, aspect: float) -> View:
        return view_of([(spot.lat, spot.lon) for spot in self.spots], aspect)

    def _figure(
        self, parts: Sequence[Markup], ident: str, aspect: float, **attributes: str
    ) -> Markup:
        shape = f"aspect-ratio:{aspect:g};height:auto"
        plot = tag("svg", *parts, class_="map__plot", style=shape, width="100%", **attributes)
        caption = [tag("figcaption", NOTE)] if self._borders else []
        return tag("figure", plot, *caption, class_="map", id=ident, data_search_exclude="")

    def _ground(self, view: View, cells: int) -> Markup:
        """Land and graticule of a view; the same for every map that shows it."""
        if (key := (view, cells)) not in self._grounds:
            lines = [tag("path", class_="map__graticule", d=_graticule(view, cells))]
            if self._borders:
                lines.insert(
                    0, tag("path", class_="map__land", d=outlines(self._borders, view, cells))
                )
            self._grounds[key] = tag(
                "svg",
                *lines,
                viewBox=f"0 0 {cells} {cells}",
                preserveAspectRatio="none",
                style="height:100%",
            )
        return self._grounds[key]

    def _inset(self, view: View, whole: View) -> Markup:
        """The whole, small in a corner, with the view marked in it."""
        x, y = whole.at(view.lat, view.lon)
        side = max(whole.share(view.width), 6.0)
        marked = tag(
            "rect",
            class_="map__inset-view",
            x=percent(x - side / 2),
            y=percent(y - side / 2),
            width=percent(side),
            height=percent(side),
        )
        full = {"width": "100%", "height": "100%"}
        return tag(
            "svg",
            tag("rect", class_="map__inset-sea", **full),
            self._ground(whole, _COARSE),
            marked,
            tag("rect", class_="map__inset-edge", **full),
            class_="map__inset",
            x=percent(100 - _INSET),
            width=percent(_INSET),
            height=percent(_INSET),
            style=f"height:{number(_INSET)}%",
        )

    def _marks(self, view: View, ringed: Sequence[Spot], taken: Sequence[Box]) -> list[Markup]:
        """Rings, dots and names, those that the map is about before the others."""
        rest = [s for s in self.spots if s not in ringed and s.precision != "country"]
        shown = [*ringed, *(spot for spot in rest if view.has(spot.lat, spot.lon))]
        dots = [
            Dot(*view.at(s.lat, s.lon), s.name, reach(view, s) if s in ringed else 0) for s in shown
        ]
        sides = place(dots, PHONE, PHONE / _ASPECT, taken, sides=(*SIDES, *CORNERS))
        marks = [ring_mark(view, s, dot) for s, dot in zip(ringed, dots, strict=False)]
        for spot, dot, side in zip(shown, dots, sides, strict=True):
            is_on = spot in ringed
            marks.append(dot_mark(dot, 4.5 if is_on else 2.8, is_on=is_on))
            if side or is_on:
                marks.append(name_mark(dot, side or "inside", is_on=is_on))
        return marks

    def _links(self, view: View) -> list[Markup]:
        """Dots, then names: a link is as wide as its name, and far enough from the next."""
        order = sorted(self.spots, key=lambda s: (s.precision == "country", -s.events, s.name))
        dots = [Dot(*view.at(s.lat, s.lon), s.counted, s.size) for s in order]
        narrow = place(dots, PHONE, PHONE / view.aspect, line=TARGET)
        wide = place(dots, _WIDE, _WIDE / view.aspect, line=TARGET, given=narrow)
        parts = [dot_mark(dot, dot.reach, is_on=True) for dot in dots]
        for spot, dot, is_narrow, side in zip(order, dots, narrow, wide, strict=True):
            if side:
                room = None if is_narrow else "wide-only"
                href = spot.href or None
                name = name_mark(dot, side)
                parts.append(tag("a" if href else "g", name, class_=room, href=href))
        return parts


def _close(ringed: Sequence[Spot], whole: View) -> View:
    """The view of some places: near enough to tell them apart, and never wider than the whole."""
    radius = max(RADIUS[spot.precision] for spot in ringed)
    tight = view_of([(spot.lat, spot.lon) for spot in ringed], whole.aspect, radius * _CLOSE)
    if whole.width < radius * 3:
        return whole.around(whole.lat, whole.lon, radius * 4)
    return whole if tight.width > whole.width * _WHOLE else tight


def _graticule(view: View, cells: int) -> str:
    lats, lons = meridians(view)
    across = [view.at(view.lat, lon)[0] / 100 * cells for lon in lons]
    down = [view.at(lat, view.lon)[1] / 100 * cells for lat in lats]
    return "".join(
        [*(f"M{x:.1f} 0V{cells}" for x in across), *(f"M0 {y:.1f}H{cells}" for y in down)]
    )


def _corner() -> Box:
    """The room that the small map of the whole takes, in px on a phone."""
    width = PHONE * _INSET / 100
    return Box(PHONE - width, 0, PHONE, width / _ASPECT)
