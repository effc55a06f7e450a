"""What the search knows of one page: how results show it, and the texts by which it is found."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from generator.rendering.search.indexed_dates import NO_DATES, IndexedDates

Group = Literal["event", "actor", "place", "source", "page"]
GROUPS: tuple[Group, ...] = ("event", "actor", "place", "source", "page")
"""In the order of results."""


class SearchRecord(NamedTuple):
    """A page, as the search knows it."""

    group: Group
    url: str
    """From the root of the site."""
    title: str
    date: str = ""
    """Its date in words."""
    kind: str = ""
    """What sort of event, actor, place it is."""
    names: tuple[str, ...] = ()
    """Who and where it is about, in every spelling: counts as much as the title."""
    texts: tuple[str, ...] = ()
    """What else is said there, whole sentences where there are any."""
    dates: IndexedDates = NO_DATES
    choices: Mapping[str, tuple[str, ...]] = {}
    """What it has of each filter: ids, by the name of the filter."""


def spelled(name: str, spellings: Iterable[str]) -> str:
    """`River Bend (Bend-on-the-River)`: a name with its other spellings."""
    rest = ", ".join(dict.fromkeys(spelling for spelling in spellings if spelling != name))
    return f"{name} ({rest})" if rest else name
