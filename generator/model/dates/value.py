"""Dates no more precise than the evidence: strict EDTF in, a small frozen value out.

Reads the subset of EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/) that curation
needs, never guesses, and says of all else what to write instead. It does not know what a date is
for, nor times of day, seasons, other calendars or today. Qualifiers are kept and shown but widen
nothing: `2012~` lies in 2012.
"""

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

Kind = Literal["moment", "one of", "interval"]
Precision = Literal["day", "month", "year"]

MAX_LENGTH = 200
# Not calendar.month_name, which speaks the language of the machine.
_NAMES = "January February March April May June July August September October November December"
MONTHS = tuple(_NAMES.split())
_RANK: dict[Precision | None, int] = {"day": 0, "month": 1, "year": 2}
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}|XX))?)?([?~%]?)")
_RULE = "a date is written in EDTF"
_FORMS = "write a day, a month or a year, as in 2026-01-09, 2022-12 or 2011"
_D, _DAY = r"(\d{4}(?:-\d\d){0,2})", r"(?:(\d\d?)[a-z]*,? )?"
_WEEKDAY = r"(?:[a-z]{3,6}day,? )?"
# What people write instead: pattern, rule broken, way out or candidates for it. A pattern may be
# generous, for only what is a date is proposed; but no candidate may say more than was written.
_MISTAKES = (
    (r"\s+(.*\S)\s*|(.*\S)\s+", "a date has no white space around it", r"\1\2"),
    (r".*[^ -~].*", "a date is written in ASCII", r"\g<0>"),
    (_D + r"(?:T| \d\d?:).*", "a date has no time of day", r"\1"),
    (r"(\d{4})[./-](\d\d?)(?:[./-](\d\d?))?", "a date is year-month-day", r"\1-\2-\3"),
    (r"(\d{4})(\d\d)(\d\d)", "a date is year-month-day", r"\1-\2-\3"),
    (r"(\d\d?)([./-])(\d\d?)\2(\d{4})", "a date is year-month-day", r"\4-\3-\1 \4-\1-\3"),
    (
        _WEEKDAY + _DAY + r"([a-z]{3,9})\.?,? " + _DAY + r"(\d{4})",
        "a month is a number",
        r"\4-\2-\1\3",
    ),
    (r"[\"'“”„]+([^\"'“”„]+)[\"'“”„]+", "a date has only straight quotes, YAML's own", r"\1"),
    (r"early (?:in )?([a-z]{3,9}) (\d{4})", "early is the first ten days", r"[\2-\1-1..\2-\1-10]"),
    (
        r"(\d\d?) ?(?:-|\u2013|to|or) ?(\d\d?) ([a-z]{3,9}) (\d{4})",
        "a range has a slash or brackets",
        r"\4-\3-\1/\4-\3-\2 [\4-\3-\1..\4-\3-\2]",
    ),
    (r"(?:~|ca?\.?|circa|about) ?" + _D, "a qualifier stands at the end", r"\1~"),
    (_D + r"(?:\?~|~\?)", "both qualifiers together are %", r"\1%"),
    (r"(\d{4})(?:-XX)+", "only a day can be unknown", r"\1"),
    (r"(\d{4}-\d\d)-(?:XX|UU|\?\?)", "an unknown day is XX", r"\1-XX"),
    (r"0000.*", "there is no year 0000", "write a year from 0001 to 9999"),
    (r"(\d{4})-(2[1-9]|3\d|4[01]).?", "a season is vague", r"write months, as in [\1-03..\1-05]"),
    (r"\d{4}-(1[3-9]|00|[2-9]\d)\b.*", "a month is 01 to 12", "write year-month-day"),
    (r"(\d{4}-\d\d)-\d\d[?~%]?", "the month has no such day", r"write a day of \1, or \1-XX"),
    (_D + r" ?(?:[-\u2013]|to|\.\.) ?" + _D, "a range has a slash or brackets", r"\1/\2 [\1..\2]"),
    (r".*/.*/.*", "an interval has two ends", "write both with one slash between"),
    (r"(\.\.)?/(\.\.)?", "an interval is open at one end only", "write the end that is known"),
    (r"(.+)/", "an end that is open or not known is '..'", r"\1/.. \1"),
    (r"/(.+)", "an end that is open or not known is '..'", r"../\1 \1"),
    (r"(\[.+\])[?~%]", "a set has no qualifier and no XX", r"\1"),
    (r"\[([^,]+)\]", "a set has two members or more", r"\1"),
    (r"\[\.\.(.+)\]", "an open range is an interval", r"../\1"),
    (r"\[(.+)\.\.\]", "an open range is an interval", r"\1/.."),
    (r"\{.*\}", "'all of' is no date", "write one event for each date, or an interval"),
)


