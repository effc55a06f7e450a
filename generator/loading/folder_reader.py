"""The files of one folder, each read and made something of once.

No file is followed out of the project, and none is waited for.
"""

import errno
import json
import os
import stat
from collections.abc import Callable, Mapping
from functools import partial
from io import FileIO
from pathlib import Path
from typing import Any, TypeVar

from generator.loading.document import Document, parse_yaml, problem_document
from generator.loading.records import Outcome
from generator.model.borders import problem_in_borders, wound
from generator.model.records import Actor, Place, Source
from generator.support.cache import Cache
from generator.support.links import leads_out

T = TypeVar("T")
R = TypeVar("R", Actor, Place, Source)

LINK_OUT = ("E116", "the link leads out of the project", "put the file itself there")
"""The rule, the message and the way out for such a link."""


class FolderReader:
    """The files of one folder; what has not changed since an earlier reading is the same object."""

    def __init__(self, project: Path, root: Path, cache: Cache) -> None:
        self._project = project
        self.root = root
        self.folder = Path(os.path.relpath(root, project)).as_posix()
        """The folder as problems show it."""
        self._cache = cache

    def shown(self, name: str) -> str:
        """Return the path of a file as problems show it."""
        return f"{self.folder}/{name}"

    def has(self, name: str) -> bool:
        """Return whether there is something of that name, be it a link that leads nowhere."""
        return os.path.lexists(self.root / name)

    def leads_out(self, file: Path) -> bool:
        """Return whether a file is a link that leads out of the project."""
        return leads_out(file, self._project, self.root)

    def read(self, path: str) -> Document:
        """Return a YAML file by its path as problems show it."""
        file = f"{self.root}/{path.removeprefix(f'{self.folder}/')}"  # quicker than a Path
        try:
            is_plain = stat.S_ISREG(os.lstat(file).st_mode)  # neither a link nor a pipe
            if not is_plain and self.leads_out(Path(file)):
                return problem_document(path, *LINK_OUT)
            content = _plain_content(file) if is_plain else _content(Path(file))
        except OSError as error:
            message = f"the file cannot be read: {(error.strerror or 'unreadable').lower()}"
            return problem_document(path, "E111", message, "restore it, or delete it")
        content = self._cache.intern(path, content)
        return self._cache.get("file", path, (content,), lambda: parse_yaml(path, content))

    def read_borders(self, name: str) -> tuple[Mapping[str, Any] | None, str | None]:
        """Return the outlines in a file, or what is wrong with them.

        Raises OSError, ValueError or RecursionError where it holds no JSON.
        """
        content = self._cache.intern(name, _content(self.root / name))

        def read() -> tuple[Mapping[str, Any] | None, str | None]:
            data = json.loads(content)
            problem = problem_in_borders(data)
            return (None, problem) if problem else (wound(data), None)

        return self._cache.get("outlines", name, (content,), read)

    def joined(self, name: str, parts: list[Mapping[str, R]]) -> Mapping[str, R]:
        """Return the records of all files of a registry: the same object while they are."""
        if len(parts) == 1:
            return parts[0]

        def joined() -> Mapping[str, R]:
            records: dict[str, R] = {}
            for part in parts:
                for id, record in part.items():
                    records.setdefault(id, record)
            return records

        return self._cache.get("registry", name, tuple(parts), joined)

    def once(self, document: Document, make: Callable[[Document], Outcome[T]]) -> Outcome[T]:
        """Return what `make` makes of a document, made once for each content of the file."""
        return self._cache.get("shape", document.path, (document,), partial(make, document))


def _content(path: Path) -> bytes:
    """Return what a file holds. Raises OSError for what is none: a pipe would keep us waiting."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "it is no file")
    return _plain_content(path)


def _plain_content(path: str | Path) -> bytes:
    with FileIO(path) as file:  # read at once, so that a buffer is of no use
        return file.readall()
