"""English, without the CLDR: to import it is slow, and most commands speak no other language."""

from collections.abc import Sequence
from datetime import date as Day
from functools import cached_property

from generator.model.dates import MONTHS
from generator.rendering.language.cldr import CldrGrammar, DateNotes, FigurePatterns
from generator.rendering.language.cldr_names import CldrNames, Names, Unit
from generator.rendering.language.date_patterns import DatePatterns

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class _EnglishNames:
    """The names that English needs; only those of languages stand in the CLDR."""

    months: Sequence[str] = MONTHS
    number_signs = (",", ".")

    def month(self, number: int) -> str:
        """`May`."""
        return MONTHS[number - 1]

    def short_month(self, number: int) -> str:
        """`Sep`."""
        return MONTHS[number - 1][:3]

    def weekday(self, day: Day) -> str:
        """`Friday`."""
        return _WEEKDAYS[day.weekday()]

    def short_weekday(self, day: Day) -> str:
        """`Fri`."""
        return _WEEKDAYS[day.weekday()][:3]

    def counted(self, count: int, unit: Unit) -> str:
        """`12 days`."""
        return f"{count:,} {unit}{'' if count == 1 else 's'}"

    def language(self, tag: str) -> str:
        """`Turkish`, `Chinese (Traditional, Taiwan)`."""
        return self._cldr.language(tag)

    @cached_property
    def _cldr(self) -> CldrNames:
        return CldrNames("en")


class _EnglishGrammar(CldrGrammar):
    """The grammar of a language that needs no CLDR."""

    @cached_property
    def _names(self) -> Names:
        return _EnglishNames()


_DATES = DatePatterns(
    day="{day} {month} {year}",
    day_of_year="{day} {month}",
    day_of_month="{day}",
    month="{month} {year}",
    decade="the {year}s",
    first_decade="the years {year} to {last}",
    century="the {year}s",
    shapes={
        "about": "about {0}",
        "unknown": {"": "an unknown day in {0}", "about": "an unknown day in about {0}"},
        "uncertain": "{0} (uncertain)",
        "since": "since {0}",
        "by": "by {0}",
        "to": "to {0}",
        "between": "between {0} and {1}",
        "comma": "{0}, {1}",
        "or": "{0} or {1}",
        "or else": "{0}, or {1}",
        "on": "on {0}",
        "span": "from {0} to {1}",
    },
)

ENGLISH_GRAMMAR = _EnglishGrammar(
    locale_name="en",
    dates=_DATES,
    figures=FigurePatterns(
        range="{0} to {1}",
        at_least="{0} or more",
        at_most="up to {0}",
        qualifiers={
            "about": "about {0}",
            "at least": "at least {0}",
            "more than": "more than {0}",
            "nearly": "nearly {0}",
            "fewer than": "fewer than {0}",
        },
    ),
    notes=DateNotes(
        day_not_given="day not given",
        month_not_given="month not given",
        uncertain="uncertain",
        about="about",
        about_this_month="about this month",
        unknown_day="an unknown day",
    ),
    quotes=("“", "”"),
    conjunction=" and ",
    counts="no one two three four five six seven eight nine ten eleven twelve",
)
"""The grammar of English."""
