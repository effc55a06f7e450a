"""What the accounts of an event are called: by their `id`, or else by their source.

No account is called by its place among all, so one that is put before others renames none of them.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import count
from typing import Any

from generator.model.problems import Finding
from generator.model.scalars import MAX_ID, is_id

_NAMELESS = "account"
"""For what names no source: that is a problem of its own."""


def with_ids(path: str, accounts: Sequence[Any]) -> tuple[list[Any], list[Finding]]:
    """Return the accounts of a file, as plain data, each with an `id`, and ids written twice."""
    findings = []
    seen = set()
    for n, id in enumerate(map(_written_id, accounts)):
        if id is not None and id in seen:
            message = f"the account id {id!r} is used twice"
            location = ("accounts", n, "id")
            findings.append(Finding(path, location, "E402", message, "give this one another"))
        seen.add(id)
    named = [
        {"id": id, **account} if isinstance(account, dict) else account
        for account, id in zip(accounts, account_ids(accounts), strict=True)
    ]
    return named, findings


def account_ids(accounts: Sequence[Any]) -> list[str]:
    """Return the id of each account of an event, given as plain data: written or derived.

    Derived is the id of the source, with `-2`, `-3` … behind it for further accounts of that
    source, in the order in which they were added, so that a later one takes no name from an
    earlier one, wherever it stands. What is another account's id already is passed over.
    """
    written = [_written_id(account) for account in accounts]
    sources = [_source(account) for account in accounts]
    if not any(written) and len(set(sources)) == len(sources):  # as is usual
        return sources
    taken = {id for id in written if id is not None}
    seen: Counter[str] = Counter()
    waiting: list[tuple[int, str, int]] = []
    ids = [id or "" for id in written]
    for n in sorted(range(len(accounts)), key=lambda n: _added(accounts[n])):
        source = sources[n]
        seen[source] += 1
        if written[n] is None and seen[source] == 1 and source not in taken:
            ids[n] = source
            taken.add(source)
        elif written[n] is None:
            waiting.append((n, source, max(seen[source], 2)))
    for n, source, first in waiting:  # after every plain one, so that none of those gives way
        numbered = (f"{source[: MAX_ID - 5]}-{number}" for number in count(first))
        ids[n] = next(id for id in numbered if id not in taken)
        taken.add(ids[n])
    return ids


def _written_id(account: Any) -> str | None:
    id = account.get("id") if isinstance(account, dict) else None
    return id.strip() if isinstance(id, str) else None


def _added(account: Any) -> str:
    """Return the day on which an account was added; empty, as before all days, with the event."""
    day = account.get("added") if isinstance(account, dict) else None
    return day.strip() if isinstance(day, str) else ""


def _source(account: Any) -> str:
    source = account.get("source") if isinstance(account, dict) else None
    return source.strip() if isinstance(source, str) and is_id(source.strip()) else _NAMELESS