class DateError(ValueError):
    """No date of the subset. `message`: the rule and what was found; `way_out`: what to write."""

    def __init__(self, rule: str, found: str, way_out: str) -> None:
        super().__init__(rule, found, way_out)
        self.message = f"{rule}: {found if len(found) < 80 else found[:79] + '…'!r}"
        self.found, self.way_out = found, way_out


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a date: between `earliest` and `latest`, both inclusive; None where it is open.

    It stands as written: the other end of an interval does not narrow it. `unknown_day` tells
    `2022-11-XX`, one day of that month, from `2022-11`.
    """

    earliest: date | None
    latest: date | None
    precision: Precision | None
    approximate: bool = False
    uncertain: bool = False
    unknown_day: bool = False

    @property
    def is_plain(self) -> bool:
        """Neither qualified nor with an unknown day."""
        return not (self.approximate or self.uncertain or self.unknown_day)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as `parse` gives it: never open at both ends, `earliest` not after `latest`.

    `text` is the EDTF exactly as written. `start` and `end` are equal unless it is an interval; of
    a set they span all members, which `choices` holds in order, a `..` range as one. `precision` is
    that of the start, of the end where the start is open, and of the members of a set.
    """

    text: str
    kind: Kind
    start: Bound
    end: Bound
    precision: Precision
    choices: tuple[Bound, ...] = ()

    @property
    def earliest(self) -> date | None:
        """The first possible day; None only where the start is open."""
        return self.start.earliest

    @property
    def latest(self) -> date | None:
        """The last possible day; None only where the end is open."""
        return self.end.latest

    @property
    def anchor(self) -> date:
        """The day that gives the date its place: the earliest, or the latest at an open start."""
        return self.start.earliest or self.end.latest or date.max

    @property
    def order(self) -> tuple[date, int, date]:
        """Sort key: anchor, finer precision, latest. Append an id to make the order total."""
        return self.anchor, _RANK[self.precision], self.latest or date.max

    @property
    def is_day(self) -> bool:
        """Exactly one day, known and certain."""
        return self.is_whole and self.precision == "day"

    @property
    def is_whole(self) -> bool:
        """Exactly one day, month or year, known and certain."""
        return self.kind == "moment" and self.start.is_plain


def parse(text: str) -> Date:
    """The date that `text` writes. Any other text is a DateError, never another exception."""
    if len(text) > MAX_LENGTH:
        raise DateError(f"a date has at most {MAX_LENGTH} characters", text, "write one date only")
    try:
        return _read(text)
    except DateError as error:
        raise _advise(error) from None


def meet(a: Bound, b: Bound) -> bool | None:
    """Whether both can be the same day; None where either is open."""
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return None
    return a.earliest <= b.latest and b.earliest <= a.latest


def starts_meet(a: Date, b: Date) -> bool | None:
    """Whether both can start on the same day, sets by their members; None at an open start."""
    found = {meet(x, y) for x in a.choices or (a.start,) for y in b.choices or (b.start,)}
    return None if None in found else True in found


