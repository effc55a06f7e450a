"""Imports through the command line: valid drafts, a full report, nothing overwritten."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.fields import Id, Text
from generator.imports.plain_text import plain, slug
from generator.model import Chronology, Event
from generator.site import read
from tests.conftest import RIVERS, ROOT, Corpus
from tests.exported import DATES, dated, exported, named
from tests.test_cli import run as run_command

FACTS = """\
title: Fresh # a comment
kinds:
  works: {name: Works}   # another

  # and one more
licence: CC0
loaded: {thieves: takers}
"""
UCDP = (
    "id,year,type_of_violence,conflict_name,dyad_name,side_a,side_b,source_article,"
    "source_original,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,country,"
    "event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,"
    "deaths_unknown,best,high,low\n"
)


def ucdp(**changes: str) -> str:
    row = {
        "id": "7", "year": "2001", "type_of_violence": "1", "conflict_name": "Uplands",
        "dyad_name": "Government of Uplands - River Front", "side_a": "Government of Uplands",
        "side_b": "River Front",
        "source_article": '"Wire,2001-02-05,""Pause"" ends, fights begin";"Post,2001-02-06,Two"',
        "source_original": "A\nspokesman", "where_prec": "2", "where_coordinates": "River Bend",
        "adm_1": "North", "adm_2": "", "latitude": "45.5", "longitude": "-12.25",
        "country": "Uplands", "event_clarity": "1", "date_prec": "1",
        "date_start": "2001-02-03", "date_end": "2001-02-03", "deaths_a": "1", "deaths_b": "2",
        "deaths_civilians": "0", "deaths_unknown": "0", "best": "3", "high": "30", "low": "2",
    } | changes  # fmt: skip
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in row.values()) + "\n"


@pytest.fixture
def fresh(corpus: Corpus) -> Path:
    return corpus({"mkdocs.yml": "site_name: Fresh\n", "events/chronology.yml": FACTS})


def run(
    project: Path, form: str, name: str, content: object, exit_code: int = 0
) -> tuple[Chronology, str]:
    """The chronology after an import that must leave it sound, and the report."""
    file = project / "in" / name
    file.parent.mkdir(exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content)
    file.write_bytes(text.encode())
    done = subprocess.run(
        [sys.executable, "-m", "generator", "import", form, str(file), "--on", "2026-01-09"],
        cwd=project,
        capture_output=True,
        text=True,
    )
    assert done.returncode == exit_code, done.stdout + done.stderr
    chronology, problems = read(project, project / "events")
    assert [str(problem) for problem in problems] == []
    return chronology, done.stdout


def contents(project: Path) -> dict[str, bytes]:
    folder = project / "events"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def slides(*dates: dict[str, Any]) -> dict[str, Any]:
    return {
        "events": [{"text": {"headline": f"Slide {n}"}, **date} for n, date in enumerate(dates, 1)]
    }


def only(chronology: Chronology) -> Event:
    [event] = chronology.events
    return event


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
    event = only(run(fresh, "timelinejs", "t.json", slides(slide))[0])
    assert event.date.text == edtf
    assert event.draft


@pytest.mark.parametrize(
    ("slide", "why"),
    [
        ({"start_date": {"year": -44}}, "a chronology has the years 1 to 9999, not -44"),
        ({"start_date": {"year": "soon"}}, "'soon' is no year"),
        ({"start_date": {"month": 3}}, "it has no start_date with a year"),
        ({}, "it has no start_date with a year"),
        ({"start_date": {"year": 2023, "month": 2, "day": 29}}, "the month has no such day"),
        ({"start_date": {"year": 2023, "month": 13}}, "a month is 01 to 12"),
        ({"start_date": {"year": 2023}, "end_date": {"year": 2020}}, "does not run backwards"),
    ],
)
def test_a_broken_slide_leaves_the_rest_standing(
    fresh: Path, slide: dict[str, Any], why: str
) -> None:
    good = {"start_date": {"year": 1999}}
    chronology, report = run(fresh, "timelinejs", "t.json", slides(slide, good), exit_code=1)
    assert only(chronology).title == "Slide 2"
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
    chronology, report = run(fresh, "timelinejs", "t.json", {"events": [slide]})
    event = only(chronology)
    assert event.title == "A & B"
    assert event.summary == "One\ntwo three (https://x.example/)\n\n3 < 4"
    assert report.splitlines() == [
        "event 1: left out: the time of day: hour 12",
        "event 1: left out: media: url https://x.example/i.png, caption It",
        "event 1: left out: background: color #fff",
    ]


def test_groups_become_kinds_and_eras_events(fresh: Path) -> None:
    document = {
        **slides({"start_date": {"year": 1999}, "group": "works"}),
        "eras": [{"start_date": {"year": 1}, "end_date": {"year": 9}, "text": {"headline": "Old"}}],
        "title": {"text": {"headline": "All of it"}},
    }
    chronology, _ = run(fresh, "timelinejs", "t.json", document)
    assert [(event.title, event.kind) for event in chronology.events] == [
        ("Old", "era"), ("Slide 1", "works"),
    ]  # fmt: skip
    assert chronology.sources["t-json"].title == "All of it"


@given(st.text(max_size=200) | st.from_regex(r"(<[/!a-z]{0,5}[ a-z=\"'>&;]{0,9}){1,9}"))
def test_any_text_becomes_plain_text(text: str) -> None:
    found = plain(text)
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
def test_the_spreadsheets_of_a_timeline(fresh: Path, header: str, row: str, edtf: str) -> None:
    chronology, _ = run(fresh, "timelinejs", "t.csv", f"{header}\r\n{row}\r\n")
    assert only(chronology).date.text == edtf
    assert only(chronology).accounts[0].locator == "row 2"


@pytest.mark.parametrize(
    ("form", "name", "text"),
    [
        ("timelinejs", "t.json", "{"),
        ("timelinejs", "t.json", "[1]"),
        ("timelinejs", "t.json", "[" * 100_000),
        ("timelinejs", "t.json", '{"scale": "cosmological", "events": []}'),
        ("timelinejs", "t.csv", "a,b\n1,2\n"),
        ("ucdp", "u.csv", "id,year\n1,2\n"),
        ("ucdp", "u.csv", ""),
        ("csv", "events.csv", "id,name\n"),
    ],
)
def test_a_file_that_is_something_else_is_wrong_use(
    fresh: Path, form: str, name: str, text: str
) -> None:
    before = contents(fresh)
    run(fresh, form, name, text, exit_code=2)
    assert contents(fresh) == before


def test_a_file_by_the_name_of_json_is_read_as_json(fresh: Path) -> None:
    (fresh / "t.json").write_text("no JSON")
    done = run_command("import", "timelinejs", "t.json", cwd=fresh)
    assert done.returncode == 2
    assert "t.json: this is not JSON" in done.stderr


def test_a_row_of_ucdp(fresh: Path) -> None:
    chronology, report = run(fresh, "ucdp", "ged.csv", UCDP + ucdp())
    event = only(chronology)
    assert event.id == "2001-02-03-ucdp-7"
    assert event.date.text == "2001-02-03"
    [account] = event.accounts
    assert account.source == "ged-csv"
    assert account.locator == "id 7"
    assert 'Based on: Wire, 2001-02-05, "Pause" ends, fights begin; Post' in account.says
    assert "Their source: A spokesman." in account.says
    figures = [(f.measure, f.of, f.value, f.min, f.max, f.scope) for f in account.figures]
    assert figures == [
        ("killed", None, 3, None, None, "best estimate"),
        ("killed", None, None, 2, 30, "low to high estimate"),
        ("killed", "side-a", 1, None, None, None),
        ("killed", "side-b", 2, None, None, None),
        ("killed", "civilians", 0, None, None, None),
        ("killed", "unknown-side", 0, None, None, None),
    ]
    place = chronology.places["river-bend"]
    assert (place.lat, place.lon, place.precision) == (45.5, -12.25, "town")
    assert chronology.actors["government-of-uplands"].kind == "government"
    assert report == "all rows: left out: the columns year\n"


@pytest.mark.parametrize(
    ("start", "end", "prec", "clarity", "edtf"),
    [
        ("2001-02-03", "2001-02-03", "1", "1", "2001-02-03"),
        ("2001-02-03 00:00:00.000", "2001-02-05", "2", "1", "[2001-02-03..2001-02-05]"),
        ("2001-02-03", "2001-02-04", "2", "1", "[2001-02-03,2001-02-04]"),
        ("2001-02-03", "2001-02-05", "2", "2", "2001-02-03/2001-02-05"),
        ("2001-02-01", "2001-02-28", "4", "1", "2001-02"),
        ("2001-02-01", "2001-02-28", "4", "2", "2001-02-01/2001-02-28"),
        ("2001-02-01", "2001-02-20", "4", "1", "[2001-02-01..2001-02-20]"),
        ("2001-01-01", "2001-12-31", "5", "1", "2001"),
        ("2001-02-03", "2001-02-03", "3", "1", "2001-02-03~"),
    ],
)
def test_the_precision_of_ucdp(
    fresh: Path, start: str, end: str, prec: str, clarity: str, edtf: str
) -> None:
    row = ucdp(date_start=start, date_end=end, date_prec=prec, event_clarity=clarity)
    assert only(run(fresh, "ucdp", "ged.csv", UCDP + row)[0]).date.text == edtf


def test_no_people_is_taken_for_an_armed_group(fresh: Path) -> None:
    rows = [
        ucdp(id="1", side_b="URF"),
        ucdp(id="2", type_of_violence="2", side_a="Rivermen (Uplands)", side_b="LRF - M"),
        ucdp(id="3", type_of_violence="3", side_b="Civilians"),
    ]
    actors = run(fresh, "ucdp", "ged.csv", UCDP + "".join(rows))[0].actors
    assert {actor.name: actor.kind for actor in actors.values()} == {
        "Government of Uplands": "government",
        "URF": "armed group",
        "Rivermen (Uplands)": "population",
        "LRF - M": "armed group",
        "Civilians": "population",
    }


def test_broken_rows_of_ucdp_are_named_and_the_rest_stands(fresh: Path) -> None:
    rows = [
        "#id,#date" + "," * 25 + "\n",
        ucdp(id="1", date_start="2001-13-01"),
        ucdp(id="2", date_start="2001-02-05"),
        ucdp(id="3", date_prec="9"),
        "a,b\n",
        ucdp(id="4", low="40", latitude="north", deaths_a="-1"),
        ucdp(id="", best="1"),
    ]
    chronology, report = run(fresh, "ucdp", "ged.csv", UCDP + "".join(rows), exit_code=1)
    assert only(chronology).id == "2001-02-03-ucdp-4"
    assert report.splitlines() == [
        "row 3: broken: '2001-13-01' to '2001-02-03' are no days",
        "row 4: broken: date_start 2001-02-05 is after date_end 2001-02-03",
        "row 5: broken: date_prec '9' is none of 1 to 5",
        "row 6: broken: 2 cells, not 27",
        "row 7: left out: the coordinates north -12.25",
        "row 7: left out: deaths_a '-1', which is no number",
        "row 7: left out: the range, for low 40 is above high 30",
        "row 8: broken: it has no id",
        "all rows: left out: the columns year",
    ]


def test_names_are_matched_to_the_registries(fresh: Path) -> None:
    (fresh / "events/actors.yml").write_text("front: {name: RF, kind: armed group, "
                                             "also: [River  front]}\n")  # fmt: skip
    (fresh / "events/places.yml").write_text(
        "bend: {name: River Bend, lat: 45.6, lon: -12.2}\nhill: {name: Hill, lat: 1, lon: 1}\n"
    )
    (fresh / "events/sources.yml").write_text("wire: {outlet: W, published: 2001}\n")
    (fresh / "events/2000").mkdir()
    (fresh / "events/2000/2000-x.yml").write_text(
        "title: X\nadded: 2001-01-01\ndate: 2000\ndate_basis: B\nkind: works\nsummary: S\n"
        "actors: [{id: front}]\nplaces: [bend, hill]\n"
        "accounts: [{source: wire, locator: p, says: S}]\n"
    )
    rows = ucdp(id="1") + ucdp(id="2", where_coordinates="Hill")
    chronology, _ = run(fresh, "ucdp", "ged.csv", UCDP + rows)
    first, second = chronology.events[1:]
    assert [role.id for role in first.actors] == ["government-of-uplands", "front"]
    assert first.places == ("bend",)
    assert second.places == ("hill-2",)  # another hill, far away


def test_a_second_import_changes_nothing(fresh: Path) -> None:
    for form, name, content in (
        ("timelinejs", "t.json", slides({"start_date": {"year": 1999}})),
        ("ucdp", "ged.csv", UCDP + ucdp() + ucdp(id="8")),
        ("csv", "events.csv", "id,title,date\n,Without an id,2001\n2002-x,X,2002\n"),
    ):
        run(fresh, form, name, content)
        before = contents(fresh)
        _, report = run(fresh, form, name, content)
        assert "already there, and left as it is" in report
        assert contents(fresh) == before


def test_what_stands_in_the_files_is_untouched(fresh: Path) -> None:
    registry = "# people\nfront: {name: River Front, kind: armed group}  # known"
    (fresh / "events/actors.yml").write_text(registry)
    (fresh / "events/sources.yml").write_text("wire: {outlet: W, published: 2001}\n")
    (fresh / "events/2000").mkdir()
    event = (
        "title: X\nadded: 2001-01-01\ndate: 2000\ndate_basis: B\nkind: works\nsummary: S\n"
        "actors: [{id: front}]\naccounts: [{source: wire, locator: p, says: S}]\n"
    )
    (fresh / "events/2000/2000-x.yml").write_text(event)
    run(fresh, "ucdp", "ged.csv", UCDP + ucdp())
    assert (fresh / "events/actors.yml").read_text().startswith(registry)
    assert (fresh / "events/2000/2000-x.yml").read_text() == event
    facts = (fresh / "events/chronology.yml").read_text().splitlines()
    assert [line for line in facts if line in FACTS.splitlines()] == FACTS.splitlines()


def test_an_id_that_is_taken_gets_a_number(fresh: Path) -> None:
    run(fresh, "timelinejs", "one.json", slides({"start_date": {"year": 1999}}))
    chronology, _ = run(fresh, "timelinejs", "two.json", slides({"start_date": {"year": 1999}}))
    assert [event.id for event in chronology.events] == ["1999-slide-1", "1999-slide-1-2"]


def test_words_that_take_a_side_are_replaced_and_told(fresh: Path) -> None:
    slide = {
        "start_date": {"year": 1999},
        "text": {"headline": "Thieves", "text": "The thieves, called \"thieves\"."},
    }  # fmt: skip
    chronology, report = run(fresh, "timelinejs", "t.json", {"events": [slide]})
    assert only(chronology).title == "takers"
    assert only(chronology).summary == 'The takers, called "thieves".'
    assert "event 1: title: a word that takes a side was replaced" in report


def test_nothing_is_imported_into_broken_data(fresh: Path) -> None:
    (fresh / "events/actors.yml").write_text("a: [\n")
    before = contents(fresh)
    with pytest.raises(AssertionError, match="E103"):
        run(fresh, "timelinejs", "t.json", slides({"start_date": {"year": 1999}}))
    assert contents(fresh) == before


def test_our_tables_come_back(fresh: Path) -> None:
    original, _ = read(RIVERS, RIVERS / "events")
    (fresh / "in").mkdir()
    for path, text in exported(original).items():
        if path.startswith("data/") and path.endswith(".csv") and "spreadsheet" not in path:
            (fresh / "in" / Path(path).name).write_bytes(text)
    (fresh / "events/chronology.yml").write_text(
        FACTS.replace("works: {name: Works}", "x: {name: X}")
    )
    events = (fresh / "in/events.csv").read_bytes().decode()
    chronology, report = run(fresh, "csv", "events.csv", events)
    for event in original.events:
        found = chronology.by_id[event.id]
        lost = {"path": found.path, "corrections": event.corrections, "draft": False}
        # Without the archived text, paragraphs are words.
        accounts = tuple(
            account.model_copy(update={"paragraphs": old.paragraphs, "locator": old.locator})
            for account, old in zip(found.accounts, event.accounts, strict=True)
        )
        assert found.model_copy(update={**lost, "accounts": accounts, "path": event.path}) == event
    [told] = chronology.by_id["1998-pumping-begins"].accounts
    assert told.locator == "paragraph 5"
    assert chronology.actors == original.actors
    assert chronology.places == original.places
    assert chronology.sources["courier-2021-05-07"] == original.sources["courier-2021-05-07"]
    assert report == ""


def test_a_row_that_breaks_a_rule_is_left_out_with_its_relations(fresh: Path) -> None:
    text = (
        "id,title,date,follows\n2001-a,A,2001,\n2000-b,B,2000,2001-a\n2002-c,C,2002,2000-b\n"
        "2003-d,D,2003?~,\n2004-e,E,2004,9999-none\n"
    )
    chronology, report = run(fresh, "csv", "events.csv", text, exit_code=1)
    assert [event.id for event in chronology.events] == ["2001-a", "2002-c", "2004-e"]
    assert [line.split(" (")[0] for line in report.splitlines()] == [
        "row 5: broken: both qualifiers together are %: '2003?~'",
        "row 6: left out: follows '9999-none', which is no event",
        "row 3: broken: E406 '2001-a' is later",
        "row 4: left out: follows '2000-b', which is no event",
    ]


def test_the_dates_of_our_timeline_come_back(fresh: Path, tmp_path: Path) -> None:
    text = exported(dated(tmp_path / "dates"))["data/timelinejs.json"].decode()
    chronology, _ = run(fresh, "timelinejs", "t.json", text)
    assert {named(event.id): event.date.text for event in chronology.events} == DATES


REAL = ROOT.parent / "shared" / "data"


@pytest.mark.skipif(not REAL.is_dir(), reason="the files of ../shared/data are not at hand")
def test_real_files(fresh: Path) -> None:
    counts = {}
    files = [*sorted(REAL.glob("timelinejs/*")), *sorted(REAL.glob("*.csv"))]
    for file in files:
        form = "ucdp" if file.name.startswith("ucdp") else "timelinejs"
        before, _ = read(fresh, fresh / "events")
        after, _ = run(fresh, form, file.name, file.read_text("utf-8"))
        counts[file.name] = len(after.events) - len(before.events)
    assert counts == {
        "all-media-types.json": 41, "eras.json": 23, "women_in_computing.csv": 10,
        "women_in_computing.json": 10, "ucdp-ged191-sample.csv": 400,
    }  # fmt: skip
