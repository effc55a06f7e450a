"""An edit of what stands on an event's own page alone leaves all other pages as they were."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.loading.loader import load
from generator.model.output import Output
from generator.rendering.site_pages import render
from generator.support.cache import Cache

MERESH = Path(__file__).parents[1] / "data" / "meresh"
EVENT = "2021-05-04-pause-in-pumping"


@pytest.fixture
def events(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MERESH / "events", tmp_path / "events"))


def _changed(events: Path, pattern: str, new: str, event: str = EVENT) -> list[str]:
    """Return the paths of the pages that are made anew after an edit of an event's file."""
    cache = Cache()
    before = _pages(events, cache)
    file, text = next(
        (file, text)
        for file in sorted(events.rglob(f"{event}.yml"))
        if re.search(pattern, text := file.read_text("utf-8"))
    )
    text = re.sub(pattern, new, text, count=1)
    file.write_text(text, "utf-8")
    return [page.path for page in _pages(events, cache) if page not in before]


def _pages(events: Path, cache: Cache) -> list[Output]:
    pages: Iterator[Output] = render(
        load(events.parent, events, cache=cache).chronology, cache=cache
    )
    return [page for page in pages if page.is_page]


@pytest.mark.parametrize(
    ("pattern", "new"),
    [("date_basis: .*", "date_basis: Otherwise."), (r"(?m)^title:", "unknowns: [Who.]\ntitle:")],
)
def test_an_edit_of_the_own_page_alone(pattern: str, new: str, events: Path) -> None:
    assert _changed(events, pattern, new) == [f"events/{EVENT}/index.md"]


def test_an_edit_of_what_lists_show(events: Path) -> None:
    changed = _changed(events, "title: .*", "title: Other")
    assert {f"events/{EVENT}/index.md", "2021/05/index.md"} < {*changed}


def test_a_figure_that_is_written_otherwise(events: Path) -> None:
    assert len(_changed(events, r"value: (\d+)\b", r"value: \1.0", "2*")) > 1
