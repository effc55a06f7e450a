"""The marks that figures are drawn with, each on the scale of its plot.

The fill and the arrow of a mark say what the words of the figure say: a filled dot is a number as
it is given, an open one is qualified, an arrow points to where it may also be, a bar is a range.

A mark says where it stands from left to right alone: the style sheet sets it in the middle of its
row, and gives dots their size.
"""

from functools import lru_cache
from typing import Literal

from markupsafe import Markup

from generator.rendering.drawings.figures.number_scale import Scale
from generator.rendering.drawings.svg import join_markup, percent, tag

MarkKind = Literal["dot", "about", "more", "less", "range", ""]
"""What a figure is drawn as; empty for one that has no number."""
_KIND_BY_QUALIFIER: dict[str, MarkKind] = {
    "about": "about",
    "at least": "more",
    "more than": "more",
    "nearly": "less",
    "fewer than": "less",
}
_ARROW_FROM_DOT = {"more": "M5 0h17M17 -4l5 4l-5 4", "less": "M-5 0h-17M-17 -4l-5 4l5 4"}
_ARROW_FROM_RANGE = {"more": "M2 0h17M14 -4l5 4l-5 4", "less": "M-2 0h-17M-14 -4l-5 4l5 4"}
_KEY_X, _KEY_RANGE = 30, (12, 88)


def mark_kind(low: float | None, high: float | None, qualifier: str | None) -> MarkKind:
    """Return what a figure is drawn as, by the ends of its range and its qualifier."""
    if low is None or high is None:
        return "more" if low is not None else "less" if high is not None else ""
    return "range" if low != high else _KIND_BY_QUALIFIER.get(qualifier or "", "dot")


@lru_cache(maxsize=1 << 12)
def draw_figure(
    kind: MarkKind, first: float, last: float, qualifier: str | None, scale: Scale
) -> Markup:
    """Return the picture of a figure: its mark, and the stem from 0 to it.

    `first` and `last` are the ends of its range, the same number where it gives one.
    """
    x1, x2 = scale.x(first), scale.x(last)
    zero = percent(scale.x(0)) if scale.x(0) else None
    return tag("svg", tag("line", x1=zero, x2=percent(x1)), _mark(kind, x1, x2, qualifier))


def draw_key_mark(kind: MarkKind) -> Markup:
    """Return a mark alone, for the key."""
    x1, x2 = _KEY_RANGE if kind == "range" else (_KEY_X, _KEY_X)
    return tag("svg", _mark(kind, x1, x2, None), aria_hidden="true")


def _mark(kind: MarkKind, x1: float, x2: float, qualifier: str | None) -> Markup:
    """Return the mark from `x1` to `x2` in per cent of the width."""
    if kind == "range":
        return _range_mark(percent(x1), percent(x2), qualifier)
    x = percent(x1)
    arrow = [_arrow(x, _ARROW_FROM_DOT[kind])] if kind in _ARROW_FROM_DOT else []
    look = None if kind == "dot" else "open"
    return join_markup([*arrow, tag("circle", class_=look, cx=x)])


def _range_mark(x1: str, x2: str, qualifier: str | None) -> Markup:
    """Return a bar with an end on both sides, and an arrow where it may reach further."""
    look = "range range--about" if qualifier == "about" else "range"
    parts = [tag("line", class_=look, x1=x1, x2=x2), _range_end(x1), _range_end(x2)]
    direction = _KIND_BY_QUALIFIER.get(qualifier or "")
    if direction == "more":
        parts.append(_arrow(x2, _ARROW_FROM_RANGE["more"]))
    elif direction == "less":
        parts.append(_arrow(x1, _ARROW_FROM_RANGE["less"]))
    return join_markup(parts)


def _arrow(x: str, path: str) -> Markup:
    return tag("svg", tag("path", class_="arrow", d=path), x=x)


def _range_end(x: str) -> Markup:
    return tag("svg", tag("path", class_="range-end", d="M0 -6v12"), x=x)
