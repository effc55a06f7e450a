"""A second process that writes finished pages, while this one makes the next.

A page is some 30 KB in a folder of its own: opening and writing it costs as much as making it. The
process is begun while there is little to copy, and ends with the build.
"""

import os
import pickle
from pathlib import Path
from typing import NoReturn

from generator.support.worker import waited_for


class Writer:
    """Writes files, in their order, elsewhere."""

    def __init__(self) -> None:
        """Begin the process; only where `can_fork`."""
        source, drain = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(drain)
            _write_all(source)
        os.close(source)
        self._pipe = os.fdopen(drain, "wb")

    def write(self, path: str, content: bytes) -> None:
        """Have a file written, with the folders that hold it. Raises OSError where that ended."""
        pickle.dump((path, content), self._pipe, protocol=pickle.HIGHEST_PROTOCOL)

    def finish(self) -> None:
        """Wait until all is written. Raises OSError where something could not be."""
        try:
            self._pipe.close()
        finally:
            status = waited_for(self._child)
        if status:
            raise OSError("pages could not be written; the message is above")


def _write_all(source: int) -> NoReturn:
    """What the second process does, and nothing after it."""
    status = 1
    try:
        with os.fdopen(source, "rb") as pipe:
            while pipe.peek(1):
                path, content = pickle.load(pipe)
                Path(path).parent.mkdir(parents=True, exist_ok=True)
                Path(path).write_bytes(content)
        status = 0
    except OSError as error:
        os.write(2, f"{error}\n".encode())
    finally:
        os._exit(status)
