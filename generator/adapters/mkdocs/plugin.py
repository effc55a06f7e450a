"""The MkDocs plugin: hands the outputs of `pipeline.py` to MkDocs, and its problems to people.

No rule and no page is known here.
"""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Dir
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel, file_sort_key
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.adapters.mkdocs.html_passthrough import Blocks
from generator.adapters.mkdocs.layout_cache import Shells
from generator.adapters.mkdocs.markdown_cache import GeneratedFile, GeneratedPage, Skeletons
from generator.adapters.mkdocs.served_folder import Compiled, SiteFolder, search_entries
from generator.adapters.project import PLUGIN, handwritten
from generator.model.output import Output
from generator.model.records import Chronology
from generator.pipeline import THEME, Site, build
from generator.rendering.markdown_page import TEMPLATES
from generator.support.engine import Engine

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("chronology")
# Seconds; each time, the names and times of all watched files are read.
_POLLING = 0.2
# Seconds without another edit after one: editors save all that they save at once.
_QUIET = 0.05
# The template of a page that is rendered already.
_DONE = "chronology-done.html"


class ChronologyConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    events = Dir(default="events", exists=True)


class ChronologyPlugin(BasePlugin[ChronologyConfig]):  # type: ignore[no-untyped-call]
    """Makes the pages of a chronology part of the site."""

    def __init__(self) -> None:
        self._is_preview = False
        self._last_good: Chronology | None = None
        self._engine = Engine.once()
        self._compiled = Compiled()
        self._folder = SiteFolder()
        self._keeps_pages = False
        self._skeletons: dict[str, Skeletons] = {}
        self._entries: dict[str, tuple[Blocks, str, list[Any]]] = {}
        self._outputs: tuple[Output, ...] = ()
        self._blocks: dict[str, Blocks] = {}
        self._env = Environment()
        self._shells = Shells()
        self._files = Files([])
        self._search: list[Any] | None = None
        self._gathered: int | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command. A plugin with this method lives on between the preview's builds."""
        self._is_preview = command == "serve"
        if self._is_preview:
            self._engine = Engine.repeated()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the site's outputs, before MkDocs empties the folder it builds into."""
        if not config.use_directory_urls:
            raise PluginError("chronology: the pages' links need use_directory_urls: true")
        events = Path(self.config.events)
        # The project's own overrides, if any, stay above ours.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.watch += [str(events), str(THEME), *map(str, TEMPLATES)]
        # A plugin that works on the finished page is given each page.
        self._keeps_pages = not config.plugins.events["post_page"]
        site = self._make(Path(config.config_file_path).parent, events, Path(config.docs_dir))
        self._last_good = site.chronology
        self._outputs = site.outputs
        self._blocks = {}
        self._report(site)
        if self._is_preview:
            self._folder.put_aside(Path(config.site_dir))
        return config

    def _make(self, project: Path, events: Path, docs: Path) -> Site:
        # Millions of small values and hardly a cycle: looking for cycles would be a third of it.
        gc.disable()
        try:
            return build(
                project,
                events,
                handwritten(project, docs),
                drafts=self._is_preview,
                last_good=self._last_good,
                engine=self._engine,
            )
        finally:
            gc.enable()
            if self._last_good is None:  # nor does it pay to look again and again in what stays
                gc.freeze()

    def _report(self, site: Site) -> None:
        """Say what is wrong. A preview goes on with the rest; a build stops, nothing published."""
        if not site.problems:
            return
        say = log.warning if self._is_preview else log.error
        for problem in site.problems:
            say("%s", problem.with_quote())
        if not self._is_preview:
            count = len(site.problems)
            raise PluginError(f"chronology: {count} problem{'s' if count > 1 else ''} in the data")

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> "LiveReloadServer":
        """Have edits looked for oftener: twice a second is as long as it takes to show them."""
        from watchdog.observers.polling import PollingObserver  # a build does without

        paths = list(server._watched_paths)
        for path in paths:
            server.unwatch(path)
        server.observer = PollingObserver(timeout=_POLLING)
        server.build_delay = _QUIET
        for path in paths:
            server.watch(path)
        return server

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the outputs, in the order in which MkDocs would find them on disk."""
        made = [_file(output, config) for output in self._outputs]
        if self._is_preview:
            self._folder.put_back(Path(config.site_dir))
            for file, output in zip(made, self._outputs, strict=True):
                if not output.is_page:
                    self._folder.write(file, output.read())
        self._take_pages(made, config)
        return Files(sorted([*files, *made], key=file_sort_key))

    def _take_pages(self, made: list[File], config: MkDocsConfig) -> None:
        """Be the page of each file, before MkDocs is; not of those named in the navigation."""
        in_nav = set(_named(config.nav))
        settings = repr((config.markdown_extensions, config.mdx_configs))
        skeletons = self._skeletons.setdefault(settings, Skeletons())
        for file in made:
            if file.is_documentation_page() and file.src_uri not in in_nav:
                GeneratedPage(file, config, skeletons)

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Put our front matter and HTML blocks aside, so that nobody parses them."""
        if page.file.generated_by != PLUGIN:
            return None
        path, content = page.file.src_uri, page.file.content_string
        blocks = self._engine.cache.get("blocks", path, (content,), lambda: Blocks(content))
        self._blocks[path] = blocks
        return blocks.markdown

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Give the page its front matter."""
        if blocks := self._blocks.get(page.file.src_uri):
            page.meta = dict(blocks.meta)
            # A page in the navigation has the theme around it to itself.
            if isinstance(page, GeneratedPage):
                page.meta["template"] = _DONE

    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Give the search plugin the words of our blocks."""
        blocks = self._blocks.get(page.file.src_uri)
        return blocks.for_search(html) if blocks else None

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let a page that is rendered already pass through the templates."""
        self._env, self._shells, self._files = env, Shells(), files
        self._search = search_entries(config)
        if self._is_preview:
            env.bytecode_cache = self._compiled
        env.loader = ChoiceLoader([env.loader or DictLoader({}), DictLoader({_DONE: "{{ html }}"})])
        return env

    @event_priority(100)
    def _before_the_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Spare the search a page that it has read before."""
        blocks = self._blocks.get(page.file.src_uri)
        entries = self._search if self._is_preview and blocks else None
        self._gathered = None if entries is None else len(entries)
        known = self._entries.get(page.file.src_uri)
        if known and entries is not None and known[0] is blocks and known[1] == page.content:
            entries += known[2]
            page.content = ""

    @event_priority(-100)
    def _after_the_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext | None:
        """Put the blocks back into the page, and the page into its shell."""
        blocks = self._blocks.pop(page.file.src_uri, None)
        if blocks is None:
            return None
        if self._gathered is not None and self._search is not None and page.content:
            check = page.content, self._search[self._gathered :]
            self._entries[page.file.src_uri] = (blocks, *check)
        page.content = blocks.complete()
        if page.meta.pop("template", None) != _DONE:
            return None
        html = self._shells.render(
            page,
            lambda page: self._env.get_template("main.html").render({**context, "page": page}),
        )
        if self._is_preview and self._keeps_pages:
            self._folder.write(page.file, html)
        return cast(TemplateContext, {"html": html})

    on_page_context = CombinedEvent(_before_the_search, _after_the_search)

    @event_priority(100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Have all pages there, and leave none of an earlier build in the folder that is served."""
        if self._is_preview:
            self._folder.tidy(Path(config.site_dir), self._files)

    def on_build_error(self, error: Exception) -> None:
        """Write everything anew next time, and leave no process behind."""
        self._folder.forget()


def _file(output: Output, config: MkDocsConfig) -> File:
    if output.is_page:
        return GeneratedFile(output, config)
    # As bytes: MkDocs writes text with the line ends of the system.
    content = output.read()
    content = content.encode() if isinstance(content, str) else content
    return File.generated(config, output.path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def _named(nav: object) -> Iterator[str]:
    """The paths in a navigation as mkdocs.yml writes it."""
    if isinstance(nav, str):
        yield nav.lstrip("/")
    elif isinstance(nav, dict | list):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _named(item)
