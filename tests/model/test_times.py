"""Times of day: which are before others, and which can be one and the same."""

from itertools import pairwise

import pytest

from generator.model.dates import is_before, parse_date, starts_meet


def test_the_order_of_times() -> None:
    ordered = [
        "2026-01-08",
        "2026-01-09T06:00",
        "2026-01-09T12:00",
        "2026-01-09T12:00/2026-01-09T13:00",  # begins as the one above, and ends later
        "2026-01-09T12:00:30",
        "[2026-01-09T13:00,2026-01-09T15:00]",
        "2026-01-09T23:00",
        "2026-01-09T23:00/..",
        "2026-01-09",  # what has a time stands before what has none
        "2026-01-09/2026-01-10",
        "2026-01-10T00:00",
        "2026-01-10",
    ]
    keys = [parse_date(text).order for text in ordered]
    assert all(a < b for a, b in pairwise(keys))


def test_with_zones_the_order_is_that_of_the_world() -> None:
    """Of one day, as it is printed."""
    ordered = ["2026-01-09T14:30+03:00", "2026-01-09T13:00Z", "2026-01-09T09:00-05:00"]
    keys = [parse_date(text).order for text in ordered]
    assert all(a < b for a, b in pairwise(keys))


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("2026-01-09T14:30", "2026-01-09T14:30", True),
        ("2026-01-09T14:30", "2026-01-09T14:31", False),
        ("2026-01-09T14:30", "2026-01-09T14:30:59", True),  # the minute holds the second
        ("2026-01-09T14:30:05", "2026-01-09T14:30:06", False),
        ("2026-01-09T14:30", "2026-01-09", True),
        ("2026-01-09T14:30", "2026-01-10", False),
        ("2026-01-09T14:30", "2026-01", True),
        # Both have a zone: the instant counts, be it another day elsewhere.
        ("2026-01-09T14:30+03:00", "2026-01-09T11:30Z", True),
        ("2026-01-09T23:30Z", "2026-01-10T02:30+03:00", True),
        ("2026-01-09T14:30+03:00", "2026-01-09T14:30Z", False),
        # One has none: nobody knows which instant it is, so that only the days can differ.
        ("2026-01-09T14:30+03:00", "2026-01-09T16:00", True),
        ("2026-01-09T14:30+03:00", "2026-01-10T16:00", False),
        ("[2026-01-09T14:00,2026-01-09T16:00]", "2026-01-09T16:00", True),
        ("[2026-01-09T14:00,2026-01-09T16:00]", "2026-01-09T15:00", False),
        ("[2026-01-09T14:00..2026-01-09T16:00]", "2026-01-09T15:00", True),
        ("197X", "1975-05", True),
        ("197X", "1980", False),
        ("19XX", "197X", True),
    ],
)
def test_times_differ_only_where_they_can_be_compared(one: str, other: str, meet: bool) -> None:
    a, b = parse_date(one), parse_date(other)
    assert starts_meet(a, b) is starts_meet(b, a) is meet


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2026-01-09T14:30", "2026-01-09T14:31", True),
        ("2026-01-09T14:31", "2026-01-09T14:30", False),
        ("2026-01-09T14:30", "2026-01-09", False),
        ("2026-01-09T14:30+03:00", "2026-01-09T14:30Z", True),
        ("2026-01-09T14:30Z", "2026-01-09T16:00", False),
        ("2026-01-09", "2026-01-10T00:00", True),
    ],
)
def test_what_is_certainly_before(one: str, other: str, expected: bool) -> None:
    assert is_before(parse_date(one).start, parse_date(other).start) is expected
