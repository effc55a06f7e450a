"""A window of the axis drawn large: a column a bin, with the events in it by kind."""

from collections.abc import Iterator, Sequence
from datetime import date as Day
from datetime import timedelta

from markupsafe import Markup

from generator.rendering.drawings.svg import join_markup, percent, tag
from generator.rendering.drawings.time.axis import TimeAxis, axis_between, axis_by_hour
from generator.rendering.drawings.time.band_overview import (
    MAX_BLOCKS,
    MAX_STACK_PX,
    Piece,
    block_height,
    draw_stacks,
)
from generator.rendering.drawings.time.bin_sizes import DAY, HOURS, MONTH
from generator.rendering.drawings.time.densest_window import Window
from generator.rendering.drawings.time.detail_signs import (
    ROW_PX,
    column_signs,
)
from generator.rendering.drawings.time.detail_spans import draw_detail_spans
from generator.rendering.drawings.time.stacking import (
    BandMark,
    Span,
    marks_by_bin,
    span_marks,
    stack_marks,
)
from generator.rendering.language import Language

MAX_COLUMNS = 35
"""The columns of a window, at most."""
FEW_COLUMNS, SOME_COLUMNS = 9, 15
"""So many columns have room for signs at every width; and on all but a phone."""
_HEAD_PX = 52
_MOST_WITH_MONTHS = 24
"""In a column of a wider window, a month stands in the place of the weekday, not beside it."""
_LETTERS_IN_A_COLUMN = 4
"""A longer name of a month reaches into the next column of such a window."""


def window_axis(window: Window) -> TimeAxis:
    """Return the axis of a window."""
    make = axis_by_hour if window.by_hour else axis_between
    return make(window.first, window.last, MAX_COLUMNS)


def draw_window(language: Language, marks: Sequence[BandMark], window: Window, top: float) -> Piece:
    """Return the window from `top` down: columns with their dates, signs or stacks, then spans.

    Whether a width has room for signs is for the style sheet to say, by the class of the group:
    `few` columns have it everywhere, `some` not on a phone, `many` on a wide screen only, `tall`
    ones nowhere. Where there is no room, blocks stand in the place of signs.
    """
    axis = window_axis(window)
    near = [mark for mark in marks if window.touches(mark)]
    in_columns = [mark for mark in near if mark.fits_a_bin(axis) and window.holds(mark)]
    stacks = stack_marks(in_columns, axis)
    tallest = max((stack.total for stack in stacks), default=0)
    is_tall = tallest > MAX_BLOCKS
    height = MAX_STACK_PX if is_tall else tallest * ROW_PX
    base = top + _HEAD_PX + height + 4
    lanes = draw_detail_spans(language, _spans(near, in_columns, axis), base)
    size = "tall" if is_tall else _size(len(axis.bins))
    parts = [_columns(language, axis, top, lanes.bottom)]
    if not is_tall:
        parts.append(_signs(language, in_columns, axis, top + _HEAD_PX))
    if size != "few":
        block_px = min(block_height(stacks), height / max(tallest, 1))
        parts.append(tag("g", draw_stacks(stacks, axis, base, block_px), class_="blocks"))
    return Piece(tag("g", *parts, lanes.content, class_=f"detail detail--{size}"), lanes.bottom)


def _size(columns: int) -> str:
    return "few" if columns <= FEW_COLUMNS else "some" if columns <= SOME_COLUMNS else "many"


def _columns(language: Language, axis: TimeAxis, top: float, bottom: float) -> Markup:
    head = _hour_head if axis.has_hours else _head
    heads = (head(language, axis, number, top, bottom) for number in axis.bins)
    return join_markup(part for head in heads for part in head)


