"""TimelineJS, as JSON or as the CSV of its spreadsheet, the old one too.

A date has the parts that the file gives and no more. The media of a slide is a source with an
account of its own; a background has no place in a chronology, and is a line of the report. An era
is imported as an event of that kind.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.authoring.imports.base import (
    ImportedEvent,
    ImportedFile,
    Report,
    SkippedRow,
    UnsuitableFile,
    read_rows,
    read_text,
)
from generator.authoring.imports.cell_dates import time_text
from generator.authoring.imports.html_text import plain_line, plain_text
from generator.authoring.imports.media import media_accounts
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.sheets import WORKBOOKS
from generator.model.dates import DateError, parse_date
from generator.support.plain_text import shortened, slug

_PARTS = ("year", "month", "day")
_CLOCK = ("hour", "minute", "second")
_TIMES = ("hour", "minute", "second", "millisecond", "time")
_TAKEN = {
    "start_date", "end_date", "display_date", "text", "group", "unique_id", "edtf", "type",
}  # fmt: skip
_COLUMNS = {
    "Media": "url", "Media Credit": "credit", "Media Caption": "caption",
    "Media Thumbnail": "thumbnail", "Alt Text": "alt",
}  # fmt: skip
REQUIRED = ("Headline",)
"""Columns that every version of the spreadsheet has."""
_KNOWN = (
    *_COLUMNS, "Headline", "Text", "Display Date", "Group", "Tag", "Background", "Type",
    "Start Date", "End Date",
    *(f"{end}{part}" for end in ("", "End ") for part in ("Year", "Month", "Day", "Time")),
)  # fmt: skip
MAX_DEPTH = 8
"""So deep a slide nests."""
_OLD = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?(-?\d{1,4})")


def read_timelinejs(file: Path, registries: Registries) -> ImportedFile:
    """Return the events of a timeline."""
    imported = ImportedFile({"outlet": "TimelineJS", "title": file.name})
    is_json = file.suffix.lower() == ".json"
    if not is_json and file.suffix.lower() not in WORKBOOKS:
        is_json = read_text(file).lstrip()[:1] in ("{", "[")
    slides = _json_slides(read_text(file), imported) if is_json else _csv_slides(file, imported)
    for row, slide in slides:
        try:
            imported.events.append(_event(row, slide, registries, imported.report))
        except SkippedRow as error:
            imported.report.skip(row, error)
    return imported


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
    for key in _others(document, {"title", "events", "eras", "scale"}):
        imported.report.add(f"left out: {key!r}: {_short(document[key])}")
    eras = document.get("eras")
    for name, slides in (("event", document["events"]), ("era", eras)):
        for number, slide in enumerate(slides if isinstance(slides, list) else (), 1):
            if not _is_flat(slide):
                imported.report.skip(f"{name} {number}", f"it nests deeper than {MAX_DEPTH}")
            elif isinstance(slide, dict):
                yield f"{name} {number}", {"type": name, **slide}
            else:
                imported.report.skip(f"{name} {number}", f"{_short(slide)} is no slide")


def _integer(digits: str) -> int | str:
    """Return a whole number; its digits where it is none that a date may have."""
    return int(digits) if len(digits) <= 15 else digits


def _is_flat(value: Any) -> bool:
    """Return whether a value nests no deeper than a slide may."""
    level = [value]
    for _ in range(MAX_DEPTH):
        inner = [v for v in level if isinstance(v, dict | list)]
        level = [x for v in inner for x in (v.values() if isinstance(v, dict) else v)]
    return not level


def _csv_slides(file: Path, imported: ImportedFile) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of a CSV file as slides, each with where it stands: `row 3`."""
    for row, cells in read_rows(file, REQUIRED, _KNOWN, imported.report):
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
            imported.report.add(f"title: left out: its text: {_short(body)}")
    for key in _others(slide, {"text", "unique_id", "type"}):
        if _is_given(slide[key]):
            imported.report.add(f"title: left out: {key}: {_short(slide[key])}")


