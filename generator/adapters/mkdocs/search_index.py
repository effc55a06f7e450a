"""The site's search in a build of MkDocs: the theme's own is off, ours has its files."""

from collections.abc import Iterable, Iterator

from material.plugins.search.plugin import SearchPlugin  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from generator.adapters.search_pages import site_index
from generator.model.output import Output
from generator.pipeline import Site
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

    def begin(self, site: Site) -> None:
        """Index this site."""
        self._site = site

    def read(self, files: Iterable[File]) -> None:
        """Index the pages that others have made as well; what is not shown, is not found."""
        self._pages = tuple(
            (file.src_uri, file.content_string)
            for file in files
            if file.is_documentation_page() and file.inclusion.value > InclusionLevel.DRAFT.value
        )

    def end(self) -> None:
        """Hold nothing of the site any more."""
        self._site = None

    def outputs(self) -> Iterator[Output]:
        """Yield the files of the index."""
        assert self._site is not None
        return site_index(self._site, self._pages, self._cache)
