"""The band: where events stand, which window is drawn large, what it says in words."""

import re
from datetime import date as Day
from datetime import timedelta
from time import process_time
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.rendering.drawings.kind_signs import SIGN_PATHS, kind_sign, sign_path
from generator.rendering.drawings.time.axis import TimeAxis, axis_around, axis_of_years
from generator.rendering.drawings.time.axis_ticks import ticks
from generator.rendering.drawings.time.band import band
from generator.rendering.drawings.time.band_detail import draw_window
from generator.rendering.drawings.time.densest_window import Window, densest_windows
from generator.rendering.drawings.time.stacking import (
    BandMark,
    assign_lanes,
    span_marks,
    stack_marks,
)
from generator.rendering.language import ENGLISH
from tests.support.chronologies import HOSTILE


def mark(
    earliest: str | None,
    latest: str | None = "",
    differs: bool = False,
    told: tuple[tuple[Day | None, Day | None], ...] = (),
) -> BandMark:
    """An event on a day, or from one to another; None where an end is open."""
    last = earliest if latest == "" else latest
    a, b = (Day.fromisoformat(day) if day else None for day in (earliest, last))
    return BandMark(a, b, differs, "statement", 3, "A title", "its date", told)


def _frame(marks: list[BandMark]) -> TimeAxis:
    frame = axis_around(day for one in marks for day in one.days)
    assert frame is not None
    return frame


days = st.dates(Day(1, 1, 1), Day(9999, 12, 31))
ends = st.tuples(st.none() | days, st.none() | days).filter(any)
dates = ends.map(lambda d: (min(d), max(d)) if d[0] and d[1] else d)  # type: ignore[type-var]
marks_of = st.builds(
    lambda date, differs, told: BandMark(
        date[0], date[1], differs, "kind", 1, "title", "words", tuple(told)
    ),
    dates,
    st.booleans(),
    st.lists(dates, max_size=2),
)


@pytest.mark.parametrize(
    ("first", "last", "unit", "columns"),
    [
        (2021, 2021, "week", 53),
        (2018, 2022, "week", 261),
        (2016, 2022, "month", 84),
        (1998, 2021, "month", 288),
        (1982, 2026, "quarter", 180),
        (1900, 2026, "year", 127),
        (1600, 2000, "decade", 41),
        (1, 9999, "century", 100),
    ],
)
def test_the_unit_is_the_finest_that_fits(first: int, last: int, unit: str, columns: int) -> None:
    frame = axis_of_years(first, last)
    assert (frame.bin_size.name, len(frame.bins)) == (unit, columns)


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
def test_the_years_that_are_always_named(first: int, last: int, at_all_widths: list[str]) -> None:
    assert [
        t.label for t in ticks(ENGLISH, axis_of_years(first, last)) if t.visibility == "always"
    ] == at_all_widths


@pytest.mark.parametrize(
    ("one", "is_stretch"),
    [
        (mark("2003-05-01"), False),
        (mark("2003-05-01", "2003-05-31"), False),
        (mark("2003-05-30", "2003-06-29"), False),
        (mark("2003-01-01", "2003-12-31"), True),
        (mark("2003-05-01", None), True),
        (mark(None, "2003-05-01"), True),
    ],
)
def test_only_what_fits_in_a_column_is_a_block(one: BandMark, is_stretch: bool) -> None:
    frame = axis_of_years(1998, 2021)
    assert [s.total for s in stack_marks([one], frame)] == ([] if is_stretch else [1])
    assert len(span_marks([one], frame)) == is_stretch


def test_stretches_that_would_look_alike_are_one() -> None:
    frame = axis_of_years(1998, 2021)
    found = span_marks([mark(None, "2003-05-01"), mark(None, "2003-05-09")] * 3, frame)
    assert [len(stretch.marks) for stretch in found] == [6]
    assert found[0].is_open_start
    assert not found[0].is_open_end


