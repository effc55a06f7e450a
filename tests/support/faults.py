"""Commands that are run with one of their writes failing: a full disk, a missing right, a kill.

Python tells an audit hook of every file that is opened for writing, made, moved or deleted, before
it happens; so no write of anybody's is missed. That a file is flushed to the disk is counted as
well, and not done: only a power cut would tell, and one is played, by which every file is empty
that was not flushed. Each run is a copy of this process, which has to have one thread: `inject` is
for a process of its own, as `fault_runs` has one.
"""

import errno
import io
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import mkdocs.__main__

from generator.adapters.cli import main

KILLED = 137
_CHANGES = {"os.fsync", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink"}
_ERRORS = {"full": errno.ENOSPC, "forbidden": errno.EACCES}

Command = Callable[[], object]


class Run(NamedTuple):
    """How a run with a fault ended."""

    fault: str
    """Which write failed, and how."""
    exit_code: int
    said: str
    """What it printed."""
    is_killed: bool


class _Faults:
    """Counts the writes below a folder, and has one of them fail."""

    def __init__(self) -> None:
        self.writes: list[str] = []
        self.at_risk: set[int] = set()
        """The numbers of the writes before which a power cut would empty a file."""
        self._folder = ""
        self._at = -1
        self._how = ""
        self._is_on = False
        self._unflushed: set[str] = set()
        self._lock = threading.RLock()
        sys.addaudithook(self._hook)  # stays for ever
        os.fsync = lambda fd: self._hook("os.fsync", (f"/proc/self/fd/{fd}",))

    def begin(self, folder: Path, at: int = -1, how: str = "") -> None:
        """Count from now on, and have the write of number `at` fail."""
        self.writes, self._folder, self._at, self._how = [], str(folder), at, how
        self._unflushed, self.at_risk = set(), set()
        self._is_on = True

    def _hook(self, event: str, args: tuple[object, ...]) -> None:
        if not self._is_on or not (event in _CHANGES or _is_opened_to_write(event, args)):
            return
        with self._lock:  # files are flushed by several threads
            path = _path(event, args) if self._is_on else ""
            if not path.startswith(self._folder):
                return
            self._is_on = False
            number = len(self.writes)
            self.writes.append(f"{event} {path}")
            if self._unflushed:
                self.at_risk.add(number)
            if number == self._at:
                self._fail(event, path)
            self._follow(event, path, args)
            self._is_on = True

    def _fail(self, event: str, path: str) -> None:
        if event == "open":  # and begins to write
            with open(path, "wb") as file:  # noqa: PTH123
                file.write(b"half")
        if self._how == "power":
            for name in filter(os.path.isfile, self._unflushed):
                os.truncate(name, 0)
        if self._how in ("kill", "power"):
            os._exit(KILLED)
        code = _ERRORS[self._how]
        self._is_on = True  # what is done about it may be counted, and no more fails
        raise OSError(code, os.strerror(code), path)

    def _follow(self, event: str, path: str, args: tuple[object, ...]) -> None:
        """Note which files a power cut would empty."""
        if event == "open":
            self._unflushed.add(path)
        elif event == "os.fsync":
            self._unflushed.discard(path)
        elif event == "os.rename":
            to = os.path.abspath(os.fsdecode(args[1]))  # type: ignore[arg-type]  # noqa: PTH100
            self._unflushed = {
                to + name.removeprefix(path) if f"{name}/".startswith(f"{path}/") else name
                for name in self._unflushed
            }


def _is_opened_to_write(event: str, args: tuple[object, ...]) -> bool:
    flags = args[2] if event == "open" else 0
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _path(event: str, args: tuple[object, ...]) -> str:
    """The path that is written to; a relative one is below an open folder."""
    path = os.fsdecode(args[0]) if isinstance(args[0], str | bytes | os.PathLike) else ""
    if path.startswith("/proc/self/fd/"):
        return os.readlink(path)  # noqa: PTH115
    number = 0 if event == "open" else args[-1]  # which tells its flags there, and no folder
    if path and not os.path.isabs(path) and isinstance(number, int) and number > 2:  # noqa: PTH117
        return f"{os.readlink(f'/proc/self/fd/{number}')}/{path}"  # noqa: PTH115
    return os.path.abspath(path)  # noqa: PTH100


_faults: list[_Faults] = []


def inject(
    command: Command,
    project: Path,
    choose: Callable[[Sequence[str]], Sequence[int]],
    hows: Sequence[str],
) -> Iterator[tuple[Path, Run]]:
    """Run a command for each of the writes that are chosen by number, and have that write fail.

    A write is told as an event and a path. `hows` are how it fails, one run each: "kill", "power"
    (a power cut, which is as a kill where all is flushed), "full", "forbidden", or several of them
    with "or", of which the number of the write picks one. Each time in a copy of the project, which
    is given with the end of the run. The first pair is a run without a fault, with "" as its fault.
    """
    if not _faults:
        _faults.append(_Faults())
    copy = project.with_name("copy")
    shutil.copytree(project, copy)
    said = copy.with_name("said")
    # In this process, so that the copies of it have all modules already.
    code = _take_part(command, copy, said)
    chosen = choose(_faults[0].writes)
    at_risk = _faults[0].at_risk
    yield copy, Run("", code, said.read_text(), is_killed=False)
    for n in chosen:
        turns = [how.split(" or ") for how in hows]
        ways = [turn[n % len(turn)] for turn in turns]
        for way in dict.fromkeys(
            "kill" if how == "power" and n not in at_risk else how for how in ways
        ):
            yield copy, run_copy(command, project, copy, n, way)


def run_copy(command: Command, project: Path, copy: Path, at: int = -1, how: str = "") -> Run:
    """Run a command in a copy of a project, and have the write of number `at` fail, if any."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(project, copy)
    said = copy.with_name("said")
    child = os.fork()
    if not child:
        os._exit(_take_part(command, copy, said, at, how))
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    text = said.read_text() if code != KILLED else ""
    return Run(f"{how} {at}" if how else "", code, text, code == KILLED)


def _take_part(command: Command, copy: Path, said: Path, at: int = -1, how: str = "") -> int:
    os.chdir(copy)
    printed = io.StringIO()
    code = 0
    _faults[0].begin(copy, at, how)
    try:
        with redirect_stdout(printed), redirect_stderr(printed):
            command()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException as error:
        printed.write(f"Traceback: {error!r}")
        code = 70
    _faults[0]._is_on = False
    said.write_text(printed.getvalue())
    return code


def command(words: Sequence[str]) -> Command:
    """Return what runs a command line, which begins with `chronology` or with `mkdocs`."""
    program, *args = words
    if program == "mkdocs":
        return lambda: mkdocs.__main__.cli(args, prog_name="mkdocs")
    return lambda: main(args, prog_name="python -m generator")


def visible(folder: Path) -> dict[str, bytes]:
    """The files below a folder but those that are hidden or in a hidden folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not _is_hidden(path.relative_to(folder).parts)
    }


def _is_hidden(parts: Sequence[str]) -> bool:
    return any(part.startswith(".") and part != ".schema" for part in parts)


def left_behind(folder: Path) -> list[str]:
    """What a run may not leave: files and folders on the way to their place."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob(".*")
        if path.name.startswith(".writing") or path.name.endswith((".chronology", ".part"))
    )
