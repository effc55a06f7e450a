"""What is no date, and what is written instead."""

import copy
import re

import pytest

from generator.model.dates import DateError, parse_date
from generator.model.dates.mistake import Mistake
from generator.model.dates.mistakes import MISTAKES

FORMS = "write a day, a month or a year, as in 2026-01-09, 2022-12 or 2011"
# written, a part of the message, the way out
BAD = [
    ("", "a date is written in EDTF: ''", FORMS),
    ("   ", "a date is written in EDTF: '   '", FORMS),
    (" 2026-01-09", "no white space around it: ' 2026-01-09'", "write 2026-01-09 instead"),
    ("2026-01-09\n", "no white space around it: '2026-01-09\\n'", "write 2026-01-09 instead"),
    (
        "[2026-01-10, 2026-01-11]",
        "no white space around it: ' 2026-01-11'",
        "write 2026-01-11 instead",
    ),
    ("\u0662\u0660\u0662\u0666-\u0660\u0661-\u0660\u0669", "in ASCII", "write 2026-01-09 instead"),
    ("2026-01-0\u0669", "in ASCII", "write 2026-01-09 instead"),
    ("\u0662\u0660\u0662\u0666", "in ASCII", "write 2026 instead"),
    ("2026-01-09\x00", "in EDTF: '2026-01-09\\x00'", FORMS),
    ("2" * 201, "at most 200 characters: '2222", "write one date only"),
    # days, months and years that do not exist
    ("2023-02-29", "no such day: '2023-02-29'", "write a day of 2023-02, or 2023-02-XX"),
    ("1900-02-29?", "no such day: '1900-02-29?'", "write a day of 1900-02, or 1900-02-XX"),
    ("2026-04-31", "no such day", "write a day of 2026-04, or 2026-04-XX"),
    ("2026-04-00", "no such day", "write a day of 2026-04, or 2026-04-XX"),
    ("2026-02-30/2026-03-01", "no such day: '2026-02-30'", "write a day of 2026-02, or 2026-02-XX"),
    ("2022-13", "a month is 01 to 12: '2022-13'", "write year-month-day"),
    ("2022-00", "a month is 01 to 12: '2022-00'", "write year-month-day"),
    ("2022-25-12", "a month is 01 to 12: '2022-25-12'", "write year-month-day"),
    ("2022-13-XX", "a month is 01 to 12: '2022-13-XX'", "write year-month-day"),
    ("0000", "no year 0000: '0000'", "write a year from 0001 to 9999"),
    ("0000-01-01", "no year 0000", "write a year from 0001 to 9999"),
    ("2022-21", "a season is vague: '2022-21'", "write months, as in [2022-03..2022-05]"),
    ("2022-24~", "a season is vague", "write its months, from a December to the next February"),
    ("-0044", "in EDTF: '-0044'", FORMS),
    ("Y12345", "in EDTF", FORMS),
    ("202", "in EDTF", FORMS),
    ("2022-W05", "in EDTF", FORMS),
    # what is not known
    ("2022-XX", "only a day can be unknown: '2022-XX'", "write 2022 instead"),
    ("2022-XX-XX", "only a day can be unknown: '2022-XX-XX'", "write 2022 instead"),
    ("2022-11-xx", "an unknown day is XX: '2022-11-xx'", "write 2022-11-XX instead"),
    ("2022-11-??", "an unknown day is XX", "write 2022-11-XX instead"),
    ("about 2012", "a qualifier stands at the end: 'about 2012'", "write 2012~ instead"),
    ("around 2012", "a qualifier stands at the end", "write 2012~ instead"),
    ("circa 2012", "a qualifier stands at the end", "write 2012~ instead"),
    ("c. 2012", "a qualifier stands at the end", "write 2012~ instead"),
    ("ca. 2012", "a qualifier stands at the end", "write 2012~ instead"),
    ("circa May 2012", "a qualifier stands at the end", "write 2012-05~ instead"),
    ("~2012", "a qualifier stands at the end", "write 2012~ instead"),
    ("2012?~", "both qualifiers together are %", "write 2012% instead"),
    # intervals
    ("2019/2016", "does not run backwards: '2019/2016'", "write 2016/2019 instead"),
    ("2026-01-06/2025-12", "does not run backwards", "write 2025-12/2026-01-06 instead"),
    ("2022/2022", "the two ends of an interval differ: '2022/2022'", "write 2022 alone"),
    ("2012~/2012", "the two ends of an interval differ", "write 2012~ alone"),
    ("../..", "open at one end only: '../..'", "write the end that is known"),
    ("/", "open at one end only", "write the end that is known"),
    ("/..", "open at one end only", "write the end that is known"),
    ("2022/", "open or not known is '..': '2022/'", "write 2022/.. or 2022 instead"),
    ("/2022", "open or not known is '..': '/2022'", "write ../2022 or 2022 instead"),
    ("2016/2017/2018", "an interval has two ends", "write both with one slash between"),
    ("2022/open", "in EDTF: 'open'", FORMS),
    ("2026-01-06/11", "both ends are written whole", "write 2026-01-06/2026-01-11 instead"),
    ("[2022,2023]/..", "in EDTF: '[2022,2023]'", FORMS),
    ("2016-2019", "slash or brackets: '2016-2019'", "write 2016/2019 or [2016..2019] instead"),
    (
        "2016\u20132019",
        "slash or brackets: '2016\u20132019'",
        "write 2016/2019 or [2016..2019] instead",
    ),
    ("2016..2019", "slash or brackets", "write 2016/2019 or [2016..2019] instead"),
    # sets
    ("[..2022]", "an open range is an interval: '[..2022]'", "write ../2022 instead"),
    ("[2022-11..]", "an open range is an interval", "write 2022-11/.. instead"),
    ("[2022]", "a set has two members or more: '[2022]'", "write 2022 instead"),
    ("[2022?,2023]", "no qualifier and no XX: '[2022?,2023]'", "write its members without"),
    ("[2022-11-XX,2022-12-XX]", "no qualifier and no XX", "write its members without"),
    ("[2022,2023]~", "no qualifier and no XX", "write [2022,2023] instead"),
    ("[2022,2022-11]", "a set has one precision", "write all as days, months or years"),
    ("[2022..2023-11]", "a set has one precision", "write all as days, months or years"),
    ("[2023,2022]", "a set ascends", "write each member once, the earliest first"),
    ("[2022,2022]", "a set ascends", "write each member once, the earliest first"),
    ("[2023..2022]", "a set ascends", "write each member once, the earliest first"),
    ("[2020..2022,2021]", "a set ascends", "write each member once, the earliest first"),
    ("[2020..2021..2022]", "in EDTF: '[2020..2021..2022]'", FORMS),
    ("[2020,,2021]", "in EDTF", FORMS),
    ("[]", "in EDTF", FORMS),
    ("[2022,2023", "in EDTF", FORMS),
    ("{2022,2023}", "'all of' is no date", "write one event for each date, or an interval"),
    # what people type
    ("2026-01-09 10:00", "stands behind a T: '2026-01-09 1", "write 2026-01-09T10:00 instead"),
    ("2026-01-09, 9.05", "stands behind a T", "write 2026-01-09T09:05 instead"),
    ("2026-01-09T10:00:07 UTC", "stands behind a T", "write 2026-01-09T10:00:07Z instead"),
    ("2026-01-09T10:00+3", "stands behind a T", "write 2026-01-09T10:00+03:00 instead"),
    ("2026-01-09T10:00-0330", "stands behind a T", "write 2026-01-09T10:00-03:30 instead"),
    ("2026-01-09T24:00", "midnight is 00:00", "write the next day and T00:00, or the day alone"),
    ("2026-01-09T10:00?", "a whole day that is certain", "write 2026-01-09? instead"),
    ("2026-01-09?T10:00", "a whole day that is certain", "write 2026-01-09? instead"),
    ("2026-01T10:00", "a whole day that is certain", "write 2026-01 instead"),
    ("2026-02-30T10:00", "no such day", "write a day of 2026-02, or 2026-02-XX"),
    (
        "2026-01-09T16:00/2026-01-09T14:00",
        "does not run backwards",
        "write 2026-01-09T14:00/2026-01-09T16:00 instead",
    ),
    (
        "2026-01-09T14:00/2026-01-09T14:00",
        "the two ends of an interval differ",
        "write 2026-01-09T14:00 alone",
    ),
    (
        "2026-01-09T14:00Z/2026-01-09T16:00",
        "both have a zone or neither has",
        "write the zone behind each, as in T14:30+03:00, or behind none",
    ),
    ("[2026-01-09T14:00,2026-01-10]", "one precision", "write all as days, months or years"),
    (
        "[2026-01-09T16:00,2026-01-09T14:00]",
        "a set ascends",
        "write each member once, the earliest first",
    ),
    # decades and centuries
    ("the 1970s", "a decade ends in X", "write 197X instead"),
    ("1970's", "a decade ends in X", "write 197X instead"),
    ("000X", "has all its years", "write years from 0001"),
    ("00XX", "has all its years", "write years from 0001"),
    ("[197X,198X]", "a set has days, months or years", "write years, as in [1970..1989]"),
    ("2026-1-6", "a date is year-month-day: '2026-1-6'", "write 2026-01-06 instead"),
    ("2026-1", "a date is year-month-day", "write 2026-01 instead"),
    ("2026-1-6/2026-01-11", "a date is year-month-day: '2026-1-6'", "write 2026-01-06 instead"),
    ("2026/01/06", "a date is year-month-day", "write 2026-01-06 instead"),
    ("20260106", "a date is year-month-day", "write 2026-01-06 instead"),
    ("06/01/2026", "a date is year-month-day", "write 2026-01-06 or 2026-06-01 instead"),
    ("25.12.2026", "a date is year-month-day", "write 2026-12-25 instead"),
    ("5.5.2026", "a date is year-month-day", "write 2026-05-05 instead"),
    ("6 January 2026", "a month is a number: '6 January 2026'", "write 2026-01-06 instead"),
    ("January 6th, 2026", "a month is a number", "write 2026-01-06 instead"),
    ("6 Sept. 2026", "a month is a number", "write 2026-09-06 instead"),
    ("may 2026", "a month is a number", "write 2026-05 instead"),
    ("31 February 2026", "has no such day: '31 February 2026'", "type a day that there is"),
    ("6 Janvier 2026", "in EDTF", "write 2026-01-06 instead"),
    ("between 5 and 7 May 2021", "in EDTF", "write [2021-05-05..2021-05-07] instead"),
    ("before 2012", "in EDTF", "write ../2011 instead"),
    ("44 BC", "the years 1 to 9999", "begin later, and tell in the summary what was before"),
    ("2021-22", "a season is vague", "write months, as in [2021-06..2021-08]"),
    ("2021-24", "a season is vague", "write its months, from a December to the next February"),
    ("2021-29", "a season is vague", "write months, as in [2021-09..2021-11]"),
    ("2021-33", "a season is vague", "write months, as in [2021-01..2021-03]"),
    ("2021-41", "a season is vague", "write months, as in [2021-07..2021-12]"),
    ("yesterday", "in EDTF: 'yesterday'", FORMS),
    ("2022~-11", "in EDTF", FORMS),
]


