"""JSON Schema (2020-12) of `chronology.json` and `event.json`, from the docstrings of the model."""

import json
import types
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal, Union, get_args, get_origin

from generator.exports.base import Format
from generator.exports.json_records import EVENT_KEYS
from generator.model.dates import Date
from generator.model.output import Output
from generator.model.permalinks import site_url
from generator.model.records import Actor, Chronology, Event, Place, Record, Source
from generator.support.cache import Cache

PATH = "data/chronology.schema.json"
_TEXT: dict[str, Any] = {"type": "string"}
_DAY: dict[str, Any] = {"type": "string", "format": "date"}
_COMPUTED: dict[str, dict[str, Any]] = {
    "url": _TEXT | {"description": "The address of the event's page."},
    "date_text": _TEXT | {"description": "The date in English, with every doubt."},
    "earliest": _DAY | {"description": "The first possible day; absent at an open start."},
    "latest": _DAY | {"description": "The last possible day; absent at an open end."},
    "anchor": _DAY | {"description": "The day that gives the event its place in the order."},
    "differences": {
        "type": "array",
        "description": "Where accounts do not say the same, as the generator finds it.",
        "items": {
            "type": "object",
            "required": ["kind", "verdict", "on", "accounts"],
            "additionalProperties": False,
            "properties": {
                "kind": {"enum": ["figures", "dates", "labels", "actors"]},
                "verdict": {"enum": ["same", "differs", "later count", "counts others"]},
                "on": _TEXT,
                "accounts": {"type": "array", "items": _TEXT},
            },
        },
    },
}


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """`data/chronology.schema.json`; an event alone is its `#/$defs/Event`."""
    text = json.dumps(schema(chronology), ensure_ascii=False, indent=1)
    yield Output(PATH, f"{text}\n", chronology.folder)


def schema(chronology: Chronology) -> dict[str, Any]:
    """The schema as plain data."""
    definitions: dict[str, Any] = {}
    for shape in (Event, Actor, Place, Source):
        _of_shape(shape, definitions)
    event = definitions["Event"]
    known = {**event["properties"], **_COMPUTED}
    event["properties"] = {key: known[key] for key in EVENT_KEYS}
    event["required"] = [key for key in event["required"] if key in EVENT_KEYS] + [
        "url",
        "date_text",
    ]
    event["required"] += ["anchor"]
    lists = {"events": "Event", "actors": "Actor", "places": "Place", "sources": "Source"}
    counts = {key: {"type": "integer"} for key in ("events", "accounts", "sources")}
    identified = {"$id": site_url(chronology, PATH)} if chronology.settings.url else {}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **identified,
        "title": "A chronology of contested events",
        "type": "object",
        "required": ["title", "counts", *lists],
        "additionalProperties": False,
        "properties": {
            "title": _TEXT,
            "licence": _TEXT,
            "counts": {"type": "object", "properties": counts, "required": list(counts)},
            **{
                key: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
                for key, name in lists.items()
            },
        },
        "$defs": definitions,
    }


def _of_shape(shape: type[Record], definitions: dict[str, Any]) -> dict[str, Any]:
    """A reference to the definition of a shape, which is made where it is missing."""
    name = shape.__name__
    if name not in definitions:
        definitions[name] = {}
        properties = {}
        for key, field in shape.model_fields.items():
            described = {"description": field.description} if field.description else {}
            properties[key] = {**_of(field.annotation, definitions), **described}
        definitions[name] = {
            "description": (shape.__doc__ or "").strip(),
            "type": "object",
            "required": [key for key, field in shape.model_fields.items() if field.is_required()],
            "additionalProperties": False,
            "properties": properties,
        }
    return {"$ref": f"#/$defs/{name}"}


def _of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """What a field's annotation is in JSON."""
    if hasattr(kind, "__metadata__"):  # Annotated, with its reader
        kind = get_args(kind)[0]
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        found = [_of(part, definitions) for part in inner if part is not type(None)]
        if found in ([{"type": "integer"}, {"type": "number"}], [{"type": "number"}]):
            return {"type": "number"}
        return found[0]
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _of(inner[0], definitions)}
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": _of(inner[1], definitions)}
    if isinstance(kind, type) and issubclass(kind, Record):
        return _of_shape(kind, definitions)
    if kind is Date:
        return _TEXT | {"description": "EDTF, as in the YAML."}
    names = {str: _TEXT, int: {"type": "integer"}, float: {"type": "number"}, date: _DAY}
    return dict(names.get(kind, {"type": "boolean"}))


FORMAT = Format(
    "JSON Schema",
    "The shape of the JSON files, with what each key means.",
    "application/json",
    write,
)
