"""Dates as people type them: what is proposed, what is refused, and that nothing is made up."""

from contextlib import suppress
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import DateError, Proposal, parse_date, read_date

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
        # parts of years, seasons, decades and centuries
        ("early 2012", "[2012-01..2012-04]"),
        ("mid-2012", "[2012-05..2012-08]"),
        ("at the end of 2012", "[2012-09..2012-12]"),
        ("the middle of May 2021", "[2021-05-11..2021-05-20]"),
        ("spring 2021", "[2021-03..2021-05]"),
        ("in the autumn of 2021", "[2021-09..2021-11]"),
        ("winter 2025/26", "[2025-12..2026-02]"),
        ("the winter of 2025-2026", "[2025-12..2026-02]"),
        ("Q1 2021", "[2021-01..2021-03]"),
        ("the third quarter of 2021", "[2021-07..2021-09]"),
        ("second half of 2021", "[2021-07..2021-12]"),
        ("the 1970s", "197X"),
        ("1970's", "197X"),
        ("late 1970s", "[1977..1979]"),
        ("about the 1970s", "197X~"),
        ("197X", "197X"),
        ("19XX", "19XX"),
        ("19th century", "18XX"),
        ("AD 79", "0079"),
        ("79 CE", "0079"),
        # before and after, and ranges
        ("before 2012", "../2011"),
        ("after 2012", "2013/.."),
        ("before May 2021", "../2021-04"),
        ("after 31 December 2021", "2022-01-01/.."),
        ("before the 1970s", "../1969"),
        ("from 2012 to 2015", "2012/2015"),
        ("9 Jan–3 Feb 2026", "2026-01-09/2026-02-03"),
        ("30 Dec 2025 - 2 Jan 2026", "2025-12-30/2026-01-02"),
        ("4-6 May 2021", "2021-05-04/2021-05-06"),
        ("January 5 to 7, 2026", "2026-01-05/2026-01-07"),
        ("9, 10 or 12 January 2026", "[2026-01-09,2026-01-10,2026-01-12]"),
        ("9th of January 2026", "2026-01-09"),
        ("on 9 January 2026", "2026-01-09"),
        ("9-Jan-2026", "2026-01-09"),
        # times of day
        ("9 January 2026 14:30", "2026-01-09T14:30"),
        ("9 January 2026 at 2.30 p.m.", "2026-01-09T14:30"),
        ("at 9 am on 9 January 2026", "2026-01-09T09:00"),
        ("12 am, 9 January 2026", "2026-01-09T00:00"),
        ("9 January 2026, noon", "2026-01-09T12:00"),
        ("9 January 2026, 14:30:05 (UTC+3)", "2026-01-09T14:30:05+03:00"),
        ("9 January 2026 14:30 GMT", "2026-01-09T14:30Z"),
        ("2026-01-09 14:30", "2026-01-09T14:30"),
        (
            "between 9 January 2026 14:00 and 9 January 2026 16:00",
            "[2026-01-09T14:00..2026-01-09T16:00]",
        ),
        ("13.1.2026", "2026-01-13"),
    ],
)
def test_what_needs_no_day_of_reading(typed: str, edtf: str) -> None:
    assert read_date(typed).date.text == edtf


@pytest.mark.parametrize(
    "typed", ["44 BC", "44 v. Chr.", "44 a. C.", "44 av. J.-C.", "MÖ 44", "44 ق.م"]
)
def test_what_was_before_the_year_1_is_said_to_be_so(typed: str) -> None:
    with pytest.raises(DateError, match="a chronology has the years 1 to 9999"):
        read_date(typed)


@pytest.mark.parametrize(
    ("first", "second", "year", "ors"),
    [
        ("12", "13", "January 2026", ("or", "/")),
        ("12th", "13th", "of January 2026", ("or", "/")),
        ("either 12", "13", "Jan 2026", ("or", "/")),
        ("on 12", "13", "January, 2026", ("or", "/")),
        ("12.", "13.", "Januar 2026", ("oder", "/")),
        ("12", "13", "janvier 2026", ("ou", "/")),
        ("12", "13", "de enero de 2026", ("o", "/")),
        ("12", "13", "Ocak 2026", ("veya", "/")),
        ("12", "13", "يناير 2026", ("أو", "/")),
        ("January", "February", "2026", ("or", "/")),
        ("Jan.", "Feb.", "2026", ("or", "/")),
        ("Januar", "Februar", "2026", ("oder", "/")),
        ("janvier", "février", "2026", ("ou", "/")),
        ("enero", "febrero", "de 2026", ("o", "/")),
        ("Ocak", "Şubat", "2026", ("veya", "/")),
        ("يناير", "فبراير", "2026", ("أو", "/")),
    ],
)
def test_one_of_two_is_a_set_alone(
    first: str, second: str, year: str, ors: tuple[str, ...]
) -> None:
    """It is no interval: nobody says that it lasted from the one to the other."""
    edtf = "[2026-01-12,2026-01-13]" if "12" in first else "[2026-01,2026-02]"
    for between in [f" {word} " for word in ors] + ["/" for word in ors if word == "/"]:
        typed = f"{first}{between}{second} {year}"
        assert read_date(typed) == Proposal(parse_date(edtf)), typed
        with pytest.raises(DateError) as error:
            parse_date(typed)
        assert error.value.way_out == f"write {edtf} instead"


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
        ("17 mai", "2020-05-17"),
        ("from Monday to Wednesday", "2021-05-03/2021-05-05"),
        ("between Friday and Monday", "[2021-04-30..2021-05-03]"),
        ("Tuesday or Wednesday", "[2021-05-04,2021-05-05]"),
        ("yesterday at 14:30", "2021-05-04T14:30"),
        ("before last Tuesday", "../2021-05-03"),
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
        ("winter 2021", "write winter 2020/21 or winter 2021/22"),
        ("winter 2021/23", "write winter 2021/22"),
        ("the 1900s", "write 19XX for a hundred years or 190X for ten"),
        ("44 BC", "begin later"),
        ("9 January 2026 25:00", "type 6 January 2026"),
        ("early 5 May 2021", "type early May 2021 or early 2021"),
        ("mid mid 2021", "type early May 2021 or early 2021"),
        ("5/6/2026 14:30", "write 2026-06-05 or 2026-05-06 instead"),
        ("5 to 6 to 7 May 2021", "type 6 January 2026"),
        ("2016–2019", "write 2016/2019 or [2016..2019] instead"),
        ("32 mai 2021", "type a day that there is"),
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


def test_weekdays_that_were_said_on_the_first_of_them_lie_before() -> None:
    monday = date(2025, 3, 10)
    assert read_date("from Monday to Wednesday", monday).date.text == "2025-03-03/2025-03-05"


def test_a_dash_is_a_range_unless_it_is_one_of_these_days() -> None:
    assert (
        read_date("4–6 May 2021").note == "if it was on one of these days only, write [first..last]"
    )


@pytest.mark.parametrize(
    "typed", ["5 to " * 39 + "May", "about " * 33, "or " * 60, "1, " * 60 + "or"]
)
def test_no_words_keep_the_reader_busy(typed: str) -> None:
    before = process_time()
    with pytest.raises(DateError):
        read_date(typed, WEDNESDAY)
    assert process_time() - before < 0.5


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
