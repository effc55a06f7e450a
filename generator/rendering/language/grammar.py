"""What a language must be able to say beyond its messages: the functions of its grammar module.

A message is one sentence with named places in it and is translated as a whole. What no message can
hold (how dates share a year, what joins the last word of a list, which marks quote) is a grammar:
`english.py` and its like are tables of patterns, of which `cldr.py` makes these functions.
"""

from collections.abc import Iterable
from datetime import date as Day
from typing import NamedTuple, Protocol

from generator.model.dates import Date
from generator.model.records import Figure
from generator.rendering.language.collation import SortKey


class DateParts(NamedTuple):
    """A date taken apart for the block that heads a page, to be read in this order."""

    lead: str
    """What stands before: the weekday of a whole day, or such words as `since about`."""
    main: str
    """The large line: `9 January`, `5 to 7 January`, `2011`."""
    year: str
    """The year, where all of the date lies in one and more than the year is known."""
    note: str
    """What is not known: `day not given`, `uncertain`."""


class DayParts(NamedTuple):
    """What a date says beyond its year and month, for a list that has named these."""

    number: str
    """The number of the day; empty where it is no single day."""
    words: str
    """The short weekday, or all else that the date says."""


class Grammar(Protocol):
    """One language's way with numbers, lists, dates, spans of time and quotation marks.

    Every function returns plain text. None knows pages, templates or HTML.
    """

    @property
    def comma(self) -> str:
        """What stands between the items of a list, with the blank behind it."""

    @property
    def semicolon(self) -> str:
        """What stands between items that have commas of their own, with the blank behind it."""

    def number_words(self, value: float) -> str:
        """Return the digits in groups of thousands, with no more decimals than the value has."""

    def count_words(self, count: int) -> str:
        """Return a small count as a word, as it stands in a sentence: `four`; others in digits."""

    def number_ranges(self, numbers: Iterable[int]) -> str:
        """Ascending numbers, neighbours as one range: `6, 8–10`."""

    def figure_words(self, figure: Figure, unit: str | None = None) -> str:
        """Return a figure's number with qualifier and unit; its quoted words if it has none."""

    def join_words(self, words: Iterable[str]) -> str:
        """Return a list of one or more words as it stands in a sentence: `a, b and c`."""

    def quoted(self, text: str) -> str:
        """Return the text in quotation marks."""

    def sort_key(self, text: str) -> SortKey:
        """Return what names are sorted by, in the order of its alphabet."""

    def initial(self, text: str) -> str:
        """Return the letter under which a name stands: `E` for `É`; `0–9`, or `#`."""

    def month_name(self, month: int) -> str:
        """Return the name of a month from 1 to 12, as a heading has it."""

    def short_month_name(self, month: int) -> str:
        """Return the same where there is little room."""

    def short_weekday_name(self, day: Day) -> str:
        """Return the weekday of a calendar day, where there is little room."""

    def day_words(self, day: Day) -> str:
        """Return a calendar day: `6 May 2021`."""

    def day_pattern(self, month: int) -> str:
        """Return a calendar day of a month with places for scripts: `%(day)s May %(year)s`."""

    def first_day(self) -> str:
        """Return how the first day of a month is written, where that is no number; or empty."""

    def month_words(self, day: Day) -> str:
        """Return the month of a day: `May 2021`."""

    def year_range_words(self, first: int, last: int) -> str:
        """From one year to another: `2011 to 2026`, `2026`."""

    def day_range_words(self, first: Day, last: Day) -> str:
        """From one day to another, nothing said twice: `from 3 to 9 May 2021`, `on 3 May 2021`."""

    def date_words(self, date: Date) -> str:
        """Return a date of the record with every doubt that it carries."""

    def date_parts(self, date: Date) -> DateParts:
        """Return the same date, taken apart."""

    def day_parts(self, date: Date) -> DayParts:
        """Return the same date under the heading of its year and month (those of its anchor)."""

    def duration(self, first: Day, last: Day) -> str:
        """Return the time between two days, as fine as it is worth: days, months or years."""

    def language_name(self, tag: str) -> str:
        """Return what a language is called (BCP 47 tag); the tag itself where it has no name."""
