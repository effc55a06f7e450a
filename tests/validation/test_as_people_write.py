"""What people write at first, in every place: one problem that names the slip, and what `fix` does.

The table stands in `data/as_people_write.yml`; a row is added without any Python.
"""

import pytest

from tests.support.as_written import TABLE, Row, after_fix, problems_of

_GOOD = [(row, good) for row in TABLE for good in row["good"]]
_BAD = [(row, bad) for row in TABLE for bad in row["bad"]]


def _id(value: object) -> str:
    return str(value.get("what") or value["written"]) if isinstance(value, dict) else str(value)


@pytest.mark.parametrize(("row", "written"), _GOOD, ids=_id)
def test_what_is_good_is_no_problem(row: Row, written: str) -> None:
    assert problems_of(row, written) == []


@pytest.mark.parametrize(("row", "bad"), _BAD, ids=_id)
def test_what_is_bad_is_one_problem_with_its_place_and_what_to_write(row: Row, bad: Row) -> None:
    assert problems_of(row, bad["written"]) == [bad["problem"]]


@pytest.mark.parametrize(("row", "bad"), _BAD, ids=_id)
def test_what_can_mean_one_thing_only_is_fixed_and_nothing_else(row: Row, bad: Row) -> None:
    fixed = bad.get("fixed")
    assert after_fix(row, bad["written"]) == fixed
    if fixed is not None:
        assert bad["problem"].split()[1] not in " ".join(problems_of(row, fixed))
