"""The dates that accounts give, drawn above the days."""

from datetime import date as Day
from xml.etree import ElementTree

import pytest

from generator.model.dates import parse_date
from generator.rendering.clock import Clock
from generator.rendering.drawings.time.date_plot import AccountDate, date_plot
from generator.rendering.drawings.time.stacking import Extent
from generator.rendering.language import ENGLISH
from tests.support.chronologies import HOSTILE

_DAY = Day(2021, 5, 3)
_ON = Extent(_DAY, _DAY)


def _plot(first: Day, last: Day) -> str:
    dates = [
        AccountDate("One", "then", Extent(first, first), True),
        AccountDate("Two", "later", Extent(last, last), True),
    ]
    return date_plot(ENGLISH, dates, Extent(first, first))


@pytest.mark.parametrize(
    ("first", "last", "cells"),
    [
        ("2021-05-05", "2021-05-06", ["3", "4", "5", "6", "7", "8"]),
        ("2021-05-01", "2021-05-14", [str(n) for n in range(1, 15)]),
        ("2021-05-01", "2021-08-31", ["Apr", "May", "Jun", "Jul", "Aug", "Sep"]),
        ("1998-01-01", "2003-12-31", [str(n) for n in range(1997, 2005)]),
        ("1900-01-01", "1979-12-31", [str(n) for n in range(1890, 1990, 10)]),
        ("1500-01-01", "1979-12-31", [str(n) for n in range(1400, 2100, 100)]),
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
        (Day(2053, 8, 31), "Years from 2010 to 2069. then: One; later: Two."),
    ],
)
def test_the_label_of_the_plot_says_who_gives_which_date(last: Day, label: str) -> None:
    [plot] = ElementTree.fromstring(_plot(_DAY, last)).iter("svg")
    assert plot.get("aria-label") == label


def test_dates_too_far_apart_are_not_drawn() -> None:
    assert _plot(Day(100, 1, 1), Day(2003, 12, 31)) == ""


def test_dates_that_agree_are_not_drawn() -> None:
    assert date_plot(ENGLISH, [AccountDate("One", "3 May", _ON)] * 2, _ON) == ""


def test_an_open_date_reaches_the_edge() -> None:
    dates = [
        AccountDate("One", "since", Extent(_DAY, None), True),
        AccountDate("Two", "by", Extent(None, _DAY), True),
    ]
    assert date_plot(ENGLISH, dates, _ON).count("stretch--open") == 2


def _timed(*dates: str, event: str = "2021-05-03") -> str:
    clock = Clock(None)

    def extent(text: str) -> Extent:
        date = parse_date(text)
        return Extent(date.earliest, date.latest, clock.seconds(date))

    accounts = [AccountDate("One", text, extent(text), True) for text in dates]
    return date_plot(ENGLISH, accounts, extent(event))


@pytest.mark.parametrize(
    ("dates", "cells"),
    [
        ("14:30 14:33", ["14:29", "14:30", "14:31", "14:32", "14:33", "14:34"]),
        ("14:30 14:50", ["14:25", "14:30", "14:35", "14:40", "14:45", "14:50", "14:55"]),
        ("14:30 15:15", ["14:15", "14:30", "14:45", "15:00", "15:15", "15:30"]),
        ("09:10 13:30", ["08:00", "09:00", "10:00", "11:00", "12:00", "13:00", "14:00"]),
        ("00:10 23:30", ["18:00", "00:00", "06:00", "12:00", "18:00", "00:00"]),
    ],
)
def test_times_are_drawn_in_minutes_or_hours(dates: str, cells: list[str]) -> None:
    drawn = _timed(*(f"2021-05-03T{time}" for time in dates.split()))
    assert [text.text for text in ElementTree.fromstring(drawn).iter("text")] == cells
    assert drawn.count("<circle") == 2


def test_the_label_of_times_says_on_which_day() -> None:
    [plot] = ElementTree.fromstring(_timed("2021-05-03T23:30", "2021-05-04T00:15")).iter("svg")
    assert str(plot.get("aria-label")).startswith(
        "Times from 3 May 2021, 23:15 to 4 May 2021, 00:30. 2021-05-03T23:30: One; "
    )


def test_the_own_time_of_the_event_is_dark_as_far_as_it_is_known() -> None:
    times = "2021-05-03T14:30", "2021-05-03T15:15"
    assert _timed(*times, event="2021-05-03T14:30").count("date-plot__cell--own") == 1
    assert _timed(*times).count("date-plot__cell--own") == 6  # the day is all that is known


def test_times_that_lie_days_apart_are_drawn_in_days() -> None:
    drawn = _timed("2021-05-03T14:30", "2021-05-05T09:00")
    assert [text.text for text in ElementTree.fromstring(drawn).iter("text")] == list("1234567")


def test_a_day_that_contradicts_times_is_drawn_in_days() -> None:
    drawn = _timed("2021-05-03T14:30", "2021-05-04")
    assert [text.text for text in ElementTree.fromstring(drawn).iter("text")] == list("123456")


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_of_the_plot_is_encoded(text: str) -> None:
    dates = [
        AccountDate(text, text, _ON, True),
        AccountDate(text, "4 May", Extent(Day(2021, 5, 4), None), True),
    ]
    drawn = date_plot(ENGLISH, dates, _ON)
    assert " ".join(text.split()) in "".join(ElementTree.fromstring(drawn).itertext())
    assert "\n" not in drawn
