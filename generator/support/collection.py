"""How often Python looks for values that only hold each other."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

_NEW_VALUES = 100_000


def collect_rarely() -> None:
    """Look for such values after so many new ones only.

    To look as often as Python does by itself would be a quarter of the time of a build. Never to
    look costs memory: 30 KB for each page that MkDocs lays out.
    """
    gc.set_threshold(_NEW_VALUES, 10, 10)


@cache  # once: what a preview drops later would be kept for ever
def pass_over_what_is_there() -> None:
    """Never look among the values that a program begins with."""
    gc.freeze()


@contextmanager
def collect_nothing() -> Iterator[None]:
    """Look for no such values meanwhile, nor later among those that are there in the end.

    For what leaves hardly any, as `pipeline.build`, and stays as long as the program.
    """
    gc.disable()
    try:
        yield
    finally:
        pass_over_what_is_there()
        gc.enable()


def never_collect_at_the_end() -> None:
    """Look for no such values when the program ends, whose memory the system takes back at once.

    Python would look through all that is left, a twentieth of the time of a build.
    """
    atexit.register(gc.freeze)
