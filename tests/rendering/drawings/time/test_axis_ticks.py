"""The marks on the axis of time, and the years or months under them."""

from datetime import date as Day

import pytest

from generator.rendering.drawings.time.axis import axis_of_years
from generator.rendering.drawings.time.axis_ticks import ticks
from generator.rendering.language import ENGLISH


@pytest.mark.parametrize(
    ("first", "last", "at_all_widths"),
    [
        (2021, 2021, ["2021", "Apr", "Jul", "Oct"]),
        (2021, 2022, ["2021", "Jul", "2022", "Jul"]),
        (1998, 2021, ["1998", "2005", "2010", "2015", "2020"]),
        (1982, 2026, ["1982", *map(str, range(1990, 2025, 5))]),  # 2025 is at the edge
        (1600, 1999, ["1600", "1700", "1800", "1900"]),
    ],
)
def test_some_years_are_named_at_every_width(
    first: int, last: int, at_all_widths: list[str]
) -> None:
    shown = ticks(ENGLISH, axis_of_years(first, last))
    assert [tick.label for tick in shown if tick.visibility == "always"] == at_all_widths


def test_years_between_have_two_digits_where_there_is_little_room() -> None:
    labels = [tick.label for tick in ticks(ENGLISH, axis_of_years(1998, 2021))]
    assert labels[:4] == ["1998", "’99", "2000", "’01"]


@pytest.mark.parametrize("last", [2021, 2022, 2040, 2100, 2999, 9999])
def test_labels_stay_on_the_axis(last: int) -> None:
    axis = axis_of_years(2021, last)
    shown = list(ticks(ENGLISH, axis))
    assert all(0 <= tick.x <= tick.label_x <= 100 for tick in shown)
    assert shown[0].text_anchor == "start"
    assert all(tick.text_anchor == "end" for tick in shown if tick.label_x == 100)
    assert len({tick.x for tick in shown}) == len(shown)
    assert axis.last == Day(last, 12, 31)
