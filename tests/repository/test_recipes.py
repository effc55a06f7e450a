"""Every recipe works: it is performed on a copy of the repository, exactly as it is printed."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.pages import headings, section
from tests.support.projects import RIVERS, ROOT

RECIPES = (ROOT / ".github" / "RECIPES.md").read_text("utf-8")
_BLOCK = re.compile(r"^(```+)(\w+)(?: file=(\S+))?\n(.*?)^\1$", re.MULTILINE | re.DOTALL)

Cook = Callable[[str], "Kitchen"]


class Kitchen:
    """A copy of the repository that recipes change, and the rivers' project, made with it."""

    def __init__(self, folder: Path) -> None:
        self.repository = folder / "repository"
        self.rivers = folder / "rivers"
        # What is compiled comes along, but for what is just being written.
        ignored = shutil.ignore_patterns("*.pyc.*", "fonts", "node_modules")
        for part in (".github", "generator", "tests", "docs"):
            shutil.copytree(ROOT / part, self.repository / part, ignore=ignored)
        for file in ("Makefile", "pyproject.toml", "requirements.txt"):
            shutil.copy(ROOT / file, self.repository / file)
        shutil.copytree(RIVERS / "events", self.repository / "events")
        shutil.copy(RIVERS / "mkdocs.yml", self.repository)
        shutil.copytree(RIVERS, self.rivers)

    def cook(self, title: str) -> None:
        """Perform a recipe: its files, its changes and its commands, in their order."""
        for _, language, file, body in _BLOCK.findall(section(RECIPES, f"## {title}")):
            if language == "sh":
                for line in body.splitlines():
                    self._command(line.partition("  #")[0].split())
            elif language == "diff":
                self._change(self.repository / file, body)
            elif file:
                path = self.repository / file
                blank = "\n\n" if language == "python" and path.exists() else ""
                with path.open("a", encoding="utf-8") as target:
                    target.write(f"{blank}{body}")

    def _change(self, path: Path, diff: str) -> None:
        lines = diff.splitlines(keepends=True)
        before, after = (
            "".join(re.sub("^…|…\n$", "", line[1:]) for line in lines if line[0] in signs)
            for signs in (" -", " +")
        )
        if lines[0][1] != "…":
            before, after = f"\n{before}", f"\n{after}"
        text = path.read_text("utf-8")
        assert text.count(before) == 1, (
            f"{path}: the file has changed since the recipe was written: "
            f"renew the block in RECIPES.md\n{before}"
        )
        path.write_text(text.replace(before, after), "utf-8")

    def _command(self, words: list[str]) -> None:
        if words[0] == "make":
            words[1:1] = [f'PY="{sys.executable}"', "-o", ".venv/.ready"]
        else:
            words[0] = sys.executable
        done = self._run(words, self.repository)
        assert done.returncode == 0, done.stdout + done.stderr

    def generator(self, *args: str) -> subprocess.CompletedProcess[str]:
        """Run `python -m generator` of the copy in the rivers' project."""
        return self._run([sys.executable, "-m", "generator", *args], self.rivers)

    def python(self, *args: str) -> None:
        """Run Python with the copy in the rivers' project."""
        done = self._run([sys.executable, *args], self.rivers)
        assert done.returncode == 0, done.stderr

    def build(self) -> Path:
        """Build the rivers' project, and return the folder of its outputs."""
        done = self.generator("build", "--to", "build")
        assert done.returncode == 0, done.stderr
        return self.rivers / "build" / "docs"

    def pytest(self, *args: str) -> None:
        """Run tests of the copy."""
        words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *args]
        # In the usual place it deletes what earlier runs have left, for half a minute at times.
        words.append(f"--basetemp={self.rivers.with_name('tests')}")
        done = self._run(words, self.repository)
        assert done.returncode == 0, done.stdout

    def _run(self, words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(self.repository)}
        return subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True)


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    """A fresh copy."""
    return Kitchen(tmp_path)


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_the_recipe_for_a_rule_finds_what_breaks_it(kitchen: Kitchen) -> None:
    kitchen.cook("A rule")
    event = kitchen.rivers / "events/2021/2021-05-06-gate-opens.yml"
    _edit(event, "opens at night", "opens.")
    assert kitchen.generator("check").stdout.startswith(
        "events/2021/2021-05-06-gate-opens.yml:1:8: E599 a title has no full stop "
        "(write 'The gate at River Bend opens')\n"
    )
    cases, guide = "tests/validation/test_golden_cases.py", "tests/repository/test_contributing.py"
    kitchen.pytest(cases, guide, "-k", "full_stop or every_code or page_of_problems or on_the_page")


