"""The real site as readers get it: links, headings, ids, and nothing from another host."""

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

pytestmark = pytest.mark.build


class Page(HTMLParser):
    """What a page links to, loads, and offers as targets."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.feeds: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in {"img", "script", "iframe", "source"} and "src" in given:
            self.loads.append(given["src"])
        if tag == "link" and given.get("rel") in {"stylesheet", "icon", "preload"}:
            self.loads.append(given["href"])
        if tag == "link" and given.get("type") == "application/atom+xml":
            assert given["rel"].split() == ["alternate"]
            assert given["title"]
            self.feeds.append(given["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))


def pages_of(site: Path) -> dict[str, Page]:
    """Each page by its address below the site."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): Page(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def broken_links(site: Path, pages: dict[str, Page]) -> list[str]:
    """The internal links that lead nowhere, also where the site stands below another address."""
    broken = []
    for address, page in pages.items():
        if address == "404.html":  # shown at any address, so it links from the root
            base, root = "https://chronology.example/", "/"
        else:
            base, root = f"https://chronology.example/below/{address}", "/below/"
        for link in page.links:
            target = urlsplit(urljoin(base, link))
            if target.netloc != "chronology.example" or target.scheme not in {"http", "https"}:
                continue
            path = unquote(target.path).removeprefix("/" if urlsplit(link).netloc else root)
            if path in pages:
                if target.fragment and target.fragment not in pages[path].ids:
                    broken.append(f"{address}: {link}")
            elif not (site / path).is_file():
                broken.append(f"{address}: {link}")
    return broken


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return pages_of(site)


def test_every_internal_link_leads_somewhere(site: Path, pages: dict[str, Page]) -> None:
    assert broken_links(site, pages) == []


def test_every_page_has_one_h1_and_skips_no_level(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        assert page.headings.count(1) == 1, address
        levels = page.headings[page.headings.index(1) :]
        assert all(b - a <= 1 for a, b in pairwise(levels)), address


def test_no_id_stands_twice(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        twice = [id for id, count in Counter(page.ids).items() if count > 1]
        assert twice == [], address


def test_nothing_is_loaded_from_another_host(site: Path, pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        assert [url for url in page.loads if urlsplit(url).netloc] == [], address
    for sheet in sorted(site.rglob("*.css")):
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", sheet.read_text("utf-8")), sheet


def test_links_have_safe_schemes(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        schemes = {urlsplit(link).scheme for link in page.links}
        assert schemes <= {"", "http", "https", "mailto"}, address


def test_every_kind_of_page_is_there(pages: dict[str, Page], site: Path) -> None:
    for address in ("", "timeline/", "differences/", "corrections/", "about/", "404.html"):
        assert address in pages
    for pattern in (r"\d{4}/", r"\d{4}/\d\d/", r"events/[^/]+/", r"actors/([^/]+/)?",
                    r"places/([^/]+/)?", r"sources/([^/]+/)?"):  # fmt: skip
        assert any(re.fullmatch(pattern, address) for address in pages), pattern
    assert (site / "data/chronology.json").is_file()


def test_feeds_are_found_from_the_pages_they_belong_to(pages: dict[str, Page], site: Path) -> None:
    found = {}
    for address, page in pages.items():
        for feed in page.feeds:
            path = urljoin(f"https://chronology.example/{address}", feed).split("/", 3)[3]
            assert (site / path).is_file(), address
            found[address] = path
    actors = [address for address in pages if re.fullmatch(r"actors/[^/]+/", address)]
    assert len(actors) > 20
    assert found == {
        "": "data/chronology.atom",
        "timeline/": "data/chronology.atom",
        "corrections/": "data/corrections.atom",
        **{address: f"{address}feed.atom" for address in actors},
    }


def test_the_data_is_one_step_away_from_every_page(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        base = f"https://chronology.example/{'' if address == '404.html' else address}"
        assert "https://chronology.example/data/" in {urljoin(base, link) for link in page.links}
        if address.startswith("events/"):
            assert f"https://chronology.example/{address}event.json" in {
                urljoin(base, link) for link in page.links
            }
