"""English: what its grammar makes of numbers, lists, dates and spans of time.

Plain text; nothing here knows pages or templates. The functions are those of `Grammar`.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date as Day
from functools import cache
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from generator.model.dates import Bound, Date, TimeOfDay
from generator.model.records import Figure
from generator.rendering.language import cldr
from generator.rendering.language.collation import sort_key as sort_key
from generator.rendering.language.grammar import DateParts, DayParts

_NAMES = "January February March April May June July August September October November December"
_MONTHS = tuple(_NAMES.split())
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COUNT_NAMES = "no one two three four five six seven eight nine ten eleven twelve"
_COUNTS = tuple(_COUNT_NAMES.split())
comma = ", "
_FIRST_PART = {"day": 0, "month": 1}
"""The first of day, month and year that a date of a precision names; of all others, the year."""


def number_words(value: float) -> str:
    """`1,200`, `2.5`."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def count_words(count: int) -> str:
    """`four`, `twelve`, `13`."""
    return _COUNTS[count] if 0 <= count < len(_COUNTS) else number_words(count)


def number_ranges(numbers: Iterable[int]) -> str:
    """`6, 8–10`."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1].append(number)
        else:
            ranges.append([number])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in ranges)


def figure_words(figure: Figure, unit: str | None = None) -> str:
    """`about 1,200`, `12 to 20 km`, `12 or more`, `“a dozen”`."""
    if figure.value is not None:
        words = number_words(figure.value)
    elif figure.min is not None and figure.max is not None:
        words = f"{number_words(figure.min)} to {number_words(figure.max)}"
    elif figure.min is not None:
        words = f"{number_words(figure.min)} or more"
    elif figure.max is not None:
        words = f"up to {number_words(figure.max)}"
    else:
        return quoted(figure.as_said or "")
    return " ".join(filter(None, [figure.qualifier, words, unit]))


def join_words(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *rest, last = words
    return f"{', '.join(rest)} and {last}" if rest else last


def quoted(text: str) -> str:
    """`“text”`."""
    return f"“{text}”"


def month_name(month: int) -> str:
    """`May`."""
    return _MONTHS[month - 1]


def short_month_name(month: int) -> str:
    """`Sep`."""
    return _MONTHS[month - 1][:3]


def short_weekday_name(day: Day) -> str:
    """`Fri`."""
    return _WEEKDAYS[day.weekday()][:3]


def day_words(day: Day) -> str:
    """`6 May 2021`."""
    return f"{day.day} {month_words(day)}"


def day_pattern(month: int) -> str:
    """`%(day)s May %(year)s`."""
    return f"%(day)s {_MONTHS[month - 1]} %(year)s"


def first_day() -> str:
    """None: `1 May`."""
    return ""


def month_words(day: Day) -> str:
    """`May 2021`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def year_range_words(first: int, last: int) -> str:
    """`2011 to 2026`, `2026`."""
    return str(first) if first == last else f"{first} to {last}"


def day_range_words(first: Day, last: Day) -> str:
    """`from 3 to 9 May 2021`, `on 3 May 2021`."""
    if first == last:
        return f"on {day_words(first)}"
    start = day_words(first)
    if first.year == last.year:
        month = f" {_MONTHS[first.month - 1]}"
        start = f"{first.day}{month if first.month != last.month else ''}"
    return f"from {start} to {day_words(last)}"


def date_words(date: Date) -> str:
    """`about October 2024 (uncertain)`, `10 or 11 January 2026`, `since about 2012`."""
    return _phrase(date).words


def date_parts(date: Date) -> DateParts:
    """`Friday`, `9 January`, `2026`; `since`, `27 November`, `2024`; `2016 to 2019`."""
    lead, text, month, year, is_one_year, doubt = _phrase(date)
    note = ""
    if date.is_day:
        lead = _WEEKDAYS[date.anchor.weekday()]
    elif date.is_whole and date.precision != "day":
        note = "day not given" if date.precision == "month" else "month not given"
    elif date.kind == "moment" and doubt:
        note, doubt = "uncertain", ""
    own = _spaced(text, month)
    if is_one_year and own and not doubt:
        return DateParts(lead, own, year, note)
    return DateParts(lead, _spaced(own, year, doubt), "", note)


