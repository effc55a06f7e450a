"""Tables that need no map: what a table is, by its columns, where a reader of its own knows it."""

from collections.abc import Sequence

from generator.authoring.imports.sheets import Sheet
from generator.authoring.imports.ucdp import REQUIRED


def form_of(sheets: Sequence[Sheet]) -> str | None:
    """Return the format of the import that reads these sheets; None where a map is needed."""
    if any(sheet.name == "events" and "date_basis" in sheet.header for sheet in sheets):
        return "xlsx"
    for sheet in sheets:
        header = {column.casefold() for column in sheet.header}
        if header.issuperset(REQUIRED):
            return "ucdp"
        if "headline" in header and header & {"year", "start date"}:
            return "timelinejs"
        if not sheet.name and {"id", "date_basis", "title", "date"} <= header:
            return "csv"
    return None
