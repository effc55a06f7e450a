"""Values that are made when they are asked for, of which one is kept."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


class LastMade(Mapping[str, R]):
    """What a function returns for each of some items, under their keys.

    The last value is kept, so that it serves whoever asks for one item several times in a row.
    """

    def __init__(self, make: Callable[[T], R], items: Mapping[str, T]) -> None:
        self._make: Callable[[T], R] = make
        self._items: Mapping[str, T] = items
        self._last: tuple[str, R] | None = None

    def __getitem__(self, key: str) -> R:
        """Return the value of an item. Raises KeyError where there is none."""
        if self._last is None or self._last[0] != key:
            self._last = key, self._make(self._items[key])
        return self._last[1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)
