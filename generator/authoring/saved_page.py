"""What a saved page in HTML holds: what it says of itself, its JSON-LD, its paragraphs.

Whatever it holds, nothing is raised but LookupError, for bytes of which no letters can be made.
"""

import codecs
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from html.parser import HTMLParser
from typing import Any

from generator.authoring.imports.html_text import clean

MAX_ITEMS = 100
"""So many records of JSON-LD are looked at."""
_KEPT_WHOLE = frozenset(("p", "h1", "h2", "h3", "li", "blockquote", "title", "figcaption"))
_HIDDEN = frozenset(("script", "style", "svg"))
_ENDS_A_PARAGRAPH = frozenset(("article", "body", "div", "main", "section"))
_LD = "application/ld+json"
_CHARSET = re.compile(
    rb"""(?i)(?:<meta[^>]{0,300}?charset|<\?xml[^>]{0,99}?encoding)\s*=[\s"']*([\w-]+)"""
)
_ENCODING = re.compile(
    r"utf-8|cp(?:125\d|874|9\d\d)|iso8859-\d+|koi8-[ru]|gb\w+|big5|euc_\w+|shift_jis"
)
_AS_BROWSERS_READ = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"}
_CDATA = re.compile(r"(?://|/\*)?[ \t]?(?:<!\[CDATA\[|\]\]>)[ \t]?(?:\*/)?")


def decoded(content: bytes) -> str:
    """Return the text of a file: by its first bytes, as UTF-8, or as it says itself.

    LookupError where it is no UTF-8 and does not say what else.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    with suppress(UnicodeDecodeError):
        return content.decode("utf-8-sig")
    match = _CHARSET.search(content[:10_000])
    name = codecs.lookup(match[1].decode()).name if match else ""
    name = _AS_BROWSERS_READ.get(name, name)
    if not _ENCODING.fullmatch(name):
        raise LookupError(name)
    return content.decode(name, errors="replace")


class SavedPage(HTMLParser):
    """Gathers from a page what it says of itself, and its paragraphs."""

    def __init__(self, text: str) -> None:
        """Read the text of a page."""
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.canonical = self.language = self.title = ""
        self.text: list[str] = []
        """The paragraphs of the whole page."""
        self.article: list[str] = []
        """Those of the article in it, where it says which they are."""
        self._scripts: list[str] = []
        self._script: list[str] | None = None
        self._data: list[str] | None = None
        self._within = ""
        self._in_article = 0
        # What is never closed would be read to the end again and again.
        with suppress(AssertionError):  # HTMLParser, of a declaration that is none
            self.feed(text[: text.rfind(">") + 1])
        self._keep()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag says."""
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            keys = ("property", "name", "itemprop", "http-equiv")
            name = next((given[key] for key in keys if given.get(key)), "")
            self.meta.setdefault(name.lower(), given.get("content", ""))
        elif tag == "link" and "canonical" in given.get("rel", "").lower().split():
            self.canonical = given.get("href", "")
        elif tag == "html":
            self.language = given.get("lang") or given.get("xml:lang") or ""
        elif tag == "article":
            self._in_article += 1
        elif tag == "br" and self._data is not None:
            self._data.append(" ")
        elif tag in _HIDDEN:
            self._script = []
            self._is_data = given.get("type", "").lower().startswith(_LD)
        elif tag in _KEPT_WHOLE and self._script is None:  # a drawing has a title as well
            self._keep()
            self._data, self._within = [], tag

    def handle_data(self, data: str) -> None:
        """Keep a text that stands in something that is kept."""
        kept = self._data if self._script is None else self._script
        if kept is not None:
            kept.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Put the text where it belongs."""
        if tag in _HIDDEN:
            if self._script and self._is_data:
                self._scripts.append("".join(self._script))
            self._script = None
        elif self._script is not None:
            return
        elif tag in _KEPT_WHOLE or (tag in _ENDS_A_PARAGRAPH and self._within == "p"):
            self._keep()
        if tag == "article":
            self._in_article = max(0, self._in_article - 1)

    def _keep(self) -> None:
        """Put away what was read since the last tag that is kept; its end need not be written."""
        if self._data is None:
            return
        line = " ".join(clean("".join(self._data)).split())
        within, self._data, self._within = self._within, None, ""
        if within == "title":
            self.title = self.title or line
        elif line:
            self.text.append(line)
            if self._in_article:
                self.article.append(line)

    def records(self) -> list[dict[str, Any]]:
        """Return the records of its JSON-LD, those in graphs and in other records too."""
        records: list[dict[str, Any]] = []
        for script in self._scripts:
            with suppress(ValueError, RecursionError):
                records += _records(json.loads(_CDATA.sub(" ", script), strict=False))
        return records[:MAX_ITEMS]


def _records(data: object) -> Iterator[dict[str, Any]]:
    waiting = [data]
    for _ in range(MAX_ITEMS):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting[:0] = item[:MAX_ITEMS]
        elif isinstance(item, dict):
            yield item
            waiting += [item.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage")]
