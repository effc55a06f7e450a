"""Imports of any form: valid drafts, a full report. Into what is there: test_what_is_there.py."""

import textwrap
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.authoring.imports import base
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.plan import plan
from generator.pipeline import build
from generator.support.plain_text import slug
from generator.validation.check import check
from tests.support.cli import run
from tests.support.import_runs import UCDP_HEAD, import_file, only_event, ucdp_row
from tests.support.projects import ROOT, read_files


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
    before = read_files(fresh / "events")
    import_file(fresh, form, name, text, exit_code=2)
    assert read_files(fresh / "events") == before


def test_a_file_by_the_name_of_json_is_read_as_json(fresh: Path) -> None:
    (fresh / "t.json").write_text("no JSON")
    done = run("import", "timelinejs", "t.json", cwd=fresh)
    assert done.returncode == 2
    assert "t.json: this is not JSON" in done.stderr


@pytest.mark.parametrize(
    ("given", "id"),
    [
        ("2021-05-06-gate", "2021-05-06-gate"),
        ("1999-of-another-year", "1999-of-another-year"),
        ("", "2021-05-06-the-gate-opens"),
        ("gate", "2021-05-06-the-gate-opens"),
        ("4711", "2021-05-06-the-gate-opens"),
        ("2021-05-06 Gate", "2021-05-06-the-gate-opens"),
    ],
)
def test_an_id_is_kept_where_it_is_one_of_ours(given: str, id: str, fresh: Path) -> None:
    rows = f"id,title,date\n{given},The gate opens,2021-05-06\n"
    chronology, report = import_file(fresh, "csv", "events.csv", rows)
    assert only_event(chronology).id == id
    assert (f"the id {given!r} became {id!r}" in report) is (given not in {"", id})


def test_dates_as_people_write_them_are_read_and_told(fresh: Path) -> None:
    (fresh / "in").mkdir()
    (fresh / "in/accounts.csv").write_text(
        "event,account,source,says,date\nx,1,gazette,So.,17 mai 1999 14:30\n", "utf-8"
    )
    (fresh / "in/sources.csv").write_text(
        "id,outlet,published\ngazette,Gazette,18 mai 1999\n", "utf-8"
    )
    table = "id,title,date,added\nx,One,mid-May 1999,6 May 2021\ny,Two,the other day,\n"
    chronology, report = import_file(fresh, "csv", "events.csv", table, exit_code=1)
    event = only_event(chronology)
    assert event.date.text == "[1999-05-11..1999-05-20]"
    assert event.added.isoformat() == "2021-05-06"
    assert [account.date and account.date.text for account in event.accounts] == [
        "1999-05-17T14:30"
    ]
    for line in (
        "sources.csv, row 2, published: '18 mai 1999' is read as 1999-05-18: 18 May 1999",
        "row 2, date: 'mid-May 1999' is read as [1999-05-11..1999-05-20]: "
        "between 11 and 20 May 1999",
        "row 2, added: '6 May 2021' is read as 2021-05-06: 6 May 2021",
        "accounts.csv, row 2, date: '17 mai 1999 14:30' is read as 1999-05-17T14:30: "
        "17 May 1999, 14:30",
    ):
        assert line in report.splitlines()
    assert "row 3: broken: a date is written in EDTF: 'the other day'" in report


def test_words_that_take_a_side_are_told_and_left_as_they_are(fresh: Path) -> None:
    slide = {
        "start_date": {"year": 1999},
        "text": {"headline": "Thieves", "text": "The thieves, called \"thieves\"."},
    }  # fmt: skip
    chronology, report = import_file(fresh, "timelinejs", "t.json", {"events": [slide]})
    assert only_event(chronology).title == "Thieves"
    assert only_event(chronology).summary == 'The thieves, called "thieves".'
    assert report.splitlines() == [
        f"event 1: {place}: {word!r} is a word that takes a side, and is left as it is: "
        "word it ('takers'), or quote it, before it is published"
        for place, word in (
            ("title", "Thieves"),
            ("summary", "thieves"),
            ("accounts.0.says", "thieves"),
        )
    ]
    done = run("publish", "--all", cwd=fresh)
    assert done.returncode == 1
    assert (
        "events/1999/1999-thieves.yml:2:8: E510 'Thieves' is a word that takes a side"
        in done.stdout
    )
    assert only_event(chronology).draft


