"""The axis of a whole chronology: its years, or its hours where it is of a few days."""

from collections.abc import Sequence

from generator.rendering.drawings.time.axis import TimeAxis, axis_around, axis_by_hour
from generator.rendering.drawings.time.band_detail import MAX_COLUMNS
from generator.rendering.drawings.time.bin_sizes import day_of
from generator.rendering.drawings.time.densest_window import MAX_DAYS_BY_HOUR, is_timed
from generator.rendering.drawings.time.stacking import BandMark


def axis_of_marks(marks: Sequence[BandMark]) -> TimeAxis | None:
    """Return the axis around all events; None where there is none.

    It has hours where all events lie within a few days, and a time of day is known of at least
    half of them; else whole years.
    """
    if not is_timed(marks):
        return axis_around(day for mark in marks for day in mark.days)
    ends = [end for mark in marks for end in (mark.extent(True), mark.account_extent(True)) if end]
    days = [day_of(second) for end in ends for second in end if second is not None]
    first, last = min(days), max(days)
    if (last - first).days >= MAX_DAYS_BY_HOUR:
        return axis_around(day for mark in marks for day in mark.days)
    return axis_by_hour(first, last, MAX_COLUMNS)
