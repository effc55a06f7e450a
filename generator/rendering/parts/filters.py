"""The filters over a list: groups of choices, which scripts fill from the list's data."""

from typing import NamedTuple


class Facet(NamedTuple):
    """A group of choices."""

    key: str
    """Under which its choices stand in the data."""
    name: str
