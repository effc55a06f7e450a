"""A view of the ground, and outlines cut to it."""

import pytest

from generator.rendering.drawings.maps.projection import (
    View,
    outlines,
    round_degrees,
    round_length,
    view_around,
)
from tests.support.borders import SQUARE


def test_north_is_up_and_the_middle_is_in_the_middle() -> None:
    view = View(35.0, 35.0, 100, 1)
    assert view.at(35, 35) == (50, 50)
    assert view.at(35.1, 35)[1] < 50
    assert view.at(35, 35.1)[0] > 50


def test_outlines_are_cut_to_the_view() -> None:
    inside, across, beyond = View(35, 35, 100, 1), View(30, 30, 100, 1), View(0, 0, 100, 1)
    assert outlines(SQUARE, inside).startswith("M")
    assert outlines(SQUARE, across).count("M") == 1
    assert outlines(SQUARE, beyond) == ""
    numbers = outlines(SQUARE, across, 100).strip("Mz").replace("l", " ").split()
    assert all(abs(int(number)) <= 106 for number in numbers)


def test_a_view_holds_its_points_with_air_around_them() -> None:
    points = [(35.0, 35.0), (36.0, 37.5)]
    view = view_around(points, 4 / 3)
    assert all(10 < value < 90 for point in points for value in view.at(*point))
    assert view_around(points[:1], 4 / 3, 60).width == pytest.approx(60)


def test_degrees_of_the_graticule_are_round_and_in_the_view() -> None:
    view = View(35.0, 35.0, 100, 1)
    lats, lons = round_degrees(view)
    assert lats == [34.75, 35.0, 35.25]
    assert all(0 <= view.at(35, lon)[0] <= 100 for lon in lons)


@pytest.mark.parametrize(("width", "length"), [(100, 20), (40, 10), (900, 200), (2, 0.5)])
def test_the_length_of_the_scale_is_round(width: float, length: float) -> None:
    assert round_length(View(35, 35, width, 1)) == length


@pytest.mark.parametrize(
    ("lons", "across"),
    [((178.44, -179.97), 1.59), ((177.5, -165.4), 17.1), ((-10, 10), 20), ((170,), 0)],
)
def test_a_view_takes_the_shorter_way_around_the_earth(
    lons: tuple[float, ...], across: float
) -> None:
    """Two towns on either side of the antimeridian lie side by side."""
    view = view_around([(0.0, lon) for lon in lons], 4 / 3, 1)
    assert view.across == pytest.approx(max(across * 1.3, 1 / 111.32))
    assert -180 <= view.lon <= 180
    assert all(0 <= view.at(0, lon)[0] <= 100 for lon in lons)


def _land(*ring: tuple[float, float]) -> dict[str, object]:
    geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    return {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": geometry}]}


def test_land_on_the_far_side_of_the_earth_is_no_line_across_the_view() -> None:
    antipode = _land((100, 30), (140, 30), (140, 60), (100, 60))
    assert outlines(antipode, View(-40, -60, 3000, 1)) == ""


def test_land_at_the_antimeridian_is_whole_wherever_its_ring_begins() -> None:
    """Written with -175 for what lies beyond 180, and cut at neither."""
    view = View(0, 180, 4000, 1)
    for ring in (
        ((175, -5), (-175, -5), (-175, 5), (175, 5)),
        ((-175, 5), (175, 5), (175, -5), (-175, -5)),
    ):
        path = outlines(_land(*ring), view, 100)
        assert path.count("M") == 1
        (start, steps) = path.strip("Mz").split("l")
        x = [int(start.split()[0])]
        for n in steps.split()[::2]:
            x.append(x[-1] + int(n))
        assert (min(x), max(x)) == (36, 64)
