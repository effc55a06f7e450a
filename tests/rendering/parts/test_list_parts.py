"""Lists cut into parts: which there are, what each holds, and how much that is at most."""

import pytest

from generator.rendering.language import ENGLISH
from generator.rendering.page_weight import weight_of
from generator.rendering.parts.list_parts import (
    ListPart,
    Month,
    parts_by_time,
    parts_in_order,
)

Item = tuple[Month, int]
"""When it happened, and its weight."""


def _by_time(items: list[Item], room: int = 10) -> ListPart[Item]:
    return parts_by_time(ENGLISH, items, lambda item: item[0], lambda item: item[1], room)


def _leaves(whole: ListPart[Item]) -> list[tuple[str, str, int]]:
    return [(leaf.address, leaf.name, len(leaf.items)) for leaf in whole.leaves]


def test_a_list_that_fits_is_one_part() -> None:
    items: list[Item] = [((2016, 1), 4), ((2017, 2), 6)]
    whole = _by_time(items)
    assert whole == ListPart("", "", tuple(items))
    assert whole.shown is whole
    assert _leaves(_by_time([])) == [("", "", 0)]


def test_a_list_is_cut_by_year_first() -> None:
    whole = _by_time([((2016, 1), 4), ((2016, 5), 4), ((2017, 2), 6)])
    assert _leaves(whole) == [("2016/", "2016", 2), ("2017/", "2017", 1)]
    assert whole.shown.name == "2017"
    assert len(whole.items) == 3


def test_a_year_that_is_too_large_is_cut_by_month_and_a_month_into_pieces() -> None:
    whole = _by_time([
        ((2016, 1), 4), ((2016, None), 1), ((2016, 1), 4), *[((2016, 3), 5)] * 5, ((2017, 2), 6),
    ])  # fmt: skip
    assert _leaves(whole) == [
        ("2016/xx/", "2016, month not given", 1),
        ("2016/01/", "January 2016", 2),
        ("2016/03/1/", "March 2016, 1 of 3", 2),
        ("2016/03/2/", "March 2016, 2 of 3", 2),
        ("2016/03/3/", "March 2016, 3 of 3", 1),
        ("2017/", "2017", 1),
    ]
    [year, _] = whole.parts
    assert [part.address for part in year.parts] == ["2016/xx/", "2016/01/", "2016/03/"]
    assert year.shown.address == "2016/03/1/"


def test_what_is_too_large_alone_is_a_part_alone() -> None:
    whole = _by_time([((2016, 3), 4), ((2016, 3), 40), ((2016, 3), 4)])
    assert [(address, count) for address, _, count in _leaves(whole)] == [
        ("2016/03/1/", 1), ("2016/03/2/", 1), ("2016/03/3/", 1),
    ]  # fmt: skip
    assert _leaves(_by_time([((2016, 3), 40)])) == [("2016/03/", "March 2016", 1)]


@pytest.mark.parametrize("count", [1, 9, 10, 11, 99])
def test_the_parts_together_have_each_item_once_in_order(count: int) -> None:
    items: list[Item] = [((2000 + n // 30, n // 5 % 6 + 1), 1) for n in range(count)]
    leaves = list(_by_time(items).leaves)
    assert [item for leaf in leaves for item in leaf.items] == items
    assert all(sum(weight for _, weight in leaf.items) <= 10 for leaf in leaves)
    assert len({leaf.address for leaf in leaves}) == len(leaves)


def test_one_item_more_leaves_the_pieces_before_as_they_were() -> None:
    def whole(count: int) -> ListPart[int]:
        return parts_in_order(ENGLISH, range(count), lambda _: 3, str, "list/", 10)

    assert whole(3).parts == ()
    assert [(piece.address, piece.name, piece.items) for piece in whole(7).parts] == [
        ("list/1/", "0 to 2", (0, 1, 2)),
        ("list/2/", "3 to 5", (3, 4, 5)),
        ("list/3/", "6 to 6", (6,)),
    ]
    assert whole(8).parts[:2] == whole(7).parts[:2]
    assert whole(8).shown.address == "list/1/"


def test_html_weighs_its_elements_or_where_it_is_long_its_bytes() -> None:
    assert weight_of("<p>a <b>b</b></p>", "<br>") == 3
    assert weight_of(f"<p>{'a' * 5000}</p>") == 50
