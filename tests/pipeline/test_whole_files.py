"""Many files at once: all or none, whatever a disk refuses, and one process at a time."""

import json
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from generator.support.folder_lock import locked
from generator.support.whole_files import JOURNAL, Write, alone_in, settle
from tests.support.projects import read_files

# Processes are begun as copies of this one, which runs tests in more than one thread.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
_BEFORE = {"2020/gone.yml": b"gone", "2021/same.yml": b"same", "actors.yml": b"one\r\n"}
_CHANGES = {"actors.yml": "two\r\n", "2022/new.yml": "new", "2020/gone.yml": None}
_AFTER = {"2021/same.yml": b"same", "2022/new.yml": b"new", "actors.yml": b"two\r\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three files."""
    folder = tmp_path / "events"
    for path, content in _BEFORE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / "actors.yml").chmod(0o640)
    return folder


def _nobody_waits() -> None:
    raise AssertionError("nobody else is there")


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def write(folder: Path) -> Iterator[Write]:
    """What writes its files."""
    with alone_in(folder, _nobody_waits) as write:
        yield write


def test_all_is_written(folder: Path, write: Write) -> None:
    write(_CHANGES)
    assert read_files(folder) == _AFTER
    assert _names(folder) == {"2021", "2022", "actors.yml"}
    assert (folder / "actors.yml").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(folder: Path, write: Write) -> None:
    (folder / "link.yml").symlink_to("actors.yml")
    write({"link.yml": "two"})
    assert (folder / "link.yml").is_symlink()
    assert (folder / "actors.yml").read_text() == "two"


@pytest.mark.parametrize("path", ["2021/link.yml", "linked/new.yml", "../outside/new.yml"])
def test_nothing_is_written_outside(folder: Path, write: Write, path: str) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "secret").write_text("secret")
    (folder / "2021/link.yml").symlink_to(outside / "secret")
    (folder / "linked").symlink_to(outside)
    with pytest.raises(OSError, match="leads out of the folder"):
        write({**_CHANGES, path: "x"})
    assert read_files(outside) == {"secret": b"secret"}
    assert (folder / "actors.yml").read_bytes() == _BEFORE["actors.yml"]


@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("fails_at", range(4))
def test_what_cannot_be_moved_goes_back(
    folder: Path,
    write: Write,
    fails_at: int,
    error: BaseException,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steps = iter(range(99))
    for name in ("replace", "unlink", "mkdir"):
        _count_calls(monkeypatch, name, steps, fails_at + 3, error)  # three folders to put aside
    with pytest.raises(type(error)):
        write(_CHANGES)
    monkeypatch.undo()
    assert read_files(folder) == _BEFORE
    assert _names(folder) == {"2020", "2021", "actors.yml"}


def _count_calls(
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    steps: Iterator[int],
    fails_at: int,
    error: BaseException,
) -> None:
    real: Callable[..., object] = getattr(Path, name)

    def counted(self: Path, *args: object, **kwargs: object) -> object:
        if next(steps) == fails_at:
            raise error
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, name, counted)


def test_a_text_that_is_none_leaves_all_as_it_was(folder: Path, write: Write) -> None:
    with pytest.raises(UnicodeEncodeError):
        write({**_CHANGES, "2021/same.yml": "\udcff"})
    assert read_files(folder) == _BEFORE


def _kill_in(folder: Path, function: str, call: int) -> None:
    """Write in a process that dies when it calls a function of `Path` so many times."""

    def die() -> None:
        with alone_in(folder, _nobody_waits) as write:
            calls = iter(range(99))
            real = getattr(Path, function)

            def deadly(self: Path, *args: object, **kwargs: object) -> object:
                if next(calls) == call:
                    os._exit(137)
                return real(self, *args, **kwargs)

            setattr(Path, function, deadly)
            write(_CHANGES)

    process = multiprocessing.get_context("fork").Process(target=die)
    process.start()
    process.join()
    assert process.exitcode == 137


