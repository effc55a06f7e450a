"""The text of a file of YAML with something more in it, or something else.

Of what stood there, no other character is touched: comments, quotes, order and blanks stay.
Where all its lines end in CRLF, so do those that are new.
"""

import textwrap
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, Concatenate, ParamSpec

import yaml

from generator.authoring.yaml_writer import flow_data, to_yaml

P = ParamSpec("P")


def _with_its_line_ends(
    edit: Callable[Concatenate[str, P], str],
) -> Callable[Concatenate[str, P], str]:
    """Return the edit of a text, by which a text with CRLF, as some editors have it, keeps that."""

    @wraps(edit)
    def edited(text: str, /, *args: P.args, **kwargs: P.kwargs) -> str:
        plain = text.replace("\r\n", "\n")
        if text == plain or text != plain.replace("\n", "\r\n"):
            return edit(text, *args, **kwargs)
        return edit(plain, *args, **kwargs).replace("\n", "\r\n")

    return edited


@_with_its_line_ends
def with_record_text(registry: str, record: str) -> str:
    """Return the text of a registry with the text of a record at its end.

    A blank line parts them where one parts the records that are there.
    """
    if registry.strip() in ("", "{}"):
        return record
    text = _with_line_end(registry)
    is_parted = "\n\n" in text.rstrip("\n") and not text.endswith("\n\n")
    return f"{text}\n{record}" if is_parted else f"{text}{record}"


@_with_its_line_ends
def with_records(text: str, records: Mapping[str, Any]) -> str:
    """Return the text of a registry with more records at its end."""
    if not records:
        return text
    root = _root(text)
    if isinstance(root, yaml.MappingNode) and root.flow_style:
        return _with_flow_items(text, root, records)
    column = root.start_mark.column if isinstance(root, yaml.MappingNode) else 0
    return _with_line_end(text) + textwrap.indent(to_yaml(records), " " * column)


@_with_its_line_ends
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


@_with_its_line_ends
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
    pairs = {key_node.value: (key_node, value) for key_node, value in node.value}
    if node.flow_style:
        return _with_flow_value(text, node, pairs.get(key), key, value)
    lines = _with_line_end(text).splitlines(keepends=True)
    column = node.value[0][0].start_mark.column
    new = "" if value is None else textwrap.indent(to_yaml({key: value}), " " * column)
    if key not in pairs:
        end = _line_after(node)
        return "".join([*lines[:end], new, *lines[end:]])
    key_node, old = pairs[key]
    start, end = key_node.start_mark.line, _line_after(old)
    before = lines[start][:column]
    if value is None and before.strip():  # the dash of a list
        raise LookupError(path)
    comment = _comment_behind(lines, key_node, old) if new.count("\n") == 1 else ""
    new = f"{before}{new[column:]}"
    return "".join([*lines[:start], f"{new[:-1]}{comment}\n" if comment else new, *lines[end:]])


def _child(node: yaml.Node | None, part: str | int) -> yaml.Node:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
        child: yaml.Node = node.value[part]
        return child
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                value_node: yaml.Node = value
                return value_node
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
    return f"{text[:start]}{flow_data(value)}{text[end:]}"


def _root(text: str) -> yaml.Node | None:
    return yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.SafeLoader)


def _with_flow_items(text: str, node: yaml.Node, records: Mapping[str, Any]) -> str:
    """Return the text with records before the closing brace of a mapping."""
    end = node.end_mark.index - 1 + text.startswith("\ufeff")
    added = ", ".join(f"{key}: {flow_data(value)}" for key, value in records.items())
    return f"{text[:end]}{', ' if node.value else ''}{added}{text[end:]}"


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
