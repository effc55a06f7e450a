"""What an event's page calls its own parts, so that no account is called the same.

The id of an account is its anchor on that page, and the beginning of those of its cells.
"""

from collections.abc import Collection, Iterator

from generator.model.records import Event

PARTS = frozenset(
    (
        "accounts", "accounts-caption", "cite", "cite-link", "cite-text", "locator",
        "event",  # the event itself, in linked data
    )
)  # fmt: skip
"""The anchors that every event's page has, or may have."""
COLUMNS = frozenset(("dates", "figures", "actors", "labels"))
"""How the anchor of an account's cell ends, where it is not that of a measure."""


def measure_anchor(measure: str) -> str:
    """Return the anchor of what is counted; behind an account's, that of its cell."""
    return f"f-{measure}"


def taken_anchors(event: Event, measures: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield the accounts whose anchor is taken: the place of each, and what has it."""
    ids = {account.id for account in event.accounts}
    numbered = {f"a{n}" for n in range(1, len(event.accounts) + 1)}  # as their anchors once were
    own = PARTS.union(map(measure_anchor, measures))
    for n, account in enumerate(event.accounts):
        if account.id in own:
            yield n, "a part of the page"
        elif owners := [id for id in ids | numbered if _is_cell(account.id, id)]:
            yield n, f"a cell of the account {min(owners)!r}"


def _is_cell(anchor: str, id: str) -> bool:
    """Return whether an anchor is, or may become, that of a cell of the account `id`."""
    cell = anchor.removeprefix(f"{id}-")
    return cell != anchor and (cell in COLUMNS or cell == "f" or cell.startswith("f-"))
