"""The figures of the design: `make bench` prints them, with their limits.

Nothing is asserted: a figure beyond its limit is marked, for people to judge. Ratios are those of
whole processes, alternating within one run, the median of five; machines differ and are noisy.

    python tests/benchmarks/bench.py           all parts but the long ones
    python tests/benchmarks/bench.py PART ...  some of them
    python tests/benchmarks/bench.py --help    which there are
"""

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.builds import build, large, zensical
from tests.benchmarks.core import check, exports, pages
from tests.benchmarks.in_browser import search, visit
from tests.benchmarks.preview import large_preview, preview

Part = Callable[[Path], None]
"""Measures one thing, in a folder that all parts share, and prints its figures."""
PARTS: Mapping[str, Part] = {
    part.__name__: part
    for part in (
        check,
        exports,
        pages,
        build,
        preview,
        zensical,
        search,
        visit,
        large,
        large_preview,
    )
}
LONG = ("large", "large_preview")
"""The parts that run by name only."""


def main(names: list[str]) -> None:
    """Run the parts of these names, or all but the long ones."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        asked = unknown == ["--help"]
        print(_help(), file=sys.stdout if asked else sys.stderr)
        raise SystemExit(0 if asked else 2)
    with tempfile.TemporaryDirectory() as folder:
        for name in names or [name for name in PARTS if name not in LONG]:
            PARTS[name](Path(folder))
    if not names:
        print(f"by name only, since they take long: {', '.join(LONG)}")


def _help() -> str:
    """Return each part with the first line of its docstring."""
    lines = (
        f"  {name:15}{(part.__doc__ or '').splitlines()[0]}{' (by name only)' * (name in LONG)}"
        for name, part in PARTS.items()
    )
    return "\n".join(["bench.py [PART ...], where the parts are", *lines])


if __name__ == "__main__":
    main(sys.argv[1:])