def _cells_date(cells: dict[str, str], prefix: str) -> dict[str, str]:
    return {
        part: cells[name]
        for part in (*_PARTS, "time")
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


def _event(
    row: str, slide: dict[str, Any], registries: Registries, report: Report
) -> ImportedEvent:
    """Return the event of a slide. SkippedRow where it has no date."""
    text = slide.get("text")
    text = text if isinstance(text, dict) else {}
    headline, body = plain_line(text.get("headline")), plain_text(text.get("text"))
    date = _date(row, slide, report)
    title = headline or (shortened(body, 80) if body else f"Without a headline: {row}")
    taken = _TAKEN | {"media"} if isinstance(slide.get("media"), dict) else _TAKEN
    for key in _others(slide, taken):
        if _is_given(slide[key]):
            report.add(f"{row}: left out: {key}: {_short(slide[key])}")
    shown = plain_line(slide.get("display_date"))
    if slide.get("type") == "era":
        kind = registries.term("kinds", "Era")
    else:
        kind = registries.kinds.of(plain_line(slide.get("group")))
    media, gettext = slide.get("media"), registries.language.gettext
    accounts = [{"locator": row, "says": body or title}]
    if isinstance(media, dict) and _is_given(media):
        accounts += media_accounts(row, media, registries, report)
    return ImportedEvent(
        row=row,
        slug=slug(title) or "event",
        id=plain_line(slide.get("unique_id")) or None,
        data={
            "title": title,
            "date": date,
            "date_basis": gettext("As in the imported file, shown there as: %(shown)s", shown=shown)
            if shown else gettext("As in the imported file."),
            "kind": kind,
            "summary": body or title,
            "accounts": accounts,
        },
    )  # fmt: skip


def _date(row: str, slide: dict[str, Any], report: Report) -> str:
    """EDTF: as the file writes it beside its own date, or of the parts that it gives."""
    if isinstance(written := slide.get("edtf"), str):
        try:
            return parse_date(written).text
        except DateError as error:
            report.add(f"{row}: left out: edtf: {error.message}")
    start = _point(row, slide.get("start_date"), report)
    if start is None:
        raise SkippedRow("it has no start_date with a year")
    end = _point(row, slide.get("end_date"), report)
    text = start if end is None or end == start else f"{start}/{end}"
    try:
        return parse_date(text).text
    except DateError as error:
        raise SkippedRow(f"{error.message} ({error.way_out})") from None


def _point(row: str, date: Any, report: Report) -> str | None:
    """Return a date's parts as EDTF; None where there is no year."""
    if not isinstance(date, dict):
        return None
    year, month, day = (_whole(key, date.get(key)) for key in _PARTS)
    time = "" if day is None else _clock(date)
    left = [key for key in _TIMES if not time or key not in (*_CLOCK, "time")]
    if times := [f"{key} {date[key]}" for key in left if _is_given(date.get(key))]:
        report.add(f"{row}: left out: the time of day: {', '.join(times)}")
    if year is None:
        return None
    if not 1 <= year <= 9999:
        raise SkippedRow(f"a chronology has the years 1 to 9999, not {year}")
    if month is None:
        if day is not None:
            report.add(f"{row}: left out: the day {day}, which has no month")
        return f"{year:04}"
    return f"{year:04}-{month:02}" + (f"-{day:02}{time}" if day is not None else "")


def _clock(date: dict[str, Any]) -> str:
    """Return a time of day as EDTF; empty where the file does not give it to the minute."""
    if (written := str(date.get("time") or "").strip()) and not _is_given(date.get("hour")):
        return time_text(written)
    hour, minute, second = (_whole(key, date.get(key)) for key in _CLOCK)
    if hour is None or minute is None:
        return ""
    return f"T{hour:02}:{minute:02}" + ("" if second is None else f":{second:02}")


def _whole(part: str, value: Any) -> int | None:
    """Return a part of a date, a number or its text, in which blanks and commas may stand."""
    text = re.sub(r"[\s,]", "", "" if value is None else str(value)).removesuffix(".0")
    if not text:
        return None
    if not re.fullmatch(r"-?[0-9]{1,15}", text):
        raise SkippedRow(f"{_short(value)!r} is no {part}")
    return int(text)


def _others(slide: dict[str, Any], taken: set[str]) -> list[str]:
    """Return the keys that nothing is taken from, in the order of the file."""
    return [key for key in slide if key not in taken]


def _is_given(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_is_given(part) for part in value.values())
    return value is not None and str(value).strip() != ""


def _short(value: Any) -> str:
    if isinstance(value, dict) and _is_flat(value):
        value = ", ".join(f"{key} {_short(part)}" for key, part in value.items() if part)
    if not _is_flat(value):
        return "…"
    text = plain_line(value) or str(value)
    return text if len(text) <= 120 else f"{text[:119]}…"
