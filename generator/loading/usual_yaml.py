"""The quick way through a text of YAML in which nothing is odd, as in most files.

libyaml makes the whole tree of nodes at once, which takes less time than an event for each bracket,
key and value. Whatever would need a further look is left to `YamlParser`, which reads the same.
"""

from typing import Any

from yaml import ScalarNode, SequenceNode, YAMLError
from yaml._yaml import CParser

MOST = 12_000
"""A text of so many characters has not too many values: a character makes at most three, as `?`."""
MAX_COLLECTIONS = 1_000
"""So deep, libyaml may nest nodes: each takes 400 bytes of the stack."""
NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
"""Plain scalars for nothing, by the core schema of YAML 1.2, section 10.3.2."""
ODD_KEYS = NOTHING | {"<<"}


class Odd(Exception):
    """There is something in a text that needs a further look."""


class _Composer(CParser):
    """Makes nodes, whose scalars are text: nobody asks what a number or a day would be."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> None:
        pass

    def descend_resolver(self, parent: Any, index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def read_usual(text: str, max_depth: int) -> tuple[Any, bool]:
    """Return the data of a text, and whether a None stands in it.

    The text must have no anchor, no tag, and no comment that cuts a value. Raises Odd for what is
    no YAML, or not of the subset, or may be neither.
    """
    # Each list and mapping has one of these characters at least.
    if len(text) > MOST or sum(map(text.count, "[{-:?")) > MAX_COLLECTIONS or "\ufeff" in text:
        raise Odd
    try:
        node = _Composer(text).get_single_node()
    except (YAMLError, UnicodeError):
        raise Odd from None
    nothing: list[None] = []
    return _value(node, max_depth, nothing) if node else None, bool(nothing)


def _value(node: Any, depth: int, nothing: list[None]) -> Any:
    """Return the data of a node that nests no deeper; each None is put into the list as well."""
    kind = type(node)
    if kind is ScalarNode:
        if node.style or node.value not in NOTHING:
            return node.value
        nothing.append(None)
        return None
    if depth == 0:
        raise Odd
    depth -= 1
    if kind is SequenceNode:
        return [
            item.value
            if type(item) is ScalarNode and item.value not in NOTHING
            else _value(item, depth, nothing)
            for item in node.value
        ]
    mapping: dict[str, Any] = {}
    for key_node, item in node.value:
        key = key_node.value
        if type(key) is not str or key in mapping or key in ODD_KEYS:
            raise Odd
        value = item.value
        if type(item) is not ScalarNode or value in NOTHING:
            value = _value(item, depth, nothing)
        mapping[key] = value
    return mapping
