"""The whole time on one axis: stacks of blocks above it, years and spans below it.

Positions across are percentages of the width, positions down are pixels.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from generator.rendering.drawings.svg import coordinate, join_markup, percent, tag
from generator.rendering.drawings.time.axis import TimeAxis
from generator.rendering.drawings.time.axis_ticks import Tick, ticks
from generator.rendering.drawings.time.stacking import Span, Stack, assign_lanes
from generator.rendering.language import Language

BLOCK_PX = 5
"""The height of an event in a stack: 4 px, and 1 px to the next."""
MAX_BLOCKS = 24
"""A stack of more events is drawn as one solid block, to scale."""
MAX_STACK_PX = MAX_BLOCKS * BLOCK_PX
MAX_LANES = 8
"""The lanes of spans below the axis, at most."""
_LANE_PX = 9
_AIR_PX = 6
_MIN_SOLID_PX = 1.5
_DIFFER, _UNCERTAIN = " units--differ", " units--uncertain"


class Piece(NamedTuple):
    """A piece of a drawing, and how many pixels down it reaches."""

    content: Markup
    bottom: float


def block_height(stacks: Sequence[Stack]) -> float:
    """Return the height of one event in px: less than a block where a stack has too many."""
    tallest = max((stack.total for stack in stacks), default=0)
    return BLOCK_PX if tallest <= MAX_BLOCKS else MAX_STACK_PX / tallest


def stacks_height(stacks: Sequence[Stack]) -> float:
    """Return the height of the tallest stack in px, with the air above it."""
    tallest = max((stack.total for stack in stacks), default=0)
    return max(tallest * block_height(stacks), 2 * BLOCK_PX) + _AIR_PX


def draw_stacks(stacks: Sequence[Stack], axis: TimeAxis, base: float, block_px: float) -> Markup:
    """Return the stacks, which stand on an axis at `base`, with blocks of a height.

    Blocks of events whose accounts differ stand at the foot and are wider. A block whose date is
    in doubt is sliced. All blocks that look the same are one path, so many stacks take few bytes.
    """
    is_solid = block_px != BLOCK_PX
    lines: dict[str, list[str]] = {
        look: [] for look in (_DIFFER, _DIFFER + _UNCERTAIN, _UNCERTAIN, "")
    }
    for stack in stacks:
        foot, x = base - 1, coordinate(axis.bin_middle(stack.bin_number))
        counts = (
            stack.differing - stack.differing_doubtful,
            stack.differing_doubtful,
            stack.doubtful,
            stack.total - stack.differing - stack.doubtful,
        )
        for lines_of_look, count in zip(lines.values(), counts, strict=True):
            if count:
                height = count * block_px
                top = foot - (max(height, _MIN_SOLID_PX) if is_solid else height)
                lines_of_look.append(f"M{x} {coordinate(foot)}V{coordinate(top)}")
                foot = top
    solid = " units--solid" if is_solid else ""
    paths = [
        tag("path", class_=f"units{look}{solid}", d="".join(lines_of_look))
        for look, lines_of_look in lines.items()
        if lines_of_look
    ]
    height_px = coordinate(base)
    return tag(
        "svg",
        *paths,
        viewBox=f"0 0 100 {height_px}",
        preserveAspectRatio="none",
        width="100%",
        height=height_px,
        style=f"height:{height_px}px",
    )


@lru_cache(32)  # every actor of a chronology has the same
def draw_axis(language: Language, axis: TimeAxis, base: float, *, is_small: bool = False) -> Piece:
    """Return the line at `base` with its ticks, and the years or months under it.

    A small one has those ticks alone of which a tablet shows the label.
    """
    shown = (t for t in ticks(language, axis) if not is_small or "wide" not in t.visibility)
    parts = [part for tick in shown for part in _tick_parts(tick, base)]
    parts.append(tag("line", class_="axis__line", x1=0, x2="100%", y1=base, y2=base))
    return Piece(join_markup(parts), base + 26)


def _tick_parts(tick: Tick, base: float) -> list[Markup]:
    """Return the mark of a tick, and its label if it has one."""
    x, length = percent(tick.x), 9 if tick.visibility in ("always", "tablet") else 5
    parts = [tag("line", class_="axis__tick", x1=x, x2=x, y1=base, y2=base + length)]
    if tick.label:
        edges = {"start": " axis__label--first", "end": " axis__label--last"}
        look = f"axis__label axis__label--{tick.visibility}{edges.get(tick.text_anchor, '')}"
        x = percent(tick.label_x)
        parts.append(tag("text", tick.label, class_=look, x=x, y=base + 20))
    return parts


def draw_spans(language: Language, spans: Sequence[Span], top: float) -> tuple[Piece, int]:
    """Return the spans in lanes from `top` down, and how many events found no lane."""
    # The count of a span of several events stands on its left, where there is room for it.
    extents = [(s.x1 - (4 if len(s.marks) > 1 and s.x1 > 5 else 0), s.x2) for s in spans]
    parts, bottom, left_out = [], top, 0
    for span, lane in zip(spans, assign_lanes(extents, MAX_LANES), strict=True):
        if lane is None:
            left_out += len(span.marks)
            continue
        y = top + 8 + lane * _LANE_PX
        parts.append(span_line(span, y))
        if len(span.marks) > 1:
            parts.append(_count(language, span, y))
        bottom = max(bottom, y + 8)
    return Piece(join_markup(parts), bottom), left_out


def span_line(span: Span, y: float) -> Markup:
    """Return a span at a height: solid where something lasts, dotted where it is on some day.

    A tick stands at each end that is known, a ring where that end is in doubt; the line is dashed
    where an end is open. A dot stands at each date that accounts give.
    """
    look = "stretch stretch--differ" if span.has_account_dates else "stretch"
    is_open = span.is_open_start or span.is_open_end
    dashes = " stretch--open" if is_open else ""
    if not (is_open or span.lasts or span.has_account_dates):
        dashes = " stretch--within"
    x1, x2 = percent(span.x1), percent(span.x2)
    line = tag("line", class_=f"{look}{dashes}", x1=x1, x2=x2, y1=y, y2=y)
    ends = [x for x, is_end_open in ((x1, span.is_open_start), (x2, span.is_open_end))
            if not is_end_open]  # fmt: skip
    if span.is_doubtful:
        marks = [tag("circle", class_="uncertain", cx=x, cy=y, r=2.5) for x in ends]
    else:
        marks = [tag("line", class_=look, x1=x, x2=x, y1=y - 3, y2=y + 3) for x in ends]
    days = [percent(x) for x in span.account_days]
    dots = [tag("circle", class_="stretch__day", cx=x, cy=y, r=2.5) for x in days]
    return join_markup([line, *marks, *dots])


def _count(language: Language, span: Span, y: float) -> Markup:
    """Return how many events a span stands for: before it, behind it or, without room, on it."""
    count = language.grammar.number_words(len(span.marks))
    look, x, dx = "band__count band__count--inside", "50%", None
    if span.x1 > 5:
        look, x, dx = "band__count", percent(span.x1), -4
    elif span.x2 < 90:
        look, x, dx = "band__count band__count--after", percent(span.x2), 4
    return tag("text", count, class_=look, x=x, dx=dx, y=y + 4)
