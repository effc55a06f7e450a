"""Records as plain data, and plain data as JSON of which changes can be read line by line."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Any

import pydantic_core
from pydantic import BaseModel

from generator.model.dates import Date
from generator.model.records import Event


class Json(str):
    """Text that is JSON already."""

    __slots__ = ()


FORMAT_VERSION = 2
"""Of the shape of the JSON files: raised where a reader of the older shape would go wrong."""
VOCABULARIES = ("kinds", "roles", "measures", "populations")
"""The lists of `chronology.json` that come from chronology.yml."""
NOT_PUBLISHED = frozenset(("path", "draft"))
"""Fields of records that are for curators alone: where a file lies, and that it is unfinished."""
_COMPUTED_AFTER = {
    "id": ("url",),
    "date": ("date_text", "earliest", "latest", "anchor"),
    "accounts": ("differences",),
}
EVENT_KEYS = tuple(
    key
    for field in Event.model_fields
    if field not in NOT_PUBLISHED
    for key in (field, *_COMPUTED_AFTER.get(field, ()))
)
"""The keys of a published event: those of the model, each with what is computed from it behind."""

_NUMBERS = frozenset((int, float))
_JSON = pydantic_core.to_json  # a third of the time that `json` takes


def record_to_plain(value: BaseModel) -> dict[str, Any]:
    """Return a record as plain data, keys in the order of the model, without what is absent."""
    return {
        key: item if type(item) is str else _MAKERS[type(item)](item)
        for key, item in value.__dict__.items()
        if item is not None and (item or type(item) in _NUMBERS) and key not in NOT_PUBLISHED
    }


def without_empty(values: Mapping[Any, Any]) -> dict[str, Any]:
    """Return plain data without what is absent, false or empty; a figure of 0 is a figure."""
    return {
        str(key): value if type(value) is str else _MAKERS[type(value)](value)
        for key, value in values.items()
        if value or type(value) in _NUMBERS
    }


def _to_list(values: Iterable[Any]) -> list[Any]:
    """Return the values of a list as plain data: dates in EDTF, days as ISO 8601."""
    return [value if type(value) is str else _MAKERS[type(value)](value) for value in values]


class _Makers(dict[type, Callable[[Any], Any]]):
    """What makes plain data of a value, by its type; found out when it is first met."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        self[kind] = maker = _maker(kind)
        return maker


_MAKERS = _Makers()


def _maker(kind: type) -> Callable[[Any], Any]:
    if issubclass(kind, BaseModel):
        return record_to_plain
    if issubclass(kind, Mapping):
        return without_empty
    if issubclass(kind, tuple | list):
        return _to_list
    if issubclass(kind, Date):
        return attrgetter("text")
    return date.isoformat if issubclass(kind, date) else lambda value: value


def to_json(value: Any) -> str:
    """Return plain data as JSON on one line, without spaces."""
    return _JSON(value).decode()


def json_line(item: Mapping[str, Any]) -> Json:
    """Return one record of a list as JSON on one line, as `json_document` writes it."""
    return Json(to_json(item))


def json_document(document: Mapping[str, Any]) -> Json:
    """Return JSON with a line for each key and for each record in a list. Keys are plain words."""
    lines = [f' "{key}": {_encoded(value)}' for key, value in document.items()]
    return Json("{\n" + ",\n".join(lines) + "\n}")


def _encoded(value: Any) -> str:
    """Return a value as JSON, the records of a list on lines of their own."""
    if not (isinstance(value, list) and value and isinstance(value[0], dict | Json)):
        return to_json(value)
    items = value if isinstance(value[0], Json) else map(to_json, value)
    return "[\n  " + ",\n  ".join(items) + "\n ]"
