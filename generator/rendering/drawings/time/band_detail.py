"""A window of the axis drawn large: a column a day (a week, a month), its events in it by kind."""

from collections.abc import Iterator, Sequence
from datetime import date as Day

from markupsafe import Markup

from generator.model.dates import MONTHS
from generator.rendering.drawings.kind_signs import shape
from generator.rendering.drawings.svg import joined, percent, plural, tag
from generator.rendering.drawings.time.axis import DAY, MONTH, Frame, in_columns
from generator.rendering.drawings.time.band_overview import (
    HEIGHT,
    TALLEST,
    Drawn,
    block_height,
    stretch_line,
    towers,
)
from generator.rendering.drawings.time.densest_window import Window
from generator.rendering.drawings.time.stacking import (
    Mark,
    Stretch,
    is_block,
    lanes,
    stacks,
    stretches,
)

COLUMNS = 35
"""So many columns a window has at most."""
ROW = 19
FULL = 8
"""A column with more events shows six and counts the rest."""
FEW = 9
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_HEAD = 52
_WIDE, _PHONE = 960, 290
_SHOWN = 6
_LANES = 12


def window_frame(window: Window) -> Frame:
    """The axis of a window."""
    return in_columns(window.first, window.last, COLUMNS)


def detail(marks: Sequence[Mark], window: Window, top: float) -> Drawn:
    """The window from `top` down: columns with their dates, signs or towers, then stretches.

    Whether a width has room for signs is the style sheet's to say, by the class of the group:
    `few` columns have it everywhere, `some` not on a phone, `many` on a wide screen only, `tall`
    ones nowhere. Where there is none, blocks stand in their place.
    """
    frame = window_frame(window)
    near = [mark for mark in marks if window.touches(mark)]
    blocks = [mark for mark in near if is_block(mark, frame) and window.holds(mark)]
    found = stacks(blocks, frame)
    tallest = max((stack.total for stack in found), default=0)
    is_tall = tallest > TALLEST
    rows = 0 if is_tall else tallest if tallest <= FULL else _SHOWN + 1
    height = HEIGHT if is_tall else rows * ROW
    base = top + _HEAD + height + 4
    lower = _stretches(_spans(near, blocks, frame), base)
    size = "tall" if is_tall else _size(len(frame.columns))
    parts = [_columns(frame, top, lower.bottom)]
    if not is_tall:
        parts.append(_signs(blocks, frame, top))
    if size != "few":
        unit = min(block_height(found), height / max(tallest, 1))
        parts.append(tag("g", towers(found, frame, base, unit), class_="blocks"))
    return Drawn(tag("g", *parts, lower.content, class_=f"detail detail--{size}"), lower.bottom)


def _size(columns: int) -> str:
    return "few" if columns <= FEW else "some" if columns <= 15 else "many"


def _columns(frame: Frame, top: float, bottom: float) -> Markup:
    return joined(part for column in frame.columns for part in _head(frame, column, top, bottom))


def _head(frame: Frame, column: int, top: float, bottom: float) -> Iterator[Markup]:
    """The line before a column, and its date: large what tells it from the next."""
    day = max(Day.fromordinal(frame.unit.start(column)), frame.first)
    x, month = percent(frame.x(day)), MONTHS[day.month - 1][:3]
    is_first, is_few = day == frame.first, len(frame.columns) <= FEW
    if frame.unit is MONTH:
        large, small, is_main = month, str(day.year), day.month % 3 == 1
    elif frame.unit is DAY:
        large, small, is_main = str(day.day), _WEEKDAYS[day.weekday()], day.weekday() == 0
    else:
        large, small, is_main = str(day.day), month, day.day <= 7
    rank = "" if is_first or is_few or (is_main and (day - frame.first).days > 3) else " wide-only"
    yield tag("line", class_=f"day-column{rank}", x1=x, x2=x, y1=top, y2=bottom)
    if not is_first and (day - frame.first).days < frame.unit.days * 0.7:
        return  # The first column is a part of a week: its date needs the room.
    yield tag("text", large, class_=f"day-number{rank}", x=x, dx=6, y=top + 26)
    named = []
    if _names_month(frame, day, is_first, is_main):
        named = [tag("tspan", month, class_="day-name__month", dx=4)]
    yield tag("text", small, *named, class_=f"day-name{rank}", x=x, dx=6, y=top + 42)


def _names_month(frame: Frame, day: Day, is_first: bool, is_main: bool) -> bool:
    """Where a month begins, and at its first Monday: others are not shown at every width."""
    crosses = (frame.first.year, frame.first.month) != (frame.last.year, frame.last.month)
    begins = is_first or day.day == 1 or (is_main and day.day <= 7)
    return frame.unit is DAY and crosses and begins


def _signs(blocks: Sequence[Mark], frame: Frame, top: float) -> Markup:
    by_column: dict[int, list[Mark]] = {}
    for mark in blocks:
        by_column.setdefault(frame.column(mark.anchor), []).append(mark)
    return tag(
        "g",
        *(_column(inside, frame.edges(column), top) for column, inside in by_column.items()),
        class_="signs",
    )


