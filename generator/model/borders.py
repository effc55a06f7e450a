"""The outlines for maps: polygons of a GeoJSON FeatureCollection (RFC 7946)."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

Position = tuple[float, float]
"""Longitude and latitude, in degrees."""


def rings(borders: Mapping[str, Any]) -> Iterator[Sequence[Position]]:
    """Yield the rings of all polygons of a FeatureCollection; what is no polygon is left out."""
    for feature in borders["features"]:
        for polygon in _polygons(feature):
            for ring in polygon:
                yield [(point[0], point[1]) for point in ring]


def problem_in_borders(data: Any) -> str | None:
    """Return why no map can be drawn of parsed JSON, with the place of it; None where one can.

    Features that are no polygons are no problem, nor is the direction of a ring.
    """
    if not isinstance(data, dict) or data.get("type") != "FeatureCollection":
        return "the file is no GeoJSON FeatureCollection"
    features = data.get("features")
    if not isinstance(features, list):
        return "the collection has no list of features"
    for n, feature in enumerate(features, 1):
        try:
            polygons = _polygons(feature)
        except (AttributeError, KeyError, TypeError):
            return f"feature {n} is none of GeoJSON"
        if problem := _problem_in_polygons(polygons):
            return f"feature {n}, {problem}"
    return None


def wound(borders: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the outlines with each ring in the direction of RFC 7946.

    The first ring of a polygon runs counterclockwise and its holes clockwise, without which a hole
    may be drawn as land. Programs that export outlines do not agree on it.
    """

    def turned_around(feature: Mapping[str, Any]) -> Mapping[str, Any]:
        polygons = [
            [ring if _is_clockwise(ring) == (n > 0) else ring[::-1] for n, ring in enumerate(rings)]
            for rings in _polygons(feature)
        ]
        if not polygons:
            return feature
        return {**feature, "geometry": {"type": "MultiPolygon", "coordinates": polygons}}

    return {**borders, "features": [turned_around(feature) for feature in borders["features"]]}


def turned(degrees: float) -> float:
    """Return the same longitude, from -180 to 180."""
    return (degrees + 180) % 360 - 180


def _polygons(feature: Mapping[str, Any]) -> Any:
    """Return the polygons of a feature, each a list of rings; none where it is something else."""
    geometry = feature.get("geometry") or {}
    match geometry.get("type"):
        case "Polygon":
            return [geometry["coordinates"]]
        case "MultiPolygon":
            return geometry["coordinates"]
        case _:
            return []


def _problem_in_polygons(polygons: Any) -> str | None:
    if not isinstance(polygons, list):
        return "its coordinates: no list of polygons"
    for p, polygon in enumerate(polygons, 1):
        if not isinstance(polygon, list) or not polygon:
            return f"polygon {p}: no list of rings"
        for r, ring in enumerate(polygon, 1):
            if problem := _problem_in_ring(ring):
                return f"polygon {p}, ring {r}{problem}"
    return None


def _problem_in_ring(ring: Any) -> str | None:
    if not isinstance(ring, list) or len(ring) < 4:
        return ": fewer than four points"
    for n, point in enumerate(ring, 1):
        if not _is_position(point):
            return f", point {n}: no longitude and latitude in degrees"
    return None if ring[0] == ring[-1] else ": it is not closed, its last point is not its first"


def _is_position(point: Any) -> bool:
    """Return whether it is a point on the Earth; programs write longitudes beyond 180, too."""
    if not isinstance(point, list) or len(point) < 2:
        return False
    if not all(type(number) in (int, float) and math.isfinite(number) for number in point[:2]):
        return False
    return bool(abs(point[0]) <= 360 and abs(point[1]) <= 90)


def _is_clockwise(ring: Sequence[Sequence[float]]) -> bool:
    """Return whether a ring runs with the clock, also where it crosses the antimeridian.

    A step of a whole turn is no crossing but the way along a pole, at the edge of a flat map.
    """
    area = 0.0
    for (lon, lat, *_), (next_lon, next_lat, *_) in pairwise(ring):
        step = next_lon - lon
        area += (turned(step) if 180 < abs(step) < 360 else step) * (lat + next_lat)
    return area > 0
