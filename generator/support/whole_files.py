"""Many files of a folder, written whole or not at all, by one process at a time.

All that is to be written is put aside in the folder first, with what stands there now. Then one
rename, to `.writing`, decides that it is going to happen, and each file is moved to its place.
Where that fails, all goes back; where the process is killed or the power is cut meanwhile, whoever
comes next finishes it: see `settle`. Each of these steps is on the disk before the next one begins.
What is put aside is hidden, ignored by git, and gone at the end.
"""

import errno
import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.support.disk_flush import flush
from generator.support.folder_lock import locked, opened

JOURNAL = ".writing"
"""What is to happen: `forth` (or `back`, where it is undone) lists the files; `after` and
`before` hold them under their numbers in that list."""
_FORTH, _BACK = "forth", "back"

Write = Callable[[Mapping[str, str | None]], None]
"""Writes the text of each file, by its path below the folder, or deletes it where that is None.

In UTF-8, with line ends as they are. Folders that are needed are made, and go with their last file.
A link to a file in the folder stays one. Raises OSError, or UnicodeEncodeError (a text that is not
Unicode); then all files are as they were.
"""


@contextmanager
def alone_in(folder: Path, on_wait: Callable[[], None]) -> Iterator[Write]:
    """Hold a folder alone, and give what writes its files.

    Nothing is lost of a file that is read inside of this and written again. `on_wait` is called
    where another process holds the folder, and is waited for. Raises OSError.
    """
    with locked(folder, on_wait):
        settle(folder)
        for left in folder.glob(f"{JOURNAL}.*"):  # by a killed run
            shutil.rmtree(left, ignore_errors=True)
        yield lambda files: _write(folder, files)


def settle(folder: Path) -> None:
    """Finish what a killed process has begun to write, and wait for one that is writing.

    Until then the folder may stand between two states. Raises OSError where it cannot be done.
    """
    journal = folder / JOURNAL
    while os.path.lexists(journal):
        if journal.is_symlink():
            raise OSError(errno.EINVAL, "a link is in the way: delete it", str(journal))
        with suppress(FileNotFoundError), opened(journal) as lock:
            lock.wait()
            if lock.is_of(journal):  # else somebody has finished it
                _finish(folder, journal)


def _write(folder: Path, files: Mapping[str, str | None]) -> None:
    staged = _aside(folder)
    try:
        staged.mkdir()
        with opened(staged) as lock:
            lock.take()
            (staged / ".gitignore").write_text("*\n")
            _stage(folder, staged, files)
            _finish(folder, staged.rename(folder / JOURNAL))
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise


def _aside(folder: Path) -> Path:
    return folder / f"{JOURNAL}.{secrets.token_hex(4)}"


def _stage(folder: Path, staged: Path, files: Mapping[str, str | None]) -> None:
    """Put aside each file as it is to be, and as it is."""
    plan = []
    (staged / "before").mkdir()
    (staged / "after").mkdir()
    for n, (name, text) in enumerate(files.items()):
        path = _inside(folder, name)
        before, after = staged / "before" / str(n), staged / "after" / str(n)
        if path.exists():
            shutil.copy2(path, before)
        if text is not None:
            after.write_bytes(text.encode())
            if path.exists():
                shutil.copymode(path, after)
        plan.append({"path": name, "before": path.exists(), "after": text is not None})
    (staged / _FORTH).write_text(json.dumps(plan))
    flush([staged, *staged.rglob("*")])


def _finish(folder: Path, journal: Path) -> None:
    """Do what a journal says, or else undo it and say why; then the journal is gone.

    Done again after it was cut short, each step gives the same.
    """
    done = _aside(folder)
    if (journal / _FORTH).exists():
        try:
            _move(folder, journal, _FORTH, "after")
            journal.rename(done)
        except BaseException:
            (journal / _FORTH).rename(journal / _BACK)
            _finish(folder, journal)
            raise
    else:
        _move(folder, journal, _BACK, "before")
        journal.rename(done)
    with suppress(OSError):  # else half of a journal may be there again after a power cut
        flush([folder])
    shutil.rmtree(done, ignore_errors=True)


def _move(folder: Path, journal: Path, plan: str, state: str) -> None:
    """Have the files of a plan in one of its two states."""
    flush([folder, journal])  # what is decided
    try:
        if not (journal / plan).is_file():
            raise ValueError(plan)
        entries = [
            (entry["path"], entry[state]) for entry in json.loads((journal / plan).read_text())
        ]
    except (ValueError, LookupError, TypeError):
        reason = "this is nothing that a command has left: delete it"
        raise OSError(errno.EINVAL, reason, str(journal)) from None
    changed: set[Path] = set()
    for n, (name, is_there) in enumerate(entries):
        path = _inside(folder, name)
        if not is_there:
            path.unlink(missing_ok=True)
            _remove_empty(folder, path.parent)
        elif (part := _inside(folder, f"{JOURNAL}/{state}/{n}")).exists():  # else it was moved
            path.parent.mkdir(parents=True, exist_ok=True)
            part.replace(path)
        changed.update(path.parents)
    root = Path(os.path.realpath(folder))
    flush(sorted(p for p in changed if p.is_relative_to(root) and p.is_dir()))


def _remove_empty(folder: Path, below: Path) -> None:
    """Remove a folder and those that it stands in, as far as they hold nothing."""
    while below != Path(os.path.realpath(folder)):
        try:
            below.rmdir()
        except FileNotFoundError:
            pass
        except OSError:
            return
        below = below.parent


def _inside(folder: Path, name: str) -> Path:
    """Return a file's path with links followed. Raises OSError where they lead out of the folder.

    A journal is data: somebody may have sent it with other files.
    """
    path, root = os.path.realpath(folder / name), os.path.realpath(folder)
    if not path.startswith(f"{root}{os.sep}"):
        raise OSError(errno.EINVAL, "the link leads out of the folder", str(folder / name))
    return Path(path)
