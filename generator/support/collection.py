"""How often Python looks for values that only hold each other."""

import gc
from functools import cache

_NEW_VALUES = 100_000


def collect_rarely() -> None:
    """Look for such values after so many new ones only.

    A build makes millions of small values and hardly a cycle: to look as often as Python does by
    itself would be a quarter of its time. Never to look costs memory, 30 KB for each page laid out.
    """
    gc.set_threshold(_NEW_VALUES, 10, 10)


@cache  # once: what a preview drops later would be kept for ever
def pass_over_what_is_there() -> None:
    """Never look among the values that a program begins with."""
    gc.freeze()
