"""What every import shares: the events that it takes from a file, and a report of all else.

To add an import: write a module with a function `read_…(file, registries)` that returns an
`ImportedFile`, put it into `READERS` in `__init__.py`, and test it in `tests/authoring/imports/`.
A reader of a file with one title a line:

    def read_titles(file: Path, registries: Registries) -> ImportedFile:
        imported = ImportedFile({"outlet": file.name})
        for number, title in enumerate(read_text(file).splitlines(), 1):
            row = f"line {number}"
            data = {"title": title, "date": title[:4], "date_basis": "As in the file.",
                    "kind": registries.term("kinds", "Event"), "summary": title,
                    "accounts": [{"locator": row, "says": title}]}
            imported.events.append(ImportedEvent(row, slug(title), data))
        return imported

Ids, registries, relations and files are the same for all imports: see `drafts.py`. A row that would
break a rule is left out there, and reported.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.authoring.imports.delimited import UnsuitableText, decode
from generator.authoring.imports.html_text import clean
from generator.authoring.imports.sheets import Sheet, column_fold, read_sheets_of


class UnsuitableFile(Exception):
    """The file as a whole is not what it should be; the text says why."""


class SkippedRow(Exception):
    """A row gives no event; the text says why."""


class EmptyCell(SkippedRow):
    """A row gives no event, for a cell that it needs is empty."""

    def __init__(self, cell: str, write: str) -> None:
        """`cell` is the name of its column, and `write` says what belongs there."""
        super().__init__(f"{cell} is empty: write {write}")


class Report:
    """One line for each row that was skipped and for all else that was not taken over."""

    def __init__(self) -> None:
        self._lines: dict[str, bool] = {}

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines in the order in which they were added, each once."""
        return tuple(self._lines)

    @property
    def skipped_rows(self) -> int:
        """How many lines tell of a row that was skipped."""
        return sum(self._lines.values())

    def add(self, line: str, *, is_skipped: bool = False) -> None:
        """Add a line; `is_skipped` where it tells of a row that gives nothing."""
        line = " ".join(clean(line).split())  # one line, whatever stands in the file
        self._lines.setdefault(line, is_skipped)

    def leave_out(self, where: str, why: object) -> None:
        """Add a line on what is left out of a row that is taken."""
        self.add(f"{where}: left out: {why}")

    def skip(self, row: str, why: object) -> None:
        """Add a line on a row that was skipped."""
        self.add(f"{row}: broken: {why}", is_skipped=True)

    def extend(self, report: "Report", lead: str) -> None:
        """Add the lines of the report on another file, each behind what says which."""
        for line, is_skipped in report._lines.items():
            self.add(f"{lead}{line}", is_skipped=is_skipped)


@dataclass
class ImportedEvent:
    """One event of a file."""

    row: str
    """Where it stands, for the report: `row 12`, `event 3`."""
    slug: str
    """The end of its id, after the date, where the file gives no id of ours."""
    data: dict[str, Any]
    """The event as in its YAML, its accounts without a source where that is the file itself."""
    id: str | None = None
    """The id that the file itself gives it.

    It is kept where it is one of ours (`2021-05-06-gate`), else `slug` is taken.
    """
    key: str | None = None
    """What tells the row from all others in every version of the file: `id 17`.

    Without one, a row is known by what it says, and then by its number.
    """


@dataclass
class ImportedFile:
    """All that was taken from a file."""

    source: dict[str, str]
    """What is known of the file as a source: outlet, title, url."""
    events: list[ImportedEvent] = field(default_factory=list)
    report: Report = field(default_factory=Report)
    listed: dict[tuple[str, str], str] = field(default_factory=dict)
    """Where the file lists a proposed record, for the report: by registry and id."""
    kept: set[tuple[str, str]] = field(default_factory=set)
    """Proposed records that are taken over though no event uses them, by registry and id."""
    settings: dict[str, Any] = field(default_factory=dict)
    """What chronology.yml lacks, and the file gives, by key."""


def read_text(file: Path) -> str:
    """Return the text of a file; UnsuitableFile where its encoding is none that can be known."""
    try:
        return decode(file.read_bytes())[0]
    except UnsuitableText as error:
        raise UnsuitableFile(str(error)) from None


def read_sheets(file: Path, encoding: str | None = None) -> list[Sheet]:
    """Return the tables of a CSV file or a workbook; UnsuitableFile where it is neither."""
    try:
        return read_sheets_of(file, encoding)
    except UnsuitableText as error:
        raise UnsuitableFile(str(error)) from None


def read_rows(
    file: Path, required: Collection[str], known: Collection[str], report: Report
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the rows of a CSV file, or of the sheet of a workbook that has the required columns.

    Each has its name in a spreadsheet: `row 2` is the first. `known` are columns that may be
    written in another case. UnsuitableFile where a required one is missing. A row with more cells
    than the header is skipped and reported; an empty one is passed over.
    """
    sheets = read_sheets(file)
    sheet = next(
        (candidate for candidate in sheets if not _missing(candidate, required)), sheets[0]
    )
    if missing := _missing(sheet, required):
        raise UnsuitableFile(f"the file has no column {', '.join(map(repr, missing))}")
    yield from rows_of(sheet, report, {*required, *known})


def rows_of(
    sheet: Sheet, report: Report, known: Collection[str] = ()
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the rows of a sheet, as `read_rows` does."""
    for row, cells, wrong in sheet.named_rows(known):
        if wrong:
            report.skip(row, wrong)
        else:
            yield row, cells
    for remark in sheet.remarks:
        report.add(remark)
    if sheet.broken:
        report.add(sheet.broken, is_skipped=True)


def _missing(sheet: Sheet, required: Collection[str]) -> list[str]:
    has = set(map(column_fold, sheet.header))
    return [name for name in required if name.casefold() not in has]
