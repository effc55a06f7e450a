"""Work done in a second process, while this one goes on with other work.

Knows nothing of what is made. The result is the same as without it, which is what happens where a
second process cannot be had, does not pay, or fails.
"""

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterable
from typing import TypeVar, cast

T = TypeVar("T")


def aside(make: Callable[[], Iterable[T]]) -> Callable[[], list[T]]:
    """Start to make a list; the function that is given back waits for it, and is called once.

    `make` sees the values of this moment; what it changes is lost, and what it makes is pickled.
    """
    if not can_fork():
        return lambda: list(make())
    source, drain = os.pipe()
    child = os.fork()
    if child == 0:
        _send(make, source, drain)
    os.close(drain)

    def wait() -> list[T]:
        with os.fdopen(source, "rb") as pipe:
            content = pipe.read()
        _, status = os.waitpid(child, 0)
        # An error shows where it can be caught: here.
        return cast(list[T], pickle.loads(content)) if status == 0 else list(make())

    return wait


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


def _send(make: Callable[[], Iterable[T]], source: int, drain: int) -> None:
    """What the second process does, and nothing after it: neither clean-up nor output."""
    status = 1
    try:
        os.close(source)
        with os.fdopen(drain, "wb") as pipe:
            pickle.dump(list(make()), pipe, protocol=pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)