@pytest.mark.parametrize("count", [1, 3])
def test_the_key_tells_what_a_number_at_a_line_is(count: int) -> None:
    drawn = band(
        ENGLISH, [mark(None, "2003-05-01")] * count + [mark("1998-01-01"), mark("2021-01-01")]
    )
    assert ("<b>3</b> so many events on one line" in drawn) is (count > 1)


def test_a_window_names_its_months_at_every_width() -> None:
    """On the first day, the first of a month, and the first Monday, which a phone shows too."""
    drawn = draw_window(ENGLISH, [], Window(Day(2025, 12, 29), Day(2026, 1, 18)), 0).content
    named = re.findall(
        r'day-name( wide-only)?"[^>]*>(\w+)<tspan class="day-name__month"[^>]*>(\w+)<', drawn
    )
    assert named == [("", "Mon", "Dec"), (" wide-only", "Thu", "Jan"), ("", "Mon", "Jan")]


def test_the_dates_that_accounts_do_not_share_are_a_stretch_and_the_block_stays() -> None:
    day = Day(2003, 5, 1)
    one = mark("2003-05-01", told=((day, day), (day + timedelta(400), None)))
    frame = axis_of_years(1998, 2021)
    assert [s.total for s in stack_marks([one], frame)] == [1]
    (stretch,) = span_marks([one], frame)
    assert stretch.has_account_dates
    assert len(stretch.account_days) == 2


@pytest.mark.parametrize(
    ("one", "looks", "rings"),
    [
        (mark("2003-01-01", "2004-12-31"), "stretch stretch--within", 0),
        (mark("2003-01-01", "2004-12-31")._replace(lasts=True), "stretch", 0),
        (mark("2003-01-01", None)._replace(lasts=True), "stretch stretch--open", 0),
        (mark("2003-01-01", "2003-12-31")._replace(is_doubtful=True), "stretch--within", 2),
        (mark("2003-01-01", None)._replace(is_doubtful=True), "stretch stretch--open", 1),
    ],
)
def test_a_date_looks_as_it_is_known(one: BandMark, looks: str, rings: int) -> None:
    """Lasting, on some day of it, open, in doubt: each has its line, and the key says which."""
    drawn = band(ENGLISH, [one, mark("1998-01-01"), mark("2021-01-01")])
    assert f'{looks}" x1=' in drawn
    assert drawn.count('class="uncertain"') == rings
    words = {
        "stretch": "it lasts so long",
        "stretch stretch--within": "on some day of it",
        "stretch--within": "on some day of it",
        "stretch stretch--open": "an open start or end",
    }
    assert words[looks] in drawn
    assert ("an end in doubt" in drawn) is (rings > 0)
    assert ("1 date is marked as approximate or uncertain." in drawn) is (rings > 0)


def test_a_block_whose_date_is_in_doubt_is_sliced() -> None:
    sure, doubtful = mark("2003-05-01"), mark("2003-05-01")._replace(is_doubtful=True)
    differing = [one._replace(differs=True) for one in (sure, doubtful)]
    (stack,) = stack_marks([sure, doubtful, doubtful, *differing], axis_of_years(1998, 2021))
    assert stack == (stack.bin_number, 5, 2, 2, 1)
    drawn = band(ENGLISH, [sure, doubtful, *differing])
    for look in ("units", "units units--uncertain", "units units--differ"):
        assert drawn.count(f'class="{look}"') == 1
    assert drawn.count('class="units units--differ units--uncertain"') == 1
    assert "one whose date is in doubt" in drawn
    assert "in doubt" not in band(ENGLISH, [sure, differing[0]])


def test_what_would_look_different_is_not_one_stretch() -> None:
    one = mark("2003-01-01", "2004-12-31")
    frame = axis_of_years(1998, 2021)
    found = span_marks([one, one._replace(lasts=True), one._replace(is_doubtful=True)], frame)
    assert len(found) == 3


def test_lanes_are_filled_first_fit() -> None:
    assert assign_lanes([(0, 10), (5, 20), (11, 30), (12, 15), (31, 40)], 2) == [0, 1, 0, None, 0]


