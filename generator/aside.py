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
from typing import Generic, NoReturn, TypeVar

from generator.memory import Memory

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
            self._had.append(next(self._items))
        return self._had[n]


def pays(memory: Memory, events: int) -> bool:
    """Whether to do part of a work aside: it is no small one, and nothing of it is to be kept."""
    return memory.is_last and events >= MANY


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
    return _receive(make, source, child)


def _receive(make: Callable[[], Iterable[T]], source: int, child: int) -> Iterator[T]:
    """The items of the second process, and what it did not come to."""
    count = 0
    try:
        with os.fdopen(source, "rb") as pipe, suppress(EOFError, pickle.UnpicklingError):
            while pipe.peek(1):
                yield pickle.load(pipe)
                count += 1
    finally:
        _, status = os.waitpid(child, 0)
    if status:
        yield from islice(make(), count, None)


def _send(make: Callable[[], Iterable[T]], drain: int) -> NoReturn:
    """What the second process does, and nothing after it: neither clean-up nor output."""
    status = 1
    try:
        # Whoever waits for the end of another pipe does not wait for this process.
        os.closerange(3, drain)
        os.closerange(drain + 1, os.sysconf("SC_OPEN_MAX"))
        # A pipe holds little, and nobody may be reading yet: what does not fit waits here.
        os.set_blocking(drain, False)
        waiting = bytearray()
        for item in make():
            waiting += pickle.dumps(item, protocol=pickle.HIGHEST_PROTOCOL)
            with suppress(BlockingIOError):
                _write(drain, waiting)
        os.set_blocking(drain, True)
        _write(drain, waiting)
        status = 0
    finally:
        os._exit(status)


def _write(drain: int, waiting: bytearray) -> None:
    while waiting:
        del waiting[: os.write(drain, waiting)]
