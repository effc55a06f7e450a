"""Golden cases: YAML files in, problems out. A case is added without any Python."""

import re
from pathlib import Path

import pytest

from generator.adapters.project import Project
from generator.adapters.site_facts import configured_facts
from generator.pipeline import build
from generator.support.cache import Cache
from generator.validation.check import check
from tests.support.as_written import PROBLEMS_AS_WRITTEN
from tests.support.codes import all_codes
from tests.support.golden_cases import CASES, GoldenCase, apply_case


@pytest.fixture(scope="module")
def pages() -> Cache:
    """What the builds of all cases keep: a case makes only the pages that are others with it."""
    return Cache()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_golden_case_has_exactly_its_problems(
    case: GoldenCase, rivers: Path, pages: Cache
) -> None:
    apply_case(case, rivers)
    project = Project(rivers)
    configured = configured_facts(project.config_file)
    site = build(
        project.folder, project.events, project.handwritten, configured=configured, cache=pages
    )
    _, of_texts = check(project.folder, project.events, texts=rivers / "texts")
    found = sorted({*site.problems, *of_texts})
    assert [str(problem) for problem in found][case.get("skipped", 0) :] == case["problems"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_edit_has_the_problems_of_a_first_look(case: GoldenCase, rivers: Path) -> None:
    cache = Cache()
    check(rivers, rivers / "events", cache=cache)
    apply_case(case, rivers)
    kept = check(rivers, rivers / "events", cache=cache)
    assert kept.problems == check(rivers, rivers / "events").problems


def test_every_code_has_a_case() -> None:
    of_cases = [problem for case in CASES.values() for problem in case["problems"]]
    shown = " ".join([*of_cases, *PROBLEMS_AS_WRITTEN])
    assert all_codes() - set(re.findall(r" (E[0-9]{3}) ", shown)) == set()
