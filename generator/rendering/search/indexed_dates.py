"""Dates as the search knows them: `2026-01-09`, `2026-01` and `2026`, and names of months.

A word of the index for a day has hyphens, which no word of a text keeps, so none is mistaken.
"""

from collections.abc import Iterable
from datetime import date as Day
from datetime import timedelta
from typing import NamedTuple

from generator.model.dates import Date
from generator.support.fold import fold

_MOST_DAYS = 31
_MOST_MONTHS = 24
_MOST_YEARS = 30
# Arabic names the months in two ways; CLDR knows the other one by its countries.
_MORE_LOCALES = {"ar": ("ar_SY", "ar_EG")}


class IndexedDates(NamedTuple):
    """The words of the index for a date."""

    exact: tuple[str, ...]
    """Of what the date is."""
    within: tuple[str, ...]
    """Of what lies in it, or it in."""


NO_DATES = IndexedDates((), ())


def indexed_dates(dates: Iterable[Date]) -> IndexedDates:
    """Return the words for the dates of a record: the first is its own, the others also fit."""
    exact: dict[str, None] = {}
    within: dict[str, None] = {}
    for n, date in enumerate(dates):
        first, last = date.earliest, date.latest
        is_open = first is None or last is None
        if first is None or last is None:
            first = last = date.anchor
        for words in (_days(first, last), _months(first, last), _years(first, last)):
            is_one = len(words) == 1 and not n and not is_open
            (exact if is_one else within).update(dict.fromkeys(words))
    return IndexedDates(tuple(exact), tuple(word for word in within if word not in exact))


def month_numbers(tags: Iterable[str]) -> dict[str, int]:
    """Return the number of each month by its folded names in these languages.

    Where two languages have one name for two months, the earlier language counts.
    """
    from babel import Locale, UnknownLocaleError  # slow to import

    numbers: dict[str, int] = {}
    for name in dict.fromkeys(name for tag in tags for name in (tag, *_MORE_LOCALES.get(tag, ()))):
        try:
            locale = Locale.parse(name, sep="_" if "_" in name else "-")
        except (UnknownLocaleError, ValueError):
            continue
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, month in locale.months[use][width].items():
                    folded = fold(month).rstrip(".")
                    if not folded.isdigit():
                        numbers.setdefault(folded, number)
    return numbers


def _days(first: Day, last: Day) -> list[str]:
    count = (last - first).days + 1
    if count > _MOST_DAYS:
        return []
    return [(first + timedelta(days=n)).isoformat() for n in range(count)]


def _months(first: Day, last: Day) -> list[str]:
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    if end - start >= _MOST_MONTHS:
        return []
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, end + 1)]


def _years(first: Day, last: Day) -> list[str]:
    if last.year - first.year >= _MOST_YEARS:
        return []
    return [f"{year:04}" for year in range(first.year, last.year + 1)]
