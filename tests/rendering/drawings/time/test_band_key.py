"""The key under the band."""

import pytest

from generator.rendering.drawings.time.axis import axis_of_years
from generator.rendering.drawings.time.band_key import band_key
from generator.rendering.drawings.time.stacking import BandMark, span_marks, stack_marks
from generator.rendering.language import ENGLISH
from tests.support.band_marks import band_mark


def _key(*marks: BandMark) -> str:
    axis = axis_of_years(1998, 2021)
    return band_key(ENGLISH, stack_marks(marks, axis), span_marks(marks, axis), False)


def test_the_key_has_no_mark_that_is_not_drawn() -> None:
    key = _key(band_mark("2003-05-01"))
    assert "an event<" in key
    assert "whose accounts differ" not in key
    assert "in doubt" not in key
    assert "so many events" not in key


def test_a_block_in_doubt_is_in_the_key() -> None:
    assert "a date in doubt" in _key(band_mark("2003-05-01", is_doubtful=True))


def test_no_plain_block_is_in_the_key_where_all_differ() -> None:
    key = _key(band_mark("2003-05-01", differs=True))
    assert "an event whose accounts differ" in key
    assert key.count("<li>") == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_key_says_what_a_number_at_a_line_is(count: int) -> None:
    key = _key(*[band_mark(None, "2003-05-01")] * count)
    assert ("<b>3</b> events on one line" in key) is (count > 1)
