"""Files that are written whole or not at all."""

import shutil
from contextlib import suppress
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Write a file in UTF-8 with its line ends as they are, and the folders that it needs.

    At no time is it half-written: after an OSError, or a UnicodeEncodeError (a text that is not
    Unicode), it is as it was. A link stays a link.
    """
    content = text.encode()
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f".{path.name}.new")
    try:
        made.write_bytes(content)
        if path.exists():
            shutil.copymode(path, made)
        made.replace(path)
    except BaseException:
        with suppress(OSError):
            made.unlink()
        with suppress(OSError):  # the folder, where it holds nothing
            path.parent.rmdir()
        raise
