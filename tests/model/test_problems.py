"""Problems as people are told of them."""

from dataclasses import replace

import pytest

from generator.model.problems import MAX_QUOTED, Problem, problem_count


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 problems"), (1, "1 problem"), (1234, "1,234 problems")]
)
def test_problems_are_counted_in_words(count: int, text: str) -> None:
    problem = Problem("events/actors.yml", 1, 1, "E000", "found", "way out")
    assert problem_count([problem] * count) == text


def test_a_problem_that_stands_for_more_counts_for_all() -> None:
    problem = Problem("events/actors.yml", 1, 1, "E000", "found", "way out", count=1233)
    assert problem_count([problem, replace(problem, count=1)]) == "1,234 problems"


@pytest.mark.parametrize("column", [1, 200, 100_000, 200_000])
def test_of_a_long_line_only_a_part_is_quoted(column: int) -> None:
    line = "." * (column - 1) + "!" + "." * (200_000 - column)
    shown = Problem("a.yml", 1, column, "E000", "a", "b", line).with_quote().split("\n")
    _, quote, caret, _ = shown
    assert len(quote) <= MAX_QUOTED + 4
    assert quote[caret.index("^")] == "!"


def test_a_problem_says_where_it_is_explained() -> None:
    problem = Problem("a.yml", 1, 1, "E205", "a", "b", "title: x")
    assert problem.with_quote().endswith("    explained: chronology explain E205")
    of_site = problem.with_quote("https://rivers.example")
    assert of_site.endswith("    explained: https://rivers.example/problems/#e205")
