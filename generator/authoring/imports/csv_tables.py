"""Our own tables, as `exports/tables.py` writes them or as people fill them in a spreadsheet.

The file is that of the events; `accounts.csv`, `figures.csv`, `actors.csv`, `places.csv` and
`sources.csv` are read where they stand beside it. An event without an account gets one whose source
is the file. Columns that the generator computes are passed over.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.authoring.imports.base import (
    Broken,
    Found,
    Imported,
    Unreadable,
    read_rows,
    read_text,
)
from generator.authoring.imports.html_text import line, plain, slug
from generator.authoring.imports.name_matching import Registries
from generator.exports.csv_cells import parted, read_pairs, read_roles
from generator.model.dates.value import DateError, parse

_COMPUTED = {"url", "date_text", "earliest", "latest", "accounts"}
_OF_EVENT = {
    "id", "title", "added", "date", "date_basis", "kind", "status", "summary", "actors", "places",
    "part_of", "follows", "unknowns", *_COMPUTED,
}  # fmt: skip
_OFFICE = re.compile(r"(.*\S) \((\S+)\)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Cells = Mapping[str, str]


def read(file: Path, registries: Registries) -> Imported:
    """The events of a table, with the accounts and figures beside it."""
    found = Imported({"outlet": file.name})
    rows = list(read_rows(read_text(file), ("title", "date"), found.report))
    beside = _Beside(file.parent, registries, found.report)
    if unknown := [name for name in (rows[0][1] if rows else ()) if name not in _OF_EVENT]:
        found.report.append(f"all rows: left out: the columns {', '.join(unknown)}")
    for row, cells in rows:
        try:
            found.events.append(_event(row, cells, beside))
        except Broken as error:
            found.report.append(f"{row}: broken: {error}")
    known = {cells.get("id", "").strip() for _, cells in rows}
    for (event, _), told in sorted(beside.accounts.items()):
        if event not in known:
            found.report.append(f"accounts.csv, {told[0]}: left out: no event has the id {event!r}")
    for (event, account), figures in sorted(beside.figures.items()):
        if (event, account) not in beside.accounts:
            where = ", ".join(row for row, _ in figures)
            found.report.append(f"figures.csv, {where}: left out: {event!r} has no {account!r}")
    return found


class _Beside:
    """The other tables, and the ids that their rows refer to."""

    def __init__(self, folder: Path, registries: Registries, report: list[str]) -> None:
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
        self._records = {
            name: {cells["id"].strip(): cells for _, cells in self._rows(name, ("id",))}
            for name in ("actors", "places", "sources")
        }

    def _rows(self, name: str, needed: tuple[str, ...]) -> list[tuple[str, Cells]]:
        file = self._folder / f"{name}.csv"
        if not file.is_file():
            return []
        faults: list[str] = []
        try:
            rows = list(read_rows(read_text(file), needed, faults))
        except Unreadable as error:
            raise Unreadable(f"{file.name}: {error}") from None
        self.report += [f"{file.name}, {fault}" for fault in faults]
        return [(row, cells) for row, cells in rows]

    def actor(self, id: str) -> str:
        """An actor by its id, or by its name."""
        given = self._known("actors", id)
        if given is not None:
            return given
        cells = self._records["actors"].get(id)
        if cells is None:
            return self.registries.actor(id, "organisation")
        record = self._named(cells, ("kind", "note"))
        record.setdefault("kind", "organisation")
        record["offices"] = [_office(item) for item in parted(cells.get("offices", ""))]
        proposed = self.registries.propose("actors", slug(id), record)
        if holder := cells.get("part_of", "").strip():
            record["part_of"] = self.actor(holder)
        return proposed

    def place(self, id: str) -> str:
        """A place by its id, or by its name."""
        given = self._known("places", id)
        if given is not None:
            return given
        cells = self._records["places"].get(id)
        if cells is None:
            return self.registries.place(id)
        keys = ("kind", "country", "lat", "lon", "precision", "note")
        proposed = self.registries.propose("places", slug(id), record := self._named(cells, keys))
        if holder := cells.get("within", "").strip():
            record["within"] = self.place(holder)
        return proposed

    def source(self, id: str) -> str:
        """A source by its id; one of which nothing else is known has no date of its own."""
        given = self._known("sources", id)
        if given is not None:
            return given
        cells = self._records["sources"].get(id, {})
        record = {key: plain(cells[key]) for key in cells if key != "id" and cells[key].strip()}
        return self.registries.propose("sources", slug(id), {"outlet": id, **record})

    def term(self, vocabulary: str, id: str) -> str:
        """A word of a vocabulary by its id, or by its name."""
        return id if self.registries.is_known(vocabulary, id) else self.registries.term(
            vocabulary, id
        )  # fmt: skip

    def _known(self, registry: str, id: str) -> str | None:
        return id if self.registries.is_known(registry, id) else None

    def _named(self, cells: Cells, keys: Iterable[str]) -> dict[str, Any]:
        record: dict[str, Any] = {"name": line(cells.get("name")) or cells["id"]}
        record["also"] = parted(cells.get("also", ""))
        names = read_pairs(cells.get("names", ""))
        record["names"] = {language: texts[0] for language, texts in names.items()}
        return record | {key: plain(cells[key]) for key in keys if cells.get(key, "").strip()}


def _office(item: str) -> dict[str, str]:
    match = _OFFICE.fullmatch(item)
    if match and _is_date(match[2]):
        return {"title": match[1], "date": match[2]}
    return {"title": item}


def _event(row: str, cells: Cells, beside: _Beside) -> Found:
    text = {key: plain(cell) for key, cell in cells.items()}
    title = line(cells["title"])
    if not title:
        raise Broken("it has no title")
    when = _edtf(text["date"])
    id = text.get("id", "")
    data: dict[str, Any] = {
        "title": title,
        "date": when,
        "date_basis": text.get("date_basis") or "As in the imported file.",
        "kind": beside.term("kinds", text.get("kind") or "event"),
        "status": text.get("status"),
        "summary": text.get("summary") or title,
        "actors": _roles(text.get("actors", ""), beside),
        "places": [beside.place(id) for id in parted(text.get("places", ""))],
        "part_of": text.get("part_of"),
        "follows": parted(text.get("follows", "")),
        "unknowns": parted(text.get("unknowns", "")),
    }
    if _DAY.fullmatch(added := text.get("added", "")):
        data["added"] = added
    told = [
        _account(where, of, beside, (id, account))
        for (event, account), (where, of) in beside.accounts.items()
        if event == id and id
    ]
    data["accounts"] = told or [{"locator": row, "says": data["summary"]}]
    return Found(row, slug(title) or "event", data, id or None)


def _account(row: str, cells: Cells, beside: _Beside, key: tuple[str, str]) -> dict[str, Any]:
    text = {name: plain(cell) for name, cell in cells.items()}
    numbers = parted(text.get("paragraphs", ""))
    says = text["says"]
    if not says or not text["source"]:
        raise Broken(f"accounts.csv, {row}: it has no source, or says nothing")
    figures = [
        figure
        for where, of in beside.figures.get(key, ())
        if (figure := _figure(where, of, beside)) is not None
    ]
    return {
        "source": beside.source(text["source"]),
        "paragraphs": numbers,
        "locator": text.get("locator") or (None if numbers else f"accounts.csv, {row}"),
        "according_to": [beside.actor(id) for id in parted(text.get("according_to", ""))],
        "hedge": text.get("hedge"),
        "says": says,
        "date": _edtf(text["date"]) if text.get("date") else None,
        "actors": _roles(text.get("actors", ""), beside),
        "responds_to": parted(text.get("responds_to", "")),
        "figures": figures,
        "labels": {
            id if id == "this" else beside.actor(id): labels
            for id, labels in read_pairs(text.get("labels", "")).items()
        },
    }


def _figure(row: str, cells: Cells, beside: _Beside) -> dict[str, Any] | None:
    text = {key: line(cell) for key, cell in cells.items()}
    if not text["measure"]:
        beside.report.append(f"figures.csv, {row}: broken: it has no measure")
        return None
    keys = ("value", "min", "max", "qualifier", "as_said", "as_of", "scope")
    found = {key: text[key] for key in keys if text.get(key)}
    of = {"of": beside.term("populations", text["of"])} if text.get("of") else {}
    return {"measure": beside.term("measures", text["measure"]), **of, **found}


def _roles(cell: str, beside: _Beside) -> list[dict[str, str]]:
    found = []
    for item in read_roles(cell):
        role = {"role": beside.term("roles", item["role"])} if item.get("role") else {}
        found.append({"id": beside.actor(item["id"]), **role})
    return found


def _edtf(text: str) -> str:
    try:
        return parse(text).text
    except DateError as error:
        raise Broken(f"{error.message} ({error.way_out})") from None


def _is_date(text: str) -> bool:
    try:
        parse(text)
    except DateError:
        return False
    return True
