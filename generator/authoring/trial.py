"""A chronology as it would be with some more files, to look before anything is written."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def copy_with(events: Path, files: Mapping[str, str | None]) -> Iterator[Path]:
    """Give a copy of the folder of a chronology with these files in it, by their paths below it.

    A file that is None is not in it. It has the folder's name, and what is hidden is left out. It
    is gone at the end.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / events.name
        shutil.copytree(events, copy, ignore=shutil.ignore_patterns(".*"))
        for path, text in files.items():
            if text is None:
                (copy / path).unlink()
                continue
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                (copy / path).unlink()
                continue
            (copy / path).write_text(text, "utf-8", newline="")
        yield copy
