"""What the band says in sentences."""

from datetime import date as Day

import pytest

from generator.rendering.drawings.time.axis import axis_of_years
from generator.rendering.drawings.time.band import band
from generator.rendering.drawings.time.band_sentence import band_sentences
from generator.rendering.drawings.time.densest_window import Window
from generator.rendering.drawings.time.stacking import Extent
from generator.rendering.language import ENGLISH
from tests.support.band_marks import band_mark

_WEEK = Window(Day(2021, 5, 3), Day(2021, 5, 9))


def test_the_sentences_say_what_is_drawn() -> None:
    week = [band_mark(f"2021-05-{3 + n % 7:02}", differs=n < 4) for n in range(14)]
    drawn = band(ENGLISH, [*(band_mark(f"{year}-03-03") for year in range(1998, 2021)), *week])
    assert (
        "37 events from 1998 to 2021. 14 of them fall into the 7 days from 3 to 9 May 2021, larger "
        "below, one column a day. In 4 events accounts differ." in drawn
    )


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 event in 2021. 1 of them falls into"),
        (2, "2 events in 2021. 2 of them fall into"),
    ],
)
def test_one_event_has_a_sentence_of_its_own(count: int, words: str) -> None:
    marks = [band_mark("2021-05-03")] * count
    said = band_sentences(ENGLISH, marks, axis_of_years(2021, 2021), [_WEEK], 0)
    assert said.startswith(words)


def test_a_window_in_a_window_is_drawn_once_more() -> None:
    windows = [Window(Day(2021, 1, 1), Day(2021, 6, 30)), _WEEK]
    said = band_sentences(
        ENGLISH, [band_mark("2021-05-03")] * 9, axis_of_years(1998, 2021), windows, 0
    )
    assert "larger below, one column a week. 9 of these fall into the 7 days" in said
    assert said.endswith("larger again, one column a day.")


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        (1, "1 longer or open date found no room and is not drawn."),
        (2, "2 longer or open dates found no room and are not drawn."),
    ],
)
def test_what_found_no_room_is_counted(left_out: int, words: str) -> None:
    said = band_sentences(ENGLISH, [band_mark("2021-05-03")], axis_of_years(1998, 2021), [],
                          left_out)  # fmt: skip
    assert said.endswith(words)


def test_doubts_and_differences_are_counted() -> None:
    dates = tuple(Extent(day, day) for day in (Day(2021, 5, 3), Day(2021, 5, 4)))
    marks = [
        band_mark("2021-05-03", differs=True, account_dates=dates),
        band_mark("2021-05-03", differs=True),
        band_mark("2021-05-03", is_doubtful=True),
    ]
    said = band_sentences(ENGLISH, marks, axis_of_years(2021, 2021), [], 0)
    assert "In 2 events accounts differ, in 1 on the date." in said
    assert "1 date is marked as approximate or uncertain." in said
