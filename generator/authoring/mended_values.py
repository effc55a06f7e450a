"""Values and keys that can mean one thing only, written as that in the text of their file."""

import copy
import re
from collections.abc import Iterable
from typing import Any

from generator.authoring.yaml_writer import flow_list, scalar
from generator.loading.document import Document, parse_yaml
from generator.model.problems import Finding, Location

_BARE = re.compile(r"[\w.:/~+-]+")
"""What needs no quotation marks, as all is read as text."""
_LIST = re.compile(r"\[[^\[\]\n#]*\]")


def with_mended_values(
    document: Document, findings: Iterable[Finding]
) -> tuple[Document, list[str]]:
    """Return the file with what its findings give `instead` of a value or key, and what was done.

    A change is made only where the file then says this, and nothing else is different.
    """
    meant = [finding for finding in findings if finding.instead is not None and finding.location]
    placed = [(document.place(finding.location, finding.on_key), finding) for finding in meant]
    what: list[str] = []
    # The last first, so that the places of the others stay.
    for (line, _), finding in sorted(placed, key=lambda item: item[0], reverse=True):
        if (done := _with_one(document, finding)) is not None:
            what.append(f"line {line}: {_shown_change(document, finding)}")
            document = done
    return document, what[::-1]


def _with_one(document: Document, finding: Finding) -> Document | None:
    """Return the file with one value or key changed; None where that cannot be done in its text."""
    wanted = _data_with(document.data, finding)
    span = document.span(finding.location, finding.on_key)
    if span is None or wanted is None:
        return None
    start, end = span
    old = document.text[start:end]
    if old == "[" and (whole := _LIST.match(document.text, start)):
        end, old = whole.end(), whole[0]
    for new in _written(old, finding):
        text = document.text[:start] + new + document.text[end:]
        mended = parse_yaml(document.path, text.encode())
        if mended.data == wanted and len(mended.problems) <= len(document.problems):
            return mended
    return None


def _written(old: str, finding: Finding) -> Iterable[str]:
    """Yield how the value may be written in the place of what stands there."""
    if "\n" in old.strip():  # a block, of which only what says nothing is taken out
        yield re.sub("[\xad\u200b\u2060\ufeff]", "", old)
        return
    value = finding.instead
    if isinstance(value, list):
        yield _list(value)
        return
    if _BARE.fullmatch(value):
        yield value
    yield scalar(value, in_list=True)
    yield f'"{value}"'


def _list(values: list[str]) -> str:
    return f"[{', '.join(values)}]" if all(map(_BARE.fullmatch, values)) else flow_list(values)


def _data_with(data: Any, finding: Finding) -> Any:
    """Return the data of a file with another value or key; None where another stands there."""
    *way, last = finding.location
    data = copy.deepcopy(data)
    parent = data
    for part in way:
        parent = parent[part]
    if not finding.on_key:
        parent[last] = finding.instead
    elif finding.instead in parent:
        return None
    else:
        parent[finding.instead] = parent.pop(last)
    return data


def _shown_change(document: Document, finding: Finding) -> str:
    """Return what is written for what, as people are shown it: `2-3 for '2–3'`."""
    old = finding.location[-1] if finding.on_key else _value(document.data, finding.location)
    new = finding.instead
    shown = _list(new) if isinstance(new, list) else str(new)
    return f"{shown[:60]} for {str(old)[:60]!r}"


def _value(data: Any, location: Location) -> Any:
    for part in location:
        data = data[part]
    return data
