"""What a disk, a right or a name forbids: told, with nothing lost and nothing half-written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.cli import run, run_process
from tests.support.projects import ROOT

ACTORS = "events/actors.yml"


def _contents(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def test_a_name_that_is_no_text_is_wrong_use(rivers: Path) -> None:
    before = _contents(rivers)
    name = os.fsdecode(b"Abc\xff")  # as a shell takes it from a file of another encoding
    done = run_process("new", "actor", "--name", name, "--kind", "person", cwd=rivers)
    assert done.returncode == 2, done.stderr
    assert "no text in UTF-8" in done.stderr
    assert "Traceback" not in done.stderr
    assert _contents(rivers) == before


DATE = ("--date", "2021", "--kind", "works", "--source", "courier-2021-05-07", "--locator", "p. 1")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("new", "actor", "--name", "مجلس", "--kind", "person"), "--id"),
        (("new", "place", "--name", "دمشق"), "--id"),
        (("new", "source", "--outlet", "صحيفة", "--published", "2021"), "--id"),
        (("new", "event", "--title", "مجلس", *DATE), "--id"),
        (("new", "event", "--title", "x" * 5000, *DATE), "File name too long"),
    ],
)
def test_what_cannot_be_written_is_wrong_use(
    rivers: Path, words: tuple[str, ...], reason: str
) -> None:
    before = _contents(rivers)
    done = run(*words, cwd=rivers)
    assert done.returncode == 2, done.stderr
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
    assert _contents(rivers) == before


def test_a_name_in_any_script_takes_an_id(rivers: Path) -> None:
    done = run("new", "actor", "--name", "مجلس", "--kind", "person", "--id", "majlis", cwd=rivers)
    assert done.returncode == 0, done.stderr
    assert 'majlis:\n  name: "مجلس"' in (rivers / ACTORS).read_text("utf-8")


def test_a_build_touches_nothing_but_its_own_folder(rivers: Path) -> None:
    (rivers / ".out.new").mkdir()
    (rivers / ".out.new/precious").write_text("kept")
    before = _contents(rivers)
    for to in ("docs/out", "events/2021", "docs"):
        done = run("build", "--to", to, cwd=rivers)
        assert done.returncode == 2
        assert "which is read" in done.stderr or "not empty" in done.stderr
    (rivers / "mkdocs.yml").write_text(
        (rivers / "mkdocs.yml").read_text("utf-8").replace("font: false", "custom_dir: missing")
    )
    assert run("build", "--to", "out", cwd=rivers).returncode == 2
    (rivers / "mkdocs.yml").write_bytes(before["mkdocs.yml"] or b"")
    assert _contents(rivers) == before
    assert run("build", "--to", "out", cwd=rivers).returncode == 0
    assert (rivers / ".out.new/precious").read_text() == "kept"


def test_fix_goes_on_behind_what_is_in_its_way(rivers: Path) -> None:
    folder = rivers / "events/2021"
    (rivers / "events/2020").mkdir()
    for name in ("2021-05-06-gate-opens", "1998-pumping-begins"):
        (found,) = rivers.glob(f"events/*/{name}.yml")
        found.rename(rivers / f"events/2020/{name}.yml")
    (rivers / "events/1998").rmdir()
    (rivers / "events/1998").write_text("a file")
    done = run("fix", "--yes", cwd=rivers)
    assert done.returncode == 1
    assert "events/2020/1998-pumping-begins.yml: not changed" in done.stderr
    assert (folder / "2021-05-06-gate-opens.yml").is_file()
    assert "changed\n" in done.stderr


def test_a_file_where_the_schemas_go_is_wrong_use(rivers: Path) -> None:
    (rivers / "events/.schema").write_text("a file")
    done = run("schema", cwd=rivers)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("kind", ["folder", "dangling link", "pipe"])
@pytest.mark.parametrize("path", [ACTORS, "events/2021/2021-05-09-more.yml"])
def test_what_is_no_file_is_a_problem(rivers: Path, kind: str, path: str) -> None:
    place = rivers / path
    place.unlink(missing_ok=True)
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to("nowhere")
    done = run("check", cwd=rivers)
    if kind == "folder" and path != ACTORS:
        assert done.returncode == 0  # folders may have any name
    else:
        assert f"{path}:1:1: E111 the file cannot be read" in done.stdout


@pytest.mark.parametrize("option", ["--text", "--from"])
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_no_new_source_waits_for_a_pipe_or_reads_a_device(
    rivers: Path, option: str, kind: str
) -> None:
    if kind == "pipe":
        os.mkfifo(rivers / "it")
    else:
        (rivers / "it").symlink_to("/dev/zero")
    done = run("new", "source", "--outlet", "H", "--published", "2021", option, "it", cwd=rivers)
    assert done.returncode == 2
    assert "is a pipe or a device, no file" in done.stderr


@pytest.mark.parametrize("command", [("check",), ("fix", "--yes"), ("new", "actor", "--ask")])
def test_no_command_waits_for_a_pipe_among_our_own_files(
    rivers: Path, command: tuple[str, ...]
) -> None:
    (rivers / "events/.schema").mkdir()
    for name in (".schema/ids.json", ".answers.json"):
        os.mkfifo(rivers / "events" / name)
    done = run(*command, cwd=rivers)
    assert done.returncode in {0, 1, 2}
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-"])
def test_a_stream_may_be_closed(rivers: Path, closed: str) -> None:
    command = f'"$0" -m generator check {closed} && "$0" -m generator fix {closed}'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable],
        cwd=rivers,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_any_bytes_may_stand_in_a_list_of_changed_files(rivers: Path) -> None:
    (rivers / "changed").write_bytes(b"caf\xe9.md\nevents/actors.yml\n")
    (rivers / ACTORS).write_text("a: [")
    done = run("check", "--format", "github", "--changed", "changed", cwd=rivers)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=events/actors.yml")


def test_what_mkdocs_cannot_read_is_wrong_use(rivers: Path) -> None:
    with (rivers / "mkdocs.yml").open("a") as file:
        file.write("? [a]\n: b\n")
    done = run("check", cwd=rivers)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
