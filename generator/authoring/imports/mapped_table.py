"""A table of events as people keep one in a spreadsheet: a row an event, a map of its columns.

Each row is an event with an account of the source that it names, or of the table itself. What is
wrong in a cell is said by sheet, row and column. A row without a date or without words gives
nothing; any other cell that cannot be read is left out alone.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.authoring.imports.base import (
    EmptyCell,
    ImportedEvent,
    ImportedFile,
    SkippedRow,
    rows_of,
)
from generator.authoring.imports.cell_dates import cell_date, order_of
from generator.authoring.imports.cell_numbers import are_degrees, figure_values
from generator.authoring.imports.column_map import FIGURE, ColumnMap
from generator.authoring.imports.html_text import plain_line, plain_text
from generator.authoring.imports.mapped_row import MappedRow
from generator.authoring.imports.media import address_in, media_accounts
from generator.authoring.imports.name_matching import Registries, SeveralFit
from generator.authoring.imports.sheets import Sheet
from generator.model.dates import DateError
from generator.model.scalars import is_language
from generator.support.plain_text import shortened, slug

_BETWEEN_ADDRESSES = re.compile(r"[\s;|]+")


def read_table(
    file: Path, sheet: Sheet, columns: ColumnMap, registries: Registries
) -> ImportedFile:
    """Return the events of a sheet whose columns are what a map says."""
    imported = ImportedFile({"outlet": file.name})
    date_order = columns.dates or order_of(_cells_of_dates(sheet, columns))
    for where, cells in rows_of(sheet, imported.report):
        row = MappedRow(where, cells, columns, date_order, imported.report)
        try:
            imported.events.append(_event(row, registries))
        except SkippedRow as error:
            imported.report.skip(where, error)
    if left := [column for column in sheet.header if column and column not in columns.taken]:
        imported.report.leave_out("all rows", f"the columns {', '.join(left)}")
    return imported


def _cells_of_dates(sheet: Sheet, columns: ColumnMap) -> Iterable[str]:
    """Yield every cell in which a date of an event may stand."""
    dates = [*columns.columns.get("date", ()), *columns.columns.get("end", ())]
    at = [sheet.header.index(column) for column in dates if column in sheet.header]
    return (cells[n] for _, cells in sheet.rows for n in at if n < len(cells))


def _event(row: MappedRow, registries: Registries) -> ImportedEvent:
    """Return the event of a row. Raises SkippedRow where it has no date, or no words."""
    date = row.date()
    title, text = row.line("title"), plain_text(row.cell("text"))
    if not (title or text):
        raise _without_words(row)
    id = row.line("id")
    place = f"id {id}" if id else row.where
    accounts = _accounts(row, place, text or title, registries)
    data: dict[str, Any] = {
        "title": title or shortened(text, 80),
        "date": date,
        "date_basis": _date_basis(row, date, registries),
        "kind": _kind(row, registries),
        "summary": text or title,
        "actors": _actors(row, registries),
        "places": _places(row, registries),
        "accounts": accounts,
    }
    key = place if id else None
    return ImportedEvent(row.where, slug(data["title"]) or "event", data, key=key)


def _without_words(row: MappedRow) -> SkippedRow:
    """Return what to say of a row whose title and text are empty."""
    for field in ("title", "text"):
        if column := row.columns.column(field):
            return EmptyCell(f"column {column!r}", "what happened")
    return SkippedRow("it has neither a title nor a text")


def _date_basis(row: MappedRow, date: str, registries: Registries) -> str:
    language, written = registries.language, row.line("date")
    if basis := plain_text(row.cell("date_basis")):
        return basis
    if written and written != date:
        return language.gettext(
            "As in the imported table, where it is written: %(written)s", written=written
        )
    return language.gettext("As in the imported table.")


def _kind(row: MappedRow, registries: Registries) -> str:
    word = row.line("kind")
    try:
        return registries.kinds.of(word)
    except SkippedRow as error:
        where = f"column {row.columns.column('kind')!r}: " if word else ""
        raise SkippedRow(f"{where}{error}") from None


def _accounts(
    row: MappedRow, place: str, says: str, registries: Registries
) -> list[dict[str, Any]]:
    """Return an account of each source that a row names, and of its picture or film.

    `place` is where the row stands in the table. The first account has all figures.
    """
    figures = _figures(row, registries)
    accounts: list[dict[str, Any]] = [
        {**source, "says": says, "figures": figures if n == 0 else []}
        for n, source in enumerate(_sources(row, place, registries))
    ]
    media = {field: row.cell(field) for field in ("media", "caption", "credit")}
    if any(media.values()):
        fields = {"url": media["media"], **media, "media": ""}
        accounts += media_accounts(place, fields, registries, row.report)
    return accounts


def _sources(row: MappedRow, place: str, registries: Registries) -> list[dict[str, str]]:
    """Return the source of each account that a row gives, and where the words stand in it.

    An account without a source is one of the table itself.
    """
    outlet, title = row.line("source"), row.line("source_title")
    written = row.cell("address")
    addresses = list(filter(None, map(address_in, _BETWEEN_ADDRESSES.split(written))))
    if written and not addresses:
        row.leave_out("address", f"{written!r} is no address of the web")
    known = _known_of_source(row) if outlet or addresses else {}
    ids: dict[str, None] = {}
    for address in addresses or ([""] if outlet else []):
        name = outlet or address.split("/")[2]
        try:
            ids[registries.source(name, title, address, **known)] = None
        except SeveralFit as error:
            row.leave_out(
                "address" if address else "source",
                f"{error}: give its address, headline and date as the source has them, "
                "or put it in by hand",
            )
    locator = registries.language.gettext("as in the imported table, %(place)s", place=place)
    return [{"source": id, "locator": locator} for id in ids] or [{"locator": place}]


def _known_of_source(row: MappedRow) -> dict[str, str]:
    """Return the language and the day of the sources of a row."""
    known = {}
    if language := row.cell("language"):
        if is_language(language):
            known["language"] = language
        else:
            row.leave_out("language", f"{language!r} is no language tag, as tr")
    if published := row.line("source_date"):
        try:
            known["published"] = cell_date(published, row.date_order)
        except DateError as error:
            row.leave_out("source_date", error.message)
    return known


def _figures(row: MappedRow, registries: Registries) -> list[dict[str, str]]:
    figures = []
    for measure, column in row.columns.figures:
        if cell := plain_line(row.cells.get(column, "")):
            try:
                id = _measure_id(measure, registries)
            except SeveralFit as error:
                why = f'{error}: say which: --map "{FIGURE}ID={column}"'
                row.report.leave_out(f"{row.where}, column {column!r}", why)
                continue
            figures.append({"measure": id, **figure_values(cell)})
    return figures


def _measure_id(measure: str, registries: Registries) -> str:
    """Return the id of a measure that a map names. Raises SeveralFit."""
    if registries.is_known("measures", measure):
        return measure
    return registries.term("measures", measure.capitalize())


def _actors(row: MappedRow, registries: Registries) -> list[dict[str, str]]:
    ids: dict[str, None] = {}
    for column in row.columns.columns.get("actor", ()):
        for name in _names(row.cells.get(column, "")):
            try:
                ids[registries.actor(name, "organisation")] = None
            except SeveralFit as error:
                why = f"{error}: write its id"
                row.report.leave_out(f"{row.where}, column {column!r}", why)
    return [{"id": id} for id in ids]


def _places(row: MappedRow, registries: Registries) -> list[str]:
    names = _names(row.line("place"))
    if not names:
        return []
    known = {"country": row.line("country"), **_degrees(row)}
    ids: dict[str, None] = {}
    for name in names:
        try:
            # Of several places, nobody knows which one the other cells speak of.
            ids[registries.place(name, **(known if len(names) == 1 else {}))] = None
        except SeveralFit as error:
            row.leave_out("place", f"{error}: write its id, or its degrees")
    return list(ids)


def _degrees(row: MappedRow) -> dict[str, str]:
    """Return the latitude and longitude of a row, or nothing."""
    lat, lon = (row.cell(field).replace(",", ".") for field in ("lat", "lon"))
    if not (lat or lon):
        return {}
    if are_degrees(lat, lon):
        return {"lat": lat, "lon": lon}
    where = f"{row.at('lat')} and {row.columns.column('lon')!r}"
    row.report.leave_out(where, f"{f'{lat} {lon}'!r} are no degrees, as 45.5")
    return {}


def _names(cell: str) -> list[str]:
    """Return the names in a cell, which people part by semicolons."""
    return [name for part in cell.split(";") if (name := plain_line(part))]
