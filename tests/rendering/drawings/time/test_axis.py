"""The axis of time: its bins, and where days stand."""

from datetime import date as Day

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.drawings.time.axis import (
    BIN_SIZES,
    MAX_BINS,
    BinSize,
    TimeAxis,
    axis_around,
    axis_of_years,
    days_after,
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


def test_a_date_fits_a_bin_that_is_as_long() -> None:
    axis = TimeAxis(Day(2000, 1, 1), Day(2000, 12, 31), BIN_SIZES[1])
    assert axis.fits_a_bin(Day(2000, 1, 1), Day(2000, 1, 7))
    assert not axis.fits_a_bin(Day(2000, 1, 1), Day(2000, 1, 8))


def test_no_day_comes_after_the_last_of_the_calendar() -> None:
    assert days_after(Day(2021, 5, 3), 4) == Day(2021, 5, 7)
    assert days_after(Day(9999, 12, 30), 9) == Day.max
