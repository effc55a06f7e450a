"""Dates: EDTF that is built from its parts, and any other text."""

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model.dates import (
    MONTHS,
    Bound,
    Date,
    DateError,
    Precision,
    bounds_meet,
    ends_meet,
    parse_date,
    starts_meet,
)
from generator.rendering.language import ENGLISH
from tests.support.date_table import GOOD_ROWS

date_words = ENGLISH.grammar.date_words

# EDTF built from its parts

no_deadline = settings(deadline=None)  # a loaded machine is no failure
QUALIFIERS = st.sampled_from(["", "?", "~", "%"])
PRECISIONS: st.SearchStrategy[Precision] = st.sampled_from(["day", "month", "year"])
WIDTH = {"day": 10, "month": 7, "year": 4, "decade": 3, "century": 2}


@st.composite
def points(draw: st.DrawFn, precision: Precision | None = None) -> str:
    text = draw(st.dates()).isoformat()[: WIDTH[precision or draw(PRECISIONS)]]
    return (
        f"{text[:-2]}XX" if precision is None and len(text) == 10 and draw(st.booleans()) else text
    )


@st.composite
def intervals(draw: st.DrawFn) -> str:
    first, last = draw(points()), draw(points())
    shape = draw(st.sampled_from(["closed", "since", "by"]))
    if shape == "since":
        return f"{first}{draw(QUALIFIERS)}/.."
    if shape == "by":
        return f"../{last}{draw(QUALIFIERS)}"
    a, b = parse_date(first), parse_date(last)
    if (a.earliest, a.latest) == (b.earliest, b.latest):
        return first
    if a.anchor > b.anchor:
        first, last = last, first
    return f"{first}{draw(QUALIFIERS)}/{last}{draw(QUALIFIERS)}"


@st.composite
def sets(draw: st.DrawFn) -> str:
    precision = draw(PRECISIONS)
    members = sorted(draw(st.sets(points(precision), min_size=2, max_size=9)))
    links = [draw(st.sampled_from([",", ".."])) for _ in members[1:]]
    for index in range(1, len(links)):
        if links[index - 1] == "..":
            links[index] = ","
    return "[" + "".join(a + b for a, b in zip(members, [*links, ""], strict=True)) + "]"


WRITTEN = st.one_of(st.builds(str.__add__, points(), QUALIFIERS), intervals(), sets())


@no_deadline
@given(WRITTEN)
def test_a_date_keeps_its_text_and_its_bounds_in_order(written: str) -> None:
    found = parse_date(written)
    assert found.text == written
    assert parse_date(found.text) == found
    for bound in (found.start, found.end, *found.choices):
        if bound.earliest and bound.latest:
            assert bound.earliest <= bound.latest
        else:
            assert bound == Bound(None, None, None)
    assert (found.earliest or date.min) <= found.anchor <= (found.latest or date.max)
    assert found.anchor in (found.earliest, found.latest)
    for a, b in pairwise(found.choices):
        assert a.latest
        assert b.earliest
        assert a.latest < b.earliest


@no_deadline
@given(WRITTEN)
def test_words_say_every_qualifier(written: str) -> None:
    words = date_words(parse_date(written))
    assert words.count("about") == written.count("~") + written.count("%")
    assert words.count("(uncertain)") == written.count("?") + written.count("%")
    assert words.count("an unknown day") == written.count("XX")
    assert words.startswith("by ") == written.startswith("../")
    assert words.startswith("since ") == written.endswith("/..")
    assert words == " ".join(words.split())


