"""The chronology that this repository began with: whether events/ holds it, and who reads it.

A copy of the repository may hold another one, or none: tests of what stands in ours are skipped
there, and all others pass, as they read made-up data alone.
"""

import os
import sys
from functools import cache
from typing import Any

from generator.loading.loader import load
from tests.support.projects import ROOT

NOT_OURS = "events/ holds another chronology than that of this repository"
READS_OURS = "reads the data of this repository: mark it own_data, or have it read made-up data"
_TAG = "chronology.example,2026"  # a tag never changes
_OURS = (str(ROOT / "events"), str(ROOT / "mkdocs.yml"))
_PROGRAMS = {"generator", "mkdocs"}

_read: list[str] = []


@cache
def has_own_data() -> bool:
    """Whether it is ours, by its tag, and not emptied."""
    chronology = load(ROOT, ROOT / "events").chronology
    return chronology.settings.tag == _TAG and bool(chronology.events)


@cache
def watch_own_data() -> None:
    """Have this process note from now on what it reads of our data and configuration."""
    sys.addaudithook(_note)


def take_read() -> list[str]:
    """Return what was read since this was last asked: files, and commands in the repository."""
    read = _read.copy()
    _read.clear()
    return read


def _note(event: str, args: tuple[Any, ...]) -> None:
    if event == "open":  # a name may also be below a folder that is open, which is not told here
        if isinstance(args[0], str | os.PathLike) and str(args[0]).startswith(_OURS):
            _read.append(str(args[0]))
    elif event == "subprocess.Popen" and str(args[2]) == str(ROOT):
        words = [str(word) for word in args[1]]
        if _PROGRAMS & set(words):
            _read.append(" ".join(words))
