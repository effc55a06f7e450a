"""What is wrong with the shape of a record: what pydantic says, as findings in our words."""

from typing import Any, get_args

from pydantic_core import ErrorDetails

from generator.model.problems import Finding, Location, Nearest, nearest
from generator.model.records import Record
from generator.model.scalars import kind_of

MAX_MEANT = 100
"""So many unknown keys of a record are compared with those that are missing."""


def to_findings(
    record: type[Record], path: str, base: Location, details: list[ErrorDetails]
) -> list[Finding]:
    """Return the findings of a record at `base` in a file, without those that follow from others.

    An account that is no account is found as one; that there are then too few is no news. Nor is it
    that a key is missing which stands there, misspelt.
    """
    lacking = {error["loc"][:-1] for error in details if error["type"] == "missing"}
    unknown = [
        error
        for error in details
        if error["type"] == "extra_forbidden" and error["loc"][:-1] in lacking
    ]
    meant = {
        (*error["loc"][:-1], _meant(str(error["loc"][-1]), _keys_of(record, error)))
        for error in unknown[:MAX_MEANT]
    }
    return [
        _finding(record, path, base, error)
        for error in details
        if (error["type"] != "too_short" or not error["input"])
        and (error["type"] != "missing" or error["loc"] not in meant)
    ]


def _finding(record: type[Record], path: str, base: Location, details: ErrorDetails) -> Finding:
    """Return what pydantic says as a finding, in our words."""
    kind, value = details["type"], details["input"]
    # What is wrong with a key itself stands at the key; a key may have that very name.
    is_of_key = details["loc"][-1:] == ("[key]",) and kind != "extra_forbidden"
    location = (*base, *details["loc"][: -1 if is_of_key else None])
    match kind:
        case "chronology":
            context = details["ctx"]
            return Finding(path, location, context["code"], context["message"], context["way_out"])
        case "missing":
            return Finding(
                path, location, "E201", f"{location[-1]!r} is missing", f"add {location[-1]}: …"
            )
        case "extra_forbidden":
            key = str(location[-1])
            advice = _key_way_out(key, _keys_of(record, details))
            message = f"unknown key {key[:60]!r}"
            return Finding(path, location, "E200", message, advice, on_key=True)
        case "literal_error":
            expected = details["ctx"]["expected"]
            words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
            if not isinstance(value, str):
                message = f"expected one word, found {kind_of(value)}"
                return Finding(path, location, "E202", message, f"write {expected}")
            near = Nearest(value, words, f"write {expected}")
            return Finding(path, location, "E211", f"{value[:60]!r} is no word for this", near)
        case "too_short":
            return Finding(
                path, location, "E217", "the event has no account", "add what a source says of it"
            )
        case _:
            wanted = "a list" if kind == "tuple_type" else "keys with values"
            message = f"expected {wanted}, found {kind_of(value)}"
            way_out = "write [a, b], or one item a line behind a hyphen"
            if wanted != "a list":
                way_out = "write one key: value on each line, indented"
                if isinstance(value, str) and location[-2:-1] == ("actors",):
                    way_out = f"write {{id: {value[:60]}}}"
            return Finding(path, location, "E202", message, way_out)


def _key_way_out(key: str, keys: list[str]) -> str | Nearest:
    """Return what to do about a key that is not known; often a comma or a colon made it."""
    if key[:1].isdigit():
        return "a comma ends a value: write 1200 without one, or quote the text"
    if ":" in key and key.partition(":")[0] in keys:
        return "put a space behind the colon"
    return Nearest(key, keys, f"known are: {', '.join(keys)}")


def _meant(key: str, keys: list[str]) -> str:
    """Return the known key that an unknown one stands for; empty where it is near to none."""
    before = key.partition(":")[0]
    near = nearest(key, keys)
    return (
        before
        if before in keys
        else next((candidate for candidate in keys if repr(candidate) in near), "")
    )


def _keys_of(record: type[Record], details: ErrorDetails) -> list[str]:
    """Return the keys that people may write in the record that has an unknown one."""
    for part in details["loc"][:-1]:
        field = record.model_fields.get(str(part))
        inner = _record_in(field.annotation) if field else None
        record = inner or record
    return [name for name in record.model_fields if name not in record.loader_fields]


def _record_in(annotation: Any) -> type[Record] | None:
    """Return the record that a field holds, by its annotation, or holds several of."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((held for part in get_args(annotation) if (held := _record_in(part))), None)
