"""The theme, without a walk through its hidden folder, which holds ten thousand icons."""

import os
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme

from generator.adapters.mkdocs.configuration import theme_folder


class FastTheme(Theme):
    """The theme of a configuration, in its place."""

    def __init__(self, theme: Theme) -> None:
        """Is that theme."""
        self.__dict__ = theme.__dict__

    def get_env(self) -> Environment:
        """Return the environment of its templates: MkDocs's, but for how it lists them."""
        env = super().get_env()
        env.loader = _Loader(self.dirs)
        return env


class _Loader(FileSystemLoader):
    def list_templates(self) -> list[str]:
        """Return every file but those in hidden folders, which MkDocs leaves out."""
        return sorted({name for folder in self.searchpath for name in _visible(folder)})


def is_installed(folder: str | None) -> bool:
    """Return whether a folder is the theme's own, which no edit changes.

    That of a project may stand above it.
    """
    return folder is not None and folder == theme_folder()


def _visible(folder: str) -> Iterator[str]:
    for path, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(path).relative_to(folder)
        yield from (below.joinpath(name).as_posix() for name in files if not name.startswith("."))
