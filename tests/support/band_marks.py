"""Events as the band needs them, and axes around them."""

from collections.abc import Iterable
from datetime import date as Day

from hypothesis import strategies as st

from generator.rendering.drawings.time.axis import TimeAxis, axis_around
from generator.rendering.drawings.time.stacking import BandMark


def band_mark(
    earliest: str | None,
    latest: str | None = "",
    *,
    differs: bool = False,
    account_dates: tuple[tuple[Day | None, Day | None], ...] = (),
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


def axis_of(marks: Iterable[BandMark]) -> TimeAxis:
    """Return the axis around the days of some events, of which there must be one."""
    axis = axis_around(day for mark in marks for day in mark.days)
    assert axis is not None
    return axis


_days = st.dates(Day(1, 1, 1), Day(9999, 12, 31))
_ends = st.tuples(st.none() | _days, st.none() | _days).filter(any)
_dates = _ends.map(lambda d: (min(d), max(d)) if d[0] and d[1] else d)  # type: ignore[type-var]

ANY_BAND_MARK = st.builds(
    lambda date, differs, account_dates: BandMark(
        date[0], date[1], differs, "kind", 1, "title", "words", tuple(account_dates)
    ),
    _dates,
    st.booleans(),
    st.lists(_dates, max_size=2),
)
"""Any event, at any time of the calendar."""