@no_deadline
@given(sets() | st.lists(st.dates(), min_size=2, max_size=2, unique=True).map(sorted))
def test_words_can_be_read_back(source: str | list[date]) -> None:
    """What the words leave out of a name stands, with the same value, in the names after it."""
    written = source if isinstance(source, str) else "/".join(map(str, source))
    names = re.split(
        r", or |, | or | and | to ",
        date_words(parse_date(written)).replace("between ", ""),
    )
    read: list[str] = []
    width, inherited = 0, list[str]()
    for name in reversed(names):
        parts = name.split()
        inherited = parts + inherited[len(parts) :] if len(inherited) > len(parts) else parts
        width = width or len(parts)
        year, *rest = reversed(inherited)
        numbers = [str(MONTHS.index(p) + 1) if p in MONTHS else p for p in rest]
        read.insert(0, "-".join([year.zfill(4), *(number.zfill(2) for number in numbers)]))
    assert read == re.split(r",|\.\.|/", written.strip("[]"))


SHORT = st.sampled_from(
    [
        row[0]
        for row in GOOD_ROWS
        # Times have tables of their own, in test_times.py.
        if not row[0].startswith(("0001", "9999")) and "T" not in row[0]
    ]
)


def comes_before(a: Date, b: Date) -> bool:
    """The order as `docs/design.md` words it, in section 2."""
    if a.anchor != b.anchor:
        return a.anchor < b.anchor
    if a.precision != b.precision:
        return WIDTH[a.precision] > WIDTH[b.precision]
    return a.latest is not None and (b.latest is None or a.latest < b.latest)


@no_deadline
@given(WRITTEN | SHORT, WRITTEN | SHORT)
def test_the_order_is_the_designs(one: str, other: str) -> None:
    a, b = parse_date(one), parse_date(other)
    assert (a.order < b.order) is comes_before(a, b)
    assert (b.order < a.order) is comes_before(b, a)
    assert (a.order == b.order) is not (comes_before(a, b) or comes_before(b, a))


def days_of(bounds: tuple[Bound, ...]) -> set[int]:
    ends = [(b.earliest, b.latest) for b in bounds]
    return {n for a, b in ends if a and b for n in range(a.toordinal(), b.toordinal() + 1)}


@pytest.mark.parametrize(("compare", "end"), [(starts_meet, "start"), (ends_meet, "end")])
@no_deadline
@given(one=SHORT, other=SHORT)
def test_two_dates_meet_where_they_share_a_day(
    compare: Callable[[Date, Date], bool | None], end: str, one: str, other: str
) -> None:
    a, b = parse_date(one), parse_date(other)
    first, second = (days_of(x.choices or (getattr(x, end),)) for x in (a, b))
    expected = bool(first & second) if first and second else None
    assert compare(a, b) is compare(b, a) is expected


def test_two_bounds_meet_where_they_share_a_day() -> None:
    may, day_of_may = parse_date("2026-05").start, parse_date("2026-05-31").start
    assert bounds_meet(may, day_of_may) is True
    assert bounds_meet(may, parse_date("2026-06-01").start) is False
    assert bounds_meet(may, Bound(None, None, None)) is None


def read_or_refuse(text: str) -> None:
    found: Date | DateError
    try:
        found = parse_date(text)
    except DateError as error:
        found = error
    if isinstance(found, DateError):
        assert found.message
        assert found.way_out.startswith("write ")
        assert not found.way_out.endswith(".")
    else:
        assert found.text == text
        assert date_words(found)
        assert found.order


@no_deadline
@given(st.text())
@example("\ud800")
@example("[" * 200)
@example("[.." * 60 + "]" * 20)
@example("²²²²")
@example("①②③④-⑤")
@example(" " * 199)
@example("1" * 200)
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    read_or_refuse(text)


@no_deadline
@given(st.text("0123456789-/.,[]{}?~%XTx\u0663 \nJanuary", max_size=40))
def test_text_that_is_nearly_a_date(text: str) -> None:
    read_or_refuse(text)


@no_deadline
@given(WRITTEN, st.integers(0, 60), st.characters())
def test_a_date_with_one_character_changed_is_read_or_refused(
    written: str, at: int, character: str
) -> None:
    read_or_refuse(written[:at] + character + written[at + 1 :])
    read_or_refuse(written[:at] + character + written[at:])
    read_or_refuse(written[:at] + written[at + 1 :])
