"""The axis: from which day to which day, in which columns, and where on it a day stands.

Places across are percentages of the width; days are days of the calendar, both ends included.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple

from generator.model.dates import MONTHS

COLUMNS = 300
"""So many columns a frame has at most."""
_EDGE = 98.6
"""Beyond it a word ends with the axis; elsewhere its middle is that of what it names."""
_LAST = Day.max.toordinal() + 1
_STEPS = (5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000)


class Unit(NamedTuple):
    """The time that a column stands for."""

    name: str
    days: int
    """A date of at most so many days fits in about one column."""
    of: Callable[[Day], int]
    """The number of the column that a day lies in."""
    start: Callable[[int], int]
    """The first day of a column, as a proleptic ordinal."""


def _first(year: int, month: int = 1) -> int:
    return _LAST if year > Day.max.year else Day(max(year, 1), month, 1).toordinal()


DAY = Unit("day", 1, lambda d: d.toordinal(), lambda n: n)
WEEK = Unit("week", 7, lambda d: (d.toordinal() - 1) // 7, lambda n: n * 7 + 1)
MONTH = Unit(
    "month", 31, lambda d: d.year * 12 + d.month - 1, lambda n: _first(n // 12, n % 12 + 1)
)
QUARTER = Unit(
    "quarter",
    92,
    lambda d: d.year * 4 + (d.month - 1) // 3,
    lambda n: _first(n // 4, n % 4 * 3 + 1),
)
YEAR = Unit("year", 366, lambda d: d.year, _first)
DECADE = Unit("decade", 3653, lambda d: d.year // 10, lambda n: _first(n * 10))
CENTURY = Unit("century", 36525, lambda d: d.year // 100, lambda n: _first(n * 100))
UNITS = (DAY, WEEK, MONTH, QUARTER, YEAR, DECADE, CENTURY)


@dataclass(frozen=True)
class Frame:
    """A span of days as an axis, parted into columns."""

    first: Day
    last: Day
    unit: Unit

    @cached_property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @cached_property
    def years(self) -> int:
        """How many calendar years it touches."""
        return self.last.year - self.first.year + 1

    def x(self, day: Day) -> float:
        """Where a day begins; a day outside stands at the edge."""
        return self._at(day.toordinal())

    def end(self, day: Day) -> float:
        """Where a day ends."""
        return self._at(day.toordinal() + 1)

    def column(self, day: Day) -> int:
        """The number of the column that a day lies in."""
        return self.unit.of(self.first if day < self.first else min(day, self.last))

    def edges(self, column: int) -> tuple[float, float]:
        """Where a column begins and ends."""
        return self._at(self.unit.start(column)), self._at(self.unit.start(column + 1))

    def middle(self, column: int) -> float:
        """Where the middle of a column is."""
        a, b = self.edges(column)
        return (a + b) / 2

    @property
    def columns(self) -> range:
        """The numbers of its columns."""
        return range(self.unit.of(self.first), self.unit.of(self.last) + 1)

    def fits(self, earliest: Day, latest: Day) -> bool:
        """Whether a date is close enough to stand in one column."""
        return (latest - earliest).days < self.unit.days

    def _at(self, ordinal: int) -> float:
        return min(max((ordinal - self.first.toordinal()) / self.days * 100, 0.0), 100.0)


def frame_of(days: Iterable[Day]) -> Frame | None:
    """The whole years around the days, in the finest unit of at most 300 columns."""
    known = sorted(days)
    return whole_years(known[0].year, known[-1].year) if known else None


def whole_years(first: int, last: int) -> Frame:
    """The frame from 1 January of one year to 31 December of another."""
    return in_columns(Day(first, 1, 1), Day(last, 12, 31), COLUMNS)


def in_columns(first: Day, last: Day, most: int) -> Frame:
    """The frame from one day to another, in the finest unit of at most so many columns."""
    for unit in UNITS:
        if len((frame := Frame(first, last, unit)).columns) <= most:
            break
    return frame


class Tick(NamedTuple):
    """A mark on the axis, and the word under it."""

    x: float
    word: str
    """Empty where there is no room for it at any width."""
    word_x: float
    """Where the middle of the word stands; its start for the first, its end for the last."""
    anchor: str
    rank: str
    """Where there is room for the word: `always`; `tablet`: from that width on, not on a phone;
    `wide` screens only; `widest` ones only."""


def ticks(frame: Frame) -> Iterator[Tick]:
    """The marks of the axis: months of one or two years, else years, else every so many years."""
    if frame.years <= 2:
        yield from _months(frame)
        return
    start, stop = frame.first.year, frame.last.year
    minor = 1 if frame.years <= 50 else _step(frame.years, 24, 1)
    main = 1 if frame.years <= 6 else _step(frame.years, 9, minor)
    for year in range(start, stop + 1):
        if year != start and (year % minor or year - start < minor * 0.6):
            continue
        is_main = year == start or year % main == 0
        rank = "always" if is_main else "wide" if frame.years <= 30 or minor > 1 else "widest"
        if is_main and 0 < year - start < main * 0.8:
            rank = "tablet"
        is_long = is_main or minor > 1 or (year == stop and rank == "wide")
        word = str(year) if is_long else f"’{year % 100:02}"
        if rank == "widest" and year - start == 1:
            word = ""
        x, end = frame.x(Day(year, 1, 1)), frame.end(Day(year, 12, 31))
        if rank == "always" and 95.5 < (x + end) / 2 <= _EDGE:
            rank = "tablet"  # on a phone half of the word would be beyond the edge
        yield _tick(x, end, word, rank, year == start)


def _months(frame: Frame) -> Iterator[Tick]:
    for column in range(MONTH.of(frame.first), MONTH.of(frame.last) + 1):
        day = Day.fromordinal(MONTH.start(column))
        next_month = min(MONTH.start(column + 1), _LAST)
        end = frame.end(Day.fromordinal(next_month - 1))
        is_main = day.month % (6 if frame.years > 1 else 3) == 1
        word = str(day.year) if day.month == 1 else MONTHS[day.month - 1][:3]
        yield _tick(frame.x(day), end, word, "always" if is_main else "wide", day == frame.first)


def _tick(x: float, end: float, word: str, rank: str, is_first: bool) -> Tick:
    if is_first:
        return Tick(x, word, x + 0.3, "start", rank)
    middle = (x + end) / 2
    return Tick(x, word, *((100.0, "end") if middle > _EDGE else (middle, "middle")), rank)


def _step(years: int, most: int, multiple_of: int) -> int:
    wide = [step for step in _STEPS if step % multiple_of == 0]
    return wide[min(bisect_left([-years / step for step in wide], -most), len(wide) - 1)]


def days_after(day: Day, count: int) -> Day:
    """The day so many days later, or the last day there is."""
    return min(Day.max, day + timedelta(min(count, (Day.max - day).days)))
