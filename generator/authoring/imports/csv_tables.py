"""Our own tables, as `exports/tables.py` writes them, or as people fill them in a spreadsheet.

The file is that of the events; `accounts.csv`, `figures.csv`, `actors.csv`, `places.csv` and
`sources.csv` are read where they stand beside it. An event without an account gets one whose source
is the file. Columns that the generator computes are passed over.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.authoring.imports.base import (
    ImportedEvent,
    ImportedFile,
    Report,
    SkippedRow,
    UnsuitableFile,
    read_rows,
    read_text,
)
from generator.authoring.imports.html_text import plain_line, plain_text
from generator.authoring.imports.name_matching import Registries
from generator.exports.csv_cells import decode_list, decode_pairs, decode_roles
from generator.exports.table_rows import ACCOUNTS, ACTORS, EVENTS, FIGURES, PLACES, SOURCES, Table
from generator.loading.account_ids import account_ids
from generator.model.dates import DateError, parse_date
from generator.support.plain_text import slug

_OFFICE = re.compile(r"(.*\S) \((\S+)\)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Cells = Mapping[str, str]


def read_tables(file: Path, registries: Registries) -> ImportedFile:
    """Return the events of a table, with the accounts and figures beside it."""
    imported = ImportedFile({"outlet": file.name})
    rows = list(read_rows(read_text(file), ("title", "date"), imported.report))
    known_columns = {column.name for column in EVENTS.columns}
    beside = _Beside(file.parent, registries, imported.report)
    if unknown := [name for name in (rows[0][1] if rows else ()) if name not in known_columns]:
        imported.report.add(f"all rows: left out: the columns {', '.join(unknown)}")
    for row, cells in rows:
        try:
            imported.events.append(_event(row, cells, beside))
        except SkippedRow as error:
            imported.report.skip(row, error)
    ids = {cells.get("id", "").strip() for _, cells in rows}
    for (event, _), (row, _) in sorted(beside.accounts.items()):
        if event not in ids:
            imported.report.add(f"accounts.csv, {row}: left out: no event has the id {event!r}")
    for (event, account), figures in sorted(beside.figures.items()):
        if (event, account) not in beside.accounts:
            where = ", ".join(row for row, _ in figures)
            imported.report.add(f"figures.csv, {where}: left out: {event!r} has no {account!r}")
    return imported


class _Beside:
    """The other tables, and the ids that their rows refer to."""

    def __init__(self, folder: Path, registries: Registries, report: Report) -> None:
        self.registries, self.report = registries, report
        self._folder = folder
        self.accounts = {
            (cells["event"].strip(), cells["account"].strip()): (row, cells)
            for row, cells in self._rows("accounts", ("event", "account", "source", "says"))
        }
        self.figures: dict[tuple[str, str], list[tuple[str, Cells]]] = {}
        for row, cells in self._rows("figures", ("event", "account", "measure")):
            key = cells["event"].strip(), cells["account"].strip()
            self.figures.setdefault(key, []).append((row, cells))
        self.accounts_of: dict[str, list[str]] = {}
        for event, account in self.accounts:
            self.accounts_of.setdefault(event, []).append(account)
        self._records = {
            name: {cells["id"].strip(): (row, cells) for row, cells in self._rows(name, ("id",))}
            for name in ("actors", "places", "sources")
        }

    def _rows(self, name: str, required: tuple[str, ...]) -> list[tuple[str, Cells]]:
        file = self._folder / f"{name}.csv"
        if not file.is_file():
            return []
        report = Report()
        try:
            rows = list(read_rows(read_text(file), required, report))
        except UnsuitableFile as error:
            raise UnsuitableFile(f"{file.name}: {error}") from None
        self.report.extend(report, file.name)
        return [(row, cells) for row, cells in rows]

    def actor(self, id: str) -> str:
        """Return the id of an actor that a cell names by its id or its name; perhaps proposed."""
        return self._held("actors", id, "part_of")

    def place(self, id: str) -> str:
        """Return the id of a place that a cell names by its id or its name; perhaps proposed."""
        return self._held("places", id, "within")

    def _held(self, registry: str, id: str, key: str) -> str:
        """Return the id of an actor or a place, which is proposed with all that hold it.

        What leads back to what it holds is left out.
        """
        proposed: list[str] = []
        held: dict[str, Any] = {}
        row = ""
        while True:
            is_new = not self.registries.is_known(registry, id) and id in self._records[registry]
            found = self._proposed(registry, id) if is_new else self._named(registry, id)
            if found in proposed:
                file = f"{registry}.csv, {row}"
                self.report.add(f"{file}: left out: {key} {id!r}, which leads back to itself")
                break
            if proposed:
                held[key] = found
            proposed.append(found)
            if not is_new:
                break
            row, cells = self._records[registry][id]
            held = self.registries.proposed[registry][found]
            id = cells.get(key, "").strip()
            if not id:
                break
        return proposed[0]

    def _named(self, registry: str, id: str) -> str:
        """Return the id of an actor or a place of which no row tells."""
        if self.registries.is_known(registry, id):
            return id
        if not slug(id) and not plain_line(id):
            raise SkippedRow(f"a cell names one of the {registry} without a name")
        if registry == "actors":
            return self.registries.actor(id, "organisation")
        return self.registries.place(id)

    def _proposed(self, registry: str, id: str) -> str:
        """Propose the record of a row, without what holds it, and return its id."""
        _, cells = self._records[registry][id]
        record = _named(PLACES if registry == "places" else ACTORS, cells)
        record.pop("within" if registry == "places" else "part_of", None)
        if registry == "actors":
            record = {"kind": "organisation"} | record
            record["offices"] = [_office(item) for item in decode_list(cells.get("offices", ""))]
        return self.registries.propose(registry, slug(id), record)

    def source(self, id: str) -> str:
        """Return the id of a source; one that nothing is known of is proposed without a date."""
        if self.registries.is_known("sources", id):
            return id
        _, cells = self._records["sources"].get(id, ("", {}))
        record = {"outlet": id} | _fields(SOURCES, cells)
        return self.registries.propose("sources", slug(id), record)

    def term(self, vocabulary: str, id: str) -> str:
        """Return the id of a term that a cell names by its id or its name; perhaps proposed."""
        return id if self.registries.is_known(vocabulary, id) else self.registries.term(
            vocabulary, id
        )  # fmt: skip


def _fields(table: Table, cells: Cells) -> dict[str, Any]:
    """Return what the cells of a row give, by field: lists as lists, all else as text.

    Empty cells, columns of the key and computed ones are left out.
    """
    return {
        column.name: decode_list(text) if column.is_list else text
        for column in table.columns
        if not column.is_computed and column.name not in table.key
        if (text := plain_text(cells.get(column.name, "")))
    }


def _named(table: Table, cells: Cells) -> dict[str, Any]:
    """Return the record of an actor or a place, without those that hold it."""
    record = _fields(table, cells)
    names = decode_pairs(plain_text(cells.get("names", "")))
    return {
        **record,
        "name": plain_line(cells.get("name")) or cells["id"],
        "names": {language: texts[0] for language, texts in names.items()},
    }


def _office(item: str) -> dict[str, str]:
    """Return an office as in the YAML, from `title (date)`."""
    match = _OFFICE.fullmatch(item)
    if match and _is_date(match[2]):
        return {"title": match[1], "date": match[2]}
    return {"title": item}


def _event(row: str, cells: Cells, beside: _Beside) -> ImportedEvent:
    """Return the event of a row, with the accounts beside it. SkippedRow where it gives none."""
    text = {key: plain_text(cell) for key, cell in cells.items()}
    title = plain_line(cells["title"])
    if not title:
        raise SkippedRow("it has no title")
    when = _edtf(text["date"])
    id = text.get("id", "")
    data: dict[str, Any] = {
        **_fields(EVENTS, cells),
        "title": title,
        "date": when,
        "date_basis": text.get("date_basis") or "As in the imported file.",
        "kind": beside.term("kinds", text.get("kind") or "event"),
        "summary": text.get("summary") or title,
        "actors": _roles(text.get("actors", ""), beside),
        "places": [beside.place(id) for id in decode_list(text.get("places", ""))],
    }
    if not _DAY.fullmatch(data.get("added", "")):
        data.pop("added", None)
    accounts = [
        _account(*beside.accounts[id, account], beside, (id, account))
        for account in (beside.accounts_of.get(id, ()) if id else ())
    ]
    data["accounts"] = accounts or [{"locator": row, "says": data["summary"]}]
    _keep_ids(data["accounts"], [account for event, account in beside.accounts if event == id])
    return ImportedEvent(row, slug(title) or "event", data, id or None)


def _keep_ids(accounts: list[dict[str, Any]], ids: list[str]) -> None:
    """Write the ids of accounts where the loader would call them by others."""
    for account, id, derived in zip(accounts, ids, account_ids(accounts), strict=False):
        if id != derived and id == slug(id) and ids.count(id) == 1:
            account["id"] = id


def _account(row: str, cells: Cells, beside: _Beside, key: tuple[str, str]) -> dict[str, Any]:
    """Return the account of a row as in the YAML; `key` are the ids of the event and its own."""
    text = {name: plain_text(cell) for name, cell in cells.items()}
    numbers = decode_list(text.get("paragraphs", ""))
    says = text["says"]
    if not says or not text["source"]:
        raise SkippedRow(f"accounts.csv, {row}: it has no source, or says nothing")
    figures = [
        figure
        for figure_row, figure_cells in beside.figures.get(key, ())
        if (figure := _figure(figure_row, figure_cells, beside)) is not None
    ]
    return {
        **_fields(ACCOUNTS, cells),
        "source": beside.source(text["source"]),
        "locator": text.get("locator") or (None if numbers else f"accounts.csv, {row}"),
        "according_to": [beside.actor(id) for id in decode_list(text.get("according_to", ""))],
        "date": _edtf(text["date"]) if text.get("date") else None,
        "actors": _roles(text.get("actors", ""), beside),
        "figures": figures,
        "labels": {
            id if id == "this" else beside.actor(id): labels
            for id, labels in decode_pairs(text.get("labels", "")).items()
        },
    }


def _figure(row: str, cells: Cells, beside: _Beside) -> dict[str, Any] | None:
    """Return the figure of a row as in the YAML; None, and a line of the report, if it is none."""
    figure = {key: plain_line(value) for key, value in _fields(FIGURES, cells).items()}
    if "measure" not in figure:
        beside.report.skip(f"figures.csv, {row}", "it has no measure")
        return None
    figure["measure"] = beside.term("measures", figure["measure"])
    if "of" in figure:
        figure["of"] = beside.term("populations", figure["of"])
    return figure


def _roles(cell: str, beside: _Beside) -> list[dict[str, str]]:
    roles = []
    for item in decode_roles(cell):
        role = {"role": beside.term("roles", item["role"])} if item.get("role") else {}
        roles.append({"id": beside.actor(item["id"]), **role})
    return roles


def _edtf(text: str) -> str:
    try:
        return parse_date(text).text
    except DateError as error:
        raise SkippedRow(f"{error.message} ({error.way_out})") from None


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except DateError:
        return False
    return True
