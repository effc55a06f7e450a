"""Addresses that hand-written files take: told by a check as by a build, without making pages."""

from pathlib import Path

import pytest

from generator import pipeline
from generator.validation.rules.files import may_clash
from tests.support.projects import DATA, RIVERS


@pytest.mark.parametrize("project", [RIVERS, DATA / "meresh"], ids=lambda path: path.name)
def test_outputs_lie_nowhere_else(project: Path) -> None:
    site = pipeline.build(project, project / "events", {}, are_pages_late=True)
    own = {"about.md", "open-data.md", "problems.md"}  # a file of that name takes their place
    assert {o.path for o in site.outputs if not may_clash(o.path)} == own


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("index.md", True), ("README.md", True), ("timeline.md", True), ("1998/x.md", True),
        ("data", True), ("assets/logo.svg", True), ("about.md", False), ("deep/index.md", False),
        ("timelines.md", False), ("19980/x.md", False),
    ],
)  # fmt: skip
def test_a_file_elsewhere_needs_no_look(path: str, may: bool) -> None:
    assert may_clash(path) == may
