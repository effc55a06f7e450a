"""The pages of a built site, as HTML: what they link to and load, and which links lead nowhere."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit


class BuiltPage(HTMLParser):
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
            assert given["rel"] == "alternate"
            assert given["title"]
            self.feeds.append(given["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))


def read_pages(site: Path) -> dict[str, BuiltPage]:
    """Return each page of a built site, by its address below the site."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): BuiltPage(
            path.read_text("utf-8")
        )
        for path in sorted(site.rglob("*.html"))
    }


def broken_links(site: Path, pages: dict[str, BuiltPage]) -> list[str]:
    """Return the internal links that lead nowhere, wherever the site stands on its host."""
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
