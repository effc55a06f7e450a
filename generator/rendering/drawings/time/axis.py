"""The axis of time: its first and last day, its bins, and where on it a day stands.

A position is a percentage of the width. Days are calendar days; first and last are both included.
A bin is the piece of the axis in which events are stacked on each other: a day, a week, a month …
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple

MAX_BINS = 300
"""The bins of an axis of whole years, at most."""
_DAY_AFTER_THE_LAST = Day.max.toordinal() + 1


class BinSize(NamedTuple):
    """The time that one bin stands for. Bins are numbered through the whole calendar."""

    name: str
    days: int
    """The days of a bin, at most."""
    bin_of: Callable[[Day], int]
    """The number of the bin that a day lies in."""
    start: Callable[[int], int]
    """The first day of a bin, as a proleptic ordinal."""

    def first_day(self, number: int) -> Day:
        """Return the first day of a bin; it must be one that the calendar has."""
        return Day.fromordinal(self.start(number))

    def last_day(self, number: int) -> Day:
        """Return the last day of a bin."""
        return Day.fromordinal(self.start(number + 1) - 1)


def _first_of_month(year: int, month: int = 1) -> int:
    if year > Day.max.year:
        return _DAY_AFTER_THE_LAST
    return Day(max(year, 1), month, 1).toordinal()


DAY = BinSize("day", 1, lambda day: day.toordinal(), lambda number: number)
WEEK = BinSize("week", 7, lambda day: (day.toordinal() - 1) // 7, lambda number: number * 7 + 1)
MONTH = BinSize(
    "month",
    31,
    lambda day: day.year * 12 + day.month - 1,
    lambda number: _first_of_month(number // 12, number % 12 + 1),
)
QUARTER = BinSize(
    "quarter",
    92,
    lambda day: day.year * 4 + (day.month - 1) // 3,
    lambda number: _first_of_month(number // 4, number % 4 * 3 + 1),
)
YEAR = BinSize("year", 366, lambda day: day.year, _first_of_month)
DECADE = BinSize(
    "decade", 3653, lambda day: day.year // 10, lambda number: _first_of_month(number * 10)
)
CENTURY = BinSize(
    "century", 36525, lambda day: day.year // 100, lambda number: _first_of_month(number * 100)
)
BIN_SIZES = (DAY, WEEK, MONTH, QUARTER, YEAR, DECADE, CENTURY)


@dataclass(frozen=True)
class TimeAxis:
    """The days from `first` to `last`, in bins of one size."""

    first: Day
    last: Day
    bin_size: BinSize

    @cached_property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @cached_property
    def years(self) -> int:
        """How many calendar years it touches."""
        return self.last.year - self.first.year + 1

    @property
    def bins(self) -> range:
        """The numbers of its bins."""
        return range(self.bin_size.bin_of(self.first), self.bin_size.bin_of(self.last) + 1)

    def x_start(self, day: Day) -> float:
        """Return where a day begins; for a day outside the axis, the nearer edge."""
        return self._x(day.toordinal())

    def x_end(self, day: Day) -> float:
        """Return where a day ends; for a day outside the axis, the nearer edge."""
        return self._x(day.toordinal() + 1)

    def bin_of(self, day: Day) -> int:
        """Return the number of the bin that a day lies in; outside the axis, of the nearest bin."""
        return self.bin_size.bin_of(self.first if day < self.first else min(day, self.last))

    def bin_edges(self, number: int) -> tuple[float, float]:
        """Return where a bin begins and ends."""
        return self._x(self.bin_size.start(number)), self._x(self.bin_size.start(number + 1))

    def bin_middle(self, number: int) -> float:
        """Return where the middle of a bin is."""
        start, end = self.bin_edges(number)
        return (start + end) / 2

    def fits_a_bin(self, earliest: Day, latest: Day) -> bool:
        """Return whether a date is narrow enough to be shown as if it were in one bin."""
        return (latest - earliest).days < self.bin_size.days

    def _x(self, ordinal: int) -> float:
        return min(max((ordinal - self.first.toordinal()) / self.days * 100, 0.0), 100.0)


def axis_around(days: Iterable[Day]) -> TimeAxis | None:
    """Return the axis of the whole calendar years around the days; None where there is no day."""
    in_order = sorted(days)
    return axis_of_years(in_order[0].year, in_order[-1].year) if in_order else None


def axis_of_years(first: int, last: int) -> TimeAxis:
    """Return the axis from 1 January of one year to 31 December of another."""
    return axis_between(Day(first, 1, 1), Day(last, 12, 31), MAX_BINS)


def axis_between(first: Day, last: Day, max_bins: int) -> TimeAxis:
    """Return the axis from one day to another, in the finest bins of which so many suffice."""
    axes = [TimeAxis(first, last, bin_size) for bin_size in BIN_SIZES]
    return next((axis for axis in axes if len(axis.bins) <= max_bins), axes[-1])


def days_after(day: Day, count: int) -> Day:
    """Return the day so many days later, or the last day of the calendar if that comes first."""
    return min(Day.max, day + timedelta(min(count, (Day.max - day).days)))
