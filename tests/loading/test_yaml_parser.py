"""YAML is read as text, through a bounded stream, and every value knows its place."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.loading.yaml_parser import MAX_DEPTH, Document, parse_yaml


def _read(text: str) -> Document:
    return parse_yaml("x.yml", text.encode())


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("# a comment alone\n", None),
        ("word", "word"),
        ("a: 010\nb: 1:30\nc: NO", {"a": "010", "b": "1:30", "c": "NO"}),
        ("a: 2022-12\nb: ~\nc: 1e3", {"a": "2022-12", "b": None, "c": "1e3"}),
        ("- null\n- Null\n- NULL\n- nULL\n- 'null'\n- \"~\"", [None] * 3 + ["nULL", "null", "~"]),
        ("a:\nb: ''\nc: \"\"", {"a": None, "b": "", "c": ""}),
        ("a: [1, [2, {b: 3}], {}]", {"a": ["1", ["2", {"b": "3"}], {}]}),
        ("- a\n- - b\n  - c\n", ["a", ["b", "c"]]),
        ("a: >-\n  folded\n  text\n", {"a": "folded text"}),
        ("a: |\n  kept\n  lines\n", {"a": "kept\nlines\n"}),
        ("\ufeffa: 1", {"a": "1"}),
        ("true: yes\n1: one\n", {"true": "yes", "1": "one"}),
        ("[" * MAX_DEPTH + "]" * MAX_DEPTH, None),
    ],
)
def test_text_arrives_as_written(text: str, data: Any) -> None:
    document = _read(text)
    assert document.problems == ()
    if data is not None or not text.startswith("["):
        assert document.data == data


@pytest.mark.parametrize("opening", ["[", "{", "- ", "{a: ", "? "])
def test_sixty_thousand_levels_do_not_crash(opening: str) -> None:
    document = _read(opening * 60_000)
    assert document.data is None
    assert [problem.code for problem in document.problems] in (["E105"], ["E106"])


def test_a_depth_of_32_is_read_and_33_is_not() -> None:
    assert _read("[" * 32 + "]" * 32).problems == ()
    assert [p.code for p in _read("[" * 33 + "]" * 33).problems] == ["E105"]


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
    assert _read(text).place(location, on_key) == place


def test_the_caret_stands_under_the_column() -> None:
    shown = _read("a: x\n\tb: y").problems[0].with_quote().split("\n")
    assert shown[1] == "    \tb: y"
    assert shown[2] == "    ^"


@given(st.binary(max_size=300))
def test_no_bytes_raise(content: bytes) -> None:
    document = parse_yaml("x.yml", content)
    assert document.problems == tuple(sorted(document.problems))


@given(st.text("ab:-[]{}&*!|>'\"#%@`,? \n\t", max_size=60))
def test_no_punctuation_raises_and_problems_lie_in_the_text(text: str) -> None:
    for problem in _read(text).problems:
        lines = text.split("\n")
        assert 1 <= problem.line <= len(lines) + 1
        assert problem.column >= 1


_PLAIN = st.recursive(
    st.text("abc 0123:-", min_size=1, max_size=8).map(str.strip).filter(bool),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("xyz"), inner),
    max_leaves=12,
)


@given(_PLAIN)
def test_what_is_written_as_json_is_read_back(data: Any) -> None:
    assert _read(json.dumps(data)).data == data