def day_parts(date: Date) -> DayParts:
    """`9`, `Fri`; or `5 to 7`, `an unknown day`, `day not given` with no number."""
    day, start = date.anchor, date.start
    if date.is_day:
        words = short_weekday_name(day)
        if date.time:
            words = _spaced(f"{words}, {_clock(date.time)}", _zone(date.time))
        return DayParts(str(day.day), words)
    if date.is_whole:
        return DayParts("", "day not given" if date.precision == "month" else "")
    if date.kind == "moment" and date.precision == "month" and start.unknown_day:
        doubts = ["about this month"] * start.approximate + ["uncertain"] * start.uncertain
        return DayParts("", ", ".join(["an unknown day", *doubts]))
    if date.kind == "moment" and date.precision == "day":
        doubts = ["about"] * start.approximate + ["uncertain"] * start.uncertain
        return DayParts(str(day.day), ", ".join(doubts))
    phrase = _phrase(date)
    is_as_headed = (phrase.month, phrase.year) == (_MONTHS[day.month - 1], str(day.year))
    days = _spaced(phrase.lead, phrase.text)
    if is_as_headed and not phrase.doubt and days[-1:].isdigit():
        return DayParts("", days)
    return DayParts("", phrase.words)


def duration(first: Day, last: Day) -> str:
    """`12 days`, `13 months`, `5 years 1 month`."""
    between = relativedelta(max(first, last), min(first, last))
    months = between.years * 12 + between.months
    if months < 2:
        return _counted(abs((last - first).days), "day")
    if months < 24:
        return _counted(months, "month")
    years = _counted(between.years, "year")
    return f"{years} {_counted(between.months, 'month')}" if between.months else years


@cache
def language_name(tag: str) -> str:
    """`Turkish`, `Chinese (Traditional, Taiwan)`: the words of the CLDR, and none besides."""
    from babel import Locale  # slow to import, and not needed by most commands

    return cldr.language_name(Locale("en"), tag)


class _Phrase(NamedTuple):
    """A date in words, apart as far as anybody needs it. It ends with a day, a month or a year."""

    lead: str
    """What stands before the first day, month or year: `since`, `between`, `about`."""
    text: str
    """All up to the last month: `10 or 11`; empty where a month or a year stands alone."""
    month: str
    """The last month named, or none."""
    year: str
    """The last year named."""
    is_one_year: bool
    """Whether no other year is named before it."""
    doubt: str = ""
    """What stands at the end: `(uncertain)`."""

    @property
    def words(self) -> str:
        return _spaced(self.lead, self.text, self.month, self.year, self.doubt)

    def after(self, word: str) -> "_Phrase":
        return self._replace(lead=_spaced(word, self.lead))


def _phrase(date: Date) -> _Phrase:
    start, end = date.start, date.end
    if within := _within_a_day(date):
        return within
    if date.choices:
        return _choices(date.choices)
    if date.kind == "moment":
        return _bound(start)
    if start.earliest is None:
        return _bound(end).after("by")
    if end.earliest is None:
        return _bound(start).after("since")
    if start.is_plain and end.is_plain:
        return _joined([_name(start), _name(end)], " to ")
    first, last = _bound(start), _bound(end)
    text = _spaced(first._replace(lead="").words, "to", last.lead, last.text)
    return _Phrase(first.lead, text, last.month, last.year, False, last.doubt)


