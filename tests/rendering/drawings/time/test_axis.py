"""The axis of time: its bins, and where days stand."""

from datetime import date as Day

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.drawings.time.axis import (
    MAX_BINS,
    axis_around,
    axis_by_hour,
    axis_of_years,
    days_after,
)
from generator.rendering.drawings.time.bin_sizes import (
    BIN_SIZES,
    DAY_SECONDS,
    HOURS,
    MINUTES,
    BinSize,
    first_second,
)

_YEARS = st.integers(1, 9999)


@pytest.mark.parametrize(
    ("first", "last", "bin_size", "bins"),
    [
        (2021, 2021, "week", 53),
        (2018, 2022, "week", 261),
        (2016, 2022, "month", 84),
        (1998, 2021, "month", 288),
        (1982, 2026, "quarter", 180),
        (1900, 2026, "year", 127),
        (1600, 2000, "decade", 41),
        (1, 9999, "century", 100),
    ],
)
def test_bins_are_the_finest_that_fit(first: int, last: int, bin_size: str, bins: int) -> None:
    axis = axis_of_years(first, last)
    assert (axis.bin_size.name, len(axis.bins)) == (bin_size, bins)


def test_an_axis_holds_the_whole_years_around_its_days() -> None:
    axis = axis_around([Day(2003, 5, 1), Day(1998, 2, 3)])
    assert axis
    assert (axis.first, axis.last) == (Day(1998, 1, 1), Day(2003, 12, 31))
    assert axis_around([]) is None


@given(_YEARS, _YEARS, st.dates())
def test_every_day_lies_in_its_bin(one_year: int, other_year: int, day: Day) -> None:
    axis = axis_of_years(min(one_year, other_year), max(one_year, other_year))
    assert len(axis.bins) <= MAX_BINS
    number = axis.bin_of(day)
    assert number in axis.bins
    start, end = axis.bin_edges(number)
    assert 0 <= start < end <= 100
    if axis.first <= day <= axis.last:
        assert start <= axis.x_start(day) < axis.x_end(day) <= end
        assert start < axis.bin_middle(number) < end


@pytest.mark.parametrize("bin_size", BIN_SIZES)
@given(day=st.dates())
def test_bins_follow_each_other_without_a_gap(bin_size: BinSize, day: Day) -> None:
    number = bin_size.bin_of(day)
    assert bin_size.start(number) <= day.toordinal() < bin_size.start(number + 1)
    if bin_size.start(number) > 0:
        assert bin_size.first_day(number) <= day <= bin_size.last_day(number)
        assert (bin_size.last_day(number) - bin_size.first_day(number)).days < bin_size.days


def test_a_day_outside_of_the_axis_stands_at_its_edge() -> None:
    axis = axis_of_years(2000, 2001)
    assert axis.x_start(Day(1999, 1, 1)) == 0
    assert axis.x_end(Day(2002, 1, 1)) == 100


@pytest.mark.parametrize(
    ("days", "hours", "bins"), [(1, 1, 24), (2, 2, 24), (3, 3, 24), (4, 3, 32)]
)
def test_bins_of_a_few_days_are_the_fewest_hours_that_fit(days: int, hours: int, bins: int) -> None:
    axis = axis_by_hour(Day(2026, 1, 9), days_after(Day(2026, 1, 9), days - 1), 35)
    assert (axis.bin_size.minutes, len(axis.bins)) == (hours * 60, bins)
    assert axis.has_hours


def test_a_time_stands_where_its_part_of_the_day_is() -> None:
    axis = axis_by_hour(Day(2026, 1, 9), Day(2026, 1, 9), 35)
    noon = first_second(Day(2026, 1, 9)) + DAY_SECONDS // 2
    assert axis.x_at(noon) == 50
    assert axis.bin_edges(axis.bin_at(noon))[0] == 50
    assert axis.bin_size.clock(axis.bin_at(noon)) == "12:00"
    assert axis.x_at(noon - DAY_SECONDS) == 0
    assert axis.bin_at(noon + DAY_SECONDS) == axis.bins[-1]


@pytest.mark.parametrize("bin_size", [*MINUTES, *HOURS])
@given(day=st.dates(), of_day=st.integers(0, DAY_SECONDS - 1))
def test_bins_of_a_day_follow_each_other(bin_size: BinSize, day: Day, of_day: int) -> None:
    second = first_second(day) + of_day
    number = bin_size.bin_at(second)
    assert bin_size.start_second(number) <= second < bin_size.start_second(number + 1)
    assert bin_size.first_day(number) == bin_size.last_day(number) == day


def test_no_day_comes_after_the_last_of_the_calendar() -> None:
    assert days_after(Day(2021, 5, 3), 4) == Day(2021, 5, 7)
    assert days_after(Day(9999, 12, 30), 9) == Day.max
