"""Golden cases: YAML files in, problems out. A case is added without any Python.

Each file under `data/golden/` holds cases, laid over `data/rivers/`: `edit` (file -> [what stands
there, what takes its place]), `files` (file -> content; null deletes it; `repeat` and `times` make
a long one), `links` (file -> where it points); and the exact `problems`.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.adapters.project import Project
from generator.pipeline import build, check
from tests.conftest import ROOT

_CASES: list[tuple[str, dict[str, Any]]] = [
    (f"{path.stem}: {case['case']}", case)
    for path in sorted((Path(__file__).parents[1] / "data" / "golden").glob("*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]
CASES = [pytest.param(case, id=name) for name, case in _CASES]


def lay(case: dict[str, Any], rivers: Path) -> None:
    """Lay a case over a copy of the rivers."""
    for path, (old, new) in case.get("edit", {}).items():
        text = (rivers / path).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        (rivers / path).write_text(text.replace(old, new), "utf-8")
    for path, content in case.get("files", {}).items():
        (rivers / path).parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            (rivers / path).unlink()
            continue
        if isinstance(content, dict):
            content = content["repeat"] * content["times"]
        (rivers / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    for path, target in case.get("links", {}).items():
        (rivers / path).symlink_to(target)


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], rivers: Path) -> None:
    lay(case, rivers)
    project = Project(rivers)
    site = build(project.folder, project.events, project.handwritten)
    _, of_texts = check(project.folder, project.events, texts=rivers / "texts")
    found = sorted({*site.problems, *of_texts})
    assert [str(problem) for problem in found] == case["problems"]


def test_every_code_has_a_case() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    codes = set(re.findall(r'"(E[0-9]{3})"', sources))
    shown = " ".join(problem for _, case in _CASES for problem in case["problems"])
    assert codes - set(re.findall(r" (E[0-9]{3}) ", shown)) == set()
