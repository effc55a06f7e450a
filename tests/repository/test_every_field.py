"""Every field of every record reaches pages, JSON, CSV, SQLite and `diff`, or is excepted here.

Each test puts a value that stands nowhere else into one field of a record and looks for it. A new
field of the model is tested without a line here; where it does not arrive, the test that fails
names it: `test_a_field_is_published[page-Event.title]`.
"""

import csv
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.authoring.diff.changes import compare
from generator.exports import export
from generator.model.output import Output
from generator.model.records import (
    Account,
    Actor,
    ArchivedText,
    Capture,
    Correction,
    Event,
    Figure,
    LeftOut,
    Measure,
    Office,
    Place,
    Record,
    Repository,
    Role,
    Settings,
    Source,
    Term,
)
from generator.rendering.site_pages import render
from tests.support.changed_records import base_chronology, sample_value, with_value
from tests.support.projects import ROOT
from tests.support.rendered_page import ShownPage

PUBLISHED = (
    Event, Role, Account, Figure, Correction, Actor, Office, Place, Source, Capture, ArchivedText,
    LeftOut,
)  # fmt: skip
"""The records that readers see."""
RECORDS = (*PUBLISHED, Settings, Repository, Term, Measure)
"""With what a chronology says of itself, which `diff` compares as well."""
_RECORD_AND_NAME = {
    f"{record.__name__}.{name}": (record, name)
    for record in RECORDS
    for name in record.model_fields
}

_PAGES_AND_FILES = ("page", "json", "csv", "sqlite", "workbook")
EXCEPTIONS: Mapping[str, str] = {
    **{
        f"{place}-{record}.id": "its address, by which the tests here find every page and file"
        for place in _PAGES_AND_FILES
        for record in ("Event", "Actor", "Place", "Source")
    },
    **{
        f"{place}-{record}.draft": "no draft is published"
        for place in _PAGES_AND_FILES
        for record in ("Event", "Actor", "Place", "Source")
    },
    **{
        f"{place}-{record}.path": "where a file lies is told by a link alone, where the chronology "
        "names a repository"
        for place in _PAGES_AND_FILES
        for record in ("Event", "Actor", "Place", "Source")
    },
    "page-ArchivedText.body": "the page counts these paragraphs and marks those outside",
}  # fmt: skip
"""Where a field is not, or no field of a record is, and why."""
_FILES = {"Actor.path", "Place.path", "Source.path"}
"""That a record lies in another file of its registry is no change of the data."""


@lru_cache(3)  # of none, and of the field that is looked for in one place after the other
def _outputs(key: str) -> dict[str, Output]:
    """Return pages and data files by path, of the chronology in which one field is changed."""
    record, _, name = key.partition(".")
    chronology = base_chronology()
    if name:
        [kind] = [kind for kind in PUBLISHED if kind.__name__ == record]
        chronology, _, _ = with_value(kind, name, sample_value(kind, name)[0])
    outputs = (
        *export(chronology, is_late=True).outputs,
        *render(chronology, are_pages_late=True),
    )
    return {output.path: output for output in outputs}


def _page(outputs: Mapping[str, Output], registry: str, id: str) -> str:
    """Return what readers see of a record on its page, machines' attributes included."""
    page = ShownPage(outputs[f"{registry}/{id}/index.md"])
    dom = page.dom
    attributes = [value or "" for _, pairs in dom.elements for value in pairs.values()]
    return f"{page.meta.get('title')} {dom.text} {' '.join(attributes)}"


def _json(outputs: Mapping[str, Output], registry: str, id: str) -> str:
    document = json.loads(outputs["data/chronology.json"].content)
    [record] = [record for record in document[registry] if record["id"] == id]
    return json.dumps(record, ensure_ascii=False)


def _csv(outputs: Mapping[str, Output], registry: str, id: str) -> str:
    """Return the rows of all tables that name a record."""
    rows: list[list[str]] = []
    for path, output in outputs.items():
        if path.endswith(".csv") and isinstance(output.content, bytes):
            rows += csv.reader(io.StringIO(output.content.decode(), newline=""))
    return _rows_of(rows, id)


def _rows_of(rows: Iterable[Sequence[object]], id: str) -> str:
    """Return the rows that begin with the id of a record."""
    return str([row for row in rows if row[0] == id])


def _workbook(outputs: Mapping[str, Output], registry: str, id: str) -> str:
    content = outputs["data/chronology.xlsx"].content
    assert isinstance(content, bytes)
    return _rows_of(_rows_of_workbook(content), id)


