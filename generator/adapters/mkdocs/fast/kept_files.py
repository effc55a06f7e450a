"""Our files and pages as MkDocs knows them, kept from one build of a preview to the next.

MkDocs makes an object for each file and each page, and looks up where each goes, for thousands of
which an edit changes a few. An output that is the same object has the same file, with its page as
it was converted, for as long as no setting that they depend on has changed.
"""

from collections.abc import Callable, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.utils import get_build_date

from generator.model.output import Output

_SETTINGS = (
    "docs_dir", "site_dir", "site_url", "use_directory_urls", "repo_url", "edit_uri",
    "edit_uri_template", "nav", "exclude_docs", "draft_docs", "not_in_nav", "markdown_extensions",
    "mdx_configs",
)  # fmt: skip
"""Every key of the configuration that MkDocs looks at while it makes a file, a page, and HTML."""


_Files = dict[str, tuple[Output, File]]


class KeptFiles:
    """The files of the build before, by path, each with the output that it was made of."""

    def __init__(self) -> None:
        self._settings: Mapping[str, Any] = {}
        self._before: _Files = {}
        self._files: _Files = {}

    def begin(self, config: MkDocsConfig) -> bool:
        """Take the settings of a build, and return whether they are those of before.

        Where they are others, nothing is kept.
        """
        settings = {"build date": get_build_date(), **{key: config[key] for key in _SETTINGS}}
        is_same = settings == self._settings
        self._before, self._files = self._files if is_same else {}, {}
        self._settings = settings
        return is_same

    def get(self, output: Output, make: Callable[[Output], File]) -> File:
        """Return the file of an output; `make` makes it unless the build before had the same."""
        kept = self._before.get(output.path)
        if kept is None or kept[0] is not output:
            if kept:  # a page and its file hold each other, long after nobody else does
                kept[1].page = None
            kept = output, make(output)
        self._files[output.path] = kept
        return kept[1]

    def forget(self) -> None:
        """Keep nothing of what was made so far."""
        self._files.clear()


def titles_in(nav: Any) -> dict[str, str]:
    """Return the title that the navigation in mkdocs.yml gives each page, by its path.

    Where it names a page twice, MkDocs takes the first.
    """
    titles: dict[str, str] = {}
    items = nav if isinstance(nav, list) else [nav]
    for item in items:
        for title, below in item.items() if isinstance(item, dict) else ():
            named = {below: title} if isinstance(below, str) else titles_in(below)
            titles = {**named, **titles}
    return titles
