"""What a chronology may do without, as other programs read what is written of it then."""

import io
import json
import warnings
from collections.abc import Mapping
from pathlib import Path

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from generator.loading.loader import load
from tests.support.data_readers import ask, database, sheets
from tests.support.exported_files import TAGGED, export_files
from tests.support.projects import WriteProject
from tests.support.table_readers import data_package_report, read_by_csvw

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import feedparser  # type: ignore[import-untyped]

EVENT = (
    "title: A gate opens\nadded: 2023-01-02\ndate: {date}\ndate_basis: Made.\nkind: works\n"
    "summary: Made for a test.\naccounts: [{{source: wire, locator: page 1, says: So.}}]\n"
)
SOURCE = "wire: {outlet: The Wire, published: '%s'}\n"
CASES: Mapping[str, Mapping[str, str]] = {
    "no event": {},
    "one event, without a place or an actor": {
        "sources.yml": SOURCE % "2022-12-01",
        "2022/2022-gate.yml": EVENT.format(date="2022-11-20"),
    },
    "a source of which hardly a date is known": {
        "sources.yml": SOURCE % "../2099",
        "2022/2022-gate.yml": EVENT.format(date="2022-11-20"),
    },
    "an event that no calendar has": {
        "sources.yml": SOURCE % "19XX",
        "1900/1900-gate.yml": EVENT.format(date="19XX"),
    },
    "an event that was withheld, and no other": {
        "2022/2022-gate.yml": "withheld: {on: 2023-02-03, why: It could harm somebody.}\n",
    },
}


@pytest.fixture(params=[*CASES.values()], ids=[*CASES])
def files(request: pytest.FixtureRequest, write_project: WriteProject) -> Mapping[str, bytes]:
    head = f"title: Odd\nkinds: {{works: {{name: Works}}}}\n{TAGGED}"
    written = {f"events/{path}": text for path, text in request.param.items()}
    project = write_project({"events/chronology.yml": head, **written})
    loaded = load(project, project / "events")
    assert loaded.problems == ()
    return export_files(loaded.chronology)


@pytest.mark.filterwarnings("ignore")
def test_programs_read_the_tables(files: Mapping[str, bytes], tmp_path: Path) -> None:
    for path, content in files.items():
        if path.startswith("data/"):
            (tmp_path / Path(path).name).write_bytes(content)
    assert read_by_csvw(tmp_path).is_valid
    report = data_package_report(tmp_path)
    assert report.flatten(["title", "rowNumber", "fieldName", "note"]) == []
    connection = database(dict(files))
    assert ask(connection, "PRAGMA integrity_check") == [("ok",)]
    assert ask(connection, "PRAGMA foreign_key_check") == []
    for view in ("accounts_side_by_side", "figures_by_speaker", "first_told", "events_by_month"):
        ask(connection, f"SELECT * FROM {view}")
    assert "codebook" in sheets(dict(files))


@pytest.mark.filterwarnings("ignore")
def test_programs_read_feeds_calendar_and_json(files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        if path.endswith(".atom"):
            assert not feedparser.parse(io.BytesIO(content)).bozo, path
        if path.endswith(".ics"):
            assert Calendar.from_ical(content).errors == []
        if path.endswith((".json", ".geojson")):
            json.loads(content)
    schema = json.loads(files["data/chronology.schema.json"])
    document = json.loads(files["data/chronology.json"])
    assert [*Draft202012Validator(schema).iter_errors(document)] == []
    assert json.loads(files["data/places.geojson"])["type"] == "FeatureCollection"
