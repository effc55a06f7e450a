"""The chronology as tables: which there are, and what stands in their rows.

CSV files, workbook, database and the import of tables all read the tables here. Every field of
the model is in one of them: in a cell of its record's row (`columns.py`), or in rows of its own
(`long_tables.py`). What is computed stands behind what somebody wrote.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from generator.exports.columns import Column
from generator.exports.event_tables import (
    ACCOUNTS,
    DIFFERENCES,
    EVENT_PART_TABLES,
    EVENTS,
    FIGURES,
    FIGURES_IN_FULL,
    event_rows,
    figure_rows,
)
from generator.exports.json_records import to_json
from generator.exports.registry_tables import REGISTRY_TABLES, registry_rows
from generator.exports.table import Row, Rows, Table
from generator.model.records import Chronology
from generator.support.cache import Cache

DATA_TABLES: Final[tuple[Table, ...]] = (
    EVENTS,
    ACCOUNTS,
    FIGURES,
    *EVENT_PART_TABLES,
    DIFFERENCES,
    FIGURES_IN_FULL,
    *REGISTRY_TABLES,
)
CODEBOOK = Table(
    "codebook",
    "What each column of every table means.",
    (
        Column("table", "string", "The table.", is_required=True),
        Column("column", "string", "The column.", is_required=True),
        Column("datatype", "string", "What a cell holds, as CSVW names it; dates are EDTF where it "
               "is a string.", is_required=True),
        Column("presence", "string", "Whether every row has it, or the generator works it out.",
               is_required=True, values=("required", "optional", "computed")),
        Column("refers_to", "string", "The table of which it names a row."),
        Column("values", "json", "The only texts that it may hold, where there are so few."),
        Column("about", "string", "What it means.", is_required=True),
    ),
    ("table", "column"),
    is_computed=True,
)  # fmt: skip
TABLES: Final[tuple[Table, ...]] = (*DATA_TABLES, CODEBOOK)
"""Every table, in the order in which files list them."""
TABLES_OF_FIGURES: Final[tuple[Table, ...]] = (FIGURES, FIGURES_IN_FULL)
"""They have most cells of all."""
BY_NAME: Final = {table.name: table for table in TABLES}

_ALL, _OF_FIGURES = "rows", "rows of figures"


def table_rows(chronology: Chronology, cache: Cache) -> Rows:
    """Return the rows of all tables. They are made once for all formats."""

    def rows() -> Rows:
        return {
            **event_rows(chronology, cache),
            **_figure_rows(chronology, cache),
            **registry_rows(chronology),
            CODEBOOK.name: list(_codebook_rows()),
        }

    return cache.get(__name__, _ALL, (chronology,), rows, is_shared=True)


def rows_of(table: Table, chronology: Chronology, cache: Cache) -> Sequence[Row]:
    """Return the rows of one table. Those of figures are made without the rest."""
    make = _figure_rows if table in TABLES_OF_FIGURES else table_rows
    return make(chronology, cache)[table.name]


def let_go_of_rows(cache: Cache) -> None:
    """Hold the rows no longer: every format of tables is written."""
    for name in (_ALL, _OF_FIGURES):
        cache.let_go(__name__, name)


def _figure_rows(chronology: Chronology, cache: Cache) -> Rows:
    rows = partial(figure_rows, chronology)
    return cache.get(__name__, _OF_FIGURES, (chronology,), rows, is_shared=True)


def _codebook_rows() -> Iterator[Row]:
    for table in TABLES:
        for column in table.columns:
            presence = "required" if column.is_required else "optional"
            yield [
                table.name,
                column.name,
                column.datatype,
                "computed" if column.is_computed or table.is_computed else presence,
                column.refers_to,
                to_json(column.values) if column.values else None,
                column.about,
            ]
