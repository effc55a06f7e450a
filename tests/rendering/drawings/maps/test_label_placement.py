"""Where the names on a map stand."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.drawings.maps.label_placement import (
    CORNERS,
    SIDES,
    Box,
    Dot,
    label_box,
    label_offset,
    place_labels,
)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), max_size=25))
def test_no_name_stands_over_another(points: list[tuple[float, float]]) -> None:
    """Nor on a wider map, where the names of the narrow one keep their sides and others join."""
    dots = [Dot(x, y, f"Name {n}") for n, (x, y) in enumerate(points)]
    narrow = place_labels(dots, 300, 200, sides=(*SIDES, *CORNERS))
    wide = place_labels(dots, 900, 600, kept_sides=narrow)
    assert all(after == before for before, after in zip(narrow, wide, strict=True) if before)
    for sides, scale in ((narrow, 1), (wide, 3)):
        boxes = [
            label_box(dot, dot.x * 3 * scale, dot.y * 2 * scale, side, 15)
            for dot, side in zip(dots, sides, strict=True)
            if side
        ]
        assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))
        assert all(box.lies_in(300 * scale, 200 * scale) for box in boxes)


def test_a_name_stands_on_the_first_side_with_room() -> None:
    assert place_labels([Dot(50, 50, "Name")], 300, 200) == ["right"]
    assert place_labels([Dot(99, 50, "Name")], 300, 200) == ["left"]
    assert place_labels([Dot(50, 50, "Name")], 30, 20) == [None]


def test_no_name_covers_ground_that_is_taken() -> None:
    right_half = Box(150, 0, 300, 200)
    assert place_labels([Dot(49, 50, "Name")], 300, 200, [right_half]) == ["left"]


@pytest.mark.parametrize("side", [*SIDES, *CORNERS])
def test_a_name_is_drawn_where_its_box_is(side: str) -> None:
    """The base line of a name begins, ends or has its middle at the offset from its dot."""
    dx, dy = label_offset(side, 0)
    box = label_box(Dot(50, 50, "A name"), 100, 100, side, 15)
    assert box.left - 0.1 <= 100 + dx <= box.right + 0.1
    assert box.top <= 100 + dy <= box.bottom
