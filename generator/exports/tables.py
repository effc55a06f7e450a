"""Tables as CSV (RFC 4180), each described by CSVW metadata, and once more for spreadsheets.

Lists are joined with `;`; where an item of a list is a pair, `:` or `=` stands in it. Dates are
EDTF, as in the YAML. Nothing is summed, and an account without figures has no row of figures.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from generator.exports.base import Format
from generator.exports.json_records import json_document
from generator.exports.table_rows import TABLES, Row, Table
from generator.model.output import Output
from generator.model.records import Chronology
from generator.support.cache import Cache

FOLDER = "data"
SPREADSHEETS = "data/spreadsheet"
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_RISK = re.compile('(?:^|[,"])(?:[=+@\t-]|\r(?!\n))')  # perhaps in this row


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield each table, its metadata, and the variant that a spreadsheet cannot run as formulas."""
    for table in TABLES:
        rows = tuple(table.rows(chronology, cache))
        make = partial(_both, [[column.name for column in table.columns], *rows])
        plain, safe = cache.get("csv", table.name, rows, make)
        name = f"{table.name}.csv"
        yield Output(f"{FOLDER}/{name}", plain, chronology.folder)
        metadata = f"{json_document(_metadata(table))}\n"
        yield Output(f"{FOLDER}/{name}-metadata.json", metadata, chronology.folder)
        yield Output(f"{SPREADSHEETS}/{name}", safe, chronology.folder)


def _both(rows: list[Row]) -> tuple[bytes, bytes]:
    """Return the rows as a file, and as one that a spreadsheet cannot run."""
    lines = _lines(rows)
    plain = "".join(lines).encode()
    for number, line in enumerate(lines):
        if _RISK.search(line):
            [lines[number]] = _lines([[_safe(cell) for cell in rows[number]]])
    return plain, "".join(lines).encode()


def _lines(rows: Iterable[Row]) -> list[str]:
    """Return each row as a line of the file, with its end."""
    lines: list[str] = []
    csv.writer(_Lines(lines.append), lineterminator="\r\n").writerows(rows)
    return lines


class _Lines(NamedTuple):
    """What the writer of rows takes for a file; it writes a row at a time."""

    write: Callable[[str], object]


def _safe(cell: Any) -> Any:
    """Return a cell as text, for programs that run what begins like a formula; not a number."""
    return f"'{cell}" if type(cell) is str and cell.startswith(_RISKY) else cell


def _metadata(table: Table) -> dict[str, Any]:
    """Return the CSVW metadata of a table."""
    columns = [
        {
            "name": column.name,
            "titles": column.name,
            "datatype": column.datatype,
            **({"required": True} if column.is_required else {}),
            **({"separator": ";"} if column.is_list else {}),
        }
        for column in table.columns
    ]
    keys = {table.name: table.key for table in TABLES}
    foreign = [
        {
            "columnReference": list(columns),
            "reference": {"resource": f"{name}.csv", "columnReference": list(keys[name])},
        }
        for columns, name in table.foreign.items()
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


FORMAT = Format(
    "Tables",
    "CSV files for a spreadsheet or a statistics program, each with CSVW metadata that names its "
    "columns. The variant for spreadsheets puts an apostrophe before what would run as a formula.",
    "text/csv",
    write,
    other_media_types={".json": "application/json"},
)
