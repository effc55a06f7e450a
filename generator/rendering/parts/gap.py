"""A stretch of time without an event, named between two events of a list."""

from datetime import date as Day
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from generator.rendering.language import Language

MIN_DAYS = 60
"""A shorter stretch is not worth naming."""


class Gap(NamedTuple):
    """A stretch without an event."""

    words: str
    size: int
    """1 for under 6 months, 2 for under 2 years, 3 for more."""


def gap_between(language: Language, first: Day, last: Day) -> Gap | None:
    """The gap between two days; None where it is too short to name."""
    if (last - first).days < MIN_DAYS:
        return None
    between = relativedelta(last, first)
    half_years = between.years * 2 + between.months // 6
    size = 1 if half_years < 1 else 2 if half_years < 4 else 3
    duration = language.grammar.duration(first, last)
    return Gap(language.gettext("%(duration)s without an event", duration=duration), size)
