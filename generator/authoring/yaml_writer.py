"""YAML as people write it.

`to_yaml` and `flow_data` write data of programs, one key a line or all on one line; `scalar`,
`flow_list`, `folded` and `record_text` write the pieces of a file for people.
"""

import json
import re
import textwrap
from collections.abc import Iterable, Mapping
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


def flow_data(value: Any) -> str:
    """Return data in brackets and braces, on one line."""
    dumped = yaml.dump(
        value, Dumper=_Dumper, default_flow_style=True, sort_keys=False,
        allow_unicode=True, width=10**6,
    )  # fmt: skip
    return str(dumped).strip().removesuffix("\n...")


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


def record_text(id: str, fields: Mapping[str, object], comments: Iterable[str] = ()) -> str:
    """Return one record of a registry; fields that are None or empty are left out.

    Lists stand in brackets, mappings and long texts below their key, comments at the end.
    """
    lines = [f"{id}:"]
    for key, value in fields.items():
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
