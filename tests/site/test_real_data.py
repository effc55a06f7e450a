"""The real chronology has no problem, and nothing but it speaks of its subject."""

import re

import pytest

from generator.adapters.project import Project
from generator.model.records import Actor, Place
from generator.validation.check import check
from tests.support.projects import ROOT

pytestmark = pytest.mark.own_data


def test_the_data_has_no_problem() -> None:
    project = Project(ROOT)
    chronology, problems = check(project.folder, project.events)
    assert [str(problem) for problem in problems] == []
    assert len(chronology.events) >= 20


def test_the_generator_and_docs_do_not_speak_of_the_subject() -> None:
    chronology, _ = check(ROOT, ROOT / "events")
    people = [actor for actor in chronology.actors.values() if actor.kind == "person"]
    records: list[Actor | Place] = [*people, *chronology.places.values()]
    names = {name for record in records for name in (record.name, *record.also)}
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names))
    for folder in ("generator", "docs"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".md", ".html", ".css", ".js"}:
                assert pattern.findall(path.read_text("utf-8")) == [], path
