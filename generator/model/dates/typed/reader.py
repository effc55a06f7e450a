"""Dates as people type them, to EDTF: "6 January 2026", "last Tuesday", "since about 2012".

For what a person types and then sees proposed, in EDTF and in words, never for data files. Nothing
is filled in that was not typed, but for what an article's own date makes certain: "last Tuesday"
and "6 January" need the day they were said. Numbers alone, as in 5/6/2026, are never guessed.
"""

import re
from contextlib import suppress
from datetime import date, timedelta

from generator.model.dates.edtf import read_edtf
from generator.model.dates.mistake import DateError
from generator.model.dates.proposal import Proposal
from generator.model.dates.typed.calendar_days import DAY, MONTH, calendar_day
from generator.model.dates.typed.clock_times import split_time
from generator.model.dates.typed.errors import NeedsDayError, UnknownWordsError, unknown
from generator.model.dates.typed.other_languages import in_english
from generator.model.dates.typed.parts import part_of_time
from generator.model.dates.typed.relative import BARE_WEEKDAY, relative
from generator.model.dates.value import Date

# Of English words alone: with Unicode, an i is also a dotless one, which is in no table.
_FLAGS = re.IGNORECASE | re.ASCII
_ABOUT = re.compile(r"(?:about|around|circa|ca?\.?|approximately|some time in) +(.+)", _FLAGS)
_DOUBT = re.compile(
    r"(?:probably|possibly|perhaps|maybe) +(.+)|(.+?) *\((?:uncertain|\?)\)", _FLAGS
)
_PAIRS = (
    (re.compile(r"between +(.+?) +and +(.+)", _FLAGS), "[{0}..{1}]"),
    (re.compile(r"(?:from +)?(.+?) +(?:to|until|till) +(.+)", _FLAGS), "{0}/{1}"),
    (re.compile(r"(?:(?:on|in) +)?(?:either +)?(.+?),? +or +(.+)", _FLAGS), "[{0},{1}]"),
)
_DASHED = re.compile(r"(.+?)(?: ?[\u2012-\u2015] ?| - |(?<=\d)-(?=\d))(.+)", _FLAGS)
_DAY_AND_YEAR = re.compile(
    rf"(?P<month>{MONTH}) +{DAY}, (?P<last>{DAY}),? +(?P<year>\d{{4}})", _FLAGS
)
# "12/13 January", "Januar/Februar 2026": one of the two. Dates in numbers have no words.
_SLASH = re.compile(
    r"(?<![\d/])(\d\d?(?:st|nd|rd|th|\.)?|[^\W\d_]{3,}\.?) ?/ ?(?=\d\d?(?!\d)|[^\W\d_]{3})"
)
_DAYS = re.compile(r"((?:\d{1,2}, ?)+\d{1,2}),? +or +(.+)", _FLAGS)
_NIGHT = re.compile(
    r"(?:(?:in|on|during|over) +)?(?:the +)?(?:over)?night +"
    r"(?:(?P<ends>to|into)|of|from|between|on)(?: +the)? +(?P<days>.+)",
    _FLAGS,
)
_OPEN = (
    (re.compile(r"(?:since|from) +(.+)", _FLAGS), "{0}/.."),
    (re.compile(r"(?:by|until|till|up to|not later than) +(.+)", _FLAGS), "../{0}"),
)
_BESIDE = re.compile(r"(?P<side>before|after) +(?P<date>.+)", _FLAGS)
_OF_ERA = re.compile(r"(?:ad )?(?P<year>\d{1,4}) ?(?:ad|c\.?e\.?)|ad (?P<year2>\d{1,4})", _FLAGS)
_WORD = re.compile(r"[^\W\d_]{3}")
_ENGLISH_WORD = re.compile(r"[a-z]{3}", _FLAGS)
_DAY_ALONE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?")
_DAY_IN_FRONT = re.compile(r"^\D*\d{1,2}")
_YEAR = re.compile(r"\d{4}")
_YEAR_AT_END = re.compile(r"\d{4}$")
_BEFORE_CHRIST = re.compile(r".*\d ?(?:b\.?c\.?|b\.?c\.?e\.?)", _FLAGS)


def read_words(typed: str, as_of: date | None = None) -> Proposal:
    """Return the date that words mean which are said on the day `as_of`.

    DateError, which says what to type, where they mean none or need a day that is not given.
    """
    text = " ".join(typed.split())
    if _WORD.search(text):
        text = _SLASH.sub(r"\1 or ", text)
    note: list[str] = []
    try:
        return Proposal(read_edtf(_in_any_language(text, as_of, note)), "; ".join(note))
    except DateError:
        raise
    except (ValueError, OverflowError):  # before the year 1, or after 9999
        raise unknown(text) from None


