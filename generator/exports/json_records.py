"""Records as plain data, and plain data as JSON of which changes can be read line by line."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

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
NOT_PUBLISHED = ("path", "draft")
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

_JSON = json.JSONEncoder(ensure_ascii=False)
_ATOMS = frozenset((str, int, float))


def record_to_plain(value: BaseModel) -> dict[str, Any]:
    """Return a record as plain data, keys in the order of the model, without what is absent."""
    return without_empty({k: v for k, v in value.__dict__.items() if k not in NOT_PUBLISHED})


def without_empty(values: Mapping[Any, Any]) -> dict[str, Any]:
    """Return plain data without what is absent, false or empty; a figure of 0 is a figure."""
    return {
        str(key): to_plain(value)
        for key, value in values.items()
        if value or (value == 0 and value is not False)
    }


def to_plain(value: Any) -> Any:
    """Return any value of a record as plain data: dates in EDTF, days as ISO 8601."""
    kind = type(value)
    if kind in _ATOMS:
        return value
    if kind is tuple or kind is list:
        return [to_plain(item) for item in value]
    if kind is Date:
        return value.text
    if isinstance(value, BaseModel):
        return record_to_plain(value)
    if isinstance(value, Mapping):
        return without_empty(value)
    return value.isoformat() if isinstance(value, date) else value


def json_line(item: Mapping[str, Any]) -> Json:
    """Return one record of a list as JSON on one line, as `json_document` writes it."""
    return Json(_JSON.encode(item))


def json_document(document: Mapping[str, Any]) -> Json:
    """Return JSON with a line for each key and for each record in a list. Keys are plain words."""
    lines = [f' "{key}": {_encoded(value)}' for key, value in document.items()]
    return Json("{\n" + ",\n".join(lines) + "\n}")


def _encoded(value: Any) -> str:
    """Return a value as JSON, the records of a list on lines of their own."""
    if not (isinstance(value, list) and value and isinstance(value[0], dict | Json)):
        return _JSON.encode(value)
    items = [item if isinstance(item, Json) else json_line(item) for item in value]
    return "[\n  " + ",\n  ".join(items) + "\n ]"
