"""Of values that are made one by one, the last is kept."""

import pytest

from generator.support.last_made import LastMade


def test_a_value_is_made_once_for_who_asks_in_a_row_and_again_later() -> None:
    made: list[int] = []

    def square(n: int) -> int:
        made.append(n)
        return n * n

    squares = LastMade(square, {"two": 2, "three": 3})
    assert (squares["two"], squares["two"], squares["three"], squares["two"]) == (4, 4, 9, 4)
    assert made == [2, 3, 2]
    assert dict(squares) == {"two": 4, "three": 9}


def test_an_unknown_key_is_none() -> None:
    with pytest.raises(KeyError):
        LastMade(str, {})["two"]
