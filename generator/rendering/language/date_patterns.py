"""Dates in words by patterns: a language gives one for each shape of date, as a whole phrase.

Nothing here knows a word of any language, nor months: the patterns do, and who calls.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Shapes = Mapping[str, str | Mapping[str, str]]


@dataclass(frozen=True)
class DatePatterns:
    """How one language writes dates.

    A name takes `{day}`, `{month}` and `{year}`; a shape takes the name `{0}`, one of two also
    `{1}`. Where a shape depends on what it is said of, it is a table of patterns by `day`, `month`,
    `year`, `decade`, `years` (a stretch of them without a name), `time`, `unknown day` (its name is
    that of the month) and, in front of one of these, `about `; `""` stands for all that it does not
    hold.
    """

    day: str
    day_of_year: str
    day_of_month: str
    month: str
    decade: str
    first_decade: str = "{year}–{last}"
    """The first ten years of a century, which have no name of their own."""
    century: str = "{year}–{last}"
    month_of_year: str = "{month}"
    first_day: str = ""
    """How the first day of a month is written, where that is no number."""
    timed: str = "{0}, {1}"
    """A day, or its year, and the time of day."""
    shapes: Shapes = field(default_factory=dict)
    """`""`: a date alone; `about`, `unknown`, `uncertain`: what a date may carry; `since`, `by`:
    an open end; `from`, `to`: the two ends of an interval; `between` (two); `comma`, `or` (two);
    `or else` (two, the first is a range); `on`, `span` (two): a stretch of days in a sentence."""
    smooth: Callable[[str], str] = str
    """What becomes of letters that meet: `de août` to `d’août`."""

    def pattern(self, shape: str, *keys: str) -> str:
        """Return the pattern of a shape for the first of the keys that it has."""
        patterns = self.shapes.get(shape, "{0}")
        if isinstance(patterns, str):
            return patterns
        return next((patterns[key] for key in keys if key in patterns), patterns.get("", "{0}"))
