"""A scale of numbers from 0: where it ends, and which numbers are named on it."""

import math
from collections.abc import Iterable
from typing import NamedTuple

_STEPS = (1, 2, 2.5, 5, 10)
_MOST = 5


class Scale(NamedTuple):
    """The numbers from `low` to `high`, with a tick at every `step`."""

    low: float
    high: float
    step: float

    def x(self, value: float) -> float:
        """Where a number stands, in per cent of the width; one outside stands at the edge."""
        return min(max((value - self.low) / (self.high - self.low) * 100, 0.0), 100.0)

    @property
    def ticks(self) -> list[float]:
        """The numbers of its ticks."""
        return [self.low + n * self.step for n in range(round(self.span / self.step) + 1)]

    @property
    def span(self) -> float:
        """From the lowest to the highest."""
        return self.high - self.low


def scale_of(values: Iterable[float], reaching: Iterable[float] = ()) -> Scale:
    """The scale for these numbers: 0 and all of them are on it, and the ticks are few and round.

    `reaching` are those with an arrow to the right, for which it leaves room.
    """
    known = [value for value in values if math.isfinite(value)]
    low, high = min(0.0, *known, 0.0), max(0.0, *known, 0.0)
    if high - low < 1e-300:  # too little to be parted by steps
        return Scale(0, 1, 1)
    rough = (high - low) / _MOST
    power = 10.0 ** math.floor(math.log10(rough))
    steps = [power * step for step in _STEPS]
    if all(value == int(value) for value in known):
        steps = [max(1.0, round(step)) for step in steps if step >= 1] or [1.0]
    step = next((s for s in steps if s >= rough * 0.999), steps[-1])
    bottom, top = math.floor(low / step) * step, math.ceil(high / step - 1e-9) * step
    if any(value > bottom + 0.9 * (top - bottom) for value in reaching):
        top += step
    return Scale(bottom, top, step)


def written(value: float) -> str:
    """A number on a scale, with thousands parted."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6f}".rstrip("0").rstrip(".")
