"""All formats: which files there are, the same bytes each time, and hostile text in each."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from generator.exports import FORMATS, export
from generator.exports.base import Format
from generator.exports.tables import TABLES
from generator.model.output import Output
from generator.model.records import Chronology
from generator.rendering.pages.data import data_page
from generator.support.cache import Cache
from generator.support.escape import as_text
from generator.validation.check import check
from tests.support.exported_files import TAGGED, export_files, load_dates
from tests.support.projects import RIVERS, ROOT


def test_every_file_that_is_asked_for(rivers_chronology: Chronology) -> None:
    assert set(export_files(rivers_chronology)) == {
        *(f"data/{table.name}.csv" for table in TABLES), "data/csv-metadata.json",
        "data/datapackage.json", "data/chronology.xlsx",
        *(f"actors/{id}/feed.atom" for id in rivers_chronology.actors),
        *(f"places/{id}/feed.atom" for id in rivers_chronology.places),
        *(f"data/kinds/{id}.atom" for id in rivers_chronology.settings.kinds),
        *(f"events/{event.id}/event.json" for event in rivers_chronology.events),
        "data/chronology.json", "data/chronology.schema.json", "data/chronology.atom",
        "data/corrections.atom", "data/chronology.ics", "data/places.geojson",
        "data/timelinejs.json", "data/chronology.sqlite", "data/metadata.json",
        "data/changes.json", "data/sources.csl.json", "data/sources.bib",
        "data/CITATION.cff",
    }  # fmt: skip


def test_same_input_same_bytes() -> None:
    first, _ = check(RIVERS, RIVERS / "events")
    second, _ = check(RIVERS, RIVERS / "events")
    one, other = export_files(first), export_files(second)
    assert [path for path in one if one[path] != other[path]] == []


def test_an_empty_chronology_has_no_broken_file(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events/chronology.yml").write_text("title: Nothing yet\n" + TAGGED)
    files = export_files(check(tmp_path, tmp_path / "events")[0])
    assert "data/chronology.atom" not in files  # it would have no date
    assert "data/chronology.ics" not in files  # it must hold an event
    assert all(json.loads(text) for path, text in files.items() if path.endswith("on.json"))


def test_json_is_as_its_schema_says(meresh_with_drafts: Chronology, tmp_path: Path) -> None:
    for chronology in (meresh_with_drafts, load_dates(tmp_path, TAGGED)):
        files = export_files(chronology)
        schema = json.loads(files["data/chronology.schema.json"])
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        whole = json.loads(files["data/chronology.json"])
        assert [error.message for error in validator.iter_errors(whole)] == []
        validator = Draft202012Validator({**schema["$defs"]["Event"], "$defs": schema["$defs"]})
        for event in whole["events"]:
            alone = json.loads(files[f"events/{event['id']}/event.json"])
            assert alone == {"format": whole["format"], **event}
            assert [error.message for error in validator.iter_errors(alone)] == []


def test_the_schema_refuses_what_is_no_event(rivers_chronology: Chronology) -> None:
    schema = json.loads(export_files(rivers_chronology)["data/chronology.schema.json"])
    validator = Draft202012Validator({**schema["$defs"]["Event"], "$defs": schema["$defs"]})
    event = json.loads(export_files(rivers_chronology)["data/chronology.json"])["events"][1]
    for broken in (
        {key: value for key, value in event.items() if key != "date"},
        {**event, "draft": True},
        {**event, "status": "proven"},
        {**event, "date": "soon"},
        {**event, "date": "2023-02-29"},
        {**event, "date": "2021-05-04/2021-13"},
        {**event, "earliest": "2021-04-31"},
        {**event, "added": "2021"},
        {**event, "kind": "unheard-of"},
        {**event, "actors": [{"id": "upstream-council", "role": "unheard-of"}]},
        {**event, "accounts": "none"},
        {**event, "accounts": [{**event["accounts"][0], "figures": [{"measure": 3}]}]},
    ):
        assert not validator.is_valid(broken)


def test_the_page_of_the_data_names_every_file_of_the_whole(
    meresh_with_drafts: Chronology, rivers_chronology: Chronology
) -> None:
    for chronology in (meresh_with_drafts, rivers_chronology):
        formats, files = export(chronology)
        page = data_page(chronology, formats)
        assert page.path == "data/index.md"
        text = str(page.content)
        linked = set(re.findall(r"\]\(../(.*?)\)", text))
        assert linked == {file.path for file in files if file.path.startswith("data/")}
        written = {form.name for form in FORMATS if list(form.write(chronology, Cache()))}
        headings = set(re.findall(r"(?m)^## (.*)$", text))
        assert headings == {"Linked data", *(str(as_text(name)) for name in written)}
        dataset = json.loads(text.rpartition('ld+json">')[2].partition("</script>")[0])
        assert len(dataset["distribution"]) == len(linked)


def test_every_format_explains_itself() -> None:
    for form in FORMATS:
        assert form.name
        assert form.about.endswith(".")


def test_every_file_has_a_media_type(rivers_chronology: Chronology) -> None:
    types = {
        file.path.rpartition(".")[2]: file.media_type
        for form in export(rivers_chronology).formats
        for file in form.files
    }
    assert types == {
        "atom": "application/atom+xml",
        "bib": "application/x-bibtex",
        "cff": "application/yaml",
        "csv": "text/csv",
        "geojson": "application/geo+json",
        "ics": "text/calendar",
        "json": "application/json",
        "sqlite": "application/vnd.sqlite3",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }


def test_a_new_format_stands_on_the_page_with_its_own_media_type(
    rivers_chronology: Chronology, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(chronology: Chronology, cache: Cache) -> Iterator[Output]:
        yield Output("data/chronology.xml", "<chronology/>", chronology.folder)

    form = Format("XML", "Everything as XML.", "application/xml", write)
    monkeypatch.setattr("generator.exports.FORMATS", (*FORMATS, form))
    formats, files = export(rivers_chronology)
    assert files[-1].path == "data/chronology.xml"
    text = str(data_page(rivers_chronology, formats).content)
    assert "(../data/chronology.xml)" in text
    assert '"encodingFormat":"application/xml"' in text


def test_no_format_imports_another() -> None:
    formats = {
        path.stem
        for path in (ROOT / "generator" / "exports").glob("*.py")
        if "\nFORMAT = Format(" in path.read_text("utf-8")
    }
    assert len(formats) == len(FORMATS)
    for name in formats:
        text = (ROOT / "generator" / "exports" / f"{name}.py").read_text("utf-8")
        imported = set(re.findall(r"generator\.exports\.(\w+)", text))
        assert imported & formats == set(), f"{name}: share it in a module without a FORMAT"
