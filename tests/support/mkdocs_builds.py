"""Sites built by MkDocs in this process, and by other plugins beside ours."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from tests.support.projects import read_files

Files = dict[str, bytes]
_POLICY = re.compile(
    rb'<meta http-equiv="Content-Security-Policy" [^>]*><meta name="referrer" [^>]*>'
)
_STAND_INS = "tests.support.other_plugins"


def build_here(project: Path, site: Path | None = None) -> Files:
    """What `mkdocs build` makes of a project."""
    return read_files(build_into(site or project / "site", project))


def build_into(site: Path, project: Path, *, strict: bool = False) -> Path:
    """Do what `mkdocs build` does, and return the site's folder."""
    with new_plugins():
        config = load_config(str(config_file(project)), site_dir=str(site), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    return Path(config.site_dir)


@contextmanager
def new_plugins() -> Iterator[None]:
    """Have no plugin live on from an earlier build, as in a process of its own."""
    option: Any = MkDocsConfig.plugins
    before, option.plugin_cache = option.plugin_cache, {}
    try:
        yield
    finally:
        option.plugin_cache = before


def config_file(project: Path) -> Path:
    """The project's mkdocs.yml."""
    return next(path for path in (project / "mkdocs.yml", project / "mkdocs.yaml") if path.exists())


def configure(project: Path, *replacements: tuple[str, str]) -> None:
    """Change the text of mkdocs.yml."""
    text = config_file(project).read_text("utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    config_file(project).write_text(text, "utf-8")


def install(monkeypatch: pytest.MonkeyPatch, names: Iterable[str]) -> None:
    """Have MkDocs find classes of `other_plugins` as plugins, under the names of the classes."""
    for name in names:
        entry = EntryPoint(name, f"{_STAND_INS}:{name}", "mkdocs.plugins")
        monkeypatch.setitem(MkDocsConfig.plugins.installed_plugins, name, entry)  # type: ignore[attr-defined]


def without_policy(site: Files) -> Files:
    """The site without what the plugin alone writes into its pages: the Content Security Policy."""
    return {path: _POLICY.sub(b"", content) for path, content in site.items()}


def page(site: Files, address: str) -> str:
    """The HTML of a page, by its address."""
    return site[f"{address}index.html"].decode()
