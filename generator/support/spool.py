"""Contents that wait on the disk until they are read.

A build makes most files long before it writes them: what waits takes no memory meanwhile.
"""

import tempfile
from contextlib import suppress
from typing import BinaryIO
from weakref import finalize


class Spool:
    """A file without a name that holds one content after the other, and goes with this object."""

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._end = 0

    def put(self, content: str | bytes) -> "Spooled":
        """Write a content behind the others.

        Raises OSError, with the folder of temporary files, where its disk does not take it.
        """
        data = content.encode() if isinstance(content, str) else content
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile()  # noqa: SIM115
                finalize(self, _close, self._file)
            self._file.seek(self._end)
            self._file.write(data)
            self._file.flush()
        except OSError as error:
            raise OSError(error.errno, error.strerror, tempfile.gettempdir()) from error
        spooled = Spooled(self, self._end, len(data), isinstance(content, str))
        self._end += len(data)
        return spooled

    def read(self, start: int, size: int) -> bytes:
        """Return what stands there."""
        assert self._file is not None
        self._file.seek(start)
        return self._file.read(size)


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
