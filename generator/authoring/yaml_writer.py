"""New records behind those of a YAML file, without touching a character of what stands there."""

from collections.abc import Mapping
from typing import Any

import yaml

WIDTH = 100


class _Dumper(yaml.SafeDumper):
    """Writes as people do: numbers and days without quotes, paragraphs as a block."""

    def ignore_aliases(self, data: object) -> bool:
        return True  # the reader takes none


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style)


_Dumper.add_representer(str, _text)
# All is read as text; what merges or means nothing is quoted still.
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.endswith((":null", ":merge"))]
    for first, found in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def written(data: Mapping[str, Any]) -> str:
    """The data as YAML: one key a line, in the order given."""
    return str(
        yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    )  # fmt: skip


def with_records(text: str, records: Mapping[str, Any]) -> str:
    """The text of a registry with more records at its end."""
    if not records:
        return text
    root = _root(text)
    if isinstance(root, yaml.MappingNode) and root.flow_style:
        return _in_flow(text, root, records)
    column = root.start_mark.column if isinstance(root, yaml.MappingNode) else 0
    return _with_end(text) + _indented(written(records), column)


def with_terms(text: str, vocabulary: str, terms: Mapping[str, Any]) -> str:
    """The text of chronology.yml with more terms at the end of one of its vocabularies."""
    if not terms:
        return text
    root = _root(text)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    found = next(((key, value) for key, value in pairs if key.value == vocabulary), None)
    if found is None:
        return with_records(text, {vocabulary: terms})
    key, value = found
    if isinstance(value, yaml.MappingNode) and value.flow_style:
        return _in_flow(text, value, terms)
    is_empty = not isinstance(value, yaml.MappingNode)
    column = key.start_mark.column + 2 if is_empty else value.start_mark.column
    end = key.end_mark.line + 1 if is_empty else _line_after(value)
    lines = _with_end(text).splitlines(keepends=True)
    return "".join([*lines[:end], _indented(written(terms), column), *lines[end:]])


def _root(text: str) -> yaml.Node | None:
    return yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.SafeLoader)


def _in_flow(text: str, node: yaml.Node, records: Mapping[str, Any]) -> str:
    """The records before the closing brace."""
    end = node.end_mark.index - 1 + text.startswith("\ufeff")
    added = ", ".join(f"{key}: {_flow(value)}" for key, value in records.items())
    return f"{text[:end]}{', ' if node.value else ''}{added}{text[end:]}"


def _flow(value: Any) -> str:
    dumped = yaml.dump(
        value, Dumper=_Dumper, default_flow_style=True, sort_keys=False,
        allow_unicode=True, width=10**6,
    )  # fmt: skip
    return str(dumped).strip()


def _line_after(node: yaml.Node) -> int:
    """The number of the line behind a block: a mark at its end would lie behind what follows."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        if isinstance(last, tuple):
            key, value = last
            node = value if value.end_mark.index > value.start_mark.index else key
        else:
            node = last
    mark = node.end_mark
    return int(mark.line if mark.column == 0 else mark.line + 1)


def _with_end(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def _indented(text: str, column: int) -> str:
    return "".join(" " * column + line for line in text.splitlines(keepends=True))
