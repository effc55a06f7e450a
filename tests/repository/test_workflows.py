"""Each step of each workflow does what it is there for, as far as that needs no forge."""

import shutil
from pathlib import Path

import pytest

from tests.support.cli import run
from tests.support.processes import run_git
from tests.support.projects import RIVERS, ROOT, edit
from tests.support.wheels import tracked_copy
from tests.support.workflows import Checkout, Step, steps

_WORKFLOWS = ROOT / ".github/workflows"
_ELSEWHERE = {
    "bash .ci/run": "is these tests",
    "python -m pip install": "asks the index of packages",
    "pip-audit": "asks for known faults",
    "npm audit": "asks for known faults",
    ".venv/bin/uv build": "fetches what builds the package, which test_package does without",
    "python -m venv audit": "asks the index of packages",
    "make .venv/.ready\n.venv/bin/uv": "asks the index of packages",
    "../../../fresh/bin/mkdocs": "runs what the step before has installed",
}
"""What steps begin with that need the network; `test_package` has the package installed."""
_HERE = {
    "make .venv/.ready",
    "git -c core.quotePath=off diff",
    ".venv/bin/chronology check",
    ".venv/bin/chronology diff",
    "make site",
    "PYTHONPATH=. python .github/links.py",
    'open="$(gh issue list',
    "grep -qx",
    'gh release create "$TAG"',
}
GATE = "events/2021/2021-05-06-gate-opens.yml"


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """This repository with the rivers' data, a proposal merged: its second commit."""
    folder = tracked_copy(tmp_path / "checkout")
    shutil.copytree(RIVERS / "events", folder / "events")
    shutil.copy(RIVERS / "mkdocs.yml", folder)
    run_git(folder, "init", "-q", "-b", "main")
    run_git(folder, "add", "-A")
    run_git(folder, "commit", "-q", "-m", "One")
    edit(folder / GATE, ("title: The gate", "title: The other gate"))
    run_git(folder, "commit", "-q", "-a", "-m", "Two")
    return Checkout(folder, tmp_path / "away", package=folder)


def _steps(workflow: str) -> list[Step]:
    return list(steps(_WORKFLOWS / f"{workflow}.yml"))


def _step(workflow: str, begin: str) -> Step:
    return next(step for step in _steps(workflow) if step.script.startswith(begin))


def test_each_step_is_run_here_or_needs_the_network() -> None:
    begins = (*_HERE, *_ELSEWHERE)
    scripts = [step.script for workflow in _WORKFLOWS.iterdir() for step in steps(workflow)]
    assert [script for script in scripts if not script.startswith(begins)] == []
    assert [begin for begin in begins if not any(s.startswith(begin) for s in scripts)] == []


def test_an_audit_reads_one_list_and_passes_over_nothing() -> None:
    audits = [
        line
        for workflow in ("audit", "release")
        for step in _steps(workflow)
        for line in step.script.splitlines()
        if "pip-audit" in line
    ]
    assert len(audits) == 3
    for audit in audits:  # a package in two lists stops it; one that it cannot look up does not
        assert audit.count(" -r ") == 1
        assert "--strict" in audit


@pytest.mark.build
def test_sound_data_is_checked_compared_and_built(checkout: Checkout) -> None:
    proposal = [step for step in _steps("check") if step.job == "data"]
    for step in {step.script: step for step in (*proposal, *_steps("publish"))}.values():
        done = checkout.run(step)
        assert done.returncode == 0, (step.script, done.stdout, done.stderr)
    assert (checkout.folder / "site/events/2021-05-06-gate-opens/index.html").is_file()
    assert "The other gate" in checkout.summary.read_text("utf-8")
    assert checkout.calls() == []


