"""A window of the axis drawn large."""

import re
from datetime import date as Day
from html import unescape

import pytest

from generator.rendering.drawings.time.band_detail import draw_window, window_axis
from generator.rendering.drawings.time.densest_window import Window
from generator.rendering.drawings.time.detail_spans import MAX_LANES
from generator.rendering.language import ENGLISH
from generator.rendering.language.catalogues import read_language
from tests.support.band_marks import band_mark

_WEEK = Window(Day(2021, 5, 3), Day(2021, 5, 9))


def test_a_window_names_its_months_at_every_width() -> None:
    """On the first day, the first of a month, and the first Monday, which a phone shows too."""
    drawn = draw_window(ENGLISH, [], Window(Day(2025, 12, 29), Day(2026, 1, 18)), 0).content
    named = re.findall(
        r'day-name( wide-only)?"[^>]*>(\w+)<tspan class="day-name__month"[^>]*>(\w+)<', drawn
    )
    assert named == [("", "Mon", "Dec"), (" wide-only", "Thu", "Jan"), ("", "Mon", "Jan")]


def test_a_month_named_in_a_narrow_column_stands_once_and_has_the_room_of_two() -> None:
    window = Window(Day(2021, 7, 26), Day(2021, 8, 29))
    drawn = draw_window(read_language("ar"), [], window, 0).content
    named = re.findall(r'day-name(?: wide-only)?"[^>]*>([^<]+)<', drawn)
    assert named[:7] == ["يوليو", "أربعاء", "خميس", "جمعة", "سبت", "أحد", "أغسطس"]
    assert named[7] == "أربعاء"


@pytest.mark.parametrize(
    ("last", "bin_size"), [(Day(2021, 6, 6), "day"), (Day(2021, 8, 1), "week")]
)
def test_a_window_has_a_column_a_day_or_a_week(last: Day, bin_size: str) -> None:
    assert window_axis(Window(_WEEK.first, last)).bin_size.name == bin_size


def test_a_column_with_many_events_has_all_of_them_as_links() -> None:
    mark = band_mark("2021-05-04")._replace(url="../events/x/")
    drawn = draw_window(ENGLISH, [mark] * 20, _WEEK, 0).content
    assert drawn.count("<title>") == drawn.count('href="../events/x/"') == 20


def test_a_column_of_very_many_events_is_a_solid_block() -> None:
    drawn = draw_window(ENGLISH, [band_mark("2021-05-04")] * 30, _WEEK, 0).content
    assert "detail--tall" in drawn
    assert "units--solid" in drawn
    assert "<title>" not in drawn


def test_a_span_in_a_window_has_its_words() -> None:
    drawn = draw_window(ENGLISH, [band_mark("2021-05-04", None)], _WEEK, 0).content
    assert "statement, its date" in drawn


def test_spans_that_found_no_lane_are_counted() -> None:
    marks = [band_mark("2021-05-03", f"2021-05-{day:02}") for day in range(5, 25)]
    window = Window(Day(2021, 5, 3), Day(2021, 5, 30))
    drawn = unescape(draw_window(ENGLISH, marks, window, 0).content)
    assert drawn.count("stretch--within") == MAX_LANES
    assert f"+ {20 - MAX_LANES} longer or open dates" in drawn
