"""The band as a whole: what it draws of any events, and how fast."""

import re
from datetime import date as Day
from datetime import timedelta
from time import process_time
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.rendering.drawings.time.band import band
from generator.rendering.drawings.time.stacking import BandMark
from generator.rendering.language import ENGLISH
from generator.support.directions import without_isolates
from tests.support.band_marks import ANY_BAND_MARK, band_mark, timed_mark
from tests.support.chronologies import HOSTILE

_ENDS = [band_mark("1998-01-01"), band_mark("2021-01-01")]


def test_nothing_is_drawn_of_nothing() -> None:
    assert band(ENGLISH, []) == ""


def test_scripts_find_the_days_of_the_whole_and_of_the_window() -> None:
    week = [band_mark(f"2021-05-{3 + n % 7:02}") for n in range(14)]
    drawn = band(ENGLISH, [*(band_mark(f"{year}-03-03") for year in range(1998, 2021)), *week])
    assert 'data-from="1998-01-01" data-to="2021-12-31"' in drawn
    assert 'data-from="2021-05-03" data-to="2021-05-09"' in drawn


@pytest.mark.parametrize(
    ("mark", "look", "rings"),
    [
        (band_mark("2003-01-01", "2004-12-31"), "stretch stretch--within", 0),
        (band_mark("2003-01-01", "2004-12-31", lasts=True), "stretch", 0),
        (band_mark("2003-01-01", None, lasts=True), "stretch stretch--open", 0),
        (band_mark("2003-01-01", "2003-12-31", is_doubtful=True), "stretch--within", 2),
        (band_mark("2003-01-01", None, is_doubtful=True), "stretch stretch--open", 1),
    ],
)
def test_a_date_looks_as_it_is_known(mark: BandMark, look: str, rings: int) -> None:
    """Lasting, on one of these days, open, in doubt: each has its line, and the key says which."""
    drawn = band(ENGLISH, [mark, *_ENDS])
    assert f'{look}" x1=' in drawn
    assert drawn.count('class="uncertain"') == rings
    words = {
        "stretch": "an event that lasts",
        "stretch stretch--within": "on one of these days",
        "stretch--within": "on one of these days",
        "stretch stretch--open": "start or end not known",
    }
    assert words[look] in drawn
    assert ("start or end in doubt" in drawn) is (rings > 0)


def test_a_block_whose_date_is_in_doubt_is_sliced() -> None:
    sure, doubtful = band_mark("2003-05-01"), band_mark("2003-05-01", is_doubtful=True)
    differing = [mark._replace(differs=True) for mark in (sure, doubtful)]
    drawn = band(ENGLISH, [sure, doubtful, *differing])
    for look in ("units", "units units--uncertain", "units units--differ"):
        assert drawn.count(f'class="{look}"') == 1
    assert drawn.count('class="units units--differ units--uncertain"') == 1


def test_a_chronology_of_a_day_is_drawn_by_the_hour() -> None:
    """Each hour has a column with its events as signs; what is known to the day alone is a span."""
    marks = [timed_mark(f"2026-01-09T{8 + n // 2:02}:{n % 2 * 30:02}") for n in range(12)]
    drawn = band(ENGLISH, [*marks, band_mark("2026-01-09")])
    texts = [text.text for text in ElementTree.fromstring(drawn).iter("text")]
    assert texts[0] == "00"
    assert [text for text in texts if text and text.isdigit()] == [f"{n:02}" for n in range(24)]
    assert "13 events on 9 January 2026, one column an hour." in drawn
    assert drawn.count('class="stretch') == 3  # one line, with its ends
    assert "at some time in these hours" in drawn
    assert "on one of these days" not in drawn
    assert 'data-from="2026-01-09" data-to="2026-01-09" data-days="1"' in drawn


def test_a_busy_day_is_drawn_by_the_hour_below_its_week() -> None:
    years = [band_mark(f"{year}-03-03") for year in range(1998, 2021)]
    marks = [timed_mark(f"2021-05-05T{8 + n}:00") for n in range(2, 12)]
    drawn = band(ENGLISH, [*years, *marks, band_mark("2021-05-04")])
    assert 'data-from="2021-05-05" data-to="2021-05-05"' in drawn
    assert (
        "10 of these fall into the 1 day on 5 May 2021, larger again, one column an hour." in drawn
    )


@given(st.lists(ANY_BAND_MARK, min_size=1, max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_events_make_a_sound_band(marks: list[BandMark]) -> None:
    drawn = band(ENGLISH, marks)
    assert drawn == band(ENGLISH, marks)
    assert "\n" not in drawn
    root = ElementTree.fromstring(drawn)
    for element in root.iter():
        for name in ("x", "x1", "x2", "cx"):
            if (value := element.get(name, "")).endswith("%"):
                assert 0 <= float(value[:-1]) <= 100
    for link in root.iter("a"):
        assert link.text or link.find("title") is not None


def test_a_column_leads_to_its_event_or_its_month() -> None:
    one, two, three = (
        band_mark(day)._replace(url=f"events/{day}/")
        for day in ("1998-03-01", "2021-05-04", "2021-05-06")
    )
    links = [
        (link.get("{http://www.w3.org/1999/xlink}href"), link.findtext("title"))
        for link in ElementTree.fromstring(band(ENGLISH, [one, two, three], root="../")).iter("a")
    ]
    assert links == [
        ("../events/1998-03-01/", "A title (its date)"),
        ("../2021/05/", "2 events, May 2021"),
    ]


def test_the_window_leads_to_its_events_alone() -> None:
    week = [band_mark(f"2021-05-{3 + n % 7:02}") for n in range(14)]
    marks = [*(band_mark(f"{year}-03-03") for year in range(1998, 2021)), *week]
    drawn = band(ENGLISH, marks, root="../", is_open=False)
    assert 'href="../timeline/?from=2021-05-03&amp;to=2021-05-09"' in drawn
    assert '<details class="band__window">' in drawn
    assert '<details class="band__window" open="">' in band(ENGLISH, marks)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_of_the_band_is_encoded(text: str) -> None:
    mark = BandMark(Day(2021, 5, 3), Day(2021, 5, 3), True, text, 1, text, text)
    drawn = band(ENGLISH, [mark] * 8 + [band_mark("1998-01-01")])
    written = without_isolates(drawn)
    titles = [title.text or "" for title in ElementTree.fromstring(written).iter("title")]
    line = " ".join(f"{text} ({text})".split())
    assert {t for t in titles if not t.startswith(("A title", "8 events, "))} == {line}
    assert not re.search(r"<script|onclick=\"", drawn)


def test_ten_thousand_events_are_drawn_in_half_a_second() -> None:
    start = Day(2000, 1, 1)
    marks = [
        band_mark((start + timedelta(n)).isoformat(), (start + timedelta(n + n % 50)).isoformat())
        for n in range(10_000)
    ]
    before = process_time()
    drawn = band(ENGLISH, marks)
    assert process_time() - before < 1  # half of that on a machine that is not busy
    assert len(drawn) < 120_000
