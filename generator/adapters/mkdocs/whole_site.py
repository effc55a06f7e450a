"""The site that MkDocs builds, published whole or not at all.

MkDocs empties the folder that it builds into and fills it file by file. So it is given another one
beside it, which takes that folder's place when all is done and nothing has failed.
"""

import logging
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

from generator.adapters.project import ProjectError, refuse_link_out
from generator.support.disk_errors import in_words
from generator.support.log_lines import harmless
from generator.support.whole_folder import WholeFolder


class Publication:
    """The site of a build, until it is published or given up; none in a preview.

    Where a disk or a right forbids something, PluginError says so in a sentence.
    """

    def __init__(self) -> None:
        self._site: WholeSite | None = None

    def begin(self, config: MkDocsConfig, is_dirty: bool) -> None:
        """Have MkDocs build beside the folder of the site. Raises PluginError."""
        try:
            self._site = WholeSite(config, is_dirty)
        except ProjectError as error:
            raise PluginError(harmless(f"chronology: {error}")) from None
        except OSError as error:
            raise _not_published(error, Path(config.site_dir)) from error

    def publish(self) -> bool:
        """Publish the site, if there is one; return whether that was done. Raises OSError."""
        if self._site is None or not self._site.publish():
            return False
        self._site = None
        return True

    def give_up(self, error: Exception | None = None) -> bool:
        """Leave the last site as it was; return whether there was another.

        PluginError where the error is one of the disk.
        """
        site, self._site = self._site, None
        if site is None:
            return False
        site.discard()
        if isinstance(error, OSError):
            raise _not_published(error, site.place) from error
        return True


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


def _not_published(error: OSError, place: Path) -> PluginError:
    return PluginError(harmless(f"chronology: {in_words(error, place)}; {place} is as it was"))


def _links(folder: str, names: list[str]) -> list[str]:
    """Name the links in a folder; nothing is written through one."""
    return [name for name in names if Path(folder, name).is_symlink()]


def _will_abort() -> bool:
    """Return whether MkDocs, which counts warnings if strict, is going to fail after this."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
