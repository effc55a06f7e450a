"""`git blame` leaves out the commits that only move and rename."""

import re
import subprocess

import pytest

from tests.support.projects import ROOT

LISTED = [
    line
    for line in (ROOT / ".git-blame-ignore-revs").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def _git(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("commit", LISTED)
def test_every_commit_that_is_left_out_is_one_of_this_repository(commit: str) -> None:
    assert re.fullmatch("[0-9a-f]{40}", commit)
    if _git("rev-parse", "--is-shallow-repository").stdout.strip() != "false":
        pytest.skip("not a clone with its history")
    assert _git("cat-file", "-t", commit).stdout.strip() == "commit"


def test_the_history_of_a_moved_file_goes_on_under_its_old_name() -> None:
    if _git("rev-parse", "--is-shallow-repository").stdout.strip() != "false":
        pytest.skip("not a clone with its history")
    names = _git(
        "log", "--follow", "--name-only", "--format=", "--", "generator/loading/yaml_parser.py"
    )
    assert "generator/reading.py" in names.stdout.splitlines()
