"""One SQLite database with full-text search, which Datasette opens as it is.

The tables of `tables.py`, who and where as tables of their own, corrections, and views by year and
by month. Same input, same bytes: a fixed page size, ordered inserts, no time stamp.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from generator.exports.base import Format
from generator.exports.csv_cells import LISTS
from generator.exports.tables import TABLES, Row, Table
from generator.model.output import Output
from generator.model.records import Chronology
from generator.support.cache import Cache

PATH = "data/chronology.sqlite"
METADATA = "data/metadata.json"
_TYPES = {"integer": "INTEGER", "decimal": "NUMERIC"}  # which leaves 12 a 12, not 12.0
_KEYS = {table.name: table.key for table in TABLES}
_OF_THEIR_OWN = ("actors", "places")
_SCHEMA = """
CREATE TABLE event_actors (event TEXT REFERENCES events(id), account TEXT,
  actor TEXT REFERENCES actors(id), role TEXT);
CREATE TABLE event_places (event TEXT REFERENCES events(id), place TEXT REFERENCES places(id));
CREATE TABLE corrections (event TEXT REFERENCES events(id), "on" TEXT, what TEXT, was TEXT,
  now TEXT, why TEXT);
CREATE VIEW events_by_year AS
  SELECT substr(anchor, 1, 4) AS year, count(*) AS events FROM events GROUP BY year;
CREATE VIEW events_by_month AS
  SELECT substr(anchor, 1, 7) AS month, count(*) AS events FROM events
  WHERE precision <> 'year' GROUP BY month;
"""
_LAST = """
CREATE INDEX event_actors_actor ON event_actors(actor);
CREATE INDEX event_places_place ON event_places(place);
CREATE VIRTUAL TABLE events_fts USING fts5(title, summary, content="events");
INSERT INTO events_fts(events_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE accounts_fts USING fts5(says, content="accounts");
INSERT INTO accounts_fts(accounts_fts) VALUES ('rebuild');
"""


def files(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """`data/chronology.sqlite`, and `data/metadata.json` that tells Datasette of it."""
    yield Output(PATH, database(chronology, cache), chronology.folder)
    metadata = json.dumps(_metadata(chronology), ensure_ascii=False, indent=1)
    yield Output(METADATA, f"{metadata}\n", chronology.folder)


def database(chronology: Chronology, cache: Cache) -> bytes:
    """The bytes of the database file."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("PRAGMA page_size = 4096")
        for table in TABLES:
            columns = _columns(table.name, table.columns)
            keys = [f"PRIMARY KEY ({', '.join(table.key)})"]
            keys += [
                f"FOREIGN KEY ({', '.join(names)}) REFERENCES {other} ({', '.join(_KEYS[other])})"
                for names, other in table.foreign.items()
            ]
            listed = ", ".join([f'"{name}" {_type(name, kind)}' for name, kind in columns] + keys)
            connection.execute(f"CREATE TABLE {table.name} ({listed})")
            given = table.rows(chronology, cache)
            rows = _events(chronology, table, given) if table.name == "events" else given
            _insert(connection, table.name, len(columns), map(_plain, rows))
        connection.executescript(_SCHEMA)
        _insert(connection, "event_actors", 4, _actors(chronology))
        places = ((e.id, place) for e in chronology.events for place in dict.fromkeys(e.places))
        _insert(connection, "event_places", 2, places)
        corrections = (
            (event.id, c.on.isoformat(), c.what, c.was, c.now, c.why)
            for event in chronology.events
            for c in event.corrections
        )
        _insert(connection, "corrections", 6, corrections)
        # Commits what was inserted.
        connection.executescript(f"{_LAST} VACUUM;")
        return connection.serialize()
    finally:
        connection.close()


def _columns(name: str, columns: dict[str, str]) -> list[tuple[str, str]]:
    """The columns of a table; an event's lists of actors and places are tables here."""
    if name != "events":
        return list(columns.items())
    kept = [(name, kind) for name, kind in columns.items() if name not in _OF_THEIR_OWN]
    return [*kept, ("anchor", "date"), ("precision", "string")]


def _type(name: str, kind: str) -> str:
    """The type of a column; a list is text, also where it has one item only, a number."""
    return "TEXT" if name in LISTS else _TYPES.get(kind, "TEXT")


def _events(chronology: Chronology, table: Table, rows: Iterable[Row]) -> Iterator[Row]:
    kept = [n for n, name in enumerate(table.columns) if name not in _OF_THEIR_OWN]
    for event, row in zip(chronology.events, rows, strict=True):
        yield [*(row[n] for n in kept), event.date.anchor, event.date.precision]


def _actors(chronology: Chronology) -> Iterator[Row]:
    """Who takes part; with an account where only that one tells it so."""
    for event in chronology.events:
        for role in event.actors:
            yield event.id, None, role.id, role.role
        for account in event.accounts:
            for role in account.actors:
                yield event.id, account.id, role.id, role.role


def _plain(row: Row) -> list[Any]:
    return [
        None if value == "" else value if value is None or type(value) in _ATOMS else str(value)
        for value in row
    ]


_ATOMS = frozenset((str, int, float))


def _insert(connection: sqlite3.Connection, table: str, width: int, rows: Iterable[Row]) -> None:
    connection.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * width)})", rows)


def _metadata(chronology: Chronology) -> dict[str, Any]:
    """What Datasette reads beside the file: `datasette chronology.sqlite -m metadata.json`."""
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
    files,
    {".json": "application/json"},
)
