"""Lists inside the cell of a table: one function writes each sort of list, one reads it again.

Items are joined with `;`. An actor and its role are `id:role`; a key and its text `key=text`; an
office and its date `title (date)`.
"""

from collections.abc import Iterable, Mapping

from generator.model.records import Office, Role


def encode_list(items: Iterable[object]) -> str:
    """Return the items in one cell. There is no way to write a `;` in one: it becomes a comma."""
    parts = list(map(str, items))
    text = ";".join(parts)
    if text.count(";") < len(parts):  # as nearly always
        return text
    return ";".join(part.replace(";", ",") for part in parts)


def decode_list(cell: str) -> list[str]:
    """Return the items of a cell, without empty ones."""
    return [item for part in cell.split(";") if (item := part.strip())]


def encode_roles(actors: Iterable[Role]) -> str:
    """Return actors with their roles in one cell."""
    return encode_list(f"{actor.id}:{actor.role}" if actor.role else actor.id for actor in actors)


def decode_roles(cell: str) -> list[dict[str, str]]:
    """Return the actors of a cell as in the YAML: each with an `id`, and a `role` if it has one."""
    actors = []
    for item in decode_list(cell):
        id, colon, role = item.partition(":")
        actors.append({"id": id, "role": role} if colon else {"id": id})
    return actors


def encode_offices(offices: Iterable[Office]) -> str:
    """Return the offices of an actor in one cell."""
    return encode_list(
        f"{office.title} ({office.date.text})" if office.date else office.title
        for office in offices
    )


def encode_pairs(texts: Mapping[str, str | tuple[str, ...]]) -> str:
    """Return keys with their texts in one cell; a key with several texts stands several times."""
    return encode_list(
        f"{key}={text}"
        for key, value in texts.items()
        for text in ((value,) if isinstance(value, str) else value)
    )


def decode_pairs(cell: str) -> dict[str, list[str]]:
    """Return the texts of a cell, by key."""
    texts: dict[str, list[str]] = {}
    for item in decode_list(cell):
        key, _, text = item.partition("=")
        texts.setdefault(key, []).append(text)
    return texts