def test_what_an_import_proposes_is_a_draft_that_no_published_page_shows(fresh: Path) -> None:
    chronology, _ = import_file(fresh, "ucdp", "ged.csv", UCDP_HEAD + ucdp_row())
    registries = (chronology.actors, chronology.places, chronology.sources)
    proposed = [record for records in registries for record in records.values()]
    assert len(proposed) == 4
    assert all(record.draft for record in proposed)
    preview = build(fresh, fresh / "events", {}, drafts=True)
    pages = {output.path: str(output.content) for output in preview.outputs}
    for page in ("actors/river-front", "places/river-bend", "sources/ged-csv", "actors", "sources"):
        assert "draft, not published" in pages[f"{page}/index.md"], page
    assert "Proposed by an import: check it." in pages["actors/river-front/index.md"]
    published = build(fresh, fresh / "events", {})
    assert [o.path for o in published.outputs if "river-front" in str(o.content)] == []


def test_lists_typed_into_cells_are_read_where_there_is_no_table_of_them(fresh: Path) -> None:
    (fresh / "in").mkdir()
    (fresh / "in/accounts.csv").write_text(
        "event,account,source,says,according_to,labels,locator\n"
        "2001-a,1,Wire,So.,Council; Guild,council=the old guard;this=a raid,page 1\n"
    )
    (fresh / "in/sources.csv").write_text("id,published\nWire,2001\n")
    text = "id,title,date,actors,places,unknowns\n2001-a,A,2001,Council:acts;Guild,Bend,Who; why\n"
    chronology, report = import_file(fresh, "csv", "events.csv", text)
    event = only_event(chronology)
    assert [(role.id, role.role) for role in event.actors] == [("council", "acts"), ("guild", None)]
    assert (event.places, event.unknowns) == (("bend",), ("Who", "why"))
    [account] = event.accounts
    assert account.according_to == ("council", "guild")
    assert account.labels == {"council": ("the old guard",), "this": ("a raid",)}
    assert report == "sources.csv, row 2: the id 'Wire' became 'wire'\n"


def test_a_row_that_breaks_a_rule_is_left_out_with_its_relations(fresh: Path) -> None:
    text = (
        "id,title,date,follows\n2001-a,A,2001,\n2000-b,B,2000,2001-a\n2002-c,C,2002,2000-b\n"
        "2003-d,D,2003?~,\n2004-e,E,2004,9999-none\n"
    )
    chronology, report = import_file(fresh, "csv", "events.csv", text, exit_code=1)
    assert [event.id for event in chronology.events] == ["2001-a", "2002-c", "2004-e"]
    assert [line.split(" (")[0] for line in report.splitlines()] == [
        "row 5: broken: both qualifiers together are %: '2003?~'",
        "row 6: left out: follows '9999-none', which is no event",
        "row 3: broken: E406 '2001-a' is later",
        "row 4: left out: follows '2000-b', which is no event",
    ]


REAL = ROOT.parent / "shared" / "data"


@pytest.mark.skipif(not REAL.is_dir(), reason="the files of ../shared/data are not at hand")
def test_real_files_of_other_programs_are_imported_whole(fresh: Path) -> None:
    counts = {}
    files = [*sorted(REAL.glob("timelinejs/*")), *sorted(REAL.glob("*.csv"))]
    for file in files:
        form = "ucdp" if file.name.startswith("ucdp") else "timelinejs"
        before, _ = check(fresh, fresh / "events")
        after, _ = import_file(fresh, form, file.name, file.read_text("utf-8"))
        counts[file.name] = len(after.events) - len(before.events)
    assert counts == {
        "all-media-types.json": 41, "eras.json": 23, "women_in_computing.csv": 10,
        "women_in_computing.json": 10, "ucdp-ged191-sample.csv": 400,
    }  # fmt: skip


def test_the_example_of_an_import_works(fresh: Path) -> None:
    """The ten lines in the docstring of `imports/base.py`."""
    assert base.__doc__
    example = base.__doc__.partition("one title a line:\n")[2].partition("\nIds, registries")[0]
    names: dict[str, Any] = {**vars(base), "Registries": Registries, "slug": slug}
    exec(textwrap.dedent(example), names)
    (fresh / "titles.txt").write_text("2001 was dry\n")
    chronology, _ = check(fresh, fresh / "events")
    registries = Registries(chronology)
    imported = names["read_titles"](fresh / "titles.txt", registries)
    drafts = plan(fresh / "events", registries, fresh / "titles.txt", imported, date(2026, 1, 9))
    assert drafts.problems == ()
    assert "2001/2001-2001-was-dry.yml" in drafts.files
