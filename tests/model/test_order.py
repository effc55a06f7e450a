"""The one order of events: dates first, then what follows what, then ids."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from generator.model.dates import parse_date
from generator.model.order import in_order
from generator.model.records import Event


def _events(written: Mapping[str, tuple[str, Sequence[str]]]) -> list[Event]:
    """Return events by their ids, of which only the date and what they follow are known."""
    values: list[dict[str, Any]] = [
        {"id": id, "date": parse_date(date), "follows": tuple(follows)}
        for id, (date, follows) in written.items()
    ]
    return [Event.model_construct(None, **event) for event in values]


DAY = "2026-01-09"


@pytest.mark.parametrize(
    ("written", "order"),
    [
        ({"a": (DAY, []), "b": (DAY, [])}, "ab"),
        ({"a": (DAY, ["q"]), "b": (DAY, ["a"]), "q": (DAY, [])}, "qab"),
        # Only what must wait does: the rest stays by id.
        ({"a": (DAY, ["z"]), "b": (DAY, []), "z": (DAY, [])}, "bza"),
        ({"a": (DAY, ["z", "y"]), "y": (DAY, ["z"]), "z": (DAY, [])}, "zya"),
        # Months and years likewise, and dates with a doubt; but no date gives way to a relation.
        ({"a": ("2026-01", ["b"]), "b": ("2026-01", [])}, "ba"),
        ({"a": ("2026-01-09?", ["b"]), "b": (DAY, [])}, "ba"),
        ({"a": (DAY, ["b"]), "b": ("2026-01-10", [])}, "ab"),
        ({"a": ("2026-01-01", ["b"]), "b": ("2026-01", [])}, "ab"),
        # What goes in a circle is a problem, and stands by id until it is mended.
        ({"a": (DAY, ["b"]), "b": (DAY, ["a"]), "c": (DAY, [])}, "cab"),
        ({"a": (DAY, ["a"]), "b": (DAY, ["missing"])}, "ba"),
    ],
)
def test_what_is_followed_stands_first_among_equals(
    written: Mapping[str, tuple[str, Sequence[str]]], order: str
) -> None:
    events = _events(written)
    assert "".join(event.id for event in in_order(events)) == order
    assert in_order(reversed(events)) == in_order(events)


@pytest.mark.parametrize(
    ("timezone", "order"),
    [(None, "bac"), ("Europe/Istanbul", "abc"), ("America/Bogota", "bca")],
)
def test_times_without_a_zone_are_those_of_the_chronology(timezone: str | None, order: str) -> None:
    events = _events(
        {
            "a": (f"{DAY}T14:30", []),
            "b": (f"{DAY}T16:45+03:00", []),
            "c": (f"{DAY}T14:30:30Z", []),
        }
    )
    assert "".join(event.id for event in in_order(events, timezone)) == order


def test_one_moment_in_two_spellings_is_ordered_by_what_follows() -> None:
    events = _events({"a": (f"{DAY}T14:30", ["b"]), "b": (f"{DAY}T11:30Z", [])})
    assert [event.id for event in in_order(events, "Europe/Istanbul")] == ["b", "a"]


def test_thousands_of_equals_are_no_matter() -> None:
    many = {f"e{n:05}": (DAY, [f"e{n + 1:05}"]) for n in range(20_000)}
    assert [event.id for event in in_order(_events(many))][:2] == ["e19999", "e19998"]
