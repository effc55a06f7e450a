"""A build makes no values that only hold each other, so Python need not look for them."""

import gc
from pathlib import Path

from generator.pipeline import build

MERESH = Path(__file__).parents[1] / "data" / "meresh"
_FEW = 200
"""Of what libraries make, however many events there are; of ours there is none."""


def test_a_build_leaves_hardly_any_cycle() -> None:
    gc.collect()
    gc.disable()
    try:
        site = build(MERESH, MERESH / "events", {}, are_pages_late=True)
        assert gc.collect() < _FEW
        assert sum(len(output.content) for output in site.outputs if output.is_late)
        assert gc.collect() == 0
    finally:
        gc.enable()
