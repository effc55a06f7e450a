"""Which events stand in stacks and which are spans, and how spans share lanes."""

from datetime import date as Day
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.drawings.time.axis import axis_of_years
from generator.rendering.drawings.time.stacking import (
    BandMark,
    Extent,
    assign_lanes,
    span_marks,
    stack_marks,
)
from tests.support.band_marks import ANY_BAND_MARK, axis_of, band_mark

_AXIS = axis_of_years(1998, 2021)


@pytest.mark.parametrize(
    ("mark", "is_span"),
    [
        (band_mark("2003-05-01"), False),
        (band_mark("2003-05-01", "2003-05-31"), False),
        (band_mark("2003-05-30", "2003-06-29"), False),
        (band_mark("2003-01-01", "2003-12-31"), True),
        (band_mark("2003-05-01", None), True),
        (band_mark(None, "2003-05-01"), True),
    ],
)
def test_only_a_date_that_fits_a_bin_is_stacked(mark: BandMark, is_span: bool) -> None:
    assert [stack.total for stack in stack_marks([mark], _AXIS)] == ([] if is_span else [1])
    assert len(span_marks([mark], _AXIS)) == is_span


@given(st.lists(ANY_BAND_MARK, min_size=1, max_size=30))
def test_every_event_is_in_one_stack_or_one_span(marks: list[BandMark]) -> None:
    axis = axis_of(marks)
    own_spans = [span for span in span_marks(marks, axis) if not span.has_account_dates]
    stacked = sum(stack.total for stack in stack_marks(marks, axis))
    assert stacked + sum(len(span.marks) for span in own_spans) == len(marks)


def test_events_that_look_the_same_share_a_span() -> None:
    marks = [band_mark(None, "2003-05-01"), band_mark(None, "2003-05-09")] * 3
    [span] = span_marks(marks, _AXIS)
    assert len(span.marks) == 6
    assert (span.is_open_start, span.is_open_end) == (True, False)


def test_events_that_look_different_share_no_span() -> None:
    mark = band_mark("2003-01-01", "2004-12-31")
    marks = [mark, mark._replace(lasts=True), mark._replace(is_doubtful=True)]
    assert len(span_marks(marks, _AXIS)) == 3


def test_an_event_is_stacked_and_the_dates_of_its_accounts_are_a_span() -> None:
    day = Day(2003, 5, 1)
    dates = Extent(day, day), Extent(day + timedelta(400), None)
    mark = band_mark("2003-05-01", account_dates=dates)
    assert [stack.total for stack in stack_marks([mark], _AXIS)] == [1]
    [span] = span_marks([mark], _AXIS)
    assert span.has_account_dates
    assert span.account_days == (_AXIS.x_start(day), _AXIS.x_start(day + timedelta(400)))


def test_a_stack_counts_what_differs_and_what_is_in_doubt() -> None:
    sure, doubtful = band_mark("2003-05-01"), band_mark("2003-05-01", is_doubtful=True)
    differing = [mark._replace(differs=True) for mark in (sure, doubtful)]
    [stack] = stack_marks([sure, doubtful, doubtful, *differing], _AXIS)
    assert stack == (stack.bin_number, 5, 2, 2, 1)


def test_each_extent_takes_the_first_lane_with_room() -> None:
    extents = [(0, 10), (5, 20), (11, 30), (12, 15), (31, 40)]
    assert assign_lanes(extents, 2) == [0, 1, 0, None, 0]
