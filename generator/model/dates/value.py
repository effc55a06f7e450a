"""A date as a value: what may be the first and the last day, how precise, how certain.

It does not know what a date is for, nor seasons, other calendars or today. Qualifiers
are kept and shown but widen nothing: `2012~` lies in 2012.
"""

from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Literal

from generator.model.dates.time_of_day import TimeOfDay
from generator.model.dates.timezone import to_utc

Kind = Literal["moment", "one of", "interval"]
Precision = Literal["day", "month", "year", "decade", "century"]

# Not calendar.month_name, which speaks the language of the machine.
_NAMES = "January February March April May June July August September October November December"
MONTHS = tuple(_NAMES.split())
_RANK: dict[Precision | None, int] = {"day": 0, "month": 1, "year": 2, "decade": 3, "century": 4}
# How many of year, month and day a precision tells, and in how many characters of an ISO date.
_NUMBERS: dict[Precision | None, int] = {"day": 3, "month": 2}
_WHOLE = frozenset(("day", "month", "year"))
_DIGITS: dict[Precision, int] = {"day": 10, "month": 7}


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a date: between `earliest` and `latest`, both inclusive; None where it is open.

    It stands as written: the other end of an interval does not narrow it. `unknown_day` tells
    `2022-11-XX`, one day of that month, from `2022-11`.
    """

    earliest: date | None
    latest: date | None
    precision: Precision | None
    approximate: bool = False
    uncertain: bool = False
    unknown_day: bool = False
    time: TimeOfDay | None = None
    """When on its earliest day, if that is given; then `until` is when on its latest day."""
    until: TimeOfDay | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it is neither qualified nor has an unknown day."""
        return not (self.approximate or self.uncertain or self.unknown_day)

    @property
    def has_zone(self) -> bool:
        """Whether it has a time of day whose zone is known."""
        return self.time is not None and self.time.has_zone

    @property
    def seconds(self) -> tuple[int, int] | None:
        """The first and the last second, where times of day are given; see `TimeOfDay.seconds`."""
        if not (self.time and self.until and self.earliest and self.latest):
            return None
        return self.time.seconds(self.earliest)[0], self.until.seconds(self.latest)[1]

    def numbers(self, *, last: bool = False) -> tuple[int, ...]:
        """Return year, month and day of its first possible day, as many as the precision allows.

        With `last`, those of its last possible day. The bound must not be open.
        """
        day = self.latest if last else self.earliest
        assert day is not None
        return (day.year, day.month, day.day)[: _NUMBERS.get(self.precision, 1)]


@dataclass(frozen=True, slots=True)
class Date:
    """A date as `parse_date` returns it: never open at both ends, `earliest` not after `latest`.

    `text` is the EDTF exactly as written. `start` and `end` are equal unless it is an interval; of
    a set they span all members, which `choices` holds in order, a `..` range as one. `precision` is
    that of the start, of the end where the start is open, and of the members of a set.
    """

    text: str
    kind: Kind
    start: Bound
    end: Bound
    precision: Precision
    choices: tuple[Bound, ...] = ()

    def __hash__(self) -> int:
        return hash(self.text)  # of which the rest is made

    @property
    def earliest(self) -> date | None:
        """The first possible day; None where the start is open."""
        return self.start.earliest

    @property
    def latest(self) -> date | None:
        """The last possible day; None where the end is open."""
        return self.end.latest

    @property
    def anchor(self) -> date:
        """The day that gives the date its place: the earliest, or the latest at an open start."""
        return self.start.earliest or self.end.latest or date.max

    @property
    def anchor_text(self) -> str:
        """The anchor, as precise as the date: 2021-05-04, 2021-05, 2021. Ids begin with it."""
        return self.anchor.isoformat()[: _DIGITS.get(self.precision, 4)]

    @property
    def order(self) -> tuple[date, float, int, date, float]:
        """The sort key where no time zone is known: see `order_in`."""
        return self.order_in(None)

    def order_in(self, timezone: str | None) -> tuple[date, float, int, date, float]:
        """Sort key: anchor, time of day, finer precision, latest. An id behind it makes it total.

        What has a time stands before what has none. A time without a zone is one of `timezone`, a
        name of the tz database, and counts as one of UTC where that is not known.
        """
        bound = (self.choices or (self.start if self.start.earliest else self.end,))[0]
        first = _second(bound.time, self.anchor, 0, timezone) if bound.time else inf
        until, latest = self.end.until, self.latest
        last = _second(until, latest, 1, timezone) if until and latest else inf
        return self.anchor, first, _RANK[self.precision], latest or date.max, last

    @property
    def time(self) -> TimeOfDay | None:
        """The time of day of a moment; None where it has none."""
        return self.start.time if self.kind == "moment" else None

    @property
    def is_day(self) -> bool:
        """Exactly one day, known and certain."""
        return self.is_whole and self.precision == "day"

    @property
    def is_whole(self) -> bool:
        """Exactly one day, month or year, known and certain; of a day perhaps the time."""
        return self.kind == "moment" and self.start.is_plain and self.precision in _WHOLE


def _second(time: TimeOfDay, day: date, end: Literal[0, 1], timezone: str | None) -> int:
    second = time.seconds(day)[end]
    return second if time.has_zone or timezone is None else to_utc(second, timezone)


def bounds_meet(first: Bound, second: Bound) -> bool | None:
    """Return whether both can be the same day, and the same time; None where either is open.

    Times tell only where both have a zone or neither has; days are compared as they are written.
    """
    if not (first.earliest and first.latest and second.earliest and second.latest):
        return None
    seconds, other_seconds = first.seconds, second.seconds
    if seconds and other_seconds and first.has_zone is second.has_zone:
        return seconds[0] <= other_seconds[1] and other_seconds[0] <= seconds[1]
    return first.earliest <= second.latest and second.earliest <= first.latest


def is_before(first: Bound, second: Bound) -> bool:
    """Return whether one end of a date is certainly over before another one begins."""
    if bounds_meet(first, second) is not False:
        return False
    seconds, other_seconds = first.seconds, second.seconds
    if seconds and other_seconds and first.has_zone is second.has_zone:
        return seconds < other_seconds
    return (first.earliest or date.max) < (second.earliest or date.max)  # neither is open


def starts_meet(first: Date, second: Date) -> bool | None:
    """Return whether both can start on one day, sets by their members; None at an open start."""
    return _any_meet(first.choices or (first.start,), second.choices or (second.start,))


def ends_meet(first: Date, second: Date) -> bool | None:
    """Return whether both can end on one day, sets by their members; None at an open end."""
    return _any_meet(first.choices or (first.end,), second.choices or (second.end,))


def _any_meet(bounds: tuple[Bound, ...], other_bounds: tuple[Bound, ...]) -> bool | None:
    meetings = {bounds_meet(bound, other) for bound in bounds for other in other_bounds}
    return None if None in meetings else True in meetings
