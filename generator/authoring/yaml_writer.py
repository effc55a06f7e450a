"""YAML as people write it, and new records behind those of a file, whose text stays as it is.

`to_yaml` writes data of programs, one key a line; `scalar`, `flow_list` and `folded` write the
pieces of a file for people. `with_…` return the text of a file with something more in it: of what
stood there, no character is touched.
"""

import json
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml

from generator.model.dates import Date
from generator.support.plain_text import paragraphs

_DATA_WIDTH = 100
_TEXT_WIDTH = 92
# Plain words that no YAML reader takes for anything else.
_PLAIN = re.compile(
    r"[A-Za-z](?:[\w .,;()/'’“”–-]*[\w.)”’])?|https?://[\w./?=&%~+-]+|\d{1,4}-\d{1,4}"
)
_TAKEN = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null")


class _Dumper(yaml.SafeDumper):
    """Writes as people do: numbers and days without quotes, paragraphs as a block."""

    def ignore_aliases(self, data: object) -> bool:
        return True  # the reader takes none


def _represent_text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style)


_Dumper.add_representer(str, _represent_text)
# All is read as text; what merges or means nothing is quoted still.
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":merge"))]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def to_yaml(data: Mapping[str, Any]) -> str:
    """Return the data as YAML: one key a line, in the order given."""
    return str(
        yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_DATA_WIDTH)
    )


def scalar(value: object, in_list: bool = False) -> str:
    """Return a value on one line, quoted where YAML would read something else."""
    if isinstance(value, Date):
        return f'"{value.text}"' if value.text.startswith("[") else value.text
    if not isinstance(value, str):
        return str(value)
    line = " ".join(value.split())
    is_plain = _PLAIN.fullmatch(line) and not _TAKEN.fullmatch(line)
    if is_plain and not (in_list and "," in line):
        return line
    return json.dumps(line, ensure_ascii=False)


def flow_list(items: Iterable[object]) -> str:
    """Return a list in brackets, on one line."""
    return f"[{', '.join(scalar(item, in_list=True) for item in items)}]"


