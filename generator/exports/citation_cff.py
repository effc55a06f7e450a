"""`CITATION.cff`: how to cite the data set, as forges and programs for references read it."""

import json
from collections.abc import Iterator
from typing import Any

from generator.exports.base import Format
from generator.model.licences import known_licence
from generator.model.output import Output
from generator.model.records import Chronology
from generator.support.cache import Cache

PATH = "data/CITATION.cff"


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield `data/CITATION.cff` (Citation File Format 1.2.0, which is YAML)."""
    settings = chronology.settings
    licence = known_licence(settings.licence)
    changed = chronology.changed.isoformat() if chronology.changed else None
    author = {"name": settings.title, "website": settings.url}
    fields: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "Please cite these data as below.",
        "type": "dataset",
        "title": settings.title,
        "abstract": settings.intro,
        "authors": [{key: value for key, value in author.items() if value}],
        "license": licence.spdx if licence else None,
        "url": settings.url,
        "repository-code": settings.repository.url if settings.repository else None,
        "version": changed,
        "date-released": changed,
    }
    # A value of JSON on one line is a value of YAML.
    lines = [f"{key}: {_value(value)}\n" for key, value in fields.items() if value is not None]
    yield Output(PATH, "".join(lines), chronology.folder)


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


FORMAT = Format(
    "Citation file",
    "How to cite these data, in the Citation File Format that forges and programs for references "
    "read.",
    "application/yaml",
    write,
)
