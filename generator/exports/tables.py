"""Tables as CSV (RFC 4180), each described by CSVW metadata, and once more for spreadsheets.

Lists are joined with `;`; where an item of a list is a pair, `:` or `=` stands in it. Dates are
EDTF, as in the YAML. Nothing is summed, and an account without figures has no row of figures.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from generator.exports.base import Format
from generator.exports.csv_cells import LISTS, joined, pairs, roles
from generator.exports.json_records import to_json
from generator.model.output import Output
from generator.model.permalinks import site_url
from generator.model.records import Actor, Chronology, Event, Place, Source
from generator.support.cache import Cache, name_of

FOLDER = "data"
SPREADSHEETS = "data/spreadsheet"
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_RISK = re.compile('(?:^|[,"])(?:[=+@\t-]|\r(?!\n))')  # perhaps in this row

Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Table:
    """One file: its columns with their CSVW datatypes, and what identifies a row."""

    name: str
    columns: dict[str, str]
    key: tuple[str, ...]
    foreign: dict[tuple[str, ...], str]
    """Columns that name a row of another table by its key."""
    rows: Callable[[Chronology, Cache], Iterable[Row]]
    required: tuple[str, ...] = ()


def files(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Each table, its metadata, and the variant that a spreadsheet cannot run as formulas."""
    for table in TABLES:
        rows = tuple(table.rows(chronology, cache))
        make = partial(_both, [list(table.columns), *rows])
        plain, safe = cache.get("csv", table.name, rows, make)
        name = f"{table.name}.csv"
        yield Output(f"{FOLDER}/{name}", plain, chronology.folder)
        metadata = f"{to_json(_metadata(table))}\n"
        yield Output(f"{FOLDER}/{name}-metadata.json", metadata, chronology.folder)
        yield Output(f"{SPREADSHEETS}/{name}", safe, chronology.folder)


def _both(rows: list[Row]) -> tuple[bytes, bytes]:
    """The rows as a file, and as one that a spreadsheet cannot run."""
    lines = _lines(rows)
    plain = "".join(lines).encode()
    for number, line in enumerate(lines):
        if _RISK.search(line):
            [lines[number]] = _lines([[_safe(cell) for cell in rows[number]]])
    return plain, "".join(lines).encode()


def _lines(rows: Iterable[Row]) -> list[str]:
    """Each row as the text of the file, with its end."""
    lines: list[str] = []
    csv.writer(_Lines(lines.append), lineterminator="\r\n").writerows(rows)
    return lines


class _Lines(NamedTuple):
    """What the writer of rows takes for a file; it writes a row at a time."""

    write: Callable[[str], object]


def _safe(cell: Any) -> Any:
    """The cell as text, for programs that run what begins like a formula; a number is none."""
    return f"'{cell}" if type(cell) is str and cell.startswith(_RISKY) else cell


