"""No page grows without a bound: those of a chronology in which all accounts differ, weighed."""

import re
from collections.abc import Mapping
from pathlib import Path

from generator.loading.loader import load
from generator.rendering.page_weight import MAX_PAGE_BYTES, MAX_PAGE_ELEMENTS
from generator.rendering.site_pages import render
from tests.support.big_chronology import write_big_chronology
from tests.support.event_pages import MAX_BYTES, mean_bytes
from tests.support.rendered_page import CONVERTER

EVENTS = 2500
THEME_ELEMENTS, THEME_BYTES = 200, 20_000
"""What the theme has around the content of a page, measured on the site of the real data."""
SURELY_LIGHT, MOSTLY_HTML = 8_000, 40_000
"""Markdown below the one cannot reach a limit, above the other it is HTML; neither is converted."""


def _sizes(project: Path) -> Mapping[str, tuple[int, int]]:
    """Return the elements and the bytes of every page but those of events, by its path."""
    found = {}
    for output in render(load(project, project / "events").chronology):
        if output.path.startswith("events/"):
            break  # they come last, and tell of one event each
        if output.is_page:
            body = str(output.content).split("---\n", 2)[-1]
            is_open = SURELY_LIGHT < len(body) < MOSTLY_HTML
            html = CONVERTER.reset().convert(body) if is_open else body
            found[output.path] = len(re.findall("<[a-z]", html)), len(html.encode())
    return found


def _heavy(sizes: Mapping[str, tuple[int, int]]) -> Mapping[str, tuple[int, int]]:
    largest = max(sizes.items(), key=lambda item: item[1])
    print(f"\n{len(sizes):,} pages; the largest: {largest}")
    return {
        path: size
        for path, size in sizes.items()
        if size[0] + THEME_ELEMENTS > MAX_PAGE_ELEMENTS or size[1] + THEME_BYTES > MAX_PAGE_BYTES
    }


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
