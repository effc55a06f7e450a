"""The pieces that time is cut into for drawing: minutes, hours, days, weeks, months, years.

Time is counted in seconds, as `TimeOfDay.seconds` does: those of a day begin at its proleptic
ordinal times 86,400, on whichever clock the drawing goes by.
"""

from collections.abc import Callable
from datetime import date as Day
from typing import NamedTuple

DAY_SECONDS = 24 * 60 * 60
_DAY_AFTER_THE_LAST = Day.max.toordinal() + 1


class BinSize(NamedTuple):
    """The time that one bin stands for. Bins are numbered through the whole calendar."""

    name: str
    days: int
    """The days of a bin, at most; 1 where it is shorter than a day."""
    bin_of: Callable[[Day], int]
    """The number of the bin that a day lies in; of several in a day, of the first."""
    start: Callable[[int], int]
    """The first day of a bin, as a proleptic ordinal."""
    minutes: int = 0
    """Its length where it is shorter than a day; else 0."""

    @property
    def seconds(self) -> int:
        """Its length in seconds, at most."""
        return self.minutes * 60 or self.days * DAY_SECONDS

    def bin_at(self, second: int) -> int:
        """Return the number of the bin that a second lies in."""
        if self.minutes:
            return second // self.seconds
        return self.bin_of(day_of(second))

    def start_second(self, number: int) -> int:
        """Return the first second of a bin."""
        return number * self.seconds if self.minutes else self.start(number) * DAY_SECONDS

    def clock(self, number: int) -> str:
        """Return the time of day at which a bin begins: `14:30`."""
        minute = self.start_second(number) % DAY_SECONDS // 60
        return f"{minute // 60:02}:{minute % 60:02}"

    def first_day(self, number: int) -> Day:
        """Return the first day of a bin; it must be one that the calendar has."""
        return Day.fromordinal(self.start(number))

    def last_day(self, number: int) -> Day:
        """Return the last day of a bin."""
        return day_of(self.start_second(number + 1) - 1)


def first_second(day: Day) -> int:
    """Return the second at which a day begins."""
    return day.toordinal() * DAY_SECONDS


def last_second(day: Day) -> int:
    """Return the last second of a day."""
    return first_second(day) + DAY_SECONDS - 1


def day_of(second: int) -> Day:
    """Return the day that a second lies in; beyond the calendar, its first or last day."""
    ordinal = second // DAY_SECONDS
    return Day.fromordinal(min(max(ordinal, 1), Day.max.toordinal()))


def _first_of_month(year: int, month: int = 1) -> int:
    if year > Day.max.year:
        return _DAY_AFTER_THE_LAST
    return Day(max(year, 1), month, 1).toordinal()


def _part_of_day(minutes: int) -> BinSize:
    seconds = minutes * 60
    return BinSize(
        f"{minutes} minutes",
        1,
        lambda day: first_second(day) // seconds,
        lambda number: number * seconds // DAY_SECONDS,
        minutes,
    )


MINUTES = tuple(_part_of_day(minutes) for minutes in (1, 5, 15))
HOURS = tuple(_part_of_day(hours * 60) for hours in (1, 2, 3, 6))
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
"""The sizes of an axis that is not drawn by the hour, from the finest on."""
