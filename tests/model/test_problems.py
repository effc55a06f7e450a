"""Problems as people are told of them."""

import pytest

from generator.model.problems import problem_count


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 problems"), (1, "1 problem"), (1234, "1,234 problems")]
)
def test_problems_are_counted_in_words(count: int, text: str) -> None:
    assert problem_count(range(count)) == text
