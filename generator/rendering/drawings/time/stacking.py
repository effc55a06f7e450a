"""Where events stand on an axis: in a stack if their date fits a bin, else as a span of time.

Stacks can be counted: one is as high as its bin has events. Spans are packed into lanes, and
those that would look the same are one span with a count.
"""

from collections.abc import Iterable, Sequence
from datetime import date as Day
from typing import NamedTuple

from generator.rendering.drawings.time.axis import TimeAxis

_OPEN_START_PERCENT = 5.0
"""The length of a span whose start is open: nobody says how far back it goes."""
_LANE_GAP_PERCENT = 1.0
"""The room between two spans in one lane, at least."""


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
    account_dates: tuple[tuple[Day | None, Day | None], ...] = ()
    """The first and last day that its accounts give, where they contradict each other on it."""
    lasts: bool = False
    """Whether it goes on for all of its date; else it happens on one of these days."""
    is_doubtful: bool = False
    """Whether its date is approximate or uncertain."""

    @property
    def anchor(self) -> Day:
        """The day that gives it its place."""
        return self.earliest or self.latest or Day.max

    @property
    def days(self) -> list[Day]:
        """All days that its date and the accounts' dates name."""
        return [day for day in (self.earliest, self.latest) if day] + self._account_days

    @property
    def account_extent(self) -> tuple[Day, Day] | None:
        """The first and the last day that accounts name; None where they do not differ on it."""
        return (min(self._account_days), max(self._account_days)) if self._account_days else None

    @property
    def _account_days(self) -> list[Day]:
        return [day for date in self.account_dates for day in date if day]

    def fits_a_bin(self, axis: TimeAxis) -> bool:
        """Return whether it stands in a stack; else it is a span."""
        return bool(self.earliest and self.latest and axis.fits_a_bin(self.earliest, self.latest))


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
    by_bin: dict[int, list[BandMark]] = {}
    for mark in marks:
        if mark.fits_a_bin(axis):
            by_bin.setdefault(axis.bin_of(mark.anchor), []).append(mark)
    return [
        Stack(
            number,
            len(stacked),
            sum(mark.differs for mark in stacked),
            sum(mark.is_doubtful and not mark.differs for mark in stacked),
            sum(mark.is_doubtful and mark.differs for mark in stacked),
        )
        for number, stacked in sorted(by_bin.items())
    ]


def span_marks(marks: Iterable[BandMark], axis: TimeAxis) -> list[Span]:
    """Return the spans of the events whose date fits no bin, from left to right.

    An event whose accounts give dates too far apart for a bin has a span for these as well.
    """
    own: dict[tuple[int | None, int | None, bool, bool], list[BandMark]] = {}
    by_accounts: dict[tuple[int, int], list[BandMark]] = {}
    for mark in marks:
        if not mark.fits_a_bin(axis):
            ends = mark.earliest, mark.latest
            first, last = (None if day is None else axis.bin_of(day) for day in ends)
            own.setdefault((first, last, mark.lasts, mark.is_doubtful), []).append(mark)
        if (extent := mark.account_extent) and not axis.fits_a_bin(*extent):
            by_accounts.setdefault((axis.bin_of(extent[0]), axis.bin_of(extent[1])), []).append(
                mark
            )
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
    starts = [axis.x_start(mark.earliest) for mark in group if mark.earliest]
    ends = [axis.x_end(mark.latest) for mark in group if mark.latest]
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
    extents = [extent for mark in group if (extent := mark.account_extent)]
    starts = [date[0] or date[1] for mark in group for date in mark.account_dates]
    days = sorted({axis.x_start(day) for day in starts if day})
    x1 = min(axis.x_start(first) for first, _ in extents)
    x2 = max(axis.x_end(last) for _, last in extents)
    return Span(x1, x2, False, False, tuple(group), True, tuple(days))
