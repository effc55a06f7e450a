"""What a disk refuses, in words."""

import shutil
from pathlib import Path


def in_words(error: OSError, place: Path) -> str:
    """Return what is wrong, and with which file; `place` where the error names none."""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        path, _, reason = error.args[0][0]  # the first of many
        return f"{reason.partition('] ')[2] or reason}: {path}" if path not in reason else reason
    return f"{error.strerror or error}: {error.filename or place}"