def folded(key: str, text: str, indent: str = "") -> str:
    """Return a text as lines below its key, its paragraphs parted by a blank line."""
    lines = [f"{indent}{key}: >-"]
    for n, paragraph in enumerate(paragraphs(text)):
        lines += ["", ""] if n else []
        lines += textwrap.wrap(
            " ".join(paragraph.split()),
            _TEXT_WIDTH,
            initial_indent=f"{indent}  ",
            subsequent_indent=f"{indent}  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines)


def record_text(id: str, fields: Iterable[tuple[str, object]], comments: Iterable[str] = ()) -> str:
    """Return one record of a registry; fields that are None or empty are left out.

    Lists stand in brackets, mappings and long texts below their key, comments at the end.
    """
    lines = [f"{id}:"]
    for key, value in fields:
        if value is None or value in ((), {}):
            continue
        if isinstance(value, dict):
            lines.append(f"  {key}:")
            lines += [f"    {name}: {_on_one_line(item)}" for name, item in value.items()]
        elif isinstance(value, str) and len(value) > _TEXT_WIDTH - 20:
            lines.append(folded(key, value, "  "))
        else:
            lines.append(f"  {key}: {_on_one_line(value)}")
    lines += [f"  # {comment}" for comment in comments]
    return "\n".join(lines) + "\n"


def _on_one_line(value: object) -> str:
    return flow_list(value) if isinstance(value, tuple | list) else scalar(value)


def with_record_text(registry: str, record: str) -> str:
    """Return the text of a registry with the text of a record at its end.

    A blank line parts them where one parts the records that are there.
    """
    if registry.strip() in ("", "{}"):
        return record
    text = _with_line_end(registry)
    is_parted = "\n\n" in text.rstrip("\n") and not text.endswith("\n\n")
    return f"{text}\n{record}" if is_parted else f"{text}{record}"


def with_records(text: str, records: Mapping[str, Any]) -> str:
    """Return the text of a registry with more records at its end."""
    if not records:
        return text
    root = _root(text)
    if isinstance(root, yaml.MappingNode) and root.flow_style:
        return _with_flow_items(text, root, records)
    column = root.start_mark.column if isinstance(root, yaml.MappingNode) else 0
    return _with_line_end(text) + textwrap.indent(to_yaml(records), " " * column)


def with_terms(text: str, vocabulary: str, terms: Mapping[str, Any]) -> str:
    """Return the text of chronology.yml with more terms at the end of one of its vocabularies."""
    if not terms:
        return text
    root = _root(text)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    key, value = next((pair for pair in pairs if pair[0].value == vocabulary), (None, None))
    if key is None or value is None:
        return with_records(text, {vocabulary: terms})
    if isinstance(value, yaml.MappingNode) and value.flow_style:
        return _with_flow_items(text, value, terms)
    is_empty = not isinstance(value, yaml.MappingNode)
    column = key.start_mark.column + 2 if is_empty else value.start_mark.column
    end = key.end_mark.line + 1 if is_empty else _line_after(value)
    lines = _with_line_end(text).splitlines(keepends=True)
    added = textwrap.indent(to_yaml(terms), " " * column)
    return "".join([*lines[:end], added, *lines[end:]])


def with_value(text: str, path: Sequence[str | int], value: Any) -> str:
    """Return the text of a file with another value at a path of keys and list indexes.

    The last part is a key; where it is not there, it comes behind the others, and where the value
    is None it goes. LookupError where the path leads nowhere, or the key cannot be taken out.
    """
    node = _root(text)
    for part in path[:-1]:
        node = _child(node, part)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise LookupError(path)
    key = str(path[-1])
    pairs = {found.value: (found, value) for found, value in node.value}
    if node.flow_style:
        return _with_flow_value(text, node, pairs.get(key), key, value)
    lines = _with_line_end(text).splitlines(keepends=True)
    column = node.value[0][0].start_mark.column
    new = "" if value is None else textwrap.indent(to_yaml({key: value}), " " * column)
    if key not in pairs:
        end = _line_after(node)
        return "".join([*lines[:end], new, *lines[end:]])
    found, old = pairs[key]
    start, end = found.start_mark.line, _line_after(old)
    before = lines[start][:column]
    if value is None and before.strip():  # the dash of a list
        raise LookupError(path)
    comment = _comment_behind(lines, found, old) if new.count("\n") == 1 else ""
    new = f"{before}{new[column:]}"
    return "".join([*lines[:start], f"{new[:-1]}{comment}\n" if comment else new, *lines[end:]])


def _child(node: yaml.Node | None, part: str | int) -> yaml.Node:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
        child: yaml.Node = node.value[part]
        return child
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                found: yaml.Node = value
                return found
    raise LookupError(part)


def _comment_behind(lines: list[str], key: yaml.Node, value: yaml.Node) -> str:
    """Return the comment behind a value that stands on the line of its key, with its blanks."""
    end = value.end_mark
    if end.line != key.start_mark.line:
        return ""
    rest = lines[end.line][end.column :].rstrip("\n")
    return rest if rest.strip().startswith("#") else ""


def _with_flow_value(
    text: str,
    node: yaml.MappingNode,
    pair: tuple[yaml.Node, yaml.Node] | None,
    key: str,
    value: Any,
) -> str:
    """Return the text with another value of a key within braces."""
    if pair is None:
        return text if value is None else _with_flow_items(text, node, {key: value})
    if value is None:
        raise LookupError(key)
    shift = text.startswith("\ufeff")
    start, end = (mark.index + shift for mark in (pair[1].start_mark, pair[1].end_mark))
    return f"{text[:start]}{_flow(value)}{text[end:]}"


def _root(text: str) -> yaml.Node | None:
    return yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.SafeLoader)


def _with_flow_items(text: str, node: yaml.Node, records: Mapping[str, Any]) -> str:
    """Return the text with records before the closing brace of a mapping."""
    end = node.end_mark.index - 1 + text.startswith("\ufeff")
    added = ", ".join(f"{key}: {_flow(value)}" for key, value in records.items())
    return f"{text[:end]}{', ' if node.value else ''}{added}{text[end:]}"


def _flow(value: Any) -> str:
    """Return data in brackets and braces, on one line."""
    dumped = yaml.dump(
        value, Dumper=_Dumper, default_flow_style=True, sort_keys=False,
        allow_unicode=True, width=10**6,
    )  # fmt: skip
    return str(dumped).strip().removesuffix("\n...")


def _line_after(node: yaml.Node) -> int:
    """Return the number of the line behind a block.

    The mark at its own end would lie behind what follows it: blank lines and comments.
    """
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        if isinstance(last, tuple):
            key, value = last
            node = value if value.end_mark.index > value.start_mark.index else key
        else:
            node = last
    mark = node.end_mark
    return int(mark.line if mark.column == 0 else mark.line + 1)


def _with_line_end(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"
