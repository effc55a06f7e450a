"""What contributors are told is true: the guide, the page of problems, the forms, the check."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.rendering.parts.repository_links import REPORT_FORM
from tests.support.as_written import PROBLEMS_AS_WRITTEN
from tests.support.cli import run
from tests.support.codes import all_codes
from tests.support.golden_cases import CASES
from tests.support.projects import ROOT

GITHUB = ROOT / ".github"
GUIDE = (GITHUB / "CONTRIBUTING.md").read_text("utf-8")
PAGES = ROOT / "generator/rendering/handwritten"
PROBLEMS = (PAGES / "problems.md").read_text("utf-8")
_BLOCK = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _blocks(text: str, language: str) -> list[tuple[str, str]]:
    """The fenced blocks of a language: the file they name, if any, and what they hold."""
    return [(file, body) for found, file, body in _BLOCK.findall(text) if found == language]


def test_the_page_of_problems_is_complete_and_in_order() -> None:
    explained = re.findall(r"^### (E[0-9]{3})$", PROBLEMS, re.MULTILINE)
    assert explained == sorted(all_codes())


def test_each_message_on_the_page_is_one_that_people_get() -> None:
    given = {
        problem[problem.index(" E") + 1 :]
        for case in CASES.values()
        for problem in [*case["problems"], *PROBLEMS_AS_WRITTEN]
    }
    code = ""
    messages = 0
    for line in PROBLEMS.splitlines():
        code = line.removeprefix("### ") if line.startswith("### ") else code
        if re.match(r"E[0-9]{3} ", line):
            messages += 1
            assert line.startswith(code)
            assert line in given
    assert messages > 55


def test_about_leads_to_the_page_of_problems() -> None:
    assert "](problems.md)" in (PAGES / "about.md").read_text("utf-8")


def test_the_guides_example_is_valid(rivers: Path) -> None:
    files = [(file, body) for file, body in _blocks(GUIDE, "yaml") if file]
    assert len(files) == 2
    for file, body in files:
        with (rivers / file).open("a", encoding="utf-8") as target:
            target.write(body)
    assert run("check", cwd=rivers).stderr == "4 events, 7 accounts, no problem\n"
    assert run("fix", "--dry-run", cwd=rivers).stdout.count("2021-05-13-gate-jams") == 0


def test_the_guides_commands_run(rivers: Path) -> None:
    done = []
    for _, body in _blocks(GUIDE, "sh"):
        for line in body.replace("\\\n", "").splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == [".venv/bin/chronology"]:
                done.append(words[1:])
                ended = run(*words[1:], cwd=rivers)
                assert ended.returncode == 0, ended.stderr
    assert [command[0] for command in done] == ["new", "new", "fix"]
    assert (rivers / "events/2021/2021-05-13-gate-river-bend-jams.yml").is_file()
    assert run("check", cwd=rivers).returncode == 0


def test_the_guides_links_and_targets_are_there() -> None:
    for target in re.findall(r"\]\((\.\./(?!\.\.)[^)#]+)\)", GUIDE):
        assert (GITHUB / target).is_file(), target
    for form in re.findall(r"template=([\w.-]+)", GUIDE):
        assert (GITHUB / "ISSUE_TEMPLATE" / form).is_file(), form
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in GUIDE.splitlines()
        if line.startswith("#")
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) <= headings
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"(?:^|`)make ([a-z]+)", GUIDE, re.MULTILINE):
        assert f"\n{target}:" in makefile


def test_the_page_links_report_form_has_the_fields_that_it_fills() -> None:
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / REPORT_FORM).read_text("utf-8"))
    assert {"event", "url"} <= {field.get("id") for field in form["body"]}


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-issue-forms", "ISSUE_TEMPLATE/*-*.yml"),
        ("vendor.github-issue-config", "ISSUE_TEMPLATE/config.yml"),
        ("vendor.dependabot", "dependabot.yml"),
        ("vendor.github-workflows", "workflows/*.yml"),
    ],
)
def test_what_github_reads_is_valid(schema: str, files: str) -> None:
    paths = sorted(map(str, GITHUB.glob(files)))
    assert paths
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *paths]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_nothing_from_a_fork_runs_with_a_write_token() -> None:
    check = yaml.safe_load((GITHUB / "workflows/check.yml").read_text("utf-8"))
    assert list(check[True]) == ["pull_request", "push"]  # YAML 1.1 reads `on` as true
    assert check["permissions"] == {}
    for job in check["jobs"].values():
        assert job["permissions"] == {"contents": "read"}
        for step in job["steps"]:
            assert "secrets." not in str(step)
            assert "${{" not in step.get("run", "")
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.own_data
def test_the_editor_recommends_its_extension() -> None:
    recommended = yaml.safe_load((ROOT / ".vscode/extensions.json").read_text("utf-8"))
    assert recommended["recommendations"] == ["redhat.vscode-yaml"]
    settings = yaml.safe_load((ROOT / ".vscode/settings.json").read_text("utf-8"))
    for schema, pattern in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        assert list(ROOT.glob(pattern))
