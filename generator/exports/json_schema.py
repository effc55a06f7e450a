"""JSON Schema (2020-12) of `chronology.json` and `event.json`, from the docstrings of the model."""

import json
from collections.abc import Iterator

from generator.analysis.verdicts import KINDS, VERDICTS
from generator.exports import quote_selectors
from generator.exports.base import Format
from generator.exports.columns import fields_of, singular
from generator.exports.json_records import EVENT_KEYS, FORMAT_VERSION, NOT_PUBLISHED, VOCABULARIES
from generator.model.output import Output
from generator.model.permalinks import site_url
from generator.model.records import (
    Actor,
    Chronology,
    Event,
    Figure,
    Place,
    Role,
    Settings,
    Source,
    WithheldEvent,
)
from generator.model.schema import DAY, DIALECT, TEXT, JsonSchema, record_schemas
from generator.support.cache import Cache

PATH = "data/chronology.schema.json"
_COMPUTED: dict[str, JsonSchema] = {
    "url": TEXT | {"description": "The address of the event's page."},
    "date_text": TEXT | {"description": "The date in English, with every doubt."},
    "earliest": DAY | {"description": "The first possible day; absent at an open start."},
    "latest": DAY | {"description": "The last possible day; absent at an open end."},
    "anchor": DAY | {"description": "The day that gives the event its place in the order."},
    "differences": {
        "type": "array",
        "description": "Where accounts do not say the same, as the generator finds it.",
        "items": {
            "type": "object",
            "required": ["kind", "verdict", "on", "accounts"],
            "additionalProperties": False,
            "properties": {
                "kind": {"enum": list(KINDS)},
                "verdict": {"enum": list(VERDICTS)},
                "on": TEXT,
                "accounts": {"type": "array", "items": TEXT},
            },
        },
    },
}


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """`data/chronology.schema.json`; an event alone is its `#/$defs/Event`."""

    def content() -> str:
        return f"{json.dumps(schema(chronology), ensure_ascii=False, indent=1)}\n"

    yield Output(PATH, content, chronology.folder)


def schema(chronology: Chronology) -> JsonSchema:
    """Return the schema as plain data; of vocabularies, it knows the ids of the chronology."""
    settings = chronology.settings
    definitions = record_schemas((Event, Actor, Place, Source, WithheldEvent, Settings))
    for registry in (Actor, Place, Source):
        definition = definitions[registry.__name__]
        definition["properties"] = {
            k: v for k, v in definition["properties"].items() if k not in NOT_PUBLISHED
        }
        definition["required"] = [key for key in definition["required"] if key not in NOT_PUBLISHED]
    for record in (Event, Role, Figure):
        for name, field, _ in fields_of(record):
            if (field.refers_to or "").endswith("_terms"):
                ids = list(getattr(settings, f"{singular(field.refers_to)}s"))
                definitions[record.__name__]["properties"][name]["enum"] = ids
    definitions["Figure"]["properties"]["unit"] = TEXT | {"description": "What it is a number of."}
    definitions["Account"]["properties"]["quotes"] = quote_selectors.SCHEMA
    event = definitions["Event"]
    known = {**event["properties"], **_COMPUTED}
    event["properties"] = {"format": _FORMAT, **{key: known[key] for key in EVENT_KEYS}}
    event["required"] = [key for key in event["required"] if key in EVENT_KEYS]
    event["required"] += ["url", "date_text", "anchor"]
    facts = definitions.pop("Settings")
    withheld = definitions["WithheldEvent"]
    del withheld["properties"]["path"]
    withheld["properties"] |= {"format": _FORMAT, "url": _COMPUTED["url"]}
    withheld["required"] = ["id", "url", "withheld"]
    lists = {"events": "Event", "actors": "Actor", "places": "Place", "sources": "Source"}
    for name in VOCABULARIES:
        term = _ref_of(facts["properties"].pop(name))
        lists[name] = term
        definitions[term]["properties"]["id"] = TEXT | {"description": "By which others name it."}
    counts = {key: {"type": "integer"} for key in ("events", "accounts", "sources")}
    identified = {"$id": site_url(chronology, PATH)} if settings.url else {}
    return {
        "$schema": DIALECT,
        **identified,
        "title": "A chronology of contested events",
        "type": "object",
        "required": ["format", "title", "counts", *lists],
        "additionalProperties": False,
        "properties": {
            "format": _FORMAT,
            **facts["properties"],
            "counts": {
                "type": "object",
                "description": "How many of each there are.",
                "properties": counts,
                "required": list(counts),
            },
            **{
                key: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
                for key, name in (lists | {"withheld": "WithheldEvent"}).items()
            },
        },
        "$defs": definitions,
    }


_FORMAT = {"const": FORMAT_VERSION, "description": "The version of this shape."}


def _ref_of(vocabulary: JsonSchema) -> str:
    """Return the name of the record that the terms of a vocabulary are."""
    schemas = vocabulary.get("patternProperties", {}).values()
    [terms] = schemas or [vocabulary["additionalProperties"]]
    return str(terms["$ref"]).rpartition("/")[2]


FORMAT = Format(
    "JSON Schema",
    "The shape of the JSON files, with what each key means.",
    "application/json",
    write,
)
