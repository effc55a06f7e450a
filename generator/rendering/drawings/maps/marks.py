"""What stands on a map: a place as a dot, its ring, its name; and a bar for some kilometres."""

from typing import NamedTuple

from markupsafe import Markup

from generator.rendering.drawings.maps.label_placement import Dot, label_offset
from generator.rendering.drawings.maps.projection import View, round_length
from generator.rendering.drawings.svg import join_markup, percent, tag
from generator.rendering.language import Language

PHONE_PX = 290.0
"""The width that names are placed for."""
RADIUS_KM = {"exact": 1.0, "neighbourhood": 3.0, "town": 10.0, "region": 75.0, "country": 250.0}
"""How far from its coordinates a place may reach, by its precision."""
_SMALLEST_RING_PX = 9.0
_SMALLEST_DOT_PX = 2.5
_MAX_EVENTS_OF_DOT = 60


class MapPlace(NamedTuple):
    """A place as maps need it."""

    id: str
    name: str
    lat: float
    lon: float
    precision: str = "exact"
    """A key of `RADIUS_KM`."""
    events: int = 0
    """How many events it has."""
    href: str = ""
    """Where its name leads to on the map of all places."""
    country: str = ""

    @property
    def is_area(self) -> bool:
        """Whether it is a country or a region: no point, so no dot stands for it."""
        return self.precision in ("region", "country")

    @property
    def dot_radius(self) -> float:
        """The radius of its dot in px: the area grows with the number of its events."""
        return float(_SMALLEST_DOT_PX + min(self.events, _MAX_EVENTS_OF_DOT) ** 0.5)


def ring_reach(view: View, place: MapPlace) -> float:
    """Return the radius of a ring in px on a phone; never so small that the dot fills it."""
    return max(view.share(RADIUS_KM[place.precision]) / 100 * PHONE_PX, _SMALLEST_RING_PX)


def ring_mark(view: View, place: MapPlace, dot: Dot) -> Markup:
    """Return the ground that the coordinates may mean, around the place's dot."""
    share, x, y = view.share(RADIUS_KM[place.precision]), percent(dot.x), percent(dot.y)
    if share / 100 * PHONE_PX < _SMALLEST_RING_PX:
        return tag("circle", class_="map__ring", cx=x, cy=y, r=_SMALLEST_RING_PX)
    height = percent(share * view.aspect)
    return tag("ellipse", class_="map__ring", cx=x, cy=y, rx=percent(share), ry=height)


def dot_mark(dot: Dot, radius_px: float, *, is_subject: bool) -> Markup:
    """Return a dot, dark if it is what the map is about."""
    look = "map__dot map__dot--subject" if is_subject else "map__dot"
    return tag("circle", class_=look, cx=percent(dot.x), cy=percent(dot.y), r=radius_px)


def name_mark(dot: Dot, side: str, *, is_subject: bool = False) -> Markup:
    """Return the name on one side of its dot; at a corner it has the looks of two sides."""
    dx, dy = label_offset(side, dot.reach)
    looks = [*side.split(), "subject"] if is_subject else side.split()
    classes = " ".join(f"map__name--{look}" for look in looks)
    return tag("text", dot.name, class_=classes, x=percent(dot.x), y=percent(dot.y), dx=dx, dy=dy)


def scale_bar(language: Language, view: View) -> Markup:
    """Return a round length on the ground, in the lower left corner."""
    length = round_length(view)
    start, end = percent(3), percent(3 + view.share(length))
    line = tag("line", class_="map__scale", x1=start, x2=end, y1="95%", y2="95%")
    edges = [
        tag(
            "rect",
            class_="map__scale",
            x=x,
            y="95%",
            width=0.5,
            height=6,
            transform="translate(0 -3)",
        )
        for x in (start, end)
    ]
    # Translators: a length, in kilometres.
    words = language.gettext("%(length)s km", length=language.grammar.number_words(length))
    # The line over the words, whose letters may reach below their own line.
    return join_markup([tag("text", words, x=start, y="95%", dy=-6), line, *edges])
