"""TimelineJS: an event from each slide of a timeline.

A date has the parts that the file gives and no more. The media of a slide is a source with an
account of its own; a background has no place in a chronology, and is a line of the report. An era
is imported as an event of that kind.
"""

import re
from pathlib import Path
from typing import Any

from generator.authoring.imports.base import (
    EmptyCell,
    ImportedEvent,
    ImportedFile,
    Report,
    SkippedRow,
)
from generator.authoring.imports.cell_dates import time_text
from generator.authoring.imports.html_text import plain_line, plain_text
from generator.authoring.imports.media import media_accounts
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.timelinejs_slides import (
    is_given,
    other_keys,
    short_text,
    slides_of,
)
from generator.model.dates import DateError, parse_date
from generator.support.plain_text import shortened, slug

_PARTS = ("year", "month", "day")
_CLOCK = ("hour", "minute", "second")
_TIMES = ("hour", "minute", "second", "millisecond", "time")
_TAKEN = {
    "start_date", "end_date", "display_date", "text", "group", "unique_id", "edtf", "type",
}  # fmt: skip


def read_timelinejs(file: Path, registries: Registries) -> ImportedFile:
    """Return the events of a timeline."""
    imported = ImportedFile({"outlet": "TimelineJS", "title": file.name})
    for row, slide in slides_of(file, imported):
        try:
            imported.events.append(_event(row, slide, registries, imported.report))
        except SkippedRow as error:
            imported.report.skip(row, error)
    return imported


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
    for key in other_keys(slide, taken):
        if is_given(slide[key]):
            report.add(f"{row}: left out: {key}: {short_text(slide[key])}")
    shown = plain_line(slide.get("display_date"))
    if slide.get("type") == "era":
        kind = registries.term("kinds", "Era")
    else:
        kind = registries.kinds.of(plain_line(slide.get("group")))
    media, gettext = slide.get("media"), registries.language.gettext
    accounts = [{"locator": row, "says": body or title}]
    if isinstance(media, dict) and is_given(media):
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
        raise EmptyCell("the year in which it starts", "it, as 2026")
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
    if times := [f"{key} {date[key]}" for key in left if is_given(date.get(key))]:
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
    if (written := str(date.get("time") or "").strip()) and not is_given(date.get("hour")):
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
        raise SkippedRow(f"{short_text(value)!r} is no {part}")
    return int(text)
