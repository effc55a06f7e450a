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

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.authoring.imports.html_text import clean


class UnsuitableFile(Exception):
    """The file as a whole is not what it should be; the text says why."""


class SkippedRow(Exception):
    """A row gives no event; the text says why."""


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


@dataclass
class ImportedFile:
    """All that was taken from a file."""

    source: dict[str, str]
    """What is known of the file as a source: outlet, title, url."""
    events: list[ImportedEvent] = field(default_factory=list)
    report: Report = field(default_factory=Report)
    listed: dict[tuple[str, str], str] = field(default_factory=dict)
    """Where the file lists a proposed record, for the report: by registry and id."""
    settings: dict[str, Any] = field(default_factory=dict)
    """What chronology.yml lacks, and the file gives, by key."""


def read_text(file: Path) -> str:
    """Return the text of a file; UnsuitableFile where it is not UTF-8."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} is not UTF-8: save the file as UTF-8"
        raise UnsuitableFile(message) from None


def read_rows(
    text: str, required: tuple[str, ...], report: Report
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the rows of a CSV file, each with its name in a spreadsheet: `row 2` is the first.

    UnsuitableFile where a required column is missing. A row of another width than the header is
    skipped and reported; an empty one is passed over.
    """
    lines = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [name.strip() for name in next(lines, [])]
        if missing := [name for name in required if name not in header]:
            raise UnsuitableFile(f"the file has no column {', '.join(map(repr, missing))}")
        for number, cells in enumerate(lines, 2):
            if not any(cell.strip() for cell in cells):
                continue
            if cells[0].startswith("#") and all(not c or c.startswith("#") for c in cells):
                continue  # a second header, of tags
            if len(cells) != len(header):
                report.skip(f"row {number}", f"{len(cells)} cells, not {len(header)}")
                continue
            yield f"row {number}", dict(zip(header, cells, strict=True))
    except csv.Error as error:
        message = f"line {lines.line_num}: broken, and nothing after it was read: {error}"
        report.add(message, is_skipped=True)
