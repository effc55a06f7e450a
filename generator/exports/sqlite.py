"""One SQLite database with full-text search, which Datasette opens as it is.

The tables of `tables.py`, who and where as tables of their own, corrections, and views by year and
by month. Same input, same bytes: a fixed page size, ordered inserts, no time stamp.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from generator.exports.base import Format
from generator.exports.columns import Column, field_columns
from generator.exports.table_rows import EVENTS, TABLES, Row, Table
from generator.model.output import Output
from generator.model.records import Chronology, Correction
from generator.support.cache import Cache

PATH = "data/chronology.sqlite"
METADATA = "data/metadata.json"
_TYPES = {"integer": "INTEGER", "decimal": "NUMERIC"}  # which leaves 12 a 12, not 12.0
_KEYS = {table.name: table.key for table in TABLES}
_TABLES_OF_THEIR_OWN = ("actors", "places")
_EVENT_COLUMNS = (
    Column("anchor", "date", lambda chronology, event: event.date.anchor),
    Column("precision", "string", lambda chronology, event: event.date.precision),
)
_CORRECTION_COLUMNS = tuple(field_columns(Correction))
_SCHEMA = """
CREATE TABLE event_actors (event TEXT REFERENCES events(id), account TEXT,
  actor TEXT REFERENCES actors(id), role TEXT);
CREATE TABLE event_places (event TEXT REFERENCES events(id), place TEXT REFERENCES places(id));
CREATE TABLE corrections (event TEXT REFERENCES events(id), {corrections});
CREATE VIEW events_by_year AS
  SELECT substr(anchor, 1, 4) AS year, count(*) AS events FROM events GROUP BY year;
CREATE VIEW events_by_month AS
  SELECT substr(anchor, 1, 7) AS month, count(*) AS events FROM events
  WHERE precision <> 'year' GROUP BY month;
"""
_INDEXES = """
CREATE INDEX event_actors_actor ON event_actors(actor);
CREATE INDEX event_places_place ON event_places(place);
CREATE VIRTUAL TABLE events_fts USING fts5(title, summary, content="events");
INSERT INTO events_fts(events_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE accounts_fts USING fts5(says, content="accounts");
INSERT INTO accounts_fts(accounts_fts) VALUES ('rebuild');
"""


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield `data/chronology.sqlite`, and `data/metadata.json` that tells Datasette of it."""
    yield Output(PATH, database(chronology, cache), chronology.folder)
    metadata = json.dumps(_metadata(chronology), ensure_ascii=False, indent=1)
    yield Output(METADATA, f"{metadata}\n", chronology.folder)


def database(chronology: Chronology, cache: Cache) -> bytes:
    """Return the bytes of the database file."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("PRAGMA page_size = 4096")
        for table in TABLES:
            columns = _columns(table)
            _create(connection, table, columns)
            rows = table.rows(chronology, cache)
            rows = _event_rows(chronology, rows) if table is EVENTS else rows
            _insert(connection, table.name, len(columns), rows)
        corrections_sql = ", ".join(_typed(_CORRECTION_COLUMNS))
        connection.executescript(_SCHEMA.format(corrections=corrections_sql))
        _insert(connection, "event_actors", 4, _actors(chronology))
        places = ((e.id, place) for e in chronology.events for place in dict.fromkeys(e.places))
        _insert(connection, "event_places", 2, places)
        corrections = (
            [event.id, *(column.value(correction) for column in _CORRECTION_COLUMNS)]
            for event in chronology.events
            for correction in event.corrections
        )
        _insert(connection, "corrections", 1 + len(_CORRECTION_COLUMNS), corrections)
        # Commits what was inserted.
        connection.executescript(f"{_INDEXES} VACUUM;")
        return connection.serialize()
    finally:
        connection.close()


def _create(connection: sqlite3.Connection, table: Table, columns: Iterable[Column]) -> None:
    """Create an empty table with its keys."""
    keys = [f"PRIMARY KEY ({', '.join(table.key)})"]
    keys += [
        f"FOREIGN KEY ({', '.join(names)}) REFERENCES {target} ({', '.join(_KEYS[target])})"
        for names, target in table.foreign.items()
    ]
    connection.execute(f"CREATE TABLE {table.name} ({', '.join([*_typed(columns), *keys])})")


def _typed(columns: Iterable[Column]) -> list[str]:
    """Return each column with its type, as SQL."""
    return [f'"{column.name}" {_type(column)}' for column in columns]


def _columns(table: Table) -> list[Column]:
    """Return the columns of a table; an event's lists of actors and places are tables here."""
    if table is not EVENTS:
        return list(table.columns)
    kept = [column for column in table.columns if column.name not in _TABLES_OF_THEIR_OWN]
    return [*kept, *_EVENT_COLUMNS]


def _type(column: Column) -> str:
    """Return the type of a column; a list is text, also one that has a single number."""
    return "TEXT" if column.is_list else _TYPES.get(column.datatype, "TEXT")


def _event_rows(chronology: Chronology, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows of events with the cells that the database has instead."""
    kept = [n for n, column in enumerate(EVENTS.columns) if column.name not in _TABLES_OF_THEIR_OWN]
    for event, row in zip(chronology.events, rows, strict=True):
        computed = (column.value(chronology, event) for column in _EVENT_COLUMNS)
        yield [*(row[n] for n in kept), *computed]


def _actors(chronology: Chronology) -> Iterator[Row]:
    """Yield a row for each actor of an event; with an account where only that one says so."""
    for event in chronology.events:
        for role in event.actors:
            yield event.id, None, role.id, role.role
        for account in event.accounts:
            for role in account.actors:
                yield event.id, account.id, role.id, role.role


def _insert(connection: sqlite3.Connection, table: str, width: int, rows: Iterable[Row]) -> None:
    values = ",".join("?" * width)
    connection.executemany(f"INSERT INTO {table} VALUES ({values})", map(_to_sql, rows))


def _to_sql(row: Row) -> list[Any]:
    """Return the cells as SQLite holds them: no empty text, and days as text."""
    return [
        None if cell == "" else cell if cell is None or type(cell) in _ATOMS else str(cell)
        for cell in row
    ]


_ATOMS = frozenset((str, int, float))


def _metadata(chronology: Chronology) -> dict[str, Any]:
    """Return what Datasette reads by `datasette chronology.sqlite -m metadata.json`."""
    settings = chronology.settings
    head = {"title": settings.title, "license": settings.licence, "source_url": settings.url}
    return {
        **{key: value for key, value in head.items() if value},
        "databases": {
            "chronology": {
                "tables": {
                    "events": {"facets": ["kind", "status", "precision"], "sort": "anchor"},
                    "accounts": {"facets": ["source"]},
                    "figures": {"facets": ["measure", "of", "qualifier"]},
                    "event_actors": {"facets": ["actor", "role"]},
                    "event_places": {"facets": ["place"]},
                }
            }
        },
    }


FORMAT = Format(
    "SQLite",
    "A database with full-text search; Datasette serves it as it is: datasette chronology.sqlite "
    "-m metadata.json.",
    "application/vnd.sqlite3",
    write,
    other_media_types={".json": "application/json"},
)
