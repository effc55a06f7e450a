"""The MkDocs plugin: hands the outputs of `pipeline.py` to MkDocs, and its problems to people.

No rule and no page is known here. This is the plain way: MkDocs's public interface alone, and
everything else is done by MkDocs, so each other plugin, hook and template sees the pages as they
are. The folder `fast/` may do the same sooner; without it, the plugin works.
"""

import logging
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import nullcontext
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Dir, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from pathspec.gitignore import GitIgnoreSpec

from generator.adapters.handwritten_files import handwritten, stray_files
from generator.adapters.mkdocs.anchors import tell_anchors
from generator.adapters.mkdocs.configuration import (
    fill_in_facts,
    leave_out_other_hosts,
    refuse_other_themes,
)
from generator.adapters.mkdocs.content_policy import with_policy
from generator.adapters.mkdocs.file_links import link_to_files
from generator.adapters.mkdocs.late_files import LateFiles
from generator.adapters.mkdocs.output_files import (
    as_on_disk,
    generated_file,
    refuse_taken_paths,
)
from generator.adapters.mkdocs.search_index import SearchIndex, replace_other_search
from generator.adapters.mkdocs.whole_site import Publication
from generator.adapters.overrides import MAIN, above_ours
from generator.adapters.project import PLUGIN
from generator.adapters.site_facts import configured_facts
from generator.adapters.standalone import not_in_nav
from generator.exports.tables import let_go_of_rows
from generator.model.output import Output
from generator.model.problems import Problem, problem_count
from generator.model.records import Chronology
from generator.pipeline import THEME, Site, build
from generator.rendering.assets import SCRIPTS, STYLES
from generator.rendering.templates import TEMPLATES
from generator.support.cache import Cache
from generator.support.collection import collect_nothing, pass_over_what_is_there
from generator.support.disk_errors import in_words
from generator.support.free_memory import keep_in_one_heap
from generator.support.log_lines import HarmlessLines
from generator.support.whole_files import settle
from generator.support.worker import workers_of_this_machine

if TYPE_CHECKING:
    from generator.adapters.mkdocs.fast.fast_way import FastWay

log = get_plugin_logger("chronology")
_EXTENSION = "generator.adapters.mkdocs.finished_html"


class ChronologyConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    events = Dir(default="events", exists=True)
    fast = Type(bool, default=True)
    parallel = Type(bool, default=True)
    content_policy = Type(bool, default=True)


_HARMLESS = HarmlessLines()


