"""No page grows without a bound: those of a chronology in which all accounts differ, weighed."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.loading.loader import load
from generator.rendering.page_weight import MAX_PAGE_BYTES, MAX_PAGE_ELEMENTS
from generator.rendering.site_pages import render
from tests.support.big_chronology import write_big_chronology
from tests.support.event_pages import MAX_BYTES, mean_bytes
from tests.support.rendered_page import CONVERTER

EVENTS = 2500
THEME_ELEMENTS, THEME_BYTES = 200, 20_000
"""What the theme has around the content of a page, measured on the site of the real data."""
Size = tuple[int, int]
"""The elements and the bytes of a page."""


def _sizes(project: Path) -> Mapping[str, Size]:
    """Return the size of every page but those of events, by its path: at most, if that is light."""
    found: dict[str, Size] = {}
    for output in render(load(project, project / "events").chronology):
        if output.path.startswith("events/"):
            break  # they come last, and tell of one event each
        if output.is_page:
            body = str(output.content).split("---\n", 2)[-1]
            size = most = _most(body)
            # Most pages are converted in vain: few are, to see that none has more.
            if _is_heavy(most) or len(found) % 100 == 0:
                size = _size(CONVERTER.reset().convert(body))
                assert all(part <= limit for part, limit in zip(size, most, strict=True))
            found[output.path] = size
    return found


def _size(html: str) -> Size:
    return len(re.findall("<[a-z]", html)), len(html.encode())


def _most(markdown: str) -> Size:
    """Return what a page can have at most: a list, an item and a paragraph begin at a line."""
    elements, size = _size(markdown)
    elements += 3 * (markdown.count("\n") + 1) + len(re.findall(r"[\[*_`|]", markdown))
    return elements, 2 * size


def _is_heavy(size: Size) -> bool:
    return size[0] + THEME_ELEMENTS > MAX_PAGE_ELEMENTS or size[1] + THEME_BYTES > MAX_PAGE_BYTES


def _heavy(sizes: Mapping[str, Size]) -> Mapping[str, Size]:
    largest = max(sizes.items(), key=lambda item: item[1])
    print(f"\n{len(sizes):,} pages; the largest: {largest}")
    return {path: size for path, size in sizes.items() if _is_heavy(size)}


@pytest.mark.long
def test_pages_of_many_events_are_light_for_they_have_parts(tmp_path: Path) -> None:
    sizes = _sizes(write_big_chronology(tmp_path, EVENTS))
    assert _heavy(sizes) == {}
    for part in ("differences/2001/05", "actors/actor-6/2001", "sources/source-0/2001", "2001/05"):
        assert f"{part}/index.md" in sizes


def test_an_event_weighs_little(tmp_path: Path) -> None:
    """One of three accounts with two figures each, with all that its page says to machines."""
    assert mean_bytes(write_big_chronology(tmp_path, 40)) <= MAX_BYTES


def test_lists_of_many_records_have_pieces(tmp_path: Path) -> None:
    sizes = _sizes(write_big_chronology(tmp_path, 3, records=700))
    assert _heavy(sizes) == {}
    for kind in ("actors", "places", "sources"):
        assert f"{kind}/list/2/index.md" in sizes
