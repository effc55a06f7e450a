"""YAML is read as text, through a bounded stream."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.loading.document import Document, parse_yaml
from generator.loading.yaml_parser import MAX_DEPTH, YamlParser


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


_PIECES = (
    *("a: ", "b: ", "- ", "? ", ": ", "<<: ", "word", "~", "NULL", "''", '"x"', "\n", "\n  "),
    *("[", "]", "{", "}", ", ", "&a ", "*a ", "!t ", "!", "&", " #c", " # c", "|\n", "---\n"),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_places_change_nothing_of_what_is_read(text: str) -> None:
    quick, placed = YamlParser(), YamlParser({}, {})
    quick.parse(text)
    placed.parse(text)
    assert (quick.data, quick.errors, quick.has_empty) == (
        placed.data,
        placed.errors,
        placed.has_empty,
    )


@pytest.mark.parametrize(
    ("item", "values"), [("- a\n", 1), ("- - a\n", 2), ("- a:\n", 3), ("- a: {}\n", 3)]
)
def test_fifty_thousand_values_are_read_and_one_more_is_not(item: str, values: int) -> None:
    fitting, rest = divmod(50_000 - 1, values)  # the list is a value too
    most = item * fitting + "- a\n" * rest
    assert _read(most).problems == ()
    assert [p.code for p in _read(most + "- a\n").problems] == ["E105"]


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
