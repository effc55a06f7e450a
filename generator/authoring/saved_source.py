"""A source from a file that was saved: a page in HTML, or a reference in CSL JSON.

Nothing is fetched. What the file does not say is left out, and whatever it holds, nothing but
SourceFileError is raised.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from generator.authoring.imports.csl import source_of
from generator.authoring.imports.html_text import clean
from generator.authoring.saved_page import SavedPage, decoded
from generator.model.dates import DateError, parse_date
from generator.model.dates.typed.reader import read_words
from generator.model.scalars import is_language

MAX_BYTES = 5_000_000
_KINDS = {
    "Article": "", "BlogPosting": "", "LiveBlogPosting": "", "Report": "report",
    "Posting": "post", "VideoObject": "video", "Book": "book", "Dataset": "dataset",
}  # fmt: skip
"""How the types of JSON-LD end that a source may be of, the likeliest first, and the kind."""


class SourceFileError(ValueError):
    """The file is none that a source can be read from; the message says why."""


@dataclass
class SavedSource:
    """What a file says of a source, by the keys of a record, and its text in paragraphs."""

    fields: dict[str, str] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)

    def give(self, key: str, value: object) -> None:
        """Keep a value, where the key has none yet and it is a text that may stand there."""
        text = " ".join(clean(unescape(value)).split()) if isinstance(value, str) else ""
        text = _READ[key](text) if text and key in _READ else text
        if text and key not in self.fields:
            self.fields[key] = text


def read_source(content: bytes) -> SavedSource:
    """Return what a saved page or a CSL JSON file says of one source."""
    if len(content) > MAX_BYTES:
        raise SourceFileError(f"the file has over {MAX_BYTES:,} bytes: save the page alone")
    try:
        text, is_read = decoded(content), True
    except LookupError:
        text, is_read = content.decode("latin-1"), False
    is_csl = text.lstrip()[:1] in ("{", "[")
    if not is_csl and not re.search(r"<(?:!doctype|html|head|meta|body|p)\b", text, re.IGNORECASE):
        raise SourceFileError("it is neither a page in HTML nor a reference in CSL JSON")
    if not is_read:
        raise SourceFileError("it is not in UTF-8, and does not say in what: save it in UTF-8")
    return _of_csl(text) if is_csl else _of_page(SavedPage(text))


def _of_csl(text: str) -> SavedSource:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise SourceFileError("it begins like JSON and is none: export it anew") from None
    items = data if isinstance(data, list) else [data]
    if len(items) > 1:
        raise SourceFileError(
            f"it holds {len(items)} references: `import csl` takes all; or export the one that is "
            "meant"
        )
    if not items or not isinstance(items[0], dict):
        raise SourceFileError("it holds no reference: export the one that is meant")
    return SavedSource(source_of(items[0]))


def _of_page(page: SavedPage) -> SavedSource:
    source = SavedSource(paragraphs=page.article or page.text)
    records = page.records()
    by_id = {
        item["@id"]: item for item in records if "name" in item and isinstance(item.get("@id"), str)
    }
    addresses = {page.canonical, page.meta.get("og:url", "")}
    work, kind = _work(records, addresses)
    if kind:
        source.fields["kind"] = kind
    source.give("title", work.get("headline") or work.get("name"))
    source.give("outlet", _names(work.get("publisher"), by_id))
    source.give("author", _names(work.get("author"), by_id))
    source.give("published", work.get("datePublished") or work.get("uploadDate"))
    source.give("language", work.get("inLanguage"))
    for address in _addresses(work):
        source.give("url", address)
    for key, names in _META.items():
        for name in names:
            source.give(key, page.meta.get(name))
    source.give("url", page.canonical)
    source.give("language", page.language)
    for item in records:
        if any(type.endswith("WebPage") for type in _types(item)):
            source.give("published", item.get("datePublished"))
            source.give("language", item.get("inLanguage"))
        if "WebSite" in _types(item):
            source.give("outlet", item.get("name"))
    source.give("title", page.title)
    return source


def _work(records: Iterable[dict[str, Any]], addresses: set[str]) -> tuple[Mapping[str, Any], str]:
    """Return the record of what the page is for, and its kind: others are of what it leads to."""
    candidates: list[tuple[bool, bool, int, dict[str, Any], str]] = []
    for item in records:
        for place, (ending, kind) in enumerate(_KINDS.items()):
            if any(type.endswith(ending) for type in _types(item)):
                is_here = not addresses.isdisjoint(_addresses(item))
                candidates.append((not is_here, place > 2, len(candidates), item, kind))
                break
    if not candidates:
        return {}, ""
    *_, work, kind = min(candidates, key=lambda candidate: candidate[:3])
    return work, kind


def _types(item: Mapping[str, Any]) -> list[str]:
    """Return of which types a record is, without the address of their vocabulary."""
    types = item.get("@type")
    given = types if isinstance(types, list) else [types]
    return [re.split("[/:#]", type)[-1] for type in given if isinstance(type, str)]


def _addresses(item: Mapping[str, Any]) -> list[str]:
    """Return where a record says that it stands."""
    page = item.get("mainEntityOfPage")
    given = (item.get("url"), page.get("@id") if isinstance(page, dict) else page, item.get("@id"))
    return [address for address in given if isinstance(address, str) and address]


def _names(given: object, by_id: Mapping[str, dict[str, Any]]) -> str:
    """Return who they are: given in words, as a record or several, or by what names a record."""
    if isinstance(given, str):
        return given
    names: list[object] = []
    for person in given if isinstance(given, list) else [given]:
        record: dict[str, Any] = person if isinstance(person, dict) else {"name": person}
        id = record.get("@id")
        if "name" not in record and isinstance(id, str):
            record = by_id.get(id, {})
        names.append(record.get("name"))
    return ", ".join(filter(None, (name for name in names if isinstance(name, str))))


_META: Mapping[str, tuple[str, ...]] = {
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "title": ("og:title", "headline", "dc.title", "twitter:title"),
    "author": ("author", "article:author", "dc.creator"),
    "published": (
        "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate",
        "parsely-pub-date",
    ),
    "url": ("og:url",),
    "language": ("og:locale", "dc.language", "inlanguage", "content-language"),
}  # fmt: skip
"""Which `meta` says what, the surest first."""


def _day(text: str) -> str:
    """Return a date in EDTF; of a time, the day stays. Nothing where it is none."""
    if match := re.match(r"(\d{4})([-/.]?)(\d\d)\2(\d\d)(?!\d)", text):
        text = f"{match[1]}-{match[3]}-{match[4]}"
    with suppress(DateError):
        return parse_date(text).text
    with suppress(DateError):
        return read_words(text[:60]).date.text
    return ""


def _language(text: str) -> str:
    first, _, rest = text.replace("_", "-").partition("-")
    tag = f"{first.lower()}-{rest}" if rest else first.lower()
    return tag if is_language(tag) else ""


def _url(text: str) -> str:
    return text if re.fullmatch(r"https?://[^\s\"'<>\\]+", text) else ""


def _no_url(text: str) -> str:
    return "" if _url(text) else text


_READ: Mapping[str, Callable[[str], str]] = {
    "published": _day, "language": _language, "url": _url, "author": _no_url,
}  # fmt: skip
"""What makes a value of what a page says, or nothing where it can be none."""
