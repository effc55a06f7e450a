"""Commands that only look do not write: names, bytes and times of all files stay as they were."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.support.cli import run

_Files = dict[str, tuple[int, int, bytes]]


def _snapshot(folder: Path) -> _Files:
    """Return the mode, the time of the last change and the bytes of all that a folder holds."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mode,
            path.stat().st_mtime_ns,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def project(rivers: Path) -> Path:
    """Return a project in git with editor schemas that are behind and a file that `fix` mends."""
    assert run("schema", cwd=rivers).returncode == 0
    ids = rivers / "events/.schema/ids.json"
    ids.write_text(ids.read_text().replace('"wire"', '"wired"'))
    event = rivers / "events/2021/2021-05-06-gate-opens.yml"
    event.write_text(event.read_text() + "\n\n")
    (rivers / "broken.csv").write_text("title,date\n,2001\n")
    (rivers / "nothing.json").write_text('{"events": []}')
    who = ("-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "gc.auto=0")
    for args in (("init", "-b", "main"), ("add", "-A"), ("commit", "-m", "one")):
        subprocess.run(["git", *who, *args], cwd=rivers, check=True, capture_output=True)
    return rivers


@pytest.mark.parametrize(
    ("args", "exit_code"),
    [
        (("--help",), 0),
        (("check", "--help"), 0),
        (("check",), 0),
        (("check", "--texts", "texts"), 0),
        (("check", "--format", "github"), 0),
        (("diff", "HEAD", "."), 0),
        (("diff", "HEAD", "HEAD", "--format", "json"), 0),
        (("fix", "--dry-run"), 0),
        (("import", "csv", "broken.csv"), 1),
        (("import", "timelinejs", "nothing.json"), 0),
        (("new", "event", "--no-ask"), 2),
        (("new", "event", "--no-ask", "--title", "X", "--date", "5/6/2021"), 2),
        (("new", "actor", "--no-ask"), 2),
        (("new", "place", "--no-ask", "--name", "X", "--within", "nowhere"), 2),
        (("new", "source", "--no-ask", "--outlet", "X"), 2),
        (("schema", "no-such-folder"), 2),
        (("build",), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_command_that_only_looks_writes_nothing(
    project: Path, args: tuple[str, ...], exit_code: int
) -> None:
    before = _snapshot(project)
    done = run(*args, cwd=project)
    assert done.returncode == exit_code, done.stdout + done.stderr
    assert _snapshot(project) == before


def test_check_is_content_with_a_folder_that_nobody_may_write(project: Path) -> None:
    folders = [project, *(path for path in project.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        done = run("check", cwd=project)
        assert done.returncode == 0, done.stderr
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert os.access(project, os.W_OK)
