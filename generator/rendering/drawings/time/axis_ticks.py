"""The marks on the axis of time, and the years or months that stand under them."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date as Day
from typing import Literal, NamedTuple

from generator.rendering.drawings.time.axis import TimeAxis
from generator.rendering.drawings.time.bin_sizes import HOURS, MONTH
from generator.rendering.language import Language

Visibility = Literal["always", "tablet", "wide", "widest"]
"""Where there is room for a label: at every width; from the width of a tablet on, not on a phone;
on wide screens; on the widest. The style sheet has a class for each."""
_EDGE_PERCENT = 98.6
"""A label whose middle is beyond it is set against the end of the axis."""
_PHONE_EDGE_PERCENT = 95.5
"""The same on a phone."""
_STEPS_IN_YEARS = (5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000)


class Tick(NamedTuple):
    """A mark on the axis with the label under it. Positions are percentages of the width."""

    x: float
    label: str
    """Empty where there is no room for it at any width."""
    label_x: float
    text_anchor: Literal["start", "middle", "end"]
    """Which part of the label stands at `label_x`."""
    visibility: Visibility


def ticks(language: Language, axis: TimeAxis) -> Iterator[Tick]:
    """Return the marks: hours, the months of one or two years, every year or every few years."""
    if axis.has_hours:
        return _hour_ticks(language, axis)
    return _month_ticks(language, axis) if axis.years <= 2 else _year_ticks(language, axis)


def _year_ticks(language: Language, axis: TimeAxis) -> Iterator[Tick]:
    """Yield a tick for each year, or for each round one where there are more than 50.

    Round years are labelled at every width; the years between them where there is room, with two
    digits if that is still narrow.
    """
    start, stop = axis.first.year, axis.last.year
    minor = 1 if axis.years <= 50 else _step(axis.years, 24, 1)
    main = 1 if axis.years <= 6 else _step(axis.years, 9, minor)
    for year in range(start, stop + 1):
        if year != start and (year % minor or year - start < minor * 0.6):
            continue
        is_main = year == start or year % main == 0
        visibility: Visibility = "widest"
        if is_main:
            visibility = "tablet" if 0 < year - start < main * 0.8 else "always"
        elif axis.years <= 30 or minor > 1:
            visibility = "wide"
        is_long = is_main or minor > 1 or (year == stop and visibility == "wide")
        label = str(year)
        if not is_long:
            # Translators: a year in two digits, where there is little room.
            label = language.gettext("’%(digits)s", digits=f"{year % 100:02}")
        if visibility == "widest" and year - start == 1:
            label = ""
        x, end = axis.x_start(Day(year, 1, 1)), axis.x_end(Day(year, 12, 31))
        if visibility == "always" and _PHONE_EDGE_PERCENT < (x + end) / 2 <= _EDGE_PERCENT:
            visibility = "tablet"
        yield _tick(x, end, label, visibility, year == start)


def _month_ticks(language: Language, axis: TimeAxis) -> Iterator[Tick]:
    """Yield a tick for each month; January is labelled by its year."""
    for number in range(MONTH.bin_of(axis.first), MONTH.bin_of(axis.last) + 1):
        day = MONTH.first_day(number)
        is_main = day.month % (6 if axis.years > 1 else 3) == 1
        is_january = day.month == 1
        label = str(day.year) if is_january else language.grammar.short_month_name(day.month)
        end = axis.x_end(MONTH.last_day(number))
        visibility: Visibility = "always" if is_main else "wide"
        yield _tick(axis.x_start(day), end, label, visibility, day == axis.first)


def _hour_ticks(language: Language, axis: TimeAxis) -> Iterator[Tick]:
    """Yield a tick for every hour of one day, for every six of several; midnight has the day."""
    step, main = (1, 3) if axis.days == 1 else (6, 12)
    hour = HOURS[0]
    start = axis.first.toordinal() * 24
    for number in range(start, start + axis.days * 24, step):
        day, of_day = hour.first_day(number), number % 24
        label = hour.clock(number)
        if of_day == 0 and axis.days > 1:
            label = f"{day.day} {language.grammar.short_month_name(day.month)}"
        visibility: Visibility = "widest"
        if of_day % 6 == 0:
            visibility = "always" if axis.days == 1 or of_day == 0 else "wide"
        elif of_day % main == 0:
            visibility = "tablet"
        x, end = axis.x_at(hour.start_second(number)), axis.x_at(hour.start_second(number + step))
        yield _tick(x, end, label if step > 1 or of_day % main == 0 else "", visibility, x == 0)


def _tick(x: float, end: float, label: str, visibility: Visibility, is_first: bool) -> Tick:
    """Return the tick at `x`, its label in the middle between `x` and `end` if it has room."""
    if is_first:
        return Tick(x, label, x + 0.3, "start", visibility)
    middle = (x + end) / 2
    if middle > _EDGE_PERCENT:
        return Tick(x, label, 100.0, "end", visibility)
    return Tick(x, label, middle, "middle", visibility)


def _step(years: int, max_steps: int, multiple_of: int) -> int:
    """Return the shortest round number of years of which at most `max_steps` cover all years."""
    steps = [step for step in _STEPS_IN_YEARS if step % multiple_of == 0]
    return steps[min(bisect_left([-years / step for step in steps], -max_steps), len(steps) - 1)]
