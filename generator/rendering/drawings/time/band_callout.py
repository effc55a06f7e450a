"""The words beside the densest window on the band: how many events it holds, and when it is."""

from collections.abc import Sequence

from generator.rendering.drawings.svg import percent, tag
from generator.rendering.drawings.time.axis import TimeAxis
from generator.rendering.drawings.time.band_overview import Piece, block_height
from generator.rendering.drawings.time.densest_window import Window
from generator.rendering.drawings.time.stacking import BandMark, Stack
from generator.rendering.language import Language

_HEIGHT_PX = 44
_WIDTH_PERCENT = 22
_MAX_X_PERCENT = 45
"""A window that begins beyond this has its words on its left."""


def callout(
    language: Language,
    marks: Sequence[BandMark],
    stacks: Sequence[Stack],
    axis: TimeAxis,
    window: Window,
    base: float,
) -> Piece:
    """Return the words, above the stacks beside the window.

    The axis must be moved down from `base` to the bottom of the piece to make room for them.
    """
    start, end = axis.x_start(window.first), axis.x_end(window.last)
    is_left = start > _MAX_X_PERCENT
    near = (start - _WIDTH_PERCENT, start) if is_left else (end, end + _WIDTH_PERCENT)
    height = block_height(stacks)
    own_bins = {axis.bin_of(window.first), axis.bin_of(window.last)}
    beside = [
        stack.total * height
        for stack in stacks
        if near[0] <= axis.bin_middle(stack.bin_number) <= near[1]
        and stack.bin_number not in own_bins
    ]
    own = max((s.total * height for s in stacks if s.bin_number in own_bins), default=0)
    top = max(own, max(beside, default=0) + _HEIGHT_PX + 6, _HEIGHT_PX + 6)
    base = max(base, top + 6)
    x = percent(start - 1 if is_left else end + 1)
    lines = [
        tag("tspan", words, class_=look, x=x, dy=18 if n else None)
        for n, (words, look) in enumerate(_lines(language, marks, window))
    ]
    look = "callout" if is_left else "callout callout--right"
    return Piece(tag("text", *lines, class_=look, x=x, y=base - top + 10), base)


def _lines(
    language: Language, marks: Sequence[BandMark], window: Window
) -> list[tuple[str, str | None]]:
    """Return the lines, each with the class of the style sheet that it has."""
    inside = [mark for mark in marks if window.holds(mark)]
    share = language.ngettext(
        "%(part)s of %(count)s event",
        "%(part)s of %(count)s events",
        len(marks),
        part=language.grammar.number_words(len(inside)),
    )
    lines: list[tuple[str, str | None]] = [
        (share, "callout__n"),
        (_window_words(language, window), None),
    ]
    if differing := sum(mark.differs for mark in inside):
        words = language.ngettext(
            "≠ %(count)s of them differs", "≠ %(count)s of them differ", differing
        )
        lines.append((words, "not-equal"))
    return lines


def _window_words(language: Language, window: Window) -> str:
    """Return how long a window is and when: `in 7 days of May 2021`."""
    grammar = language.grammar
    month = grammar.month_words(window.first)
    if month == grammar.month_words(window.last):
        return language.ngettext(
            "in %(count)s day of %(month)s", "in %(count)s days of %(month)s", window.days,
            month=month,
        )  # fmt: skip
    return language.ngettext(
        "in the %(count)s day to %(day)s", "in the %(count)s days to %(day)s", window.days,
        day=grammar.day_words(window.last),
    )  # fmt: skip
