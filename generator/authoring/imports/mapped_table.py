"""A table of events as people keep one in a spreadsheet: a row an event, a map of its columns.

Each row is an event with an account of the source that it names, or of the table itself. What is
wrong in a cell is said by sheet, row and column. A row without a date or without words gives
nothing; any other cell that cannot be read is left out alone.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.authoring.imports.base import ImportedEvent, ImportedFile, SkippedRow, rows_of
from generator.authoring.imports.cell_dates import cell_date, order_of, time_text
from generator.authoring.imports.cell_numbers import are_degrees, figure_values
from generator.authoring.imports.column_map import FIGURE, ColumnMap
from generator.authoring.imports.html_text import plain_line, plain_text
from generator.authoring.imports.media import address_in, media_accounts
from generator.authoring.imports.name_matching import Registries, SeveralFit
from generator.authoring.imports.sheets import Sheet
from generator.model.dates import DateError, parse_date
from generator.model.scalars import is_language
from generator.support.plain_text import shortened, slug

_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BETWEEN_ADDRESSES = re.compile(r"[\s;|]+")


def read_table(
    file: Path, sheet: Sheet, columns: ColumnMap, registries: Registries
) -> ImportedFile:
    """Return the events of a sheet whose columns are what a map says."""
    reader = _Reader(columns, registries, ImportedFile({"outlet": file.name}))
    dates = [*columns.columns.get("date", ()), *columns.columns.get("end", ())]
    at = [sheet.header.index(column) for column in dates if column in sheet.header]
    cells = (row[n] for _, row in sheet.rows for n in at if n < len(row))
    reader.order = columns.dates or order_of(cells)
    for row, named in rows_of(sheet, reader.imported.report):
        try:
            reader.imported.events.append(reader.event(row, named))
        except SkippedRow as error:
            reader.imported.report.skip(row, error)
    if left := [column for column in sheet.header if column and column not in columns.taken]:
        reader.imported.report.add(f"all rows: left out: the columns {', '.join(left)}")
    return reader.imported


class _Reader:
    """Makes events of rows."""

    def __init__(self, columns: ColumnMap, registries: Registries, imported: ImportedFile) -> None:
        self.imported = imported
        self.order: str | None = None
        self._columns, self._registries = columns, registries
        self._language = registries.language

    def event(self, row: str, cells: Mapping[str, str]) -> ImportedEvent:
        """Return the event of a row. SkippedRow where it has no date, or no words."""
        when = self._date(row, cells)
        text, title = plain_text(self._cell(cells, "text")), plain_line(self._cell(cells, "title"))
        if not (title or text):
            raise SkippedRow("it has neither a title nor a text")
        id = plain_line(self._cell(cells, "id"))
        place = f"id {id}" if id else row
        written = plain_line(self._cell(cells, "date"))
        basis = plain_text(self._cell(cells, "date_basis")) or (
            self._language.gettext(
                "As in the imported table, where it is written: %(written)s", written=written
            )
            if written and written != when
            else self._language.gettext("As in the imported table.")
        )
        figures = self._figures(row, cells)
        says = text or title
        accounts: list[dict[str, Any]] = [
            {**source, "says": says, "figures": figures if n == 0 else []}
            for n, source in enumerate(self._sources(row, place, cells))
        ]
        media = {key: self._cell(cells, key) for key in ("media", "caption", "credit")}
        if any(media.values()):
            accounts += media_accounts(
                place, {"url": media["media"], **media, "media": ""},
                self._registries, self.imported.report,
            )  # fmt: skip
        data: dict[str, Any] = {
            "title": title or shortened(text, 80),
            "date": when,
            "date_basis": basis,
            "kind": self._kind(cells),
            "summary": text or title,
            "actors": self._actors(row, cells),
            "places": self._places(row, cells),
            "accounts": accounts,
        }
        key = place if id else None
        return ImportedEvent(row, slug(data["title"]) or "event", data, key=key)

    def _cell(self, cells: Mapping[str, str], name: str) -> str:
        column = self._columns.column(name)
        return cells.get(column, "").strip() if column else ""

    def _at(self, row: str, name: str) -> str:
        """Return where a cell stands: `row 3, column 'Datum'`."""
        return f"{row}, column {self._columns.column(name)!r}"

    def _date(self, row: str, cells: Mapping[str, str]) -> str:
        day = self._dated(cells, "date") or self._of_parts(cells)
        if not day:
            raise SkippedRow("it has no date")
        start = self._timed(row, cells, day, "time")
        last = self._dated(cells, "end")
        end = self._timed(row, cells, last or day, "end_time")
        if end == start or (not last and end == day):
            return start
        return _checked_date(f"{start}/{end}")

    def _dated(self, cells: Mapping[str, str], name: str) -> str:
        cell = plain_line(self._cell(cells, name))
        if not cell:
            return ""
        try:
            return cell_date(cell, self.order)
        except DateError as error:
            column = self._columns.column(name)
            said = f"column {column!r}: {error.message} ({error.way_out})"
            raise SkippedRow(said) from None

    def _timed(self, row: str, cells: Mapping[str, str], day: str, name: str) -> str:
        """Return a day with the time of its cell; what cannot stand behind it is reported."""
        written = plain_line(self._cell(cells, name))
        if not written:
            return day
        time = time_text(written)
        if time and _WHOLE_DAY.fullmatch(day):
            return f"{day}{time}"
        if not time:
            why = "is no time of day, such as 14:30"
        elif day.endswith(time):
            return day
        else:
            why = f"stands on a whole day alone, not on {day}"
        self.imported.report.add(f"{self._at(row, name)}: left out: {written!r} {why}")
        return day

    def _of_parts(self, cells: Mapping[str, str]) -> str:
        year, month, day = (plain_line(self._cell(cells, p)) for p in ("year", "month", "day"))
        parts = [part for part in (year, month, day) if part]
        if not year or not all(part.isascii() and part.isdigit() for part in parts):
            return ""
        numbers = [
            year.zfill(4),
            *(part.zfill(2) for part in ((month, day) if month else ()) if part),
        ]
        return _checked_date("-".join(numbers))

    def _sources(self, row: str, place: str, cells: Mapping[str, str]) -> list[dict[str, Any]]:
        """Return the source of each account that a row gives, and where the words stand in it."""
        outlet, title = (plain_line(self._cell(cells, key)) for key in ("source", "source_title"))
        written = self._cell(cells, "address")
        addresses = [
            found for part in _BETWEEN_ADDRESSES.split(written) if (found := address_in(part))
        ]
        if written and not addresses:
            self.imported.report.add(
                f"{self._at(row, 'address')}: left out: {written!r} is no address of the web"
            )
        if not outlet and not addresses:
            return [{"locator": place}]
        known = {}
        if language := self._cell(cells, "language"):
            if is_language(language):
                known["language"] = language
            else:
                self.imported.report.add(
                    f"{self._at(row, 'language')}: left out: {language!r} is no language tag, as tr"
                )
        if published := plain_line(self._cell(cells, "source_date")):
            try:
                known["published"] = cell_date(published, self.order)
            except DateError as error:
                where = self._at(row, "source_date")
                self.imported.report.add(f"{where}: left out: {error.message}")
        sources: dict[str, None] = {}
        for address in addresses or [""]:
            name = outlet or address.split("/")[2]
            try:
                sources[self._registries.source(name, title, address, **known)] = None
            except SeveralFit as error:
                self.imported.report.leave_out(
                    self._at(row, "address" if address else "source"),
                    f"{error}: give its address, headline and date as the source has them, "
                    "or put it in by hand",
                )
        if not sources:
            return [{"locator": place}]
        return [
            {
                "source": source,
                "locator": self._language.gettext(
                    "as in the imported table, %(place)s", place=place
                ),
            }
            for source in sources
        ]

    def _kind(self, cells: Mapping[str, str]) -> str:
        word = plain_line(self._cell(cells, "kind"))
        try:
            return self._registries.kinds.of(word)
        except SkippedRow as error:
            where = f"column {self._columns.column('kind')!r}: " if word else ""
            raise SkippedRow(f"{where}{error}") from None

    def _figures(self, row: str, cells: Mapping[str, str]) -> list[dict[str, Any]]:
        figures = []
        for measure, column in self._columns.figures:
            if text := plain_line(cells.get(column, "")):
                is_id = self._registries.is_known("measures", measure)
                try:
                    id = (
                        measure
                        if is_id
                        else self._registries.term("measures", measure.capitalize())
                    )
                except SeveralFit as error:
                    self.imported.report.leave_out(
                        f"{row}, column {column!r}",
                        f'{error}: say which: --map "{FIGURE}ID={column}"',
                    )
                    continue
                figures.append({"measure": id, **figure_values(text)})
        return figures

    def _actors(self, row: str, cells: Mapping[str, str]) -> list[dict[str, str]]:
        ids: dict[str, None] = {}
        for column in self._columns.columns.get("actor", ()):
            for name in map(plain_line, cells.get(column, "").split(";")):
                try:
                    ids |= {self._registries.actor(name, "organisation"): None} if name else {}
                except SeveralFit as error:
                    where = f"{row}, column {column!r}"
                    self.imported.report.leave_out(where, f"{error}: write its id")
        return [{"id": id} for id in ids]

    def _places(self, row: str, cells: Mapping[str, str]) -> list[str]:
        name = plain_line(self._cell(cells, "place"))
        if not name:
            return []
        known: dict[str, Any] = {"country": plain_line(self._cell(cells, "country"))}
        degrees = [self._cell(cells, key).replace(",", ".") for key in ("lat", "lon")]
        if any(degrees):
            if are_degrees(*degrees):
                known |= {"lat": degrees[0], "lon": degrees[1]}
            else:
                where = f"{self._at(row, 'lat')} and {self._columns.column('lon')!r}"
                said = " ".join(degrees)
                self.imported.report.add(f"{where}: left out: {said!r} are no degrees, as 45.5")
        names = [part for part in (plain_line(part) for part in name.split(";")) if part]
        ids: dict[str, None] = {}
        for part in names:
            try:
                ids[self._registries.place(part, **(known if len(names) == 1 else {}))] = None
            except SeveralFit as error:
                where = self._at(row, "place")
                self.imported.report.leave_out(where, f"{error}: write its id, or its degrees")
        return list(ids)


def _checked_date(text: str) -> str:
    """Return a date in EDTF. SkippedRow where it is none."""
    try:
        return parse_date(text).text
    except DateError as error:
        raise SkippedRow(f"{error.message} ({error.way_out})") from None
