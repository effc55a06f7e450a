"""Where a column of the band leads to: its one event, or the page of its month or its year."""

from collections.abc import Sequence
from datetime import date as Day

from markupsafe import Markup

from generator.model.permalinks import month_url, year_url
from generator.rendering.drawings.svg import join_markup, percent, svg_link, tag
from generator.rendering.drawings.time.axis import TimeAxis
from generator.rendering.drawings.time.stacking import BandMark, marks_by_bin
from generator.rendering.language import Language

_MIN_WIDTH_PERCENT = 1.0
"""So wide is a link at least: a column may be a hair."""
_DAYS_OF_A_MONTH, _DAYS_OF_A_YEAR = 31, 366


def column_links(
    language: Language, marks: Sequence[BandMark], axis: TimeAxis, base: float, root: str
) -> Markup:
    """Return a link over each column down to `base`; by keys, the list below leads to the same."""
    return join_markup(
        _link(language, stacked, axis, number, base, root)
        for number, stacked in sorted(marks_by_bin(marks, axis).items())
    )


def _link(
    language: Language, marks: list[BandMark], axis: TimeAxis, number: int, base: float, root: str
) -> Markup:
    left, right = axis.bin_edges(number)
    width = max(right - left, _MIN_WIDTH_PERCENT)
    left = min(max(0.0, (left + right - width) / 2), 100 - width)
    first = marks[0]
    href = first.url
    title = language.gettext("%(title)s (%(date)s)", title=first.title, date=first.words)
    if len(marks) > 1:
        href, days = f"{root}{_address(axis, first)}", _words(language, axis, first.anchor)
        title = language.ngettext(
            "%(count)s event, %(days)s", "%(count)s events, %(days)s", len(marks), days=days
        )
    box = tag("rect", x=percent(left), y=0, width=percent(width), height=base)
    shown = tag("title", title)
    return svg_link(href, shown, box, class_="band__link", tabindex="-1", aria_hidden="true")


def _address(axis: TimeAxis, mark: BandMark) -> str:
    day, bin_days = mark.anchor, axis.bin_size.days
    if bin_days <= _DAYS_OF_A_MONTH:
        return month_url(day.year, day.month)
    return year_url(day.year) if bin_days <= _DAYS_OF_A_YEAR else "timeline/"


def _words(language: Language, axis: TimeAxis, day: Day) -> str:
    if axis.bin_size.days == _DAYS_OF_A_MONTH:
        return language.grammar.month_words(day)
    if axis.bin_size.days == _DAYS_OF_A_YEAR:
        return str(day.year)
    number = axis.bin_of(day)
    first, last = axis.bin_size.first_day(number), axis.bin_size.last_day(number)
    return language.grammar.day_range_words(max(first, axis.first), min(last, axis.last))
