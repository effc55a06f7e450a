"""The outlines for maps: polygons of a GeoJSON FeatureCollection (RFC 7946)."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeGuard

Position = tuple[float, float]
"""Longitude and latitude, in degrees."""


def rings(borders: Mapping[str, Any]) -> Iterator[Sequence[Position]]:
    """Yield the rings of all polygons of a FeatureCollection; what is no polygon is left out."""
    for feature in borders.get("features", ()):
        geometry = feature.get("geometry") or {}
        match geometry.get("type"):
            case "Polygon":
                polygons = [geometry["coordinates"]]
            case "MultiPolygon":
                polygons = geometry["coordinates"]
            case _:
                polygons = []
        for polygon in polygons:
            for ring in polygon:
                yield [(point[0], point[1]) for point in ring]


def are_borders(data: Any) -> TypeGuard[Mapping[str, Any]]:
    """Return whether parsed JSON is a FeatureCollection of which maps can be drawn."""
    try:
        return data["type"] == "FeatureCollection" and all(
            ring and all(math.isfinite(number) for point in ring for number in point)
            for ring in rings(data)
        )
    except (AttributeError, IndexError, KeyError, OverflowError, TypeError):
        return False
