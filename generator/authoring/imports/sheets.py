"""Tables as files hold them: a CSV file is one sheet, a workbook has several."""

import csv
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from generator.authoring.imports.delimited import UnsuitableText, decode, read_cells

WORKBOOKS = (".xlsx", ".xlsm")
# What a reader of workbooks raises of files that are none: SyntaxError is that of readers of XML.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, LookupError, ValueError, TypeError, AttributeError, OSError,
    EOFError, SyntaxError, NotImplementedError,
)  # fmt: skip


@dataclass
class Sheet:
    """A table: its header, and its rows below each other."""

    name: str
    """As the workbook calls it; empty where the file is the table."""
    header: list[str]
    rows: list[tuple[int, list[str]]]
    """The cells of each row that has any, with its number in a spreadsheet: 2 is the first."""
    remarks: list[str] = field(default_factory=list)
    """What a reader of the file should know."""
    broken: str = ""
    """Where the file could not be read any further, and why; empty where all was read."""

    @property
    def lead(self) -> str:
        """What stands before the number of a row: `sheet Data, `."""
        return f"sheet {self.name}, " if self.name else ""

    def named_rows(
        self, known: Collection[str] = ()
    ) -> Iterator[tuple[str, dict[str, str], str | None]]:
        """Yield where each row stands, its cells by their column, and what is wrong with it.

        A header is taken for one of the `known` columns where they differ in case or blanks alone.
        Empty cells at the end may be missing, or too many; a second header, of tags, is no row.
        """
        spelled = {column_fold(name): name for name in known}
        header = [spelled.get(column_fold(name), name) for name in self.header]
        for number, cells in self.rows:
            if cells[0].startswith("#") and all(not c or c.startswith("#") for c in cells):
                continue
            here = cells[: len(header)] + [""] * (len(header) - len(cells))
            beyond = len(cells) if any(cell.strip() for cell in cells[len(header) :]) else 0
            wrong = f"{beyond} cells, not {len(header)}" if beyond else None
            named = {name: cell for name, cell in zip(header, here, strict=True) if name}
            yield f"{self.lead}row {number}", named, wrong


def column_fold(name: str) -> str:
    """Return the name of a column without differences of case and blanks."""
    return " ".join(name.casefold().split())


def read_sheets_of(file: Path, encoding: str | None = None) -> list[Sheet]:
    """Return the tables of a CSV file or a workbook. UnsuitableText where it is neither."""
    if file.suffix.lower() in WORKBOOKS or zipfile.is_zipfile(file):
        sheets = [_sheet(title, rows) for title, rows in _book(file)]
        if not sheets:
            raise UnsuitableText("the workbook has no sheet with cells")
        return sheets
    text, guessed = decode(file.read_bytes(), encoding)
    remarks = (
        [f"read as {guessed}, which was guessed; if words look wrong, name another --encoding"]
        if guessed
        else []
    )
    rows: list[list[str]] = []
    broken = ""
    try:
        rows += read_cells(text)
    except csv.Error as error:
        broken = f"line {len(rows) + 1}: broken, and nothing after it was read: {error}"
    sheet = _sheet("", rows)
    sheet.remarks, sheet.broken = remarks, broken
    return [sheet]


def _sheet(name: str, rows: Iterable[Sequence[str]]) -> Sheet:
    lines = [list(row) for row in rows]
    # A title may stand above the table of a workbook, with nothing beside it.
    start = 0
    if name:
        filled = [sum(bool(cell.strip()) for cell in row) for row in lines[:10]]
        start = next((n for n, count in enumerate(filled) if count > 1), 0)
    header = [cell.strip() for cell in lines[start]] if lines else []
    below = enumerate(lines[start + 1 :], start + 2)
    return Sheet(name, header, [(n, row) for n, row in below if any(c.strip() for c in row)])


def _book(file: Path) -> list[tuple[str, list[list[str]]]]:
    """Return the texts in the cells of every sheet, row by row."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(file, read_only=True, data_only=True)
        return [
            (
                sheet.title,
                [[_cell_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)],
            )
            for sheet in book.worksheets
        ]
    except InvalidFileException:
        raise UnsuitableText("this is no workbook that can be read: save it as .xlsx") from None
    except _BROKEN as error:
        raise UnsuitableText(f"this is no workbook: {error}") from None


def _cell_text(value: Any) -> str:
    """Return the value of a cell as it would stand in CSV: days and times by ISO 8601."""
    from openpyxl.utils.escape import unescape

    match value:
        case None:
            return ""
        case str():
            return unescape(value)
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():  # as programs make of a day
            return value.date().isoformat()
        case datetime():
            form = "minutes" if value.second == 0 and value.microsecond == 0 else "seconds"
            return value.isoformat(timespec=form)
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
    return str(value)
