"""Which window of time is drawn a second time."""

from datetime import date as Day
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.drawings.time.axis import axis_of_years
from generator.rendering.drawings.time.densest_window import (
    SPLIT_ABOVE_DAYS,
    Window,
    densest_windows,
)
from generator.rendering.drawings.time.stacking import BandMark
from tests.support.band_marks import ANY_BAND_MARK, axis_of, band_mark, timed_mark

_ONE_A_YEAR = [band_mark(f"{year}-03-03") for year in range(1998, 2021)]


def test_the_window_holds_the_most_surprise() -> None:
    week = [band_mark(f"2021-05-{3 + n % 7:02}") for n in range(14)]
    marks = [*_ONE_A_YEAR, *week]
    windows = densest_windows(marks, axis_of(marks))
    assert windows == [Window(Day(2021, 5, 3), Day(2021, 5, 9))]


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


def _hours(day: str, count: int) -> list[BandMark]:
    return [timed_mark(f"{day}T{8 + n:02}:00") for n in range(count)]


def test_the_last_window_is_drawn_by_the_hour_where_times_are_known() -> None:
    day = _hours("2021-05-05", 10)
    marks = [*_ONE_A_YEAR, *day, *(band_mark(f"2021-05-0{n}") for n in (3, 4, 6, 7))]
    week, by_hour = densest_windows(marks, axis_of(marks))
    assert week.days >= 5
    assert by_hour == Window(Day(2021, 5, 5), Day(2021, 5, 5), by_hour=True)


@pytest.mark.parametrize(
    "others",
    [
        [band_mark("2021-05-05")] * 9,  # of most events of that day no time is known
        [band_mark(f"2021-05-0{n}") for n in (3, 4, 6, 7)] * 8,  # and of few in the window
    ],
)
def test_few_times_have_no_window(others: list[BandMark]) -> None:
    marks = [*_ONE_A_YEAR, *_hours("2021-05-05", 7), *others]
    assert not any(window.by_hour for window in densest_windows(marks, axis_of(marks)))


@given(st.lists(ANY_BAND_MARK, min_size=1, max_size=30))
def test_the_order_of_events_decides_nothing(marks: list[BandMark]) -> None:
    axis = axis_of(marks)
    assert densest_windows(marks, axis) == densest_windows(marks[::-1], axis)
