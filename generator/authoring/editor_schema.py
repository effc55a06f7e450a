"""JSON Schemas of the files in `events/`, for editors: keys with their meaning, words, ids, dates.

Made from the model's own docstrings. What editors show is help, never the last word: the loader and
the rules are stricter. The shapes depend on the model alone; the ids, which change with the data,
stand apart in `ids.json`. Ids of events are in no list: two contributors would be in each other's
way with every event.
"""

import ast
import inspect
import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, cast

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.loading.loader import FACTS, REGISTRIES
from generator.model.records import (
    Account,
    Actor,
    Chronology,
    Event,
    Figure,
    Place,
    Record,
    Role,
    Settings,
)
from generator.model.records import Source as SourceShape
from generator.model.references import known_ids

FOLDER = ".schema"
"""Below the folder of the chronology; the loader reads no folder that begins with a dot."""
IDS = "ids.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LINE = "# yaml-language-server: $schema="
_RECORDS: Mapping[str, type[Record]] = {
    "actors.yml": Actor,
    "places.yml": Place,
    "sources.yml": SourceShape,
}
# What the validators of a record demand of its keys.
_DEMANDS: Mapping[type[Any], JsonSchemaValue] = {
    Account: {"anyOf": [{"required": ["paragraphs"]}, {"required": ["locator"]}]},
    Figure: {
        "anyOf": [{"required": [key]} for key in ("value", "min", "max", "as_said")],
        "allOf": [{"not": {"required": ["value", end]}} for end in ("min", "max")],
    },
    Place: {
        "dependentRequired": {"lat": ["lon"], "lon": ["lat"]},
        "allOf": [{"properties": {"lat": {"minimum": -90, "maximum": 90}}}],
    },
}


def schemas(chronology: Chronology) -> dict[str, str]:
    """All schema files by their names below `FOLDER`: the shapes, and the ids of a chronology."""
    return {**shapes(), IDS: ids(chronology)}


def shapes() -> dict[str, str]:
    """The schema of each kind of file; the same for every chronology."""
    made = {FACTS: _shape(Settings), "event.yml": _shape(Event)}
    for name, record in _RECORDS.items():
        one = _shape(record)
        made[name] = {
            "type": ["object", "null"],
            "description": "An id, a colon, and the record below it.",
            "propertyNames": {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
            "additionalProperties": {k: v for k, v in one.items() if k != "$defs"},
            "$defs": one.get("$defs", {}),
        }
    return {
        name.replace(".yml", ".json"): _written({"$schema": _DIALECT, **schema})
        for name, schema in made.items()
    }


def ids(chronology: Chronology) -> str:
    """The ids of the registries and the vocabularies, as enumerations to refer to."""
    known = {
        target: {"enum": sorted(records)}
        for target, records in known_ids(chronology).items()
        if target != "event"
    }
    labelled = {"anyOf": [{"$ref": "#/$defs/actor"}, {"const": "this"}]}
    return _written({"$schema": _DIALECT, "$defs": {**known, "labelled": labelled}})


def modeline(path: str) -> str:
    """The comment that tells an editor the schema of a file, by its path below the chronology."""
    depth = path.count("/")
    name = path if not depth and path in (FACTS, *REGISTRIES) else "event.yml"
    return f"{_LINE}{'../' * depth}{FOLDER}/{name.replace('.yml', '.json')}"


def is_modeline(line: str) -> bool:
    """Whether a line of a file is such a comment, right or wrong."""
    return line.replace(" ", "").lower().startswith("#yaml-language-server:")


class _ForEditors(GenerateJsonSchema):
    """Says what to write, and leaves out what a key is worth when nobody writes it."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        return made | ({"additionalProperties": False} if "patternProperties" in made else {})

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        shape = schema["cls"]
        made.pop("title", None)
        for given in ("id", "path") if shape is not Role else ():  # by the file, or the place
            made["properties"].pop(given, None)
            made["required"] = [key for key in made.get("required", ()) if key != given]
        for key, text in _meanings(shape).items():
            if key in made["properties"]:
                made["properties"][key] = {"description": text, **made["properties"][key]}
        return made | _DEMANDS.get(shape, {})


def _meanings(shape: type[Record]) -> dict[str, str]:
    """The docstrings under the fields of a record. Read here alone, since all else loads faster
    where pydantic need not look for them."""
    body = [
        line
        for of in reversed(shape.mro())
        if issubclass(of, Record)
        for line in cast(ast.ClassDef, ast.parse(inspect.getsource(of)).body[0]).body
    ]
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def _shape(shape: type[Record]) -> JsonSchemaValue:
    made: JsonSchemaValue = _with_ids(shape.model_json_schema(schema_generator=_ForEditors))
    return made


def _with_ids(value: Any) -> Any:
    """The schema with the lists of ids where a field names records."""
    if isinstance(value, list):
        return [_with_ids(item) for item in value]
    if not isinstance(value, dict):
        return value
    made = {key: _with_ids(item) for key, item in value.items() if key != "x-names"}
    if "x-names" in value:
        made.pop("type", None)
        made["$ref"] = f"{IDS}#/$defs/{value['x-names']}"
    return made


def _written(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
