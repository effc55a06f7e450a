"""A workbook to begin with: a column for all that `import table` knows, and what each means."""

import io

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from generator.authoring.imports.column_map import FIELDS, MEASURES

EVENTS, HELP = "Events", "Columns"
_LEFT_OUT = ("year", "month", "day")
"""Fields for tables that part a date; a new one has its date in one column."""
_WIDE = {"title": 34, "text": 60, "address": 40}


def template_workbook() -> bytes:
    """Return the workbook: a sheet with a header alone, and one that explains each column."""
    book = Workbook()
    events = book.active
    assert events is not None
    events.title = EVENTS
    names = [name for name in FIELDS if name not in _LEFT_OUT]
    columns = [*names, *MEASURES]
    events.append(columns)
    events.freeze_panes = "A2"
    for number, name in enumerate(columns, 1):
        events.cell(1, number).font = Font(bold=True)
        events.column_dimensions[get_column_letter(number)].width = _WIDE.get(name, 16)
        if name in ("date", "end", "source_date"):  # kept as it is typed: 2021-05, about 2012
            for row in range(2, 1002):
                events.cell(row, number).number_format = "@"
    explained = book.create_sheet(HELP)
    explained.append(["column", "what it holds", "for example"])
    for cell in explained[1]:
        cell.font = Font(bold=True)
    for name in names:
        explained.append([name, FIELDS[name].about, FIELDS[name].example])
    for name in MEASURES:
        explained.append([name, f"how many were {name}: a number, 12-20, about 12, or words", "12"])
    for letter, width in zip("ABC", (16, 70, 40), strict=True):
        explained.column_dimensions[letter].width = width
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
