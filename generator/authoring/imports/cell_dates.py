"""Dates and times in cells of tables, to EDTF: as ISO, in figures of a known order, in words."""

import re
from collections.abc import Iterable
from datetime import date

from generator.model.dates import DateError, parse_date, read_date
from generator.model.dates.typed.clock_times import read_time

ORDERS = ("dmy", "mdy", "ymd")
"""In which order figures are written: day, month, year, and so on."""
_FIGURES = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[ T,]+(.+))?")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
_ISO_AND_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[ T]+(\d.*)")
_SERIAL = re.compile(r"[1-9]\d{4}(?:\.\d+)?")


def time_text(written: str) -> str:
    """Return a time of day as it stands behind a day in EDTF: `T14:30`; nothing where it is none.

    An hour alone, without "a.m." or "p.m.", says no minute, and is none.
    """
    return read_time(" ".join(written.split())) or ""


def order_of(cells: Iterable[str]) -> str | None:
    """Return the one order in which the dates in figures of a column can be read.

    None where there are several, or none. A day that is none in any order, as 31.02.2026, costs
    its own row, and not what the other cells show.
    """
    possible = set(ORDERS)
    seen = False
    for cell in cells:
        if match := _FIGURES.fullmatch(cell.strip()):
            orders = {order for order in ORDERS if _parts(match, order)}
            seen = seen or bool(orders)
            possible &= orders or set(ORDERS)
    return next(iter(possible)) if seen and len(possible) == 1 else None


def cell_date(cell: str, order: str | None = None) -> str:
    """Return the date of a cell in EDTF. DateError, with a way out, where it is none for sure."""
    text = " ".join(cell.split())
    if match := _ISO_AND_TIME.fullmatch(text):
        return parse_date(match[1] + _time(match[2])).text
    if match := _FIGURES.fullmatch(text):
        if max(len(match[1]), len(match[4])) < 4:  # a century is not guessed
            raise DateError("a year has four digits", text, "write the years whole in the file")
        if len(match[1]) < 4 and order is None:
            way_out = "say in which order: --dates dmy or --dates mdy"
            raise DateError("day and month could be either", text, way_out)
        order = "ymd" if len(match[1]) == 4 or order is None else order
        parts = _parts(match, order)
        if parts is None:
            raise DateError(f"this is no day in the order {order}", text, "mend the cell")
        return parse_date(parts.isoformat() + _time(match[5] or "")).text
    if match := _MONTH_AND_YEAR.fullmatch(text):
        return parse_date(f"{match[2]}-{int(match[1]):02}").text
    if _SERIAL.fullmatch(text):
        raise DateError(
            "this is the number that a spreadsheet has for a day",
            text,
            "give the column the format of dates, and save the file anew",
        )
    return read_date(text).date.text


def _time(written: str) -> str:
    return "" if written.strip(" 0:.") == "" else time_text(written)


def _parts(match: re.Match[str], order: str) -> date | None:
    """Return the day that three numbers are in an order; None where there is none."""
    numbers = [match[1], match[3], match[4]]
    named = dict(zip(order, numbers, strict=True))
    if len(named["y"]) != 4 or len(named["d"]) > 2:
        return None
    try:
        return date(int(named["y"]), int(named["m"]), int(named["d"]))
    except ValueError:
        return None
