"""One SQLite database with full-text search, which Datasette opens as it is.

The tables of `tables.py` with keys that a program can follow, and views with plain names. Same
input, same bytes: a fixed page size, ordered inserts, no time stamp.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Any

from generator.exports.base import Format
from generator.exports.sqlite_views import SEARCHED, VIEWS
from generator.exports.table import Row, Table
from generator.exports.tables import BY_NAME, TABLES, table_rows
from generator.model.licences import known_licence
from generator.model.output import Output
from generator.model.records import Chronology
from generator.support.cache import Cache

PATH = "data/chronology.sqlite"
METADATA = "data/metadata.json"
_IN_MEMORY = "file:chronology?vfs=memdb"
"""A file in memory, of this connection alone; of `:memory:`, SQLite would make two copies more."""
_CELLS_AT_ONCE = 1_000
"""As many as one statement inserts: to begin one for each row takes longer, and Python waits for
SQLite, or SQLite for Python, as often as one begins. With more, a small table takes longer."""
_TYPES = {"integer": "INTEGER", "decimal": "NUMERIC"}  # which leaves 12 a 12, not 12.0
_LEFT_OUT = ("figures_in_full",)
"""Tables that a view gives: `figures_by_speaker` has what they have."""
STORED: tuple[Table, ...] = tuple(table for table in TABLES if table.name not in _LEFT_OUT)
_FACETS = {
    "events": ["kind", "status", "precision", "actors", "places"],
    "accounts": ["source", "according_to"],
    "figures": ["measure", "of", "qualifier", "unit"],
    "roles": ["actor", "role"],
    "event_places": ["place"],
    "labels": ["actor", "label"],
    "differences": ["kind", "verdict"],
    "corrections": ["event"],
    "sources": ["outlet", "language"],
    "accounts_side_by_side": ["speaker", "outlet"],
    "figures_by_speaker": ["speaker", "measure"],
}
_SORTS = {"events": "anchor", "sources": "published_earliest"}


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield `data/chronology.sqlite`, and `data/metadata.json` that tells Datasette of it."""
    yield Output(PATH, partial(database, chronology, cache), chronology.folder)
    metadata = json.dumps(_metadata(chronology), ensure_ascii=False, indent=1)
    yield Output(METADATA, f"{metadata}\n", chronology.folder)


def database(chronology: Chronology, cache: Cache) -> bytes:
    """Return the bytes of the database file."""
    connection = sqlite3.connect(_IN_MEMORY, uri=True)
    try:
        connection.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;")
        rows = table_rows(chronology, cache)
        for table in STORED:
            connection.execute(_create(table))
            _insert(connection, table, rows[table.name])
        # Commits what was inserted. No VACUUM: nothing was deleted but pieces of an index.
        connection.executescript(";\n".join([*_indexes(), *_searches(), *_views(), ""]))
        return connection.serialize()
    finally:
        connection.close()


def _create(table: Table) -> str:
    """Return what creates an empty table with its keys."""
    parts = [f'"{column.name}" {_TYPES.get(column.datatype, "TEXT")}' for column in table.columns]
    if table.key:
        parts.append(f"PRIMARY KEY ({_names(table.key)})")
    parts += [
        f"FOREIGN KEY ({_names(columns)}) REFERENCES {name} ({_names(BY_NAME[name].key)})"
        for columns, name in table.foreign.items()
    ]
    return f"CREATE TABLE {table.name} ({', '.join(parts)})"


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _insert(connection: sqlite3.Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert the rows, without columns that are empty in all of them: to bind None is slow."""
    width = range(len(table.columns))
    used = [n for n in width if n < 2 or any(row[n] is not None for row in rows)]
    names, one = _names(table.columns[n].name for n in used), f"({','.join('?' * len(used))})"
    many = _CELLS_AT_ONCE // len(used)
    whole = len(rows) - len(rows) % many
    for part, at_once in ((rows[:whole], many), (rows[whole:], 1)):
        cells = chain.from_iterable(map(itemgetter(*used), part))
        query = f"INSERT INTO {table.name} ({names}) VALUES {','.join([one] * at_once)}"
        connection.executemany(query, zip(*[cells] * (len(used) * at_once), strict=True))


def _indexes() -> Iterator[str]:
    """Yield an index for what long tables name, so that its page finds them."""
    for table in STORED:
        for columns in table.foreign:
            if len(columns) == 1 and table.key[:1] != columns and table.name != "codebook":
                yield f"CREATE INDEX {table.name}_{columns[0]} ON {table.name} ({_names(columns)})"


def _searches() -> Iterator[str]:
    for table, columns in SEARCHED.items():
        fts = f"{table}_fts"
        yield f'CREATE VIRTUAL TABLE {fts} USING fts5({", ".join(columns)}, content="{table}")'
        yield f"INSERT INTO {fts}({fts}) VALUES ('rebuild')"


def _views() -> Iterator[str]:
    return (f"CREATE VIEW {name} AS {query}" for name, (_, query) in VIEWS.items())


def _metadata(chronology: Chronology) -> dict[str, Any]:
    """Return what Datasette reads by `datasette chronology.sqlite -m metadata.json`."""
    settings = chronology.settings
    head = {
        "title": settings.title,
        "description": settings.intro,
        "license": settings.licence,
        "license_url": licence.url if (licence := known_licence(settings.licence)) else None,
        "source": settings.title,
        "source_url": settings.url,
    }
    head = {key: value for key, value in head.items() if value}
    tables: dict[str, Any] = {}
    for table in STORED:
        columns = {column.name: column.about for column in table.columns}
        tables[table.name] = {"description": table.about, "columns": columns}
    for name, (about, _) in VIEWS.items():
        tables[name] = {"description": about}
    for name in SEARCHED:
        tables[name]["fts_table"] = f"{name}_fts"
    for name, facets in _FACETS.items():
        lists = (
            {c.name for c in BY_NAME[name].columns if c.datatype == "json"}
            if name in BY_NAME
            else ()
        )
        tables[name]["facets"] = [{"array": facet} if facet in lists else facet for facet in facets]
    for name, column in _SORTS.items():
        tables[name]["sort"] = column
    return {**head, "databases": {"chronology": {**head, "tables": tables}}}


FORMAT = Format(
    "SQLite",
    "A database that answers who says what of whom by itself, with full-text search; Datasette "
    "serves it as it is: datasette chronology.sqlite -m metadata.json.",
    "application/vnd.sqlite3",
    write,
    other_media_types={".json": "application/json"},
)