def _within_a_day(date: Date) -> _Phrase | None:
    """Two times of one day, or one of several; None for any other date."""
    bounds = date.choices or (date.start, date.end)
    ends = [(bound.time, bound.until) for bound in bounds if bound.time and bound.until]
    days = {day for bound in bounds for day in (bound.earliest, bound.latest)}
    if date.kind == "moment" or len(ends) < len(bounds) or len(days) > 1:
        return None
    zones = {time.offset for pair in ends for time in pair}
    zone = _zone(ends[0][0]) if len(zones) == 1 else ""

    def words(time: TimeOfDay) -> str:
        return _clock(time) if zone else _spaced(_clock(time), _zone(time))

    stretches = [
        words(first) if first == last else f"between {words(first)} and {words(last)}"
        for first, last in ends
    ]
    times = f" {'or' if date.choices else 'to'} ".join(stretches)
    day, month, year = _name(replace(bounds[0], time=None, until=None))
    return _Phrase("", day, month, _spaced(f"{year}, {times}", zone), True)


def _clock(time: TimeOfDay) -> str:
    """`14:30`, `14:30:05`."""
    second = "" if time.second is None else f":{time.second:02}"
    return f"{time.hour:02}:{time.minute:02}{second}"


def _zone(time: TimeOfDay) -> str:
    """`(UTC+3)`, `(UTC−3:30)`; empty where none is given."""
    if time.offset is None:
        return ""
    hours, minutes = divmod(abs(time.offset), 60)
    sign = "−" if time.offset < 0 else "+"
    ahead = f"{sign}{hours}" + (f":{minutes:02}" if minutes else "") if time.offset else ""
    return f"(UTC{ahead})"


def _bound(bound: Bound) -> _Phrase:
    lead = _spaced(
        "an unknown day in" if bound.unknown_day else "", "about" if bound.approximate else ""
    )
    day, month, year = _name(bound)
    return _Phrase(lead, day, month, year, True, "(uncertain)" if bound.uncertain else "")


def _choices(choices: tuple[Bound, ...]) -> _Phrase:
    firsts, lasts = [_name(choice) for choice in choices], [_name(c, last=True) for c in choices]
    if firsts == lasts:
        return _joined(firsts, " or ")
    phrases = [
        _joined([first], "") if first == last else _joined([first, last], " and ").after("between")
        for first, last in zip(firsts, lasts, strict=True)
    ]
    *rest, ending = phrases
    if not rest:
        return ending
    before = ", or ".join([rest[0]._replace(lead="").words, *(phrase.words for phrase in rest[1:])])
    text = _spaced(f"{before}, or", ending.lead, ending.text)
    return _Phrase(rest[0].lead, text, ending.month, ending.year, False)


def _joined(names: list[tuple[str, str, str]], word: str) -> _Phrase:
    """Several names in one; what those of one precision share at their end is said once."""
    *rest, last = names
    common, precisions = 0, {sum(map(bool, name)) for name in names}
    if len(precisions) == 1:
        while common < min(precisions) - 1 and len({name[2 - common :] for name in names}) == 1:
            common += 1
    before = [_spaced(*name[: 3 - common]) for name in rest]
    text = f"{', '.join(before)}{word}{last[0]}".strip() if before else last[0]
    return _Phrase("", text, last[1], last[2], is_one_year=not rest or common > 0)


def _name(bound: Bound, *, last: bool = False) -> tuple[str, str, str]:
    """Day, month and year; empty what a bound does not name."""
    day = (bound.latest if last else bound.earliest) or Day.max  # never open here
    first = _FIRST_PART.get(bound.precision or "day", 2)
    number, month, year = str(day.day), _MONTHS[day.month - 1], _year(day.year, bound.precision)
    if time := bound.until if last else bound.time:
        year = _spaced(f"{year}, {_clock(time)}", _zone(time))
    return number if first == 0 else "", month if first <= 1 else "", year


def _year(year: int, precision: str | None) -> str:
    """`1970`, `the 1970s`; the first ten years of a century are not called by its name."""
    if precision == "decade" and year % 100 == 0:
        return f"the years {year} to {year + 9}"
    return f"the {year}s" if precision in ("decade", "century") else str(year)


def _counted(count: int, word: str) -> str:
    return f"{number_words(count)} {word}{'' if count == 1 else 's'}"


def _spaced(*words: str) -> str:
    return " ".join(filter(None, words))
