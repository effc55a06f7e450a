"""One row of a table with a map of its columns: its cells by field, and the date that they give."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.authoring.imports.base import EmptyCell, Report, SkippedRow
from generator.authoring.imports.cell_dates import cell_date, time_text
from generator.authoring.imports.column_map import ColumnMap
from generator.authoring.imports.html_text import plain_line
from generator.model.dates import DateError, parse_date

_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class MappedRow:
    """The cells of a row, read by field."""

    where: str
    """Where it stands, for the report: `row 3`."""
    cells: Mapping[str, str]
    """By column."""
    columns: ColumnMap
    date_order: str | None
    """The order of day, month and year in figures, where it is known."""
    report: Report

    def cell(self, field: str) -> str:
        """Return the cell of a field, as it is written; empty where no column is that field."""
        column = self.columns.column(field)
        return self.cells.get(column, "").strip() if column else ""

    def line(self, field: str) -> str:
        """Return the cell of a field as one line of plain text."""
        return plain_line(self.cell(field))

    def at(self, field: str) -> str:
        """Return where the cell of a field stands: `row 3, column 'Datum'`."""
        return f"{self.where}, column {self.columns.column(field)!r}"

    def leave_out(self, field: str, why: object) -> None:
        """Report why the cell of a field is left out."""
        self.report.leave_out(self.at(field), why)

    def date(self) -> str:
        """Return the date of the row in EDTF. Raises SkippedRow where it gives none."""
        day = self._day("date") or self._day_of_parts()
        if not day:
            raise self._without_date()
        start = self._with_time(day, "time")
        last_day = self._day("end")
        end = self._with_time(last_day or day, "end_time")
        if end == start or (not last_day and end == day):
            return start
        return _checked_date(f"{start}/{end}")

    def _without_date(self) -> SkippedRow:
        """Return what to say of a row that gives no day and no year."""
        for field in ("date", "year"):
            if (column := self.columns.column(field)) and not self.line(field):
                return EmptyCell(f"column {column!r}", "when it happened, as 2026-01-09 or 2026")
        return SkippedRow("it has no date")

    def _day(self, field: str) -> str:
        """Return the date of a cell, without a time of its own column; empty where it is empty."""
        written = self.line(field)
        if not written:
            return ""
        try:
            return cell_date(written, self.date_order)
        except DateError as error:
            column = self.columns.column(field)
            why = f"column {column!r}: {error.message} ({error.way_out})"
            raise SkippedRow(why) from None

    def _with_time(self, day: str, field: str) -> str:
        """Return a day with the time of a cell; what cannot stand behind it is reported."""
        written = self.line(field)
        if not written:
            return day
        time = time_text(written)
        if time and _WHOLE_DAY.fullmatch(day):
            return f"{day}{time}"
        if not time:
            self.leave_out(field, f"{written!r} is no time of day, such as 14:30")
        elif not day.endswith(time):
            self.leave_out(field, f"{written!r} stands on a whole day alone, not on {day}")
        return day

    def _day_of_parts(self) -> str:
        """Return the date that year, month and day give in columns of their own, or nothing."""
        year, month, day = map(self.line, ("year", "month", "day"))
        given = [part for part in (year, month, day) if part]
        if not year or not all(part.isascii() and part.isdigit() for part in given):
            return ""
        below_year = [part.zfill(2) for part in (month, day) if part] if month else []
        return _checked_date("-".join([year.zfill(4), *below_year]))


def _checked_date(text: str) -> str:
    """Return a date in EDTF. Raises SkippedRow where it is none."""
    try:
        return parse_date(text).text
    except DateError as error:
        raise SkippedRow(f"{error.message} ({error.way_out})") from None