def test_the_lens_is_the_window_of_most_surprise() -> None:
    week = [mark(f"2021-05-{3 + n % 7:02}") for n in range(14)]
    rest = [mark(f"{year}-03-03") for year in range(1998, 2021)]
    found = densest_windows([*rest, *week], _frame([*rest, *week]))
    assert [(w.first, w.last) for w in found] == [(Day(2021, 5, 3), Day(2021, 5, 9))]


def test_inside_a_long_window_there_is_a_second() -> None:
    start = Day(2010, 1, 4)
    busy = [mark((start + timedelta(3 * n)).isoformat()) for n in range(60)]
    week = [mark((start + timedelta(60 + n % 5)).isoformat()) for n in range(20)]
    rest = [mark(f"{year}-03-03") for year in range(1998, 2021)]
    all_of_them = [*rest, *busy, *week]
    outer, inner = densest_windows(all_of_them, _frame(all_of_them))
    assert outer.days > 62
    assert outer.first <= inner.first
    assert inner.last <= outer.last


def test_few_events_have_no_lens() -> None:
    assert densest_windows([mark("2021-05-03")] * 5, axis_of_years(1998, 2021)) == []


def test_nothing_is_drawn_of_nothing() -> None:
    assert band(ENGLISH, []) == ""


def test_the_sentence_says_what_is_drawn() -> None:
    week = [mark(f"2021-05-{3 + n % 7:02}", differs=n < 4) for n in range(14)]
    drawn = band(ENGLISH, [*(mark(f"{year}-03-03") for year in range(1998, 2021)), *week])
    assert (
        "37 events from 1998 to 2021. 14 of them fall into the 7 days from 3 to 9 May 2021, drawn "
        "again below, one column a day. In 4 events accounts differ." in drawn
    )
    assert 'data-from="1998-01-01" data-to="2021-12-31"' in drawn
    assert 'data-from="2021-05-03" data-to="2021-05-09"' in drawn


@given(st.lists(marks_of, min_size=1, max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_events_make_a_sound_band(marks: list[BandMark]) -> None:
    frame = _frame(marks)
    found = stack_marks(marks, frame)
    plain = [stretch for stretch in span_marks(marks, frame) if not stretch.has_account_dates]
    assert sum(s.total for s in found) + sum(len(s.marks) for s in plain) == len(marks)
    assert len(frame.bins) <= 300
    assert densest_windows(marks, frame) == densest_windows(list(reversed(marks)), frame)
    drawn = band(ENGLISH, marks)
    assert drawn == band(ENGLISH, marks)
    assert "\n" not in drawn
    root = ElementTree.fromstring(drawn)
    for element in root.iter():
        for name in ("x", "x1", "x2", "cx"):
            if (value := element.get(name, "")).endswith("%"):
                assert 0 <= float(value[:-1]) <= 100
    assert not list(root.iter("a"))
    assert 'tabindex="' not in drawn


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_is_encoded(text: str) -> None:
    one = BandMark(Day(2021, 5, 3), Day(2021, 5, 3), True, text, 1, text, text)
    drawn = band(ENGLISH, [one] * 8 + [mark("1998-01-01")])
    titles = [title.text or "" for title in ElementTree.fromstring(drawn).iter("title")]
    line = " ".join(f"{text} ({text})".split())
    assert {title for title in titles if not title.startswith("A title")} == {line}
    assert not re.search(r"<script|onclick=\"", drawn)


def test_ten_thousand_events_are_drawn_in_half_a_second() -> None:
    start = Day(2000, 1, 1)
    marks = [
        mark((start + timedelta(n)).isoformat(), (start + timedelta(n + n % 50)).isoformat())
        for n in range(10_000)
    ]
    before = process_time()
    drawn = band(ENGLISH, marks)
    assert process_time() - before < 1  # half of that on a machine that is not busy
    assert len(drawn) < 120_000


def test_twelve_kinds_have_twelve_signs() -> None:
    assert len(set(SIGN_PATHS)) == len(SIGN_PATHS) == 12
    assert sign_path(12) == sign_path(0)
    assert 'aria-hidden="true"' in kind_sign(4)
