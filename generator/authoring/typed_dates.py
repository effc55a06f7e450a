"""Dates as people type them, to EDTF: "6 January 2026", "last Tuesday", "since about 2012".

For what a person types and then sees proposed, in EDTF and in words, never for data files. Nothing
is filled in that was not typed, but for what an article's own date makes certain: "last Tuesday"
and "6 January" need the day they were said. Numbers alone, as in 5/6/2026, are never guessed.
"""

import re
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
    """The date that the words mean, said on the day `as_of`.

    Words that mean none, or need a day that is not given, are a DateError that says what to type.
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
    """One typed date in EDTF; it may still be refused by `parse`."""
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
    """Early is the first ten days, mid the next ten, late the rest, as a set."""
    if month.precision != "month" or month.earliest is None or month.latest is None:
        raise DateError("a part of a month needs a month", month.text, "type early May 2021")
    first = month.earliest
    starts = {"early": 1, "mid": 11, "late": 21}
    ends = {"early": 10, "mid": 20, "late": month.latest.day}
    return f"[{first.replace(day=starts[part])}..{first.replace(day=ends[part])}]"


def _absolute(match: re.Match[str], text: str, as_of: date | None) -> str:
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


def _last(found: date, as_of: date) -> date:
    """The last such day of a year that is not after `as_of`."""
    year = as_of.year if (found.month, found.day) <= (as_of.month, as_of.day) else as_of.year - 1
    return found.replace(year=year)


def _relative(text: str, as_of: date | None, note: list[str]) -> str:
    word = text.lower()
    named, ago = _NAMED.fullmatch(word), _AGO.fullmatch(word)
    fixed = {
        "today": timedelta(0),
        "yesterday": timedelta(1),
        "the day before yesterday": timedelta(2),
    }
    months = {"this month": 0, "last month": 1}
    years = {"this year": 0, "last year": 1}
    if not (named or ago or word in {*fixed, *months, *years, "last week", "this week"}):
        raise _unknown(text)
    if as_of is None:
        raise _no_day(text)
    if word in fixed:
        return (as_of - fixed[word]).isoformat()
    if word in months:
        return (as_of - relativedelta(months=months[word])).isoformat()[:7]
    if word in years:
        return f"{as_of.year - years[word]:04}"
    if ago:
        count = int(ago[1]) if ago[1].isdigit() else max(_NUMBERS.index(ago[1]), 1)
        note.append('"ago" is rounded: is it as precise as this?')
        match ago[2]:
            case "day":
                return (as_of - timedelta(count)).isoformat()
            case "week":
                return (as_of - timedelta(7 * count)).isoformat() + "~"
            case "month":
                return (as_of - relativedelta(months=count)).isoformat()[:7] + "~"
        return f"{as_of.year - count * (10 if ago[2] == 'decade' else 1):04}~"
    if not named:
        monday = as_of - timedelta(as_of.weekday() + (7 if word == "last week" else 0))
        return f"[{monday}..{monday + timedelta(6)}]"
    return _weekday(named, as_of, note)


def _weekday(named: re.Match[str], as_of: date, note: list[str]) -> str:
    wanted = next(n for n, day in enumerate(_WEEKDAYS) if day.startswith(named["weekday"][:3]))
    if named["last"] == "next":
        return (as_of + timedelta((wanted - as_of.weekday() - 1) % 7 + 1)).isoformat()
    back = (as_of.weekday() - wanted) % 7
    if named["last"] == "last":
        back = back or 7
        week_before = as_of - timedelta(back + 7)
        note.append(f"if the week before is meant, it is {week_before}")
    return (as_of - timedelta(back)).isoformat()


def _no_day(text: str) -> DateError:
    way_out = "type the date itself, or name the day of the article with --as-of"
    return DateError("this needs the day on which it was said", text, way_out)


def _unknown(text: str) -> DateError:
    way_out = "type 6 January 2026, January 2026, about 2012, last Tuesday, or EDTF: 2026-01-06"
    return DateError("this is no date that can be read", text, way_out)
