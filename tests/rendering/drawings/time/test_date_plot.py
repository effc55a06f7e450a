"""The dates that accounts give, drawn above the days."""

from datetime import date as Day
from xml.etree import ElementTree

import pytest

from generator.rendering.drawings.time.date_plot import AccountDate, date_plot
from generator.rendering.language import ENGLISH
from tests.support.chronologies import HOSTILE

_DAY = Day(2021, 5, 3)


def _plot(first: Day, last: Day) -> str:
    dates = [
        AccountDate("One", "then", first, first, True),
        AccountDate("Two", "later", last, last, True),
    ]
    return date_plot(ENGLISH, dates, (first, first))


@pytest.mark.parametrize(
    ("first", "last", "cells"),
    [
        ("2021-05-05", "2021-05-06", ["3", "4", "5", "6", "7", "8"]),
        ("2021-05-01", "2021-05-14", [str(n) for n in range(1, 15)]),
        ("2021-05-01", "2021-08-31", ["Apr", "May", "Jun", "Jul", "Aug", "Sep"]),
        ("1998-01-01", "2003-12-31", [str(n) for n in range(1997, 2005)]),
    ],
)
def test_dates_are_drawn_in_days_or_months_or_years(
    first: str, last: str, cells: list[str]
) -> None:
    drawn = _plot(Day.fromisoformat(first), Day.fromisoformat(last))
    assert [text.text for text in ElementTree.fromstring(drawn).iter("text")] == cells
    assert drawn.count("<circle") == 2


@pytest.mark.parametrize(
    ("last", "label"),
    [
        (Day(2021, 5, 4), "Days from 1 May 2021 to 6 May 2021. then: One; later: Two."),
        (Day(2021, 8, 31), "Months from April 2021 to September 2021. then: One; later: Two."),
        (Day(2023, 8, 31), "Years from 2020 to 2024. then: One; later: Two."),
    ],
)
def test_the_label_of_the_plot_says_who_gives_which_date(last: Day, label: str) -> None:
    [plot] = ElementTree.fromstring(_plot(_DAY, last)).iter("svg")
    assert plot.get("aria-label") == label


def test_dates_too_far_apart_are_not_drawn() -> None:
    assert _plot(Day(1900, 1, 1), Day(2003, 12, 31)) == ""


def test_dates_that_agree_are_not_drawn() -> None:
    assert date_plot(ENGLISH, [AccountDate("One", "3 May", _DAY, _DAY)] * 2, (_DAY, _DAY)) == ""


def test_an_open_date_reaches_the_edge() -> None:
    dates = [
        AccountDate("One", "since", _DAY, None, True),
        AccountDate("Two", "by", None, _DAY, True),
    ]
    assert date_plot(ENGLISH, dates, (_DAY, _DAY)).count("stretch--open") == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_of_the_plot_is_encoded(text: str) -> None:
    dates = [
        AccountDate(text, text, _DAY, _DAY, True),
        AccountDate(text, "4 May", Day(2021, 5, 4), None, True),
    ]
    drawn = date_plot(ENGLISH, dates, (_DAY, _DAY))
    assert " ".join(text.split()) in "".join(ElementTree.fromstring(drawn).itertext())
    assert "\n" not in drawn
