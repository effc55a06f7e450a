"""The schemas that help editors: made from the model, true to the data, and of use."""

import json
import shutil
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.adapters.project import Project
from generator.authoring.editor_schema import IDS, ids, is_modeline, modeline, shapes
from generator.loading.document import parse_yaml
from generator.model.layout import SCHEMA_FOLDER
from generator.validation.check import check
from tests.support.cli import run
from tests.support.golden_cases import CASES, GoldenCase, apply_case
from tests.support.projects import RIVERS, ROOT

KINDS = ("event", "actors", "places", "sources", "chronology")
# What a schema can know: keys, kinds of values, words, the forms of ids, dates and numbers.
CAN_BE_CAUGHT = {
    f"E{n}"
    for n in (
        200,
        201,
        202,
        203,
        205,
        206,
        207,
        208,
        209,
        210,
        211,
        212,
        213,
        214,
        215,
        216,
        217,
        218,
    )
} | {"E301", "E401"}
# And what it cannot: the calendar, order and overlap of numbers, ids of events, empty files, and
# the name of the file itself.
CANNOT = {
    "a day that does not exist",
    "paragraphs that are none",
    "a file's name that is no id",
    "an empty event",
    "unknown role, measure, population, label, place, event",
}


def _invalid(schemas: Path, kind: str, files: list[Path]) -> dict[Path, str]:
    """The files that check-jsonschema finds wrong, each with what it says."""
    schema = str(schemas / f"{kind}.json")
    args = ["-o", "json", "--schemafile", schema, *map(str, files)]
    # Imported late: only these tests need it, and its imports take a third of a second.
    done = CliRunner().invoke(import_module("check_jsonschema").main, args)
    found = json.loads(done.stdout)
    wrong = {Path(error["filename"]): error["message"] for error in found.get("errors", ())}
    return wrong | {Path(e["filename"]): "not YAML" for e in found.get("parse_errors", ())}


def _files(events: Path, kind: str) -> list[Path]:
    files = sorted(events.glob("*/*.yml")) if kind == "event" else [events / f"{kind}.yml"]
    return [path for path in files if path.is_file()]


@pytest.mark.own_data
@pytest.mark.parametrize("name", shapes())
def test_the_committed_shapes_are_those_of_the_model(name: str) -> None:
    committed = (ROOT / "events" / SCHEMA_FOLDER / name).read_text("utf-8")
    assert committed == shapes()[name], "run: python -m generator schema"


@pytest.mark.own_data
def test_the_committed_ids_are_lists_of_ids() -> None:
    """Their being behind is no failure: a contributor's next `fix` renews them."""
    found = json.loads((ROOT / "events" / SCHEMA_FOLDER / IDS).read_text("utf-8"))
    assert set(found["$defs"]) == {
        *("actor", "place", "source", "kind", "role", "measure", "population", "labelled")
    }


@pytest.mark.own_data
@pytest.mark.parametrize("kind", KINDS)
def test_every_file_of_the_real_data_is_valid(kind: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "events" / SCHEMA_FOLDER, tmp_path / SCHEMA_FOLDER)
    chronology, _ = check(ROOT, ROOT / "events")
    (tmp_path / SCHEMA_FOLDER / IDS).write_text(ids(chronology))
    assert _invalid(tmp_path / SCHEMA_FOLDER, kind, _files(ROOT / "events", kind)) == {}


@pytest.mark.own_data
def test_every_file_of_the_real_data_has_its_modeline() -> None:
    events = ROOT / "events"
    for path in [*events.glob("*.yml"), *events.glob("*/*.yml")]:
        first = path.read_text("utf-8").partition("\n")[0]
        assert first == modeline(path.relative_to(events).as_posix()), path
        assert (path.parent / first.partition("$schema=")[2]).is_file(), path


@pytest.mark.parametrize("kind", KINDS)
def test_the_rivers_are_valid_and_every_field_says_what_it_is(kind: str, tmp_path: Path) -> None:
    rivers = Path(shutil.copytree(RIVERS, tmp_path / "rivers"))
    assert run("schema", cwd=rivers).returncode == 0
    schemas = rivers / "events" / SCHEMA_FOLDER
    assert _invalid(schemas, kind, _files(rivers / "events", kind)) == {}
    made = json.loads((schemas / f"{kind}.json").read_text())
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    if kind == "event":
        assert all("description" in field for field in made["properties"].values())
        assert "id" not in made["properties"]
        assert made["$defs"]["Account"]["properties"]["source"]["$ref"] == "ids.json#/$defs/source"


