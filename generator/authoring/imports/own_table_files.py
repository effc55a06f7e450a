"""The tables of a folder of CSV files or of a workbook: rows by the name of their table.

A row is its cells by column, without what no record may hold, and knows where it stands for the
report: `accounts.csv, row 7`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.authoring.imports.base import Report, UnsuitableFile, read_rows, rows_of
from generator.authoring.imports.base import read_sheets as sheets_of
from generator.authoring.imports.cell_lists import decode_list, plain_cell
from generator.authoring.imports.sheets import Sheet
from generator.exports.columns import Column
from generator.exports.tables import TABLES
from generator.model.dates import DateError, read_date
from generator.rendering.language import ENGLISH

_EXPONENT = re.compile(r"-?[0-9.]+[eE]-?[0-9]{1,2}")  # as programs write 0.000001


@dataclass(frozen=True)
class TableRow:
    """One row of a table."""

    where: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass
class TableFiles:
    """The tables that stand beside each other, and what could not be read of them."""

    events: list[TableRow]
    others: dict[str, list[TableRow]] = field(default_factory=dict)
    """The rows of every other table that is there, in their order."""
    report: Report = field(default_factory=Report)

    def has(self, table: str) -> bool:
        """Return whether a table is there, perhaps without a row."""
        return table in self.others

    def rows(self, table: str) -> list[TableRow]:
        """Return the rows of a table other than that of the events; none where it is not there."""
        return self.others.get(table, [])

    def by_key(self, table: str, *key: str) -> dict[tuple[str, ...], list[TableRow]]:
        """Return the rows of a table by the cells of these columns."""
        rows: dict[tuple[str, ...], list[TableRow]] = {}
        for row in self.rows(table):
            rows.setdefault(tuple(row[name] for name in key), []).append(row)
        return rows


_REQUIRED = {
    "events": ("title", "date"),
    "accounts": ("event", "account", "source", "says"),
    "figures": ("event", "account", "measure"),
}
"""Without these columns a table cannot be read, whoever wrote it."""


def read_folder(file: Path) -> TableFiles:
    """Return the table of events in a CSV file, and every other table of ours beside it.

    UnsuitableFile where one of them is not UTF-8, or lacks a column that it cannot do without.
    """
    report = Report()
    tables = TableFiles(_csv_rows(file, "events", report, lead=""), report=report)
    for table in TABLES:
        beside = file.parent / f"{table.name}.csv"
        if table.name != "events" and not table.is_computed and beside.is_file():
            try:
                tables.others[table.name] = _csv_rows(
                    beside, table.name, report, f"{beside.name}, "
                )
            except UnsuitableFile as error:
                raise UnsuitableFile(f"{beside.name}: {error}") from None
    return tables


def _csv_rows(file: Path, table: str, report: Report, lead: str) -> list[TableRow]:
    own_report = Report()
    needed = _REQUIRED.get(table) or _key_of(table)
    known = [column.name for column in _columns(table)]
    rows = list(read_rows(file, needed, known, own_report))
    report.extend(own_report, lead)
    return _rows(table, rows, report, lead)


def _rows(
    table: str, rows: Iterable[tuple[str, Mapping[str, str]]], report: Report, lead: str
) -> list[TableRow]:
    """Return the rows of a table, and report the columns that it does not have."""
    known = {column.name for column in _columns(table)} | _TYPED
    dates = [column for column in _columns(table) if column.is_edtf or column.datatype == "date"]
    made = [
        _with_dates(
            TableRow(f"{lead}{row}", {name: plain_cell(cell) for name, cell in cells.items()}),
            dates,
            report,
        )
        for row, cells in rows
    ]
    if unknown := [name for name in (made[0].cells if made else ()) if name not in known]:
        report.add(f"{lead}all rows: left out: the columns {', '.join(unknown)}")
    return made


def _with_dates(row: TableRow, columns: Iterable[Column], report: Report) -> TableRow:
    """Return a row with the dates that people wrote in words as EDTF, and report each.

    What cannot be read stays, for what makes a record of it to refuse.
    """
    read: dict[str, str] = {}
    for column in columns:
        cell = row[column.name]
        with suppress(DateError):
            proposal = read_date(cell) if cell else None
            if (
                proposal is None
                or proposal.date.text == cell
                or not (column.is_edtf or proposal.date.is_day)
            ):
                continue
            read[column.name] = proposal.date.text
            words = ENGLISH.grammar.date_words(proposal.date)
            note = f"; {proposal.note}" if proposal.note else ""
            report.add(
                f"{row.where}, {column.name}: {cell!r} is read as {proposal.date.text}: "
                f"{words}{note}"
            )
    return TableRow(row.where, {**row.cells, **read}) if read else row


_TYPED = {table.part.field for table in TABLES if table.part}
"""The fields of long tables, whose items people may type into one cell."""


def _columns(table: str) -> tuple[Column, ...]:
    [columns] = [candidate.columns for candidate in TABLES if candidate.name == table]
    return columns


def _key_of(table: str) -> tuple[str, ...]:
    """Return the columns without which a row of another table says nothing."""
    needed = [column.name for column in _columns(table) if column.is_required]
    return ("id",) if "id" in needed else tuple(name for name in needed if name != "number")


def read_sheets(file: Path) -> TableFiles:
    """Return the tables of a workbook, as we write it or as a spreadsheet program saved it.

    UnsuitableFile where it is no workbook, or has no sheet of events.
    """
    sheets = {sheet.name: sheet for sheet in sheets_of(file)}
    if "events" not in sheets:
        raise UnsuitableFile("the workbook has no sheet 'events'")
    report = Report()
    tables = TableFiles([], report=report)
    for table in TABLES:
        if table.name in sheets and not table.is_computed:
            lead = "" if table.name == "events" else f"sheet {table.name}, "
            rows = list(_sheet_rows(table.name, sheets[table.name], report))
            made = _rows(table.name, rows, report, lead)
            if table.name == "events":
                tables.events = made
            else:
                tables.others[table.name] = made
    return tables


def _sheet_rows(table: str, sheet: Sheet, report: Report) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the rows of a sheet, each with its name in a spreadsheet: `row 2` is the first."""
    needed = _REQUIRED.get(table) or _key_of(table)
    if missing := [name for name in needed if name not in sheet.header]:
        raise UnsuitableFile(f"the sheet {table!r} has no column {', '.join(map(repr, missing))}")
    sheet.name = ""  # told by who reads it
    known = [column.name for column in _columns(table)]
    yield from rows_of(sheet, report, known)


def field_values(columns: Iterable[Column], row: TableRow) -> dict[str, Any]:
    """Return what the cells of a row give, by field: lists as lists, all else as text.

    Computed columns and empty cells give nothing. A record inside the record is a mapping.
    """
    fields: dict[str, Any] = {}
    for column in columns:
        text = row[column.name]
        if column.field and not column.is_computed and text:
            *outer, name = column.field.split(".")
            record = fields
            for key in outer:
                record = record.setdefault(key, {})
            record[name] = decode_list(text) if column.datatype == "json" else text
            if column.datatype == "decimal" and _EXPONENT.fullmatch(text):
                record[name] = f"{float(text):.8f}".rstrip("0")
    return fields
