"""A day or a month that is typed by its name or in numbers, to EDTF: "Friday, 6 May 2021".

Numbers alone, as in 5/6/2026, are read only where one order of them makes a day.
"""

import re
from calendar import monthrange
from datetime import date

from generator.model.dates.mistake import DateError
from generator.model.dates.typed.errors import needs_day, unknown
from generator.model.dates.typed.relative import WEEKDAY, WEEKDAYS
from generator.model.dates.value import MONTHS

_FLAGS = re.IGNORECASE | re.ASCII
MONTH = "|".join(rf"{month[:3]}(?:{month[3:]}|{month[3:4]})?\.?" for month in MONTHS)
"""A regular expression for the names of months, also short."""
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
"""A regular expression for the number of a day, also as an ordinal."""
_ABSOLUTE = re.compile(
    rf"(?:on +)?(?:(?P<weekday>{WEEKDAY}),? +)?"
    rf"(?:(?:the )?(?P<d1>{DAY})[- ]+(?:of +)?)?(?P<month>{MONTH})(?:[- ]+(?P<d2>{DAY}))?"
    rf"(?:(?:,? +|,|-)(?P<year>\d{{4}}))?",
    _FLAGS,
)
_NUMBERS = re.compile(r"(\d\d?)([./-])(\d\d?)\2(\d{4})")
_ORDINAL_ENDING = re.compile(r"[a-z]+$")


def calendar_day(text: str, as_of: date | None) -> str | None:
    """Return a day or a month in EDTF; None where the text names none.

    Without a year, it is the last one up to `as_of`. DateError where it is no day of the calendar,
    or may be two.
    """
    if match := _ABSOLUTE.fullmatch(text):
        return _absolute(match, text, as_of)
    if match := _NUMBERS.fullmatch(text):
        return _numbers(match, text)
    return None


def _numbers(match: re.Match[str], text: str) -> str:
    """Return a day in numbers of which only one order makes a day."""
    first, _, second, year = match.groups()
    days = {
        f"{year}-{int(month):02}-{int(day):02}": None
        for day, month in ((first, second), (second, first))
        if 1 <= int(month) <= 12 and 1 <= int(day) <= monthrange(int(year) or 1, int(month))[1]
    }
    if not days:
        raise unknown(text)
    if len(days) > 1:
        way_out = f"write {' or '.join(days)} instead"
        raise DateError("a date is year-month-day", text, way_out)
    return min(days)


def _absolute(match: re.Match[str], text: str, as_of: date | None) -> str:
    """Return a named month or day in EDTF; without a year, the last one up to `as_of`."""
    day, year = match["d1"] or match["d2"], match["year"]
    if match["d1"] and match["d2"]:
        raise unknown(text)
    if not year and as_of is None:
        raise needs_day(text)
    month = next(
        n for n, name in enumerate(MONTHS, 1) if name.startswith(match["month"][:3].title())
    )
    try:
        typed = date(int(year or 2000), month, int(_ORDINAL_ENDING.sub("", (day or "1").lower())))
        named_day = typed if year or as_of is None else _last(typed, as_of)
    except ValueError:
        raise DateError("the month has no such day", text, "type a day that there is") from None
    weekday = match["weekday"]
    if weekday and not day:
        raise unknown(text)
    if weekday and not WEEKDAYS[named_day.weekday()].startswith(weekday.lower()[:3]):
        named = WEEKDAYS[named_day.weekday()].capitalize()
        raise DateError(
            "day and weekday do not fit", text, f"{named_day} is a {named}: mend one of them"
        )
    return named_day.isoformat() if day else named_day.isoformat()[:7]


def _last(day: date, as_of: date) -> date:
    """Return the same day and month in the last year in which it is not after `as_of`."""
    year = as_of.year if (day.month, day.day) <= (as_of.month, as_of.day) else as_of.year - 1
    return day.replace(year=year)
