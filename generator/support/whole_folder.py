"""A folder that is published whole or not at all.

It is made in a folder beside its place, `.NAME.1a2b3c4d.chronology`, and both are exchanged at the
end, in one step where the system has one. What a killed run has left behind is cleared away by the
next one; git ignores it meanwhile.

Files are not flushed to the disk: for a site of 1,000 events, 4,900 files, that takes half a second
and more, a twentieth of its build, and what a power cut may leave empty, the next build makes anew.
"""

import ctypes
import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType

from generator.support.folder_lock import locked, opened

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class WholeFolder:
    """A folder being made; what becomes of it is decided by `publish` or `discard`.

    As a context manager, it is discarded at the end unless it was published.
    """

    def __init__(self, place: Path) -> None:
        """Begin to make the folder that will stand at `place`.

        A link is followed. Raises OSError where nothing can be written beside that place, and
        where it is a mount point, which nothing can replace; then nothing is left behind.
        """
        self.place = Path(os.path.realpath(place))
        """Where it will stand."""
        if os.path.ismount(self.place):
            raise OSError(errno.EBUSY, "a mount point: name a folder in it", str(self.place))
        name = f".{self.place.name}.{secrets.token_hex(4)}.chronology"
        self._beside = self.place.parent / name
        self._made_parents = [p for p in self.place.parents if not p.exists()]
        self._open = ExitStack()
        self.folder = self._beside / "new"
        """Where it is made."""
        try:
            self.place.parent.mkdir(parents=True, exist_ok=True)
            with locked(self.place.parent):  # nobody takes what is not yet locked for a leftover
                _clear(self.place)
                self._beside.mkdir()
                self._open.enter_context(opened(self._beside)).take()
            (self._beside / ".gitignore").write_text("*\n")
            self.folder.mkdir()
        except BaseException:
            self.discard()
            raise

    def publish(self) -> None:
        """Put the folder in its place; what stood there goes.

        What is hidden at the top of what stood there (`.git`, `.htaccess`) is taken over, unless
        the new one has its own. Raises OSError; then all is as it was.
        """
        old = self._beside / "old"
        if self.place.exists():
            shutil.copymode(self.place, self.folder)
            _take_over_hidden(self.place, self.folder)
            if not _exchange(self.folder, self.place):
                self.place.rename(old)
                self.folder.rename(self.place)
        else:
            self.folder.rename(self.place)
        self._made_parents = []
        self.discard()

    def discard(self) -> None:
        """Leave nothing behind, and what stood in the place as it was."""
        with suppress(OSError):
            _clear_away(self._beside, self.place)
        for parent in self._made_parents:
            with suppress(OSError):
                parent.rmdir()
        self._open.close()

    def __enter__(self) -> "WholeFolder":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.discard()


def clear_leftovers(place: Path) -> None:
    """Clear away what killed runs have left beside a place. Raises OSError."""
    with locked(place.parent):
        _clear(place)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step; false where the system has no such step."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    sys.audit("os.rename", str(first), str(second), -1, -1)  # as Python tells of its own
    paths = (_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second))
    return bool(rename(*paths, _RENAME_EXCHANGE) == 0)


def _take_over_hidden(old: Path, new: Path) -> None:
    for path in old.iterdir():
        to = new / path.name
        if path.name.startswith(".") and not to.exists():
            if path.is_dir() and not path.is_symlink():
                shutil.copytree(path, to, symlinks=True)
            else:
                shutil.copy2(path, to, follow_symlinks=False)


def _leftovers(place: Path) -> Iterator[Path]:
    name = re.compile(rf"\.{re.escape(place.name)}\.[0-9a-f]{{8}}\.chronology")
    yield from (path for path in place.parent.iterdir() if name.fullmatch(path.name))


def _clear(place: Path) -> None:
    for beside in _leftovers(place):
        with opened(beside) as lock:
            if lock.take():  # else somebody is making it
                _clear_away(beside, place)


def _clear_away(beside: Path, place: Path) -> None:
    """Take away what lies beside a place; what stood there comes back, if nothing has replaced it.

    The file that has git ignore it goes last.
    """
    old = beside / "old"
    if old.exists() and not place.exists():
        old.rename(place)
    for folder in (old, beside / "new", beside):
        shutil.rmtree(folder, ignore_errors=True)
