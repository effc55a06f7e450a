"""The axis of time: its first and last day, its bins, and where on it a day or a second stands.

A position is a percentage of the width. Days are calendar days; first and last are both included.
A bin is the piece of the axis in which events are stacked on each other: an hour, a day, a month …
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from functools import cached_property

from generator.rendering.drawings.time.bin_sizes import (
    BIN_SIZES,
    DAY_SECONDS,
    HOURS,
    BinSize,
    first_second,
    last_second,
)

MAX_BINS = 300
"""The bins of an axis of whole years, at most."""


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

    @cached_property
    def has_hours(self) -> bool:
        """Whether times of day stand on it; else days, as they are printed."""
        return self.bin_size.minutes > 0

    @property
    def bins(self) -> range:
        """The numbers of its bins."""
        bin_at = self.bin_size.bin_at
        return range(bin_at(first_second(self.first)), bin_at(last_second(self.last)) + 1)

    def x_start(self, day: Day) -> float:
        """Return where a day begins; for a day outside the axis, the nearer edge."""
        return self.x_at(first_second(day))

    def x_end(self, day: Day) -> float:
        """Return where a day ends; for a day outside the axis, the nearer edge."""
        return self.x_at(last_second(day) + 1)

    def x_at(self, second: int) -> float:
        """Return where a second begins; for one outside the axis, the nearer edge."""
        part = (second - first_second(self.first)) / (self.days * DAY_SECONDS)
        return min(max(part * 100, 0.0), 100.0)

    def bin_of(self, day: Day) -> int:
        """Return the number of the bin that a day lies in; outside the axis, of the nearest bin."""
        return self.bin_at(first_second(day))

    def bin_at(self, second: int) -> int:
        """Return the number of the bin that a second lies in, likewise."""
        first, last = self._seconds
        return self.bin_size.bin_at(min(max(second, first), last))

    @cached_property
    def _seconds(self) -> tuple[int, int]:
        """Its first and its last second."""
        return first_second(self.first), last_second(self.last)

    def bin_edges(self, number: int) -> tuple[float, float]:
        """Return where a bin begins and ends."""
        start = self.bin_size.start_second
        return self.x_at(start(number)), self.x_at(start(number + 1))

    def bin_middle(self, number: int) -> float:
        """Return where the middle of a bin is."""
        start, end = self.bin_edges(number)
        return (start + end) / 2


def axis_around(days: Iterable[Day]) -> TimeAxis | None:
    """Return the axis of the whole calendar years around the days; None where there is no day."""
    in_order = sorted(days)
    return axis_of_years(in_order[0].year, in_order[-1].year) if in_order else None


def axis_of_years(first: int, last: int) -> TimeAxis:
    """Return the axis from 1 January of one year to 31 December of another."""
    return axis_between(Day(first, 1, 1), Day(last, 12, 31), MAX_BINS)


def axis_between(
    first: Day, last: Day, max_bins: int, sizes: Iterable[BinSize] = BIN_SIZES
) -> TimeAxis:
    """Return the axis from one day to another, in the finest bins of which so many suffice."""
    axes = [TimeAxis(first, last, bin_size) for bin_size in sizes]
    return next((axis for axis in axes if len(axis.bins) <= max_bins), axes[-1])


def axis_by_hour(first: Day, last: Day, max_bins: int) -> TimeAxis:
    """Return the axis from one day to another, in the fewest hours of which so many suffice."""
    return axis_between(first, last, max_bins, HOURS)


def days_after(day: Day, count: int) -> Day:
    """Return the day so many days later, or the last day of the calendar if that comes first."""
    return min(Day.max, day + timedelta(min(count, (Day.max - day).days)))
