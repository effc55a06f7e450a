"""Strict EDTF to a Date, and never a guess.

The subset of EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/) that curation needs.
Any other text is a DateError that says what to write instead.
"""

import re
from calendar import monthrange
from datetime import date
from itertools import pairwise

from generator.model.dates.mistakes import DateError, advised
from generator.model.dates.value import Bound, Date, Precision

MAX_CHARACTERS = 200
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}|XX))?)?([?~%]?)")
_MEMBER = r"[0-9]{4}(?:-[0-9]{2}){0,2}"
_END = rf"(?:{_POINT.pattern}|\.\.)"
EDTF_PATTERN = rf"^(?:{_POINT.pattern}|{_END}/{_END}|\[{_MEMBER}(?:(?:,|\.\.){_MEMBER})+\])$"
"""A regular expression, also for ECMAScript, for what an editor can check of a date."""
_RULE = "a date is written in EDTF"
_FORMS = "write a day, a month or a year, as in 2026-01-09, 2022-12 or 2011"


def parse_date(text: str) -> Date:
    """Return the date that `text` writes. Any other text raises a DateError, and nothing else."""
    if len(text) > MAX_CHARACTERS:
        rule = f"a date has at most {MAX_CHARACTERS} characters"
        raise DateError(rule, text, "write one date only")
    try:
        return _read(text)
    except DateError as error:
        raise advised(error, _read) from None


def _read(text: str) -> Date:
    """Return the date; the error of any other text says the rule, and knows no usual mistake."""
    if "/" in text:
        return _read_interval(text)
    if text.startswith("[") and text.endswith("]"):
        return _read_set(text)
    point = _read_point(text)  # has a precision; the "or" below and in its like is for mypy
    return Date(text, "moment", point, point, point.precision or "day")


def _read_interval(text: str) -> Date:
    """Return an interval. Each end is a point, or `..` where it is open; one of them is known."""
    first, _, last = text.partition("/")
    if first == last == ".." or "" in (first, last) or "/" in last:
        raise DateError(_RULE, text, _FORMS)
    start, end = (
        Bound(None, None, None) if written == ".." else _read_point(written)
        for written in (first, last)
    )
    if (start.earliest, start.latest) == (end.earliest, end.latest):
        raise DateError("the two ends of an interval differ", text, f"write {first} alone")
    if start.earliest and end.latest and start.earliest > end.latest:
        raise DateError("an interval does not run backwards", text, f"write {last}/{first} instead")
    return Date(text, "interval", start, end, start.precision or end.precision or "day")


def _read_set(text: str) -> Date:
    """Return one of several: plain points or ranges of one precision, in ascending order."""
    members = [member.split("..") for member in text[1:-1].split(",")]
    written = [point for member in members for point in member]
    if "" in written or len(written) == 1 or any(len(member) > 2 for member in members):
        raise DateError(_RULE, text, _FORMS)
    points = {point: _read_point(point) for point in written}
    if not all(point.is_plain for point in points.values()):
        raise DateError("a set has no qualifier and no XX", text, "write its members without")
    if len({point.precision for point in points.values()}) > 1:
        raise DateError("a set has one precision", text, "write all as days, months or years")
    if any(a >= b for a, b in pairwise(written)):  # of one precision, text sorts as time does
        raise DateError("a set ascends", text, "write each member once, the earliest first")
    ends = [(points[member[0]], points[member[-1]]) for member in members]
    choices = tuple(Bound(first.earliest, last.latest, first.precision) for first, last in ends)
    whole = Bound(choices[0].earliest, choices[-1].latest, choices[0].precision)
    return Date(text, "one of", whole, whole, whole.precision or "day", choices)


def _read_point(text: str) -> Bound:
    """Return a day, a month or a year, which may be qualified or have an unknown day."""
    match = _POINT.fullmatch(text)
    if not match:
        raise DateError(_RULE, text, _FORMS)
    year, month, day, mark = match.groups()
    precision: Precision = "year" if not month else "month" if day in (None, "XX") else "day"
    try:
        first = last = date(int(year), int(month or 1), int(day) if precision == "day" else 1)
    except ValueError:
        raise DateError(_RULE, text, _FORMS) from None
    if precision != "day":
        last_month = int(month or 12)
        last = date(first.year, last_month, monthrange(first.year, last_month)[1])
    return Bound(first, last, precision, mark in ("~", "%"), mark in ("?", "%"), day == "XX")
