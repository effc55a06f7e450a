"""The slides of a TimelineJS file: JSON, or the CSV of its spreadsheet, the old one too.

A row of a spreadsheet becomes such a slide as the JSON has.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.authoring.imports.base import (
    ImportedFile,
    UnsuitableFile,
    read_rows,
    read_text,
)
from generator.authoring.imports.html_text import plain_line
from generator.authoring.imports.sheets import WORKBOOKS

_DATE_PARTS = ("year", "month", "day")
_COLUMNS = {
    "Media": "url", "Media Credit": "credit", "Media Caption": "caption",
    "Media Thumbnail": "thumbnail", "Alt Text": "alt",
}  # fmt: skip
_REQUIRED = ("Headline",)
"""Columns that every version of the spreadsheet has."""
_KNOWN = (
    *_COLUMNS, "Headline", "Text", "Display Date", "Group", "Tag", "Background", "Type",
    "Start Date", "End Date",
    *(f"{end}{part}" for end in ("", "End ") for part in ("Year", "Month", "Day", "Time")),
)  # fmt: skip
_MAX_DEPTH = 8
"""So deep a slide nests."""
_OLD = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?(-?\d{1,4})")


def slides_of(file: Path, imported: ImportedFile) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the slides of a file, each with where it stands.

    The title, and what is left out of the whole file, goes into `imported`.
    """
    is_json = file.suffix.lower() == ".json"
    if not is_json and file.suffix.lower() not in WORKBOOKS:
        is_json = read_text(file).lstrip()[:1] in ("{", "[")
    return _json_slides(read_text(file), imported) if is_json else _sheet_slides(file, imported)


def _json_slides(text: str, imported: ImportedFile) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the slides of a JSON file, each with where it stands: `event 3`, `era 1`."""
    try:
        document = json.loads(text, parse_int=_integer)
    except (ValueError, RecursionError) as error:
        raise UnsuitableFile(f"this is not JSON: {error}") from None
    if not isinstance(document, dict) or not isinstance(document.get("events"), list):
        raise UnsuitableFile("there is no list of events")
    if document.get("scale") == "cosmological":
        raise UnsuitableFile("its scale is cosmological: a chronology has the years 1 to 9999")
    if isinstance(title := document.get("title"), dict):
        _take_title(title if _is_flat(title) else {}, imported)
    for key in other_keys(document, {"title", "events", "eras", "scale"}):
        imported.report.add(f"left out: {key!r}: {short_text(document[key])}")
    eras = document.get("eras")
    for name, slides in (("event", document["events"]), ("era", eras)):
        for number, slide in enumerate(slides if isinstance(slides, list) else (), 1):
            if not _is_flat(slide):
                imported.report.skip(f"{name} {number}", f"it nests deeper than {_MAX_DEPTH}")
            elif isinstance(slide, dict):
                yield f"{name} {number}", {"type": name, **slide}
            else:
                imported.report.skip(f"{name} {number}", f"{short_text(slide)} is no slide")


def _integer(digits: str) -> int | str:
    """Return a whole number; its digits where it is none that a date may have."""
    return int(digits) if len(digits) <= 15 else digits


def _is_flat(value: Any) -> bool:
    """Return whether a value nests no deeper than a slide may."""
    level = [value]
    for _ in range(_MAX_DEPTH):
        inner = [v for v in level if isinstance(v, dict | list)]
        level = [x for v in inner for x in (v.values() if isinstance(v, dict) else v)]
    return not level


def _sheet_slides(file: Path, imported: ImportedFile) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of a CSV file as slides, each with where it stands: `row 3`."""
    for row, cells in read_rows(file, _REQUIRED, _KNOWN, imported.report):
        old = {key: _old_date(cells[key]) for key in ("Start Date", "End Date") if key in cells}
        slide = {
            "start_date": old.get("Start Date") or _cells_date(cells, ""),
            "end_date": old.get("End Date") or _cells_date(cells, "End "),
            "display_date": cells.get("Display Date"),
            "text": {"headline": cells["Headline"], "text": cells.get("Text")},
            "media": {key: cells[name] for name, key in _COLUMNS.items() if cells.get(name)},
            "group": cells.get("Group") or cells.get("Tag"),
            "background": cells.get("Background"),
            "type": (cells.get("Type") or "event").strip().lower(),
        }
        if slide["type"] == "title":
            _take_title(slide, imported)
        else:
            yield row, slide


def _take_title(slide: dict[str, Any], imported: ImportedFile) -> None:
    """The title of the timeline is that of the source."""
    text = slide.get("text")
    if isinstance(text, dict) and (headline := plain_line(text.get("headline"))):
        imported.source["title"] = headline
        if body := plain_line(text.get("text")):
            imported.report.add(f"title: left out: its text: {short_text(body)}")
    for key in other_keys(slide, {"text", "unique_id", "type"}):
        if is_given(slide[key]):
            imported.report.add(f"title: left out: {key}: {short_text(slide[key])}")


def _cells_date(cells: dict[str, str], prefix: str) -> dict[str, str]:
    return {
        part: cells[name]
        for part in (*_DATE_PARTS, "time")
        if (name := f"{prefix}{part.capitalize()}") in cells and cells[name].strip()
    }


def _old_date(cell: str) -> dict[str, str]:
    """Return a date of the old spreadsheet: month/day/year, month/year or year."""
    text = cell.strip().partition(" ")
    match = _OLD.fullmatch(text[0])
    if not match:
        return {"year": cell} if cell.strip() else {}
    first, second, year = match.groups()
    month, day = (first, second) if first else (second, None)
    parts = {"year": year, "month": month, "day": day, "time": text[2]}
    return {key: value for key, value in parts.items() if value}


def other_keys(slide: dict[str, Any], taken: set[str]) -> list[str]:
    """Return the keys that nothing is taken from, in the order of the file."""
    return [key for key in slide if key not in taken]


def is_given(value: Any) -> bool:
    """Return whether a value, or a part of it, says anything."""
    if isinstance(value, dict):
        return any(is_given(part) for part in value.values())
    return value is not None and str(value).strip() != ""


def short_text(value: Any) -> str:
    """Return a value on a line of a report."""
    if isinstance(value, dict) and _is_flat(value):
        value = ", ".join(f"{key} {short_text(part)}" for key, part in value.items() if part)
    if not _is_flat(value):
        return "…"
    text = plain_line(value) or str(value)
    return text if len(text) <= 120 else f"{text[:119]}…"
