"""Events as the band needs them, and axes around them."""

from collections.abc import Iterable
from datetime import date as Day
from typing import Any

from hypothesis import strategies as st

from generator.model.dates import parse_date
from generator.rendering.clock import Clock
from generator.rendering.drawings.time.axis import TimeAxis
from generator.rendering.drawings.time.bin_sizes import DAY_SECONDS, first_second
from generator.rendering.drawings.time.stacking import BandMark, Extent, Seconds
from generator.rendering.drawings.time.whole_axis import axis_of_marks


def band_mark(
    earliest: str | None,
    latest: str | None = "",
    *,
    differs: bool = False,
    account_dates: tuple[Extent, ...] = (),
    lasts: bool = False,
    is_doubtful: bool = False,
) -> BandMark:
    """Return an event on a day, or from one to another; None where an end is open."""
    ends = earliest, earliest if latest == "" else latest
    first, last = (Day.fromisoformat(day) if day else None for day in ends)
    return BandMark(
        first,
        last,
        differs,
        "statement",
        3,
        "A title",
        "its date",
        account_dates,
        lasts,
        is_doubtful,
    )


def timed_mark(edtf: str, **values: Any) -> BandMark:
    """Return an event of a date with times of day."""
    date = parse_date(edtf)
    first, last = (day.isoformat() if day else None for day in (date.earliest, date.latest))
    return band_mark(first, last, **values)._replace(seconds=Clock(None).seconds(date))


def axis_of(marks: Iterable[BandMark]) -> TimeAxis:
    """Return the axis around some events, of which there must be one."""
    axis = axis_of_marks(list(marks))
    assert axis is not None
    return axis


_days = st.dates(Day(1, 1, 1), Day(9999, 12, 31))
_ends = st.tuples(st.none() | _days, st.none() | _days).filter(any)
_dates = _ends.map(lambda d: (min(d), max(d)) if d[0] and d[1] else d)  # type: ignore[type-var]

_of_day = st.integers(0, DAY_SECONDS - 1)


def _within(date: tuple[Day | None, Day | None], seconds: tuple[int, int] | None) -> Seconds | None:
    """Return times on the first and the last day; None where there are none."""
    if seconds is None:
        return None
    first, last = (
        None if day is None else first_second(day) + second
        for day, second in zip(date, seconds, strict=True)
    )
    is_backwards = first is not None and last is not None and first > last
    return (last, first) if is_backwards else (first, last)


ANY_BAND_MARK = st.builds(
    lambda date, differs, account_dates, seconds: BandMark(
        date[0], date[1], differs, "kind", 1, "title", "words",
        tuple(Extent(*ends) for ends in account_dates),
        seconds=_within(date, seconds),
    ),
    _dates,
    st.booleans(),
    st.lists(_dates, max_size=2),
    st.none() | st.tuples(_of_day, _of_day),
)  # fmt: skip
"""Any event, at any time of the calendar."""
