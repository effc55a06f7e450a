"""Dates as people type them: what is proposed, what is refused, and that nothing is made up."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.typed_dates import read_date
from generator.model.dates import DateError, parse_date

WEDNESDAY = date(2021, 5, 5)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("6 January 2026", "2026-01-06"),
        ("6th of January, 2026", "2026-01-06"),
        ("Jan. 6, 2026", "2026-01-06"),
        ("Tuesday 6 January 2026", "2026-01-06"),
        ("  january   2026 ", "2026-01"),
        ("Sept 2020", "2020-09"),
        ("2026-01-06?", "2026-01-06?"),
        ("about 2012", "2012~"),
        ("since about 2012", "2012~/.."),
        ("by 12 December 2022", "../2022-12-12"),
        ("probably 6 May 2021", "2021-05-06?"),
        ("5 or 6 May 2021", "[2021-05-05,2021-05-06]"),
        ("2016 or 2017", "[2016,2017]"),
        ("5 to 7 January 2026", "2026-01-05/2026-01-07"),
        ("from 2016 to 2019", "2016/2019"),
        ("30 December 2022 until 3 January 2023", "2022-12-30/2023-01-03"),
        ("May to June 2021", "2021-05/2021-06"),
        ("between 5 and 7 January 2026", "[2026-01-05..2026-01-07]"),
        ("early May 2021", "[2021-05-01..2021-05-10]"),
        ("mid-May 2021", "[2021-05-11..2021-05-20]"),
        ("late February 2024", "[2024-02-21..2024-02-29]"),
    ],
)
def test_what_needs_no_day_of_reading(typed: str, edtf: str) -> None:
    assert read_date(typed).date.text == edtf


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("today", "2021-05-05"),
        ("yesterday", "2021-05-04"),
        ("Tuesday", "2021-05-04"),
        ("on Wednesday", "2021-05-05"),
        ("last Tuesday", "2021-05-04"),
        ("last Wednesday", "2021-04-28"),
        ("next Wednesday", "2021-05-12"),
        ("since Tuesday", "2021-05-04/.."),
        ("5 May", "2021-05-05"),
        ("6 May", "2020-05-06"),
        ("December", "2020-12"),
        ("last week", "[2021-04-26..2021-05-02]"),
        ("last month", "2021-04"),
        ("last year", "2020"),
        ("two weeks ago", "2021-04-21~"),
        ("3 days ago", "2021-05-02"),
        ("a decade ago", "2011~"),
    ],
)
def test_what_was_said_on_a_day(typed: str, edtf: str) -> None:
    assert read_date(typed, WEDNESDAY).date.text == edtf
    with pytest.raises(DateError) as error:
        read_date(typed)
    assert "--as-of" in error.value.way_out


@pytest.mark.parametrize(
    ("typed", "way_out"),
    [
        ("5/6/2026", "write 2026-06-05 or 2026-05-06 instead"),
        ("Monday 6 January 2026", "2026-01-06 is a Tuesday: mend one of them"),
        ("30 February 2021", "type a day that there is"),
        ("10", "write a day, a month or a year, as in 2026-01-09, 2022-12 or 2011"),
        ("the other day", "type 6 January 2026, January 2026, about 2012, last Tuesday, or EDTF"),
        ("May 4 5 2021", "type 6 January 2026"),
        ("7 to 5 January 2026", "write 2026-01-05/2026-01-07 instead"),
        ("early 2021", "type 6 January 2026"),
        ("frıday", "type 6 January 2026"),
        ("mıd May 2021", "type 6 January 2026"),
    ],
)
def test_what_is_refused_says_what_to_type(typed: str, way_out: str) -> None:
    with pytest.raises(DateError) as error:
        read_date(typed, WEDNESDAY)
    assert error.value.way_out.startswith(way_out)


def test_last_weekday_says_that_it_can_be_the_week_before() -> None:
    assert read_date("last Tuesday", WEDNESDAY).note == (
        "if the week before is meant, it is 2021-04-27"
    )


_TYPED = (
    "last next on early mid-May about since by from to or between and Tuesday January 5 6 2021 31 "
    "week weeks ago 400 a decade probably yesterday 0000 9999 [ / ~"
)
WORDS = st.sampled_from(_TYPED.split())


@given(st.lists(WORDS, max_size=6).map(" ".join) | st.text(max_size=30), st.dates())
def test_any_words_give_a_date_or_a_date_error(typed: str, as_of: date) -> None:
    with suppress(DateError):
        found = read_date(typed, as_of)
        assert parse_date(found.date.text) == found.date
