"""What is written is on the disk before it has its name, and before what follows from it."""

import errno
import os
from pathlib import Path

import pytest

from generator.support.disk_flush import flush, write_flushed
from generator.support.whole_files import alone_in


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is flushed, renamed and deleted below the folder of the test, one after the other."""
    done: list[str] = []

    def below(path: str | Path) -> str:
        return Path(path).relative_to(tmp_path).as_posix()

    def watch(name: str) -> None:
        real = getattr(Path, name)

        def watched(self: Path, to: Path) -> Path:
            done.append(f"{below(self)} > {below(to)}")
            return Path(real(self, to))

        monkeypatch.setattr(Path, name, watched)

    monkeypatch.setattr(
        os, "fsync", lambda fd: done.append(below(Path(f"/proc/self/fd/{fd}").readlink()))
    )
    watch("rename")
    watch("replace")
    return done


def test_each_step_of_many_files_is_on_the_disk_before_the_next(
    tmp_path: Path, steps: list[str]
) -> None:
    events = tmp_path / "events"
    (events / "2020").mkdir(parents=True)
    (events / "2020/gone.yml").write_text("gone")
    with alone_in(events, lambda: None) as write:
        write({"2021/new.yml": "new", "2020/gone.yml": None})
    staged = steps[0]
    assert sorted(steps[:7]) == [
        staged,
        f"{staged}/.gitignore",
        f"{staged}/after",
        f"{staged}/after/0",
        f"{staged}/before",
        f"{staged}/before/1",
        f"{staged}/forth",
    ]
    aside = steps[-2].partition(" > ")[2]
    assert steps[7:] == [
        f"{staged} > events/.writing",
        *("events", "events/.writing"),
        "events/.writing/after/0 > events/2021/new.yml",
        *("events", "events/2021"),
        f"events/.writing > {aside}",
        "events",
    ]


def test_one_file_is_on_the_disk_before_it_has_its_name(tmp_path: Path, steps: list[str]) -> None:
    write_flushed(tmp_path / "a", b"x")
    assert steps == [".a.part", ".a.part > a", "."]
    assert (tmp_path / "a").read_bytes() == b"x"


def test_of_many_files_each_is_flushed(tmp_path: Path, steps: list[str]) -> None:
    names = [f"{n:03}" for n in range(100)]
    for name in names:
        (tmp_path / name).write_text("x")
    flush(tmp_path / name for name in names)
    assert sorted(steps) == names


@pytest.mark.parametrize("count", [1, 100])
def test_a_disk_that_is_full_only_now_is_told_with_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    def fail(fd: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for n in range(count):
        (tmp_path / f"{n}").write_text("x")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left on device") as raised:
        flush(tmp_path.iterdir())
    assert Path(raised.value.filename).parent == tmp_path
    with pytest.raises(OSError, match="No space"):
        write_flushed(tmp_path / "one", b"x")
    assert not list(tmp_path.glob("*one*"))


def test_a_system_that_cannot_flush_a_folder_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(fd: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", fail)
    write_flushed(tmp_path / "a", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_nothing_is_written_through_a_link_that_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / ".a.part").symlink_to("secret")
    write_flushed(tmp_path / "a", b"x")
    assert (tmp_path / "secret").read_text() == "secret"
