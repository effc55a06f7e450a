"""What is wrong with the shape of a record: what pydantic says, as findings in our words."""

from typing import Any, get_args

from pydantic_core import ErrorDetails

from generator.model.problems import Finding, Location, nearest
from generator.model.records import Record, Role
from generator.model.scalars import kind_of


def faults(
    shape: type[Record], path: str, base: Location, details: list[ErrorDetails]
) -> list[Finding]:
    """The findings of a record at `base` in the file `path`, without those that follow from others.

    An account that is no account is found as one; that there are then too few is no news. Nor is it
    that a key is missing which stands there, misspelt.
    """
    meant = {
        (*one["loc"][:-1], _meant(str(one["loc"][-1]), _keys_of(shape, one)))
        for one in details
        if one["type"] == "extra_forbidden"
    }
    return [
        _finding(shape, path, base, one)
        for one in details
        if (one["type"] != "too_short" or not one["input"])
        and (one["type"] != "missing" or one["loc"] not in meant)
    ]


def _finding(shape: type[Record], path: str, base: Location, details: ErrorDetails) -> Finding:
    """What pydantic says, in our words."""
    kind, found = details["type"], details["input"]
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
            way_out = _key_way_out(str(location[-1]), _keys_of(shape, details))
            found = f"unknown key {str(location[-1])[:60]!r}"
            return Finding(path, location, "E200", found, way_out, on_key=True)
        case "literal_error":
            expected = details["ctx"]["expected"]
            known = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
            if not isinstance(found, str):
                message = f"expected one word, found {kind_of(found)}"
                return Finding(path, location, "E202", message, f"write {expected}")
            way_out = nearest(found, known) or f"write {expected}"
            return Finding(path, location, "E211", f"{found[:60]!r} is no word for this", way_out)
        case "too_short":
            return Finding(
                path, location, "E217", "the event has no account", "add what a source says of it"
            )
        case _:
            wanted = "a list" if kind == "tuple_type" else "keys with values"
            message = f"expected {wanted}, found {kind_of(found)}"
            way_out = "write [a, b], or one item a line behind a hyphen"
            if wanted != "a list":
                way_out = "write one key: value on each line, indented"
                if isinstance(found, str) and location[-2:-1] == ("actors",):
                    way_out = f"write {{id: {found[:60]}}}"
            return Finding(path, location, "E202", message, way_out)


def _key_way_out(key: str, keys: list[str]) -> str:
    """What to do about a key that is not known; often a comma or a colon made it."""
    if key[:1].isdigit():
        return "a comma ends a value: write 1200 without one, or quote the text"
    if ":" in key and key.partition(":")[0] in keys:
        return "put a space behind the colon"
    return nearest(key, keys) or f"known are: {', '.join(keys)}"


def _meant(key: str, keys: list[str]) -> str:
    """The known key that an unknown one stands for, if it is near to one."""
    before = key.partition(":")[0]
    near = nearest(key, keys)
    return before if before in keys else next((one for one in keys if repr(one) in near), "")


def _keys_of(shape: type[Record], details: ErrorDetails) -> list[str]:
    """The keys that the record with an unknown one may have."""
    for part in details["loc"][:-1]:
        field = shape.model_fields.get(str(part))
        inner = _shape_in(field.annotation) if field else None
        shape = inner or shape
    given = {"id", "path"} if shape is not Role else set()
    return [name for name in shape.model_fields if name not in given]


def _shape_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _shape_in(arg))), None)
