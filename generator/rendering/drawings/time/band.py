"""The band: the whole time once, and its densest window again beneath, joined by a fan.

It is one image for those who see it and a few sentences for those who do not; none of its marks is
a link. A `rect.band__strip` lies over each of its axes, for the script that turns a position into a
day and a key into a step: with the first and last day, and how many days a bin has at most.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generator.rendering.drawings.svg import coordinate, join_markup, percent, tag
from generator.rendering.drawings.time.axis import TimeAxis
from generator.rendering.drawings.time.band_callout import callout
from generator.rendering.drawings.time.band_detail import draw_window, window_axis
from generator.rendering.drawings.time.band_key import band_key
from generator.rendering.drawings.time.band_overview import (
    Piece,
    block_height,
    draw_axis,
    draw_spans,
    draw_stacks,
    stacks_height,
)
from generator.rendering.drawings.time.band_sentence import band_sentences
from generator.rendering.drawings.time.densest_window import Window, densest_windows
from generator.rendering.drawings.time.stacking import (
    BandMark,
    Span,
    Stack,
    span_marks,
    stack_marks,
)
from generator.rendering.drawings.time.whole_axis import axis_of_marks
from generator.rendering.language import Language

_FAN_PX = 30


def band(language: Language, marks: Sequence[BandMark], ident: str = "band") -> Markup:
    """Return the figure with the band of these events; empty where there is none.

    `ident` is the id of its element.
    """
    axis = axis_of_marks(marks)
    if axis is None:
        return Markup("")
    windows = [] if axis.has_hours else densest_windows(marks, axis)
    stacks, spans = stack_marks(marks, axis), span_marks(marks, axis)
    drawing, left_out = _drawing(language, marks, stacks, spans, axis, windows)
    plot = tag(
        "svg",
        drawing.content,
        class_="band__plot",
        role="img",
        aria_labelledby=f"{ident}-text",
        width="100%",
        height=drawing.bottom,
        style=f"height:{coordinate(drawing.bottom)}px",
    )
    sentences = band_sentences(language, marks, axis, windows, left_out)
    text = tag("p", sentences, id=f"{ident}-text")
    key = band_key(language, stacks, spans, any(mark.account_dates for mark in marks))
    return tag(
        "figure",
        plot,
        tag("figcaption", text, key),
        class_="band",
        id=ident,
        data_from=axis.first.isoformat(),
        data_to=axis.last.isoformat(),
    )


def _drawing(
    language: Language,
    marks: Sequence[BandMark],
    stacks: list[Stack],
    spans: list[Span],
    axis: TimeAxis,
    windows: list[Window],
) -> tuple[Piece, int]:
    """Return all of the drawing, and how many events found no room in it.

    From the top down: the stacks, the axis, the spans, then each window below a fan. A few days by
    the hour have room for all at once, as a window has.
    """
    if axis.has_hours:
        whole = Window(axis.first, axis.last, by_hour=True)
        large = draw_window(language, marks, whole, 0)
        return Piece(join_markup([large.content, _strip(axis, 0, large.bottom)]), large.bottom), 0
    base = stacks_height(stacks)
    words = Markup("")
    if windows:
        words, base = callout(language, marks, stacks, axis, windows[0], base)
    line = draw_axis(language, axis, base)
    lanes, left_out = draw_spans(language, spans, line.bottom)
    stacked = draw_stacks(stacks, axis, base, block_height(stacks))
    parts = [stacked, line.content, lanes.content, words]
    strips = [_strip(axis, 0, lanes.bottom)]
    outer, top, bottom = axis, base, lanes.bottom
    for window in windows:
        parts += [_brackets(outer, window, top, bottom), _fan(outer, window, bottom)]
        below = draw_window(language, marks, window, bottom + _FAN_PX)
        parts.append(below.content)
        outer = window_axis(window)
        strips.append(_strip(outer, bottom + _FAN_PX, below.bottom))
        top = bottom = below.bottom
    return Piece(join_markup([*parts, *strips]), bottom), left_out


def _brackets(axis: TimeAxis, window: Window, top: float, bottom: float) -> Markup:
    """Return a line at each end of a window."""
    edges = [percent(x) for x in (axis.x_start(window.first), axis.x_end(window.last))]
    return join_markup(tag("line", class_="bracket", x1=x, x2=x, y1=top, y2=bottom) for x in edges)


def _fan(axis: TimeAxis, window: Window, top: float) -> Markup:
    """Return the area from a window on its axis to the same window as wide as the page."""
    left, right = axis.x_start(window.first), axis.x_end(window.last)
    path = tag("path", class_="fan", d=f"M{left:.3f} 0L0 {_FAN_PX}H100L{right:.3f} 0z")
    return tag(
        "svg",
        path,
        y=top,
        width="100%",
        height=_FAN_PX,
        style=f"height:{_FAN_PX}px",
        viewBox=f"0 0 100 {_FAN_PX}",
        preserveAspectRatio="none",
    )


def _strip(axis: TimeAxis, top: float, bottom: float) -> Markup:
    """Return the rectangle that scripts listen on, over one axis and what stands on it."""
    return tag(
        "rect",
        class_="band__strip",
        data_from=axis.first.isoformat(),
        data_to=axis.last.isoformat(),
        data_days=axis.bin_size.days,
        y=top,
        width="100%",
        height=bottom - top,
    )