def test_each_broken_example_that_a_schema_can_catch_is_caught(tmp_path: Path) -> None:
    broken: dict[Path, tuple[GoldenCase, str]] = {}
    files: dict[str, list[Path]] = {kind: [] for kind in KINDS}
    for n, case in enumerate(CASES.values()):
        folder = Path(shutil.copytree(RIVERS, tmp_path / str(n)))
        apply_case(case, folder)
        for problem in case["problems"]:
            path = folder / problem.partition(":")[0]
            if problem.split()[1] not in CAN_BE_CAUGHT or case["case"] in CANNOT:
                continue
            if not path.is_file() or parse_yaml("x", path.read_bytes()).problems:
                continue
            if "event '" not in problem or "E401" not in problem:
                broken[path] = (case, problem)
                kind = path.stem if path.parent.name == "events" else "event"
                files[kind].append(path)
    run("schema", str(shutil.copytree(RIVERS, tmp_path / "rivers")), cwd=tmp_path)
    schemas = tmp_path / "rivers" / "events" / SCHEMA_FOLDER
    caught = {
        path: said
        for kind in KINDS
        for path, said in _invalid(schemas, kind, sorted(set(files[kind]))).items()
    }
    assert [
        f"{case['case']}: {problem}" for p, (case, problem) in broken.items() if p not in caught
    ] == []
    assert len(caught) > 25


def test_check_notes_a_list_of_ids_that_is_behind_and_fix_mends_it(rivers: Path) -> None:
    assert run("schema", cwd=rivers).returncode == 0
    path = rivers / "events" / SCHEMA_FOLDER / IDS
    behind = path.read_text().replace('"wire"', '"wired"')
    path.write_text(behind)
    done = run("check", cwd=rivers)
    assert done.returncode == 0
    assert done.stderr.startswith("note: the editor's list of ids is behind; `fix` mends it")
    assert path.read_text() == behind
    assert run("fix", cwd=rivers).returncode == 0
    assert '"wire"' in path.read_text()
    assert run("check", cwd=rivers).stderr == "3 events, 4 accounts, no problem\n"


def test_ids_of_a_broken_registry_are_not_forgotten(rivers: Path) -> None:
    assert run("schema", cwd=rivers).returncode == 0
    before = (rivers / "events" / SCHEMA_FOLDER / IDS).read_text()
    (rivers / "events/actors.yml").write_text("wire: [\n")
    for command in ("check", "schema", "fix"):
        run(command, cwd=rivers)
    assert run("schema", cwd=rivers).returncode == 1
    assert (rivers / "events" / SCHEMA_FOLDER / IDS).read_text() == before


def test_check_makes_no_schemas_where_nobody_wants_them(rivers: Path) -> None:
    assert run("check", cwd=rivers).returncode == 0
    assert not (rivers / "events" / SCHEMA_FOLDER).exists()


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("2021/2021-05-04-x.yml", "# yaml-language-server: $schema=../.schema/event.json"),
        ("actors.yml", "# yaml-language-server: $schema=.schema/actors.json"),
        ("chronology.yml", "# yaml-language-server: $schema=.schema/chronology.json"),
        ("2021/05/actors.yml", "# yaml-language-server: $schema=../../.schema/event.json"),
    ],
)
def test_a_modeline_leads_from_a_file_to_its_schema(path: str, line: str) -> None:
    assert modeline(path) == line
    assert is_modeline(line)
    assert not is_modeline("# a comment on yaml-language-server")


def test_the_ids_do_not_depend_on_the_order_of_files() -> None:
    project = Project(RIVERS)
    chronology, _ = check(project.folder, project.events)
    found = json.loads(ids(chronology))["$defs"]
    assert found["actor"]["enum"] == ["downstream-league", "tolland", "upstream-council", "wire"]
    assert found["kind"]["enum"] == ["agreement", "incident", "works"]


@pytest.mark.parametrize("words", [
    ("new", "actor", "--name", "Harbour Office", "--kind", "organisation"),
    ("new", "place", "--name", "Harbour Office"),
])  # fmt: skip
def test_editors_know_a_new_record_at_once(words: tuple[str, ...], rivers: Path) -> None:
    run("schema", str(rivers), cwd=rivers)
    done = run(*words, cwd=rivers)
    assert done.returncode == 0, done.stderr
    known = json.loads((rivers / "events" / SCHEMA_FOLDER / IDS).read_text("utf-8"))["$defs"]
    assert "harbour-office" in known[words[1]]["enum"]


def test_a_folder_without_schemas_is_given_none(rivers: Path) -> None:
    shutil.rmtree(rivers / "events" / SCHEMA_FOLDER, ignore_errors=True)
    run("new", "place", "--name", "Harbour Office", cwd=rivers)
    assert not (rivers / "events" / SCHEMA_FOLDER).exists()
