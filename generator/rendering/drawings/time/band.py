"""The band: the whole time once, and its densest window again beneath, joined by a fan.

One image for those who see it and one sentence for those who do not; none of its marks is a
target. A `rect.band__strip` lies over each strip, for the script that turns a place into a day and
a key into a step: with its first and last day, and how many days a column has at most.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generator.rendering.drawings.svg import (
    day_words,
    from_to,
    joined,
    month_words,
    number,
    percent,
    plural,
    tag,
)
from generator.rendering.drawings.time.axis import Frame, frame_of
from generator.rendering.drawings.time.band_detail import detail, window_frame
from generator.rendering.drawings.time.band_overview import (
    Drawn,
    axis,
    block_height,
    key,
    stretch_lanes,
    towers,
    towers_height,
)
from generator.rendering.drawings.time.densest_window import Window, windows
from generator.rendering.drawings.time.stacking import Mark, Stack, Stretch, stacks, stretches

_FAN = 30
_CALLOUT = 44


def band(marks: Sequence[Mark], ident: str = "band") -> Markup:
    """The figure with the band of these events, in their order; nothing where there is none."""
    frame = frame_of(day for mark in marks for day in mark.days)
    if frame is None:
        return Markup("")
    lenses = windows(marks, frame)
    found, spans = stacks(marks, frame), stretches(marks, frame)
    drawn, left_out = _drawn(marks, found, spans, frame, lenses)
    plot = tag(
        "svg",
        drawn.content,
        class_="band__plot",
        role="img",
        aria_labelledby=f"{ident}-text",
        width="100%",
        height=drawn.bottom,
        style=f"height:{number(drawn.bottom)}px",
    )
    text = tag("p", _sentence(marks, frame, lenses, left_out), id=f"{ident}-text")
    return tag(
        "figure",
        plot,
        tag("figcaption", text, key(found, spans, any(mark.told for mark in marks))),
        class_="band",
        id=ident,
        data_from=frame.first.isoformat(),
        data_to=frame.last.isoformat(),
    )


def _drawn(
    marks: Sequence[Mark],
    found: list[Stack],
    spans: list[Stretch],
    frame: Frame,
    lenses: list[Window],
) -> tuple[Drawn, int]:
    """All of the drawing, and how many events found no place in it."""
    base = towers_height(found)
    callout = Markup("")
    if lenses:
        drawn = _callout(marks, found, frame, lenses[0], base)
        callout, base = drawn.content, drawn.bottom
    line = axis(frame, base)
    lower, left_out = stretch_lanes(spans, line.bottom)
    upper = [towers(found, frame, base, block_height(found)), line.content, lower.content, callout]
    strips, bottom = [_strip(frame, 0, lower.bottom)], lower.bottom
    over, start = frame, base
    for window in lenses:
        upper += [_brackets(over, window, start, bottom), _fan(over, window, bottom)]
        top, over = bottom + _FAN, window_frame(window)
        below = detail(marks, window, top)
        upper.append(below.content)
        strips.append(_strip(over, top, below.bottom))
        start = bottom = below.bottom
    return Drawn(joined([*upper, *strips]), bottom), left_out


def _callout(
    marks: Sequence[Mark], found: list[Stack], frame: Frame, window: Window, base: float
) -> Drawn:
    """The words beside the tower, above what stands near it; and where the axis now lies."""
    inside = [mark for mark in marks if window.holds(mark)]
    x1, x2 = frame.x(window.first), frame.end(window.last)
    is_left = x1 > 45
    near = (x1 - 22, x1) if is_left else (x2, x2 + 22)
    height = block_height(found)
    columns = {frame.column(window.first), frame.column(window.last)}
    beside = [
        stack.total * height
        for stack in found
        if near[0] <= frame.middle(stack.column) <= near[1] and stack.column not in columns
    ]
    own = max((s.total * height for s in found if s.column in columns), default=0)
    lowest = max(own, max(beside, default=0) + _CALLOUT + 6, _CALLOUT + 6)
    base = max(base, lowest + 6)
    y = base - lowest + 10
    x = percent(x1 - 1 if is_left else x2 + 1)
    differ = sum(mark.differs for mark in inside)
    lines = [
        (f"{len(inside):,} of {plural(len(marks), 'event')}", "callout__n"),
        (_when(window), None),
        *([(f"≠ {differ:,} of them differ", "not-equal")] if differ else []),
    ]
    spans = [
        tag("tspan", words, class_=kind, x=x, dy=18 if n else None)
        for n, (words, kind) in enumerate(lines)
    ]
    side = "" if is_left else " callout--right"
    return Drawn(tag("text", *spans, class_=f"callout{side}", x=x, y=y), base)


def _when(window: Window) -> str:
    if month_words(window.first) == month_words(window.last):
        return f"in {plural(window.days, 'day')} of {month_words(window.first)}"
    return f"in the {plural(window.days, 'day')} to {day_words(window.last)}"


def _brackets(frame: Frame, window: Window, top: float, bottom: float) -> Markup:
    edges = frame.x(window.first), frame.end(window.last)
    return joined(
        tag("line", class_="bracket", x1=percent(x), x2=percent(x), y1=top, y2=bottom)
        for x in edges
    )


def _fan(frame: Frame, window: Window, top: float) -> Markup:
    """From the window as small as it is to the same window as wide as the page."""
    left, right = frame.x(window.first), frame.end(window.last)
    path = tag("path", class_="fan", d=f"M{left:.3f} 0L0 {_FAN}H100L{right:.3f} 0z")
    return tag(
        "svg",
        path,
        y=top,
        width="100%",
        height=_FAN,
        style=f"height:{_FAN}px",
        viewBox=f"0 0 100 {_FAN}",
        preserveAspectRatio="none",
    )


def _strip(frame: Frame, top: float, bottom: float) -> Markup:
    return tag(
        "rect",
        class_="band__strip",
        data_from=frame.first.isoformat(),
        data_to=frame.last.isoformat(),
        data_days=frame.unit.days,
        y=top,
        width="100%",
        height=bottom - top,
    )


def _sentence(marks: Sequence[Mark], frame: Frame, lenses: list[Window], left_out: int) -> str:
    """The facts of the drawing."""
    years = f"from {frame.first.year} to {frame.last.year}" if frame.years > 1 else ""
    said = [f"{plural(len(marks), 'event')} {years or f'in {frame.first.year}'}."]
    for n, window in enumerate(lenses):
        inside = sum(window.holds(mark) for mark in marks)
        whose = "them" if n == 0 else "these"
        which = "drawn again below" if n == 0 else "drawn once more"
        unit = window_frame(window).unit.name
        said.append(
            f"{inside:,} of {whose} {'falls' if inside == 1 else 'fall'} into the "
            f"{plural(window.days, 'day')} {from_to(window.first, window.last)}, "
            f"{which}, one column a {unit}."
        )
    differ = sum(mark.differs for mark in marks)
    dated = sum(bool(mark.told) for mark in marks)
    if differ:
        also = f", in {dated:,} on the date" if dated else ""
        said.append(f"In {plural(differ, 'event')} accounts differ{also}.")
    if doubtful := sum(mark.is_doubtful for mark in marks):
        dates = plural(doubtful, "date is", "dates are")
        said.append(f"{dates} marked as approximate or uncertain.")
    if left_out:
        said.append(f"{plural(left_out, 'longer or open date')} found no room and are not drawn.")
    return " ".join(said)
