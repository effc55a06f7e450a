"""What other programs may import of the package, and what they get."""

import importlib
import inspect
import tomllib
from pathlib import Path

import pytest

import generator
from tests.support.projects import RIVERS, ROOT

FACE = {"load", "check", "build", "Chronology", "Problem", "Date"}


def test_the_public_face_is_what_is_promised() -> None:
    assert set(generator.__all__) == FACE


@pytest.mark.parametrize("name", sorted(FACE))
def test_every_public_name_explains_itself(name: str) -> None:
    value = getattr(generator, name)
    assert inspect.getdoc(value)
    assert value is getattr(importlib.import_module(value.__module__), name)


def test_nothing_else_is_public() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'render'"):
        generator.render  # noqa: B018


def test_a_program_checks_and_builds_a_chronology_with_it_alone() -> None:
    chronology, problems = generator.check(RIVERS, RIVERS / "events")[:2]
    assert isinstance(chronology, generator.Chronology)
    assert not problems
    site = generator.build(RIVERS, RIVERS / "events", {})
    assert "events/2021-05-06-gate-opens/index.md" in {output.path for output in site.outputs}
    assert all(isinstance(event.date, generator.Date) for event in chronology.events)


def test_problems_have_a_place_and_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    chronology, problems = generator.check(tmp_path, tmp_path / "events")[:2]
    assert [(type(p), p.path, p.line, p.column, p.code) for p in problems] == [
        (generator.Problem, "events/chronology.yml", 1, 1, "E109")
    ]
    assert all(problem.way_out for problem in problems)
    assert not chronology.events


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == generator.__version__
