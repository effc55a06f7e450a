"""Contents that wait on the disk until they are read.

A build makes most files long before it writes them, and a preview keeps them for its next build:
what waits takes no memory meanwhile.
"""

import tempfile
from collections import defaultdict
from contextlib import suppress
from threading import Lock
from typing import BinaryIO
from weakref import finalize

_BLOCK = 4096


class Spool:
    """A file without a name that holds contents, and goes with this object.

    The place of a content that nobody holds any more is given to another one of as many blocks.
    Several threads may use it.
    """

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._lock = Lock()
        self._end = 0
        self._free: dict[int, list[int]] = defaultdict(list)
        """Where places are free, by how many blocks they have."""

    def put(self, content: str | bytes) -> "Spooled":
        """Write a content.

        Raises OSError, with the folder of temporary files, where its disk does not take it.
        """
        data = content.encode() if isinstance(content, str) else content
        blocks = -(-len(data) // _BLOCK)
        with self._lock:
            free = self._free[blocks]
            start = free.pop() if free else self._end
            try:
                self._write(start, data)
            except OSError as error:
                raise OSError(error.errno, error.strerror, tempfile.gettempdir()) from error
            self._end = max(self._end, start + blocks * _BLOCK)
        return Spooled(self, start, len(data), isinstance(content, str))

    def _write(self, start: int, data: bytes) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115
            finalize(self, _close, self._file)
        self._file.seek(start)
        while data:  # a disk that is nearly full takes a part
            data = data[self._file.write(data) :]

    def read(self, start: int, size: int) -> bytes:
        """Return what stands there."""
        assert self._file is not None
        with self._lock:
            self._file.seek(start)
            return self._file.read(size)

    def free(self, start: int, size: int) -> None:
        """Give the place of a content to another one."""
        # Without the lock: a content may be dropped by the thread that holds it.
        self._free[-(-size // _BLOCK)].append(start)


def _close(file: BinaryIO) -> None:
    with suppress(OSError):  # what a full disk did not take is not wanted any more
        file.close()


class Spooled:
    """A content in a spool; a call reads it."""

    __slots__ = ("_is_text", "_size", "_spool", "_start")

    def __init__(self, spool: Spool, start: int, size: int, is_text: bool) -> None:
        self._spool = spool
        self._start = start
        self._size = size
        self._is_text = is_text

    def __call__(self) -> str | bytes:
        """Return the content as it was put."""
        data = self._spool.read(self._start, self._size)
        return data.decode() if self._is_text else data

    def __del__(self) -> None:
        self._spool.free(self._start, self._size)
