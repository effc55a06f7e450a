"""What stands on a map: a place as a dot, its ring, its name; and the length of some kilometres."""

from typing import NamedTuple

from markupsafe import Markup

from generator.rendering.drawings.maps.label_placement import Dot, offset
from generator.rendering.drawings.maps.projection import View, round_length
from generator.rendering.drawings.svg import joined, percent, tag

PHONE = 290.0
"""The width in px that names are placed for."""
RADIUS = {"exact": 1.0, "neighbourhood": 3.0, "town": 10.0, "region": 75.0, "country": 250.0}
"""How far from its coordinates a place may reach, in kilometres, by its precision."""
_SMALLEST = 9.0


class Spot(NamedTuple):
    """A place as maps need it."""

    id: str
    name: str
    lat: float
    lon: float
    precision: str = "exact"
    """A key of `RADIUS`."""
    events: int = 0
    """How many events it has."""
    href: str = ""

    @property
    def counted(self) -> str:
        """Its name with the number of its events."""
        return f"{self.name}, {self.events:,}" if self.events else self.name

    @property
    def size(self) -> float:
        """The radius of its dot in px: the area grows with the number of its events."""
        return float(2.5 + min(self.events, 60) ** 0.5)


def reach(view: View, spot: Spot) -> float:
    """The radius of the ring in px on a phone; never so small that the dot fills it."""
    return max(view.share(RADIUS[spot.precision]) / 100 * PHONE, _SMALLEST)


def ring_mark(view: View, spot: Spot, dot: Dot) -> Markup:
    """The ground that the coordinates may mean."""
    share, x, y = view.share(RADIUS[spot.precision]), percent(dot.x), percent(dot.y)
    if share / 100 * PHONE < _SMALLEST:
        return tag("circle", class_="map__ring", cx=x, cy=y, r=_SMALLEST)
    high = percent(share * view.aspect)
    return tag("ellipse", class_="map__ring", cx=x, cy=y, rx=percent(share), ry=high)


def dot_mark(dot: Dot, radius: float, *, is_on: bool) -> Markup:
    """A dot; dark for what the map is about."""
    kind = "map__dot map__dot--subject" if is_on else "map__dot"
    return tag("circle", class_=kind, cx=percent(dot.x), cy=percent(dot.y), r=radius)


def name_mark(dot: Dot, side: str, *, is_on: bool = False) -> Markup:
    """The name on one side of its dot."""
    dx, dy = offset(side, dot.reach)
    looks = [*side.split(), "subject"] if is_on else side.split()  # a corner is two sides
    kinds = " ".join(f"map__name--{look}" for look in looks)
    return tag("text", dot.name, class_=kinds, x=percent(dot.x), y=percent(dot.y), dx=dx, dy=dy)


def scale_bar(view: View) -> Markup:
    """A round length on the ground, in the lower left corner."""
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
    km = f"{length:,.0f} km" if length >= 1 else f"{length:g} km"
    return joined([line, *edges, tag("text", km, x=start, y="95%", dy=-6)])
