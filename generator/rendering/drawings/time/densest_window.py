"""Which window of time is drawn a second time, larger: the one that holds the most surprise.

A window of L days on an axis of T days that holds n events is worth `n * log2(T / L)`: the bits
that it takes to say n times that an event lies in it.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Day
from typing import NamedTuple

from generator.rendering.drawings.time.axis import TimeAxis, days_after
from generator.rendering.drawings.time.bin_sizes import MONTH, day_of, first_second, last_second
from generator.rendering.drawings.time.stacking import BandMark

LENGTHS_IN_DAYS = (7, 14, 28, 92, 184, 365)
"""The lengths that are tried."""
WHOLE_MONTHS_FROM_DAYS = 92
"""A window of this length or more is extended to whole months, a shorter one to whole weeks."""
MIN_WINDOWS_ON_AXIS = 12
"""How many windows of a length the axis has room for, at least."""
MIN_EVENTS = 6
"""How many events lie in a window, at least."""
MIN_SHARE_OF_EVENTS = 0.2
"""Which part of all events lies in a window, at least."""
MAX_WINDOWS = 2
SPLIT_ABOVE_DAYS = 62
"""In a window of more days than these a second window is looked for."""
MAX_DAYS_BY_HOUR = 4
"""So many days are drawn by the hour, at most."""


class Window(NamedTuple):
    """A run of days, both ends included."""

    first: Day
    last: Day
    by_hour: bool = False
    """Whether it is drawn by the hour."""

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def holds(self, mark: BandMark) -> bool:
        """Return whether the whole date of an event lies in it."""
        first, last = mark.extent(self.by_hour)
        if first is None or last is None:
            return False
        return first_second(self.first) <= first and last <= last_second(self.last)

    def touches(self, mark: BandMark) -> bool:
        """Return whether the day that gives the event its place lies in it."""
        first, last = mark.extent(self.by_hour)
        anchor = first if first is not None else last or 0
        return first_second(self.first) <= anchor <= last_second(self.last)


def densest_windows(marks: Sequence[BandMark], axis: TimeAxis) -> list[Window]:
    """Return the densest window of an axis and, where that is long, the densest inside it.

    The last one is drawn by the hour, if enough times of day are known. The list is empty where no
    window has enough events.
    """
    windows: list[Window] = []
    outer, inside = Window(axis.first, axis.last), list(marks)
    while len(windows) < MAX_WINDOWS and outer.days > SPLIT_ABOVE_DAYS:
        window = _densest(inside, outer, LENGTHS_IN_DAYS, MIN_WINDOWS_ON_AXIS)
        if window is None:
            break
        windows.append(window)
        outer, inside = window, [mark for mark in inside if window.holds(mark)]
    if by_hour := _densest_by_hour(inside, outer):
        windows.append(by_hour)
    return windows


def is_timed(marks: Sequence[BandMark]) -> bool:
    """Return whether a time of day is known of at least half of the events, and of any."""
    timed = sum(mark.seconds is not None for mark in marks)
    return timed > 0 and timed * 2 >= len(marks)


def _densest_by_hour(marks: list[BandMark], outer: Window) -> Window | None:
    """Return the densest few days whose events have times of day; None where there are none."""
    timed = [mark for mark in marks if mark.seconds]
    if len(timed) < MIN_SHARE_OF_EVENTS * len(marks):
        return None
    lengths = range(1, MAX_DAYS_BY_HOUR + 1)
    window = _densest(timed, outer._replace(by_hour=True), lengths, 1)
    return window if window and is_timed([m for m in marks if window.holds(m)]) else None


def _densest(
    marks: list[BandMark], outer: Window, lengths: Iterable[int], min_windows: int
) -> Window | None:
    """Return the densest window inside another; None where no window has enough events.

    `min_windows`: how many of a length the other has room for, at least. Of windows worth the same
    the earliest is taken, then the shortest.
    """
    extents = [mark.extent(outer.by_hour) for mark in marks if outer.holds(mark)]
    dates = [
        (day_of(first), day_of(last))
        for first, last in extents
        if first is not None and last is not None
    ]
    candidates: list[tuple[float, Day, int]] = []
    for length in lengths:
        if outer.days < min_windows * length:
            break
        # Only dates shorter than the window: one that starts before it then ends before its end.
        short = [(start, end) for start, end in dates if (end - start).days < length]
        starts, ends = sorted(start for start, _ in short), sorted(end for _, end in short)
        for start, earlier in _distinct(starts):
            count = bisect_left(ends, days_after(start, length)) - earlier
            if count >= MIN_EVENTS and count >= MIN_SHARE_OF_EVENTS * len(marks):
                worth = count * math.log2(outer.days / length)
                candidates.append((-round(worth, 9), start, length))
    if not candidates:
        return None
    _, start, length = min(candidates)
    return _fitted(dates, start, length, outer)


def _distinct(starts: list[Day]) -> Iterator[tuple[Day, int]]:
    """Yield each day of a sorted list once, with how many entries stand before it."""
    previous = None
    for earlier, start in enumerate(starts):
        if start != previous:
            yield start, earlier
        previous = start


def _fitted(dates: list[tuple[Day, Day]], start: Day, length: int, outer: Window) -> Window:
    """Return the whole weeks or months around the dates that lie in a window."""
    end = days_after(start, length - 1)
    inside = [date for date in dates if start <= date[0] and date[1] <= end]
    first, last = min(date[0] for date in inside), max(date[1] for date in inside)
    if outer.by_hour:
        return Window(first, last, by_hour=True)
    if length >= WHOLE_MONTHS_FROM_DAYS:
        first = MONTH.first_day(MONTH.bin_of(first))
        last = MONTH.last_day(MONTH.bin_of(last))
    else:
        first = Day.fromordinal(max(1, first.toordinal() - first.weekday()))
        last = days_after(last, 6 - last.weekday())
    return Window(max(first, outer.first), min(last, outer.last))
