"""The site that MkDocs builds, published whole or not at all.

MkDocs empties the folder that it builds into and fills it file by file. So it is given another one
beside it, which takes that folder's place when all is done and nothing has failed.
"""

import logging
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

from generator.adapters.project import refuse_link_out
from generator.support.whole_folder import WholeFolder


class WholeSite:
    """The folder of one build."""

    def __init__(self, config: MkDocsConfig, is_dirty: bool) -> None:
        """Have MkDocs build into another folder.

        Raises OSError where there can be none, ProjectError where the folder lies elsewhere.
        """
        refuse_link_out(Path(config.config_file_path).parent, Path(config.site_dir))
        self._config = config
        self._site_dir = config.site_dir
        self._made = WholeFolder(Path(config.site_dir))
        self.place = self._made.place
        """Where the site will stand."""
        config.site_dir = str(self._made.folder)
        if is_dirty and self._made.place.is_dir():  # MkDocs makes only again what has changed
            shutil.copytree(self._made.place, self._made.folder, ignore=_links, dirs_exist_ok=True)

    def publish(self) -> bool:
        """Publish the site, and return whether that was done: a strict build stops at warnings.

        Raises OSError; then the folder is as it was.
        """
        if _will_abort():
            return False
        self._made.publish()
        self._config.site_dir = self._site_dir
        return True

    def discard(self) -> None:
        """Leave the folder as it was before the build, if the site has not been published."""
        self._made.discard()
        self._config.site_dir = self._site_dir


def _links(folder: str, names: list[str]) -> list[str]:
    """Name the links in a folder; nothing is written through one."""
    return [name for name in names if Path(folder, name).is_symlink()]


def _will_abort() -> bool:
    """Return whether MkDocs, which counts warnings if strict, is going to fail after this."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