def _in_any_language(text: str, as_of: date | None, note: list[str]) -> str:
    try:
        return _edtf(text, as_of, note)
    except NeedsDayError:
        raise
    except UnknownWordsError as error:
        if (english := in_english(text)) is None:
            raise
        as_typed = error
    note.clear()
    try:
        return _edtf(english, as_of, note)
    except NeedsDayError:
        raise
    except UnknownWordsError:
        raise as_typed from None


def _edtf(text: str, as_of: date | None, note: list[str]) -> str:
    """Return one typed date in EDTF, which `read_edtf` may still refuse."""
    with suppress(DateError):
        return read_edtf(text).text
    if _BEFORE_CHRIST.fullmatch(text):
        rule = "a chronology has the years 1 to 9999"
        raise DateError(rule, text, "begin later, and tell in the summary what was before")
    if part := part_of_time(text, lambda whole: read_edtf(_edtf(whole, as_of, note))):
        return part
    if match := _DAYS.fullmatch(text):
        days = [*match[1].replace(" ", "").split(","), match[2]]
        return f"[{','.join(_edtf(_completed(day, match[2]), as_of, note) for day in days)}]"
    if match := _NIGHT.fullmatch(text):
        night = match["days"].replace(" and ", " to ", 1)
        return _night(night, bool(match["ends"]), as_of, note)
    for pattern, form in _PAIRS:
        if match := pattern.fullmatch(text):
            return _pair(form, match[1], match[2], as_of, note)
    for pattern, form in _OPEN:
        if match := pattern.fullmatch(text):
            return form.format(_edtf(match[1], as_of, note))
    if match := _BESIDE.fullmatch(text):
        return _beside(match["side"].lower(), read_edtf(_edtf(match["date"], as_of, note)), note)
    if match := _ABOUT.fullmatch(text):
        return _edtf(match[1], as_of, note) + "~"
    if match := _DOUBT.fullmatch(text):
        return _edtf(match[1] or match[2], as_of, note) + "?"
    if match := _OF_ERA.fullmatch(text):
        return f"{int(match['year'] or match['year2']):04}"
    if day := calendar_day(text, as_of):
        return day
    if timed := split_time(text):
        return _edtf(timed[0], as_of, note) + timed[1]
    if (match := _DASHED.fullmatch(text)) and _ENGLISH_WORD.search(text):
        note.append("if it was on one of these days only, write [first..last]")
        return _pair("{0}/{1}", match[1], match[2], as_of, note)
    return relative(text, as_of, note)


def _night(text: str, ends: bool, as_of: date | None, note: list[str]) -> str:
    """Return the two days of a night as one of both.

    Both are named, or only one: that on which it begins or, where `ends`, ends.
    """
    date = read_edtf(_edtf(text, as_of, note))
    first, last = date.earliest, date.latest
    if first is None or last is None or date.precision != "day" or date.time:
        raise unknown(f"night of {text}")
    if ends and date.is_day:
        first = last - timedelta(days=1)
    elif date.is_day:
        last = first + timedelta(days=1)
        note.append("the night is taken to begin on that day")
    elif ends or last - first != timedelta(days=1):
        raise unknown(f"night of {text}")
    else:
        note.clear()
    return f"[{first.isoformat()},{last.isoformat()}]"


def _pair(form: str, first: str, second: str, as_of: date | None, note: list[str]) -> str:
    """Return two dates in one; the first has what only the second says, and is before it."""
    if match := _DAY_AND_YEAR.fullmatch(f"{first}, {second}"):  # "January 5 to 7, 2026"
        second = f"{match['month']} {match['last']}, {match['year']}"
    end_text = _edtf(second, as_of, note)
    end = read_edtf(end_text)
    if end.kind != "moment":
        raise unknown(f"{first} … {second}")
    said_on = end.earliest if BARE_WEEKDAY.fullmatch(first) else as_of
    start = _edtf(_completed(first, second), said_on, note)
    if read_edtf(start).kind != "moment":
        raise unknown(f"{first} … {second}")
    return form.format(start, end_text)


def _completed(first: str, second: str) -> str:
    """Return the first of two dates with the month and the year that only the second names."""
    if day := _DAY_ALONE.fullmatch(first):  # "5 to 7 January 2026"
        return _DAY_IN_FRONT.sub(day[1], second)
    if not _YEAR.search(first) and (year := _YEAR_AT_END.search(second)):
        return f"{first} {year[0]}"
    return first


def _beside(side: str, named: Date, note: list[str]) -> str:
    """Return what is before or after a date: up to the day, month or year that it borders on."""
    is_before = side == "before"
    edge = named.earliest if is_before else named.latest
    if edge is None or named.kind != "moment":
        raise unknown(f"{side} {named.text}")
    if named.time or not named.start.is_plain:
        note.append("the date itself is not left out")
        return f"../{named.text}" if is_before else f"{named.text}/.."
    next_day = edge + timedelta(-1 if is_before else 1)
    digits = {"day": 10, "month": 7}.get(named.precision, 4)
    text = next_day.isoformat()[:digits]
    return f"../{text}" if is_before else f"{text}/.."
