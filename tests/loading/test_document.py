"""A document finds the line and column of every value, and quotes the line of a problem."""

import pytest

from generator.loading.document import parse_yaml


@pytest.mark.parametrize(
    ("location", "on_key", "place"),
    [
        (("a",), False, (1, 4)),
        (("b",), False, (3, 3)),
        (("b",), True, (2, 1)),
        (("b", 0, "c"), False, (3, 8)),
        (("b", 0, "c"), True, (3, 5)),
        (("b", 1, "d", 1), False, (5, 12)),
        (("b", 1, "e", "f"), True, (6, 10)),
        (("b", 1, "missing"), False, (4, 5)),
        (("missing",), False, (1, 1)),
        ((), False, (1, 1)),
    ],
)
def test_every_key_and_value_knows_its_line_and_column(
    location: tuple[str | int, ...], on_key: bool, place: tuple[int, int]
) -> None:
    text = "a: x\nb:\n  - c: 1\n  - x: 1\n    d: [1, 2]\n    e: { f: 3}\n"
    assert parse_yaml("x.yml", text.encode()).place(location, on_key) == place


def test_the_caret_stands_under_the_column() -> None:
    shown = parse_yaml("x.yml", b"a: x\n\tb: y").problems[0].with_quote().split("\n")
    assert shown[1] == "    \tb: y"
    assert shown[2] == "    ^"
