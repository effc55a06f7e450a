"""The real site as readers get it: links, headings, ids, and nothing from another host."""

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from tests.support.built_pages import BuiltPage, broken_links, read_pages

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BuiltPage]:
    return read_pages(site)


def test_every_internal_link_leads_somewhere(site: Path, pages: dict[str, BuiltPage]) -> None:
    assert broken_links(site, pages) == []


def test_every_page_has_one_h1_and_skips_no_level(pages: dict[str, BuiltPage]) -> None:
    for address, page in pages.items():
        assert page.headings.count(1) == 1, address
        levels = page.headings[page.headings.index(1) :]
        assert all(b - a <= 1 for a, b in pairwise(levels)), address


def test_no_id_stands_twice(pages: dict[str, BuiltPage]) -> None:
    for address, page in pages.items():
        twice = [id for id, count in Counter(page.ids).items() if count > 1]
        assert twice == [], address


def test_nothing_is_loaded_from_another_host(site: Path, pages: dict[str, BuiltPage]) -> None:
    for address, page in pages.items():
        assert [url for url in page.loads if urlsplit(url).netloc] == [], address
    for sheet in sorted(site.rglob("*.css")):
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", sheet.read_text("utf-8")), sheet


def test_links_have_safe_schemes(pages: dict[str, BuiltPage]) -> None:
    for address, page in pages.items():
        schemes = {urlsplit(link).scheme for link in page.links}
        assert schemes <= {"", "http", "https", "mailto"}, address


def test_every_kind_of_page_is_there(pages: dict[str, BuiltPage], site: Path) -> None:
    for address in (
        "",
        "timeline/",
        "differences/",
        "corrections/",
        "changes/",
        "about/",
        "404.html",
    ):
        assert address in pages
    for pattern in (r"\d{4}/", r"\d{4}/\d\d/", r"events/[^/]+/", r"actors/([^/]+/)?",
                    r"places/([^/]+/)?", r"sources/([^/]+/)?"):  # fmt: skip
        assert any(re.fullmatch(pattern, address) for address in pages), pattern
    assert (site / "data/chronology.json").is_file()


def test_the_map_of_the_site_tells_when_a_page_was_changed(site: Path) -> None:
    """By the data: the day of the build says nothing of a page."""
    found = re.findall(
        r"<loc>https?://[^/]+/(?:\S+/)?(events/\S+)</loc>\s*<lastmod>(.*?)</lastmod>",
        (site / "sitemap.xml").read_text("utf-8"),
    )
    events = json.loads((site / "data/chronology.json").read_text("utf-8"))["events"]
    assert dict(found) == {
        f"events/{event['id']}/": max(
            event["added"],
            *(correction["on"] for correction in event.get("corrections", ())),
            *(account.get("added", "") for account in event["accounts"]),
        )
        for event in events
    }


def test_feeds_are_found_from_the_pages_they_belong_to(
    pages: dict[str, BuiltPage], site: Path
) -> None:
    found: dict[str, list[str]] = {}
    for address, page in pages.items():
        for feed in page.feeds:
            path = urljoin(f"https://chronology.example/{address}", feed).split("/", 3)[3]
            assert (site / path).is_file(), address
            found.setdefault(address, []).append(path)
    named = [address for address in pages if re.fullmatch(r"(actors|places)/[^/]+/", address)]
    assert len(named) > 30
    first, *kinds = found.pop("timeline/")
    assert first == "data/chronology.atom"
    assert kinds
    assert all(path.startswith("data/kinds/") for path in kinds)
    assert found == {
        "": ["data/chronology.atom"],
        "corrections/": ["data/corrections.atom"],
        "changes/": ["data/chronology.atom"],
        **{address: [f"{address}feed.atom"] for address in named},
    }


def test_the_data_is_one_step_away_from_every_page(pages: dict[str, BuiltPage]) -> None:
    for address, page in pages.items():
        base = f"https://chronology.example/{'' if address == '404.html' else address}"
        linked = {urljoin(base, link) for link in page.links}
        if address.startswith(
            "embed/"
        ):  # small, in frames of other sites: by way of the front page
            assert "https://chronology.example/" in linked, address
            continue
        assert "https://chronology.example/data/" in linked, address
        if address.startswith("events/"):
            assert f"https://chronology.example/{address}event.json" in linked, address