@pytest.mark.parametrize(
    ("function", "call", "expected"),
    [
        ("write_bytes", 0, _BEFORE),
        ("rename", 0, _BEFORE),
        ("replace", 0, _AFTER),
        ("replace", 1, _AFTER),
        ("unlink", 0, _AFTER),
        ("rename", 1, _AFTER),
    ],
)
def test_what_a_killed_process_left_is_finished_or_forgotten(
    folder: Path, function: str, call: int, expected: dict[str, bytes]
) -> None:
    _kill_in(folder, function, call)
    (left,) = folder.glob(f"{JOURNAL}*")
    assert (left / ".gitignore").read_text() == "*\n"
    settle(folder)
    visible = {path: text for path, text in read_files(folder).items() if path[0] != "."}
    assert visible == expected
    with alone_in(folder, _nobody_waits):
        assert read_files(folder) == expected


def test_going_back_may_be_cut_short_as_well(folder: Path, write: Write) -> None:
    with pytest.MonkeyPatch.context() as disk, suppress(OSError):
        disk.setattr(Path, "unlink", _refuse)
        disk.setattr(os, "rmdir", _refuse)
        write(_CHANGES)
    assert (folder / JOURNAL / "back").is_file()
    settle(folder)
    assert read_files(folder) == _BEFORE


def _refuse(*args: object, **kwargs: object) -> None:
    raise OSError(28, "full")


def test_a_second_process_waits_and_loses_nothing(folder: Path) -> None:
    def add(number: int) -> None:
        with alone_in(folder, lambda: None) as write:
            text = (folder / "actors.yml").read_bytes().decode()
            write({"actors.yml": f"{text}{number}\n"})

    fork = multiprocessing.get_context("fork")
    processes = [fork.Process(target=add, args=(n,)) for n in range(8)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert sorted((folder / "actors.yml").read_text().split()) == [*"01234567", "one"]


def test_whoever_waits_is_told(folder: Path) -> None:
    fork = multiprocessing.get_context("fork")
    is_held = fork.Event()

    def wait() -> None:
        told: list[bool] = []
        is_held.wait()
        with alone_in(folder, lambda: told.append(True)):
            os._exit(42 if told else 1)

    process = fork.Process(target=wait)
    process.start()  # before the lock is taken: a copy of this process would have it as well
    with locked(folder):
        is_held.set()
        process.join(0.5)
        assert process.exitcode is None
    process.join()
    assert process.exitcode == 42


@pytest.mark.parametrize(
    "plan",
    ["[", "{}x", '["x"]', "[{}]"],
)
def test_a_journal_that_is_none_of_ours_is_named(folder: Path, plan: str) -> None:
    (folder / JOURNAL).mkdir()
    (folder / JOURNAL / "forth").write_text(plan)
    with pytest.raises(OSError, match="delete it"):
        settle(folder)
    assert {path: text for path, text in read_files(folder).items() if path[0] != "."} == _BEFORE


def test_a_journal_that_is_a_pipe_is_not_waited_for(folder: Path) -> None:
    (folder / JOURNAL).mkdir()
    os.mkfifo(folder / JOURNAL / "back")
    with pytest.raises(OSError, match="delete it"):
        settle(folder)


def test_a_journal_that_somebody_sent_reaches_nothing_outside(folder: Path) -> None:
    outside = folder.parent / "outside"
    (outside / "after").mkdir(parents=True)
    (outside / "after/0").write_text("secret")
    for path in ("../outside/new", "link/new"):
        journal = folder / JOURNAL
        (journal / "after").mkdir(parents=True)
        (journal / "before").mkdir()
        (journal / "after/0").write_text("x")
        entry = {"path": path, "before": False, "after": True}
        (journal / "forth").write_text(json.dumps([entry]))
        (folder / "link").symlink_to(outside)
        with pytest.raises(OSError, match="leads out of the folder"):
            settle(folder)
        shutil.rmtree(journal)
        (folder / "link").unlink()
    (folder / JOURNAL).symlink_to(outside)
    with pytest.raises(OSError, match="a link is in the way"):
        settle(folder)
    assert read_files(outside) == {"after/0": b"secret"}
