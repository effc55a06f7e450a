"""One process at a time in a folder. The system frees a lock when its holder ends, however it ends.

The folder itself is locked, so no file of ours lies about. Where a system cannot lock a folder
(Windows, some network drives), nobody waits for anybody.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(folder: Path, on_wait: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold a folder alone; `on_wait` is called where another process has it, and is waited for.

    Raises OSError where the folder cannot be opened.
    """
    with opened(folder) as lock:
        if not lock.take():
            on_wait()
            lock.wait()
        yield


class FolderLock:
    """A lock on an open folder."""

    def __init__(self, number: int) -> None:
        """`number` is the folder's file descriptor."""
        self._number = number

    def take(self) -> bool:
        """Take the lock; false where another process has it."""
        try:
            if fcntl:
                fcntl.flock(self._number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            pass  # a drive without locks
        return True

    def wait(self) -> None:
        """Take the lock as soon as nobody else has it."""
        if fcntl:
            with suppress(OSError):
                fcntl.flock(self._number, fcntl.LOCK_EX)

    def is_of(self, folder: Path) -> bool:
        """Return whether the folder of that name is still the one that was opened."""
        if not fcntl:
            return folder.exists()
        try:
            return os.path.samestat(os.fstat(self._number), folder.stat())
        except FileNotFoundError:
            return False


@contextmanager
def opened(folder: Path) -> Iterator[FolderLock]:
    """Open a folder to lock it; the lock is given back at the end. Raises OSError."""
    if not fcntl:
        yield FolderLock(-1)
        return
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield FolderLock(number)
    finally:
        os.close(number)
