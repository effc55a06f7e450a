"""Commands that are run with one of their writes failing: a full disk, a missing right, a kill.

Python tells an audit hook of every file that is opened for writing, made, moved or deleted, before
it happens; so no write of anybody's is missed. Each run is a copy of this process, which has to
have one thread: `inject` is for a process of its own.
"""

import errno
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

KILLED = 137
_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink"}
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
        self._folder = ""
        self._at = -1
        self._how = ""
        self._is_on = False
        sys.addaudithook(self._hook)  # stays for ever

    def begin(self, folder: Path, at: int = -1, how: str = "") -> None:
        """Count from now on, and have the write of number `at` fail."""
        self.writes, self._folder, self._at, self._how = [], str(folder), at, how
        self._is_on = True

    def _hook(self, event: str, args: tuple[object, ...]) -> None:
        if not self._is_on or not (event in _CHANGES or _is_opened_to_write(event, args)):
            return
        path = _path(args)
        if not path.startswith(self._folder):
            return
        self._is_on = False
        number = len(self.writes)
        self.writes.append(f"{event} {path}")
        if number == self._at:
            if event == "open":  # and begins to write
                with open(path, "wb") as file:  # noqa: PTH123
                    file.write(b"half")
            if self._how == "kill":
                os._exit(KILLED)
            code = _ERRORS[self._how]
            self._is_on = True  # what is done about it may be counted, and no more fails
            raise OSError(code, os.strerror(code), path)
        self._is_on = True


def _is_opened_to_write(event: str, args: tuple[object, ...]) -> bool:
    flags = args[2] if event == "open" else 0
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _path(args: tuple[object, ...]) -> str:
    """The path that is written to; a relative one is below an open folder."""
    path = os.fsdecode(args[0]) if isinstance(args[0], str | bytes | os.PathLike) else ""
    number = args[-1]
    if path and not os.path.isabs(path) and isinstance(number, int) and number > 2:  # noqa: PTH117
        return f"{os.readlink(f'/proc/self/fd/{number}')}/{path}"  # noqa: PTH115
    return os.path.abspath(path)  # noqa: PTH100


_faults: list[_Faults] = []


def inject(
    command: Command, project: Path, is_told: Callable[[str], bool]
) -> Iterator[tuple[Path, Run]]:
    """Run a command once for each of its writes that `is_told`, and have that write fail.

    Each time in a copy of the project, which is given with the end of the run; a write is told as
    an event and a path. The first pair is a run without a fault, with "" as its fault.
    """
    if not _faults:
        _faults.append(_Faults())
    copy = project.with_name("copy")
    shutil.copytree(project, copy)
    said = copy.with_name("said")
    # In this process, so that the copies of it have all modules already.
    code = _take_part(command, copy, said)
    told = [n for n, write in enumerate(_faults[0].writes) if is_told(write)]
    yield copy, Run("", code, said.read_text(), is_killed=False)
    for n in told:
        for how in ("kill", ("full", "forbidden")[n % 2]):
            yield copy, _run(command, project, copy, n, how)


def _run(command: Command, project: Path, copy: Path, at: int = -1, how: str = "") -> Run:
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(project, copy)
    said = copy.with_name("said")
    child = os.fork()
    if not child:
        os._exit(_take_part(command, copy, said, at, how))
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    text = said.read_text() if how != "kill" or code != KILLED else ""
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


def command_line(*args: str) -> Command:
    """A command of ours."""
    from generator.adapters.cli import main

    return lambda: main(args, prog_name="python -m generator")


def mkdocs_build() -> Command:
    """`mkdocs build`."""
    from mkdocs.__main__ import cli

    return lambda: cli(["build", "--quiet"], prog_name="mkdocs")


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
        if path.name.startswith(".writing") or path.name.endswith(".chronology")
    )
