"""JSON Schemas of the files in `events/`, for editors: keys with their meaning, words, ids, dates.

Made from the model's own docstrings. What editors show is help, never the last word: the loader and
the rules are stricter. The shapes depend on the model alone; the ids, which change with the data,
stand apart in `ids.json`. Ids of events are in no list: two contributors would be in each other's
way with every event.
"""

import json
from collections.abc import Mapping
from typing import Any

from generator.model.layout import (
    ACTORS_FILE,
    PLACES_FILE,
    SCHEMA_FOLDER,
    SETTINGS_FILE,
    SOURCES_FILE,
    registry_of,
)
from generator.model.records import (
    Actor,
    Chronology,
    Event,
    Place,
    Record,
    Settings,
    Source,
    WithheldEvent,
)
from generator.model.references import known_ids
from generator.model.schema import DIALECT, JsonSchema, record_schemas

IDS = "ids.json"
_LINE = "# yaml-language-server: $schema="
_RECORDS: Mapping[str, type[Record]] = {
    ACTORS_FILE: Actor,
    PLACES_FILE: Place,
    SOURCES_FILE: Source,
}


def schemas(chronology: Chronology) -> dict[str, str]:
    """Return all schema files by name: of each kind of file, and the ids of a chronology."""
    return {**shapes(), IDS: ids(chronology)}


def shapes() -> dict[str, str]:
    """Return the schema of each kind of file; the same for every chronology."""
    withheld = {k: v for k, v in _shape(WithheldEvent).items() if k != "additionalProperties"}
    event = _shape(Event)
    event["$defs"] |= withheld.pop("$defs")
    event["properties"] |= withheld["properties"]
    # Of what is withheld, the file need not hold more, and what it holds is not read.
    event["if"], event["then"] = {"required": ["withheld"]}, withheld
    event["else"] = {"required": event.pop("required")}
    schema_of = {SETTINGS_FILE: _shape(Settings), "event.yml": event}
    for name, record in _RECORDS.items():
        shape = _shape(record)
        schema_of[name] = {
            "type": ["object", "null"],
            "description": "An id, a colon, and the record below it.",
            "propertyNames": {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
            "additionalProperties": {k: v for k, v in shape.items() if k != "$defs"},
            "$defs": shape.get("$defs", {}),
        }
    return {
        name.replace(".yml", ".json"): _written({"$schema": DIALECT, **schema})
        for name, schema in schema_of.items()
    }


def ids(chronology: Chronology) -> str:
    """Return the ids of the registries and vocabularies, as enumerations to refer to."""
    known = {
        target: {"enum": sorted(records)}
        for target, records in known_ids(chronology).items()
        if target != "event"
    }
    labelled = {"anyOf": [{"$ref": "#/$defs/actor"}, {"const": "this"}]}
    return _written({"$schema": DIALECT, "$defs": {**known, "labelled": labelled}})


def modeline(path: str) -> str:
    """Return the comment that tells an editor the schema of a file.

    `path` is the file's, below the folder of the chronology.
    """
    depth = path.count("/")
    name = registry_of(path) or (path if path == SETTINGS_FILE else "event.yml")
    return f"{_LINE}{'../' * depth}{SCHEMA_FOLDER}/{name.replace('.yml', '.json')}"


def is_modeline(line: str) -> bool:
    """Return whether a line of a file is such a comment, right or wrong."""
    return line.replace(" ", "").lower().startswith("#yaml-language-server:")


def _shape(record: type[Record]) -> JsonSchema:
    """Return the schema of a record, with those of the records in it below `$defs`."""
    definitions = record_schemas((record,), IDS)
    return {**definitions.pop(record.__name__), "$defs": definitions}


def _written(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
