"""`docs/design.md` is true: its words, its keys, its dates, its example, and nobody breaks them."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from generator.analysis.differences import Difference
from generator.exports import export
from generator.exports.json_records import EVENT_KEYS
from generator.loading.loader import load
from generator.model import records
from generator.model.records import Actor, Chronology, Figure, Place, Record, Source
from tests.support.date_table import GOOD_ROWS
from tests.support.pages import blocks, section, table
from tests.support.projects import ROOT, WriteProject

DESIGN = (ROOT / "docs" / "design.md").read_text("utf-8")

RECORDS: dict[str, type[Record]] = {
    "event": records.Event,
    "account": records.Account,
    "figure": records.Figure,
    "role": records.Role,
    "withheld event": records.WithheldEvent,
    "withdrawal": records.Withdrawal,
    "correction": records.Correction,
    "actor": records.Actor,
    "office": records.Office,
    "place": records.Place,
    "source": records.Source,
    "capture": records.Capture,
    "archived text": records.ArchivedText,
    "left out": records.LeftOut,
    "settings": records.Settings,
    "repository": records.Repository,
    "term": records.Term,
    "measure": records.Measure,
}


def _codes(text: str) -> list[str]:
    """Return the words that stand between backticks."""
    return re.findall(r"`([^`]+)`", text)


def _bullet(title: str) -> list[str]:
    """Return the words between backticks in the first sentence of a bullet, by its bold title."""
    match = re.search(rf"^- \*\*{title}:\*\* (.*?)\.(?=\s)", DESIGN, re.MULTILINE | re.DOTALL)
    assert match, title
    return _codes(match[1])


def _words(record: type[Record], field: str) -> list[str]:
    """Return the words that a field of a record may hold."""
    annotation = record.model_fields[field].annotation
    choices = [get_args(part) or (part,) for part in get_args(annotation)]
    return [word for part in choices for word in part if isinstance(word, str)]


def test_every_record_of_the_model_is_in_the_table_of_keys() -> None:
    rows = table(section(DESIGN, "## 2. The data"), "record")
    assert [row[0] for row in rows] == list(RECORDS)
    in_model = {
        value
        for value in vars(records).values()
        if isinstance(value, type) and issubclass(value, Record) and value is not Record
    }
    assert in_model - set(RECORDS.values()) == set()


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_has_the_keys_that_the_design_gives_it(name: str) -> None:
    [row] = [row for row in table(section(DESIGN, "## 2. The data"), "record") if row[0] == name]
    record = RECORDS[name]
    fields = {k: f for k, f in record.model_fields.items() if k not in record.loader_fields}
    needs = {
        key
        for key, field in fields.items()
        if field.is_required() and key not in record.derived_fields
    }
    assert set(_codes(row[1])) == needs
    assert set(_codes(row[2])) == fields.keys() - needs


def test_words_that_a_field_may_hold_are_those_of_the_model() -> None:
    assert _bullet("Qualifiers") == _words(Figure, "qualifier")
    assert _bullet("Kinds of actors") == _words(Actor, "kind")
    assert _bullet("Precision of a place") == _words(Place, "precision")
    assert _bullet("Kinds of sources") == _words(Source, "kind")


def test_the_example_has_a_sound_shape(write_project: WriteProject) -> None:
    [example] = blocks(section(DESIGN, "## 2. The data"), "yaml")
    path = "events/2021/2021-05-04-pause-in-pumping.yml"
    project = write_project({"events/chronology.yml": "title: Made up", path: example})
    loaded = load(project, project / "events")
    assert loaded.problems == ()
    assert [event.id for event in loaded.chronology.events] == [Path(path).stem]


def test_dates_mean_and_show_what_the_design_says() -> None:
    rows = table(section(DESIGN, "### Dates"), "written")
    shown = {row[0]: row[2] for row in GOOD_ROWS}
    assert [(_codes(row[0])[0], row[2]) for row in rows] == [
        (text, shown[text]) for row in rows for text in _codes(row[0])
    ]


def test_the_published_data_has_the_keys_that_the_design_gives_it(meresh: Chronology) -> None:
    below = section(DESIGN, "## 5. `chronology.json`")
    difference, whole = (json.loads(text) for text in blocks(below, "json"))
    computed = {key for row in table(below, "key") for key in _codes(row[0])}
    [event] = [
        row for row in table(section(DESIGN, "## 2. The data"), "record") if row[0] == "event"
    ]
    written = {key for cell in event[1:] for key in _codes(cell)}
    assert set(EVENT_KEYS) == (computed - {"unit", "quotes"}) | written - {"draft"}
    published = json.loads(
        next(f.content for f in export(meresh).outputs if f.path == "data/chronology.json")
    )
    assert set(published) <= set(whole)
    assert difference == list(Difference._fields)
    assert set(published["counts"]) == {"events", "accounts", "sources"}


def test_every_address_of_the_design_is_a_page(pages: dict[str, object]) -> None:
    rows = table(section(DESIGN, "## 4. The site"), "address")
    shapes = {code: re.sub("<id>", "[^/]+", code) for row in rows for code in _codes(row[0])}
    shapes = {code: re.sub(r"\d", r"\\d", shape) for code, shape in shapes.items()}
    made = [f"/{path.removesuffix('index.md')}" for path in pages]
    for code, shape in shapes.items():
        assert code == "/data/" or any(re.fullmatch(shape, address) for address in made), code
    for address in made:
        assert any(re.fullmatch(shape, address) for shape in shapes.values()), address


def _defined(body: list[ast.stmt]) -> Iterator[str]:
    """Yield the names of classes, and of public functions and methods."""
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield node.name
            yield from _defined(node.body)
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name


def _names(folder: Path) -> Iterator[str]:
    """Yield `path: name` of every file, and of what every module defines."""
    for path in sorted(folder.rglob("*.*")):
        below = path.relative_to(folder).as_posix()
        if path.suffix in {".py", ".md", ".html", ".css", ".js"}:
            yield f"{below}: {path.stem}"
        if path.suffix == ".py":
            for name in _defined(ast.parse(path.read_text("utf-8")).body):
                yield f"{below}: {name}"


def _parts(name: str) -> set[str]:
    """Return the words that a name is made of: `figure_groups` and `FigureGroups` have two."""
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
    return {form for word in map(str.lower, words) for form in (word, word.removesuffix("s"))}


def test_nothing_is_called_by_another_word_than_the_designs() -> None:
    rows = table(section(DESIGN, "## 1. Words"), "word")
    refused = {word for row in rows for word in row[2].split(", ")}
    names = _names(ROOT / "generator")
    called = {name for name in names if _parts(name.rpartition(": ")[2]) & refused}
    assert sorted(called) == [], "name it by the design's word"


def test_the_word_in_use_is_no_synonym_of_another() -> None:
    rows = table(section(DESIGN, "## 1. Words"), "word")
    refused = [word for row in rows for word in row[2].split(", ")]
    assert len(refused) == len(set(refused))
    assert {row[0] for row in rows} & set(refused) == set()
