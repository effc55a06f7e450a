"""What an import wrote, so that the next one of the same file brings only what is new in it.

For each row, a file beside the data keeps the event that it became, and a fingerprint of each value
that was written. A value that still is what was written follows the file; one that somebody has
changed since is theirs, and stays. What was published changes by hand, as corrections do.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.authoring.yaml_edits import with_value
from generator.loading.document import parse_yaml
from generator.support.plain_text import shortened

FOLDER = ".imports"
"""Below the folder of the chronology; the loader skips names that begin with a dot."""
_OURS = frozenset(("added", "draft"))
"""Keys that no file gives: they tell of the record itself."""
Values = Mapping[tuple[str, ...], Any]
"""The values of an event by their way: `("title",)`, `("accounts", "wire", "says")`."""


@dataclass
class Row:
    """What a row became."""

    event: str
    prints: dict[str, str]
    """The fingerprint of each value that was written, by its way."""


@dataclass
class Written:
    """The rows of one file that were imported, by what tells them apart."""

    rows: dict[str, Row] = field(default_factory=dict)

    @classmethod
    def read(cls, events: Path, source: str) -> "Written":
        """Return what was kept of the imports of a source; nothing where that cannot be read."""
        try:
            data = json.loads((events / path_of(source)).read_text("utf-8"))
            return cls({key: Row(row["event"], dict(row["values"])) for key, row in data.items()})
        except (OSError, ValueError, TypeError, LookupError, AttributeError):
            return cls()

    def text(self) -> str:
        """Return what is kept for the next import: a line a row."""
        lines = (
            f"{json.dumps(key)}: "
            + json.dumps({"event": row.event, "values": row.prints}, ensure_ascii=False)
            for key, row in self.rows.items()
        )
        return "{\n" + ",\n".join(lines) + "\n}\n"

    def kept_for(self, rows: Sequence[tuple[str | None, str, Mapping[str, Any]]]) -> list[str]:
        """Return the key under which each row was kept; empty where it is new.

        A row has a key of its own, or else is known by its title and date, or else by its number;
        given are its own key, where it stands, and its event as in the YAML.
        """
        by_words: dict[tuple[str | None, ...], str] = {}
        for kept, row in self.rows.items():
            if not kept.startswith("id "):
                by_words.setdefault((row.prints.get("title"), row.prints.get("date")), kept)
        keys: list[str] = []
        for own, _, data in rows:
            words = _fingerprint(data.get("title")), _fingerprint(data.get("date"))
            by_own = own if own in self.rows else ""
            keys.append((by_own or "") if own else by_words.pop(words, ""))
        taken = set(keys)
        for n, (own, where, _) in enumerate(rows):
            if not own and not keys[n] and where in self.rows and where not in taken:
                keys[n] = where
                taken.add(where)
        return keys


def path_of(source: str) -> str:
    """Return the file that keeps the imports of a source, below the chronology's folder."""
    return f"{FOLDER}/{source}.json"


def _fingerprint(value: Any) -> str:
    """Return a short fingerprint of a value, the same for equal ones."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _values_of(data: Mapping[str, Any]) -> dict[tuple[str, ...], Any]:
    """Return the values of an event as in its YAML, those of its accounts on their own."""
    values: dict[tuple[str, ...], Any] = {}
    values |= {(key,): value for key, value in data.items() if key not in (*_OURS, "accounts")}
    for name, account in _accounts(data):
        values |= {("accounts", name, key): value for key, value in account.items()}
    return values


def _accounts(data: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the accounts by their source; a further one of a source has a number behind it."""
    seen: dict[str, int] = {}
    accounts = data.get("accounts")
    for account in accounts if isinstance(accounts, list) else ():
        source = str(account.get("source")) if isinstance(account, dict) else ""
        seen[source] = seen.get(source, 0) + 1
        name = source if seen[source] == 1 else f"{source} {seen[source]}"
        yield name, account if isinstance(account, dict) else {}


def prints_of(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the fingerprint of each value of an event, by its way."""
    return {" ".join(way): _fingerprint(value) for way, value in _values_of(data).items()}


def updated(
    text: str, row: Row, data: Mapping[str, Any], *, is_draft: bool
) -> tuple[str, dict[str, str], list[str]]:
    """Return the text of an event with what is new in its row, what is kept then, and remarks.

    One remark tells what was updated, and one each what was not.

    `data` is the event as the row gives it now; `row` what was kept of it.
    """
    now = parse_yaml("", text.encode()).data
    if not isinstance(now, dict):
        return text, row.prints, ["left as it is: its file is no event"]
    ours, theirs = _values_of(now), _values_of(data)
    prints, remarks = dict(row.prints), []
    brought: list[str] = []
    known = {name: n for n, (name, _) in enumerate(_accounts(now))}
    for way, value in theirs.items():
        key = " ".join(way)
        new = _fingerprint(value)
        if new == prints.get(key):
            continue
        if way in ours and _fingerprint(ours[way]) == new:
            prints[key] = new
            continue
        said = f"{'.'.join(way)}: the file says now: {shortened(_plain(value), 80)}"
        is_theirs = _fingerprint(ours[way]) == prints.get(key) if way in ours else key not in prints
        if not is_draft:
            remarks.append(f"{said}; the event is published: change it by a correction")
        elif not is_theirs:
            remarks.append(f"{said}; left as somebody has changed it here")
        elif way[0] == "accounts" and way[1] not in known:
            remarks.append(f"{said}; left out: its account is not here")
        else:
            place: list[str | int] = list(way)
            if way[0] == "accounts":
                place = ["accounts", known[way[1]], way[2]]
            changed = _set(text, place, value)
            if changed is None:
                remarks.append(f"{said}; write it by hand")
            else:
                text, prints[key] = changed, new
                brought.append(".".join(way))
    if brought:
        remarks.append(f"updated: {', '.join(brought)}")
    return text, prints, remarks


def _set(text: str, place: list[str | int], value: Any) -> str | None:
    """Return the text with a value at a place; None where anything else would change."""
    try:
        changed = with_value(text, place, value)
    except (LookupError, ValueError):
        return None
    wanted = parse_yaml("", text.encode()).data
    inner = wanted
    for part in place[:-1]:
        inner = inner[part]
    inner[place[-1]] = value
    after = parse_yaml("", changed.encode())
    return changed if after.data == wanted and not after.problems else None


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
