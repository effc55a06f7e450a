"""Our pages as the search may read them: it makes the same index of them, in a tenth of the time.

The search reads a page tag by tag, and passes over nearly all of them. So it is given a page
without what it passes over; the page itself stays as it is.
"""

import copy
import re
from collections.abc import Iterable, Mapping
from typing import Any

from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]
from mkdocs.structure.pages import Page

from generator.adapters.mkdocs.fast.quick_page import QuickPage

# What the search never sees; headings without an id, which it takes for text; the tags that it
# passes over; and the rest, whose attributes it does not read.
_EXCLUDED = " data-search-exclude"
_PLAIN_HEADING = re.compile(r"<(h[1-6])>(.*?)</\1>", re.DOTALL)
_PASSED = re.compile(r"</?(?!(?:p|code|pre|li|ol|ul|sub|sup|h[1-6])\b)[a-z][^>]*>")
_SPACED = re.compile(r"\0+(?:(?:\s+\0+)+(?:\s+(?=<|\Z))?|\s+(?=<|\Z))")
_KEPT = re.compile(
    r"<(/?(?:p|code|pre|li|ol|ul|sub|sup))(?:>(\s+(?=[<\0]))|(?: [^>]*|\n[^>]*)>(\s+(?=[<\0]))?)"
)

# What the search plugin takes out of a page, and a quick look whether there is any.
_FOR_SEARCH = re.compile(r'\s?data-search-\w+="[^"]+"')
_SEARCH_VALUE = re.compile(r'data-search-\w+="')


class SearchEntries:
    """The entries that pages have made, kept for as long as the pages are the same."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, Mapping[str, Any], list[Any]]] = {}

    def get(self, page: Page) -> list[Any] | None:
        """The entries of a page, if it has made them before."""
        content, meta, entries = self._known.get(page.file.src_uri, ("", {}, []))
        return entries if content == page.content and meta == page.meta else None

    def keep(self, page: Page, entries: list[Any]) -> None:
        """Keep the entries of a page."""
        self._known[page.file.src_uri] = page.content or "", page.meta, entries


class QuickIndex(SearchIndex):  # type: ignore[misc]
    """The search's index, which reads our pages without what it would pass over."""

    def __init__(self, index: SearchIndex, known: SearchEntries) -> None:
        """Take the place of `index`."""
        super().__init__(**index.config)
        self._known = known
        self._by_page: dict[str, list[Any]] = {}

    def add_entry_from_context(self, page: Page) -> None:
        """Add what a reader may find on a page."""
        before = len(self.entries)
        if not isinstance(page, QuickPage) or not page.is_ours or _is_excluded(page):
            super().add_entry_from_context(page)
        elif (entries := self._known.get(page)) is not None:
            self.entries += entries
        else:
            light = copy.copy(page)
            light.content = without_passed(page.content or "")
            super().add_entry_from_context(light)
            self._known.keep(page, self.entries[before:])
        self._by_page[page.url] = self.entries[before:]

    def put_in_order(self, urls: Iterable[str]) -> None:
        """Have the entries in the order of their pages."""
        self.entries = [entry for url in urls for entry in self._by_page.get(url, ())]


def as_indexed(html: str) -> str:
    """The page as the search plugin leaves it: without the attributes that it reads."""
    return _FOR_SEARCH.sub("", html) if _SEARCH_VALUE.search(html) else html


def _is_excluded(page: Page) -> bool:
    return bool((page.meta.get("search") or {}).get("exclude"))


def without_passed(html: str) -> str:
    """A page without what the search's parser passes over.

    It adds one space for all white space that stands between two tags, and nothing for tags.
    """
    html = _PLAIN_HEADING.sub("\0\\2\0", _without_excluded(html))
    html = _KEPT.sub(lambda tag: f"<{tag[1]}>\0 " if tag[2] or tag[3] else f"<{tag[1]}>", html)
    return _SPACED.sub(" ", _PASSED.sub("\0", html)).replace("\0", "")


def _without_excluded(html: str) -> str:
    """A page with a mark for each element that the search never sees."""
    parts, end = [], 0
    while (attribute := html.find(_EXCLUDED, end)) >= 0:
        start = html.rindex("<", end, attribute)
        name = html[start + 1 :].partition(" ")[0]
        parts.append(html[end:start])
        closing = f"</{name}>"
        end = html.index(closing, attribute) + len(closing)
    return "\0".join([*parts, html[end:]])
