"""Where the names on a map stand: beside their dots, over no other name and no other dot.

Worked out for one width. Names that do not overlap there do not overlap on a wider map either, for
dots move apart and names keep their size.
"""

from collections.abc import Sequence
from typing import NamedTuple

LINE_PX = 15
LINK_PX = 26
"""The height that a name takes where it is a link."""
SIDES = ("right", "left", "above", "below")
"""Where a name may stand, the best place first."""
CORNERS = ("above left", "above right", "below left", "below right")
"""Where else, if the picture is to name every dot rather than those of the first choice."""
_LETTER_PX = 6.3
_DOT_PX = 4
_FROM_DOT_PX = 7
_FROM_RING_PX = 4
_CORNER_OVERHANG_PX = 4
"""How far a name at a corner of its dot reaches over to the other side."""


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
        """Return whether all of it lies in a picture of this size."""
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height

    def overlaps(self, box: "Box") -> bool:
        """Return whether both cover some of the same ground."""
        return (
            self.left < box.right
            and box.left < self.right
            and self.top < box.bottom
            and box.top < self.bottom
        )


def place_labels(
    dots: Sequence[Dot],
    width: float,
    height: float,
    taken: Sequence[Box] = (),
    line_px: float = LINE_PX,
    kept_sides: Sequence[str | None] = (),
    sides: Sequence[str] = SIDES,
) -> list[str | None]:
    """Return for each dot the side that its name stands on; None where there is no room for it.

    `taken` is ground that no name may cover. A name with a side in `kept_sides`, the result for a
    narrower picture, keeps that side.
    """
    kept_sides = kept_sides or [None] * len(dots)
    points = [(dot.x / 100 * width, dot.y / 100 * height) for dot in dots]
    dot_boxes = [Box(x - _DOT_PX, y - _DOT_PX, x + _DOT_PX, y + _DOT_PX) for x, y in points]
    name_boxes = list(taken)
    name_boxes += [
        label_box(dot, x, y, side, line_px)
        for dot, (x, y), side in zip(dots, points, kept_sides, strict=True)
        if side
    ]
    placed: list[str | None] = []
    for n, (dot, (x, y), kept_side) in enumerate(zip(dots, points, kept_sides, strict=True)):
        if kept_side:
            placed.append(kept_side)
            continue
        obstacles = [*name_boxes, *dot_boxes[:n], *dot_boxes[n + 1 :]]
        placed.append(None)
        for side in sides:
            box = label_box(dot, x, y, side, line_px)
            if box.lies_in(width, height) and not any(map(box.overlaps, obstacles)):
                placed[n] = side
                name_boxes.append(box)
                break
    return placed


def name_in_frame(dot: Dot, width: float, height: float) -> tuple[str, str]:
    """Return where a name stands that must be shown though no side has room, and how it is spelled.

    It may stand over other names, but is never cut by the frame; a name that is wider than the
    ground beside its dot is shortened.
    """
    x, y = dot.x / 100 * width, dot.y / 100 * height
    for side in ("inside", *SIDES, *CORNERS):
        if label_box(dot, x, y, side, LINE_PX).lies_in(width, height):
            return side, dot.name
    rooms = {"right": width - x, "left": x}
    side = max(rooms, key=lambda side: rooms[side])
    return side, f"{dot.name[: int((rooms[side] - _distance(dot.reach)) / _LETTER_PX) - 1]}…"


def label_offset(side: str, reach: float) -> tuple[float, float]:
    """Return how far from its dot the base line of a name begins, ends or has its middle, in px.

    `reach` is how far the ring around the dot reaches. A name with the side "inside" stands in it.
    """
    away = _distance(reach)
    return {
        "right": (away, 4),
        "left": (-away, 4),
        "above": (0, -away),
        "below": (0, away + 10),
        "above left": (_CORNER_OVERHANG_PX, -away),
        "above right": (-_CORNER_OVERHANG_PX, -away),
        "below left": (_CORNER_OVERHANG_PX, away + 10),
        "below right": (-_CORNER_OVERHANG_PX, away + 10),
        "inside": (0, 18),
    }[side]


def label_box(dot: Dot, x: float, y: float, side: str, line_px: float) -> Box:
    """Return the ground that a name takes on one side of its dot, which is at `x`, `y` in px."""
    width, away = len(dot.name) * _LETTER_PX, _distance(dot.reach)
    if side == "right":
        return Box(x + away, y - line_px / 2, x + away + width, y + line_px / 2)
    if side == "left":
        return Box(x - away - width, y - line_px / 2, x - away, y + line_px / 2)
    if side == "inside":
        middle = y + label_offset(side, dot.reach)[1] - 4
        return Box(x - width / 2, middle - line_px / 2, x + width / 2, middle + line_px / 2)
    level, _, corner = side.partition(" ")
    left = {
        "": x - width / 2,
        "left": x + _CORNER_OVERHANG_PX - width,
        "right": x - _CORNER_OVERHANG_PX,
    }[corner]
    top = y - away - line_px if level == "above" else y + away
    return Box(left, top, left + width, top + line_px)


def _distance(reach: float) -> float:
    """Return how far from the middle of its dot a name begins, in px."""
    return max(_FROM_DOT_PX, reach + _FROM_RING_PX)
