"""Values kept from one build to the next, so that an edit in a preview costs what it changes.

An entry is found by the identity of what it was made from, never by name or time. Files with the
same bytes are the same object, what is made from the same objects is the same object again, and so
on up to the pages. What is made from many objects is compared by value instead, so that an edit
ends where it changes nothing more. Whoever keeps a value names all that it was made from.
"""

from collections.abc import Callable, Iterable
from operator import is_not
from typing import Any, Protocol, TypeVar, cast

from generator.support.spool import Spool, Spooled


class Identified(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str:
        """Its id, which no other record of its kind has."""


T = TypeVar("T")
E = TypeVar("E", bound=Identified)


class Cache:
    """The values of earlier builds; a new cache is empty.

    One that is not `lasting` serves a single build: of that, it keeps what is shared, which several
    makers ask for, and lets go of everything else.
    """

    def __init__(self, lasting: bool = True) -> None:
        self.is_lasting = lasting
        """Whether it keeps what it has made for another build."""
        self._spool = Spool()
        self._contents: dict[str, bytes] = {}
        self._entries: dict[tuple[str, str], tuple[tuple[object, ...], Any]] = {}
        self._of_events: dict[
            str, tuple[tuple[object, ...] | None, dict[str, tuple[object, Any]]]
        ] = {}

    def intern(self, path: str, content: bytes) -> bytes:
        """Return the content of a file: the same object as before while its bytes are the same."""
        if not self.is_lasting:
            return content
        before = self._contents.get(path)
        if before == content:
            return before
        self._contents[path] = content
        return content

    def put_aside(self, content: str | bytes) -> Spooled:
        """Return what reads, from the disk, content that is made now and written later."""
        return self._spool.put(content)

    def get(
        self,
        name: str,
        id: str,
        inputs: tuple[object, ...],
        make: Callable[[], T],
        is_shared: bool = False,
    ) -> T:
        """Return the value that `make` gave for the same objects, or gives now.

        `name` tells the maker from others, `id` what it is made for. `inputs` is everything that
        `make` reads; neither they nor the value are ever changed. Where it `is_shared`, the value
        is asked for more than once a build.
        """
        if not (self.is_lasting or is_shared):
            return make()
        entry = self._entries.get((name, id))
        if entry is not None and len(entry[0]) == len(inputs):
            for before, now in zip(entry[0], inputs, strict=True):
                if before is not now:
                    break
            else:
                return cast(T, entry[1])
        value = self._as_kept(make())
        self._entries[name, id] = inputs, value
        return value

    def held(self, name: str, id: str) -> Any | None:
        """Return a value that `get` has kept, whatever it was made from; None where it has none."""
        entry = self._entries.get((name, id))
        return entry and entry[1]

    def let_go(self, name: str, id: str) -> None:
        """Let go of a shared value that nobody asks for any more."""
        self._entries.pop((name, id), None)

    def per_event(
        self,
        make: Callable[[E], T],
        events: Iterable[E],
        *inputs: object,
        name: str = "",
        is_shared: bool = False,
    ) -> dict[str, T]:
        """Return what `make` returns for each event, by the event's id.

        `inputs` is everything that `make` reads besides the event. The entries belong to `make`,
        known by where it is defined; a function that is made several times there needs a `name`.
        """
        name = name or _name_of(make)
        if not (self.is_lasting or is_shared):
            return {event.id: make(event) for event in events}
        before, kept = self._of_events.get(name, (None, {}))
        if before is None or len(before) != len(inputs) or any(map(is_not, before, inputs)):
            kept = {}
            self._of_events[name] = inputs, kept
        values: dict[str, T] = {}
        for event in events:
            id = event.id
            entry = kept.get(id)
            if entry is None or entry[0] is not event:
                entry = kept[id] = event, self._as_kept(make(event))
            values[id] = entry[1]
        return values

    def get_if_equal(self, name: str, id: str, inputs: object, make: Callable[[], T]) -> T:
        """Return the value that `make` gave for an equal value of `inputs`, or gives now.

        `inputs` is everything that `make` reads; what is equal in it must be shown alike.
        """
        if not self.is_lasting:
            return make()
        entry = self._entries.get((name, id))
        if entry is not None and entry[0][0] == inputs:
            return cast(T, entry[1])
        value = self._as_kept(make())
        self._entries[name, id] = (inputs,), value
        return value

    def _as_kept(self, value: T) -> T:
        """Return a value with its content on the disk, where it can `put_aside` what is long."""
        put_aside = getattr(value, "put_aside", None)
        return value if put_aside is None else cast(T, put_aside(self))


def _name_of(function: Callable[..., object]) -> str:
    """Return the name of a function's entries: its module and its place in it."""
    return f"{function.__module__}.{function.__qualname__}"
