"""The theme, whose own folder is gone through once a process: it holds ten thousand icons."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme
from mkdocs.utils import get_theme_dir


class FastTheme(Theme):
    """The theme of a configuration, in its place."""

    def __init__(self, theme: Theme) -> None:
        """Is that theme."""
        self.__dict__ = theme.__dict__

    def get_env(self) -> Environment:
        """The environment of its templates, as MkDocs makes it, but for how it lists them."""
        env = super().get_env()
        env.loader = _Loader(self.dirs)
        return env


class _Loader(FileSystemLoader):
    def list_templates(self) -> list[str]:
        """Every file but those in hidden folders, which MkDocs leaves out."""
        return sorted({name for folder in self.searchpath for name in _names_in(folder)})


def _names_in(folder: str) -> list[str]:
    """The files below a folder of the theme; others than its own may change."""
    is_own = Path(folder) == Path(get_theme_dir("material"))
    return _names_in_own(folder) if is_own else _visible(folder)


@cache
def _names_in_own(folder: str) -> list[str]:
    return _visible(folder)


def _visible(folder: str) -> list[str]:
    return [name for name in FileSystemLoader(folder).list_templates() if "/." not in f"/{name}"]
