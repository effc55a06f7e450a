"""The files of a registry: which one a record belongs to, and how a large one is divided.

A part is named by what the ids in it begin with: `sources/w.yml`, and where these are many,
`sources/wi.yml`. A registry of a few hundred records is one file.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from generator.authoring.editor_schema import is_modeline, modeline
from generator.loading.document import Document, parse_yaml
from generator.model.layout import registry_of

MAX_RECORDS = 500
"""So many records a part has at most, where their ids are not all alike."""
MAX_UNDIVIDED = 1000
"""So many records a registry has at most before an import goes on in parts."""


def file_for(files: Collection[str], registry: str, id: str) -> str:
    """Return the file to which a record of that id is added, be it there already or not.

    `files` are the registry's, by their paths below the chronology's folder.
    """
    stem = registry.removesuffix(".yml")
    names = {path.removeprefix(f"{stem}/").removesuffix(".yml"): path for path in files}
    fitting = [name for name in names if name != stem and id.startswith(name)]
    if fitting:
        return names[max(fitting, key=len)]
    return registry if registry in files or not files else f"{stem}/{id[0]}.yml"


def divided(registry: str, ids: Sequence[str]) -> dict[str, list[str]]:
    """Return the parts of a registry for records of these ids: their files, in order."""
    stem = registry.removesuffix(".yml")
    parts = sorted(_prefixes(ids, 1))
    return {f"{stem}/{prefix}.yml": of_part for prefix, of_part in parts}


def _prefixes(ids: Sequence[str], length: int) -> Iterator[tuple[str, list[str]]]:
    """Yield what ids begin with, `length` characters or more, with the ids that do."""
    groups: dict[str, list[str]] = {}
    for id in ids:
        prefix = id[: length + 1] if id[:length].endswith("-") else id[:length]
        groups.setdefault(prefix, []).append(id)
    for prefix, group in groups.items():
        if len(group) > MAX_RECORDS and any(len(id) > len(prefix) for id in group):
            yield from _prefixes(group, len(prefix) + 1)
        else:
            yield prefix, group


def split(folder: str, document: Document) -> dict[str, str] | None:
    """Return the parts that the records of a registry's file go to: the text of each by its file.

    Comments go with the record below them. `folder` is the chronology's, relative to the
    project's. None where the file is small enough, or its records do not each begin a line.
    """
    path = document.path.removeprefix(f"{folder}/")
    registry = registry_of(path)
    if registry is None or not isinstance(document.data, dict) or document.problems:
        return None
    is_part = path != registry
    if is_part and len(document.data) <= MAX_RECORDS:
        return None
    head, blocks = _blocks(document)
    if blocks.keys() != document.data.keys():
        return None
    parts = divided(registry, list(blocks))
    if list(parts) == [path]:
        return None
    texts = {
        file: f"{modeline(file)}\n{''.join(blocks[id] for id in ids)}"
        for file, ids in parts.items()
    }
    comments = [line for line in head if not is_modeline(line)]
    if any(comments):
        first = next(iter(texts))
        line, _, rest = texts[first].partition("\n")
        texts[first] = "\n".join([line, *comments, rest])
    for file, text in texts.items():
        after = parse_yaml(file, text.encode())
        if after.problems or after.data != {id: document.data[id] for id in parts[file]}:
            return None
    return texts


def _blocks(document: Document) -> tuple[list[str], Mapping[str, str]]:
    """Return the lines before the first record, and the text of each record by its id."""
    lines = document.text.removeprefix("\ufeff").splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    starts: dict[str, int] = {}
    for id in document.data:
        line, column = document.place((id,), on_key=True)
        if column != 1:
            return [], {}
        starts[id] = _with_comments(lines, line - 1)
    ends = [*list(starts.values())[1:], len(lines)]
    blocks = {
        id: "".join(lines[start:end]) for (id, start), end in zip(starts.items(), ends, strict=True)
    }
    first = min(starts.values(), default=0)
    return [line.rstrip("\n") for line in lines[:first]], blocks


def _with_comments(lines: Sequence[str], start: int) -> int:
    """Return the line at which the comments directly above a line begin; never the modeline."""
    while start and lines[start - 1].startswith("#") and not is_modeline(lines[start - 1]):
        start -= 1
    return start


def with_parts(
    texts: Mapping[str, str], registry: str, records: Iterable[str], count: int
) -> dict[str, list[str]]:
    """Return the files to which new records of a registry go, and the ids that go there.

    `texts` are the registry's files, with `count` records together; a registry that would be too
    large goes on in parts.
    """
    ids = list(records)
    if set(texts) <= {registry} and count + len(ids) > MAX_UNDIVIDED:
        return divided(registry, ids)
    parts: dict[str, list[str]] = {}
    for id in ids:
        parts.setdefault(file_for(texts.keys() | parts.keys(), registry, id), []).append(id)
    return parts
