"""Dates in the words of patterns: what all languages share of how a date is said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Day
from functools import lru_cache
from typing import NamedTuple

from generator.model.dates import Bound, Date, Precision
from generator.rendering.language.date_patterns import DatePatterns
from generator.rendering.language.time_words import clock, clock_and_zone, zone

NO_YEAR, NO_MONTH = 1, 2
"""How much of a name is left out at its end, because it is said elsewhere."""
_DATED = ("day", "month")


class Phrase(NamedTuple):
    """A date in words, and where its first day, month or year begins in them."""

    words: str
    first: str = ""
    """The name that comes first."""

    @property
    def parts(self) -> tuple[str, str]:
        """What stands before the first name, and the rest."""
        cut = max(self.words.find(self.first), 0)
        return self.words[:cut].strip(), self.words[cut:]


class DateWords:
    """Dates in the words of some patterns, and of the twelve names of months."""

    def __init__(self, patterns: DatePatterns, months: Sequence[str]) -> None:
        self._patterns = patterns
        self.months = months
        # The day of a source stands on the page of each event that it tells of, and that of an
        # event in many files.
        self._known_phrase = lru_cache(1 << 15)(self._new_phrase)
        self.day = lru_cache(1 << 12)(self._new_day)
        """Return a calendar day, or its month."""

    def phrase(self, date: Date, left_out: int = 0) -> Phrase:
        """Return the date with every doubt that it carries; `left_out`: `NO_YEAR`, `NO_MONTH`."""
        return self._known_phrase(date, left_out)

    def _new_phrase(self, date: Date, left_out: int) -> Phrase:
        words, first = self._phrase(date, left_out)
        return Phrase(self._patterns.smooth(words), first)

    def name(self, bound: Bound, left_out: int = 0, *, last: bool = False) -> str:
        """Return its first day, month or year (with `last`, its last), without what it carries."""
        patterns, day = self._patterns, bound.latest if last else bound.earliest
        assert day is not None  # a name is asked for where it is not open
        pattern = {
            "day": (patterns.day, patterns.day_of_year, patterns.day_of_month)[left_out],
            "month": (patterns.month, patterns.month_of_year, patterns.month_of_year)[left_out],
            "decade": patterns.decade,
            "years": patterns.century if bound.precision == "century" else patterns.first_decade,
        }.get("month" if bound.unknown_day else _kind(bound), "{year}")
        name = pattern.format(
            day=patterns.first_day if day.day == 1 and patterns.first_day else day.day,
            month=self.months[day.month - 1],
            year=day.year,
            last=bound.latest and bound.latest.year,
        )
        time = bound.until if last else bound.time
        return patterns.timed.format(name, clock_and_zone(time)) if time and not left_out else name

    def two_days(self, first: Day, last: Day) -> str:
        """Return a stretch of days, as it stands in a sentence."""
        bounds = [Bound(day, day, "day") for day in (first, last)]
        if first == last:
            return self._patterns.smooth(self._patterns.pattern("on").format(self.name(bounds[0])))
        return self._patterns.smooth(self._patterns.pattern("span").format(*self._names(bounds)))

    def two_years(self, first: int, last: int) -> str:
        """From one year to another."""
        ends = [Bound(Day(year, 1, 1), Day(year, 12, 31), "year") for year in (first, last)]
        words = self.name(ends[0]) if first == last else self._from_to(ends[0], ends[1], 0)[0]
        return self._patterns.smooth(words)

    def _new_day(self, day: Day, precision: Precision) -> str:
        return self.name(Bound(day, day, precision))

    def timed(self, words: str, time: str) -> str:
        """Return a day, or its year, with what is said of the time of day; that may be nothing."""
        return self._patterns.timed.format(words, time) if time else words

    def times(self, date: Date) -> str:
        """Return what a date says of the time of one day that holds all of it; else nothing."""
        bounds = date.choices or (date.start, date.end)
        ends = [(bound.time, bound.until) for bound in bounds if bound.time and bound.until]
        days = {day for bound in bounds for day in (bound.earliest, bound.latest)}
        if len(ends) < len(bounds) or len(days) > 1:
            return ""
        if date.kind == "moment":
            return clock_and_zone(ends[0][0])
        zones = {time.offset for pair in ends for time in pair}
        shared_zone = f" {zone(ends[0][0])}".rstrip() if len(zones) == 1 else ""
        pattern, words = self._patterns.pattern, clock if shared_zone else clock_and_zone
        times = [
            words(first)
            if first == last
            else pattern("between", "time").format(words(first), words(last))
            for first, last in ends
        ]
        if date.choices:
            return self._either(times) + shared_zone
        shapes = pattern("from", "time"), pattern("to", "time")
        said = (shape.format(time) for shape, time in zip(shapes, times, strict=True))
        return " ".join(said) + shared_zone

    def _phrase(self, date: Date, left_out: int) -> tuple[str, str]:
        start, end = date.start, date.end
        if times := self.times(date):
            bound = date.choices[0] if date.choices else start
            day = self.name(replace(bound, time=None, until=None), left_out)
            return self.timed(day, times), day
        if date.choices:
            return self._choices(date.choices, left_out)
        if date.kind == "moment":
            return self._said("", start, left_out)
        if start.earliest is None:
            return self._said("by", end, left_out)
        if end.earliest is None:
            return self._said("since", start, left_out)
        return self._from_to(start, end, left_out)

    def _from_to(self, start: Bound, end: Bound, left_out: int) -> tuple[str, str]:
        first = self._names([start, end], left_out)[0]
        words = self._say("from", start, left_out, first), self._say("to", end, left_out)
        return " ".join(words), first

    def _said(self, shape: str, bound: Bound, left_out: int) -> tuple[str, str]:
        """Return the only bound of a date in a shape, and its name."""
        name = self.name(bound, left_out)
        return self._say(shape, bound, left_out, name), name

    def _say(self, shape: str, bound: Bound, left_out: int, name: str = "") -> str:
        """Return a bound in a shape or in none, with all that it carries; by its name, if given."""
        pattern = self._patterns.pattern
        name = name or self.name(bound, left_out)
        of = _kind(bound)
        about = f"about {of}"
        if whole := self._own(shape, about if bound.approximate else of, bound):
            words = whole.format(name)
        else:
            if bound.unknown_day:
                name = pattern("unknown", "about" if bound.approximate else "").format(name)
                of = ""  # the name is a phrase now
            elif bound.approximate:
                name = pattern("about", of).format(name)
            elif not shape:
                name = pattern("", of).format(name)
            words = pattern(shape, of).format(name) if shape else name
        return pattern("uncertain").format(words) if bound.uncertain else words

    def _own(self, shape: str, key: str, bound: Bound) -> str | None:
        """Return the pattern of a shape for all that a bound carries, if it has one."""
        patterns = self._patterns.shapes.get(shape, "")
        if isinstance(patterns, str) or not (bound.approximate or bound.unknown_day):
            return None
        return patterns.get(key)

    def _choices(self, choices: tuple[Bound, ...], left_out: int) -> tuple[str, str]:
        if all(self.name(choice) == self.name(choice, last=True) for choice in choices):
            names = self._names(choices, left_out)
            return self._either(names), names[0]
        phrases = [self._choice(choice, left_out) for choice in choices]
        words = phrases[-1][0]
        for phrase, _ in phrases[-2::-1]:
            words = self._patterns.pattern("or else").format(phrase, words)
        return words, phrases[0][1]

    def _choice(self, choice: Bound, left_out: int) -> tuple[str, str]:
        """Return one day, month or year, or one of a range of them."""
        ends = _ends(choice)
        if self.name(ends[0]) == self.name(ends[1]):
            return self.name(choice, left_out), self.name(choice, left_out)
        names = self._names(ends, left_out)
        between = self._patterns.pattern("between", _kind(choice))
        return between.format(*names), names[0]

    def _either(self, names: Sequence[str]) -> str:
        *rest, last = names
        if not rest:
            return last
        words = rest[0]
        for name in rest[1:]:
            words = self._patterns.pattern("comma").format(words, name)
        return self._patterns.pattern("or").format(words, last)

    def _names(self, bounds: Sequence[Bound], left_out: int = 0) -> list[str]:
        """Return the names of bounds; what those of one precision share at the end, once."""
        shared = max(_shared(bounds), left_out)
        *rest, last = bounds
        return [*(self.name(bound, shared) for bound in rest), self.name(last, left_out)]


def _kind(bound: Bound) -> str:
    """Return what a pattern is chosen by."""
    if bound.unknown_day:
        return "unknown day"
    has_no_name = bound.precision == "decade" and bound.earliest and not bound.earliest.year % 100
    return "years" if has_no_name or bound.precision == "century" else bound.precision or "day"


def is_of_one_month(date: Date) -> bool:
    """Return whether a date lies in one month, and nothing is to say of it but numbers."""
    bounds = date.choices or [bound for bound in (date.start, date.end) if bound.earliest]
    ends = [end for bound in bounds for end in _ends(bound)]
    return not any(bound.time for bound in ends) and _shared(ends) == NO_MONTH


def is_of_one_year(date: Date) -> bool:
    """Return whether a date names one year, and behind it only times that all of it shares."""
    start, end = date.start, date.end
    if date.kind == "moment":
        return start.precision in _DATED
    if not (start.earliest and end.earliest):
        known = start if start.earliest else end
        return known.precision in _DATED and not known.uncertain
    members = [member for choice in date.choices for member in _ends(choice)]
    return _shared(members or [start, end]) > 0


def _ends(choice: Bound) -> tuple[Bound, Bound]:
    """Return the first and the last of a range of days, months or years."""
    first = replace(choice, latest=choice.earliest, until=choice.time)
    return first, replace(choice, earliest=choice.latest, time=choice.until)


def _shared(bounds: Sequence[Bound]) -> int:
    """Return how much of the end of their names bounds share: nothing, `NO_YEAR` or `NO_MONTH`."""
    days = [bound.earliest for bound in bounds]
    precisions = {bound.precision for bound in bounds}
    if None in days or len(precisions) > 1 or len({bound.time for bound in bounds}) > 1:
        return 0
    if not precisions <= {*_DATED} or not all(bound.is_plain for bound in bounds):
        return 0
    numbers = [bound.numbers() for bound in bounds]
    if len({year for year, *_ in numbers}) > 1:
        return 0
    if precisions == {"month"} or len({month for _, month, *_ in numbers}) > 1:
        return NO_YEAR
    return NO_MONTH
