"""The one clock by which times of day are drawn together.

It is that of the chronology's time zone, or else the one by which all of them are printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day

from generator.model.dates import Bound, Date, TimeOfDay
from generator.model.dates.timezone import to_local
from generator.rendering.drawings.time.bin_sizes import first_second, last_second
from generator.rendering.drawings.time.stacking import Seconds


@dataclass(frozen=True)
class Clock:
    """Shows seconds, counted from one fixed day."""

    timezone: str | None
    """The name of its time zone in the tz database."""
    offset: int = 0
    """Without one: how many minutes it is ahead of UTC."""

    def seconds(self, date: Date) -> Seconds | None:
        """Return the first and the last second of a date; None where it has no time of day.

        An end that is only known to the day is the whole of it.
        """
        if not (date.start.time or date.end.until):
            return None
        return self._second(date.start, last=False), self._second(date.end, last=True)

    def _second(self, bound: Bound, *, last: bool) -> int | None:
        day = bound.latest if last else bound.earliest
        time = bound.until if last else bound.time
        if day is None:
            return None
        if time is None:
            return last_second(day) if last else first_second(day)
        return self._shown(day, time, last)

    def _shown(self, day: Day, time: TimeOfDay, last: bool) -> int:
        second = time.seconds(day)[last]
        if not time.has_zone:
            return second
        return to_local(second, self.timezone) if self.timezone else second + self.offset * 60


def clock_of(dates: Iterable[Date], timezone: str | None) -> Clock | None:
    """Return the clock for the times of all these dates; None where they share none.

    Without a time zone, times with and without a zone cannot stand on one axis. Those of several
    zones stand in UTC.
    """
    if timezone:
        return Clock(timezone)
    offsets = {
        time.offset
        for date in dates
        for bound in (date.start, date.end)
        for time in (bound.time, bound.until)
        if time
    }
    if len(offsets) == 1:
        return Clock(None, offsets.pop() or 0)
    return None if None in offsets or not offsets else Clock(None)
