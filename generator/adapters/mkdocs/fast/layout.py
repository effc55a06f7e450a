"""The theme around our pages, rendered once for all pages that it surrounds alike.

Pages of one kind outside of the navigation differ in a handful of values: title, description,
address, content. The theme is rendered with marks in their place, and each page is cut into that
layout. The first two pages of each layout are rendered in full as well; where one of them is not
the same, byte for byte, the layout is not used. So a theme that shows more of a page is slower,
never wrong. The layout of an earlier build is used again where it gives the first page of this one.
"""

import copy
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from sys import intern

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.adapters.mkdocs.fast.quick_page import QuickPage

# Characters that no text of a page can hold; the theme looks for an h1 in the content.
_TITLE, _DESCRIPTION, _CHANGED, _ADDRESS, _HEADING, _CONTENT = _MARKS = tuple(
    f"\0{name}\1" for name in ("title", "description", "changed", "address", "heading", "<h1")
)
_OWN = {"title": _TITLE, "description": _DESCRIPTION, "changed": _CHANGED}
"""The front matter that differs from page to page, and its marks."""
_MARK = re.compile(f"({'|'.join(_MARKS)})")

Render = Callable[[Page], str]
Values = dict[str, str]


class Layouts:
    """The layouts of a build, and those of the one before; in a preview, the pages of both."""

    def __init__(self) -> None:
        self._is_preview = False
        self._layouts: dict[str, list[str] | None] = {}
        self._before: dict[str, list[str] | None] = {}
        self._first: dict[str, tuple[Values, str]] = {}
        self._pages: dict[str, _LaidOut] = {}
        self._pages_before: dict[str, _LaidOut] = {}

    def begin(self, is_preview: bool = False) -> None:
        """Lay out the pages of a build, from now on. A preview keeps them for its next build."""
        self._is_preview = is_preview
        self._before, self._layouts, self._first = self._layouts, {}, {}
        self._pages_before, self._pages = self._pages, {}

    def forget(self) -> None:
        """Render every page anew: nobody has those of the build before."""
        self._pages = {}

    def render(self, page: QuickPage, theme: Render) -> str | None:
        """Return the page as `theme` would render it; None if it is as in the build before."""
        laid_out = self._pages_before.get(page.file.src_uri)
        if laid_out is None or laid_out.page is not page or not page.is_ours:
            page.load()
            laid_out = _LaidOut(page, _key(page))
        elif laid_out.layout is None or self._layouts.get(laid_out.key) is not laid_out.layout:
            page.load()
        if self._is_preview:
            self._pages[page.file.src_uri] = laid_out
        key = laid_out.key
        if key not in self._layouts:
            values, whole = _values(page), theme(page)
            laid_out.layout = None
            first = self._first.setdefault(key, (values, whole))
            before = self._before.get(key)
            if before and _fill(before, values) == whole:
                self._layouts[key] = before
            elif first[0] is not values:  # the second: there may be more
                layout: list[str] = _MARK.split(theme(_marked(page)))
                both = (first, (values, whole))
                is_right = all(_fill(layout, filled) == html for filled, html in both)
                self._layouts[key] = layout if is_right else None
            return whole
        common = self._layouts[key]
        if common is not None and laid_out.layout is common:
            return None
        laid_out.layout = common
        return theme(page) if common is None else _fill(common, _values(page))


@dataclass(slots=True)
class _LaidOut:
    """A page, and the layout that it stands in since an earlier build."""

    page: Page
    key: str
    layout: list[str] | None = None


def _values(page: Page) -> Values:
    """Return what differs from page to page, under its mark."""
    return {
        **{mark: str(page.meta.get(key, "")) for key, mark in _OWN.items()},
        _ADDRESS: page.canonical_url or "",
        _HEADING: next(iter(page.toc), AnchorLink("", "", 1)).id,
        _CONTENT: page.content or "",
    }


def _key(page: Page) -> str:
    """Whatever else the theme can see of a page."""
    meta = {key: "" if key in _OWN else value for key, value in page.meta.items()}
    heading = next(iter(page.toc), None)
    below = [_shape(item) for item in (heading.children if heading else ())]
    key = json.dumps([page.url.count("/"), meta, heading and heading.level, below])
    return intern(key)  # most pages have the same


def _shape(item: AnchorLink) -> list[object]:
    return [item.title, item.id, item.level, [_shape(child) for child in item.children]]


def _marked(page: Page) -> Page:
    """Return the page with marks in the place of its values."""
    marked = copy.copy(page)
    marked.meta = {key: _OWN.get(key, value) for key, value in page.meta.items()}
    marked.content = _CONTENT
    marked.canonical_url = _ADDRESS if page.canonical_url else page.canonical_url
    items = list(page.toc)
    if items:
        heading = AnchorLink(_TITLE, _HEADING, items[0].level)
        heading.children = items[0].children
        items[0] = heading
    marked.toc = TableOfContents(items)
    return marked


def _fill(layout: list[str], values: Values) -> str:
    return "".join([values.get(part, part) for part in layout])