class ChronologyPlugin(BasePlugin[ChronologyConfig]):  # type: ignore[no-untyped-call]
    """Makes the pages of a chronology part of the site."""

    def __init__(self) -> None:
        self._is_preview = False
        self._is_dirty = False
        self._publication = Publication()
        self._last_good: Chronology | None = None
        self._cache = Cache(lasting=False)
        self._strays: Mapping[Path, Problem] = {}
        self._outputs: tuple[Output, ...] = ()
        self._late: Mapping[str, Output] = {}
        self._late_files = LateFiles()
        self._search = SearchIndex(self._cache)
        self._fast = _fast_way()
        self._file_of = generated_file

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command. A plugin with this method lives on between the preview's builds.

        What MkDocs and any plugin logs from now on is harmless for who reads the log.
        """
        for handler in logging.getLogger("mkdocs").handlers:
            handler.addFilter(_HARMLESS)
        self._is_preview = command == "serve"
        if self._is_preview:
            keep_in_one_heap()
        self._cache = Cache(lasting=self._is_preview)
        self._search = SearchIndex(self._cache)
        self._is_dirty = dirty

    @event_priority(100)  # before any plugin looks where the site goes, and the search begins
    def _begin_site(self, config: MkDocsConfig) -> None:
        self._late_files.begin()
        replace_other_search(config)
        if not self._is_preview:
            self._publication.begin(config, self._is_dirty)
        try:
            settle(Path(self.config.events))
        except OSError as error:
            if not self._is_preview:
                raise
            log.warning("%s", in_words(error, Path(self.config.events)))

    def _make_outputs(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the site's outputs, before MkDocs empties the folder it builds into."""
        refuse_other_themes(config)
        events = Path(self.config.events)
        # The project's own overrides, if any, stay above ours.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.watch += [str(events), str(THEME), *map(str, (SCRIPTS, STYLES, *TEMPLATES))]
        config.markdown_extensions.append(_EXTENSION)
        config_file, docs = Path(config.config_file_path), Path(config.docs_dir)
        folders = [docs, *([Path(config.theme.custom_dir)] if config.theme.custom_dir else [])]
        self._strays = stray_files(config_file.parent, folders)
        site = self._make(config_file, events, docs)
        self._report(sorted([*self._strays.values(), *site.problems]), site.chronology.settings.url)
        fill_in_facts(config, site.chronology.settings, self._is_preview)
        self._last_good = site.chronology
        self._outputs = site.outputs
        self._search.begin(site)
        ours = GitIgnoreSpec.from_lines(not_in_nav(site.outputs, has_nav=config.nav is not None))
        config.not_in_nav = ours + config.not_in_nav if config.not_in_nav else ours
        late = (output for output in site.outputs if self._is_preview and output.is_late)
        self._late = {output.path: output for output in late}
        is_fast = self._fast and self._fast.begin(
            config, self.config.fast, self._is_preview, self._finish, self._late
        )
        self._file_of = self._fast.file_of if self._fast and is_fast else generated_file
        if not is_fast:  # others may see them: they are made with the rest
            self._late = {}
        return config

    on_config = CombinedEvent(_begin_site, _make_outputs)

    def _make(self, config_file: Path, events: Path, docs: Path) -> Site:
        project = config_file.parent
        # A preview has threads, and keeps what it has made for its next build.
        is_shared = self.config.parallel and not self._is_preview
        if self._is_preview:
            pass_over_what_is_there()
        with nullcontext() if self._is_preview else collect_nothing():
            return build(
                project,
                events,
                handwritten(project, docs),
                drafts=self._is_preview,
                last_good=self._last_good,
                cache=self._cache,
                workers=workers_of_this_machine() if is_shared else 0,
                configured=configured_facts(config_file),
                are_exports_late=self._is_preview,
                are_pages_late=not self._is_preview,
            )

    def _report(self, problems: Collection[Problem], site: str | None) -> None:
        """Say what is wrong. A preview goes on with the rest; a build stops, nothing published.

        `site` is the site's address, where problems are explained.
        """
        if not problems:
            return
        say = log.warning if self._is_preview else log.error
        for problem in problems:
            say("%s", problem.with_quote(site))
        total = f"{problem_count(problems)} in the data"
        if not self._is_preview:
            raise PluginError(f"chronology: {total}")
        log.warning("%s; all else is shown", total)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the outputs, in the order in which MkDocs would find them on disk.

        What must not be read is left out; only a preview comes so far with it.
        """

        ours = [self._file_of(config, output) for output in self._outputs]
        refuse_taken_paths(ours, files)
        kept = [file for file in files if not self._is_stray(file)]
        self._search.read(kept)
        if not self._is_preview:
            ours += [self._file_of(config, output) for output in self._search.outputs()]
            self._let_go()  # the files have them
        return as_on_disk([*kept, *ours])

    def _is_stray(self, file: File) -> bool:
        path = Path(file.abs_src_path or "")
        return any(stray in (path, *path.parents) for stray in self._strays)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Lay a main.html of the project's own above ours, which it hides."""
        tell_anchors(files)
        leave_out_other_hosts(config)
        if env.loader:
            main = env.loader.get_source(env, MAIN)[0]
            env.loader = ChoiceLoader([DictLoader({MAIN: above_ours(main)}), env.loader])
        return env

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Say in the page what it may load and run; every other plugin has been there before."""
        return self._finish(output, page)

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for a page that is made of a template alone."""
        return self._finish(output, None) if template_name.endswith(".html") else output

    def _finish(self, html: str, page: Page | None) -> str:
        # A preview writes a script into each page when it sends it.
        if self._is_preview or not self.config.content_policy:
            return html
        return with_policy(html, (page and page.content) or "")

    @event_priority(-1000)  # after all that other plugins write
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish the site."""
        if not config.use_directory_urls:
            link_to_files(Path(config.site_dir))
        if self._is_preview:
            self._late_files.write(Path(config.site_dir), self._late_outputs())
            self._let_go()
        if self._publication.publish():
            log.info("the site stands in %s", config.site_dir)

    def _late_outputs(self) -> Iterator[Output]:
        """Return what is written behind the reload; it is held by nobody else then."""
        late = chain(self._search.outputs(), self._late.values())

        def outputs() -> Iterator[Output]:
            yield from late
            let_go_of_rows(self._cache)

        return outputs()

    def _let_go(self) -> None:
        """Hold nothing of the site any more but what its files have."""
        self._outputs, self._late = (), {}
        self._search.end()

    @event_priority(-1000)  # it may raise
    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last site as it was; where a disk or a right is to blame, say so in words."""
        self._publication.give_up(error)

    @event_priority(-1000)  # likewise
    def on_shutdown(self) -> None:
        """Leave the last site as it was where a person has stopped the build."""
        if self._publication.give_up() and isinstance(sys.exc_info()[1], KeyboardInterrupt):
            raise SystemExit(130)


def _fast_way() -> "FastWay | None":
    """Return the fast way, where its folder has not been deleted."""
    try:
        from generator.adapters.mkdocs.fast.fast_way import FastWay
    except ModuleNotFoundError:
        return None
    return FastWay(PLUGIN)
