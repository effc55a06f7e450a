"""An event that was taken back: its address, the day and the reason stay, and nothing else."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.diff.changes import compare
from generator.model.output import Output
from generator.pipeline import Site, build, search_index
from generator.validation.check import check
from tests.support.data_readers import csv_rows, database, sheets
from tests.support.projects import RIVERS, edit
from tests.support.rendered_page import ShownPage

PAUSE = "2021-05-04-pause-in-pumping"
FILE = f"events/2021/{PAUSE}.yml"
WHY = "It could harm somebody."
WITHHELD = f"withheld: {{on: 2021-08-01, why: {WHY}}}\n"


def _site(project: Path) -> Site:
    return build(project, project / "events", {})


def _outputs(site: Site) -> dict[str, Output]:
    return {output.path: output for output in site.outputs}


@pytest.fixture(params=[False, True], ids=["and nothing else", "and the rest forgotten"])
def withheld(rivers: Path, request: pytest.FixtureRequest) -> Path:
    """The rivers, where the pause is withheld; its text may still stand in the file."""
    told = (rivers / FILE).read_text("utf-8") if request.param else ""
    (rivers / FILE).write_text(told + WITHHELD)
    edit(rivers / "events/sources.yml", ("unused: {4:", "unused: {1-3: withdrawn, 4:"))
    # Who and what the event alone named goes from the registries as well.
    actors = (rivers / "events/actors.yml").read_text("utf-8")
    (rivers / "events/actors.yml").write_text(re.sub(r"(?m)^wire:.*\n(?: .*\n)*", "", actors))
    return rivers


def test_its_page_and_its_data_say_so(withheld: Path) -> None:
    site = _site(withheld)
    assert site.problems == ()
    outputs = _outputs(site)
    page = ShownPage(outputs[f"events/{PAUSE}/index.md"])
    assert page.meta["title"] == f"Withheld&#58; {PAUSE}"
    assert next(text for text in page.dom.texts if text.strip()) == "Withheld"
    assert not [f.path for f in search_index(site.chronology, ()) if PAUSE in str(f.content)]
    assert page.meta["changed"] == "2021-08-01"
    assert WHY in page.dom.text
    assert "1 August 2021" in page.dom.text
    left = {
        "id": PAUSE,
        "url": f"https://rivers.example/events/{PAUSE}/",
        "withheld": {"on": "2021-08-01", "why": WHY},
    }
    assert json.loads(outputs[f"events/{PAUSE}/event.json"].content) == {"format": 2, **left}
    assert json.loads(outputs["data/chronology.json"].content)["withheld"] == [left]


def test_the_tables_have_a_row_of_it(withheld: Path) -> None:
    """So that a reader of data sees that the id was withheld, and is not only gone."""
    outputs = _outputs(_site(withheld))
    files = {
        path: output.content if isinstance(output.content, bytes) else output.content.encode()
        for path, output in outputs.items()
    }
    row = {"id": PAUSE, "withheld_on": "2021-08-01", "withheld_why": WHY}
    assert csv_rows(files, "withheld") == [row]
    assert sheets(files)["withheld"] == [row]
    assert [dict(found) for found in database(files).execute("SELECT * FROM withheld")] == [row]
    for table in ("events", "accounts", "figures", "differences", "first_told"):
        query = f"SELECT count(*) FROM {table} WHERE {'id' if table == 'events' else 'event'} = ?"
        assert database(files).execute(query, [PAUSE]).fetchone()[0] == 0


def test_feeds_and_changes_tell_it(withheld: Path) -> None:
    outputs = _outputs(_site(withheld))
    entry = str(outputs["data/chronology.atom"].content).split("<entry>")[1]
    assert f"<id>tag:rivers.example,2021:events/{PAUSE}</id>" in entry  # the same as before
    assert f"<summary>Withheld. Why: {WHY}</summary>" in entry
    first, *_ = json.loads(outputs["data/changes.json"].content)["changes"]
    assert (first["kind"], first["event"], first["on"]) == ("withheld", PAUSE, "2021-08-01")
    assert "title" not in first
    assert f"Withheld. Why: {WHY}" in ShownPage(outputs["changes/index.md"]).dom.text


def test_nothing_of_it_is_left_in_any_output(withheld: Path) -> None:
    """Not its title, texts, figures, labels or corrections; not where another event names it."""
    site = _site(withheld)
    assert site.chronology.by_id["2021-05-06-gate-opens"].follows == ()
    gone = (
        b"announce a pause", b"offered the pause", b"asked for the pause",
        b"the stewards", b"1200", b"Who signed", b"displaced, The Gazette",
    )  # fmt: skip
    for output in site.outputs:
        if "/" not in output.path and output.path != "index.md":
            continue  # written by hand, for every chronology
        content = output.content
        data = content.encode() if isinstance(content, str) else content
        assert [words for words in gone if words in data] == [], output.path


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("withheld: {on: 2021-08-01}\n", "1:11: E201 'why' is missing"),
        ("withheld: {why: So.}\n", "1:11: E201 'on' is missing"),
        ("withheld: true\n", "1:11: E202 expected keys with values, found text"),
        (f"{WITHHELD}titel: X\n", "2:1: E200 unknown key 'titel'"),
    ],
)
def test_a_withdrawal_that_is_none_shows_nothing_either(
    rivers: Path, written: str, problem: str
) -> None:
    (rivers / FILE).write_text(written)
    site = _site(rivers)
    assert any(f"{FILE}:{problem}" in str(found) for found in site.problems)
    assert f"events/{PAUSE}/index.md" not in _outputs(site)


def test_diff_tells_it_without_what_is_withheld(withheld: Path, tmp_path: Path) -> None:
    before, _ = check(RIVERS, RIVERS / "events")
    after, _ = check(withheld, withheld / "events")
    told = {event.id: event for event in compare(before, after).events}
    assert (told[PAUSE].title, told[PAUSE].state, told[PAUSE].changes) == (PAUSE, "withheld", ())
    assert compare(before, after).is_open
    again = Path(shutil.copytree(withheld, tmp_path / "again"))
    (again / FILE).unlink()
    [gone] = compare(after, check(again, again / "events")[0]).events
    assert (gone.state, gone.needs_correction) == ("removed", True)


@pytest.mark.parametrize(("day", "is_open"), [("2021-05-05", False), ("2021-05-06", True)])
def test_diff_catches_a_withdrawal_before_the_publication(
    withheld: Path, day: str, is_open: bool
) -> None:
    before, _ = check(RIVERS, RIVERS / "events")
    edit(withheld / FILE, ("on: 2021-08-01", f"on: {day}"))
    after, _ = check(withheld, withheld / "events")
    assert compare(before, after).is_open is is_open


def test_the_day_of_a_withdrawal_is_a_change(withheld: Path) -> None:
    assert _site(withheld).chronology.changed == date(2021, 8, 1)
