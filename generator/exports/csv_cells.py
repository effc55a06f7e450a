"""Lists inside the cell of a table: how they are written, and how they are read again.

Items are joined with `;`. An actor and its role are `id:role`; a key and its text `key=text`.
"""

from collections.abc import Iterable, Mapping

from generator.model.records import Role

LISTS = frozenset(
    ("actors", "places", "follows", "unknowns", "paragraphs", "according_to", "responds_to")
) | {"labels", "also", "names", "offices"}
"""The columns that hold lists."""


def joined(items: Iterable[str]) -> str:
    """The items in one cell. There is no way to write a `;` in one: it becomes a comma."""
    parts = list(items)
    text = ";".join(parts)
    if text.count(";") < len(parts):  # as nearly always
        return text
    return ";".join(part.replace(";", ",") for part in parts)


def parted(cell: str) -> list[str]:
    """The items of a cell."""
    return [item for part in cell.split(";") if (item := part.strip())]


def roles(actors: Iterable[Role]) -> str:
    """Actors with their roles in one cell."""
    return joined(f"{actor.id}:{actor.role}" if actor.role else actor.id for actor in actors)


def read_roles(cell: str) -> list[dict[str, str]]:
    """The actors of a cell, as in the YAML."""
    found = []
    for item in parted(cell):
        id, colon, role = item.partition(":")
        found.append({"id": id, "role": role} if colon else {"id": id})
    return found


def pairs(items: Iterable[tuple[str, str]]) -> str:
    """Keys with a text each in one cell; a key may stand several times."""
    return joined(f"{key}={text}" for key, text in items)


def read_pairs(cell: str) -> Mapping[str, list[str]]:
    """The texts of a cell, by key."""
    found: dict[str, list[str]] = {}
    for item in parted(cell):
        key, _, text = item.partition("=")
        found.setdefault(key, []).append(text)
    return found
