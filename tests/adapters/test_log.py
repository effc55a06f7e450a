"""The log of a workflow: no name and no text in it is a command, and none moves a terminal."""

import ast
import logging
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.adapters.github import annotation
from generator.model.problems import Problem
from generator.support.log_lines import HarmlessLines, harmless, harmless_json
from tests.support.cli import run
from tests.support.projects import RIVERS, ROOT

HOSTILE = "a\n::error title=x::b\r##[error]c\x1b[2J"
WRITTEN = r'"a\n::error title=x::b\r##[error]c\x1b[2J"'
"""The same as YAML."""


def _is_harmless(log: str) -> bool:
    has_command = re.search(r"^\s*::|##\w*\[", log, re.MULTILINE)
    return not has_command and all(line.isprintable() for line in log.split("\n"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain: text, ŞIRNAK “x” :: ## x", "plain: text, ŞIRNAK “x” :: ## x"),
        ("::notice::x", "\\::notice::x"),
        ("a\n  ::notice::x", "a\n  \\::notice::x"),
        ("a ##[error]b ##vso[x]", "a #\\#[error]b #\\#vso[x]"),
        ("\x1b[2Ja\rb\u2028c\u202ed", "\\x1b[2Ja\\rb\\u2028c\\u202ed"),
        ("a\tb", "a    b"),
        ("\x85::x", "\\x85::x"),
    ],
)
def test_a_line_is_no_command(text: str, shown: str) -> None:
    assert harmless(text) == shown
    assert _is_harmless(harmless(text))


def test_json_stays_json() -> None:
    assert harmless_json('"##[error]"') == '"#\\u0023[error]"'


def test_an_annotation_holds_no_other_command() -> None:
    [line] = annotation("error", HOSTILE, HOSTILE, file=HOSTILE).split("\n")
    assert line.startswith("::error ")
    assert _is_harmless(line.removeprefix("::"))


def test_a_problem_is_of_one_line_and_its_quote_of_one_more() -> None:
    problem = Problem(HOSTILE, 1, 1, "E000", HOSTILE, HOSTILE, HOSTILE.replace("\n", ""))
    assert str(problem).isprintable()
    assert [line.isprintable() for line in problem.with_quote().split("\n")] == [True] * 4


def test_every_message_of_mkdocs_is_harmless() -> None:
    record = logging.LogRecord("mkdocs", 30, "", 1, "Doc file %s", (HOSTILE,), None)
    assert HarmlessLines().filter(record)
    assert _is_harmless(record.getMessage())


@pytest.fixture
def hostile(rivers: Path) -> Path:
    """A project with hostile names of files and hostile texts."""
    (rivers / "events/2021" / f"{HOSTILE}.yml").write_text("title: a\n")
    (rivers / "events/2021" / f"{HOSTILE}.yaml").write_text("title: a\n")
    (rivers / "events" / f"{HOSTILE.replace('/', '')}").mkdir()
    event = rivers / "events/2021/2021-05-06-gate-opens.yml"
    text = event.read_text()
    event.write_text(text.replace("kind: ", f"kind: {WRITTEN} # ") + f"{WRITTEN}: {WRITTEN}\n")
    (rivers / "docs" / f"{HOSTILE}.md").write_text(f"[x]({HOSTILE[:1]}.md)\n")
    (rivers / f"{HOSTILE}.csv").write_text(f'title,date\n"{HOSTILE}",x\n')
    return rivers


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["check", "--texts", "texts"],
        ["build", "--to", "out"],
        ["fix", "--check"],
        ["diff", ".", "."],
        ["diff", ".", ".", "--format", "json"],
        ["schema"],
        ["import", "csv", f"{HOSTILE}.csv"],
        ["import", "csv", f"{HOSTILE}.json"],
        ["new", "place", HOSTILE],
        ["check", HOSTILE],
        [HOSTILE],
        [f"--{HOSTILE}"],
    ],
    ids=lambda command: " ".join(command)[:20].encode("unicode_escape").decode(),
)
def test_no_command_prints_a_command(command: list[str], hostile: Path) -> None:
    done = run(*command, cwd=hostile)
    assert _is_harmless(done.stdout)
    assert _is_harmless(done.stderr)


def test_what_an_import_reports_is_harmless(rivers: Path) -> None:
    (rivers / f"{HOSTILE}.csv").write_text(f'title,date,{WRITTEN}\n"{HOSTILE}",x,y\n')
    done = run("import", "csv", f"{HOSTILE}.csv", cwd=rivers)
    assert "row 2: broken" in done.stdout
    assert _is_harmless(done.stdout + done.stderr)


@pytest.mark.build
@pytest.mark.parametrize("is_sound", [False, True], ids=["bad data", "sound data"])
def test_the_log_of_mkdocs_is_harmless(is_sound: bool, hostile: Path) -> None:
    if is_sound:
        shutil.rmtree(hostile / "events")
        shutil.copytree(RIVERS / "events", hostile / "events")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=hostile, capture_output=True, text=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert "WARNING" in done.stderr if is_sound else done.returncode == 1
    assert _is_harmless(done.stdout + done.stderr)


def test_annotations_are_the_only_commands(hostile: Path) -> None:
    done = run("check", "--format", "github", cwd=hostile)
    lines = done.stdout.splitlines()
    assert lines
    assert all(re.match(r"::error file=[^:]*::", line) for line in lines)
    assert all(_is_harmless(line.removeprefix("::")) for line in lines)


def test_all_that_commands_print_passes_one_function() -> None:
    """Exempt: fixed words, annotations, a harmless report, problems in colours on a terminal."""
    direct = {"__init__.py": 1, "check.py": 1, "diff.py": 1, "terminal.py": 2, "log.py": 1}
    for file in (ROOT / "generator/adapters/cli").glob("*.py"):
        calls = [
            ast.unparse(node.func)
            for node in ast.walk(ast.parse(file.read_text()))
            if isinstance(node, ast.Call)
        ]
        count = sum(calls.count(name) for name in ("click.echo", "click.secho", "print"))
        assert count == direct.get(file.name, 0), file.name
