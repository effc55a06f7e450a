"""Dates as people type them, to EDTF: "6 January 2026", "last Tuesday", "since about 2012".

For what a person types and then sees proposed, in EDTF and in words, never for data files. Nothing
is filled in that was not typed, but for what an article's own date makes certain: "last Tuesday"
and "6 January" need the day they were said. Numbers alone, as in 5/6/2026, are never guessed.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.parser import ParserError
from dateutil.parser import parse as parse_typed
from dateutil.relativedelta import relativedelta

from generator.model.dates import MONTHS, Date, DateError, parse_date

# Of English words alone: with Unicode, an i is also a dotless one, which is in no table.
_FLAGS = re.IGNORECASE | re.ASCII
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTH = "|".join(rf"{month[:3]}(?:{month[3:]}|{month[3:4]})?\.?" for month in MONTHS)
_WEEKDAY = "|".join(rf"{day[:3]}(?:{day[3:]})?" for day in _WEEKDAYS)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ABSOLUTE = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY}),? +)?"
    rf"(?:(?:the )?(?P<d1>{_DAY}) +(?:of +)?)?(?P<month>{_MONTH})(?: +(?P<d2>{_DAY}))?"
    rf"(?:,? +(?P<year>\d{{4}}))?",
    _FLAGS,
)
_ABOUT = re.compile(r"(?:about|around|circa|ca?\.?|approximately|some time in) +(.+)", _FLAGS)
_DOUBT = re.compile(
    r"(?:probably|possibly|perhaps|maybe) +(.+)|(.+?) *\((?:uncertain|\?)\)", _FLAGS
)
_PART = re.compile(rf"(early|mid|late)[- ](?:in )?((?:{_MONTH}).*)", _FLAGS)
_AGO = re.compile(rf"(\d{{1,3}}|{'|'.join(_NUMBERS)}) +(day|week|month|year|decade)s? +ago", _FLAGS)
_NAMED = re.compile(rf"(?:(?P<last>last|this|on|the past|next) +)?(?P<weekday>{_WEEKDAY})", _FLAGS)
_PAIRS = (
    (re.compile(r"between +(.+?) +and +(.+)", _FLAGS), "[{0}..{1}]"),
    (re.compile(r"(?:from +)?(.+?) +(?:to|until|till) +(.+)", _FLAGS), "{0}/{1}"),
    (re.compile(r"(.+?) +or +(.+)", _FLAGS), "[{0},{1}]"),
)
_OPEN = (
    (re.compile(r"(?:since|from) +(.+)", _FLAGS), "{0}/.."),
    (re.compile(r"(?:by|until|till|up to|before) +(.+)", _FLAGS), "../{0}"),
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a typed date most likely means, for a person to confirm."""

    date: Date
    note: str = ""
    """What the person should look at, where the words can mean two things."""


def read_date(typed: str, as_of: date | None = None) -> Proposal:
    """Return the date that words mean which are said on the day `as_of`.

    DateError, which says what to type, where they mean none or need a day that is not given.
    """
    text = " ".join(typed.split())
    try:
        return Proposal(parse_date(text))
    except DateError:
        if not re.search("[a-z]{2}", text, _FLAGS):
            raise  # numbers alone: it says what to write instead
    note: list[str] = []
    try:
        return Proposal(parse_date(_edtf(text, as_of, note)), "; ".join(note))
    except DateError:
        raise
    except (ValueError, OverflowError):  # before the year 1, or after 9999
        raise _unknown(text) from None


def _edtf(text: str, as_of: date | None, note: list[str]) -> str:
    """Return one typed date in EDTF, which `parse_date` may still refuse."""
    with suppress(DateError):
        return parse_date(text).text
    for pattern, form in _PAIRS:
        if match := pattern.fullmatch(text):
            first, second = match[1], match[2]
            if first.isdigit() and len(first) <= 2:  # "5 to 7 January 2026"
                first = re.sub(r"^\D*\d{1,2}", first, second)
            elif not re.search(r"\d{4}", first) and (year := re.search(r"\d{4}$", second)):
                first = f"{first} {year[0]}"
            return form.format(_edtf(first, as_of, note), _edtf(second, as_of, note))
    for pattern, form in _OPEN:
        if match := pattern.fullmatch(text):
            return form.format(_edtf(match[1], as_of, note))
    if match := _ABOUT.fullmatch(text):
        return _edtf(match[1], as_of, note) + "~"
    if match := _DOUBT.fullmatch(text):
        return _edtf(match[1] or match[2], as_of, note) + "?"
    if match := _PART.fullmatch(text):
        return _part_of_month(match[1].lower(), parse_date(_edtf(match[2], as_of, note)))
    if match := _ABSOLUTE.fullmatch(text):
        return _absolute(match, text, as_of)
    return _relative(text, as_of, note)


def _part_of_month(part: str, month: Date) -> str:
    """Return a part of a month as a set: early is its first ten days, mid the next ten."""
    if month.precision != "month" or month.earliest is None or month.latest is None:
        raise DateError("a part of a month needs a month", month.text, "type early May 2021")
    first = month.earliest
    starts = {"early": 1, "mid": 11, "late": 21}
    ends = {"early": 10, "mid": 20, "late": month.latest.day}
    return f"[{first.replace(day=starts[part])}..{first.replace(day=ends[part])}]"