def test_the_recipe_for_a_page_adds_one(kitchen: Kitchen) -> None:
    kitchen.cook("A page")
    event = kitchen.rivers / "events/2021/2021-05-06-gate-opens.yml"
    _edit(event, "accounts:\n", "unknowns: [Who held the *key*?]\naccounts:\n")
    page = (kitchen.build() / "sample/index.md").read_text("utf-8")
    assert "## [The gate at River Bend opens at night](../events/2021-05-06-gate-opens/)" in page
    assert "- Who held the &#42;key&#42;" in page
    catalogue = kitchen.repository / "generator/rendering/language/messages.pot"
    assert "A reader would want to know, and no source tells." in catalogue.read_text("utf-8")


def test_the_recipe_for_an_export_adds_it_to_the_data_page(kitchen: Kitchen) -> None:
    kitchen.cook("An export")
    outputs = kitchen.build()
    assert "<title>The gate at River Bend opens" in (outputs / "data/sample.xml").read_text("utf-8")
    page = (outputs / "data/index.md").read_text("utf-8")
    assert "The titles of all events, for a reader of XML." in page
    assert "application/xml" in page
    kitchen.pytest("tests/exports/test_all_formats.py", "-k", "every_file")


def test_the_recipe_for_an_import_makes_drafts(kitchen: Kitchen) -> None:
    kitchen.cook("An import")
    (kitchen.rivers / "list.txt").write_text("2021-07 The gate is mended\nsoon Nothing\n", "utf-8")
    done = kitchen.generator("import", "sample-lines", "list.txt", "--on", "2021-08-01")
    assert done.stdout == "line 2: broken: a date is written in EDTF: 'soon'\n", done.stderr
    [draft] = kitchen.rivers.rglob("2021-07-the-gate-is-mended.yml")
    assert "draft: true" in draft.read_text("utf-8")
    assert kitchen.generator("check").returncode == 0


@pytest.mark.long
def test_the_recipe_for_a_field_takes_it_everywhere(kitchen: Kitchen) -> None:
    kitchen.cook("A field")
    event = kitchen.rivers / "events/2021/2021-05-06-gate-opens.yml"
    _edit(event, "accounts:\n", "sample_field: The pumps were stopped.\naccounts:\n")
    shutil.copytree(kitchen.rivers, kitchen.rivers.parent / "published")
    outputs = kitchen.build()
    for path in (f"events/{event.stem}/index.md", f"events/{event.stem}/event.json",
                 "data/chronology.json", "data/events.csv"):  # fmt: skip
        assert "The pumps were stopped." in (outputs / path).read_text("utf-8"), path
    with sqlite3.connect(outputs / "data/chronology.sqlite") as database:
        query = "SELECT sample_field FROM events WHERE sample_field <> ''"
        rows = database.execute(query).fetchall()
    assert rows == [("The pumps were stopped.",)]
    schema = (outputs / "data/chronology.schema.json").read_text("utf-8")
    assert "What came of it, where the accounts agree on that." in schema
    editors = (kitchen.repository / "events/.schema/event.json").read_text("utf-8")
    assert "What came of it, where the accounts agree on that." in editors
    _edit(event, "pumps were stopped", "pumps ran on")
    told = kitchen.generator("diff", "../published", ".")
    assert "pumps ran on" in told.stdout
    kitchen.pytest(
        *("tests/authoring/test_new_event.py", "tests/model/test_our_texts.py"),
        *("tests/repository/test_design.py", "tests/repository/test_every_field.py"),
        *("-k", "every_key or our_words or design or sample_field"),
    )


def test_a_block_that_no_longer_fits_says_what_to_renew(kitchen: Kitchen) -> None:
    design = kitchen.repository / "docs/design.md"
    design.write_text(design.read_text("utf-8").replace(", `draft` |", ", `is_draft` |"), "utf-8")
    with pytest.raises(AssertionError, match=r"design\.md: the file has changed .* RECIPES\.md"):
        kitchen.cook("A field")


_BUILD_IN_ITALIAN = """
from pathlib import Path
from generator.pipeline import build
from generator.rendering.language.catalogues import read_language

site = build(Path(), Path("events"), {}, language=read_language("it"))
for output in site.outputs:
    if output.is_page:
        Path("build", output.path).parent.mkdir(parents=True, exist_ok=True)
        Path("build", output.path).write_text(output.content, "utf-8")
"""


def test_the_recipe_for_a_language_is_spoken_by_the_pages(kitchen: Kitchen) -> None:
    kitchen.cook("A language")
    kitchen.python("-c", _BUILD_IN_ITALIAN)
    corrections = (kitchen.rivers / "build/corrections/index.md").read_text("utf-8")
    assert "# Correzioni" in corrections
    event = kitchen.rivers / "build/events/2021-05-04-pause-in-pumping/index.md"
    assert "via Northern Wire e The Gazette" in event.read_text("utf-8")


def test_the_first_lines_lead_to_every_recipe() -> None:
    titles = [line.removeprefix("## ") for _, line in headings(RECIPES) if line[:3] == "## "]
    assert re.findall(r"\[([^\]]*)\]\(#[a-z]", RECIPES) == titles
