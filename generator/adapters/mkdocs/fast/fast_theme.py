"""The theme, whose own folder is gone through once a process: it holds ten thousand icons."""

from functools import cache

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
        return sorted({name for folder in self.searchpath for name in _names_in(folder)})


def is_installed(folder: str | None) -> bool:
    """Return whether a folder is the theme's own, which no edit changes.

    That of a project may stand above it.
    """
    return folder is not None and folder == theme_folder()


def _names_in(folder: str) -> list[str]:
    return _names_in_installed(folder) if is_installed(folder) else _visible(folder)


@cache
def _names_in_installed(folder: str) -> list[str]:
    return _visible(folder)


def _visible(folder: str) -> list[str]:
    return [name for name in FileSystemLoader(folder).list_templates() if "/." not in f"/{name}"]
