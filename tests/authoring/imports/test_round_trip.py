"""Our tables out, into an empty chronology, out again: the same bytes, drafts excepted."""

import csv
import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from generator.authoring.imports import READERS
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.plan import Plan, plan
from generator.model.dates import parse_date
from generator.model.order import in_order
from generator.model.records import Chronology
from generator.validation.check import check
from tests.support.date_table import GOOD_ROWS
from tests.support.exported_files import DATES, export_files, load_dates
from tests.support.hostile_texts import Hostile
from tests.support.projects import ROOT

FORMS = {"csv": "events.csv", "xlsx": "chronology.xlsx"}


def out_and_in(
    original: Chronology, form: str, folder: Path, leave_out: tuple[str, ...] = ()
) -> tuple[dict[str, bytes], dict[str, bytes], Plan]:
    """Return the tables of a chronology, those of what its import gives, and the report."""
    before = export_files(original)
    for path, content in before.items():
        if path.endswith((".csv", ".xlsx")) and path not in leave_out:
            (folder / Path(path).name).write_bytes(content)
    events = folder / "fresh" / "events"
    events.mkdir(parents=True)
    title = json.dumps(original.settings.title)
    (events / "chronology.yml").write_text(f"title: {title}\n", "utf-8")
    empty, problems = check(events.parent, events)
    assert problems == ()
    registries, file = Registries(empty), folder / FORMS[form]
    planned = plan(events, registries, file, READERS[form](file, registries), date(2026, 1, 9))
    assert planned.problems == ()
    for path, text in planned.files.items():
        assert text is not None
        (events / path).parent.mkdir(exist_ok=True)
        (events / path).write_text(text, "utf-8")
    after = export_files(check(events.parent, events).chronology)
    return tables(before), tables(after), planned


def tables(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if path.endswith(".csv")}


@pytest.mark.parametrize("form", FORMS)
def test_everything_comes_back(form: str, rivers_chronology: Chronology, tmp_path: Path) -> None:
    before, after, planned = out_and_in(rivers_chronology, form, tmp_path)
    assert planned.report.lines == ()
    assert after == before


ALL_DATES = {*DATES.values(), *(row[0] for row in GOOD_ROWS)}


def _with_dates(chronology: Chronology, dates: Iterable[str]) -> Chronology:
    """Return a chronology with an event for each date, which an account and a figure give too."""
    template = chronology.events[0]
    [first, *_] = template.accounts
    events = []
    for n, text in enumerate(sorted(dates)):
        date = parse_date(text)
        figures = tuple(figure.model_copy(update={"as_of": date}) for figure in first.figures)
        given = {"date": date, "figures": figures, "paragraphs": (), "locator": "page 1"}
        account = first.model_copy(update=given)
        year = f"{date.anchor.year:04}"
        given = {"id": f"{year}-event-{n}", "date": date, "accounts": (account,), "follows": ()}
        events.append(template.model_copy(update=given))
    unread: dict[str, object] = {
        "published": parse_date("../9999"),
        "text": None,
        "unused": {},
        "left_out": (),
    }
    sources = {id: source.model_copy(update=unread) for id, source in chronology.sources.items()}
    return replace(chronology, sources=sources, events=in_order(events))


@pytest.mark.parametrize("form", FORMS)
def test_every_date_comes_back(form: str, rivers_chronology: Chronology, tmp_path: Path) -> None:
    original = _with_dates(rivers_chronology, ALL_DATES)
    before, after, planned = out_and_in(original, form, tmp_path)
    written = {row["date"] for row in csv.DictReader(StringIO(after["data/events.csv"].decode()))}
    assert written == ALL_DATES
    for table in ("data/events.csv", "data/accounts.csv", "data/figures.csv"):
        assert after[table] == before[table]
    assert not [line for line in planned.report.lines if "nothing uses" not in line]


def test_every_date_comes_back_from_timelinejs(tmp_path: Path) -> None:
    original = load_dates(tmp_path / "one")
    file = tmp_path / "timeline.json"
    file.write_bytes(export_files(original)["data/timelinejs.json"])
    events = tmp_path / "two" / "events"
    events.mkdir(parents=True)
    (events / "chronology.yml").write_text("title: Dates\n", "utf-8")
    registries = Registries(check(events.parent, events).chronology)
    imported = READERS["timelinejs"](file, registries)
    assert {str(event.data["date"]) for event in imported.events} == set(DATES.values())


def test_every_date_stands_as_written_in_json_and_sqlite(
    rivers_chronology: Chronology, tmp_path: Path
) -> None:
    files = export_files(_with_dates(rivers_chronology, ALL_DATES))
    events = json.loads(files["data/chronology.json"])["events"]
    assert {event["date"] for event in events} == ALL_DATES
    assert {account["date"] for event in events for account in event["accounts"]} == ALL_DATES
    database = tmp_path / "chronology.sqlite"
    database.write_bytes(files["data/chronology.sqlite"])
    with closing(sqlite3.connect(database)) as connection:
        for table in ("events", "accounts"):
            rows = connection.execute(f"SELECT date FROM {table}")
            assert {row[0] for row in rows} == ALL_DATES


@pytest.mark.parametrize("form", FORMS)
def test_hostile_texts_come_back(form: str, rivers_chronology: Chronology, tmp_path: Path) -> None:
    hostile = Hostile().chronology(rivers_chronology)
    unread = {
        id: source.model_copy(update={"text": None, "unused": {}, "left_out": ()})
        for id, source in hostile.sources.items()
    }
    accounts_have_words = tuple(
        event.model_copy(
            update={
                "accounts": tuple(
                    account.model_copy(
                        update={"paragraphs": (), "locator": account.locator or "page 7"}
                    )
                    for account in event.accounts
                )
            }
        )
        for event in hostile.events
    )
    hostile = replace(hostile, sources=unread, events=accounts_have_words)
    before, after, planned = out_and_in(hostile, form, tmp_path)
    assert planned.report.lines == ()
    assert after == before


@pytest.mark.own_data
def test_the_real_chronology_comes_back(tmp_path: Path) -> None:
    original, problems = check(ROOT, ROOT / "events")
    assert problems == ()
    before, after, planned = out_and_in(original, "csv", tmp_path)
    assert planned.report.lines == ()
    assert after == before


def test_what_is_left_out_is_told_by_row_and_column(
    rivers_chronology: Chronology, tmp_path: Path
) -> None:
    first, *others = rivers_chronology.events
    broken = first.model_copy(update={"title": " "})
    changed = replace(rivers_chronology, events=(broken, *others))
    _, after, planned = out_and_in(changed, "csv", tmp_path)
    assert first.id.encode() not in after["data/events.csv"]
    lines = planned.report.lines
    assert "row 2: broken: title is empty: write what happened, in one line" in lines
    assert "row 3: left out: follows '1998-pumping-begins', which is no event" in lines
    assert "sources.csv, row 2: left out: text, which tells of events that are not there" in lines
    assert any(
        line.startswith("row 3: of 'gazette-2021-05-05' there is no text to cite paragraphs of")
        for line in lines
    )
