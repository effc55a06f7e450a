"""When the fast way may be used, and how it takes its place in a build."""

from pathlib import Path
from typing import Any

from jinja2 import Environment
from material.plugins.search.plugin import SearchPlugin  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from generator.adapters.mkdocs.fast.layout import Layouts
from generator.adapters.mkdocs.fast.quick_page import QuickPage, QuickPages
from generator.adapters.mkdocs.fast.search_index import QuickIndex, SearchEntries

# Files of a project's own theme folder that are copied as they are, and see no page.
_ASSETS = frozenset((".css", ".gif", ".ico", ".jpg", ".js", ".png", ".svg", ".webp", ".woff2"))


class FastWay(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Takes its place among the plugins; what it keeps, it keeps from one build to the next."""

    def __init__(self, plugin_name: str) -> None:
        """The pages are those that the plugin of that name has made."""
        self._plugin_name = plugin_name
        self._pages = QuickPages()
        self._layouts = Layouts()
        self._entries = SearchEntries()

    def begin(self, config: MkDocsConfig) -> None:
        """Join a build, if nothing else in it can see or change a page."""
        if is_alone(config, self._plugin_name):
            config.plugins[f"{self._plugin_name}/fast"] = self

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Be the page of each file that stands in no navigation; those in it are few."""
        named = {page.file.src_uri for page in nav.pages}
        self._pages.begin(config)
        for file in files.documentation_pages():
            if file.generated_by == self._plugin_name and file.src_uri not in named:
                QuickPage(file, config, self._pages)

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Have pages laid out and indexed."""
        self._layouts.begin(env)
        for plugin in config.plugins.values():
            if isinstance(plugin, SearchPlugin):
                plugin.search_index = QuickIndex(plugin.search_index, self._entries)


def is_alone(config: MkDocsConfig, plugin_name: str) -> bool:
    """Whether nothing but MkDocs, Material and its search sees a page; hooks are plugins, too."""
    others = (plugin for name, plugin in config.plugins.items() if name != plugin_name)
    return (
        all(type(plugin) in (SearchPlugin, FastWay) for plugin in others)
        and not config.extra_templates
        and _has_no_templates(config.theme.custom_dir)
    )


def _has_no_templates(folder: Any) -> bool:
    return not folder or all(
        path.is_dir() or path.suffix in _ASSETS for path in Path(folder).rglob("*")
    )
