"""What the quick way through YAML takes, and what it leaves to the parser.

That both read the same, tests/loading/test_yaml_parser.py shows.
"""

import threading
from pathlib import Path

import pytest

from generator.loading.usual_yaml import MAX_COLLECTIONS, MOST, Odd, read_usual
from generator.loading.yaml_parser import MAX_DEPTH
from tests.support.big_chronology import write_big_chronology


def test_made_events_go_the_quick_way(tmp_path: Path) -> None:
    write_big_chronology(tmp_path, 3)
    for path in (tmp_path / "events").rglob("*.yml"):
        data, has_empty = read_usual(path.read_text("utf-8"), MAX_DEPTH)
        assert data
        assert not has_empty


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2",
        "<<: a",
        "~: a",
        "[a]: b",
        "a: *b",
        "a: [",
        "a\n---\nb",
        "\ufeffa: 1",
        "a: \x07",
        "a: \ud800",
        "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
        "[" * 60_000,
        "x" * (MOST + 1),
    ],
)
def test_what_is_odd_is_left_to_the_parser(text: str) -> None:
    with pytest.raises(Odd):
        read_usual(text, MAX_DEPTH)


def test_the_deepest_text_fits_into_a_small_stack() -> None:
    read: list[type[Exception]] = []

    def run() -> None:
        try:
            read_usual("[" * MAX_COLLECTIONS + "]" * MAX_COLLECTIONS, MAX_DEPTH)
        except Odd as error:
            read.append(type(error))

    before = threading.stack_size(1 << 20)  # as much as the smallest that systems give
    try:
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert read == [Odd]
