"""`docs/architecture.md` is true: its sentences of folders, its ten steps, its paths and names."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.pages import section, table
from tests.support.projects import ROOT

GENERATOR = ROOT / "generator"
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
FOLDERS = table(section(ARCHITECTURE, "## The folders"), "folder of `generator/`")
STEPS = re.split(
    r"^\d+\. ",
    section(ARCHITECTURE, "## An event's way from YAML to page"),
    flags=re.MULTILINE,
)[1:]


def _folders() -> Iterator[str]:
    """Yield the folders of modules below `generator/`, each with a `/` at its end."""
    for path in sorted(GENERATOR.rglob("__init__.py")):
        if path.parent != GENERATOR:
            yield f"{path.parent.relative_to(GENERATOR).as_posix()}/"


def _first_sentence(folder: str) -> str:
    docstring = ast.get_docstring(ast.parse((GENERATOR / folder / "__init__.py").read_text()))
    text = " ".join((docstring or "").partition("\n\n")[0].split())
    return re.split(r"(?<=[.])\s", text, maxsplit=1)[0]


def _defined(path: Path) -> set[str]:
    """Return what a module defines: `function`, `Class`, `Class.method`."""
    names = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        if isinstance(node, ast.ClassDef):
            names |= {
                f"{node.name}.{member.name}"
                for member in node.body
                if isinstance(member, ast.FunctionDef)
            }
    return names


def test_the_table_has_every_folder() -> None:
    named = [row[0].strip("`") for row in FOLDERS]
    assert sorted(named) == sorted(_folders())


@pytest.mark.parametrize("row", FOLDERS, ids=lambda row: row[0].strip("`"))
def test_a_folder_is_described_by_its_own_first_sentence(row: list[str]) -> None:
    assert _first_sentence(row[0].strip("`")) == row[1]


def test_the_table_is_in_the_order_in_which_folders_import() -> None:
    layers = ast.parse((ROOT / "tests" / "repository" / "test_layers.py").read_text("utf-8"))
    [order] = [
        ast.literal_eval(node.value)
        for node in layers.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ORDER"
    ]
    folders = [row[0].strip("`/") for row in FOLDERS]
    assert [folder for folder in folders if "/" not in folder] == [
        name for name in order if name != "pipeline"
    ]


def test_an_event_takes_ten_steps() -> None:
    assert len(STEPS) == 10


@pytest.mark.parametrize("step", STEPS, ids=lambda step: " ".join(step.split())[:40])
def test_all_that_a_step_names_is_there(step: str) -> None:
    codes = re.findall(r"`([^`]+)`", step)
    paths = [code for code in codes if re.search(r"\.(py|md|html)$", code)]
    assert paths
    for path in paths:
        assert (GENERATOR / path).is_file(), path
    defined = {
        name for path in paths if path.endswith(".py") for name in _defined(GENERATOR / path)
    }
    for name in (code.removesuffix("()") for code in codes if code.endswith("()")):
        assert name in defined, f"{name} is in none of {paths}"
