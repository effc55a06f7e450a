"""A scale of numbers from 0: where it ends, and which numbers are named on it."""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_ROUND_STEPS = (1, 2, 2.5, 5, 10)
_STEPS_TO_THE_END = 5
_SMALLEST_RANGE = 1e-300
_ROOM_FROM = 0.9


class Scale(NamedTuple):
    """The numbers from `low` to `high`, with a tick at every `step`."""

    low: float
    high: float
    step: float

    def x(self, value: float) -> float:
        """Return where a number stands in per cent of the width; if it is outside, the edge."""
        return min(max((value - self.low) / (self.high - self.low) * 100, 0.0), 100.0)

    @property
    def ticks(self) -> list[float]:
        """The numbers at its ticks."""
        count = round((self.high - self.low) / self.step) + 1
        return [self.low + n * self.step for n in range(count)]


def scale_for(values: Iterable[float], lower_bounds: Iterable[float] = ()) -> Scale:
    """Return the scale for these numbers: it holds 0 and all of them, and has few round ticks.

    `lower_bounds` are those of the values that stand for "so many or more". They are drawn with an
    arrow to the right, for which the scale leaves room.
    """
    finite = [value for value in values if math.isfinite(value)]
    low, high = min(0.0, *finite, 0.0), max(0.0, *finite, 0.0)
    if high - low < _SMALLEST_RANGE:
        return Scale(0, 1, 1)
    scale = _scale(low, high, all(value == int(value) for value in finite))
    bottom, top, step = scale
    if any(value > bottom + _ROOM_FROM * (top - bottom) for value in lower_bounds):
        return Scale(bottom, top + step, step)
    return scale


@lru_cache(1 << 10)  # small numbers are the largest of many events
def _scale(low: float, high: float, are_whole: bool) -> Scale:
    """Return the scale from one number to another, with whole ticks where all numbers are whole."""
    rough_step = (high - low) / _STEPS_TO_THE_END
    power = 10.0 ** math.floor(math.log10(rough_step))
    steps = [power * step for step in _ROUND_STEPS]
    if are_whole:
        steps = [max(1.0, round(step)) for step in steps if step >= 1] or [1.0]
    step = next((step for step in steps if step >= rough_step * 0.999), steps[-1])
    bottom, top = math.floor(low / step) * step, math.ceil(high / step - 1e-9) * step
    return Scale(bottom, top, step)