def _rows_of_workbook(content: bytes) -> list[Sequence[object]]:
    book = load_workbook(io.BytesIO(content), read_only=True)
    rows = [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]
    return [row for row in rows if row]


def _sqlite(outputs: Mapping[str, Output], registry: str, id: str) -> str:
    content = outputs["data/chronology.sqlite"].content
    assert isinstance(content, bytes)
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(content)
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'"
        tables = [name for [name] in connection.execute(query)]
        rows = [row for name in tables for row in connection.execute(f"SELECT * FROM {name}")]
    connection.close()
    return _rows_of(rows, id)


READERS: Mapping[str, Callable[[Mapping[str, Output], str, str], str]] = {
    "page": _page,
    "json": _json,
    "csv": _csv,
    "sqlite": _sqlite,
    "workbook": _workbook,
}


@cache
def _before(place: str, registry: str, id: str) -> str:
    """Return what is read of a record in a place before a field is changed."""
    return READERS[place](_outputs(""), registry, id)


def _fields(records: tuple[type[Record], ...]) -> list[str]:
    return [f"{record.__name__}.{name}" for record in records for name in record.model_fields]


def _is_excepted(place: str, field: str) -> bool:
    return not EXCEPTIONS.keys().isdisjoint((f"{place}-{field}", f"{place}-{field.split('.')[0]}"))


@pytest.mark.parametrize(
    ("place", "field"),
    [
        pytest.param(place, field, id=f"{place}-{field}")
        for field in _fields(PUBLISHED)
        for place in READERS
        if not _is_excepted(place, field)
    ],
)
def test_a_field_is_published(place: str, field: str) -> None:
    record, name = _RECORD_AND_NAME[field]
    value, shown = sample_value(record, name)
    _, registry, id = with_value(record, name, value)
    assert not re.search(shown, _before(place, registry, id), re.IGNORECASE)
    after = READERS[place](_outputs(field), registry, id)
    assert re.search(shown, after, re.IGNORECASE), (
        f"{field} does not reach {place}: publish it there, or say in EXCEPTIONS why not"
    )


def test_every_exception_is_of_a_field_or_a_record_that_there_is() -> None:
    names = {*_RECORD_AND_NAME, *(record.__name__ for record in RECORDS)}
    assert {key.partition("-")[2] for key in EXCEPTIONS} <= names


@pytest.mark.parametrize("field", [field for field in _fields(RECORDS) if field not in _FILES])
def test_a_change_of_a_field_is_told_by_diff(field: str) -> None:
    record, name = _RECORD_AND_NAME[field]
    chronology, _, id = with_value(record, name, sample_value(record, name)[0])
    changes = compare(base_chronology(), chronology)
    events = {event.id for event in changes.events if event.changes or event.state != "changed"}
    records = {change.id for change in changes.records}
    assert id in events | records, f"a change of {field} is not told"


def test_a_new_field_of_an_event_arrives_or_a_test_names_it(tmp_path: Path) -> None:
    """The field is really added, in a copy of the repository."""
    for folder in ("generator", "tests"):
        # What is compiled comes along, but for what is just being written.
        ignored = shutil.ignore_patterns("*.pyc.*", "theme", "node_modules")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    records = tmp_path / "generator/model/records/event.py"
    text = records.read_text("utf-8")
    before = "    corrections: tuple[Correction, ...] = ()\n"
    assert text.count(before) == 1
    added = '    probe_field: OurLine | None = None\n    """What came of it."""\n'
    records.write_text(text.replace(before, added + before), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--noconftest", "-p", "no:cacheprovider", "-rA", "-q",
         "-c", os.devnull, f"--rootdir={tmp_path}", __file__.replace(str(ROOT), str(tmp_path)),
         "-k", "probe_field"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )  # fmt: skip
    outcomes = {
        name: state for state, name in re.findall(r"(?m)^(PASSED|FAILED) .*?\[(.*?)\]", done.stdout)
    }
    assert outcomes == {
        "page-Event.probe_field": "FAILED",  # nobody can say for it where on the page it belongs
        "json-Event.probe_field": "PASSED",
        "csv-Event.probe_field": "PASSED",
        "sqlite-Event.probe_field": "PASSED",
        "workbook-Event.probe_field": "PASSED",
        "Event.probe_field": "PASSED",
    }, done.stdout + done.stderr