def ends_meet(a: Date, b: Date) -> bool | None:
    """Whether both can end on the same day, sets by their members; None at an open end."""
    found = {meet(x, y) for x in a.choices or (a.end,) for y in b.choices or (b.end,)}
    return None if None in found else True in found


def _read(text: str) -> Date:
    if "/" in text:
        return _read_interval(text)
    if text.startswith("[") and text.endswith("]"):
        return _read_set(text)
    point = _read_point(text)  # has a precision; the "or" below and in its like is for mypy
    return Date(text, "moment", point, point, point.precision or "day")


def _read_interval(text: str) -> Date:
    first, _, last = text.partition("/")
    if first == last == ".." or "" in (first, last) or "/" in last:
        raise DateError(_RULE, text, _FORMS)
    start, end = (Bound(None, None, None) if p == ".." else _read_point(p) for p in (first, last))
    if (start.earliest, start.latest) == (end.earliest, end.latest):
        raise DateError("the two ends of an interval differ", text, f"write {first} alone")
    if start.earliest and end.latest and start.earliest > end.latest:
        raise DateError("an interval does not run backwards", text, f"write {last}/{first} instead")
    return Date(text, "interval", start, end, start.precision or end.precision or "day")


def _read_set(text: str) -> Date:
    members = [member.split("..") for member in text[1:-1].split(",")]
    written = [part for member in members for part in member]
    if "" in written or len(written) == 1 or any(len(member) > 2 for member in members):
        raise DateError(_RULE, text, _FORMS)
    points = {part: _read_point(part) for part in written}
    if not all(point.is_plain for point in points.values()):
        raise DateError("a set has no qualifier and no XX", text, "write its members without")
    if len({point.precision for point in points.values()}) > 1:
        raise DateError("a set has one precision", text, "write all as days, months or years")
    if any(a >= b for a, b in pairwise(written)):  # of one precision, text sorts as time does
        raise DateError("a set ascends", text, "write each member once, the earliest first")
    ends = [(points[member[0]], points[member[-1]]) for member in members]
    choices = tuple(Bound(a.earliest, b.latest, a.precision) for a, b in ends)
    whole = Bound(choices[0].earliest, choices[-1].latest, choices[0].precision)
    return Date(text, "one of", whole, whole, whole.precision or "day", choices)


def _read_point(text: str) -> Bound:
    match = _POINT.fullmatch(text)
    if not match:
        raise DateError(_RULE, text, _FORMS)
    year, month, day, mark = match.groups()
    precision: Precision = "year" if not month else "month" if day in (None, "XX") else "day"
    try:
        first = last = date(int(year), int(month or 1), int(day) if precision == "day" else 1)
    except ValueError:
        raise DateError(_RULE, text, _FORMS) from None
    if precision != "day":
        last_month = int(month or 12)
        last = date(first.year, last_month, monthrange(first.year, last_month)[1])
    return Bound(first, last, precision, mark in ("~", "%"), mark in ("?", "%"), day == "XX")


def _advise(error: DateError) -> DateError:
    for pattern, rule, way_out in _MISTAKES:
        if not (match := re.fullmatch(pattern, error.found, re.IGNORECASE | re.DOTALL)):
            continue
        if way_out.startswith("write"):
            return DateError(rule, error.found, match.expand(way_out))
        dates = {}  # as an ordered set: 5/5/2026 reads the same both ways
        for candidate in way_out.split():
            with suppress(DateError):
                dates[_read(_tidy(match.expand(candidate))).text] = True
        if dates:
            return DateError(rule, error.found, f"write {' or '.join(dates)} instead")
    return error


def _tidy(text: str) -> str:
    for number, name in enumerate(MONTHS, 1):
        text = re.sub(rf"(?i)\b({name}|{name[:3]}|{name[:4]})\b", str(number), text)
    padded = re.sub(r"\d+", lambda digits: str(int(digits[0])).zfill(max(2, len(digits[0]))), text)
    return padded.rstrip("-")
