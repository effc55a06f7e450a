"""What a preview keeps from one build to the next, so that an edit costs what it changes.

Nothing is kept by name or time, only for what it was made of. Files with the same bytes are the
same object, what is made of the same objects is the same again, and so on up to the pages; what is
made of many objects is kept for equal values, so that an edit ends where it changes nothing more.
Whoever keeps something names all that it reads.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Protocol, TypeVar, cast


class Identified(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str:
        """Its id, which no other record of its kind has."""


T = TypeVar("T")
E = TypeVar("E", bound=Identified)


class Cache:
    """The values of earlier builds; a new one is a build of its own."""

    def __init__(self, is_last: bool = False) -> None:
        """Where it `is_last`, no later build has it: nothing need be kept for one."""
        self.is_last = is_last
        self._contents: dict[str, bytes] = {}
        self._kept: dict[tuple[str, str], tuple[tuple[object, ...], Any]] = {}

    def intern(self, path: str, content: bytes) -> bytes:
        """The content of a file, as the object of an earlier build where it has not changed."""
        before = self._contents.get(path)
        if before == content:
            return before
        self._contents[path] = content
        return content

    def get(self, what: str, id: str, of: tuple[object, ...], make: Callable[[], T]) -> T:
        """What `make` gave for the same objects, or gives now.

        `of` is everything that `make` reads; none of it, nor the value, is ever changed.
        """
        kept = self._kept.get((what, id))
        if kept is not None and len(kept[0]) == len(of):
            for one, other in zip(kept[0], of, strict=True):
                if one is not other:
                    break
            else:
                return cast(T, kept[1])
        value = make()
        self._kept[what, id] = of, value
        return value

    def per_event(
        self, what: str, events: Iterable[E], make: Callable[[E], T], *reads: object
    ) -> dict[str, T]:
        """What `make` gives for each event, by its id; `reads` is all that it reads besides."""
        return {
            event.id: self.get(what, event.id, (event, *reads), partial(make, event))
            for event in events
        }

    def get_if_equal(self, what: str, id: str, of: object, make: Callable[[], T]) -> T:
        """What `make` gave for an equal value, or gives now.

        `of` is everything that `make` reads; what is equal in it must be shown alike.
        """
        kept = self._kept.get((what, id))
        if kept is not None and kept[0][0] == of:
            return cast(T, kept[1])
        value = make()
        self._kept[what, id] = (of,), value
        return value
