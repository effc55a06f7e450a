"""The way of finished HTML past MkDocs: it is parsed neither as Markdown nor tag by tag.

A block of our pages is HTML already, and three parsers in Python would read each of its tags: that
of Markdown, that of MkDocs for anchors and that of the search: most of the time of a build. So each
block is a stand-in while Markdown is converted, and the search reads the page without the tags that
it would pass over. The site is the same, byte for byte, as without this module.

Knows strings and the rules of the search plugin's parser, not MkDocs.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

_FRONT_MATTER = "---\n"
# One line of encoded text, in which no character means anything: a paragraph as it stands.
_PROSE = re.compile(r"(?:[A-Za-z0-9 ,.-]|[^\x00-\x7f]|&#x[0-9a-f]+;)+")
_STAND_IN = re.compile(r'<div data-block="(\d+)"></div>')
# What the search never sees; headings without an id, which it takes for text; the tags that it
# passes over; and the rest, whose attributes it does not read.
_EXCLUDED = " data-search-exclude"
_PLAIN_HEADING = re.compile(r"<(h[1-6])>(.*?)</\1>", re.DOTALL)
_PASSED = re.compile(r"</?(?!(?:p|code|pre|li|ol|ul|sub|sup|h[1-6])\b)[a-z][^>]*>")
_SPACED = re.compile(r"\0+(?:(?:\s+\0+)+(?:\s+(?=<|\Z))?|\s+(?=<|\Z))")
_KEPT = re.compile(
    r"<(/?(?:p|code|pre|li|ol|ul|sub|sup))(?:>(\s+(?=[<\0]))|(?: [^>]*|\n[^>]*)>(\s+(?=[<\0]))?)"
)


class Blocks:
    """The blocks of HTML of one page, put aside while MkDocs works on the rest."""

    def __init__(self, content: str) -> None:
        """Take the blocks out of an output; each ends at a blank line."""
        _, front, markdown = content.split(_FRONT_MATTER, 2)
        self.meta: dict[str, Any] = json.loads(front)
        """The front matter of the page."""
        self._blocks: list[str] = []
        self._html = self._page = self._light = ""
        parts = (part.strip("\n") for part in markdown.split("\n\n"))
        self.markdown = "\n\n".join(self._put_aside(filter(None, parts)))
        """The page with a stand-in for each row of blocks, without its front matter."""

    def for_search(self, html: str) -> str:
        """The converted page as the search may read it: it makes the same index of it."""
        if html != self._html:
            self._html = html
            self._page = _STAND_IN.sub(lambda found: self._blocks[int(found[1])], html)
            is_found = not self.meta.get("search", {}).get("exclude")
            self._light = without_passed(self._page) if is_found else ""
        return self._light

    def complete(self) -> str:
        """The whole page, in the place of what the search has read."""
        return self._page

    def _put_aside(self, parts: Iterable[str]) -> Iterator[str]:
        """What Markdown has to read: stand-ins, and all that is neither HTML nor plain prose."""
        row: list[str] = []
        prose: list[str] = []  # since the last block
        for part in parts:
            if part.startswith("<"):
                row += [*(f"<p>{line}</p>" for line in prose), f"{part}\n"]
                prose = []
            elif _PROSE.fullmatch(part):
                prose.append(part)
            else:
                yield from self._stand_in(row)
                yield from (*prose, part)
                row, prose = [], []
        yield from self._stand_in(row)
        yield from prose

    def _stand_in(self, row: list[str]) -> Iterator[str]:
        if row:
            # Markdown adds the line break behind a block that a blank line follows.
            self._blocks.append("\n".join(row)[:-1])
            yield f'<div data-block="{len(self._blocks) - 1}"></div>'


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
    while (found := html.find(_EXCLUDED, end)) >= 0:
        start = html.rindex("<", end, found)
        name = html[start + 1 :].partition(" ")[0]
        parts.append(html[end:start])
        closing = f"</{name}>"
        end = html.index(closing, found) + len(closing)
    return "\0".join([*parts, html[end:]])
