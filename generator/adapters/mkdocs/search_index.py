"""The files of the search in a build of MkDocs: among its files, or in a preview behind it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Lock, Thread

from material.plugins.search.plugin import SearchPlugin  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from generator.adapters.search_pages import site_index
from generator.model.output import Output
from generator.pipeline import Site
from generator.rendering.search.index import FOLDER
from generator.support.cache import Cache

log = get_plugin_logger("chronology")


def replace_other_search(config: MkDocsConfig) -> None:
    """Turn the theme's search off, whose index nobody would read."""
    for plugin in config.plugins.values():
        if isinstance(plugin, SearchPlugin):
            plugin.config.enabled = False
            log.debug("the site has a search of its own; mkdocs.yml need not name `search`")


class SearchIndex:
    """The index of the site, anew for each build."""

    def __init__(self, cache: Cache) -> None:
        """Keep in the cache what an edit does not change."""
        self._cache = cache
        self._site: Site | None = None
        self._pages: tuple[tuple[str, str], ...] = ()
        self._renewing: Thread | None = None
        self._writing = Lock()
        self._turn = 0

    def begin(self, site: Site) -> None:
        """Index this site; from now on nothing is written of the one before."""
        with self._writing:
            self._turn += 1
        self._site = site

    def read(self, files: Iterable[File]) -> None:
        """Index the pages that others have made as well; what is not shown, is not found."""
        self._pages = tuple(
            (file.src_uri, file.content_string)
            for file in files
            if file.is_documentation_page() and file.inclusion.value > InclusionLevel.DRAFT.value
        )

    def files(self, config: MkDocsConfig) -> list[File]:
        """Return the files for MkDocs to write."""
        return [
            File.generated(config, output.path, content=str(output.content).encode())
            for output in self._outputs()
        ]

    def renew(self, site: Path) -> None:
        """Write the files into a site, while this process goes on."""
        self._renewing = Thread(target=self._write, args=(site, self._turn), daemon=True)
        self._renewing.start()

    def wait(self) -> None:
        """Wait until the files are written."""
        if self._renewing:
            self._renewing.join()

    def _outputs(self) -> Iterator[Output]:
        assert self._site is not None
        return site_index(self._site, self._pages, self._cache)

    def _write(self, site: Path, turn: int) -> None:
        made = {site / output.path: str(output.content).encode() for output in self._outputs()}
        with self._writing:
            if turn != self._turn:  # there is a newer build
                return
            folder = site / FOLDER
            folder.mkdir(parents=True, exist_ok=True)
            for gone in {*folder.iterdir()} - made.keys():
                gone.unlink()
            for path, content in made.items():
                if not path.is_file() or path.read_bytes() != content:
                    path.write_bytes(content)
