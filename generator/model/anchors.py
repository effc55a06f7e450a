"""What an event's page calls its own parts, so that no account is called the same.

The id of an account is its anchor on that page, and the beginning of those of its cells.
"""

import re
from collections.abc import Collection, Iterator

from generator.model.records import Event

PARTS = frozenset(
    (
        "accounts", "accounts-caption", "cite", "cite-link", "cite-text", "locator",
        "event",  # the event itself, in linked data
    )
)  # fmt: skip
"""The anchors that every event's page has, or may have."""
_FIGURES = "f-"
COLUMNS = frozenset(("dates", "figures", "actors", "labels"))
"""How the anchor of an account's cell ends, where it is not that of a measure."""
_CELL = re.compile(rf"-(?=(?:{'|'.join(sorted(COLUMNS))}|f)\Z|{_FIGURES})")
"""What stands before the rest of an anchor that is, or may become, that of a cell."""


def measure_anchor(measure: str) -> str:
    """Return the anchor of what is counted; behind an account's, that of its cell."""
    return f"{_FIGURES}{measure}"


def taken_anchors(event: Event, measures: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield the accounts whose anchor is taken: the place of each, and what has it."""
    ids = [account.id for account in event.accounts]
    # What each would be a cell of, if there were an account of that name.
    wholes = [[id[: cell.start()] for cell in _CELL.finditer(id)] for id in ids]
    numbered = (f"a{n}" for n in range(1, len(ids) + 1))  # as their anchors once were
    owners = {*ids, *numbered} if any(wholes) else set()
    for n, id in enumerate(ids):
        measure = id.removeprefix(_FIGURES)
        if id in PARTS or (measure != id and measure in measures):
            yield n, "a part of the page"
        elif accounts := owners.intersection(wholes[n]):
            yield n, f"a cell of the account {min(accounts)!r}"


def old_anchors(event: Event) -> dict[str, str]:
    """Return `a1`, `a2` … by the ids of accounts, which were once numbered in the file's order.

    What came later stands behind, wherever it was put, so that old links find their account.
    Empty where an account has that id.
    """
    ids = {account.id for account in event.accounts}
    as_added = sorted(event.accounts, key=lambda account: account.added or event.added)
    anchors = {account.id: f"a{n}" for n, account in enumerate(as_added, 1)}
    return {id: "" if anchor in ids else anchor for id, anchor in anchors.items()}
