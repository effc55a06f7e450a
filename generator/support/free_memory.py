"""Memory that nobody needs any more, and that a process still holds.

glibc keeps what lies between values that stay: of what a preview makes and drops, a quarter of all
that it holds. Other systems, and other C libraries, are left to do what they do.
"""

import ctypes
import gc
import sys
from typing import Any

_ARENA_MAX = -8
"""The parameter of mallopt(3) that says how many heaps a process may have."""


def keep_in_one_heap() -> None:
    """Have threads that begin from now on allocate where the first one does.

    Each of several heaps has gaps of its own.
    """
    if mallopt := _of_glibc("mallopt"):
        mallopt(_ARENA_MAX, 1)


def give_back() -> None:
    """Give free memory to the system, with that of new values which only hold each other."""
    gc.collect(1)  # all values would be a tenth of a second for a thousand events
    if malloc_trim := _of_glibc("malloc_trim"):
        malloc_trim(0)


def _of_glibc(name: str) -> Any:
    """Return a function of the C library; None where that is another one."""
    is_linux = sys.platform == "linux"
    return getattr(ctypes.CDLL(None), name, None) if is_linux else None
