"""JSON Schema (2020-12) of records, with the docstrings of their fields as descriptions.

Two kinds of schema come from one walk over the model: of the data as we publish it, and of the data
as people write it, which editors read.
"""

import ast
import inspect
import sys
import types
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import WithJsonSchema

from generator.model.dates import Date
from generator.model.dates.edtf import EDTF_PATTERN
from generator.model.records import Account, Figure, Place, Record

JsonSchema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT: JsonSchema = {"type": "string"}
_LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_NO_DAY = (
    "(?:^|[^0-9])(?:0000|[0-9]{4}-(?:00|1[3-9]|[2-9][0-9])|[0-9]{4}-[0-9]{2}-(?:00|3[2-9]|[4-9][0-9])"
    f"|[0-9]{{4}}-(?:(?:0[469]|11)-31|02-3[0-9])|(?!{_LEAP})[0-9]{{4}}-02-29)"
)
"""A month or a day that no calendar has, anywhere in a date."""
DAY: JsonSchema = {
    "type": "string",
    "format": "date",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "not": {"pattern": _NO_DAY},
}
_SCALARS: Mapping[Any, JsonSchema] = {
    str: TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: DAY,
    Date: {"type": "string", "pattern": EDTF_PATTERN, "not": {"pattern": _NO_DAY}},
}
# What the validators of a record demand of its keys.
_DEMANDS: Mapping[type[Record], JsonSchema] = {
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


def record_schemas(
    records: Iterable[type[Record]], ids: str | None = None
) -> dict[str, JsonSchema]:
    """Return the schemas of the records, and of all records in them, by the names of classes.

    They refer to each other below `#/$defs/`. Without `ids` they describe published data. With it,
    the address of a schema that has a list of ids for each kind of record, they describe YAML: the
    forms of values as people write them, without the keys that the loader gives.
    """
    schemas: dict[str, JsonSchema] = {}
    for record in records:
        _add_record(record, ids, schemas)
    return schemas


def field_docs(record: type[Record]) -> dict[str, str]:
    """Return the docstrings under the fields of a record and of those that it is made from.

    They are read from the source, since all else loads faster where pydantic need not look for
    them (`use_attribute_docstrings`).
    """
    docs: dict[str, str] = {}
    for base in reversed(record.mro()):
        if issubclass(base, Record):
            for field, text in pairwise(_classes(base.__module__)[base.__name__].body):
                match field, text:
                    case (
                        ast.AnnAssign(target=ast.Name(id=name)),
                        ast.Expr(value=ast.Constant(value=str(doc))),
                    ):
                        docs[name] = inspect.cleandoc(doc)
    described = {name: field.description for name, field in record.model_fields.items()}
    known = {name: docs.get(name) or described[name] for name in record.model_fields}
    return {name: doc for name, doc in known.items() if doc}


@cache
def _classes(module: str) -> dict[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def _add_record(record: type[Record], ids: str | None, schemas: dict[str, JsonSchema]) -> None:
    """Add the schema of a record, and of each record in it, unless it is there."""
    name = record.__name__
    if name in schemas:
        return
    schemas[name] = {}  # so that a record in itself ends the walk
    hints, docs = get_type_hints(record, include_extras=True), field_docs(record)
    properties: dict[str, JsonSchema] = {}
    required = []
    for key, field in record.model_fields.items():
        if ids is not None and key in record.loader_fields:
            continue
        described = {"description": docs[key]} if key in docs else {}
        properties[key] = {**_schema_of(hints[key], ids, schemas), **described}
        for limit in field.metadata:
            if least := getattr(limit, "min_length", None):
                properties[key]["minItems"] = least
        if field.is_required() and (ids is None or key not in record.derived_fields):
            required.append(key)
    schemas[name] = {
        "description": inspect.cleandoc(record.__doc__ or ""),
        "type": "object",
        "required": required,
        "additionalProperties": False,
        "properties": properties,
        **_DEMANDS.get(record, {}),
    }


def _schema_of(annotation: Any, ids: str | None, schemas: dict[str, JsonSchema]) -> JsonSchema:
    """Return what the value of a field may be."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        written = None if ids is None else _written(annotation.__metadata__, ids)
        if written and "x-or" in written:
            return {"anyOf": [written["x-or"], _schema_of(inner[0], ids, schemas)]}
        return written or _schema_of(inner[0], ids, schemas)
    if origin in (Union, types.UnionType):
        parts = [_schema_of(part, ids, schemas) for part in inner if part is not types.NoneType]
        return parts[-1]  # of whole numbers and others, the wider one
    if origin is Literal:
        return {"type": "string", "enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _schema_of(inner[0], ids, schemas)}
    if origin is dict:
        return {"type": "object", **_entries(inner[0], inner[1], ids, schemas)}
    if isinstance(annotation, type) and issubclass(annotation, Record):
        _add_record(annotation, ids, schemas)
        return {"$ref": f"#/$defs/{annotation.__name__}"}
    return dict(_SCALARS[annotation])


def _entries(key: Any, value: Any, ids: str | None, schemas: dict[str, JsonSchema]) -> JsonSchema:
    """Return what the keys and values of a mapping may be; published ones are known to be right."""
    keys, values = _schema_of(key, ids, schemas), _schema_of(value, ids, schemas)
    if "pattern" in keys:
        return {"additionalProperties": False, "patternProperties": {keys["pattern"]: values}}
    if "$ref" in keys:
        return {"additionalProperties": values, "propertyNames": keys}
    return {"additionalProperties": values}


def _written(metadata: Iterable[object], ids: str) -> JsonSchema | None:
    """Return what the type of a value says of its form in YAML, the last word first."""
    schema: JsonSchema = {}
    for part in metadata:
        if isinstance(part, WithJsonSchema):
            schema = dict(part.json_schema or {})
    if "x-names" in schema:
        return {"$ref": f"{ids}#/$defs/{schema['x-names']}"}
    return schema or None
