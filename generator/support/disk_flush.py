"""What was written, brought to the disk itself: until then a power cut may leave a file empty.

A file that is renamed to its place has to be on the disk before, and its new name after: a system
writes both when it likes, and in any order.
"""

import errno
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_AT_ONCE = 16
"""Of many files so many are waited for together: 1,000 take a thirtieth of the time that way."""
_CANNOT = {errno.EINVAL, errno.ENOTSUP}
"""What systems say that cannot do it, for all or for folders."""


def flush(paths: Iterable[Path]) -> None:
    """Wait until files, with what they hold, and folders, with their names, are on the disk.

    Raises OSError: some disks tell only now that they are full.
    """
    listed = list(paths)
    if len(listed) <= _AT_ONCE:
        for path in listed:
            _flush(path)
        return
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(_flush, listed):
            pass


def write_flushed(path: Path, content: bytes) -> None:
    """Write one file, whole or not at all: beside its place first. Raises OSError."""
    beside = path.with_name(f".{path.name}.part")
    beside.unlink(missing_ok=True)  # of a killed run, or a link to somewhere
    try:
        with beside.open("xb") as file:
            file.write(content)
        flush([beside])
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    flush([path.parent])


def _flush(path: Path) -> None:
    if os.name == "nt" and path.is_dir():  # which it cannot open
        return
    number = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise OSError(error.errno, error.strerror, str(path)) from None
    finally:
        os.close(number)
