"""Which numbers a figure allows, and how two figures of one measure stand to each other."""

import math
from dataclasses import dataclass
from functools import lru_cache

from generator.analysis.verdicts import COUNTS_OTHERS, DIFFERS, LATER_COUNT, SAME, Verdict
from generator.model.records import Figure
from generator.support.fold import fold


@dataclass(frozen=True, slots=True)
class FigureRange:
    """The numbers that a figure allows, from `low` to `high`; infinite where it is open above."""

    low: float
    high: float
    low_open: bool = False
    """Whether `low` itself is not allowed."""
    high_open: bool = False
    """Whether `high` itself is not allowed."""


def compare(figure: Figure, other_figure: Figure) -> Verdict | None:
    """Return how two figures of one measure compare; None where one gives words and no number."""
    if figure.of != other_figure.of or not _is_one_scope(figure.scope, other_figure.scope):
        return COUNTS_OTHERS
    allowed, allowed_by_other = figure_range(figure), figure_range(other_figure)
    if allowed is None or allowed_by_other is None:
        return None
    if (figure.as_of and figure.as_of.text) != (other_figure.as_of and other_figure.as_of.text):
        return LATER_COUNT
    return SAME if _overlap(allowed, allowed_by_other) else DIFFERS


def _is_one_scope(scope: str | None, other_scope: str | None) -> bool:
    return scope == other_scope or fold(scope) == fold(other_scope)


def figure_range(figure: Figure) -> FigureRange | None:
    """Return the numbers that a figure allows; None where it gives words and no number.

    "About 1200" allows half a step of its last digit that is not 0, to both sides (1150 to 1250);
    "nearly 1200" allows a whole step below it. A range without a top is open above.
    """
    value = figure.value
    low, high = (figure.min, figure.max) if value is None else (value, value)
    return None if low is None and high is None else _range(low, high, figure.qualifier)


@lru_cache(1 << 12, typed=True)  # a figure is held against those of many accounts
def _range(low: float | None, high: float | None, qualifier: str | None) -> FigureRange:
    bottom, top = (0 if low is None else low), (math.inf if high is None else high)
    match qualifier:
        case "at least":
            return FigureRange(bottom, math.inf)
        case "more than":
            return FigureRange(bottom, math.inf, low_open=True)
        case "fewer than":
            return FigureRange(0, top, high_open=True)
        case "nearly":
            return FigureRange(max(0, bottom - _last_step(bottom)), top, high_open=True)
        case "about":
            top_step = _last_step(top) if math.isfinite(top) else 0
            return FigureRange(max(0, bottom - _last_step(bottom) / 2), top + top_step / 2)
    return FigureRange(bottom, top)


def _last_step(number: float) -> float:
    """Return the place value of the last digit that is not 0: 100 for 1200, 0.1 for 2.5."""
    if number == 0:
        return 1
    if number != int(number):
        return float(10.0 ** -len(repr(float(number)).partition(".")[2]))
    digits = str(int(number))
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


def _overlap(first: FigureRange, second: FigureRange) -> bool:
    low, high = max(first.low, second.low), min(first.high, second.high)
    if low != high:
        return low < high
    # They touch in one number, which both must allow.
    return _allows(first, low) and _allows(second, low)


def _allows(allowed: FigureRange, end: float) -> bool:
    """Return whether a range allows a number that is its low or its high end."""
    return not (
        (allowed.low == end and allowed.low_open) or (allowed.high == end and allowed.high_open)
    )