def test_a_problem_is_told_at_its_line_and_fails(checkout: Checkout) -> None:
    edit(checkout.folder / GATE, ("kind: ", "kind: no-such-"))
    run_git(checkout.folder, "commit", "-q", "-a", "-m", "Three")
    done = checkout.run(_step("check", "git"))
    assert done.returncode == 1
    assert done.stdout.startswith(f"::error file={GATE},line=")
    done = checkout.run(_step("publish", ".venv/bin/chronology check"))
    assert (done.returncode, done.stdout.split(":")[0]) == (1, GATE)


@pytest.mark.parametrize(
    ("silent", "open_issue", "call"),
    [
        ("- x\n", "", "gh issue create --title Addresses of sources that do not answer --body"),
        ("- x\n", "7", "gh issue edit 7 --body-file silent"),
        ("", "7", "gh issue close 7 --comment All answer again."),
        ("", "", None),
    ],
)
def test_one_issue_tells_of_silent_addresses(
    tmp_path: Path, silent: str, open_issue: str, call: str | None
) -> None:
    checkout = Checkout(tmp_path / "checkout", tmp_path / "away", package=ROOT)
    (checkout.folder / "silent").write_text(silent)
    done = checkout.run(_step("links", "open="), OPEN_ISSUE=open_issue, GH_TOKEN="x")
    assert done.returncode == 0, done.stderr
    first, *more = checkout.calls()
    assert first.startswith("gh issue list --state open --search in:title ")
    assert [begun for begun in more if not call or not begun.startswith(call)] == []
    assert len(more) == bool(call)


def test_addresses_are_looked_at_in_the_checkout(checkout: Checkout) -> None:
    (checkout.folder / "events/sources.yml").write_text("")  # no address, so no network
    done = checkout.run(_step("links", "PYTHONPATH"))
    assert done.returncode == 0, done.stderr
    assert (checkout.folder / "silent").read_text() == ""


def test_a_release_has_the_number_of_its_tag(checkout: Checkout) -> None:
    (version,) = (
        line.split('"')[1]
        for line in (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
        if line.startswith("version = ")
    )
    compare = _step("release", "grep")
    assert checkout.run(compare, TAG=f"v{version}").returncode == 0
    assert checkout.run(compare, TAG=f"v{version}0").returncode == 1
    (checkout.folder / "files").mkdir()
    (checkout.folder / "files/x.whl").touch()
    make = _step("release", "gh release")
    assert checkout.run(make, TAG=f"v{version}", REPOSITORY="a/b", GH_TOKEN="x").returncode == 0
    made = f"gh release create v{version} files/x.whl --repo a/b --verify-tag --generate-notes"
    assert checkout.calls() == [made]


_STARTED = (
    ".github/workflows/check.yml",
    ".github/workflows/publish.yml",
    ".forgejo/workflows/check.yml",
    ".gitlab-ci.yml",
)


@pytest.mark.build
@pytest.mark.long
def test_what_start_writes_for_forges_runs(tmp_path: Path) -> None:
    told = ("--title", "The dam", "--subject", "Who said what.", "--url", "https://dam.example/")
    assert run("start", "dam", *told, "--language", "en", cwd=tmp_path).returncode == 0
    dam = tmp_path / "dam"
    run_git(dam, "init", "-q", "-b", "main")
    run_git(dam, "add", "-A")
    run_git(dam, "commit", "-q", "-m", "One")
    assert run("publish", "2021-05-04-example", "--named", cwd=dam).returncode == 0
    run_git(dam, "commit", "-q", "-a", "-m", "Two")
    checkout = Checkout(dam, tmp_path / "away", package=ROOT)
    scripts = {step.script: step for path in _STARTED for step in steps(dam / path)}
    for step in scripts.values():
        done = checkout.run(step)
        assert done.returncode == 0, (step.script, done.stdout, done.stderr)
    assert "pip install -r requirements.txt" in checkout.calls()
    for site in ("site", "public"):
        assert (dam / site / "events/2021-05-04-example/index.html").is_file()
    assert checkout.summary.read_text("utf-8")
