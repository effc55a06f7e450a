"""What people wrote around the data: the pages below docs/, and templates of their own.

MkDocs follows each link and opens each file that it finds there, and publishes what it holds. So a
link that leads out of the project, one that goes round in circles, and what is no file (a pipe
would keep a build waiting for ever) are problems, and are not gone into.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.model.problems import Problem
from generator.support.links import leads_out


def handwritten(project: Path, docs: Path) -> Mapping[str, str]:
    """Return the files below a docs folder by their path in it, with the path in the project."""
    return {
        path.relative_to(docs).as_posix(): _shown(project, path)
        for path, what in _walk(docs, (project, docs))
        if what is None
    }


def stray_files(project: Path, folders: Iterable[Path]) -> dict[Path, Problem]:
    """Return what must not be read below these folders of a project: files and folders, and why."""
    return {
        path: Problem(_shown(project, path), 1, 1, *what)
        for folder in folders
        for path, what in _walk(folder, (project, folder))
        if what is not None
    }


_What = tuple[str, str, str] | None
"""Code, message and way out of a problem; None for a file that is as it should be."""
_OUT = ("E116", "the link leads out of the project", "put there what it leads to")
_ROUND = ("E116", "the link leads to a folder that it stands in", "delete it")
_NO_FILE = ("E111", "this is no file that can be read", "restore it, or delete it")


def _walk(
    folder: Path, within: tuple[Path, ...], above: tuple[str, ...] = ()
) -> Iterator[tuple[Path, _What]]:
    """Yield what is below a folder, in order, with links to folders followed, as MkDocs does.

    `above` are the folders, with links followed, that this one was reached through.
    """
    above = (*above, os.path.realpath(folder))
    try:
        paths = sorted(folder.iterdir())
    except FileNotFoundError:
        return
    except OSError:
        yield folder, _NO_FILE
        return
    for path in paths:
        if leads_out(path, *within):
            yield path, _OUT
        elif path.is_dir():
            real = os.path.realpath(path)
            if any(Path(folder).is_relative_to(real) for folder in above):
                yield path, _ROUND
            else:
                yield from _walk(path, within, above)
        elif path.is_file():
            yield path, None
        elif not path.name.startswith("."):  # editors keep their locks as hidden links to nowhere
            yield path, _NO_FILE


def _shown(project: Path, path: Path) -> str:
    return (path.relative_to(project) if path.is_relative_to(project) else path).as_posix()
