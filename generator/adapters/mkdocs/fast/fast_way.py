"""When the fast way may be used, and how it takes its place in a build.

MkDocs reads our pages, and makes of them whatever is made of all pages. It is the last step that
is taken from it: our pages are left out when it lays out and writes one page after the other, and
are laid out and written when it has ended.
"""

from collections.abc import Callable, Container
from functools import partial
from pathlib import Path
from typing import Any, TypeGuard

from jinja2 import Environment
from material.plugins.search.plugin import SearchPlugin  # type: ignore[import-untyped]
from mkdocs import __version__
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.adapters.mkdocs.fast.fast_theme import FastTheme, is_installed
from generator.adapters.mkdocs.fast.files_with_pages import FilesWithPages, chosen
from generator.adapters.mkdocs.fast.kept_files import KeptFiles, titles_in
from generator.adapters.mkdocs.fast.late_file import LateFile
from generator.adapters.mkdocs.fast.layout import Layouts
from generator.adapters.mkdocs.fast.quick_page import FRONT_MATTER, QuickPage
from generator.adapters.mkdocs.fast.site_folder import SiteFolder
from generator.model.output import Output
from generator.support.compiled_templates import CompiledTemplates

# Files of a project's own theme folder that are copied as they are, and see no page.
_ASSETS = frozenset((".css", ".gif", ".ico", ".jpg", ".js", ".png", ".svg", ".webp", ".woff2"))


