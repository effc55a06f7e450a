"""What is wrong with the shape of a record: what pydantic says, as findings in our words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from pydantic_core import ErrorDetails, PydanticCustomError

from generator.model.problems import Finding, Location, Nearest, nearest
from generator.model.records import Record
from generator.model.scalars import is_id, kind_of, read_text
from generator.model.slips import odd_character, word_slip

MAX_MEANT = 100
"""So many unknown keys of a record are compared with those that are missing."""


def to_findings(
    record: type[Record], path: str, base: Location, details: list[ErrorDetails], data: Any
) -> list[Finding]:
    """Return the findings of a record at `base` in a file, without those that follow from others.

    An account that is no account is found as one; that there are then too few is no news. Nor is it
    that a key is missing which stands there, misspelt, or that several keys are unknown which are
    the pieces of one text. `data` is that of the record.
    """
    lacking = {error["loc"][:-1] for error in details if error["type"] == "missing"}
    unknown = [error for error in details if error["type"] == "extra_forbidden"]
    meant = {
        (*error["loc"][:-1], _meant(str(error["loc"][-1]), _keys_of(record, error)))
        for error in [error for error in unknown if error["loc"][:-1] in lacking][:MAX_MEANT]
    }
    meant |= {(*error["loc"][:-1], "id") for error in unknown if _is_id_with_role(error)}
    pieces = {
        (*error["loc"][:-1], piece)
        for error in unknown[:MAX_MEANT]
        for piece in _split_text(data, error)[3:]
    }
    return [
        _finding(record, path, base, error, data)
        for error in details
        if (error["type"] != "too_short" or not error["input"])
        and (error["type"] != "missing" or error["loc"] not in meant)
        and error["loc"] not in pieces
    ]


def nothing_found(record: type[Record], place: Location) -> str:
    """Return the message on a key without a value, by its place in a record."""
    field = _holder(record, place).model_fields.get(str(place[-1]))
    expected = "keys with values" if field and _record_in(field.annotation) else "text"
    return f"expected {expected}, found nothing"


def _finding(
    record: type[Record], path: str, base: Location, details: ErrorDetails, data: Any
) -> Finding:
    """Return what pydantic says as a finding, in our words."""
    kind, value = details["type"], details["input"]
    # What is wrong with a key itself stands at the key; a key may have that very name.
    is_of_key = details["loc"][-1:] == ("[key]",) and kind != "extra_forbidden"
    location = (*base, *details["loc"][: -1 if is_of_key else None])
    if kind in ("extra_forbidden", "literal_error") and (
        unseen := _unseen(path, location, kind == "extra_forbidden", value)
    ):
        return unseen
    match kind:
        case "chronology":
            return _own_finding(path, location, details["ctx"], value)
        case "missing":
            return Finding(
                path, location, "E201", f"{location[-1]!r} is missing", f"add {location[-1]}: …"
            )
        case "extra_forbidden" if _is_id_with_role(details):
            message = f"unknown key {str(location[-1])[:60]!r}"
            way_out = f"write {{id: {str(location[-1])[:60]}, role: {value[:60]}}}"
            return Finding(path, location, "E200", message, way_out, on_key=True)
        case "extra_forbidden":
            return _unknown_key(
                path, location, _split_text(data, details), _keys_of(record, details)
            )
        case "literal_error":
            return _unknown_word(path, location, details["ctx"]["expected"], value)
        case "too_short":
            return Finding(
                path, location, "E217", "the event has no account", "add what a source says of it"
            )
        case "tuple_type":
            return _no_list(path, location, value)
        case _:
            message = f"expected keys with values, found {kind_of(value)}"
            way_out = "write one key: value on each line, indented"
            if isinstance(value, str) and location[-2:-1] == ("actors",):
                id, _, role = value[:60].partition(":")
                role = f", role: {role.strip()}" if role else ""
                way_out = f"write {{id: {id}{role}}}"
            return Finding(path, location, "E202", message, way_out)


def _own_finding(path: str, location: Location, ctx: Mapping[str, Any], value: Any) -> Finding:
    """Return what a type of ours says of a value, or of an item or a key in it."""
    at = () if ctx["at"] is None else (ctx["at"],)
    return Finding(
        path,
        (*location, *at),
        ctx["code"],
        ctx["message"],
        ctx["way_out"],
        on_key=isinstance(ctx["at"], str),
        instead=ctx["instead"],
        names=(ctx["names"], value) if ctx["names"] else None,
    )


def _unseen(path: str, location: Location, is_key: bool, value: Any) -> Finding | None:
    """Return that an unknown key or word holds a character that nobody sees or tells apart."""
    text = location[-1] if is_key else value
    if not isinstance(text, str) or not text.strip():
        return None
    try:
        read_text(text)
    except PydanticCustomError as error:
        finding = _own_finding(path, location, error.context or {}, text)
        return replace(finding, on_key=is_key)
    return None


def _with_odd_character(message: str, text: str) -> str:
    """Return the message, with the character of the text that only looks like another."""
    odd = odd_character(text)
    return f"{message}: {odd} stands in it" if odd else message


def _unknown_word(path: str, location: Location, expected: str, value: Any) -> Finding:
    """Return that a word stands there which is none of a few."""
    if not isinstance(value, str):
        message = f"expected one word, found {kind_of(value)}"
        return Finding(path, location, "E202", message, f"write {expected}")
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    message = _with_odd_character(f"{value[:60]!r} is no word for this", value)
    if slip := word_slip(value[:200], words):
        return Finding(path, location, "E211", message, slip.way_out, instead=slip.instead)
    return Finding(path, location, "E211", message, Nearest(value, words, f"write {expected}"))


def _no_list(path: str, location: Location, value: Any) -> Finding:
    """Return that no list stands there; one text is one item, and several ids are several."""
    message = f"expected a list, found {kind_of(value)}"
    way_out, instead = "write [a, b], or one item a line behind a hyphen", None
    if isinstance(value, str):
        parts = [part.strip() for part in value.split(",")]
        if len(parts) == 1 or all(is_id(part) for part in parts):
            instead = parts
            written = ", ".join(parts) if all(map(is_id, parts)) else f'"{value[:60]}"'
            way_out = f"write [{written}]"
        else:
            way_out = "write each item on a line of its own, behind a hyphen and a space"
    elif isinstance(value, dict) and value:
        way_out = f"put a hyphen and a space before its first key: - {str(next(iter(value)))[:60]}"
    return Finding(path, location, "E202", message, way_out, instead=instead)


def _unknown_key(
    path: str, location: Location, texts: Sequence[str], keys: Sequence[str]
) -> Finding:
    """Return that a key is unknown; often a comma or a colon made it."""
    key = str(location[-1])
    message = _with_odd_character(f"unknown key {key[:60]!r}", key)
    if texts:
        before, *pieces = texts
        message = f"{key[:60]!r} is read as a key: a comma between braces ends a text"
        way_out = f'put it between quotation marks: {before}: "{", ".join(pieces)[:80]}"'
        if number := re.match(r"\d{1,3}(?:,\d{3})+\b", ",".join(pieces)):
            way_out = f"write {before}: {number[0].replace(',', '')}, without a comma"
        return Finding(path, location, "E200", message, way_out, on_key=True)
    if slip := word_slip(key[:200], keys):
        return Finding(path, location, "E200", message, slip.way_out, True, slip.instead)
    if ":" in key and key.partition(":")[0] in keys:
        return Finding(path, location, "E200", message, "put a space behind the colon", True)
    near = Nearest(key, keys, f"known are: {', '.join(keys)}")
    return Finding(path, location, "E200", message, near, on_key=True)


def _split_text(data: Any, details: ErrorDetails) -> list[str]:
    """Return the key of a text that commas between braces cut, and its pieces: the text, the keys.

    Nothing, where the unknown key is no such piece, or not the first of them.
    """
    if details["input"] is not None:
        return []
    *way, key = details["loc"]
    for part in way:
        data = data[part]
    keys = list(data)
    first = keys.index(key)
    if first == 0 or not isinstance(data[keys[first - 1]], str) or not _is_piece(str(key)):
        return []
    behind = keys[first:]
    count = next((n for n, later in enumerate(behind) if data[later] is not None), len(behind))
    return [keys[first - 1], data[keys[first - 1]], *behind[:count]]


def _is_id_with_role(details: ErrorDetails) -> bool:
    """Return whether an unknown key of an actor that takes part is its id: `tolland: accused`."""
    is_word = isinstance(details["input"], str) and is_id(str(details["loc"][-1]))
    return is_word and details["loc"][-3:-2] == ("actors",)


def _is_piece(key: str) -> bool:
    """Return whether a key without a value looks like a piece of a text."""
    return " " in key or key[:1].isdigit() or not key.isascii()


def _meant(key: str, keys: list[str]) -> str:
    """Return the known key that an unknown one stands for; empty where it is near to none."""
    before = key.partition(":")[0]
    if slip := word_slip(key[:200], keys):
        return slip.instead or ""
    near = nearest(key, keys)
    return (
        before
        if before in keys
        else next((candidate for candidate in keys if repr(candidate) in near), "")
    )


def _keys_of(record: type[Record], details: ErrorDetails) -> list[str]:
    """Return the keys that people may write in the record that has an unknown one."""
    record = _holder(record, details["loc"])
    return [name for name in record.model_fields if name not in record.loader_fields]


def _holder(record: type[Record], place: Location) -> type[Record]:
    """Return the record in which the last key of a place stands."""
    for part in place[:-1]:
        field = record.model_fields.get(str(part))
        inner = _record_in(field.annotation) if field else None
        record = inner or record
    return record


def _record_in(annotation: Any) -> type[Record] | None:
    """Return the record that a field holds, by its annotation, or holds several of."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((held for part in get_args(annotation) if (held := _record_in(part))), None)
