"""The theme around our pages, rendered once for all pages that it surrounds alike.

Pages outside of the navigation differ in a handful of values: title, description, address,
content. The theme is rendered with marks in their place, and each page is cut into that shell. The
first page of each shell is rendered in full as well; where the two are not the same, byte for byte,
that shell is not used. So a theme that does more with a value is slower, never wrong.
"""

import copy
import json
from collections.abc import Callable
from typing import Any

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

# Private characters, which no text of a page holds; the theme looks for an h1 in the content.
_TITLE, _DESCRIPTION, _ADDRESS, _HEADING, _CONTENT = (
    f"\ue000{name}\ue001" for name in ("title", "description", "address", "heading", "<h1")
)

Render = Callable[[Page], str]
Key = tuple[object, ...]


class Shells:
    """The shells of one build."""

    def __init__(self) -> None:
        self._shells: dict[Key, list[str] | None] = {}

    def render(self, page: Page, theme: Render) -> str:
        """The whole page, as `theme` would render it."""
        values = _values(page)
        key = _key(page)
        if key not in self._shells:
            whole = theme(page)
            shell = _cut(theme(_probe(page)))
            self._shells[key] = shell if _fill(shell, values) == whole else None
            return whole
        known = self._shells[key]
        return theme(page) if known is None else _fill(known, values)


def _values(page: Page) -> dict[str, str]:
    """What differs from page to page, under its mark."""
    return {
        _TITLE: str(page.meta.get("title", "")),
        _DESCRIPTION: str(page.meta.get("description", "")),
        _ADDRESS: page.canonical_url or "",
        _HEADING: next(iter(page.toc), AnchorLink("", "", 1)).id,
        _CONTENT: page.content or "",
    }


def _key(page: Page) -> Key:
    """Whatever else the theme can see of a page."""
    meta = {key: "" if key in {"title", "description"} else page.meta[key] for key in page.meta}
    heading = next(iter(page.toc), None)
    below = [_shape(item) for item in (heading.children if heading else ())]
    return (page.url.count("/"), json.dumps(meta), heading and heading.level, str(below))


def _shape(item: AnchorLink) -> tuple[object, ...]:
    return (item.title, item.id, item.level, [_shape(child) for child in item.children])


def _probe(page: Page) -> Page:
    """The page with marks in the place of its values."""
    probe = copy.copy(page)
    values: dict[str, Any] = dict(page.meta)
    values |= {k: v for k, v in (("title", _TITLE), ("description", _DESCRIPTION)) if k in values}
    probe.meta = values
    probe.content = _CONTENT
    probe.canonical_url = _ADDRESS if page.canonical_url else page.canonical_url
    items = list(page.toc)
    if items:
        heading = AnchorLink(_TITLE, _HEADING, items[0].level)
        heading.children = items[0].children
        items[0] = heading
    probe.toc = TableOfContents(items)
    return probe


def _cut(html: str) -> list[str]:
    """Text and marks in turn."""
    parts = [html]
    for mark in (_TITLE, _DESCRIPTION, _ADDRESS, _HEADING, _CONTENT):
        cut: list[str] = []
        for part in parts:
            pieces = part.split(mark) if part not in _MARKS else [part]
            for n, piece in enumerate(pieces):
                cut += [mark, piece] if n else [piece]
        parts = cut
    return parts


_MARKS = frozenset({_TITLE, _DESCRIPTION, _ADDRESS, _HEADING, _CONTENT})


def _fill(shell: list[str], values: dict[str, str]) -> str:
    return "".join([values.get(part, part) for part in shell])
