"""A view of the ground: degrees to per cent of a picture, and outlines cut to it.

Equirectangular, true along its middle parallel: right enough for a few hundred kilometres.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from generator.model.borders import rings

Point = tuple[float, float]
_KM = 111.32
"""Kilometres in a degree of latitude."""
FINE = 400
"""Outlines lie on a grid of so many cells across and down."""


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
        return self.width / (_KM * max(math.cos(math.radians(self.lat)), 0.05))

    @cached_property
    def down(self) -> float:
        """Degrees of latitude from its upper to its lower edge."""
        return self.width / self.aspect / _KM

    def at(self, lat: float, lon: float) -> Point:
        """Where a point lies, in per cent of the width and of the height."""
        east = (lon - self.lon + 180) % 360 - 180
        return 50 + east / self.across * 100, 50 - (lat - self.lat) / self.down * 100

    def has(self, lat: float, lon: float) -> bool:
        """Whether a point lies in it."""
        x, y = self.at(lat, lon)
        return 0 <= x <= 100 and 0 <= y <= 100

    def share(self, km: float) -> float:
        """How much of its width a distance takes, in per cent."""
        return km / self.width * 100

    def around(self, lat: float, lon: float, width: float) -> "View":
        """The view of the same shape around another point."""
        return View(lat, lon, width, self.aspect)


def view_of(points: Iterable[Point], aspect: float, least: float = 40) -> View:
    """The view that holds all points (latitude, longitude), with air around them."""
    known = list(points)
    lats, lons = [lat for lat, _ in known], [lon for _, lon in known]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    wide = (max(lons) - min(lons)) * _KM * max(math.cos(math.radians(lat)), 0.05)
    high = (max(lats) - min(lats)) * _KM * aspect
    return View(lat, lon, max(wide, high, least / 1.3) * 1.3, aspect)


def outlines(borders: Mapping[str, Any], view: View, cells: int = FINE) -> str:
    """The path of all outlines in a view, in a `viewBox` of so many cells by as many."""
    paths = []
    for ring in rings(borders):
        points = _on_grid(_cut([view.at(lat, lon) for lon, lat in ring]), cells)
        if len(points) > 2:
            (x, y), steps = points[0], pairwise(points)
            paths.append(f"M{x} {y}l" + " ".join(f"{c - a} {d - b}" for (a, b), (c, d) in steps))
    return "z".join([*paths, ""])


def meridians(view: View) -> tuple[list[float], list[float]]:
    """The round degrees of latitude and of longitude that cross a view, a few of each."""
    steps = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30)
    step = next((s for s in steps if max(view.across, view.down) / s <= 6), 45)
    return (
        _round_between(view.lat - view.down / 2, view.lat + view.down / 2, step),
        _round_between(view.lon - view.across / 2, view.lon + view.across / 2, step),
    )


def round_length(view: View) -> float:
    """A round number of kilometres that takes up to a third of the width."""
    most = view.width / 3
    power = 10.0 ** math.floor(math.log10(most))
    return next(power * n for n in (5, 2, 1) if power * n <= most)


def _round_between(low: float, high: float, step: float) -> list[float]:
    first, last = math.ceil(low / step), math.floor(high / step)
    return [round(n * step, 2) for n in range(first, last + 1)]


def _cut(ring: list[Point]) -> list[Point]:
    """The part of a ring in the picture and a little around it (Sutherland and Hodgman)."""
    for axis, limit, sign in ((0, -3, 1), (1, -3, 1), (0, 103, -1), (1, 103, -1)):
        kept: list[Point] = []
        for before, point in zip([ring[-1], *ring[:-1]], ring, strict=True):
            is_in = (before[axis] - limit) * sign >= 0, (point[axis] - limit) * sign >= 0
            if is_in[0] != is_in[1]:
                along = (limit - before[axis]) / (point[axis] - before[axis])
                kept.append(
                    (
                        before[0] + along * (point[0] - before[0]),
                        before[1] + along * (point[1] - before[1]),
                    )
                )
            if is_in[1]:
                kept.append(point)
        ring = kept
        if not ring:
            break
    return ring


def _on_grid(points: list[Point], cells: int) -> list[tuple[int, int]]:
    """The points on the grid, each once in a row: two neighbours keep the border they share."""
    kept: list[tuple[int, int]] = []
    for x, y in points:
        point = round(x / 100 * cells), round(y / 100 * cells)
        if not kept or kept[-1] != point:
            kept.append(point)
    return kept
