"""Which stretch of time deserves a second look: the one that holds the most surprise.

A window of L days in a frame of T that holds n events is worth `n * log2(T / L)`: the bits that it
takes to say so many times that something lies in it.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date as Day
from typing import NamedTuple

from generator.rendering.drawings.time.axis import MONTH, Frame, days_after
from generator.rendering.drawings.time.stacking import Mark

LENGTHS = (7, 14, 28, 92, 184, 365)
FEWEST = 6
SHARE = 0.2
DENSE = 62
"""In a window of more days than these a second one is looked for."""


class Window(NamedTuple):
    """A stretch of days, both ends included."""

    first: Day
    last: Day

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def holds(self, mark: Mark) -> bool:
        """Whether the whole date of an event lies in it."""
        return bool(
            mark.earliest
            and mark.latest
            and self.first <= mark.earliest
            and mark.latest <= self.last
        )

    def touches(self, mark: Mark) -> bool:
        """Whether the day that gives the event its place lies in it."""
        return self.first <= mark.anchor <= self.last


def windows(marks: Sequence[Mark], frame: Frame) -> list[Window]:
    """The densest window of a frame, and the densest inside that one where it is long: 0 to 2."""
    found: list[Window] = []
    outer = Window(frame.first, frame.last)
    inside = list(marks)
    while len(found) < 2 and outer.days > DENSE:
        window = _densest(inside, outer)
        if window is None:
            break
        found.append(window)
        outer, inside = window, [mark for mark in inside if window.holds(mark)]
    return found


def _densest(marks: list[Mark], outer: Window) -> Window | None:
    known = [(m.earliest, m.latest) for m in marks if m.earliest and m.latest and outer.holds(m)]
    found: list[tuple[float, Day, int]] = []
    for length in LENGTHS:
        if outer.days < 12 * length:
            break
        # Only what is shorter than the window: whatever starts before it then ends before its end.
        short = [(a, b) for a, b in known if (b - a).days < length]
        starts, ends = sorted(a for a, _ in short), sorted(b for _, b in short)
        for start, before in _firsts(starts):
            count = bisect_left(ends, days_after(start, length)) - before
            if count >= FEWEST and count >= SHARE * len(marks):
                worth = count * math.log2(outer.days / length)
                found.append((-round(worth, 9), start, length))
    if not found:
        return None
    _, start, length = min(found)
    return _trimmed(known, start, length, outer)


def _firsts(starts: list[Day]) -> Iterator[tuple[Day, int]]:
    """Each day once, with how many stand before it."""
    last = None
    for before, start in enumerate(starts):
        if start != last:
            yield start, before
        last = start


def _trimmed(known: list[tuple[Day, Day]], start: Day, length: int, outer: Window) -> Window:
    end = days_after(start, length - 1)
    inside = [(a, b) for a, b in known if start <= a and b <= end]
    first, last = min(a for a, _ in inside), max(b for _, b in inside)
    if length >= 92:
        first = Day.fromordinal(MONTH.start(MONTH.of(first)))
        last = Day.fromordinal(MONTH.start(MONTH.of(last) + 1) - 1)
    else:
        first = Day.fromordinal(max(1, first.toordinal() - first.weekday()))
        last = days_after(last, 6 - last.weekday())
    return Window(max(first, outer.first), min(last, outer.last))
