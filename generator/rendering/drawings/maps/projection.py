"""A view of the ground: degrees to per cent of a picture, and outlines cut to it.

The projection is equirectangular and true along the middle parallel of the view, which is right
enough for a few hundred kilometres.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from generator.model.borders import rings, turned

Point = tuple[float, float]
GRID_CELLS = 400
"""The cells across and down of the grid that outlines lie on."""
_KM_PER_DEGREE = 111.32
"""Of latitude; of longitude at the equator."""
_STEPS_IN_DEGREES = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30)
_LONGEST_STEP_IN_DEGREES = 45
_MAX_STEPS = 6
_AIR = 1.3
_MARGIN_PERCENT = 3
_TURNS = (-360, 0, 360)
"""A ring may lie in a view as it is unrolled, or a turn to the west or the east of that."""


@dataclass(frozen=True)
class View:
    """A piece of ground around a point, `width` kilometres wide."""

    lat: float
    lon: float
    width: float
    aspect: float
    """Width by height of the picture."""

    @cached_property
    def across(self) -> float:
        """Degrees of longitude from its left to its right edge."""
        return self.width / (_KM_PER_DEGREE * max(math.cos(math.radians(self.lat)), 0.05))

    @cached_property
    def down(self) -> float:
        """Degrees of latitude from its upper to its lower edge."""
        return self.width / self.aspect / _KM_PER_DEGREE

    def at(self, lat: float, lon: float) -> Point:
        """Return where a point lies, in per cent of the width and of the height."""
        east = turned(lon - self.lon)
        return 50 + east / self.across * 100, 50 - (lat - self.lat) / self.down * 100

    def has(self, lat: float, lon: float) -> bool:
        """Return whether a point lies in it."""
        x, y = self.at(lat, lon)
        return 0 <= x <= 100 and 0 <= y <= 100

    def share(self, km: float) -> float:
        """Return how much of its width a distance takes, in per cent."""
        return km / self.width * 100

    def widened(self, lat: float, lon: float, radius: float) -> "View":
        """Return the view around the same point that holds a circle; itself where it does."""
        x, y = self.at(lat, lon)
        reach = self.share(radius)
        across, down = abs(x - 50) + reach, abs(y - 50) + reach * self.aspect
        factor = max(across, down) / 50
        return replace(self, width=self.width * factor * _AIR) if factor > 1 else self


def view_around(points: Iterable[Point], aspect: float, min_km: float = 40) -> View:
    """Return the view that holds all points (latitude, longitude), with air around them.

    It is at least `min_km` wide.
    """
    in_degrees = list(points)
    lats = [lat for lat, _ in in_degrees]
    west, east = _shortest_arc(lon for _, lon in in_degrees)
    lat, lon = (min(lats) + max(lats)) / 2, (turned((west + east) / 2))
    width = (east - west) * _KM_PER_DEGREE * max(math.cos(math.radians(lat)), 0.05)
    height = (max(lats) - min(lats)) * _KM_PER_DEGREE * aspect
    return View(lat, lon, max(width, height, min_km / _AIR) * _AIR, aspect)


def _shortest_arc(lons: Iterable[float]) -> tuple[float, float]:
    """Return the west and the east end of the shortest arc that holds all longitudes.

    The east end is beyond 180 where the arc crosses the antimeridian.
    """
    ordered = sorted(set(lons))
    gaps = [(after - before, after) for before, after in pairwise(ordered)]
    gaps.append((ordered[0] + 360 - ordered[-1], ordered[0]))
    _, west = max(gaps, key=lambda gap: (gap[0], -gap[1]))
    return west, west + 360 - max(gaps)[0]


def outlines(borders: Mapping[str, Any], view: View, cells: int = GRID_CELLS) -> str:
    """Return the path of all outlines in a view, in a `viewBox` of so many cells by as many."""
    paths = []
    for ring in rings(borders):
        unrolled = _unrolled(ring, view)
        for turn in _TURNS:
            shift = turn / view.across * 100
            points = _on_grid(_cut([(x + shift, y) for x, y in unrolled]), cells)
            if len(points) > 2:
                (x, y), steps = points[0], pairwise(points)
                lines = " ".join(f"{c - a} {d - b}" for (a, b), (c, d) in steps)
                paths.append(f"M{x} {y}l{lines}")
    return "z".join([*paths, ""])


def _unrolled(ring: Sequence[Sequence[float]], view: View) -> list[Point]:
    """Return the points of a ring in a view, each beside the one before.

    A ring that crosses the far side of the Earth would else jump from one edge to the other, and
    its lines would run across the view.
    """
    points: list[Point] = []
    east = turned(ring[0][0] - view.lon)
    before = ring[0][0]
    for lon, lat in ring:
        east += turned(lon - before)
        before = lon
        points.append((50 + east / view.across * 100, 50 - (lat - view.lat) / view.down * 100))
    return points


def round_degrees(view: View) -> tuple[list[float], list[float]]:
    """Return the round degrees of latitude and of longitude that cross a view, a few of each."""
    degrees = max(view.across, view.down)
    fitting = (step for step in _STEPS_IN_DEGREES if degrees / step <= _MAX_STEPS)
    step = next(fitting, _LONGEST_STEP_IN_DEGREES)
    return (
        _round_between(view.lat - view.down / 2, view.lat + view.down / 2, step),
        _round_between(view.lon - view.across / 2, view.lon + view.across / 2, step),
    )


def round_length(view: View) -> float:
    """Return a round number of kilometres that takes up to a third of the width."""
    longest = view.width / 3
    power = 10.0 ** math.floor(math.log10(longest))
    return next(power * n for n in (5, 2, 1) if power * n <= longest)


def _round_between(low: float, high: float, step: float) -> list[float]:
    """Return the multiples of a step between two numbers, both included."""
    first, last = math.ceil(low / step), math.floor(high / step)
    return [round(n * step, 2) for n in range(first, last + 1)]


def _cut(ring: list[Point]) -> list[Point]:
    """Return the part of a ring in the picture and a little around it.

    The algorithm is that of Sutherland and Hodgman: the ring is cut at one edge after the other.
    """
    low, high = -_MARGIN_PERCENT, 100 + _MARGIN_PERCENT
    for axis, limit, sign in ((0, low, 1), (1, low, 1), (0, high, -1), (1, high, -1)):
        kept: list[Point] = []
        for previous, point in zip([ring[-1], *ring[:-1]], ring, strict=True):
            was_inside = (previous[axis] - limit) * sign >= 0
            is_inside = (point[axis] - limit) * sign >= 0
            if was_inside != is_inside:
                share = (limit - previous[axis]) / (point[axis] - previous[axis])
                x = previous[0] + share * (point[0] - previous[0])
                y = previous[1] + share * (point[1] - previous[1])
                kept.append((x, y))
            if is_inside:
                kept.append(point)
        ring = kept
        if not ring:
            break
    return ring


def _on_grid(points: list[Point], cells: int) -> list[tuple[int, int]]:
    """Return the points on the grid, a run of equal ones once.

    Neighbouring outlines are moved to the same cells, so they keep the border that they share.
    """
    on_grid: list[tuple[int, int]] = []
    for x, y in points:
        point = round(x / 100 * cells), round(y / 100 * cells)
        if not on_grid or on_grid[-1] != point:
            on_grid.append(point)
    return on_grid
