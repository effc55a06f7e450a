"""Figures to scale, dates that accounts give, an actor's strip of time."""

from datetime import date as Day
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.rendering.drawings.figures.figure_plot import (
    FigureRow,
    figure_plot,
    figure_plot_key,
)
from generator.rendering.drawings.figures.number_scale import scale_for
from generator.rendering.drawings.time.actor_strip import OfficeTerm, actor_strip
from generator.rendering.drawings.time.axis import axis_of_years
from generator.rendering.drawings.time.date_plot import AccountDate, date_plot
from generator.rendering.drawings.time.stacking import BandMark
from generator.rendering.language import ENGLISH
from tests.support.chronologies import HOSTILE


@pytest.mark.parametrize(
    ("values", "reaching", "ticks"),
    [
        ([4, 12, 20], [], ["0", "5", "10", "15", "20"]),
        ([1, 2], [], ["0", "1", "2"]),
        ([0], [], ["0", "1"]),
        ([340], [340], ["0", "100", "200", "300", "400"]),
        ([400], [400], ["0", "100", "200", "300", "400", "500"]),
        ([38000, 41000], [], ["0", "10,000", "20,000", "30,000", "40,000", "50,000"]),
        ([0.64, 1.12], [], ["0", "0.25", "0.5", "0.75", "1", "1.25"]),
    ],
)
def test_the_scale_starts_at_0_with_few_round_ticks(
    values: list[float], reaching: list[float], ticks: list[str]
) -> None:
    assert [
        ENGLISH.grammar.number_words(tick) for tick in scale_for(values, reaching).ticks
    ] == ticks


@given(st.lists(st.floats(-1e12, 1e12) | st.integers(-(10**12), 10**12), min_size=1, max_size=9))
def test_every_number_has_its_place_on_the_scale(values: list[float]) -> None:
    scale = scale_for(values)
    places = [scale.x(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= x <= 100 for x in places)
    assert 2 <= len(scale.ticks) <= 8


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "mark"),
    [
        (12, 12, None, "dot"),
        (12, 12, "about", "about"),
        (12, 12, "at least", "more"),
        (12, 12, "more than", "more"),
        (12, 12, "nearly", "less"),
        (12, 12, "fewer than", "less"),
        (12, 20, None, "range"),
        (12, None, None, "more"),
        (None, 12, None, "less"),
        (None, None, None, ""),
    ],
)
def test_the_mark_says_what_the_words_say(
    low: float | None, high: float | None, qualifier: str | None, mark: str
) -> None:
    assert FigureRow("#a1", "Gazette", "12", low, high, qualifier).mark == mark


def _table(drawn: Markup) -> ElementTree.Element:
    return ElementTree.fromstring(drawn)


def test_rows_are_sorted_by_size_and_words_stand_last() -> None:
    rows = [
        FigureRow("#a1", "One", "12 to 20", 12, 20),
        FigureRow("#a2", "Two", "“several”"),
        FigureRow("#a3", "Three", "4", 4, 4),
    ]
    table = _table(figure_plot(ENGLISH, "injured", rows, ident="injured"))
    assert [link.text for link in table.iter("a")] == ["Three", "One", "Two"]
    assert [link.get("href") for link in table.iter("a")] == ["#a3", "#a1", "#a2"]
    cells = [cell for cell in table.iter("td") if cell.get("class") == "plot__cell"]
    assert [len(cell) for cell in cells] == [1, 1, 0]
    assert all(cell.get("aria-hidden") == "true" for cell in cells)


def test_words_alone_are_a_table_without_a_scale() -> None:
    drawn = figure_plot(
        ENGLISH, "duration", [FigureRow("#a1", "One", "“nearly a week”")], ident="duration"
    )
    assert "<svg" not in drawn


def test_a_difference_is_said_in_words() -> None:
    rows = [FigureRow("#a1", "One", "4", 4, 4, differs=True), FigureRow("#a2", "Two", "9", 9, 9)]
    drawn = figure_plot(ENGLISH, "injured", rows, ident="injured")
    assert drawn.count("differs from other accounts") == 1
    assert "accounts differ" in drawn
    assert figure_plot_key(ENGLISH, rows).count("<li>") == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_is_encoded(text: str) -> None:
    rows = [FigureRow("#a1", text, text, 1, 1, None, text)]
    day = Day(2021, 5, 3)
    told = [
        AccountDate(text, text, day, day, True),
        AccountDate(text, "4 May", Day(2021, 5, 4), None, True),
    ]
    frame = axis_of_years(1998, 2021)
    office = OfficeTerm(text, text, day, None)
    for drawn in (
        figure_plot(ENGLISH, text, rows, ident="x", note=text),
        date_plot(ENGLISH, told, (day, day)),
        actor_strip(ENGLISH, [], [office], frame),
    ):
        said = "".join(_table(drawn).itertext())
        assert " ".join(text.split()) in said
        assert "\n" not in drawn


@pytest.mark.parametrize(
    ("first", "last", "cells"),
    [
        ("2021-05-05", "2021-05-06", ["3", "4", "5", "6", "7", "8"]),
        ("2021-05-01", "2021-05-14", [str(n) for n in range(1, 15)]),
        ("2021-05-01", "2021-08-31", ["Apr", "May", "Jun", "Jul", "Aug", "Sep"]),
        ("1998-01-01", "2003-12-31", [str(n) for n in range(1997, 2005)]),
        ("1900-01-01", "2003-12-31", None),
    ],
)
def test_dates_are_drawn_in_days_or_months_or_years(
    first: str, last: str, cells: list[str] | None
) -> None:
    a, b = Day.fromisoformat(first), Day.fromisoformat(last)
    drawn = date_plot(
        ENGLISH,
        [AccountDate("One", "then", a, a, True), AccountDate("Two", "later", b, b, True)],
        (a, a),
    )
    if cells is None:
        assert drawn == ""
        return
    assert [text.text for text in _table(drawn).iter("text")] == cells
    assert drawn.count("<circle") == 2


def test_dates_that_agree_are_not_drawn() -> None:
    day = Day(2021, 5, 3)
    assert date_plot(ENGLISH, [AccountDate("One", "3 May", day, day)] * 2, (day, day)) == ""


def test_an_open_date_reaches_the_edge() -> None:
    day = Day(2021, 5, 3)
    drawn = date_plot(
        ENGLISH,
        [AccountDate("One", "since", day, None, True), AccountDate("Two", "by", None, day, True)],
        (day, day),
    )
    assert drawn.count("stretch--open") == 2


def test_a_strip_has_its_offices_in_words() -> None:
    day = Day(2019, 12, 1)
    events = [BandMark(day, day, False, "statement", 1, "A title", "1 December 2019")]
    offices = [
        OfficeTerm("Chair", "since 1 December 2019", day, None),
        OfficeTerm("Engineer", "on 3 May 2001", Day(2001, 5, 3), Day(2001, 5, 3), True),
        OfficeTerm("Engineer", "on 4 May 2001", Day(2001, 5, 4), Day(2001, 5, 4), True),
        OfficeTerm("Clerk", ""),
    ]
    drawn = actor_strip(ENGLISH, events, offices, axis_of_years(1998, 2021))
    said = "".join(_table(drawn).itertext())
    assert "1 event, and 3 offices in the time of the chronology, 1998 to 2021." in said
    assert "on 3 May 2001; on 4 May 2001" in said
    assert drawn.count("office--day") == 2
    assert drawn.count("office--open") == 1
