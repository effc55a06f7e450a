"""Where events stand on an axis: in a stack if their date fits a bin, else as a span of time.

Stacks can be counted: one is as high as its bin has events. Spans are packed into lanes, and
those that would look the same are one span with a count.
"""

from collections.abc import Iterable, Sequence
from datetime import date as Day
from typing import NamedTuple

from generator.rendering.drawings.time.axis import TimeAxis
from generator.rendering.drawings.time.bin_sizes import first_second, last_second

_OPEN_START_PERCENT = 5.0
"""The length of a span whose start is open: nobody says how far back it goes."""
_LANE_GAP_PERCENT = 1.0
"""The room between two spans in one lane, at least."""


Seconds = tuple[int | None, int | None]
"""The first and the last second of something; None where that end is open."""


class Extent(NamedTuple):
    """From when to when something is. `earliest` or `latest` may be None, not both."""

    earliest: Day | None
    latest: Day | None
    seconds: Seconds | None = None
    """The same by the clock of the drawing, where a time of day is known."""

    def on(self, by_clock: bool) -> Seconds:
        """Return its seconds: by the clock where that counts, else those of the printed days."""
        return _seconds(self.earliest, self.latest, self.seconds if by_clock else None)


class BandMark(NamedTuple):
    """An event as the band needs it. `earliest` or `latest` may be None, not both."""

    earliest: Day | None
    latest: Day | None
    differs: bool
    """Whether its accounts contradict each other on anything."""
    kind: str
    """The name of its kind."""
    kind_number: int
    """The place of its kind in the vocabulary, which decides its sign."""
    title: str
    words: str
    """Its date in words."""
    account_dates: tuple[Extent, ...] = ()
    """The dates that its accounts give, where they contradict each other on it."""
    lasts: bool = False
    """Whether it goes on for all of its date; else it happens on one of these days."""
    is_doubtful: bool = False
    """Whether its date is approximate or uncertain."""
    url: str = ""
    """Its page, from the root of the site; empty where it leads nowhere."""
    seconds: Seconds | None = None
    """Its date by the clock of the drawing, where a time of day is known."""

    @property
    def anchor(self) -> Day:
        """The day that gives it its place."""
        return self.earliest or self.latest or Day.max

    @property
    def days(self) -> list[Day]:
        """All days that its date and the accounts' dates name."""
        dates = [(self.earliest, self.latest), *(date[:2] for date in self.account_dates)]
        return [day for date in dates for day in date if day]

    def extent(self, by_clock: bool) -> Seconds:
        """Return its first and last second, on a clock or by the days that are printed."""
        return _seconds(self.earliest, self.latest, self.seconds if by_clock else None)

    def account_extent(self, by_clock: bool) -> tuple[int, int] | None:
        """Return the first and last second of all accounts; None where they do not differ on it."""
        given = [second for date in self.account_dates for second in date.on(by_clock)]
        seconds = [second for second in given if second is not None]
        return (min(seconds), max(seconds)) if seconds else None

    def fits_a_bin(self, axis: TimeAxis) -> bool:
        """Return whether it stands in a stack; else it is a span."""
        first, last = self.extent(axis.has_hours)
        return first is not None and last is not None and _fits(axis, first, last)


class Stack(NamedTuple):
    """How many events stand in one bin."""

    bin_number: int
    total: int
    differing: int
    """Those whose accounts differ."""
    doubtful: int = 0
    """Of those that do not differ, the ones whose date is approximate or uncertain."""
    differing_doubtful: int = 0
    """The same of those that differ."""


class Span(NamedTuple):
    """A piece of the axis that one event takes, or several that look the same."""

    x1: float
    x2: float
    is_open_start: bool
    is_open_end: bool
    marks: tuple[BandMark, ...]
    has_account_dates: bool = False
    """Whether it reaches over the dates that the accounts give, not over the event's own."""
    account_days: tuple[float, ...] = ()
    """Where each of these dates begins, in per cent of the width."""
    lasts: bool = False
    """Whether its events go on for all of it; else they happen on one of these days."""
    is_doubtful: bool = False
    """Whether its ends are approximate or uncertain."""


def stack_marks(marks: Iterable[BandMark], axis: TimeAxis) -> list[Stack]:
    """Return the stacks of the events whose date fits a bin, in the order of the bins."""
    return [
        Stack(
            number,
            len(stacked),
            sum(mark.differs for mark in stacked),
            sum(mark.is_doubtful and not mark.differs for mark in stacked),
            sum(mark.is_doubtful and mark.differs for mark in stacked),
        )
        for number, stacked in sorted(marks_by_bin(marks, axis).items())
    ]