def _absolute(match: re.Match[str], text: str, as_of: date | None) -> str:
    """Return a named month or day in EDTF; without a year, the last one up to `as_of`."""
    day, year = match["d1"] or match["d2"], match["year"]
    if match["d1"] and match["d2"]:
        raise _unknown(text)
    if not year and as_of is None:
        raise _no_day(text)
    try:
        typed = parse_typed(
            f"{re.sub('[a-z]', '', day or '1')} {match['month'].rstrip('.')} {year or '2000'}",
            default=datetime(2000, 1, 1),  # noqa: DTZ001
        ).date()
        found = typed if year or as_of is None else _last(typed, as_of)
    except (ParserError, ValueError):
        raise DateError("the month has no such day", text, "type a day that there is") from None
    weekday = match["weekday"]
    if weekday and not day:
        raise _unknown(text)
    if weekday and not _WEEKDAYS[found.weekday()].startswith(weekday.lower()[:3]):
        named = _WEEKDAYS[found.weekday()].capitalize()
        raise DateError(
            "day and weekday do not fit", text, f"{found} is a {named}: mend one of them"
        )
    return found.isoformat() if day else found.isoformat()[:7]


def _last(day: date, as_of: date) -> date:
    """Return the same day and month in the last year in which it is not after `as_of`."""
    year = as_of.year if (day.month, day.day) <= (as_of.month, as_of.day) else as_of.year - 1
    return day.replace(year=year)


RELATIVE: dict[str, Callable[[date], str]] = {
    "today": lambda day: day.isoformat(),
    "yesterday": lambda day: (day - timedelta(1)).isoformat(),
    "the day before yesterday": lambda day: (day - timedelta(2)).isoformat(),
    "this week": lambda day: _week(day),
    "last week": lambda day: _week(day - timedelta(7)),
    "this month": lambda day: _month(day),
    "last month": lambda day: _month(day - relativedelta(months=1)),
    "this year": lambda day: _year(day.year),
    "last year": lambda day: _year(day.year - 1),
}
"""What words mean that are said on a day, in EDTF."""
_AGO_UNITS: dict[str, Callable[[date, int], str]] = {
    "day": lambda day, count: (day - timedelta(count)).isoformat(),
    "week": lambda day, count: f"{day - timedelta(7 * count)}~",
    "month": lambda day, count: f"{_month(day - relativedelta(months=count))}~",
    "year": lambda day, count: f"{_year(day.year - count)}~",
    "decade": lambda day, count: f"{_year(day.year - 10 * count)}~",
}
"""What "three … ago" means, in EDTF; from a week on it is approximate."""


def _relative(text: str, as_of: date | None, note: list[str]) -> str:
    """Return what words mean that are said on the day `as_of`, in EDTF.

    DateError where they mean nothing, or no day is given. Adds to `note` where a person must look.
    """
    words = text.lower()
    weekday, ago = _NAMED.fullmatch(words), _AGO.fullmatch(words)
    if not (weekday or ago or words in RELATIVE):
        raise _unknown(text)
    if as_of is None:
        raise _no_day(text)
    if weekday:
        return _weekday(weekday, as_of, note)
    if ago:
        note.append('"ago" is rounded: is it as precise as this?')
        count = int(ago[1]) if ago[1].isdigit() else max(_NUMBERS.index(ago[1]), 1)
        return _AGO_UNITS[ago[2]](as_of, count)
    return RELATIVE[words](as_of)


def _week(day: date) -> str:
    """Return the week of a day, from Monday to Sunday, as a set: one of its days."""
    monday = day - timedelta(day.weekday())
    return f"[{monday}..{monday + timedelta(6)}]"


def _month(day: date) -> str:
    return day.isoformat()[:7]


def _year(year: int) -> str:
    return f"{year:04}"


def _weekday(match: re.Match[str], as_of: date, note: list[str]) -> str:
    """Return the day that "last Tuesday", "on Tuesday" or "next Tuesday" means."""
    wanted = next(n for n, day in enumerate(_WEEKDAYS) if day.startswith(match["weekday"][:3]))
    if match["last"] == "next":
        return (as_of + timedelta((wanted - as_of.weekday() - 1) % 7 + 1)).isoformat()
    days_back = (as_of.weekday() - wanted) % 7
    if match["last"] == "last":
        days_back = days_back or 7
        week_before = as_of - timedelta(days_back + 7)
        note.append(f"if the week before is meant, it is {week_before}")
    return (as_of - timedelta(days_back)).isoformat()


def _no_day(text: str) -> DateError:
    way_out = "type the date itself, or name the day of the article with --as-of"
    return DateError("this needs the day on which it was said", text, way_out)


def _unknown(text: str) -> DateError:
    way_out = "type 6 January 2026, January 2026, about 2012, last Tuesday, or EDTF: 2026-01-06"
    return DateError("this is no date that can be read", text, way_out)
