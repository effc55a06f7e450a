"""Lists inside the cell of a table, as we write them and as people type them.

We write a JSON array. People part items with `;`, an actor from its role with `:` and a key from
its text with `=`; so does what an earlier version wrote.
"""

import json

from generator.authoring.imports.html_text import clean


def plain_cell(cell: str | None) -> str:
    """Return the text of a cell; a table is no HTML, so what looks like a tag stays."""
    return clean(cell or "").strip()


def decode_list(cell: str) -> list[str]:
    """Return the items of a cell, without empty ones."""
    if cell.lstrip().startswith("["):
        try:
            items = json.loads(cell)
        except ValueError:
            items = None
        if isinstance(items, list):
            return [str(item) for item in items]
    return [item for part in cell.split(";") if (item := part.strip())]


def decode_roles(cell: str) -> list[dict[str, str]]:
    """Return the actors of a cell as in the YAML: each with an `id`, and a `role` if it has one."""
    actors = []
    for item in decode_list(cell):
        id, colon, role = (part.strip() for part in item.partition(":"))
        actors.append({"id": id, "role": role} if colon else {"id": id})
    return actors


def decode_pairs(cell: str) -> dict[str, list[str]]:
    """Return the texts of a cell, by key."""
    texts: dict[str, list[str]] = {}
    for item in decode_list(cell):
        key, _, text = item.partition("=")
        texts.setdefault(key, []).append(text)
    return texts
