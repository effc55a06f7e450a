"""Where the files of a chronology lie, relative to its folder."""

import re
from typing import Final

SETTINGS_FILE: Final = "chronology.yml"
"""The site's facts and the vocabularies."""
ACTORS_FILE: Final = "actors.yml"
PLACES_FILE: Final = "places.yml"
SOURCES_FILE: Final = "sources.yml"
REGISTRY_FILES: Final = (ACTORS_FILE, PLACES_FILE, SOURCES_FILE)
"""The files of records that events refer to by their ids.

A registry that is too large for one file goes on in the files of the folder of its name: those of
`sources/` hold sources, as does `sources.yml`, which may be missing then.
"""
TOP_FILES: Final = (SETTINGS_FILE, *REGISTRY_FILES)
"""All YAML files that do not lie in the folder of a year."""
BORDERS_FILE: Final = "borders.geojson"
"""Outlines for the maps."""
SCHEMA_FOLDER: Final = ".schema"
"""What editors read of the shape of the data; the loader skips names that begin with a dot."""


def registry_of(path: str) -> str | None:
    """Return the file of the registry that a file is, or is a part of; None where it is none.

    `path` is below the folder of the chronology: `sources.yml` and `sources/w.yml` are sources.
    """
    folder, slash, name = path.partition("/")
    registry = f"{folder}.yml" if slash else path
    is_part = "/" not in name and name.endswith(".yml") and not name.startswith(".")
    return registry if registry in REGISTRY_FILES and (not slash or is_part) else None


def year_folder(year: int) -> str:
    """Return the folder of the events of a year: `2021`."""
    return f"{year:04}"


def event_file(event_id: str, year: int) -> str:
    """Return the file of an event whose date has its anchor in `year`."""
    return f"{year_folder(year)}/{event_id}.yml"


def year_of_id(event_id: str) -> int | None:
    """Return the year that an event's id begins with; None where it begins with none."""
    year = re.match(r"([0-9]{4})-", event_id)
    return int(year[1]) if year else None


def id_in(path: str) -> str:
    """Return the id that the name of a file gives its event."""
    return path.rpartition("/")[2].removesuffix(".yml")
