"""Outlines for maps, as GeoJSON."""

SQUARE = {
    "type": "FeatureCollection",
    "features": [
        {
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[30, 30], [40, 30], [40, 40], [30, 40], [30, 30]]],
            }
        },
        {"geometry": {"type": "Point", "coordinates": [1, 2]}},
        {"geometry": None},
    ],
}
"""A square of ten degrees, and two features that have no outline."""
