"""Every word of a drawing comes through the language that it is drawn in."""

import re
from collections.abc import Callable
from datetime import date as Day
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from generator.rendering.drawings.figures.figure_plot import (
    FigureGroup,
    FigureRow,
    figure_plot,
    figure_plot_key,
)
from generator.rendering.drawings.maps.maps import MapSet
from generator.rendering.drawings.maps.marks import MapPlace
from generator.rendering.drawings.time.actor_strip import OfficeTerm, actor_strip
from generator.rendering.drawings.time.axis import axis_by_hour, axis_of_years
from generator.rendering.drawings.time.band import band
from generator.rendering.drawings.time.bin_sizes import first_second
from generator.rendering.drawings.time.date_plot import AccountDate, date_plot
from generator.rendering.drawings.time.stacking import BandMark, Extent
from generator.rendering.language import ENGLISH, Language
from tests.support.pseudo_language import PSEUDO, bracketed, outside_brackets

Drawings = Callable[[Language], list[Markup]]
_START = Day(2021, 5, 3)
_BORDERS = {
    "features": [
        {"geometry": {"type": "Polygon", "coordinates": [[[3, 3], [4, 3], [4, 4], [3, 3]]]}}
    ]
}


def _mark(day: int, length: int | None = 0, **values: bool) -> BandMark:
    first = _START + timedelta(day)
    last = None if length is None else first + timedelta(length)
    return BandMark(first, last, values.get("differs", False), "1", 1, "2", "3",
                    (Extent(first, first), Extent(first + timedelta(90), None))
                    * values.get("dated", False),
                    values.get("lasts", False), values.get("is_doubtful", False))  # fmt: skip


def _at(day: int, hour: int) -> Extent:
    first = _START + timedelta(day)
    second = first_second(first) + hour * 3600
    return Extent(first, first, (second, second + 59))


def _timed(day: int, hour: int) -> BandMark:
    return _mark(day)._replace(seconds=_at(day, hour).seconds)


def _bands(language: Language) -> list[Markup]:
    """Return bands with every mark and sentence that a band can have."""
    many = [_mark(n % 7, differs=n % 3 == 0, is_doubtful=n % 4 == 0) for n in range(30)]
    long = [_mark(n, 40 + n, lasts=n % 2 == 0, is_doubtful=n % 3 == 0) for n in range(20)]
    rest = [_mark(-400 * n) for n in range(1, 9)] + [_mark(2, dated=True, differs=True)]
    busy = [_mark(3 * n, 3) for n in range(60)]
    alike = [_mark(-3000, None), _mark(-3001, None)]
    everything = [*many, *long, *rest, *busy, *alike]
    one_year = [_mark(0), _mark(9, differs=True)]
    one_day = [_timed(0, hour) for hour in range(24)]
    two_days = [*one_day, *(_timed(1, hour) for hour in range(24))]
    by_hour = one_day, two_days, [*one_day, *rest]
    days = everything, [*busy, *rest], one_year, rest * 9
    return [band(language, marks) for marks in (*by_hour, *days)]


def _strips(language: Language) -> list[Markup]:
    terms = [OfficeTerm("1", "2", _START, None)]
    long = [_mark(n, 4000 - n) for n in range(12)]
    axes = (
        axis_of_years(2021, 2021), axis_of_years(2001, 2040), axis_of_years(1900, 2040),
        axis_by_hour(_START, _START, 35), axis_by_hour(_START, _START + timedelta(2), 35),
    )  # fmt: skip
    return [actor_strip(language, long, terms, axis) for axis in axes] + [
        actor_strip(language, [_mark(0)], [], axes[0])
    ]


def _date_plots(language: Language) -> list[Markup]:
    dates = [_START, _START + timedelta(3), _START + timedelta(99), _START + timedelta(999)]
    return [
        date_plot(
            language,
            [
                AccountDate("1", "2", Extent(_START, None), True),
                AccountDate("3", "4", Extent(day, day), True),
            ],
            Extent(_START, _START),
        )
        for day in dates
    ] + [
        date_plot(
            language,
            [AccountDate("1", "2", mark, True) for mark in (_at(0, 9), _at(0, 11))],
            _at(0, 9),
        )
    ]


def _figure_plots(language: Language) -> list[Markup]:
    rows = [
        FigureRow("#", "1", "2", 4, 4, differs=True),
        *(FigureRow("#", "1", "2", 9, 9, qualifier) for qualifier in ("about", "nearly")),
        FigureRow("#", "1", "2", 9, None),
        FigureRow("#", "1", "2", 1000, 90000),
    ]
    groups = [FigureGroup(Markup("3"), rows)]
    plot = figure_plot(language, "1", groups, ident="x", note="2")
    return [plot, figure_plot_key(language, rows)]


def _maps(language: Language) -> list[Markup]:
    places = [MapPlace("a", "1", 3, 3, "town", 2), MapPlace("b", "2", 42, 42, "town")]
    maps = MapSet(language, places, _BORDERS)
    return [maps.overview(), maps.locator(["a"]), maps.locator(["a", "b"])]


_DRAWINGS = pytest.mark.parametrize(
    "drawings", [_bands, _strips, _date_plots, _figure_plots, _maps]
)


def _texts(drawing: Markup) -> list[str]:
    """Return all that readers see or hear of a drawing, one text an element."""
    elements = list(ElementTree.fromstring(drawing).iter())
    shown = [text for element in elements for text in (element.text, element.tail) if text]
    return shown + [label for element in elements if (label := element.get("aria-label"))]


@_DRAWINGS
def test_no_letter_of_a_drawing_stands_outside_of_the_brackets(drawings: Drawings) -> None:
    for drawing in drawings(PSEUDO):
        bare = [text for text in _texts(drawing) if re.search("[a-zA-Z]", outside_brackets(text))]
        assert bare == []


@_DRAWINGS
def test_the_brackets_are_all_that_the_made_language_changes(drawings: Drawings) -> None:
    """So the test above sees every text that an English page has."""
    for drawing, pseudo in zip(drawings(ENGLISH), drawings(PSEUDO), strict=True):
        assert len(_texts(drawing)) == len(_texts(pseudo))
        assert re.sub("[⟦⟧]", "", "".join(_texts(pseudo))) == "".join(_texts(drawing))


def test_the_drawings_above_have_every_message_of_drawings() -> None:
    texts = " ".join(
        text
        for drawings in (_bands, _strips, _date_plots, _figure_plots, _maps)
        for drawing in drawings(PSEUDO)
        for text in _texts(drawing)
    )
    for words in (
        "larger below", "larger again", "one column a week", "start or end not known",
        "start or end in doubt", "events on one line", "dated differently by its accounts",
        "found no room", "approximate or uncertain", "Days from", "Months from", "Years from",
        "one column an hour", "one column every", "Times from",
        "a range", "nearly, fewer than", "Map of all places", "on the ground", " km",
    ):  # fmt: skip
        assert words in texts, words
    assert bracketed("accounts differ") in texts
