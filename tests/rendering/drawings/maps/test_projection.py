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
