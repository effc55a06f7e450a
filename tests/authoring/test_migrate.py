"""`migrate`: the number of the format changes, and nothing else."""

from pathlib import Path

import pytest

from generator.authoring.migrations import migrated
from tests.support.cli import run
from tests.support.projects import edit


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\n", "format: 2\ntitle: A\n"),
        ("# why\n\ntitle: A # x\n", "# why\n\nformat: 2\ntitle: A # x\n"),
        ("title: A\nformat: 1  # old\nurl: b\n", "title: A\nformat: 2  # old\nurl: b\n"),
        ("title: A\r\nurl: b\r\n", "format: 2\r\ntitle: A\r\nurl: b\r\n"),
        ("format: 2\ntitle: A\n", "format: 2\ntitle: A\n"),
        ("kinds: {a: {name: 'format: 1'}}\n", "format: 2\nkinds: {a: {name: 'format: 1'}}\n"),
    ],
)
def test_only_the_number_changes(before: str, after: str) -> None:
    assert migrated(before) == after
    assert migrated(after) == after


def test_a_folder_is_migrated_once(rivers: Path) -> None:
    settings = rivers / "events/chronology.yml"
    before = settings.read_text("utf-8")
    files = {path: path.read_bytes() for path in rivers.rglob("*.yml") if path != settings}
    done = run("migrate", cwd=rivers)
    assert done.returncode == 0, done.stderr
    assert settings.read_text("utf-8").replace("format: 2\n", "") == before
    assert {path: path.read_bytes() for path in files} == files
    assert run("check", cwd=rivers).returncode == 0
    again = run("migrate", cwd=rivers)
    assert (again.returncode, "already" in again.stderr) == (0, True)


@pytest.mark.parametrize(
    ("head", "ending"),
    [
        (b"", b"\n"), (b"", b"\r\n"), (b"", b"\r"), (b"\xef\xbb\xbf", b"\n"),
        (b"\xef\xbb\xbf# why\t\xc3\xa7\r\n\r\n", b"\r\n"), (b"# head\n--- # x\n", b"\n"),
    ],
)  # fmt: skip
def test_every_other_byte_stays(head: bytes, ending: bytes, rivers: Path) -> None:
    settings = rivers / "events/chronology.yml"
    keys = settings.read_bytes().replace(b"\n", ending) + b"# the end \t"
    settings.write_bytes(head + keys)
    done = run("migrate", cwd=rivers)
    assert done.returncode == 0, done.stderr
    assert settings.read_bytes() == head + b"format: 2" + ending + keys


def test_a_folder_with_problems_stays(rivers: Path) -> None:
    edit(rivers / "events/chronology.yml", ("licence:", "format: 3\nlicence:"))
    before = (rivers / "events/chronology.yml").read_bytes()
    done = run("migrate", cwd=rivers)
    assert done.returncode == 1
    assert "E218" in done.stderr
    assert (rivers / "events/chronology.yml").read_bytes() == before
