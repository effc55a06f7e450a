"""What every format has: a name, what it is for, and the function that writes its files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model.output import Output
from generator.model.records import Chronology
from generator.support.cache import Cache


@dataclass(frozen=True, slots=True)
class Format:
    """One way to take the data away."""

    name: str
    about: str
    """What it is for and how to use it, in one or two sentences of plain text."""
    files: Callable[[Chronology, Cache], Iterator[Output]]
    """Every file of the format; none where the chronology has nothing that it could hold.

    What it makes of single events, it may keep in the memory of earlier builds."""


def address(chronology: Chronology, path: str, root: str = "") -> str:
    """The address of a file or page of the site.

    Absolute where the chronology says where it lives; otherwise relative, behind `root`, the way
    from the file that holds it to the site's root.
    """
    url = chronology.settings.url
    return f"{root if url is None else url if url.endswith('/') else f'{url}/'}{path}"
