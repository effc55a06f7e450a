"""What the CSV files are, for programs: a table group of CSVW, and a data package.

Both say the same of each column: its datatype, its meaning, which rows of other tables it names.
"""

import re
from typing import Any

from generator.exports.columns import Column, Datatype
from generator.exports.table import Table
from generator.exports.tables import BY_NAME, TABLES
from generator.model.licences import known_licence
from generator.model.records import Chronology

_PACKAGE_TYPES: dict[Datatype, dict[str, str]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "decimal": {"type": "number"},
    "date": {"type": "date"},
    "boolean": {"type": "boolean"},
    "anyURI": {"type": "string"},
    "json": {"type": "array"},
}


def csvw(chronology: Chronology) -> dict[str, Any]:
    """Return the description of all tables by the W3C's metadata for tables.

    It tells the references of columns that always hold one: to CSVW, an empty cell names no row.
    """
    settings = chronology.settings
    about = {"dc:title": settings.title, "dc:license": settings.licence}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        **{key: value for key, value in about.items() if value},
        "tables": [
            {
                "url": _file(table.name),
                "dc:description": table.about,
                "tableSchema": {
                    "columns": [_csvw_column(column) for column in table.columns],
                    **({"primaryKey": list(table.key)} if table.key else {}),
                    "foreignKeys": [
                        {
                            "columnReference": list(columns),
                            "reference": {
                                "resource": _file(name),
                                "columnReference": list(BY_NAME[name].key),
                            },
                        }
                        for columns, name in table.foreign.items()
                        if all(column.is_required for column in table.columns_of(columns))
                    ],
                },
            }
            for table in TABLES
        ],
    }


def _csvw_column(column: Column) -> dict[str, Any]:
    datatype: Any = column.datatype
    if column.values:
        datatype = {"base": "string", "format": "|".join(map(re.escape, column.values))}
    return {
        "name": column.name,
        "titles": column.name,
        "datatype": datatype,
        "dc:description": column.about,
        **({"required": True} if column.is_required else {}),
    }


def data_package(chronology: Chronology) -> dict[str, Any]:
    """Return the description of all tables by the Data Package standard."""
    settings = chronology.settings
    return {
        "profile": "tabular-data-package",
        "name": "chronology",
        "title": settings.title,
        **({"description": settings.intro} if settings.intro else {}),
        **({"homepage": settings.url} if settings.url else {}),
        **({"licenses": [_licence(settings.licence)]} if settings.licence else {}),
        "resources": [_resource(table) for table in TABLES],
    }


def _licence(name: str) -> dict[str, str]:
    known = known_licence(name)
    return {"name": known.spdx, "path": known.url, "title": name} if known else {"title": name}


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": _file(table.name),
        "profile": "tabular-data-resource",
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            **({"primaryKey": list(table.key)} if table.key else {}),
            "foreignKeys": [
                {
                    "fields": list(columns),
                    # Its own name is empty, says the standard.
                    "reference": {
                        "resource": "" if name == table.name else name,
                        "fields": list(BY_NAME[name].key),
                    },
                }
                for columns, name in table.foreign.items()
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.is_required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    return {
        "name": column.name,
        **_PACKAGE_TYPES[column.datatype],
        "description": column.about,
        **({"constraints": constraints} if constraints else {}),
    }


def _file(table: str) -> str:
    return f"{table}.csv"
