"""Text from elsewhere made plain: no HTML, nothing invisible."""

import re
import unicodedata
from html.parser import HTMLParser

from generator.support.plain_text import INVISIBLE

# What no file can hold; see loading/yaml_parser.py.
_UNPRINTABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_BLOCKS = frozenset(
    {"address", "article", "blockquote", "dd", "div", "dl", "dt", "figure", "footer", "header"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "tr"}
    | {"ul"}
)
_HIDDEN = frozenset(("script", "style", "template"))
MAX_CHARACTERS = 100_000
"""A longer text is not read as HTML: no paragraph has so many, and a reader would be kept busy."""
# What Word writes for itself: `<![if !supportLists]>`.
_CONDITION = re.compile(r"<!\[[^<>]*>")
_COMMENT_END = re.compile(r"--\s*>")


def plain_text(html: object) -> str:
    """Return the text of HTML: paragraphs parted by blank lines, links before their address.

    Whatever the text is, nothing is raised.
    """
    text = clean("" if html is None else str(html))
    parts = re.split(r"\n[^\S\n]*\n", _read(text) if "<" in text or "&" in text else text)
    return "\n\n".join(text for part in parts if (text := _tidy(clean(part))))


def _read(text: str) -> str:
    """Return the text of HTML as it lies; text that cannot be read as HTML stays as it is."""
    if len(text) > MAX_CHARACTERS:
        return text
    reader = _Reader()
    try:
        reader.feed(_closed(_CONDITION.sub("", text)))
        reader.close()
    except AssertionError:  # HTMLParser, of a declaration that is none
        return text
    return "".join(reader.parts)


def _closed(html: str) -> str:
    """Return HTML in which no tag or comment stays open: each would be read to the end anew."""
    last = max((match.start() for match in _COMMENT_END.finditer(html)), default=0)
    html = html[:last] + html[last:].replace("<!--", "&lt;!--").replace("<![", "&lt;![")
    last = html.rfind(">") + 1
    return html[:last].replace("<![", "&lt;![") + html[last:].replace("<", "&lt;")


def plain_line(html: object) -> str:
    """Return the text of HTML on one line."""
    return " ".join(plain_text(html).split())


def clean(text: str) -> str:
    """Return a text without characters that no YAML of a chronology may hold."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", INVISIBLE.sub("", _UNPRINTABLE.sub("", lines)))


def _tidy(part: str) -> str:
    """Return a paragraph without white space beyond one blank between words."""
    return "\n".join(" ".join(text.split()) for text in part.split("\n")).strip()


class _Reader(HTMLParser):
    """Gathers the text of HTML in `parts`; what is no HTML stays as it is."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._links: list[str | None] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "br":
            self.parts.append("\n")
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "a":
            self._links.append(given.get("href"))
        elif given.get("src"):
            self.parts.append(f" ({given['src']}) ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "a" and self._links and (link := self._links.pop()):
            self.parts.append(f" ({link})" if link.startswith(("http:", "https:")) else "")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)
