"""Commands that are run with one of their writes failing: a full disk, a missing right, a kill.

Python tells an audit hook of every file that is opened for writing, made, moved or deleted, before
it happens; so no write of anybody's is missed. That a file is flushed to the disk is counted as
well, and not done: only a power cut would tell, and one is played, by which every file is empty
that was not flushed. A kill leaves the files as they are then: they are copied before the write,
and one run gives what all kills leave. `inject` is for a process of its own, as `fault_runs` has
one: the hook stays in it for ever.
"""

import errno
import io
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import mkdocs.__main__

from generator.adapters.cli import main

_KILLS = ("kill", "power")
_CHANGES = {"os.fsync", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink"}
_ERRORS = {"full": errno.ENOSPC, "forbidden": errno.EACCES}

Command = Callable[[], object]
Fault = tuple[int, str]
"""The number of the write that fails, and how it fails."""
_NONE: Fault = (-1, "")


class Run(NamedTuple):
    """How a run with a fault ended."""

    fault: str
    """Which write failed, and how."""
    exit_code: int | None
    """None where it was killed."""
    said: str
    """What it printed."""


class _Faults:
    """Counts the writes below a folder; has one of them fail, or keeps what kills would leave."""

    def __init__(self) -> None:
        self.writes: list[str] = []
        self.at_risk: set[int] = set()
        """The numbers of the writes before which a power cut would empty a file."""
        self._folder = ""
        self._fault = _NONE
        self._kills: Mapping[Fault, Path] = {}
        self._is_on = False
        self._unflushed: set[str] = set()
        self._lock = threading.Lock()
        self._inside = 0
        """The thread that is in the hook, whose own writes are not counted."""
        sys.addaudithook(self._hook)  # stays for ever
        os.fsync = lambda fd: self._hook("os.fsync", (f"/proc/self/fd/{fd}",))

    def begin(self, folder: Path, fault: Fault, kills: Mapping[Fault, Path]) -> None:
        """Count from now on; have a write fail, and keep in these folders what kills leave."""
        self.writes, self._folder, self._fault, self._kills = [], str(folder), fault, kills
        self._unflushed, self.at_risk = set(), set()
        self._is_on = True

    def end(self) -> None:
        """Count no longer."""
        self._is_on = False

    def _hook(self, event: str, args: tuple[object, ...]) -> None:
        thread = threading.get_ident()
        if not self._is_on or self._inside == thread:
            return
        if not (event in _CHANGES or _is_opened_to_write(event, args)):
            return
        with self._lock:  # files are flushed by several threads
            self._inside = thread
            try:
                path = _path(event, args)
                if path.startswith(self._folder):
                    self._count(event, path, args)
            finally:
                self._inside = 0

    def _count(self, event: str, path: str, args: tuple[object, ...]) -> None:
        number = len(self.writes)
        self.writes.append(f"{event} {path}")
        if self._unflushed:
            self.at_risk.add(number)
        for how in _KILLS:
            if (number, how) in self._kills:
                self._keep(event, path, how, self._kills[number, how])
        if number == self._fault[0]:
            if event == "open":
                _begin_to_write(path)
            code = _ERRORS[self._fault[1]]
            raise OSError(code, os.strerror(code), path)
        self._follow(event, path, args)

    def _keep(self, event: str, path: str, how: str, kept: Path) -> None:
        """Copy what a kill or a power cut would leave."""
        shutil.copytree(self._folder, kept, symlinks=True)
        if event == "open":
            _begin_to_write(str(kept) + path.removeprefix(self._folder))
        if how == "power":
            for name in self._unflushed:
                if os.path.isfile(there := str(kept) + name.removeprefix(self._folder)):  # noqa: PTH113
                    os.truncate(there, 0)

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


def _begin_to_write(path: str) -> None:
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(b"half")


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
    copy = project.with_name("copy")
    yield copy, run_copy(command, project, copy)
    at_risk = _faults[0].at_risk
    faults: list[Fault] = []
    for n in choose(_faults[0].writes):
        turns = [how.split(" or ") for how in hows]
        ways = [turn[n % len(turn)] for turn in turns]
        faults += dict.fromkeys(
            (n, "kill" if how == "power" and n not in at_risk else how) for how in ways
        )
    kills = {(n, how): project.with_name(f"{how} {n}") for n, how in faults if how in _KILLS}
    run_copy(command, project, copy, kills=kills)
    for n, how in faults:
        if (n, how) in kills:
            if kills[n, how].exists():  # threads that make a folder at once make one write more
                shutil.rmtree(copy)
                kills[n, how].rename(copy)
                yield copy, Run(f"{how} {n}", None, "")
        else:
            yield copy, run_copy(command, project, copy, (n, how))


def run_copy(
    command: Command,
    project: Path,
    copy: Path,
    fault: Fault = _NONE,
    kills: Mapping[Fault, Path] | None = None,
) -> Run:
    """Run a command in a copy of a project; a fault may have a write fail.

    `kills` are the folders in which is then what the project is if the command is killed instead.
    """
    if not _faults:
        _faults.append(_Faults())
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(project, copy)
    printed = io.StringIO()
    code = 0
    with chdir(copy), redirect_stdout(printed), redirect_stderr(printed):
        _faults[0].begin(copy, fault, kills or {})
        try:
            command()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        except BaseException as error:
            printed.write(f"Traceback: {error!r}")
            code = 70
        _faults[0].end()
    n, how = fault
    return Run(f"{how} {n}" if how else "", code, printed.getvalue())


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
