"""Slides of TimelineJS become drafts: dates as precise as they were, text without its HTML."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.authoring.imports.html_text import plain_text
from generator.model.scalars import Id, Text
from generator.support.alphabets import unmixed
from generator.support.plain_text import slug
from generator.validation.check import check
from tests.support.cli import run
from tests.support.exported_files import DATES, date_name, export_files, load_dates
from tests.support.import_runs import import_file, only_event, slides_file


@pytest.mark.parametrize(
    ("slide", "edtf"),
    [
        ({"start_date": {"year": "1815", "month": "12", "day": "10"}}, "1815-12-10"),
        ({"start_date": {"year": " 1,815 "}}, "1815"),
        ({"start_date": {"year": 602, "month": ""}}, "0602"),
        ({"start_date": {"year": "1943", "month": "7", "day": ""}}, "1943-07"),
        ({"start_date": {"year": 1943}, "end_date": {"year": 1946, "month": 2}}, "1943/1946-02"),
        ({"start_date": {"year": 1943}, "end_date": {"year": "1943"}}, "1943"),
        ({"start_date": {"year": 2012}, "edtf": "2012~/.."}, "2012~/.."),
    ],
)
def test_a_slide_keeps_the_precision_of_its_date(
    fresh: Path, slide: dict[str, Any], edtf: str
) -> None:
    event = only_event(import_file(fresh, "timelinejs", "t.json", slides_file(slide))[0])
    assert event.date.text == edtf
    assert event.draft


@pytest.mark.parametrize(
    ("slide", "why"),
    [
        ({"start_date": {"year": -44}}, "a chronology has the years 1 to 9999, not -44"),
        ({"start_date": {"year": "soon"}}, "'soon' is no year"),
        ({"start_date": {"month": 3}}, "the year in which it starts is empty: write it, as 2026"),
        ({}, "the year in which it starts is empty: write it, as 2026"),
        ({"start_date": {"year": 2023, "month": 2, "day": 29}}, "the month has no such day"),
        ({"start_date": {"year": 2023, "month": 13}}, "a month is 01 to 12"),
        ({"start_date": {"year": 2023}, "end_date": {"year": 2020}}, "does not run backwards"),
    ],
)
def test_a_broken_slide_leaves_the_rest_standing(
    fresh: Path, slide: dict[str, Any], why: str
) -> None:
    good = {"start_date": {"year": 1999}}
    chronology, report = import_file(
        fresh, "timelinejs", "t.json", slides_file(slide, good), exit_code=1
    )
    assert only_event(chronology).title == "Slide 2"
    assert report.startswith("event 1: broken: ")
    assert why in report


def test_html_becomes_text_and_what_is_left_out_is_told(fresh: Path) -> None:
    slide = {
        "start_date": {"year": 1999, "hour": 12},
        "text": {
            "headline": "<b>A &amp; B</b>\u202e",
            "text": "<p>One<br>two <a href='https://x.example/'>three</a></p><script>no()</script>"
            "<p>3 < 4</p>",
        },
        "media": {"url": "https://x.example/i.png", "caption": "<i>It</i>", "credit": ""},
        "background": {"color": "#fff"},
        "group": "",
    }
    chronology, report = import_file(fresh, "timelinejs", "t.json", {"events": [slide]})
    event = only_event(chronology)
    assert event.title == "A & B"
    assert event.summary == "One\ntwo three (https://x.example/)\n\n3 < 4"
    assert report.splitlines() == [
        "event 1: left out: the time of day: hour 12",
        "event 1: left out: background: color #fff",
    ]


def test_media_are_a_source_with_an_account_of_what_they_show(fresh: Path) -> None:
    def slide(name: str, **media: str) -> dict[str, Any]:
        return {"start_date": {"year": 1999}, "text": {"headline": name}, "media": media}

    document = {
        "events": [
            slide("A", url="https://x.example/i.png", caption="<i>It</i>", credit="The Wire"),
            slide("B", url='<iframe src="https://film.example/?a=1&amp;b=2"></iframe>'),
            slide("C", url="<blockquote>Words</blockquote>", caption="Said"),
        ]
    }
    chronology, report = import_file(fresh, "timelinejs", "t.json", document)
    told = {event.title: event.accounts[1:] for event in chronology.events}
    assert [(a.source, a.locator, a.says) for a in told["A"]] == [
        ("the-wire", "media of event 1", "It")
    ]
    assert chronology.sources["the-wire"].url == "https://x.example/i.png"
    assert chronology.sources["the-wire"].title == "It"
    assert [a.says for a in told["B"]] == ["To be written."]
    assert chronology.sources["film-example"].url == "https://film.example/?a=1&b=2"
    assert told["C"] == ()
    assert report.splitlines() == [
        "event 3: left out: media url: Words",
        "event 3: left out: media caption: Said",
    ]


def test_a_time_of_day_comes_in_where_it_is_given_to_the_minute(fresh: Path) -> None:
    day = {"year": 1999, "month": 5, "day": 3}
    slide = {
        "start_date": {**day, "hour": 9, "minute": "05"},
        "end_date": {**day, "hour": "14", "minute": 0, "second": 7},
        "text": {"headline": "A"},
    }
    chronology, report = import_file(fresh, "timelinejs", "t.json", {"events": [slide]})
    assert only_event(chronology).date.text == "1999-05-03T09:05/1999-05-03T14:00:07"
    assert report == ""


def test_groups_are_kinds_where_they_are_known_or_said_and_eras_are_events(fresh: Path) -> None:
    document = {
        **slides_file({"start_date": {"year": 1999}, "group": "works"}),
        "eras": [{"start_date": {"year": 1}, "end_date": {"year": 9}, "text": {"headline": "Old"}}],
        "title": {"text": {"headline": "All of it"}},
    }
    chronology, _ = import_file(fresh, "timelinejs", "t.json", document)
    assert [(event.title, event.kind) for event in chronology.events] == [
        ("Old", "era"), ("Slide 1", "works"),
    ]  # fmt: skip
    assert chronology.sources["t-json"].title == "All of it"


def test_tags_do_not_become_hundreds_of_kinds(fresh: Path) -> None:
    slides = [{"start_date": {"year": 1999}, "group": f"Tag {n % 40}"} for n in range(50)]
    chronology, report = import_file(fresh, "timelinejs", "t.json", slides_file(*slides))
    assert set(chronology.settings.kinds) == {"works", "event"}
    assert {event.kind for event in chronology.events} == {"event"}
    [line] = report.splitlines()
    assert "'Tag 0' (2)" in line
    assert 'and 28 others; say what each is: --kind "Tag 0=KIND"' in line


@pytest.mark.parametrize(
    ("chosen", "kinds"),
    [
        (["Fight=works"], ["works", "event"]),
        (["Fight=Battle"], ["battle", "event"]),
        (["Fight=new"], ["fight", "event"]),
        (["*=new"], ["fight", "talk"]),
        (["*=works", "Talk=new"], ["works", "talk"]),
    ],
)
def test_somebody_says_which_kind_a_tag_is(
    chosen: list[str], kinds: list[str], fresh: Path
) -> None:
    slides = [{"start_date": {"year": 1999}, "group": group} for group in ("Fight", "Talk")]
    (fresh / "t.json").write_text(json.dumps(slides_file(*slides)))
    options = [part for one in chosen for part in ("--kind", one)]
    assert run("import", "timelinejs", "t.json", *options, cwd=fresh).returncode == 0
    chronology, _ = check(fresh, fresh / "events")
    assert [event.kind for event in chronology.events] == kinds


@given(st.text(max_size=200) | st.from_regex(r"(<[/!a-z]{0,5}[ a-z=\"'>&;]{0,9}){1,9}"))
def test_any_text_becomes_plain_text(text: str) -> None:
    found = plain_text(text)
    # A letter of another alphabet is a problem of the draft: no import changes a word.
    assume(unmixed(found) == found)
    assert found == "" or TypeAdapter(Text).validate_python(found) == found
    assert slug(text) == "" or TypeAdapter(Id).validate_python(f"x-{slug(text)}")


@pytest.mark.parametrize(
    ("header", "row", "edtf"),
    [
        ("Year,Month,Day,End Year,Headline", '"1,815 ",12,10,1852,H', "1815-12-10/1852"),
        ("Start Date,End Date,Headline", "12/10/1815,,H", "1815-12-10"),
        ("Start Date,End Date,Headline", "12/1815,1816,H", "1815-12/1816"),
    ],
)
def test_both_forms_of_a_spreadsheet_are_read(
    fresh: Path, header: str, row: str, edtf: str
) -> None:
    chronology, _ = import_file(fresh, "timelinejs", "t.csv", f"{header}\r\n{row}\r\n")
    assert only_event(chronology).date.text == edtf
    assert only_event(chronology).accounts[0].locator == "row 2"


def test_the_dates_of_our_timeline_come_back(fresh: Path, tmp_path: Path) -> None:
    text = export_files(load_dates(tmp_path / "dates"))["data/timelinejs.json"].decode()
    chronology, _ = import_file(fresh, "timelinejs", "t.json", text)
    assert {date_name(event.id): event.date.text for event in chronology.events} == DATES