def _metadata(table: Table) -> dict[str, Any]:
    columns = [
        {
            "name": name,
            "titles": name,
            "datatype": datatype,
            **({"required": True} if name in (*table.key, *table.required) else {}),
            **({"separator": ";"} if name in LISTS else {}),
        }
        for name, datatype in table.columns.items()
    ]
    keys = {other.name: other.key for other in TABLES}
    foreign = [
        {
            "columnReference": list(columns),
            "reference": {"resource": f"{other}.csv", "columnReference": list(keys[other])},
        }
        for columns, other in table.foreign.items()
    ]
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"{table.name}.csv",
        "dialect": {"header": True, "encoding": "utf-8", "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": columns,
            "primaryKey": list(table.key),
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


def _of_each(
    rows: Callable[[Chronology, Event], Iterable[Row]],
) -> Callable[[Chronology, Cache], Iterable[Row]]:
    """The rows of all events; those of an event are kept for other formats and other builds."""

    def of_all(chronology: Chronology, cache: Cache) -> Iterable[Row]:
        def of_one(event: Event) -> tuple[Row, ...]:
            return tuple(rows(chronology, event))

        found = cache.per_event(of_one, chronology.events, chronology.settings, name=name_of(rows))
        return chain.from_iterable(found.values())

    return of_all


def _event(chronology: Chronology, event: Event) -> Iterator[Row]:
    date = event.date
    yield (
        event.id,
        site_url(chronology, f"events/{event.id}/", "../"),
        event.title,
        event.added,
        date.text,
        date.words,
        date.earliest,
        date.latest,
        event.date_basis,
        event.kind,
        event.status,
        event.summary,
        roles(event.actors),
        joined(event.places),
        event.part_of,
        joined(event.follows),
        len(event.accounts),
        joined(event.unknowns),
    )


def _accounts(chronology: Chronology, event: Event) -> Iterator[Row]:
    for account in event.accounts:
        yield (
            event.id,
            account.id,
            account.source,
            joined(map(str, account.paragraphs)),
            account.locator,
            joined(account.according_to),
            account.hedge,
            account.says,
            account.date and account.date.text,
            roles(account.actors),
            joined(account.responds_to),
            pairs((id, label) for id, of in account.labels.items() for label in of),
        )


def _figures(chronology: Chronology, event: Event) -> Iterator[Row]:
    for account in event.accounts:
        for number, figure in enumerate(account.figures, 1):
            yield (
                event.id,
                account.id,
                number,
                figure.measure,
                figure.of,
                figure.value,
                figure.min,
                figure.max,
                figure.qualifier,
                figure.as_said,
                figure.as_of and figure.as_of.text,
                figure.scope,
            )


def _actors(chronology: Chronology, cache: Cache) -> Iterator[Row]:
    for actor in chronology.actors.values():
        offices = [f"{office.title} ({office.date.text})" if office.date else office.title
                   for office in actor.offices]  # fmt: skip
        yield (*_named(actor), actor.kind, actor.part_of, joined(offices), actor.note)


def _places(chronology: Chronology, cache: Cache) -> Iterator[Row]:
    for place in chronology.places.values():
        where = (place.kind, place.country, place.within, place.lat, place.lon, place.precision)
        yield (*_named(place), *where, place.note)


def _named(record: Actor | Place) -> Row:
    return record.id, record.name, joined(record.also), pairs(record.names.items())


def _sources(chronology: Chronology, cache: Cache) -> Iterator[Row]:
    for source in chronology.sources.values():
        yield (*(getattr(source, name) for name in _OF_SOURCE[:3]), source.published.text,
               *(getattr(source, name) for name in _OF_SOURCE[4:]))  # fmt: skip


_OF_SOURCE = [name for name in Source.model_fields if name not in ("text", "unused", "left_out")]
_EVENT = {
    "id": "string", "url": "anyURI", "title": "string", "added": "date", "date": "string",
    "date_text": "string", "earliest": "date", "latest": "date", "date_basis": "string",
    "kind": "string", "status": "string", "summary": "string", "actors": "string",
    "places": "string", "part_of": "string", "follows": "string", "accounts": "integer",
    "unknowns": "string",
}  # fmt: skip
_ACCOUNT = {
    "event": "string", "account": "string", "source": "string", "paragraphs": "integer",
    "locator": "string", "according_to": "string", "hedge": "string", "says": "string",
    "date": "string", "actors": "string", "responds_to": "string", "labels": "string",
}  # fmt: skip
_FIGURE = {
    "event": "string", "account": "string", "number": "integer", "measure": "string",
    "of": "string", "value": "decimal", "min": "decimal", "max": "decimal",
    "qualifier": "string", "as_said": "string", "as_of": "string", "scope": "string",
}  # fmt: skip
_NAMED = {"id": "string", "name": "string", "also": "string", "names": "string"}
_ACTOR = {**_NAMED, "kind": "string", "part_of": "string", "offices": "string", "note": "string"}
_PLACE = {
    **_NAMED, "kind": "string", "country": "string", "within": "string", "lat": "decimal",
    "lon": "decimal", "precision": "string", "note": "string",
}  # fmt: skip
_URLS = {"url": "anyURI", "archive_url": "anyURI"}
_SOURCE = dict.fromkeys(_OF_SOURCE, "string") | _URLS

TABLES = (
    Table("events", _EVENT, ("id",), {("part_of",): "events"}, _of_each(_event),
          ("title", "added", "date", "date_basis", "kind", "summary")),
    Table("accounts", _ACCOUNT, ("event", "account"),
          {("event",): "events", ("source",): "sources"}, _of_each(_accounts),
          ("source", "says")),
    Table("figures", _FIGURE, ("event", "account", "number"),
          {("event", "account"): "accounts", ("event",): "events"}, _of_each(_figures),
          ("measure",)),
    Table("actors", _ACTOR, ("id",), {("part_of",): "actors"}, _actors, ("name", "kind")),
    Table("places", _PLACE, ("id",), {("within",): "places"}, _places, ("name",)),
    Table("sources", _SOURCE, ("id",), {}, _sources, ("outlet", "published")),
)  # fmt: skip

FORMAT = Format(
    "Tables",
    "CSV files for a spreadsheet or a statistics program, each with CSVW metadata that names its "
    "columns. The variant for spreadsheets puts an apostrophe before what would run as a formula.",
    "text/csv",
    files,
    {".json": "application/json"},
)
