"""What a preview keeps of MkDocs's own work, which MkDocs would do anew for each edit.

Nothing of it is there in a build. The folder that is served after an edit holds the same bytes as a
fresh build of the same files.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


class Compiled(BytecodeCache):
    """The theme's templates, compiled once; Jinja compares what they were compiled from."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template, if its source is still the same."""
        if code := self._codes.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._codes[bucket.key] = bucket.bytecode_to_string()


class SiteFolder:
    """The folder that is served. It stays as it is but for what an edit changes."""

    def __init__(self) -> None:
        self._written: dict[str, str | bytes] = {}
        self._files: set[str] = set()
        # MkDocs makes the folder of what it writes, and the null device of Windows has none.
        self._spare = None if os.name == "posix" else TemporaryDirectory()
        self._nowhere = str(Path(self._spare.name, "unchanged")) if self._spare else os.devnull

    def put_aside(self, folder: Path) -> None:
        """Before MkDocs empties the folder."""
        if folder.is_dir():
            folder.rename(_aside(folder))

    def put_back(self, folder: Path) -> None:
        """After that."""
        if _aside(folder).is_dir():
            _aside(folder).rename(folder)
        else:
            self.forget()

    def write(self, file: File, content: str | bytes) -> None:
        """Have MkDocs write a file, unless it stands there already."""
        if self._written.get(file.dest_uri) == content:
            file.abs_dest_path = self._nowhere
        else:
            self._written[file.dest_uri] = content

    def tidy(self, folder: Path, files: Iterable[File]) -> None:
        """Take away what an earlier build has left and this one does not have."""
        now = {file.dest_uri for file in files}
        for gone in self._files - now:
            self._written.pop(gone, None)
            (folder / gone).unlink(missing_ok=True)
            for parent in list(Path(gone).parents)[:-1]:
                if (folder / parent).is_dir() and not any((folder / parent).iterdir()):
                    (folder / parent).rmdir()
        self._files = now

    def forget(self) -> None:
        """After a build that ended early: nobody knows what has been written."""
        self._written.clear()


def search_entries(config: MkDocsConfig) -> list[Any] | None:
    """What the search plugin has gathered so far, where it is one that we know."""
    for plugin in config.plugins.values():
        entries = getattr(getattr(plugin, "search_index", None), "entries", None)
        if isinstance(entries, list):
            return entries
    return None


def _aside(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.kept")
