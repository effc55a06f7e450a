"""UCDP GED, the Georeferenced Event Dataset, as CSV: versions of 42 columns and of 49.

A row is an event with one account: the dataset's own. Its estimates stay estimates: the best one
and the range from low to high are figures of that account. `date_prec` and `event_clarity` tell
whether the days name one day, several of which one is meant, or a stretch of time.
"""

import csv
import re
from calendar import monthrange
from datetime import date
from pathlib import Path
from typing import Any

from generator.authoring.imports.base import (
    EmptyCell,
    ImportedEvent,
    ImportedFile,
    Report,
    SkippedRow,
    read_rows,
)
from generator.authoring.imports.html_text import plain_line
from generator.authoring.imports.name_matching import Registries, SeveralFit
from generator.support.plain_text import slug

REQUIRED = ("id", "date_start", "date_end", "date_prec", "side_a", "side_b", "low", "best", "high")
"""Columns that every version of it has."""
_TAKEN = {
    *REQUIRED, "type_of_violence", "conflict_name", "dyad_name", "source_article", "source_office",
    "source_date", "source_headline", "source_original", "where_prec", "where_coordinates",
    "where_description", "adm_1", "adm_2", "latitude", "longitude", "country", "event_clarity",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown",
}  # fmt: skip
_KINDS = {"1": "State-based violence", "2": "Non-state violence", "3": "One-sided violence"}
_DEATHS = {
    "deaths_a": "Side A", "deaths_b": "Side B", "deaths_civilians": "Civilians",
    "deaths_unknown": "Unknown side",
}  # fmt: skip
_PRECISIONS = {"1": "exact", "2": "town", "3": "region", "4": "region", "5": "region",
               "6": "country"}  # fmt: skip
_NEEDED = {
    "id": "the number of the event", "side_a": "the name of a side",
    "side_b": "the name of a side", "date_start": "the first day, as 2026-01-09",
    "date_end": "the last day, as 2026-01-09", "date_prec": "a number of 1 to 5",
}  # fmt: skip
"""The cells that a row needs, and what belongs there."""
_BY_HAND = "put it in by hand"
_NUMBER = re.compile(r"[0-9]{1,15}(?:\.0+)?")
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]+)?")


def read_ucdp(file: Path, registries: Registries) -> ImportedFile:
    """Return the events of a file of UCDP GED."""
    imported = ImportedFile(
        {
            "outlet": "Uppsala Conflict Data Program",
            "title": f"Georeferenced Event Dataset: {file.name}",
            "url": "https://ucdp.uu.se/",
        }
    )
    left: dict[str, None] = {}
    for row, cells in read_rows(file, REQUIRED, _TAKEN, imported.report):
        left.update(dict.fromkeys(key for key in cells if key not in _TAKEN and cells[key]))
        try:
            imported.events.append(_event(row, cells, registries, imported.report))
        except SkippedRow as error:
            imported.report.skip(row, error)
    if left:
        imported.report.add(f"all rows: left out: the columns {', '.join(left)}")
    return imported


def _event(
    row: str, cells: dict[str, str], registries: Registries, report: Report
) -> ImportedEvent:
    """Return the event of a row, with the dataset\'s account. SkippedRow where it gives none."""
    text = {key: plain_line(cell) for key, cell in cells.items()}
    for column, write in _NEEDED.items():
        if not text[column]:
            raise EmptyCell(column, write)
    if not slug(text["id"]):
        raise SkippedRow(f"no id can be made of {text['id']!r}")
    sides = [text["side_a"], text["side_b"]]
    when, basis = _date(text)
    kind = _KINDS.get(text.get("type_of_violence", ""), "Violence")
    title = f"{kind}: {sides[0]} and {sides[1]}"
    where = text.get("where_coordinates", "")
    data = {
        "title": f"{title}, {where}" if where else title,
        "date": when,
        "date_basis": basis,
        "kind": registries.term("kinds", kind),
        "summary": f"{title}. {_where(text)}".strip(),
        "actors": [actor for side in "ab" for actor in _side(row, text, side, registries, report)],
        "places": _places(row, text, registries, report) if where else [],
        "accounts": [
            {
                "locator": f"id {text['id']}",
                "says": _says(title, text, cells.get("source_article", "")),
                "figures": _figures(row, text, registries, report),
            }
        ],
    }
    return ImportedEvent(row, f"ucdp-{slug(text['id'])}", data)


def _date(text: dict[str, str]) -> tuple[str, str]:
    """Return the date as EDTF, and how it is known."""
    try:
        start, end = (date.fromisoformat(text[key][:10]) for key in ("date_start", "date_end"))
    except ValueError:
        raise SkippedRow(f"{text['date_start']!r} to {text['date_end']!r} are no days") from None
    if start > end:
        raise SkippedRow(f"date_start {start} is after date_end {end}")
    if text["date_prec"] not in {"1", "2", "3", "4", "5"}:
        raise SkippedRow(f"date_prec {text['date_prec']!r} is none of 1 to 5")
    is_sum = text.get("event_clarity") == "2"
    basis = f"UCDP gives {start} to {end}, with a date precision of {text['date_prec']} of 5"
    basis += "; the row sums up several incidents." if is_sum else "."
    if start == end:
        # Not known to the day, and yet one day: the nearest that can be said.
        return (f"{start}" if text["date_prec"] == "1" else f"{start}~"), basis
    if is_sum or text["date_prec"] == "1":
        return f"{start}/{end}", basis
    between = "," if (end - start).days == 1 else ".."  # one or the other; or any day from to
    return _unit(start, end) or f"[{start}{between}{end}]", basis