@pytest.mark.parametrize(("written", "message", "way_out"), BAD, ids=[ascii(b[0]) for b in BAD])
def test_what_is_no_date_is_refused_with_a_way_out(
    written: str, message: str, way_out: str
) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(written)
    error = caught.value
    assert message in error.message
    assert error.way_out == way_out
    assert isinstance(error, ValueError)
    assert not error.message.endswith(".")
    assert not error.way_out.endswith(".")


@pytest.mark.parametrize("written", [row[0] for row in BAD])
def test_every_date_in_a_way_out_is_one(written: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(written)
    for token in re.findall(r"(?<![^ ])(?:[0-9]{4}|\[|\.\./)[^ ]*", caught.value.way_out):
        assert parse_date(token.removesuffix(",") if not token.startswith("[") else token)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: ascii(mistake.example))
def test_the_example_of_a_mistake_is_no_other_before_it(mistake: Mistake) -> None:
    assert (mistake.candidates == ()) != (mistake.advice == "")
    with pytest.raises(DateError) as caught:
        parse_date(mistake.example)
    assert caught.value.rule == mistake.rule
    text = caught.value.text
    first = next(m for m in MISTAKES if m.way_out(text, parse_date))
    assert first is mistake


def test_an_error_quotes_no_more_than_a_line() -> None:
    with pytest.raises(DateError) as caught:
        parse_date("[" + "2022-01-01," * 18)
    assert len(caught.value.message) < 130
    with pytest.raises(DateError) as caught:
        parse_date("9" * 10_000_000)
    assert len(caught.value.message) < 150


def test_an_error_can_be_copied() -> None:
    with pytest.raises(DateError) as caught:
        parse_date("2022-13")
    assert copy.copy(caught.value).message == caught.value.message
