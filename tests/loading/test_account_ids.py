"""What accounts are called, and that none is renamed by one that comes before it."""

from collections.abc import Mapping, Sequence

import pytest

from generator.loading.account_ids import account_ids
from generator.loading.loader import load
from generator.model.scalars import MAX_ID
from tests.support.projects import RIVERS

Accounts = Sequence[Mapping[str, str] | str]


def _of(accounts: Accounts) -> list[str]:
    """Return the ids of accounts, of which some are given by their source alone."""
    return account_ids([{"source": one} if isinstance(one, str) else one for one in accounts])


@pytest.mark.parametrize(
    ("accounts", "ids"),
    [
        (["x", "y"], ["x", "y"]),
        (["x", "y", "x", "x"], ["x", "y", "x-2", "x-3"]),
        (["x", {"source": "x", "id": "b"}, "x"], ["x", "b", "x-3"]),
        # What others are called already is passed over, wherever they stand.
        (["x", "x", "x-2"], ["x", "x-3", "x-2"]),
        (["x", "x", {"source": "y", "id": "x-2"}], ["x", "x-3", "x-2"]),
        # One that comes before others of its source takes no name from those that have it written.
        (["x", {"source": "x", "id": "x"}], ["x-2", "x"]),
        ([{}, {"source": ""}], ["account", "account-2"]),
    ],
)
def test_an_account_is_called_by_its_id_or_its_source(accounts: Accounts, ids: list[str]) -> None:
    assert _of(accounts) == ids


def test_accounts_keep_their_names_when_others_come_before_them() -> None:
    assert _of(["x", "y", "y"]) == ["x", "y", "y-2"]
    assert _of(["a", "x", "b", "y", "y", "x"]) == ["a", "x", "b", "y", "y-2", "x-2"]


def test_a_later_account_takes_no_name_from_an_earlier_one_of_its_source() -> None:
    later, latest = ({"source": "x", "added": f"2026-01-{day}"} for day in (10, 11))
    assert _of([latest, "y", later, "x"]) == ["x-3", "y", "x-2", "x"]
    assert _of([{"source": "x", "added": " "}, "x"]) == ["x", "x-2"]


def test_no_derived_id_is_too_long() -> None:
    source = "s" * MAX_ID
    assert all(len(id) <= MAX_ID for id in _of([source] * 12))
    assert len(set(_of([source] * 12))) == 12


def test_the_loader_gives_them() -> None:
    event = load(RIVERS, RIVERS / "events").chronology.by_id["2021-05-04-pause-in-pumping"]
    assert [account.id for account in event.accounts] == [
        "gazette-2021-05-05", "courier-2021-05-07",
    ]  # fmt: skip
