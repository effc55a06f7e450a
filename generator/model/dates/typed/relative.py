"""Words that mean a date only on the day they are said: "yesterday", "last Tuesday"."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from generator.model.dates.typed.errors import needs_day, unknown

_FLAGS = re.IGNORECASE | re.ASCII
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = "|".join(rf"{day[:3]}(?:{day[3:]})?" for day in WEEKDAYS)
"""A regular expression for the names of weekdays, also short."""
_NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_AGO = re.compile(rf"(\d{{1,3}}|{'|'.join(_NUMBERS)}) +(day|week|month|year|decade)s? +ago", _FLAGS)
_NAMED = re.compile(rf"(?:(?P<last>last|this|on|the past|next) +)?(?P<weekday>{WEEKDAY})", _FLAGS)
BARE_WEEKDAY = re.compile(rf"(?:on +)?(?:{WEEKDAY})", _FLAGS)
"""A weekday with no word that says which."""

_WORDS: dict[str, Callable[[date], str]] = {
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


def relative(text: str, as_of: date | None, note: list[str]) -> str:
    """Return what words mean that are said on the day `as_of`, in EDTF.

    DateError where they mean nothing, or no day is given. Adds to `note` where a person must look.
    """
    words = text.lower()
    weekday, ago = _NAMED.fullmatch(words), _AGO.fullmatch(words)
    if not (weekday or ago or words in _WORDS):
        raise unknown(text)
    if as_of is None:
        raise needs_day(text)
    if weekday:
        return _weekday(weekday, as_of, note)
    if ago:
        note.append('"ago" is rounded: is it as precise as this?')
        count = int(ago[1]) if ago[1].isdigit() else max(_NUMBERS.index(ago[1]), 1)
        return _AGO_UNITS[ago[2]](as_of, count)
    return _WORDS[words](as_of)


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
    wanted = next(n for n, day in enumerate(WEEKDAYS) if day.startswith(match["weekday"][:3]))
    if match["last"] == "next":
        return (as_of + timedelta((wanted - as_of.weekday() - 1) % 7 + 1)).isoformat()
    days_back = (as_of.weekday() - wanted) % 7
    if match["last"] == "last":
        days_back = days_back or 7
        week_before = as_of - timedelta(days_back + 7)
        note.append(f"if the week before is meant, it is {week_before}")
    return (as_of - timedelta(days_back)).isoformat()
