"""Strict EDTF to a Date, and never a guess.

The subset of EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/) that curation needs.
"""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from itertools import pairwise

from generator.model.dates.mistake import DateError
from generator.model.dates.time_of_day import TimeOfDay
from generator.model.dates.value import Bound, Date, Precision

MAX_CHARACTERS = 200
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}|XX))?)?([?~%]?)")
_DECADE = re.compile(r"([0-9]{2})(?:([0-9])X|XX)([?~%]?)")
_TIME = r"T([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?(Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?"
_TIMED = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){_TIME}")
_ONE = rf"(?:{_TIMED.pattern}|{_POINT.pattern}|{_DECADE.pattern})"
_MEMBER = rf"(?:{_TIMED.pattern}|[0-9]{{4}}(?:-[0-9]{{2}}){{0,2}})"
_END = rf"(?:{_ONE}|\.\.)"
EDTF_PATTERN = rf"^(?:{_ONE}|{_END}/{_END}|\[{_MEMBER}(?:(?:,|\.\.){_MEMBER})+\])$"
"""A regular expression, also for ECMAScript, for what an editor can check of a date."""
_RULE = "a date is written in EDTF"
_ZONE_RULE = "of two times in one date, both have a zone or neither has"
_ZONE_WAY_OUT = "write the zone behind each, as in T14:30+03:00, or behind none"
_FORMS = "write a day, a month or a year, as in 2026-01-09, 2022-12 or 2011"


def read_edtf(text: str) -> Date:
    """Return the date; the error of any other text says the rule, and knows no usual mistake."""
    if len(text) > MAX_CHARACTERS:
        rule = f"a date has at most {MAX_CHARACTERS} characters"
        raise DateError(rule, text, "write one date only")
    if "/" in text:
        return _read_interval(text)
    if text.startswith("[") and text.endswith("]"):
        return _read_set(text)
    point = _read_point(text)  # has a precision; the "or" below and in its like is for mypy
    return Date(text, "moment", point, point, point.precision or "day")


def _read_interval(text: str) -> Date:
    """Return an interval. Each end is a point, or `..` where it is open; one of them is known."""
    first, _, last = text.partition("/")
    is_cut = last.isdecimal() and len(last) < 3  # 2025/26: a mistake of the whole
    if first == last == ".." or "" in (first, last) or "/" in last or is_cut:
        raise DateError(_RULE, text, _FORMS)
    start, end = (
        Bound(None, None, None) if written == ".." else _read_point(written)
        for written in (first, last)
    )
    if not _one_zone([start, end]):
        raise DateError(_ZONE_RULE, text, _ZONE_WAY_OUT)
    if _days(start) == _days(end):
        raise DateError("the two ends of an interval differ", text, f"write {first} alone")
    if _runs_backwards(start, end):
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
    precisions = {(point.precision, point.time is None) for point in points.values()}
    if points[written[0]].precision in ("decade", "century"):
        raise DateError("a set has days, months or years", text, "write years, as in [1970..1989]")
    if len(precisions) > 1:
        raise DateError("a set has one precision", text, "write all as days, months or years")
    if not _one_zone(list(points.values())):
        raise DateError(_ZONE_RULE, text, _ZONE_WAY_OUT)
    if any(_first(points[a]) >= _first(points[b]) for a, b in pairwise(written)):
        raise DateError("a set ascends", text, "write each member once, the earliest first")
    ends = [(points[member[0]], points[member[-1]]) for member in members]
    choices = tuple(_from_to(first, last) for first, last in ends)
    whole = _from_to(choices[0], choices[-1])
    return Date(text, "one of", whole, whole, whole.precision or "day", choices)


def _from_to(first: Bound, last: Bound) -> Bound:
    """Return a stretch of time from one plain bound to another."""
    return Bound(first.earliest, last.latest, first.precision, time=first.time, until=last.until)


def _days(bound: Bound) -> tuple[object, ...]:
    return bound.earliest, bound.latest, bound.time


def _first(bound: Bound) -> tuple[date, int]:
    """Return the key by which members of a set ascend."""
    day = bound.earliest or date.max  # never open here
    if bound.time is None:
        return day, 0
    # With a zone, the day that is written may be another one elsewhere.
    return date.min if bound.time.has_zone else day, bound.time.seconds(day)[0]


def _one_zone(bounds: list[Bound]) -> bool:
    """Return whether of the times that are given, all have a zone or none has."""
    return len({bound.time.has_zone for bound in bounds if bound.time}) < 2


def _runs_backwards(start: Bound, end: Bound) -> bool:
    if not (start.earliest and end.latest):
        return False
    if start.time and end.until:
        return start.time.seconds(start.earliest)[0] > end.until.seconds(end.latest)[1]
    return start.earliest > end.latest


def _read_point(text: str) -> Bound:
    """Return a day, perhaps with its time, or a month, year, decade or century.

    All but a day with a time may be qualified; a day may be unknown.
    """
    if timed := _TIMED.fullmatch(text):
        return _read_time(text, timed)
    if decade := _DECADE.fullmatch(text):
        return _read_decade(text, decade)
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


def _read_time(text: str, match: re.Match[str]) -> Bound:
    """Return a day with its time of day."""
    day, hour, minute, second, zone = match.groups()
    bound = _read_point(day)
    offset = None if zone is None else 0
    if zone not in (None, "Z"):
        offset = (int(zone[1:3]) * 60 + int(zone[4:6])) * (-1 if zone[0] == "-" else 1)
    time = TimeOfDay(int(hour), int(minute), int(second) if second else None, offset)
    return replace(bound, time=time, until=time)


def _read_decade(text: str, match: re.Match[str]) -> Bound:
    """Return ten or a hundred years, which may be qualified."""
    century, decade, mark = match.groups()
    year, years = int(f"{century}{decade or 0}0"), 10 if decade else 100
    if year == 0:  # the year 0000 is in it
        raise DateError("a decade or a century has all its years", text, "write years from 0001")
    precision: Precision = "decade" if decade else "century"
    last = date(year + years - 1, 12, 31)
    return Bound(date(year, 1, 1), last, precision, mark in ("~", "%"), mark in ("?", "%"))
