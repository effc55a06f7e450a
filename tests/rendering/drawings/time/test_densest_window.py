"""Which window of time is drawn a second time."""

from datetime import date as Day
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.drawings.time.axis import axis_of_years
from generator.rendering.drawings.time.densest_window import SPLIT_ABOVE_DAYS, densest_windows
from generator.rendering.drawings.time.stacking import BandMark
from tests.support.band_marks import ANY_BAND_MARK, axis_of, band_mark

_ONE_A_YEAR = [band_mark(f"{year}-03-03") for year in range(1998, 2021)]


def test_the_window_holds_the_most_surprise() -> None:
    week = [band_mark(f"2021-05-{3 + n % 7:02}") for n in range(14)]
    marks = [*_ONE_A_YEAR, *week]
    windows = densest_windows(marks, axis_of(marks))
    assert windows == [(Day(2021, 5, 3), Day(2021, 5, 9))]


def test_inside_a_long_window_there_is_a_second() -> None:
    start = Day(2010, 1, 4)
    busy = [band_mark((start + timedelta(3 * n)).isoformat()) for n in range(60)]
    week = [band_mark((start + timedelta(60 + n % 5)).isoformat()) for n in range(20)]
    marks = [*_ONE_A_YEAR, *busy, *week]
    outer, inner = densest_windows(marks, axis_of(marks))
    assert outer.days > SPLIT_ABOVE_DAYS
    assert outer.first <= inner.first
    assert inner.last <= outer.last


def test_few_events_have_no_window() -> None:
    assert densest_windows([band_mark("2021-05-03")] * 5, axis_of_years(1998, 2021)) == []


@given(st.lists(ANY_BAND_MARK, min_size=1, max_size=30))
def test_the_order_of_events_decides_nothing(marks: list[BandMark]) -> None:
    axis = axis_of(marks)
    assert densest_windows(marks, axis) == densest_windows(marks[::-1], axis)
