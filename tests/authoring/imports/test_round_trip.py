"""Our tables out, into an empty chronology, out again: the same bytes, drafts excepted."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.imports import READERS
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.plan import Plan, plan
from generator.model.records import Chronology
from generator.validation.check import check
from tests.support.exported_files import export_files
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
    changed = rivers_chronology.with_events((broken, *others))
    _, after, planned = out_and_in(changed, "csv", tmp_path)
    assert first.id.encode() not in after["data/events.csv"]
    lines = planned.report.lines
    assert "row 2: broken: it has no title" in lines
    assert "row 3: left out: follows '1998-pumping-begins', which is no event" in lines
    assert "sources.csv, row 2: left out: text, which tells of events that are not there" in lines
    assert any(
        line.startswith("row 3: of 'gazette-2021-05-05' there is no text to cite paragraphs of")
        for line in lines
    )