def _unit(start: date, end: date) -> str | None:
    """Return the month or the year that two days enclose."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return f"{start.year:04}"
    is_month = (start.year, start.month, 1) == (end.year, end.month, start.day)
    is_whole = end.day == monthrange(end.year, end.month)[1]
    return start.isoformat()[:7] if is_month and is_whole else None


def _side(
    row: str, text: dict[str, str], side: str, registries: Registries, report: Report
) -> list[dict[str, str]]:
    """Return the actor of a side; none, and reported, where several may be meant."""
    name, side = text[f"side_{side}"], side.upper()
    kind = "government" if name.startswith("Government of ") else "armed group"
    # Where no state takes part, a side may be people of one faith or tongue, who are no group under
    # arms; only a name in capitals is sure to be that of an organisation.
    is_people = text.get("type_of_violence") == "2" and not name.split()[0].isupper()
    if is_people or name.startswith(("Civilians", "Supporters of ")):
        kind = "population"
    note = f"The side that UCDP lists as {side}."
    try:
        id = registries.actor(name, kind)
    except SeveralFit as error:
        report.leave_out(f"{row}, column 'side_{side.lower()}'", f"{error}: {_BY_HAND}")
        return []
    return [{"id": id, "role": registries.term("roles", f"Side {side}", note)}]


def _places(row: str, text: dict[str, str], registries: Registries, report: Report) -> list[str]:
    """Return the place of a row; none, and reported, where several may be meant."""
    known: dict[str, str | None] = {"country": text.get("country")}
    degrees = [text.get(key, "").replace(",", ".") for key in ("latitude", "longitude")]
    if _are_degrees(degrees):
        known |= {"lat": _degree(degrees[0]), "lon": _degree(degrees[1])}
        known["precision"] = _PRECISIONS.get(text.get("where_prec", ""))
    elif any(degrees):
        report.add(f"{row}: left out: the coordinates {' '.join(degrees)}")
    known["note"] = ", ".join(text[key] for key in ("adm_2", "adm_1") if text.get(key))
    try:
        return [registries.place(text["where_coordinates"], **known)]
    except SeveralFit as error:
        report.leave_out(f"{row}, column 'where_coordinates'", f"{error}: {_BY_HAND}")
        return []


def _are_degrees(degrees: list[str]) -> bool:
    are_numbers = all(_DEGREES.fullmatch(text) for text in degrees)
    return are_numbers and abs(float(degrees[0])) <= 90 and abs(float(degrees[1])) <= 180


def _degree(text: str) -> str:
    return text[: text.index(".") + 9] if "." in text else text


def _figures(
    row: str, text: dict[str, str], registries: Registries, report: Report
) -> list[dict[str, Any]]:
    """Return the estimates of the dead as the dataset gives them: best, range, and by side."""
    killed = registries.term("measures", "Killed")
    numbers: dict[str, int] = {}
    for key in ("best", "low", "high", *_DEATHS):
        if _NUMBER.fullmatch(text.get(key, "")):
            numbers[key] = int(float(text[key]))
        elif text.get(key):
            report.add(f"{row}: left out: {key} {text[key]!r}, which is no number")
    figures: list[dict[str, Any]] = []
    if "best" in numbers:
        figures.append({"measure": killed, "value": f"{numbers['best']}", "scope": "best estimate"})
    if {"low", "high"} <= numbers.keys():
        low, high = numbers["low"], numbers["high"]
        if low <= high:
            scope = "low to high estimate"
            figures.append({"measure": killed, "min": f"{low}", "max": f"{high}", "scope": scope})
        else:
            report.add(f"{row}: left out: the range, for low {low} is above high {high}")
    for key, name in _DEATHS.items():
        if key in numbers:
            of = registries.term("populations", name)
            figures.append({"measure": killed, "of": of, "value": f"{numbers[key]}"})
    return figures


def _says(title: str, text: dict[str, str], articles: str) -> str:
    """Return what the row tells beside its figures, in sentences."""
    part_of = " / ".join(dict.fromkeys(filter(None, (text.get("conflict_name"),
                                                     text.get("dyad_name")))))  # fmt: skip
    parts = [f"{title}, as part of: {part_of}." if part_of else f"{title}.", _where(text)]
    if based := _articles(articles) or _columns(text):
        parts.append(f"Based on: {based}.")
    if text.get("source_original"):
        parts.append(f"Their source: {text['source_original']}.")
    return " ".join(part for part in parts if part)


def _where(text: dict[str, str]) -> str:
    keys = ("where_coordinates", "where_description", "adm_2", "adm_1", "country")
    names = ", ".join(dict.fromkeys(text[key] for key in keys if text.get(key)))
    prec = text.get("where_prec")
    return f"Where: {names} (precision {prec} of 7)." if names and prec else names and f"{names}."


def _articles(cell: str) -> str:
    """`"office,date,headline";"…"` as a list to read."""
    try:
        items = next(csv.reader([" ".join(cell.split())], delimiter=";"), [])
    except csv.Error:
        return plain_line(cell)
    return "; ".join(", ".join(part.strip() for part in item.split(",", 2)) for item in items)


def _columns(text: dict[str, str]) -> str:
    keys = ("source_office", "source_date", "source_headline")
    return ", ".join(text[key] for key in keys if text.get(key))