def _column(inside: list[Mark], edges: tuple[float, float], top: float) -> Markup:
    """The events of a column; what is too long for it is cut at its edge."""
    shown = inside if len(inside) <= FULL else inside[:_SHOWN]
    rows = [_sign(mark, 6, 2 + n * ROW, mark.kind) for n, mark in enumerate(shown)]
    if len(inside) > len(shown):
        rest = f"+ {len(inside) - len(shown):,}"
        rows.append(tag("text", rest, class_="band__rest", x=6, y=2 + len(shown) * ROW + 13))
    height = (len(rows)) * ROW + 2
    return tag(
        "svg",
        *rows,
        x=percent(edges[0]),
        y=top + _HEAD,
        width=percent(edges[1] - edges[0]),
        height=height,
        style=f"height:{height}px",
    )


def _sign(mark: Mark, x: float, y: float, word: str = "") -> Markup:
    title = tag("title", f"{mark.title} ({mark.words})")
    parts = [
        title,
        tag("path", class_="uncertain" if mark.is_doubtful else None, d=shape(mark.shape)),
    ]
    if mark.differs:
        parts.append(tag("text", "≠", class_="not-equal", x=20, y=13))
    if word:
        parts.append(tag("text", word, class_="word", x=36, y=12.5))
    return tag("g", *parts, transform=f"translate({x:g} {y:g})")


def _spans(near: list[Mark], blocks: list[Mark], frame: Frame) -> list[Stretch]:
    """What lies in the window and in no column; what reaches out of it is drawn up to its edge."""
    shown = set(map(id, blocks))
    return [
        stretch._replace(marks=marks)
        for stretch in stretches(near, frame)
        if (marks := tuple(m for m in stretch.marks if stretch.is_disputed or id(m) not in shown))
    ]


def _stretches(found: Sequence[Stretch], base: float) -> Drawn:
    """The stretches in lanes, each with the signs of its events and their words under it."""
    extents = [_extent(stretch) for stretch in found]
    parts, bottom, left_out = [], base + 6, 0
    for stretch, lane in zip(found, lanes(extents, _LANES), strict=True):
        if lane is None:
            left_out += len(stretch.marks)
            continue
        y = base + 10 + lane * 28
        parts += [stretch_line(stretch, y), _caption(stretch, y + 6)]
        bottom = max(bottom, y + 28)
    if left_out:
        rest = f"+ {plural(left_out, 'longer or open date')}"
        parts.append(tag("text", rest, class_="band__rest", x=6, y=bottom + 6))
        bottom += 16
    return Drawn(tag("g", *parts, class_="spans"), bottom + 4)


def _words(stretch: Stretch) -> str:
    first = stretch.marks[0]
    if stretch.is_disputed:
        return f"dated differently{' by its accounts' if len(stretch.marks) == 1 else ''}"
    return f"{first.kind}, {first.words}" if len(stretch.marks) == 1 else first.words


def _signs_width(stretch: Stretch) -> int:
    shown = stretch.marks[:_SHOWN]
    return sum(36 if mark.differs else 20 for mark in shown) + _rest_width(stretch)


def _rest_width(stretch: Stretch) -> int:
    """The room for "+ 12"."""
    rest = len(stretch.marks) - _SHOWN
    return 18 + 7 * len(str(rest)) if rest > 0 else 0


def _width(stretch: Stretch) -> float:
    """The room for signs and words, in per cent of the narrowest width that has them."""
    signs = _signs_width(stretch)
    wide = (signs + 12 + len(_words(stretch)) * 6.4) / _WIDE * 100
    return max(wide, (signs * 0.85 + 8) / _PHONE * 100)


def _is_left(stretch: Stretch) -> bool:
    """Whether the words stand from its start on; else they stand up to its end."""
    return stretch.x1 + _width(stretch) <= 100 or 100 - stretch.x1 >= stretch.x2


def _extent(stretch: Stretch) -> tuple[float, float]:
    """From where to where a stretch and its words reach."""
    if _is_left(stretch):
        return stretch.x1, max(stretch.x2, stretch.x1 + _width(stretch))
    return min(stretch.x1, stretch.x2 - _width(stretch)), stretch.x2


def _caption(stretch: Stretch, y: float) -> Markup:
    """Signs, then words; near the right edge words, then signs, set against the end."""
    signs, is_left = _signs_width(stretch), _is_left(stretch)
    parts, at = [], 2.0 if is_left else -signs - 2.0
    x = stretch.x1 if is_left else stretch.x2
    for mark in stretch.marks[:_SHOWN]:
        parts.append(_sign(mark, at, 0))
        at += 36 if mark.differs else 20
    if len(stretch.marks) > _SHOWN:
        parts.append(
            tag("text", f"+ {len(stretch.marks) - _SHOWN}", class_="band__rest", x=at, y=13)
        )
        at += _rest_width(stretch)
    end = "" if is_left else " word--end"
    word_x = at if is_left else -signs - 6
    parts.append(tag("text", _words(stretch), class_=f"word{end}", x=word_x, y=12.5))
    return tag("svg", *parts, x=percent(x), y=y, style="height:18px;overflow:visible")
