"""A project in which one text stands in every text field of every record of the model."""

import json
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator.model.layout import ACTORS_FILE, PLACES_FILE, SETTINGS_FILE, SOURCES_FILE
from generator.model.records import Account, Actor, Event, Figure, Place, Record, Settings, Source
from generator.model.scalars import Voice
from tests.support.crowded_files import Plain, sound_value
from tests.support.projects import WriteProject

LEFT_OUT: Mapping[type[Record], frozenset[str]] = {
    Event: frozenset({"draft", "withheld", "part_of", "follows", "status"}),
    Account: frozenset({"responds_to", "paragraphs", "date", "id", "added", "gloss"}),
    Figure: frozenset({"value"}),
    Actor: frozenset({"part_of", "draft"}),
    Place: frozenset({"within", "country", "draft"}),
    Source: frozenset({"text", "unused", "left_out", "draft"}),
    Settings: frozenset({"format", "tag", "languages", "language", "timezone", "loaded"}),
}
"""Fields that say which page is shown, or that need other records."""


def write_one_word(write_project: WriteProject, word: str, mkdocs: str) -> Path:
    """Write a project whose every text is this word, and return its folder."""
    event = full_record(Event, word) | {"title": f"{word} 1"}
    other = event | {"title": f"{word} 2", "date": "2021-05-03"}
    vocabularies = {
        "kinds": "works", "roles": "opens", "measures": "injured", "populations": "residents",
    }  # fmt: skip
    settings = full_record(Settings, word)
    for vocabulary, id in vocabularies.items():
        settings[vocabulary] = {id: next(iter(settings[vocabulary].values()))}
    files = {
        f"events/{SETTINGS_FILE}": settings,
        f"events/{ACTORS_FILE}": {"tolland": full_record(Actor, word)},
        f"events/{PLACES_FILE}": {"river-bend": full_record(Place, word)},
        f"events/{SOURCES_FILE}": {"gazette-2021-05-05": full_record(Source, word)},
        "events/2021/2021-05-04-one.yml": event,
        "events/2021/2021-05-03-two.yml": other,
    }
    texts = {path: json.dumps(data, ensure_ascii=False) for path, data in files.items()}
    return write_project({"mkdocs.yml": mkdocs, "docs/about.md": "# About\n", **texts})


def full_record(record: type[Record], word: str) -> dict[str, Plain]:
    """Return a record with all its fields, each text the word."""
    hints = get_type_hints(record, include_extras=True)
    names = [
        name
        for name in record.model_fields
        if name not in record.loader_fields | LEFT_OUT.get(record, frozenset())
    ]
    return {name: _value(hints[name], word) for name in names}


def _value(annotation: Any, word: str) -> Plain:
    args = get_args(annotation)
    if get_origin(annotation) is Annotated:
        if any(isinstance(part, Voice) for part in args[1:]) and args[0] is str:
            return word
        return sound_value(annotation)
    if get_origin(annotation) in (Union, types.UnionType):
        return _value(args[0], word)
    if get_origin(annotation) is tuple:
        return [_value(args[0], word)]
    if get_origin(annotation) is dict:
        return {sound_value(args[0]): _value(args[1], word)}
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return full_record(annotation, word)
    return sound_value(annotation)
