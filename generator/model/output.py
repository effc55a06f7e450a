"""Files of the site before MkDocs sees them, and what the site says of its data files."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date as Day
from typing import NamedTuple

from generator.support.cache import Cache
from generator.support.spool import Spooled

Content = str | bytes
"""Text, or the bytes of a file that has line ends of its own or is no text."""


@dataclass(frozen=True, slots=True)
class Output:
    """A page or a data file that the generator made, and what it was made from."""

    path: str
    """Where it stands below `docs/`, with `/`: `events/2021-05-04-pause-in-pumping/index.md`."""
    made: Content | Callable[[], Content]
    """Its content, or what makes it: of a data file that no page waits for, or of one of many."""
    origin: str
    """The file of the data it was made from, or the folder, where it was made from all."""
    changed: Day | None = None
    """Of a page: the last day on which anything that it tells was published or changed."""

    @classmethod
    def made_late(
        cls, path: str, make: Callable[[], "Output"], origin: str, changed: Day | None = None
    ) -> "Output":
        """Return the output that `make` makes each time that its content is read."""
        return cls(path, lambda: make().content, origin, changed)

    @property
    def content(self) -> Content:
        """Its content; what is made late is made anew each time that it is read."""
        return self.made() if callable(self.made) else self.made

    def put_aside(self, cache: Cache) -> "Output":
        """Return it with its content made, which waits on the disk.

        It is the same object where it waits there already.
        """
        if isinstance(self.made, Spooled):
            return self
        return replace(self, made=cache.put_aside(self.content))

    @property
    def is_late(self) -> bool:
        """Whether its content is made when it is read, apart from the pages."""
        return self.is_elsewhere and not isinstance(self.made, Spooled)

    @property
    def is_elsewhere(self) -> bool:
        """Whether its content does not lie in memory: it is made late, or put aside."""
        return callable(self.made)

    @property
    def is_page(self) -> bool:
        """Whether MkDocs makes a page of it; everything else is copied as it is."""
        return self.path.endswith(".md")


class ExportedFile(NamedTuple):
    """A data file that the site offers."""

    path: str
    """Where it stands below the root of the site."""
    media_type: str


class ExportedFormat(NamedTuple):
    """A format of the data, and the files that were written in it."""

    name: str
    about: str
    """What it is for and how to use it, in one or two sentences of plain text."""
    files: tuple[ExportedFile, ...]
