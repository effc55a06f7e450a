"""How often Python looks for values that only hold each other."""

import gc
from functools import cache

_NEW_VALUES = 100_000


def collect_rarely() -> None:
    """Look for such values after so many new ones, and never among those a program begins with.

    A build makes millions of small values and hardly a cycle: to look as often as Python does by
    itself would be a quarter of its time. Never to look costs memory, 30 KB for each page laid out.
    """
    _pass_over_what_is_there()
    gc.set_threshold(_NEW_VALUES, 10, 10)
    gc.enable()


@cache  # once: what a preview drops later would be kept for ever
def _pass_over_what_is_there() -> None:
    gc.freeze()
