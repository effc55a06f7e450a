"""A source from a file that was saved: a page in HTML, or a reference in CSL JSON.

Nothing is fetched. What the file does not say is left out, and whatever it holds, nothing but
SourceFileError is raised.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any

from generator.authoring.imports.csl import source_of
from generator.authoring.imports.html_text import clean
from generator.model.dates import DateError, parse_date

MAX_BYTES = 5_000_000
MAX_ITEMS = 100
"""So many records of a list of JSON-LD are looked at."""
_KEPT_WHOLE = frozenset(("p", "h1", "h2", "h3", "li", "blockquote", "title", "figcaption"))
_LD = "application/ld+json"
_WORKS = ("Article", "Posting", "Report", "WebPage", "VideoObject", "Book", "Dataset")


class SourceFileError(ValueError):
    """The file is none that a source can be read from; the message says why."""


@dataclass
class SavedSource:
    """What a file says of a source, by the keys of a record, and its text in paragraphs."""

    fields: dict[str, str] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)

    def give(self, key: str, value: object) -> None:
        """Keep a value, where it is a text and the key has none yet."""
        text = " ".join(clean(unescape(value)).split()) if isinstance(value, str) else ""
        if text and key not in self.fields:
            self.fields[key] = text


def read_source(content: bytes) -> SavedSource:
    """Return what a saved page or a CSL JSON file says of one source."""
    if len(content) > MAX_BYTES:
        raise SourceFileError(f"the file has over {MAX_BYTES:,} bytes: save the page alone")
    text = content.decode("utf-8-sig", errors="replace")
    if text.lstrip()[:1] in ("{", "["):
        return _of_csl(text)
    if not re.search(r"<(?:!doctype|html|head|meta|body|p)\b", text, re.IGNORECASE):
        raise SourceFileError("it is neither a page in HTML nor a reference in CSL JSON")
    return _of_page(text)


def _of_csl(text: str) -> SavedSource:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise SourceFileError("it begins like JSON and is none: export it anew") from None
    items = data if isinstance(data, list) else [data]
    if len(items) != 1 or not isinstance(items[0], dict):
        raise SourceFileError(f"it holds {len(items)} references: export the one that is meant")
    return SavedSource(source_of(items[0]))


def _authors(authors: object) -> str:
    """Return the names of authors as JSON-LD gives them: in words, as a record, or as several."""
    if isinstance(authors, str):
        return authors
    names = []
    for author in authors if isinstance(authors, list) else [authors]:
        if isinstance(author, dict):
            parts = [author.get(key) for key in ("literal", "given", "family", "name")]
            names.append(" ".join(part for part in parts if isinstance(part, str)))
    return ", ".join(filter(None, names))


def _of_page(text: str) -> SavedSource:
    page = _Page()
    # What is never closed would be read to the end again and again.
    text = text[: text.rfind(">") + 1]
    with suppress(AssertionError):  # HTMLParser, of a declaration that is none
        page.feed(text)
    source = SavedSource(paragraphs=page.article or page.text)
    for work in page.works():
        source.give("title", work.get("headline") or work.get("name"))
        publisher = work.get("publisher")
        source.give("outlet", publisher.get("name") if isinstance(publisher, dict) else publisher)
        source.give("author", _authors(work.get("author")))
        source.give("published", work.get("datePublished"))
        source.give("language", work.get("inLanguage"))
        source.give("url", work.get("url"))
    for key, names in _META.items():
        for name in names:
            source.give(key, page.meta.get(name))
    source.give("url", page.canonical)
    source.give("language", page.language)
    source.give("title", page.title)
    _checked(source)
    return source


_META: Mapping[str, tuple[str, ...]] = {
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "title": ("og:title", "dc.title", "twitter:title"),
    "author": ("author", "article:author", "dc.creator"),
    "published": ("article:published_time", "date", "dc.date", "pubdate"),
    "url": ("og:url",),
    "language": ("og:locale", "dc.language"),
}
"""Which `meta` says what, the surest first."""


def _checked(source: SavedSource) -> None:
    """Leave out what is no date, no address and no language; of a time, the day stays."""
    fields = source.fields
    if published := fields.pop("published", ""):
        with suppress(DateError):
            fields["published"] = parse_date(published[:10]).text
    if not re.fullmatch(r"https?://[^\s\"'<>\\]+", fields.get("url", "")):
        fields.pop("url", None)
    language = fields.pop("language", "").replace("_", "-")
    if re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", language):
        fields["language"] = language


class _Page(HTMLParser):
    """Gathers from a page what it says of itself, and its paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.canonical = self.language = self.title = ""
        self.text: list[str] = []
        self.article: list[str] = []
        self._scripts: list[str] = []
        self._data: list[str] | None = None
        self._in_article = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag says."""
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = (given.get("property") or given.get("name") or "").lower()
            self.meta.setdefault(name, given.get("content", ""))
        elif tag == "link" and given.get("rel") == "canonical":
            self.canonical = given.get("href", "")
        elif tag == "html":
            self.language = given.get("lang", "")
        elif tag == "article":
            self._in_article += 1
        elif tag in _KEPT_WHOLE or (tag == "script" and given.get("type") == _LD):
            self._data = []

    def handle_data(self, data: str) -> None:
        """Keep a text that stands in something that is kept."""
        if self._data is not None:
            self._data.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Put the text where it belongs."""
        if tag == "article":
            self._in_article = max(0, self._in_article - 1)
        if self._data is None or (tag not in _KEPT_WHOLE and tag != "script"):
            return
        text, self._data = "".join(self._data), None
        line = " ".join(clean(text).split())
        if tag == "script":
            self._scripts.append(text)
        elif tag == "title":
            self.title = self.title or line
        elif line:
            self.text.append(line)
            if self._in_article:
                self.article.append(line)

    def works(self) -> Iterator[dict[str, Any]]:
        """Yield what JSON-LD says of articles and their like."""
        for script in self._scripts:
            with suppress(ValueError, RecursionError):
                found = json.loads(script)
                for item in _items(found):
                    kind = str(item.get("@type")).strip("[]'")
                    if kind.endswith(_WORKS):
                        yield item


def _items(found: object) -> Iterator[dict[str, Any]]:
    """Yield the records of some JSON-LD, and those in their graphs."""
    for item in (found if isinstance(found, list) else [found])[:MAX_ITEMS]:
        graph = item.get("@graph") if isinstance(item, dict) else None
        for one in [item, *(graph if isinstance(graph, list) else ())][:MAX_ITEMS]:
            if isinstance(one, dict):
                yield one
