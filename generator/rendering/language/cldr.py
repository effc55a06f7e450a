"""A grammar by tables: most of what a language needs stands in the CLDR, the rest in its module.

Months, weekdays, names of languages, units of time and the signs of numbers come from the CLDR
through Babel (`cldr_names.py`). Phrases are patterns, each a whole one: see `date_patterns.py`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date as Day
from functools import cached_property, lru_cache

from dateutil.relativedelta import relativedelta

from generator.model.dates import Date
from generator.model.records import Figure
from generator.rendering.language.cldr_names import CldrNames, Names
from generator.rendering.language.collation import LATIN, Alphabet, SortKey, initial, sort_key
from generator.rendering.language.date_patterns import DatePatterns
from generator.rendering.language.date_words import (
    NO_MONTH,
    NO_YEAR,
    DateWords,
    is_of_one_month,
    is_of_one_year,
)
from generator.rendering.language.grammar import DateParts, DayParts
from generator.rendering.language.time_words import clock_and_zone
from generator.support.plain_text import capitalised

_FEWEST_OF_TWO_MONTHS = 59
"""Two months are at least so many days: those of January and of February."""


@dataclass(frozen=True)
class FigurePatterns:
    """How one language says numbers of figures; the number is `{0}`."""

    range: str
    """`{0}` and `{1}`."""
    at_least: str
    at_most: str
    qualifiers: Mapping[str, str]
    """By the qualifier as YAML writes it: `about`, `at least` …; `{0}` is number and unit."""


@dataclass(frozen=True)
class DateNotes:
    """What stands beside a date that is not fully known, in a few words."""

    day_not_given: str
    month_not_given: str
    uncertain: str
    about: str
    about_this_month: str
    unknown_day: str


@dataclass(frozen=True, eq=False)
class CldrGrammar:
    """The grammar of a language of which the CLDR knows names and numbers; see `Grammar`."""

    locale_name: str
    """The locale of the CLDR, as Babel writes it: `de`, `ar_SY`."""
    dates: DatePatterns
    figures: FigurePatterns
    notes: DateNotes
    quotes: tuple[str, str]
    conjunction: str
    """What joins the last word of a list: ` und `."""
    comma: str = ", "
    semicolon: str = "; "
    """What joins the words before it."""
    unit_conjunction: str = " "
    """What joins years and months."""
    counts: str = ""
    """Small counts as words, from 0 on, as they stand before a noun; the rest is in digits."""
    fewest_grouped: int = 1000
    """The smallest number whose thousands are set apart."""
    alphabet: Alphabet = LATIN

    def number_words(self, value: float) -> str:
        """See `Grammar`."""
        digits = f"{value:,.6f}".rstrip("0").rstrip(".")
        if value < self.fewest_grouped:
            digits = digits.replace(",", "")
        group, decimal = self._names.number_signs
        return digits.translate({ord(","): group, ord("."): decimal})

    def count_words(self, count: int) -> str:
        """See `Grammar`."""
        counts = self.counts.split()
        return counts[count] if 0 <= count < len(counts) else self.number_words(count)

    def number_ranges(self, numbers: Iterable[int]) -> str:
        """See `Grammar`."""
        ranges: list[list[int]] = []
        for number in numbers:
            if ranges and number == ranges[-1][-1] + 1:
                ranges[-1].append(number)
            else:
                ranges.append([number])
        words = (str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in ranges)
        return self.comma.join(words)

    def figure_words(self, figure: Figure, unit: str | None = None) -> str:
        """See `Grammar`."""
        numbers = figure.value, figure.min, figure.max
        return self._known_figure(numbers, figure.qualifier, figure.as_said, unit)

    @cached_property
    def _known_figure(self) -> Callable[..., str]:
        """The words of a figure, which stand beside every other one that it differs from."""
        return lru_cache(1 << 12)(self._figure_words)

    def _figure_words(
        self,
        numbers: tuple[float | None, float | None, float | None],
        qualifier: str | None,
        as_said: str | None,
        unit: str | None,
    ) -> str:
        value, low, high = numbers
        patterns = self.figures
        ends = [n for n in (low, high) if n is not None]
        if value is not None:
            words = self.number_words(value)
        elif len(ends) == 2:
            words = patterns.range.format(*map(self.number_words, ends))
        elif ends:
            pattern = patterns.at_most if low is None else patterns.at_least
            words = pattern.format(self.number_words(ends[0]))
        else:
            return self.quoted(as_said or "")
        counted = f"{words} {unit}" if unit else words
        qualified = patterns.qualifiers[qualifier] if qualifier else "{0}"
        return self.dates.smooth(qualified.format(counted))

    def join_words(self, words: Iterable[str]) -> str:
        """See `Grammar`."""
        *rest, last = words
        if not rest:
            return last
        return self.dates.smooth(f"{self.comma.join(rest)}{self.conjunction}{last}")

    def quoted(self, text: str) -> str:
        """See `Grammar`."""
        return text.join(self.quotes)

    def sort_key(self, text: str) -> SortKey:
        """See `Grammar`."""
        return sort_key(text, self.alphabet)

    def initial(self, text: str) -> str:
        """See `Grammar`."""
        return initial(text, self.alphabet)

    def month_name(self, month: int) -> str:
        """See `Grammar`."""
        return capitalised(self._names.month(month))

    def short_month_name(self, month: int) -> str:
        """See `Grammar`."""
        return self._names.short_month(month)

    def short_weekday_name(self, day: Day) -> str:
        """See `Grammar`."""
        return self._names.short_weekday(day)

    def day_words(self, day: Day) -> str:
        """See `Grammar`."""
        return self._words.day(day, "day")

    def day_pattern(self, month: int) -> str:
        """See `Grammar`."""
        name = self._words.months[month - 1]
        return self.dates.day.format(day="%(day)s", month=name, year="%(year)s")

    def first_day(self) -> str:
        """See `Grammar`."""
        return self.dates.first_day

    def month_words(self, day: Day) -> str:
        """See `Grammar`."""
        return self._words.day(day, "month")

    def year_range_words(self, first: int, last: int) -> str:
        """See `Grammar`."""
        return self._words.two_years(first, last)

    def day_range_words(self, first: Day, last: Day) -> str:
        """See `Grammar`."""
        return self._words.two_days(first, last)

    def date_words(self, date: Date) -> str:
        """See `Grammar`."""
        return self._words.phrase(date).words

    def date_parts(self, date: Date) -> DateParts:
        """See `Grammar`."""
        year, notes = str(date.anchor.year), self.notes
        words, time = self._words, date.start.time or date.end.time
        year = words.timed(year, words.times(date) or (clock_and_zone(time) if time else ""))
        if date.is_day:
            weekday = self._names.weekday(date.anchor)
            return DateParts(weekday, words.name(date.start, NO_YEAR), year, "")
        if date.is_whole and date.precision == "month":
            return DateParts("", self._names.month(date.anchor.month), year, notes.day_not_given)
        note = notes.month_not_given if date.is_whole else ""
        if date.kind == "moment" and date.start.uncertain:
            note = notes.uncertain
            date = replace(date, start=replace(date.start, uncertain=False))
        if not is_of_one_year(date):
            return DateParts(*words.phrase(date).parts, "", note)
        return DateParts(*words.phrase(date, NO_YEAR).parts, year, note)

    def day_parts(self, date: Date) -> DayParts:
        """See `Grammar`."""
        day, start, notes = date.anchor, date.start, self.notes
        if date.is_day:
            words = self.short_weekday_name(day)
            time = self.comma + clock_and_zone(date.time) if date.time else ""
            return DayParts(str(day.day), words + time)
        if date.is_whole:
            return DayParts("", notes.day_not_given if date.precision == "month" else "")
        doubts = [notes.uncertain] if start.uncertain else []
        if date.kind == "moment" and start.unknown_day:
            about = [notes.about_this_month] if start.approximate else []
            return DayParts("", self.comma.join([notes.unknown_day, *about, *doubts]))
        if date.kind == "moment" and date.precision == "day":
            about = [notes.about] if start.approximate else []
            return DayParts(str(day.day), self.comma.join([*about, *doubts]))
        left_out = NO_MONTH if is_of_one_month(date) else 0
        return DayParts("", self._words.phrase(date, left_out).words)

    def duration(self, first: Day, last: Day) -> str:
        """See `Grammar`."""
        days = abs((last - first).days)
        if days < _FEWEST_OF_TWO_MONTHS:
            return self._names.counted(days, "day")
        between = relativedelta(max(first, last), min(first, last))
        months = between.years * 12 + between.months
        if months < 2:
            return self._names.counted(days, "day")
        if months < 24:
            return self._names.counted(months, "month")
        years = self._names.counted(between.years, "year")
        if not between.months:
            return years
        return f"{years}{self.unit_conjunction}{self._names.counted(between.months, 'month')}"

    def language_name(self, tag: str) -> str:
        """See `Grammar`."""
        return self._names.language(tag)

    @cached_property
    def _names(self) -> Names:
        return CldrNames(self.locale_name)

    @cached_property
    def _words(self) -> DateWords:
        return DateWords(self.dates, self._names.months)
