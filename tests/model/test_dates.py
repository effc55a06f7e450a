"""What the dates of `docs/design.md` mean and how they are shown."""

import pickle
from datetime import date
from itertools import pairwise

import pytest

from generator.model.dates import Bound, ends_meet, parse_date, starts_meet
from generator.model.dates.edtf import MAX_CHARACTERS
from generator.rendering.language import ENGLISH
from tests.support.date_table import GOOD_ROWS

date_words = ENGLISH.grammar.date_words


def day(text: str) -> date | None:
    return None if text == "open" else date.fromisoformat(text)


@pytest.mark.parametrize("row", GOOD_ROWS, ids=lambda row: row[0])
def test_a_date_means_what_the_table_says(row: list[str]) -> None:
    written, kind, words, earliest, latest, anchor, precision = row
    found = parse_date(written)
    assert found.text == written
    assert found.kind == kind
    assert date_words(found) == words
    assert (found.earliest, found.latest) == (day(earliest), day(latest))
    assert found.anchor == day(anchor)
    assert found.precision == precision


def test_no_two_good_dates_have_the_same_words() -> None:
    assert len({date_words(parse_date(row[0])) for row in GOOD_ROWS}) == len(GOOD_ROWS)


def test_a_bound_holds_the_days_and_qualifiers_of_one_end() -> None:
    november = (date(2022, 11, 1), date(2022, 11, 30))
    assert parse_date("2022-11").start == parse_date("2022-11").end == Bound(*november, "month")
    assert parse_date("2022-11-XX").start == Bound(*november, "month", unknown_day=True)
    assert parse_date("2022-11~").start == Bound(*november, "month", approximate=True)
    assert parse_date("2022-11?").start == Bound(*november, "month", uncertain=True)
    assert parse_date("2022-11%").start == Bound(
        *november, "month", approximate=True, uncertain=True
    )
    by = parse_date("../2022-12-12")
    assert by.start == Bound(None, None, None)
    assert by.end == Bound(date(2022, 12, 12), date(2022, 12, 12), "day")
    since = parse_date("2022-11?/..")
    assert since.start == Bound(*november, "month", uncertain=True)
    assert since.end == Bound(None, None, None)


def test_each_end_has_its_own_qualifiers() -> None:
    found = parse_date("2011~/2012?")
    assert (found.start.approximate, found.start.uncertain) == (True, False)
    assert (found.end.approximate, found.end.uncertain) == (False, True)


def test_one_of_several_dates_keeps_each_choice() -> None:
    found = parse_date("[2022-11,2023-01..2023-03]")
    assert found.choices == (
        Bound(date(2022, 11, 1), date(2022, 11, 30), "month"),
        Bound(date(2023, 1, 1), date(2023, 3, 31), "month"),
    )
    assert found.start == found.end == Bound(date(2022, 11, 1), date(2023, 3, 31), "month")
    assert parse_date("2022-11").choices == parse_date("2022-11/2022-12").choices == ()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-01-09", True),
        ("2026-01-09?", False),
        ("2026-01-09~", False),
        ("2026-01-09%", False),
        ("2026-01", False),
        ("2026-01-XX", False),
        ("2026", False),
        ("2026-01-09/..", False),
        ("../2026-01-09", False),
        ("2026-01-09/2026-01-10", False),
        ("[2026-01-09,2026-01-10]", False),
    ],
)
def test_a_date_is_a_day_only_where_nothing_is_left_open(written: str, expected: bool) -> None:
    assert parse_date(written).is_day is expected


def test_the_longest_text_is_read() -> None:
    years = f"[{','.join(str(year) for year in range(2000, 2039))}]"
    assert len(years) <= MAX_CHARACTERS
    assert len(parse_date(years).choices) == 39


def test_a_date_can_be_copied() -> None:
    assert pickle.loads(pickle.dumps(parse_date("2012~/.."))) == parse_date("2012~/..")


def test_the_order_of_dates() -> None:
    ordered = [
        "2021-12-31",
        "[2021-12-31,2022-01-01]",  # anchor and precision as above, but ends later
        "2021-12-31/..",
        "2022-01-01",
        "2022-01-01/..",  # same anchor: the finer precision comes first, whenever it ends
        "2022-01",
        "2022",
        "2022/2023",
        "2022/..",
        "2022-01-02",
        "../2022-01-03",  # an open start stands at its end
        "2022-01-04",
    ]
    keys = [parse_date(text).order for text in ordered]
    assert all(a < b for a, b in pairwise(keys))
    backwards = ordered[::-1]
    assert sorted(backwards, key=lambda text: parse_date(text).order) == ordered


@pytest.mark.parametrize(
    ("one", "other", "starts", "ends"),
    [
        ("2026-01-09", "2026-01-09", True, True),
        ("2026-01-09", "2026-01-10", False, False),
        ("2026-01-09", "2026-01", True, True),
        ("2026-01-31", "2026-02", False, False),
        ("2022-11-XX", "2022-11-15", True, True),
        ("2012~", "2012-05", True, True),
        ("2012~", "2013", False, False),
        ("2026-01-10", "2026-01-10?", True, True),
        ("[2026-01-10,2026-01-15]", "2026-01-12", False, False),
        ("[2026-01-10,2026-01-15]", "2026-01-15", True, True),
        ("[2026-01-10..2026-01-15]", "2026-01-12", True, True),
        ("[2026-01-10,2026-01-15]", "[2026-01-11,2026-01-14]", False, False),
        ("[2026-01-10,2026-01-15]", "[2026-01-15,2026-01-20]", True, True),
        ("2026-01-06/2026-01-11", "2026-01-06", True, False),
        ("2026-01-06/2026-01-11", "2026-01-11", False, True),
        ("2026-01-06/2026-01-11", "2026-01-08", False, False),
        ("2026-01-06/..", "2026-01-06/2026-01-11", True, None),
        ("2026-01-06/..", "2026-01-07", False, None),
        ("../2026-01-11", "2026-01-06/2026-01-11", None, True),
        ("../2026-01-11", "[2026-01-01,2026-01-05]", None, False),
        ("../2026-01-11", "2026-01-11/..", None, None),
        ("../2026-01-11", "../2026-01", None, True),
    ],
)
def test_starts_and_ends_meet_where_they_may_be_the_same_day(
    one: str, other: str, starts: bool | None, ends: bool | None
) -> None:
    a, b = parse_date(one), parse_date(other)
    assert starts_meet(a, b) is starts_meet(b, a) is starts
    assert ends_meet(a, b) is ends_meet(b, a) is ends
