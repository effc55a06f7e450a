"""What a foreign file tells: events as in the YAML, and what was left out of them."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


class Unreadable(Exception):
    """The file as a whole is not what it should be; the text says why."""


class Broken(Exception):
    """A row that gives no event; the text says why."""


@dataclass
class Found:
    """One event of the file."""

    row: str
    """Where it stands, for the report: `row 12`, `event 3`."""
    slug: str
    """The end of its id."""
    data: dict[str, Any]
    """The event as in its YAML, its accounts without a source where that is the file itself."""
    id: str | None = None
    """The id that the file itself gives it."""


@dataclass
class Imported:
    """All that a file tells."""

    source: dict[str, str]
    """What is known of the file as a source: outlet, title, url."""
    events: list[Found] = field(default_factory=list)
    report: list[str] = field(default_factory=list)
    """One line for each row that is broken and for all that is left out."""


def read_text(file: Path) -> str:
    """The text of a file; Unreadable where it is none."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"byte {error.start + 1} is not UTF-8: save the file as UTF-8") from None


def read_rows(
    text: str, needed: tuple[str, ...], report: list[str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a CSV file by their names in a spreadsheet, where the header is row 1.

    A row of another width than the header is broken, and reported; an empty one is passed over.
    """
    lines = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [name.strip() for name in next(lines, [])]
        if missing := [name for name in needed if name not in header]:
            raise Unreadable(f"the file has no column {', '.join(map(repr, missing))}")
        for number, cells in enumerate(lines, 2):
            if not any(cell.strip() for cell in cells):
                continue
            if cells[0].startswith("#") and all(not c or c.startswith("#") for c in cells):
                continue  # a second header, of tags
            if len(cells) != len(header):
                report.append(f"row {number}: broken: {len(cells)} cells, not {len(header)}")
                continue
            yield f"row {number}", dict(zip(header, cells, strict=True))
    except csv.Error as error:
        report.append(f"line {lines.line_num}: broken, and nothing after it was read: {error}")
