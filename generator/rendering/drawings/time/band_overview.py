"""The whole time on one axis: towers of blocks above it, years and stretches below it."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.rendering.drawings.svg import SIGN, joined, number, percent, tag
from generator.rendering.drawings.time.axis import Frame, ticks
from generator.rendering.drawings.time.stacking import LANES, Stack, Stretch, lanes

BLOCK = 7
"""A block is 6 px high and 1 px apart from the next."""
TALLEST = 24
"""Towers of more blocks are drawn solid and to scale."""
HEIGHT = TALLEST * BLOCK
LANE = 9
_TOP = 6
_LOOKS = (" units--differ", " units--differ units--uncertain", " units--uncertain", "")


class Drawn(NamedTuple):
    """A piece of a drawing, and how far down it reaches."""

    content: Markup
    bottom: float


def block_height(found: Sequence[Stack]) -> float:
    """How much of the height one event takes: 7 px, less where a tower is taller than 24."""
    tallest = max((stack.total for stack in found), default=0)
    return BLOCK if tallest <= TALLEST else HEIGHT / tallest


def towers_height(found: Sequence[Stack]) -> float:
    """How high the tallest tower is, with the air above it."""
    tallest = max((stack.total for stack in found), default=0)
    return max(tallest * block_height(found), 2 * BLOCK) + _TOP


def towers(found: Sequence[Stack], frame: Frame, base: float, block: float) -> Markup:
    """The stacks on their axis, each block so high: at the foot, wide, what differs; then the rest.

    A block whose date is in doubt is cut in slices. A path for all blocks of a look, stretched
    across: many towers are few bytes.
    """
    is_solid = block != BLOCK
    looks: dict[str, list[str]] = {look: [] for look in _LOOKS}
    for stack in found:
        foot, x = base - 1, number(frame.middle(stack.column))
        rest = stack.total - stack.differing - stack.doubtful
        firm = stack.differing - stack.differing_doubtful
        counts = (firm, stack.differing_doubtful, stack.doubtful, rest)
        for lines, count in zip(looks.values(), counts, strict=True):
            if count:
                top = foot - (max(count * block, 1.5) if is_solid else count * block)
                lines.append(f"M{x} {number(foot)}V{number(top)}")
                foot = top
    solid = " units--solid" if is_solid else ""
    paths = [
        tag("path", class_=f"units{look}{solid}", d="".join(lines))
        for look, lines in looks.items()
        if lines
    ]
    size = {"width": "100%", "height": number(base), "style": f"height:{number(base)}px"}
    box = f"0 0 100 {number(base)}"
    return tag("svg", *paths, viewBox=box, preserveAspectRatio="none", **size)


def axis(frame: Frame, base: float) -> Drawn:
    """The line with its ticks, and the years or months under it."""
    parts = []
    for tick in ticks(frame):
        x, long = percent(tick.x), tick.rank in ("always", "tablet")
        word = {"start": " axis__label--first", "end": " axis__label--last"}.get(tick.anchor, "")
        parts += [
            tag("line", class_="axis__tick", x1=x, x2=x, y1=base, y2=base + (9 if long else 5)),
        ]
        if tick.word:
            at = percent(tick.word_x)
            parts.append(
                tag(
                    "text",
                    tick.word,
                    class_=f"axis__label axis__label--{tick.rank}{word}",
                    x=at,
                    y=base + 20,
                )
            )
    parts.append(tag("line", class_="axis__line", x1=0, x2="100%", y1=base, y2=base))
    return Drawn(joined(parts), base + 26)


def stretch_lanes(found: Sequence[Stretch], top: float) -> tuple[Drawn, int]:
    """The stretches in lanes below each other, and how many events found no lane."""
    # On the left of those that stand for several there is the number of them.
    widths = [(s.x1 - (4 if len(s.marks) > 1 and s.x1 > 5 else 0), s.x2) for s in found]
    parts, bottom, left_out = [], top, 0
    for stretch, lane in zip(found, lanes(widths, LANES), strict=True):
        if lane is None:
            left_out += len(stretch.marks)
            continue
        y = top + 8 + lane * LANE
        parts.append(stretch_line(stretch, y))
        if len(stretch.marks) > 1:
            parts.append(_count(stretch, y))
        bottom = max(bottom, y + 8)
    return Drawn(joined(parts), bottom), left_out


def stretch_line(stretch: Stretch, y: float) -> Markup:
    """A stretch: a line where something lasts, dots where it is on some day of it.

    A tick stands at each end that is known, a ring where that is in doubt; dashes lead towards an
    end that is not known.
    """
    kind = "stretch stretch--differ" if stretch.is_disputed else "stretch"
    is_open = stretch.is_open_start or stretch.is_open_end
    look = " stretch--open" if is_open else ""
    if not (is_open or stretch.lasts or stretch.is_disputed):
        look = " stretch--within"
    x1, x2 = percent(stretch.x1), percent(stretch.x2)
    line = tag("line", class_=f"{kind}{look}", x1=x1, x2=x2, y1=y, y2=y)
    ends = [] if stretch.is_open_start else [x1]
    ends += [] if stretch.is_open_end else [x2]
    if stretch.is_doubtful:
        marks = [tag("circle", class_="uncertain", cx=x, cy=y, r=2.5) for x in ends]
    else:
        marks = [tag("line", class_=kind, x1=x, x2=x, y1=y - 3, y2=y + 3) for x in ends]
    dots = [tag("circle", class_="stretch__day", cx=percent(x), cy=y, r=2.5) for x in stretch.days]
    return joined([line, *marks, *dots])


def _count(stretch: Stretch, y: float) -> Markup:
    """How many events a stretch stands for, before it or, at the left edge, behind it."""
    words = f"{len(stretch.marks):,}"
    if stretch.x1 > 5:
        return tag("text", words, class_="band__count", x=percent(stretch.x1), dx=-4, y=y + 4)
    if stretch.x2 < 90:
        return tag(
            "text",
            words,
            class_="band__count band__count--after",
            x=percent(stretch.x2),
            dx=4,
            y=y + 4,
        )
    return tag("text", words, class_="band__count band__count--inside", x="50%", y=y + 4)


def key(found: Sequence[Stack], spans: Sequence[Stretch], is_told: bool) -> Markup:
    """What the marks mean, for those that are drawn."""
    differing = sum(stack.differing for stack in found)
    plain = [s for s in spans if not (s.is_disputed or s.is_open_start or s.is_open_end)]
    doubtful = sum(stack.doubtful + stack.differing_doubtful for stack in found)
    sign = joined([Markup(" "), SIGN])
    entries: list[tuple[bool, str, str, Markup]] = [
        (sum(stack.total for stack in found) > differing, "", "an event", Markup("")),
        (differing > 0, " band-key__mark--differ", "an event whose accounts differ", sign),
        (doubtful > 0, " band-key__mark--uncertain", "one whose date is in doubt", Markup("")),
        (any(s.lasts for s in plain), " band-key__mark--stretch", "it lasts so long", Markup("")),
        (
            not all(s.lasts for s in plain),
            " band-key__mark--within",
            "on some day of it",
            Markup(""),
        ),
        (
            any(s.is_open_start or s.is_open_end for s in spans),
            " band-key__mark--open",
            "an open start or end",
            Markup(""),
        ),
        (any(s.is_doubtful for s in spans), " band-key__mark--ring", "an end in doubt", Markup("")),
        (is_told, " band-key__mark--account-dates", "the dates its accounts give", sign),
    ]
    items = [
        tag("li", tag("i", Markup(""), class_=f"band-key__mark{kind}"), words, mark)
        for is_drawn, kind, words, mark in entries
        if is_drawn
    ]
    if several := [len(s.marks) for s in spans if len(s.marks) > 1]:
        items.append(
            tag("li", tag("b", f"{min(several):,}"), Markup(" "), "so many events on one line")
        )
    return tag("ul", *items, class_="band-key")
