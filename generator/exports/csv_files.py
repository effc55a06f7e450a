"""Tables as CSV (RFC 4180), described together for CSVW and for Frictionless.

A text is as it stands in the record, a list of names or numbers is a JSON array, dates are EDTF.
Nothing is summed, and an account without figures has no row of figures.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from functools import partial

from generator.exports.base import Format
from generator.exports.json_records import json_document
from generator.exports.table import Row
from generator.exports.table_metadata import csvw, data_package
from generator.exports.tables import TABLES, table_rows
from generator.model.output import Output
from generator.model.records import Chronology
from generator.support.cache import Cache

FOLDER = "data"
GROUP = f"{FOLDER}/csv-metadata.json"
"""Where programs that know CSVW look for the description of the files beside it."""
PACKAGE = f"{FOLDER}/datapackage.json"


def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
    """Yield each table, then what describes them all."""
    rows = table_rows(chronology, cache)
    for table in TABLES:
        made_from = tuple(rows[table.name])
        make = partial(_csv, [[column.name for column in table.columns], *made_from])
        content = cache.get("csv", table.name, made_from, make)
        yield Output(f"{FOLDER}/{table.name}.csv", content, chronology.folder)
    for path, described in ((GROUP, csvw(chronology)), (PACKAGE, data_package(chronology))):
        yield Output(path, f"{json_document(described)}\n", chronology.folder)


def _csv(rows: Iterable[Row]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


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
