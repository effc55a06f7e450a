"""What developers are told is true: the map of the README, and the commands of DEVELOPING."""

import re
import shlex
import tomllib

import pytest

from tests.support.pages import blocks, section, table
from tests.support.projects import ROOT

README = (ROOT / "README.md").read_text("utf-8")
GITHUB = ROOT / ".github"
DEVELOPING = (GITHUB / "DEVELOPING.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def _commands() -> list[list[str]]:
    lines = [line for block in blocks(DEVELOPING, "sh") for line in block.splitlines()]
    return [words for line in lines if (words := shlex.split(line, comments=True))]


def test_the_readmes_map_shows_the_tree() -> None:
    tree = section(README, "## Where things lie").split("```")[1]
    inside = re.findall(r"([\w.]+(?:/|\.py)) {2}", tree.partition("generator/")[2])
    inside.remove("tests/")
    there = [
        f"{path.name}/" if path.is_dir() else path.name
        for path in (ROOT / "generator").iterdir()
        if not path.name.startswith("__") and path.name != "py.typed"
    ]
    assert sorted(inside) == sorted(there)
    for folder in re.findall(r"^(\S+/)", tree, re.MULTILINE):
        assert (ROOT / folder).is_dir(), folder
    assert "read pipeline.py first" in tree


PAGES = ("README.md", ".github/DEVELOPING.md", ".github/RECIPES.md", ".github/CONTRIBUTING.md")


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_to_a_file_and_a_heading(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:|\.\./\.\./\.\./|\{)([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        to = (ROOT / page).parent / path if path else ROOT / page
        assert to.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", to.read_text("utf-8"), re.MULTILINE)
            ids = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}
            assert anchor in ids, target


@pytest.mark.parametrize("page", [README, DEVELOPING], ids=["README", "DEVELOPING"])
def test_every_make_target_that_a_page_names_is_there(page: str) -> None:
    targets = set(re.findall(r"(?:`|^|=\d )make ([a-z]+)", page, re.MULTILINE))
    assert targets
    for target in targets:
        assert f"\n{target}:" in MAKEFILE, target


def test_make_help_names_every_target_but_itself() -> None:
    [phony] = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    named = set(re.findall(r"make ([a-z]+)", MAKEFILE.partition("help:\n")[2].split("\n\n")[0]))
    assert named == set(phony.split()) - {"help", "lint"}


def test_tests_to_run_first_are_there() -> None:
    rows = table(section(DEVELOPING, "## Test"), "changed")
    paths = [path for _, cell in rows for path in re.findall("`([^`]+)`", cell)]
    assert [path for path in paths if not (ROOT / "tests" / path).exists()] == []


def test_commands_of_tests_name_what_is_there() -> None:
    options = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]
    markers = {marker.partition(":")[0] for marker in options["ini_options"]["markers"]}
    runs = [words[3:] for words in _commands() if words[1:3] == ["-m", "pytest"]]
    assert runs
    for words in runs:
        for path in (word for word in words if "/" in word):
            assert (ROOT / path).exists(), path
        if "-m" in words:
            assert set(re.findall(r"\w+", words[words.index("-m") + 1])) - markers <= {"not", "and"}
