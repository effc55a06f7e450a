"""Coordinates as they are published: no more exact than the place is known."""

from generator.model.records import Place

DECIMALS = {"exact": 4, "neighbourhood": 3, "town": 2, "region": 1, "country": 0, None: 2}
"""Decimals of a degree to keep, by the precision of a place: 4 are about 10 metres, 1 is 10 km."""


def published_coordinates(place: Place) -> tuple[float, float]:
    """Return longitude and latitude in degrees, rounded by the precision of the place.

    The place must have coordinates.
    """
    assert place.lon is not None
    assert place.lat is not None
    decimals = DECIMALS[place.precision]
    return round(place.lon, decimals) + 0.0, round(place.lat, decimals) + 0.0  # no -0.0
