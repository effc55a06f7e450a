"""The band: the whole time once, and its densest window again, larger, joined to it by a fan.

A mark is a link: a column of the whole time to its event or to the page of its month or year, the
sign of an event to the event. The window stands apart, to be opened where there is little room.
A `rect.band__strip` lies under each axis, for the script that turns a position into a day and a key
into a step: with the first and last day, and how many days a bin has at most.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generator.rendering.drawings.svg import LINKS, coordinate, join_markup, percent, tag
from generator.rendering.drawings.time.axis import TimeAxis
from generator.rendering.drawings.time.band_callout import callout
from generator.rendering.drawings.time.band_detail import draw_window, window_axis
from generator.rendering.drawings.time.band_key import band_key
from generator.rendering.drawings.time.band_links import column_links
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
from generator.rendering.drawings.time.detail_signs import REST
from generator.rendering.drawings.time.stacking import (
    BandMark,
    Span,
    Stack,
    span_marks,
    stack_marks,
)
from generator.rendering.drawings.time.whole_axis import axis_of_marks
from generator.rendering.language import Language
from generator.support.escape import html

_FAN_PX = 30


def band(
    language: Language,
    marks: Sequence[BandMark],
    ident: str = "band",
    *,
    root: str = "",
    is_open: bool = True,
) -> Markup:
    """Return the figure with the band of these events; empty where there is none.

    `ident` is the id of its element, `root` the way to the site's root. The window is there at once
    where it `is_open`.
    """
    axis = axis_of_marks(marks)
    if axis is None:
        return Markup("")
    windows = [] if axis.has_hours else densest_windows(marks, axis)
    stacks, spans = stack_marks(marks, axis), span_marks(marks, axis)
    linked = [mark._replace(url=f"{root}{mark.url}") for mark in marks] if root else marks
    drawing, left_out = _drawing(language, linked, stacks, spans, axis, windows, root)
    sentences = band_sentences(language, marks, axis, windows, left_out)
    text = tag("p", sentences, id=f"{ident}-text")
    key = band_key(
        language, stacks, spans, any(mark.account_dates for mark in marks), axis.has_hours
    )
    summary = tag("summary", language.gettext("What the marks mean, and the drawing in words"))
    return tag(
        "figure",
        _part(drawing, f"{ident}-text"),
        tag("figcaption", tag("details", summary, key, text, class_="band__words")),
        _window_box(language, linked, axis, windows, ident, root, is_open),
        class_="band",
        id=ident,
        # Else all of the key would be its name.
        aria_label=language.gettext("Timeline"),
        data_from=axis.first.isoformat(),
        data_to=axis.last.isoformat(),
    )


def _part(drawing: Piece, text_id: str) -> Markup:
    plot = tag(
        "svg",
        drawing.content,
        class_="band__plot",
        **LINKS,
        role="group",
        aria_labelledby=text_id,
        width="100%",
        height=drawing.bottom,
        style=f"height:{coordinate(drawing.bottom)}px",
    )
    return tag("div", plot, class_="band__part")


def _drawing(
    language: Language,
    marks: Sequence[BandMark],
    stacks: list[Stack],
    spans: list[Span],
    axis: TimeAxis,
    windows: list[Window],
    root: str,
) -> tuple[Piece, int]:
    """Return the drawing of the whole time, and how many events found no room in it.

    From the top down: the stacks, the axis, the spans. A few days by the hour have room for all at
    once, as a window has.
    """
    if axis.has_hours:
        whole = Window(axis.first, axis.last, by_hour=True)
        large = draw_window(language, marks, whole, 0)
        return Piece(join_markup([_strip(axis, 0, large.bottom), large.content]), large.bottom), 0
    base = stacks_height(stacks)
    words = Markup("")
    if windows:
        words, base = callout(language, marks, stacks, axis, windows[0], base)
    line = draw_axis(language, axis, base)
    lanes, left_out = draw_spans(language, spans, line.bottom)
    stacked = draw_stacks(stacks, axis, base, block_height(stacks))
    brackets = [_brackets(axis, window, base, lanes.bottom) for window in windows[:1]]
    seen = tag("g", stacked, line.content, lanes.content, words, *brackets, aria_hidden="true")
    links = column_links(language, marks, axis, base, root)
    return Piece(join_markup([_strip(axis, 0, lanes.bottom), seen, links]), lanes.bottom), left_out


def _window_box(
    language: Language,
    marks: Sequence[BandMark],
    axis: TimeAxis,
    windows: list[Window],
    ident: str,
    root: str,
    is_open: bool,
) -> Markup:
    """Return the windows, each below a fan, with the words that open them; empty without any."""
    if not windows:
        return Markup("")
    parts, outer, top, bottom = [], axis, 0.0, 0.0
    for window in windows:
        if bottom:
            parts.append(_brackets(outer, window, top, bottom))
        below = draw_window(language, marks, window, bottom + _FAN_PX)
        strip = _strip(window_axis(window), bottom + _FAN_PX, below.bottom)
        parts += [strip, _fan(outer, window, bottom), below.content]
        outer, top, bottom = window_axis(window), below.bottom, below.bottom
    first = windows[0]
    days = language.grammar.day_range_words(first.first, first.last)
    inside = sum(first.holds(mark) for mark in marks)
    count = language.grammar.number_words(inside)
    more = language.ngettext(
        "%(inside)s of %(count)s event %(days)s",
        "%(inside)s of %(count)s events %(days)s",
        len(marks),
        inside=count,
        days=days,
    )
    query = f"?from={first.first.isoformat()}&to={first.last.isoformat()}"
    link = tag(
        "a", language.gettext("Only these events in the timeline"), href=f"{root}timeline/{query}"
    )
    drawn = join_markup(parts)
    about = [link]
    if REST in drawn:
        note = language.gettext("Behind a + stands how many more events lie on that line.")
        about += [html(" "), tag("small", note)]
    return tag(
        "details",
        tag(
            "summary",
            language.gettext("The busiest stretch, enlarged"),
            html(" "),
            tag("small", more),
        ),
        tag("p", *about),
        _part(Piece(drawn, bottom), f"{ident}-text"),
        class_="band__window",
        open="" if is_open else None,
    )


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
