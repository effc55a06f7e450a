"""What every format has: a name, what it is for, and the function that writes its files.

To add one: write a module here, put its `FORMAT` into `FORMATS` in `__init__.py`, and test it in
`tests/exports/`. The page `/data/` and its description for search engines follow by themselves.
.github/RECIPES.md has a whole one.

Use `json_records` for JSON and `tables` for tables: both follow the model, so that a new field
of a record is in your format too. A format imports no other one, and no page.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import splitext
from typing import Concatenate

from generator.model.output import Output
from generator.model.records import Chronology
from generator.support.cache import Cache


@dataclass(frozen=True, slots=True)
class Format:
    """One way to take the data away."""

    name: str
    about: str
    """What it is for and how to use it, in one or two sentences of plain text."""
    media_type: str
    """What its files are to a program, such as `application/xml`."""
    write: Callable[Concatenate[Chronology, Cache, ...], Iterator[Output]]
    """From the chronology and the cache, and from a `language` where `is_spoken`.

    Yields every file of the format, none where the chronology has nothing that it could hold.

    What pages wait for and it makes of single events, it may keep in the cache for later builds."""
    is_spoken: bool = False
    """Whether it has sentences for people, which are written in a language."""
    other_media_types: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The media types of files that are something else, by the ends of their names: `.json`."""

    def media_type_of(self, path: str) -> str:
        """Return the media type of one of its files."""
        ending = splitext(path)[1]
        return self.other_media_types.get(ending, self.media_type)