def marks_by_bin(marks: Iterable[BandMark], axis: TimeAxis) -> dict[int, list[BandMark]]:
    """Return the events whose date fits a bin, by the number of the bin."""
    by_bin: dict[int, list[BandMark]] = {}
    for mark in marks:
        first, last = mark.extent(axis.has_hours)
        if first is not None and last is not None and _fits(axis, first, last):
            by_bin.setdefault(axis.bin_at(first), []).append(mark)
    return by_bin


def _seconds(earliest: Day | None, latest: Day | None, by_clock: Seconds | None) -> Seconds:
    """Return the first and the last second of these days, or of the clock, where that is given."""
    if by_clock:
        return by_clock
    first = None if earliest is None else first_second(earliest)
    return first, None if latest is None else last_second(latest)


def _fits(axis: TimeAxis, first: int, last: int) -> bool:
    """Return whether a stretch is narrow enough to be shown as if it were in one bin."""
    return last - first < axis.bin_size.seconds


def span_marks(marks: Iterable[BandMark], axis: TimeAxis) -> list[Span]:
    """Return the spans of the events whose date fits no bin, from left to right.

    An event whose accounts give dates too far apart for a bin has a span for these as well.
    """
    own: dict[tuple[int | None, int | None, bool, bool], list[BandMark]] = {}
    by_accounts: dict[tuple[int, int], list[BandMark]] = {}
    for mark in marks:
        if not mark.fits_a_bin(axis):
            ends = mark.extent(axis.has_hours)
            first, last = (None if second is None else axis.bin_at(second) for second in ends)
            own.setdefault((first, last, mark.lasts, mark.is_doubtful), []).append(mark)
        if (extent := mark.account_extent(axis.has_hours)) and not _fits(axis, *extent):
            bins = axis.bin_at(extent[0]), axis.bin_at(extent[1])
            by_accounts.setdefault(bins, []).append(mark)
    spans = [_own_span(group, axis) for group in own.values()]
    spans += [_account_span(group, axis) for group in by_accounts.values()]
    return sorted(spans, key=lambda s: (s.x1, -s.x2, s.has_account_dates, s.marks[0].title))


def assign_lanes(extents: Sequence[tuple[float, float]], max_lanes: int) -> list[int | None]:
    """Return for each extent, in their order, the number of the first lane with room for it.

    None stands for an extent that found no room in any lane.
    """
    lane_ends: list[float] = []
    lanes: list[int | None] = []
    for start, end in extents:
        fitting = (n for n, taken in enumerate(lane_ends) if taken + _LANE_GAP_PERCENT <= start)
        lane = next(fitting, len(lane_ends))
        lanes.append(lane if lane < max_lanes else None)
        if lane < max_lanes:
            lane_ends[lane : lane + 1] = [end]
    return lanes


def _own_span(group: list[BandMark], axis: TimeAxis) -> Span:
    """Return the span of events whose own dates begin and end in the same bins."""
    extents = [mark.extent(axis.has_hours) for mark in group]
    starts = [axis.x_at(first) for first, _ in extents if first is not None]
    ends = [axis.x_at(last + 1) for _, last in extents if last is not None]
    x2 = max(ends) if ends else 100.0
    x1 = min(starts) if starts else max(0.0, x2 - _OPEN_START_PERCENT)
    return Span(
        x1,
        x2,
        not starts,
        not ends,
        tuple(group),
        lasts=group[0].lasts,
        is_doubtful=group[0].is_doubtful,
    )


def _account_span(group: list[BandMark], axis: TimeAxis) -> Span:
    """Return the span of events whose accounts give dates that begin and end in the same bins."""
    by_clock = axis.has_hours
    extents = [extent for mark in group if (extent := mark.account_extent(by_clock))]
    dates = [date.on(by_clock) for mark in group for date in mark.account_dates]
    starts = [last if first is None else first for first, last in dates]
    days = sorted({axis.x_at(second) for second in starts if second is not None})
    x1 = min(axis.x_at(first) for first, _ in extents)
    x2 = max(axis.x_at(last + 1) for _, last in extents)
    return Span(x1, x2, False, False, tuple(group), True, tuple(days))
