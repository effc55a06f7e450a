"""The real chronology has no problem, and nothing but it speaks of its subject."""

from generator.project import Project
from generator.site import read
from tests.conftest import ROOT


def test_the_data_has_no_problem() -> None:
    project = Project(ROOT)
    chronology, problems = read(project.folder, project.events)
    assert [str(problem) for problem in problems] == []
    assert len(chronology.events) >= 20


def test_the_generator_and_docs_do_not_speak_of_the_subject() -> None:
    chronology, _ = read(ROOT, ROOT / "events")
    names = {
        name.casefold()
        for record in (*chronology.actors.values(), *chronology.places.values())
        for name in (record.name, *record.also)
        if len(name) > 4
    }
    for folder in ("generator", "docs"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".md", ".html", ".css", ".js"}:
                text = path.read_text("utf-8").casefold()
                assert [name for name in names if name in text] == [], path
