"""What a page says in words: numbers, figures, dates, spans of time, who speaks.

English, plain text; nothing here knows pages or templates.
"""

import re
from collections.abc import Iterable
from datetime import date as Day
from itertools import pairwise
from typing import NamedTuple

from babel import Locale
from dateutil.relativedelta import relativedelta
from markupsafe import Markup

from generator.model.dates.value import MONTHS, Date
from generator.model.records import Figure
from generator.support.escape import as_text, in_direction, in_language

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORTEST_GAP = 60
_ENGLISH = Locale("en")
_LEAD = re.compile(r"(?:(?:since|by|about|between|an unknown day in) )+")
_YEAR = re.compile(r"(.*\D) (\d{1,4})")


def plural(count: int, one: str, many: str | None = None) -> str:
    """The count with its word: `1 event`, `1,200 events`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *rest, last = words
    return f"{', '.join(rest)} and {last}" if rest else last


def number(value: float) -> str:
    """The digits with thousands parted, and no more of them than were written."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.6f}".rstrip("0")


def amount(figure: Figure, unit: str | None = None, language: str | None = None) -> str:
    """The number of a figure in words, with its qualifier; its printed words where it has none.

    Those are Markup where the language of their source is given, and is not that of the site.
    """
    if figure.value is not None:
        words = number(figure.value)
    elif figure.min is not None and figure.max is not None:
        words = f"{number(figure.min)} to {number(figure.max)}"
    elif figure.min is not None:
        words = f"{number(figure.min)} or more"
    elif figure.max is not None:
        words = f"up to {number(figure.max)}"
    else:
        words = f"“{figure.as_said}”"
        attributes = in_language(language)
        return Markup(f"<span{attributes}>{as_text(words)}</span>") if attributes else words
    words = f"{figure.qualifier} {words}" if figure.qualifier else words
    return f"{words} {unit}" if unit else words


def spans(numbers: Iterable[int]) -> str:
    """Numbers in ascending order, neighbours as a range: `6, 8–10`."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def where_in_source(numbers: tuple[int, ...], locator: str | None) -> str:
    """The paragraphs of an account, or its locator."""
    if not numbers:
        return locator or ""
    words = f"paragraph{'s' if len(numbers) > 1 else ''} {spans(numbers)}"
    return f"{words}, {locator}" if locator else words


def day(value: Day) -> str:
    """`6 May 2021`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def language(tag: str) -> str:
    """The English name of a language, script and land by their tag (BCP 47); else the tag.

    The names are those of the CLDR. Nothing is added that the tag does not say.
    """
    first, *rest = tag.split("-")
    name = _ENGLISH.languages.get(first.lower())
    known = _ENGLISH.scripts, _ENGLISH.territories
    more = [known[0].get(part.title()) or known[1].get(part.upper()) for part in rest]
    if name is None or None in more:
        return tag
    return f"{name} ({', '.join(filter(None, more))})" if more else name


def label(text: str, language: str | None) -> Markup:
    """What a source calls someone, quoted, in the language of the source."""
    attributes = in_language(language) or in_direction(text)
    return Markup(f'<q class="label"{attributes}>{as_text(text)}</q>')


def time_of_day(value: Day) -> Markup:
    """A calendar day as `<time>`."""
    return Markup(f'<time datetime="{value.isoformat()}">{day(value)}</time>')


def time(date: Date) -> Markup:
    """The date in words, as `<time>` where it is one whole day, month or year."""
    words = as_text(date.words)
    return Markup(f'<time datetime="{date.text}">{words}</time>') if _is_whole(date) else words


def span(one: Day, other: Day) -> str:
    """The time between two days, no finer than it is worth: days, months, or years and months."""
    between = relativedelta(max(one, other), min(one, other))
    months = between.years * 12 + between.months
    if months < 2:
        return plural(abs((other - one).days), "day")
    if months < 24:
        return plural(months, "month")
    years = plural(between.years, "year")
    return f"{years} {plural(between.months, 'month')}" if between.months else years


class Gap(NamedTuple):
    """A stretch without an event."""

    words: str
    size: int
    """1 to 3: under 6 months, under 2 years, more."""


def gap(before: Day, after: Day) -> Gap | None:
    """The gap between two days, where there is one worth naming."""
    if (after - before).days < SHORTEST_GAP:
        return None
    half_years = relativedelta(after, before).years * 2 + relativedelta(after, before).months // 6
    size = 1 if half_years < 1 else 2 if half_years < 4 else 3
    return Gap(f"{span(before, after)} without an event", size)


class When(NamedTuple):
    """A date taken apart for the date block; together the parts say what the date says."""

    lead: str
    main: str
    year: str
    post: str
    size: str
    """How long the main line is: ``, `mid` or `long`."""
    datetime: str | None


def when(date: Date) -> When:
    """The date block of an event."""
    words, post = date.words, ""
    if date.kind == "moment" and words.endswith(" (uncertain)"):
        words, post = words.removesuffix(" (uncertain)"), "uncertain"
    lead = found[0].strip() if (found := _LEAD.match(words)) else ""
    main, year = words[len(found[0]) if found else 0 :], ""
    if (parted := _YEAR.fullmatch(main)) and not re.search(r"\d{3}", parted[1]):
        main, year = parted[1], parted[2]
    if date.is_day and date.earliest:
        lead = WEEKDAYS[date.earliest.weekday()]
    elif _is_whole(date):
        post = "day not given" if date.precision == "month" else "month not given"
    size = "" if len(main) <= 6 else "mid" if len(main) <= 10 else "long"
    return When(lead, main, year, post, size, date.text if _is_whole(date) else None)


class DayCell(NamedTuple):
    """The day of an event in a list that has named its year and month."""

    number: str
    words: str
    datetime: str | None


def day_cell(date: Date) -> DayCell:
    """The day with its weekday, or what else the date says beyond the year and month."""
    first = date.anchor
    if date.is_day:
        return DayCell(str(first.day), WEEKDAYS[first.weekday()][:3], date.text)
    if _is_whole(date):
        return DayCell("", "day not given" if date.precision == "month" else "", date.text)
    if date.kind == "moment" and date.precision == "month" and date.start.unknown_day:
        doubts = [", uncertain"] * date.start.uncertain
        return DayCell("", "".join(["an unknown day", *doubts]), None)
    if date.kind == "moment" and date.precision == "day":
        doubts = ["about"] * date.start.approximate + ["uncertain"] * date.start.uncertain
        return DayCell(str(first.day), ", ".join(doubts), None)
    return DayCell("", date.words.removesuffix(f" {MONTHS[first.month - 1]} {first.year}"), None)


def runs(pairs: Iterable[tuple[int, str]]) -> list[tuple[str, str]]:
    """Numbers with a reason each; neighbours of one reason as a range."""
    ordered = sorted(pairs)
    starts = [n for n, (a, b) in enumerate(pairwise(ordered), 1) if (a[0] + 1, a[1]) != b]
    cuts = [0, *starts, len(ordered)]
    parts = [ordered[a:b] for a, b in pairwise(cuts) if a < b]
    return [(spans(n for n, _ in part), part[0][1]) for part in parts]


def _is_whole(date: Date) -> bool:
    return date.kind == "moment" and date.start.is_plain
