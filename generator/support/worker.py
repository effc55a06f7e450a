"""Work done in a second process, while this one goes on with other work.

Knows nothing of what is made. The result is the same as without it, which is what happens where a
second process cannot be had, does not pay, or fails.
"""

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Generic, NoReturn, TypeVar, cast

from generator.support.cache import Cache

T = TypeVar("T")
MANY = 200
"""From so many events on, a second process is worth its beginning."""


class Aside(Generic[T]):
    """A list that is being made in a second process, in its order.

    `make` sees the values of this moment; what it changes is lost, and what it makes is pickled.
    """

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        """Begin to make it, or, where a second process cannot be had, when it is asked for."""
        self._had: list[T] = []
        self._items = _begin(make) if can_fork() else iter(make())

    def __getitem__(self, n: int) -> T:
        """Wait for an item. Raises what `make` raises, here where it can be caught."""
        while len(self._had) <= n:
            try:
                self._had.append(next(self._items))
            except StopIteration:
                raise IndexError(n) from None
        return self._had[n]


def pays(cache: Cache, events: int) -> bool:
    """Whether to do part of a work aside: it is no small one, and nothing of it is to be kept."""
    return cache.is_last and events >= MANY


def can_fork() -> bool:
    """Whether a copy of this process can go on by itself: it has one thread, and a core is left.

    Not on macOS, whose own libraries do not stand it.
    """
    return (
        hasattr(os, "fork")
        and sys.platform != "darwin"
        and threading.active_count() == 1
        and (os.cpu_count() or 1) > 1
    )


def _begin(make: Callable[[], Iterable[T]]) -> Iterator[T]:
    source, drain = os.pipe()
    child = os.fork()
    if child == 0:
        _send(make, drain)
    os.close(drain)
    items = _receive(make, source, child)
    next(items)  # so that it ends the process also where nobody asks for an item
    return items


def _receive(make: Callable[[], Iterable[T]], source: int, child: int) -> Iterator[T]:
    """After one item that is none: those of the second process, and what it did not come to."""
    count, is_whole = 0, False
    try:
        with os.fdopen(source, "rb") as pipe, suppress(EOFError, pickle.UnpicklingError):
            yield cast(T, None)
            while (item := pickle.load(pipe)) is not ...:
                yield item
                count += 1
            is_whole = True
    finally:
        waited_for(child)
    if not is_whole:
        yield from islice(make(), count, None)


def waited_for(child: int) -> int:
    """The status of a process that has ended; 0 where the system keeps none for us."""
    with suppress(ChildProcessError):
        return os.waitpid(child, 0)[1]
    return 0


def _send(make: Callable[[], Iterable[T]], drain: int) -> NoReturn:
    """What the second process does, and nothing after it: neither clean-up nor output."""
    status = 1
    try:
        # Whoever waits for the end of another pipe does not wait for this process.
        for other in {int(path.name) for path in Path("/dev/fd").iterdir()} - {0, 1, 2, drain}:
            with suppress(OSError):
                os.close(other)
        # A pipe holds little, and nobody may be reading yet: what does not fit waits here.
        os.set_blocking(drain, False)
        waiting = bytearray()
        for item in make():
            waiting += pickle.dumps(item, protocol=pickle.HIGHEST_PROTOCOL)
            with suppress(BlockingIOError):
                _write(drain, waiting)
        waiting += pickle.dumps(...)
        os.set_blocking(drain, True)
        _write(drain, waiting)
        status = 0
    finally:
        os._exit(status)


def _write(drain: int, waiting: bytearray) -> None:
    while waiting:
        del waiting[: os.write(drain, waiting)]