def _head(
    language: Language, axis: TimeAxis, number: int, top: float, bottom: float
) -> Iterator[Markup]:
    """Yield the line before a column, and its date: in large what tells it from the next."""
    grammar = language.grammar
    day = max(axis.bin_size.first_day(number), axis.first)
    x, month = percent(axis.x_start(day)), grammar.short_month_name(day.month)
    is_first, is_few = day == axis.first, len(axis.bins) <= FEW_COLUMNS
    if axis.bin_size is MONTH:
        large, small, is_main = month, str(day.year), day.month % 3 == 1
    elif axis.bin_size is DAY:
        large, small, is_main = str(day.day), grammar.short_weekday_name(day), day.weekday() == 0
    else:
        large, small, is_main = str(day.day), month, day.day <= 7
    room = "" if is_first or is_few or (is_main and (day - axis.first).days > 3) else " wide-only"
    yield tag("line", class_=f"day-column{room}", x1=x, x2=x, y1=top, y2=bottom)
    if not is_first and (day - axis.first).days < axis.bin_size.days * 0.7:
        return  # The first column is a part of a week: its date needs the room.
    yield tag("text", large, class_=f"day-number{room}", x=x, dx=6, y=top + 26)
    name = []
    is_narrow = len(axis.bins) > _MOST_WITH_MONTHS  # it has room for one short word
    if _names_month(axis, day):
        if is_narrow:
            small = month
        else:
            name = [tag("tspan", month, class_="day-name__month", dx=4)]
    elif is_narrow and not is_first and _is_long_month(language, axis, day - timedelta(days=1)):
        return
    yield tag("text", small, *name, class_=f"day-name{room}", x=x, dx=6, y=top + 42)


def _hour_head(
    language: Language, axis: TimeAxis, number: int, top: float, bottom: float
) -> Iterator[Markup]:
    """Yield the line before a column and its hour; under the first of a day, that day."""
    clock, day = axis.bin_size.clock(number), axis.bin_size.first_day(number)
    hour = int(clock[:2])
    x = percent(axis.bin_edges(number)[0])
    is_main = hour % (6 if axis.bin_size in HOURS[:2] else 12) == 0
    room = "" if is_main else " wide-only"
    yield tag("line", class_=f"day-column{room}", x1=x, x2=x, y1=top, y2=bottom)
    yield tag("text", clock[:2], class_=f"day-number{room}", x=x, dx=6, y=top + 26)
    if hour == 0:
        month = language.grammar.short_month_name(day.month)
        words = f"{language.grammar.short_weekday_name(day)} {day.day}"
        name = [tag("tspan", month, class_="day-name__month", dx=4)] if day == axis.first else []
        yield tag("text", words, *name, class_="day-name", x=x, dx=6, y=top + 42)


def _names_month(axis: TimeAxis, day: Day) -> bool:
    """Return whether a column of a day names its month: the first of a month does.

    The first Monday does too, since the others are not shown at every width; the day before it
    leaves the name to it.
    """
    crosses = (axis.first.year, axis.first.month) != (axis.last.year, axis.last.month)
    is_monday, is_sunday = day.weekday() == 0, day.weekday() == 6
    begins = (day.day == 1 and not is_sunday) or (is_monday and day.day <= 7)
    return axis.bin_size is DAY and crosses and (begins or day == axis.first)


def _is_long_month(language: Language, axis: TimeAxis, day: Day) -> bool:
    """Return whether a column names a month whose name reaches into the next one."""
    name = language.grammar.short_month_name(day.month)
    return _names_month(axis, day) and len(name) > _LETTERS_IN_A_COLUMN


def _signs(language: Language, marks: Sequence[BandMark], axis: TimeAxis, top: float) -> Markup:
    """Return the columns of signs, from `top` down."""
    columns = [
        column_signs(language, stacked, axis.bin_edges(number), top)
        for number, stacked in marks_by_bin(marks, axis).items()
    ]
    return tag("g", *columns, class_="signs")


def _spans(near: list[BandMark], in_columns: list[BandMark], axis: TimeAxis) -> list[Span]:
    """Return the spans of what stands in no column; one that leaves the window ends at its edge."""
    shown = set(map(id, in_columns))
    return [
        span._replace(marks=marks)
        for span in span_marks(near, axis)
        if (marks := tuple(m for m in span.marks if span.has_account_dates or id(m) not in shown))
    ]
