"""Where the names on a map stand: beside their dots, over no other name and no other dot.

Worked out for one width. Where two names do not meet there they do not meet on a wider map either,
for dots move apart and names keep their size.
"""

from collections.abc import Sequence
from typing import NamedTuple

LINE = 15
TARGET = 26
"""The height that a name takes where it is a link."""
_LETTER = 6.3
_BESIDE = 9
SIDES = ("right", "left", "above", "below")
"""Where a name may stand, the best place first."""
CORNERS = ("above left", "above right", "below left", "below right")
"""Where else, if the picture is to name every dot rather than those of the first choice."""
_OVER = 4
"""So far a name above or below its dot, on one side of it, reaches over to the other."""


class Dot(NamedTuple):
    """A dot with its name, in per cent of the picture. The first in a list has the first choice."""

    x: float
    y: float
    name: str
    reach: float = 0
    """How far its ring reaches, in px; its name stands outside."""


class Box(NamedTuple):
    """A rectangle in px."""

    left: float
    top: float
    right: float
    bottom: float

    def lies_in(self, width: float, height: float) -> bool:
        """Whether it lies in the picture."""
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height

    def meets(self, other: "Box") -> bool:
        """Whether both share some ground."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def place(
    dots: Sequence[Dot],
    width: float,
    height: float,
    taken: Sequence[Box] = (),
    line: float = LINE,
    given: Sequence[str | None] = (),
    sides: Sequence[str] = SIDES,
) -> list[str | None]:
    """For each dot the side that its name stands on; None where there is no room for it.

    A name that has a side in `given`, as a narrower picture had room for it, keeps that side.
    """
    given = given or [None] * len(dots)
    points = [(dot.x / 100 * width, dot.y / 100 * height) for dot in dots]
    marks = [Box(x - 4, y - 4, x + 4, y + 4) for x, y in points]
    names = list(taken)
    names += [
        _box(dot, x, y, side, line)
        for dot, (x, y), side in zip(dots, points, given, strict=True)
        if side
    ]
    found: list[str | None] = []
    for n, (dot, (x, y)) in enumerate(zip(dots, points, strict=True)):
        others = [*names, *marks[:n], *marks[n + 1 :]]
        side = given[n]
        for tried in () if side else sides:
            box = _box(dot, x, y, tried, line)
            if not box.lies_in(width, height):
                continue
            if not any(box.meets(other) for other in others):
                side = tried
                names.append(box)
                break
        found.append(side)
    return found


def offset(side: str, reach: float) -> tuple[float, float]:
    """How far from its dot the base line of a name begins, ends or has its middle, in px."""
    away = max(_BESIDE - 2, reach + 4)
    return {
        "right": (away, 4),
        "left": (-away, 4),
        "above": (0, -away),
        "below": (0, away + 10),
        "above left": (_OVER, -away),
        "above right": (-_OVER, -away),
        "below left": (_OVER, away + 10),
        "below right": (-_OVER, away + 10),
        "inside": (0, 18),
    }[side]


def _box(dot: Dot, x: float, y: float, side: str, line: float) -> Box:
    wide, away = len(dot.name) * _LETTER, max(_BESIDE - 2, dot.reach + 4)
    if side == "right":
        return Box(x + away, y - line / 2, x + away + wide, y + line / 2)
    if side == "left":
        return Box(x - away - wide, y - line / 2, x - away, y + line / 2)
    level, _, half = side.partition(" ")
    start = {"": x - wide / 2, "left": x + _OVER - wide, "right": x - _OVER}[half]
    top = y - away - line if level == "above" else y + away
    return Box(start, top, start + wide, top + line)
