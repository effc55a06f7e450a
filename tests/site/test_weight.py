"""What readers download, on the built site. The timeline: browser/test_timeline_filters.py."""

import gzip
import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.loading.loader import load
from generator.rendering.context import Context
from generator.rendering.filters.timeline_index import timeline_files
from generator.validation.pruning import without_dangling_references
from tests.support.big_chronology import write_big_chronology
from tests.tools.pictures import CARD, FAVICON

pytestmark = pytest.mark.build

KB = 1024
OWN = "assets/chronology"


def _gzipped(files: Iterable[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def _own(site: Path, pattern: str) -> list[Path]:
    found = sorted((site / OWN).rglob(pattern))
    assert found, pattern
    return found


def _with_imports(script: Path, fetched: set[Path]) -> set[Path]:
    """Add a script, and all that it imports at once, to what a page has fetched."""
    if script not in fetched:
        fetched.add(script)
        for name in re.findall(r'(?:from|^import) "([^"]+)"', script.read_text("utf-8"), re.M):
            _with_imports((script.parent / name).resolve(), fetched)
    return fetched


def test_own_style_and_scripts_are_light(site: Path) -> None:
    """Every page fetches the main script, then the one for its kind."""
    scripts = site / OWN
    style = _gzipped(_own(site, "*.css"))
    for page in (path.name for path in _own(site, "pages/*.js")):
        fetched: set[Path] = set()
        for name in ("main.js", f"pages/{page}"):
            _with_imports((scripts / name).resolve(), fetched)
        size = _gzipped(fetched)
        print(f"\n{page}: {size:,} bytes gzipped in {len(fetched)} files")
        assert size <= 22 * KB, page
    when_used = _gzipped(set(_own(site, "search/*.js")))  # fetched when a reader goes to the field
    print(f"\nCSS {style:,}, search {when_used:,} bytes gzipped")
    assert style <= 12 * KB
    assert when_used <= 8 * KB


def test_fonts_are_subsets(site: Path) -> None:
    fonts = _own(site, "*.woff2")
    style = "".join(path.read_text("utf-8") for path in _own(site, "*.css"))
    used = {f"fonts/{font.name}" for font in fonts}
    assert set(re.findall(r"url\((fonts/[^)]+)\)", style)) == used
    assert style.count("font-display:swap") == len(fonts)
    assert sum(font.stat().st_size for font in fonts) <= 160 * KB
    licences = {path.name for path in (site / OWN / "fonts").glob("OFL-*.txt")}
    assert licences == {"OFL-Source-Sans-3.txt", "OFL-Source-Serif-4.txt"}


def test_pictures_are_small(site: Path) -> None:
    assert (site / CARD).stat().st_size <= 60 * KB
    assert (site / FAVICON).stat().st_size <= KB
    assert (site / OWN / "favicon.svg").stat().st_size <= KB


def test_a_page_loads_few_files(site: Path) -> None:
    """One style sheet and one script of the theme, and of ours; colours where people wrote one."""
    for name, styles in (("timeline", 2), ("about", 3)):
        page = (site / name / "index.html").read_text("utf-8")
        assert len(re.findall(r'<link rel="stylesheet"', page)) == styles, name
        assert len(re.findall(r"<script[^>]* src=", page)) == 2, name


def test_pages_are_light(site: Path) -> None:
    """An event's page is one reader's first; the largest is what seven accounts cost."""
    heavy = {
        path.parent.relative_to(site).as_posix(): size
        for path in sorted(site.rglob("index.html"))
        if (size := _gzipped([path])) > 30 * KB
    }
    assert heavy == {}


def test_a_first_visit_to_an_event_is_light(site: Path) -> None:
    """The largest page with all that it fetches, fonts apart; `bench.py visit` asks a browser."""
    largest = max(site.glob("events/*/index.html"), key=lambda path: path.stat().st_size)
    named = re.findall(
        r'(?:rel="stylesheet" href|<script[^>]* src)="([^"]+)"', largest.read_text("utf-8")
    )
    fetched: set[Path] = set()
    for name in ("main.js", "pages/event.js"):
        _with_imports((site / OWN / name).resolve(), fetched)
    fetched |= {largest, *((largest.parent / name).resolve() for name in named)}
    size = _gzipped(fetched)
    print(f"\n{largest.parent.name}: {size:,} bytes gzipped in {len(fetched)} files")
    assert size <= 90_000


def test_the_index_of_a_thousand_events_is_small(tmp_path: Path) -> None:
    made = write_big_chronology(tmp_path / "made", 1000)
    chronology = without_dangling_references(load(made, made / "events").chronology)
    index = next(o for o in timeline_files(Context(chronology)) if o.path.endswith("-index.json"))
    assert len(json.loads(index.content)["events"]) == 1000
    size = len(gzip.compress(str(index.content).encode(), 9))
    print(f"\nindex: {size:,} bytes gzipped for 1,000 events")
    assert size <= 20_000