class FastWay(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Takes its place among the plugins; what it keeps, it keeps from one build to the next."""

    def __init__(self, plugin_name: str) -> None:
        """The pages are those that the plugin of that name has made."""
        self._plugin_name = plugin_name
        self._kept = KeptFiles()
        self._layouts = Layouts()
        self._compiled = CompiledTemplates(f"MkDocs {__version__}")
        self._folder = SiteFolder()
        self._is_preview = False

    def begin(
        self,
        config: MkDocsConfig,
        is_wanted: bool,
        is_preview: bool,
        finish: Callable[[str, Page], str],
        late: Container[str],
    ) -> bool:
        """Join a build that is wanted fast, if nothing else in it can see or change a page.

        `finish` is what the plugin does with a page around which the theme is laid out. The data
        files at the paths `late` are left alone: the plugin writes them when the build has ended.
        Returns whether it joins.
        """
        if not is_wanted or not is_alone(config, self._plugin_name):
            self._forget()
            return False
        config.plugins[f"{self._plugin_name}/fast"] = self
        config.theme = FastTheme(config.theme)
        self._is_preview = is_preview
        # What MkDocs takes in by itself, and does not say.
        self._inclusion = InclusionLevel.is_in_serve if is_preview else InclusionLevel.is_included
        self._finish = finish
        self._late = late
        if is_preview:
            self._folder.put_aside(Path(config.site_dir))
            if not self._kept.begin(config):
                self._folder.forget()
        return True

    def file_of(self, config: MkDocsConfig, output: Output) -> File:
        """Return the file of an output; a preview has the one of the build before."""
        make = partial(LateFile.of, config, is_kept=self._is_preview)
        return self._kept.get(output, make) if self._is_preview else make(output)

    @event_priority(-100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Be the page of each file that has none yet, before MkDocs goes through the navigation.

        It does not take pages without front matter in JSON: they were written by hand.
        In a preview, have the folder of the build before, where MkDocs has made an empty one.
        """
        if self._is_preview and not self._folder.put_back(Path(config.site_dir)):
            self._layouts.forget()
        self._files = files = FilesWithPages(files, self._is_there)
        set_exclusions(files, config)
        titles = titles_in(config.nav)
        for file in files.documentation_pages():
            if file.generated_by == self._plugin_name and not isinstance(file.page, QuickPage):
                title = titles.get(file.src_uri)
                file.page = QuickPage(title, file, config) if _is_laid_out(file) else None
        return files

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Leave the pages in the navigation to MkDocs: they are few, and are laid out otherwise.

        All others are late in a build.
        """
        self._nav = nav
        self._named = {page.file.src_uri for page in nav.pages}
        for page in filter(self._is_held, (file.page for file in files.documentation_pages())):
            page.is_late = not self._is_preview

    @event_priority(100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Load late pages to one of whose anchors a link leads, before anybody looks for it."""
        pages = [file.page for file in files.documentation_pages() if file.page]
        for file in {file for page in pages for file in page.links_to_anchors or ()}:
            if isinstance(file.page, QuickPage):
                file.page.load()
        self._env = env
        if env.bytecode_cache is None:
            env.bytecode_cache = self._compiled
        self._pages: list[File] = []
        self._templates = len(config.theme.static_templates)

    def _is_there(self, file: File) -> bool:
        """Return whether a preview has a data file, or one of the theme's, or gets it later."""
        if not self._is_preview:
            return False
        is_ours = file.generated_by == self._plugin_name
        can_be_kept = is_ours or is_installed(file.src_dir)
        return can_be_kept and (file.src_uri in self._late or self._folder.holds(file))

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> None:
        """After the last template that shows all pages, hold ours back; pages are built next."""
        self._templates -= 1
        if not self._templates:
            self._pages = self._files.documentation_pages(inclusion=self._inclusion)
            self._files.hold_back(lambda file: self._is_held(file.page))

    @event_priority(100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Load a page that MkDocs lays out after all, as where a template is missing."""
        if isinstance(page, QuickPage) and not page.content:
            page.load()

    @event_priority(100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make what was held back."""
        self._layouts.begin(self._is_preview)
        log_level = config.validation.links.anchors
        pages = [file.page for file in self._pages]
        for page in filter(self._is_held, pages):
            self._make(page, config)
            page.validate_anchor_links(files=self._files, log_level=log_level)
            page.let_go()
        if self._is_preview:
            for laid_out in pages:
                if isinstance(laid_out, QuickPage):
                    laid_out.put_by()
            self._folder.tidy(Path(config.site_dir), chosen(self._files, self._inclusion))
        del self._env, self._files, self._late, self._nav, self._pages  # until the next build

    def on_build_error(self, *, error: Exception) -> None:
        """Make and write everything anew next time."""
        self._forget()

    def _forget(self) -> None:
        self._folder.forget()
        self._kept.forget()

    def _is_held(self, page: Page | None) -> TypeGuard[QuickPage]:
        """Return whether a page is laid out and written when MkDocs has done so with its own."""
        return isinstance(page, QuickPage) and page.file.src_uri not in self._named

    def _make(self, page: QuickPage, config: MkDocsConfig) -> None:
        """Lay a page out, and write it, as MkDocs does."""

        def theme(page: Page) -> str:
            page.active = True
            try:
                context = get_context(self._nav, self._pages, config, page)
                return self._finish(self._env.get_template("main.html").render(context), page)
            finally:
                page.active = False

        html = self._layouts.render(page, theme)
        if html is not None:
            self._folder.write(page.file, html, self._is_preview)


def is_alone(config: MkDocsConfig, plugin_name: str) -> bool:
    """Return whether nothing but MkDocs and Material sees a page; hooks are plugins, too.

    The theme's search is off, where a project names it: the site has another one.
    """
    others = (plugin for name, plugin in config.plugins.items() if name != plugin_name)
    return (
        all(type(plugin) is SearchPlugin for plugin in others)
        and not config.extra_templates
        and _has_no_templates(config.theme.custom_dir)
    )


def _is_laid_out(file: File) -> bool:
    """Return whether a page of ours has front matter in JSON: it was not written by hand."""
    if isinstance(file, LateFile) and file.output and file.output.is_elsewhere:
        return True  # what was written by hand lies in memory
    return file.content_string.startswith(f"{FRONT_MATTER}{{")


def _has_no_templates(folder: Any) -> bool:
    return not folder or all(
        path.is_dir() or path.suffix in _ASSETS for path in Path(folder).rglob("*")
    )
