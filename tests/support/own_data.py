"""Whether events/ holds the chronology that this repository began with.

A copy of the repository may hold another one, or none: tests of what stands in ours are skipped
there, and all others pass.
"""

from functools import cache

from generator.loading.loader import load
from tests.support.projects import ROOT

NOT_OURS = "events/ holds another chronology than that of this repository"
_TAG = "chronology.example,2026"  # a tag never changes


@cache
def has_own_data() -> bool:
    """Whether it is ours, by its tag, and not emptied."""
    chronology = load(ROOT, ROOT / "events").chronology
    return chronology.settings.tag == _TAG and bool(chronology.events)
