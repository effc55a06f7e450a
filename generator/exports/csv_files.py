"""Tables as CSV (RFC 4180), described together for CSVW and for Frictionless.

A text is as it stands in the record, a list of names or numbers is a JSON array, dates are EDTF.
Nothing is summed, and an account without figures has no row of figures.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import getitem
from typing import Any

from generator.exports.base import Format
from generator.exports.columns import Cell
from generator.exports.json_records import json_document
from generator.exports.table import Row, Table
from generator.exports.table_metadata import csvw, data_package
from generator.exports.tables import TABLES, TABLES_OF_FIGURES, rows_of
from generator.model.output import Output
from generator.model.records import Chronology
from generator.support.cache import Cache

FOLDER = "data"
GROUP = f"{FOLDER}/csv-metadata.json"
"""Where programs that know CSVW look for the description of the files beside it."""
PACKAGE = f"{FOLDER}/datapackage.json"


def _path(table: Table) -> str:
    return f"{FOLDER}/{table.name}.csv"


PATHS_OF_FIGURES = frozenset(map(_path, TABLES_OF_FIGURES))
_MEANS_SOMETHING = re.compile('[",\r\n]')


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield each table, then what describes them all."""
    for table in TABLES:
        make = partial(_table, chronology, cache, table)
        yield Output(_path(table), make, chronology.folder)
    for path, describe in ((GROUP, csvw), (PACKAGE, data_package)):
        yield Output(path, partial(_description, chronology, describe), chronology.folder)


def _description(chronology: Chronology, describe: Callable[[Chronology], Any]) -> str:
    return f"{json_document(describe(chronology))}\n"


def _table(chronology: Chronology, cache: Cache, table: Table) -> bytes:
    return _csv(table, rows_of(table, chronology, cache))


def _csv(table: Table, rows: Iterable[Row]) -> bytes:
    texts, decimals = _Texts(), _Decimals({None: ""})
    by_column = [decimals if c.datatype == "decimal" else texts for c in table.columns]
    head = [column.name for column in table.columns]
    # Three quarters of the time of the module `csv`, which looks at each letter of each cell.
    lines = [",".join(map(getitem, by_column, row)) for row in rows]
    return "\r\n".join([",".join(head), *lines, ""]).encode()


class _Texts(dict[Cell, str]):
    """What is written of cells by what they hold: most stand in many rows."""

    def __missing__(self, cell: Cell) -> str:
        self[cell] = text = "" if cell is None else str(cell)
        if _MEANS_SOMETHING.search(text):
            self[cell] = text = '"{}"'.format(text.replace('"', '""'))
        return text


class _Decimals(dict[Cell, str]):
    """The same of decimals, each by itself: 12 and 12.0 would be one key."""

    def __missing__(self, cell: Cell) -> str:
        return str(cell)


FORMAT = Format(
    "Tables",
    "CSV files for a statistics program: one row a thing, so that no text is joined or cut. "
    "codebook.csv says what each column means, and figures_in_full.csv has all that is needed to "
    "work with figures; csv-metadata.json describes the files to CSVW, datapackage.json to "
    "Frictionless.",
    "text/csv",
    write,
    other_media_types={".json": "application/json"},
)
