"""An actor's strip of time: events and offices."""

from datetime import date as Day
from xml.etree import ElementTree

import pytest

from generator.rendering.drawings.time.actor_strip import OfficeTerm, actor_strip
from generator.rendering.drawings.time.axis import axis_of_years
from generator.rendering.language import ENGLISH
from tests.support.band_marks import band_mark
from tests.support.chronologies import HOSTILE

_AXIS = axis_of_years(1998, 2021)
_TERMS = [
    OfficeTerm("Chair", "since 1 December 2019", Day(2019, 12, 1), None),
    OfficeTerm("Engineer", "on 3 May 2001", Day(2001, 5, 3), Day(2001, 5, 3), True),
    OfficeTerm("Engineer", "on 4 May 2001", Day(2001, 5, 4), Day(2001, 5, 4), True),
    OfficeTerm("Clerk", ""),
]


def _words(drawn: str) -> str:
    return "".join(ElementTree.fromstring(drawn).itertext())


def test_a_strip_counts_events_and_offices() -> None:
    words = _words(actor_strip(ENGLISH, [band_mark("2019-12-01")], _TERMS, _AXIS))
    assert "1 event, and 3 offices in the time of the chronology, 1998 to 2021." in words


def test_a_strip_without_offices_says_nothing_of_offices() -> None:
    words = _words(actor_strip(ENGLISH, [band_mark("2021-12-01")], [], axis_of_years(2021, 2021)))
    assert words.endswith("1 event in the time of the chronology, 2021.an event")


def test_an_office_with_several_dates_is_one_row() -> None:
    drawn = actor_strip(ENGLISH, [], _TERMS, _AXIS)
    assert "on 3 May 2001; on 4 May 2001" in _words(drawn)
    assert drawn.count("<b>") == 3


def test_a_day_is_a_tick_and_an_open_term_is_dashed() -> None:
    drawn = actor_strip(ENGLISH, [], _TERMS, _AXIS)
    assert drawn.count("office--day") == 2
    assert drawn.count("office--open") == 1


def test_dates_that_found_no_room_are_counted() -> None:
    years = range(1998, 2008)
    marks = [band_mark(f"{year}-01-01", None) for year in years]
    words = _words(actor_strip(ENGLISH, marks, [], _AXIS))
    assert "2 longer or open dates found no room." in words


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_of_a_strip_is_encoded(text: str) -> None:
    office = OfficeTerm(text, text, Day(2021, 5, 3), None)
    drawn = actor_strip(ENGLISH, [], [office], _AXIS)
    assert " ".join(text.split()) in _words(drawn)
    assert "\n" not in drawn
