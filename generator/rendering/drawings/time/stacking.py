"""Where events stand on an axis: as blocks in stacks where their date is close, else as stretches.

Blocks can be counted: a stack is as high as the events in its column. Stretches are packed into
lanes, and those that would be drawn alike are one, with their count.
"""

from collections.abc import Iterable, Sequence
from datetime import date as Day
from typing import NamedTuple

from generator.rendering.drawings.time.axis import Frame

LANES = 8
"""So many lanes of stretches are drawn."""
OPEN = 5.0
"""How long an open start is drawn: nobody says how far back it goes."""
_GAP = 1.0


class Mark(NamedTuple):
    """An event as the band needs it. One of `earliest` and `latest` is given."""

    earliest: Day | None
    latest: Day | None
    differs: bool
    """Whether its accounts contradict each other on anything."""
    kind: str
    """The word for its kind."""
    shape: int
    """The position of its kind, for its sign."""
    title: str
    words: str
    """Its date in words."""
    told: tuple[tuple[Day | None, Day | None], ...] = ()
    """The dates that its accounts give, where they contradict each other on the date."""
    lasts: bool = False
    """Whether it goes on all the time of its date, and not on some day of it."""
    is_doubtful: bool = False
    """Whether its date is approximate or uncertain."""

    @property
    def anchor(self) -> Day:
        """The day that gives it its place."""
        return self.earliest or self.latest or Day.max

    @property
    def days(self) -> list[Day]:
        """All days that its date and the accounts' dates name."""
        ends = [self.earliest, self.latest, *(day for date in self.told for day in date)]
        return [day for day in ends if day is not None]

    @property
    def disputed(self) -> tuple[Day, Day] | None:
        """From the first to the last day that accounts name, where they differ on it."""
        days = sorted(day for date in self.told for day in date if day is not None)
        return (days[0], days[-1]) if days else None


class Stack(NamedTuple):
    """The events of one column."""

    column: int
    total: int
    differing: int
    doubtful: int = 0
    """Of those that do not differ, the ones whose date is approximate or uncertain."""
    differing_doubtful: int = 0
    """The same of those that differ."""


class Stretch(NamedTuple):
    """A span of time, or several that would be drawn alike."""

    x1: float
    x2: float
    is_open_start: bool
    is_open_end: bool
    marks: tuple[Mark, ...]
    is_disputed: bool = False
    """Whether it is the span of the dates that accounts of one event give."""
    days: tuple[float, ...] = ()
    """Where each of these dates begins."""
    lasts: bool = False
    """Whether its events last so long; else they are on some day of it."""
    is_doubtful: bool = False
    """Whether its ends are approximate or uncertain."""


def stacks(marks: Iterable[Mark], frame: Frame) -> list[Stack]:
    """The events whose date fits in a column of the frame, column by column."""
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        if is_block(mark, frame):
            found.setdefault(frame.column(mark.anchor), []).append(mark)
    return [
        Stack(
            column,
            len(inside),
            sum(mark.differs for mark in inside),
            sum(mark.is_doubtful and not mark.differs for mark in inside),
            sum(mark.is_doubtful and mark.differs for mark in inside),
        )
        for column, inside in sorted(found.items())
    ]


def stretches(marks: Iterable[Mark], frame: Frame) -> list[Stretch]:
    """The events whose date does not fit in a column, and the dates that accounts do not share."""
    alike: dict[tuple[int | None, int | None, bool, bool], list[Mark]] = {}
    disputed: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        if not is_block(mark, frame):
            ends = mark.earliest, mark.latest
            a, b = (None if day is None else frame.column(day) for day in ends)
            alike.setdefault((a, b, mark.lasts, mark.is_doubtful), []).append(mark)
        if (span := mark.disputed) and not frame.fits(*span):
            disputed.setdefault((frame.column(span[0]), frame.column(span[1])), []).append(mark)
    found = [_stretch(group, frame) for group in alike.values()]
    found += [_disputed(group, frame) for group in disputed.values()]
    return sorted(found, key=lambda s: (s.x1, -s.x2, s.is_disputed, s.marks[0].title))


def lanes(widths: Sequence[tuple[float, float]], most: int) -> list[int | None]:
    """For each piece, in their order, the first lane where it fits; None beyond the last lane."""
    ends: list[float] = []
    placed: list[int | None] = []
    for start, end in widths:
        lane = next((n for n, taken in enumerate(ends) if taken + _GAP <= start), len(ends))
        placed.append(lane if lane < most else None)
        if lane < most:
            ends[lane : lane + 1] = [end]
    return placed


def is_block(mark: Mark, frame: Frame) -> bool:
    """Whether the date of an event fits in one column."""
    return bool(mark.earliest and mark.latest and frame.fits(mark.earliest, mark.latest))


def _stretch(group: list[Mark], frame: Frame) -> Stretch:
    starts = [frame.x(mark.earliest) for mark in group if mark.earliest]
    ends = [frame.end(mark.latest) for mark in group if mark.latest]
    x2 = max(ends) if ends else 100.0
    x1 = min(starts) if starts else max(0.0, x2 - OPEN)
    one = group[0]
    return Stretch(
        x1,
        x2,
        not starts,
        not ends,
        tuple(group),
        lasts=one.lasts,
        is_doubtful=one.is_doubtful,
    )


def _disputed(group: list[Mark], frame: Frame) -> Stretch:
    spans = [span for mark in group if (span := mark.disputed)]
    firsts = [date[0] or date[1] for mark in group for date in mark.told]
    days = sorted({frame.x(day) for day in firsts if day})
    x1, x2 = min(frame.x(a) for a, _ in spans), max(frame.end(b) for _, b in spans)
    return Stretch(x1, x2, False, False, tuple(group), True, tuple(days))
