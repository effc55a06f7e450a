"""Our own tables, as `exports/tables.py` has them, or as people fill them in a spreadsheet.

The file is that of the events, or a workbook; every other table is read where it stands beside it.
An event without an account gets one whose source is the file. Columns and tables that the generator
computes are passed over; lists may be typed into a cell where their own table is not there.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.authoring.imports.base import EmptyCell, ImportedEvent, ImportedFile, SkippedRow
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.own_table_files import (
    TableFiles,
    TableRow,
    field_values,
    read_folder,
    read_sheets,
)
from generator.authoring.imports.own_table_records import TableRecords
from generator.authoring.imports.part_values import part_values, typed_values
from generator.exports.event_tables import ACCOUNTS, EVENT_PART_TABLES, EVENTS, FIGURES
from generator.exports.table import Table
from generator.loading.account_ids import account_ids
from generator.model.dates import DateError, parse_date
from generator.model.records import Account, Event, Record
from generator.support.plain_text import slug

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NEEDED_OF_ACCOUNT = {"source": "the id of the source", "says": "what it says"}
"""The cells that an account needs, and what belongs there."""
Grouped = Mapping[tuple[str, ...], list[TableRow]]


def read_tables(file: Path, registries: Registries) -> ImportedFile:
    """Return the events of a table in CSV, with all that stands beside it."""
    return _imported(file, read_folder(file), registries)


def read_workbook(file: Path, registries: Registries) -> ImportedFile:
    """Return the events of a workbook."""
    return _imported(file, read_sheets(file), registries)


def _imported(file: Path, tables: TableFiles, registries: Registries) -> ImportedFile:
    reader = _Reader(tables, registries)
    imported = ImportedFile(
        {"outlet": file.name},
        report=tables.report,
        listed=reader.records.listed,
        settings=reader.records.settings,
    )
    for row in tables.events:
        try:
            imported.events.append(reader.event(row))
        except SkippedRow as error:
            imported.report.skip(row.where, str(error).removeprefix(f"{row.where}, "))
    reader.report_orphans()
    return imported


class _Reader:
    """Makes events of rows; every other table is grouped once, by what its rows belong to."""

    def __init__(self, tables: TableFiles, registries: Registries) -> None:
        self._tables = tables
        self.records = TableRecords(tables, registries)
        self._accounts = tables.by_key("accounts", "event")
        self._figures = tables.by_key("figures", "event", "account")
        self._parts: dict[str, Grouped] = {
            table.name: tables.by_key(table.name, "event", "account") for table in _PART_TABLES
        }

    def event(self, row: TableRow) -> ImportedEvent:
        """Return the event of a row, with its accounts. SkippedRow where it gives none."""
        title = " ".join(row["title"].split())
        if not title:
            raise EmptyCell("title", "what happened, in one line")
        id = row["id"]
        data: dict[str, Any] = {
            **_of_row(EVENTS, row),
            **self._lists(Event, row, (id, "")),
            "title": title,
            "date": _event_date(row),
            "date_basis": row["date_basis"] or self.records.no_basis,
            "kind": self.records.kind_of(row),
            "summary": row["summary"] or title,
        }
        if not _DAY.fullmatch(data.get("added", "")):
            data.pop("added", None)
        rows = self._accounts.get((id,), []) if id else []
        accounts = [self._account(account) for account in rows]
        data["accounts"] = accounts or [{"locator": row.where, "says": data["summary"]}]
        _keep_ids(data["accounts"], [account["account"] for account in rows])
        return ImportedEvent(row.where, slug(title) or "event", data, id or None)

    def _account(self, row: TableRow) -> dict[str, Any]:
        """Return the account of a row as in the YAML."""
        for name, write in _NEEDED_OF_ACCOUNT.items():
            if not row[name]:
                raise EmptyCell(f"{row.where}, {name}", write)
        key = (row["event"], row["account"])
        figures = [self._figure(figure) for figure in self._figures.get(key, ())]
        data = _of_row(ACCOUNTS, row)
        where = None if data.get("paragraphs") else row.where
        return {
            **data,
            **self._lists(Account, row, key),
            "source": self.records.id_of("sources", row["source"], row.where),
            "locator": row["locator"] or where,
            "date": _edtf(row["date"]) if row["date"] else None,
            "figures": [figure for figure in figures if figure],
        }

    def _figure(self, row: TableRow) -> dict[str, Any]:
        """Return the figure of a row as in the YAML; empty, and reported, if it is none."""
        if not row["measure"]:
            self._tables.report.skip(row.where, EmptyCell("measure", "the id of what is counted"))
            return {}
        figure = _of_row(FIGURES, row)
        for column in FIGURES.columns:
            if column.refers_to and column.field in figure:
                where = f"{row.where}, {column.name}"
                id = self.records.id_of(column.refers_to, row[column.name], where)
                figure[column.field] = id
        return figure

    def _lists(self, record: type[Record], row: TableRow, key: tuple[str, str]) -> dict[str, Any]:
        """Return what an event or an account has several of: from long tables, or from cells."""
        lists = {}
        for table in _PART_TABLES:
            part = table.part
            if part is not None and part.field in record.model_fields:
                if self._tables.has(table.name):
                    rows = self._parts[table.name].get(key, ())
                    lists[part.field] = part_values(part, rows, self.records.id_of)
                elif cell := row[part.field]:
                    where = f"{row.where}, {part.field}"
                    lists[part.field] = typed_values(part, cell, where, self.records.id_of)
        return lists

    def report_orphans(self) -> None:
        """Report the rows that belong to no event or account of the tables."""
        ids = {row["id"] for row in self._tables.events}
        accounts = {(row["event"], row["account"]) for row in self._tables.rows("accounts")}
        for table in (ACCOUNTS, FIGURES, *_PART_TABLES):
            for row in self._tables.rows(table.name):
                event, account = row["event"], row["account"]
                if event not in ids:
                    why = f"no event has the id {event!r}"
                elif account and (event, account) not in accounts:
                    why = f"{event!r} has no {account!r}"
                else:
                    continue
                self._tables.report.add(f"{row.where}: left out: {why}")


_PART_TABLES: tuple[Table, ...] = EVENT_PART_TABLES


def _of_row(table: Table, row: TableRow) -> dict[str, Any]:
    """Return the fields that the cells of a row give, without the id of its record."""
    fields = field_values(table.columns, row)
    fields.pop("id", None)
    return fields


def _keep_ids(accounts: list[dict[str, Any]], ids: list[str]) -> None:
    """Write the ids of accounts where the loader would call them by others."""
    for account, id, derived in zip(accounts, ids, account_ids(accounts), strict=False):
        if id != derived and id == slug(id) and ids.count(id) == 1:
            account["id"] = id


def _event_date(row: TableRow) -> str:
    if not row["date"]:
        raise EmptyCell("date", "a day, a month or a year, as 2026-01-09, 2022-12 or 2011")
    return _edtf(row["date"])


def _edtf(text: str) -> str:
    try:
        return parse_date(text).text
    except DateError as error:
        raise SkippedRow(f"{error.message} ({error.way_out})") from None
