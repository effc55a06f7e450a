"""What lies under the marks of a map: land, graticule, and the whole in a corner."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from generator.rendering.drawings.maps.label_placement import Box
from generator.rendering.drawings.maps.marks import RADIUS_KM, MapPlace
from generator.rendering.drawings.maps.projection import View, outlines, round_degrees, view_around
from generator.rendering.drawings.svg import coordinate, percent, tag

_INSET_PERCENT = 26.0
"""The width and the height of the inset."""
_MIN_INSET_VIEW_PERCENT = 6.0
_RADII_ACROSS = 12
"""A close view is so many times as wide as the ring of its place."""


def close_view(places: Sequence[MapPlace], whole: View, max_share: float) -> View:
    """Return a view of some places, near enough to tell them apart and no wider than the whole.

    Where it would show more than `max_share` of the whole it is the whole. Either is widened where
    it has to be, to hold the rings of the places.
    """
    radius = max(RADIUS_KM[place.precision] for place in places)
    points = [(place.lat, place.lon) for place in places]
    tight = view_around(points, whole.aspect, radius * _RADII_ACROSS)
    view = whole if tight.width > whole.width * max_share else tight
    for place in places:
        view = view.widened(place.lat, place.lon, RADIUS_KM[place.precision])
    return view


def draw_ground(borders: Mapping[str, Any] | None, view: View, cells: int) -> Markup:
    """Return land and graticule of a view, on a grid of so many cells across and down."""
    lines = [tag("path", class_="map__graticule", d=_graticule(view, cells))]
    if borders:
        lines.insert(0, tag("path", class_="map__land", d=outlines(borders, view, cells)))
    return tag(
        "svg",
        *lines,
        viewBox=f"0 0 {cells} {cells}",
        preserveAspectRatio="none",
        style="height:100%",
    )


def draw_inset(view: View, whole: View, ground: Markup) -> Markup:
    """Return the whole, small in a corner, on its ground, with the view marked in it."""
    x, y = whole.at(view.lat, view.lon)
    side = max(whole.share(view.width), _MIN_INSET_VIEW_PERCENT)
    marked_view = tag(
        "rect",
        class_="map__inset-view",
        x=percent(x - side / 2),
        y=percent(y - side / 2),
        width=percent(side),
        height=percent(side),
    )
    size = {"width": "100%", "height": "100%"}
    return tag(
        "svg",
        tag("rect", class_="map__inset-sea", **size),
        ground,
        marked_view,
        tag("rect", class_="map__inset-edge", **size),
        class_="map__inset",
        x=percent(100 - _INSET_PERCENT),
        width=percent(_INSET_PERCENT),
        height=percent(_INSET_PERCENT),
        style=f"height:{coordinate(_INSET_PERCENT)}%",
    )


def corner_box(width: float, aspect: float) -> Box:
    """Return the ground that the inset takes on a map of this width, in px."""
    side = width * _INSET_PERCENT / 100
    return Box(width - side, 0, width, side / aspect)


def _graticule(view: View, cells: int) -> str:
    """Return the path of the meridians and parallels at round degrees."""
    lats, lons = round_degrees(view)
    across = [view.at(view.lat, lon)[0] / 100 * cells for lon in lons]
    down = [view.at(lat, view.lon)[1] / 100 * cells for lat in lats]
    return "".join(
        [*(f"M{x:.1f} 0V{cells}" for x in across), *(f"M0 {y:.1f}H{cells}" for y in down)]
    )
