"""Our pages in Markdown, converted without Markdown where it would change nothing but headings.

A page of ours is front matter in JSON, headings and paragraphs of encoded text, and finished HTML.
Where anything else stands in it, or an extension may do more with a heading, MkDocs converts it.
"""

import html
import json
import re
from collections.abc import Callable
from functools import lru_cache, partial
from sys import intern
from typing import Any

from markdown.extensions.toc import (  # type: ignore[import-untyped]
    nest_toc_tokens,
    slugify,
    unique,
)
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from generator.adapters.mkdocs.fast.late_file import LateFile

FRONT_MATTER = "---\n"
"""What stands above and below the front matter of a page that is laid out by a template."""
# One line of encoded text, in which no character means anything; nor does a number begin a list.
_LETTER = r"[A-Za-z0-9]|[^\x00-\x7f\s]|&#[0-9]+;"
_TEXT = re.compile(rf"(?!\d+\.(?: |\Z))(?:{_LETTER})(?:{_LETTER}|[,.;:()-]| (?![ \n]|\Z))*+")
_HEADING = re.compile(r"(#{1,6}) ([^\n]+)(?:\n(?=<)|\Z)")
# A block that is no finished HTML, or blank lines in front of such HTML, of which one is enough.
_UNFINISHED = re.compile(r"\n\n(?:\n+(?=<)|\n*([^<\n][^\n]*(?:\n[^\n]+)*))")
# Extensions that change neither plain text nor HTML that is put aside.
_HARMLESS = frozenset(
    (
        "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html",
        "tables", "toc",
        "pymdownx.details", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.superfences",
        "pymdownx.tabbed",
        "generator.adapters.mkdocs.finished_html",
    )
)  # fmt: skip
_Converted = tuple[str, list[Any], set[str]]


_NO_LINKS = {"permalink": False}
_NO_HEADINGS = get_toc([])


def is_plain(config: MkDocsConfig) -> bool:
    """Return whether no extension of Markdown changes what is converted here."""
    toc = config.mdx_configs.get("toc", {})
    return set(config.markdown_extensions) <= _HARMLESS and toc in ({}, _NO_LINKS)


class QuickPage(Page):
    """A page of ours among MkDocs's pages. It stays converted for as long as its file is kept.

    One that `is_late` is empty until it is loaded, and when it is let go of; it is known when it
    was changed.
    """

    def __init__(self, title: str | None, file: File, config: MkDocsConfig) -> None:
        """Takes its place as the page of `file`, under the title that the navigation gives it."""
        super().__init__(title, file, config)
        # Here as well as where they are found out: it would take a KB more with new attributes.
        self.present_anchor_ids: set[str] | None = None
        self.links_to_anchors: dict[File, dict[str, str]] | None = None
        self._is_titled = title is not None
        self._load: Callable[[], None] | None = None
        self._is_put_by = False
        self.is_late = False
        """Whether MkDocs asks for no more than its address until it is laid out."""
        self.is_ours = False
        """Whether it is converted, and no extension of Markdown has had a part in its content."""

    def load(self) -> None:
        """Read and convert a page that is late or put by, unless that is done."""
        if self._load:
            load, self._load = self._load, None
            load()
        elif self._is_put_by:
            self._is_put_by = False
            if again := convert(self._parts()[1]):
                self.content, tokens, _ = again
                self.toc = get_toc(tokens)

    def let_go(self) -> None:
        """Hold nothing of a late page any more; it has been laid out."""
        if self.is_late:
            self.meta, self.markdown, self.content, self.toc = {}, "", "", get_toc([])
            if isinstance(self.file, LateFile):
                self.file.output = None

    def put_by(self) -> None:
        """Hold neither content nor headings, which have been laid out; they can be made again."""
        if self.is_ours:
            self.content, self.toc, self._is_put_by = "", _NO_HEADINGS, True

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the page's file."""
        if self.is_late and isinstance(self.file, LateFile):
            changed = self.file.output and self.file.output.changed
            self.meta, self.markdown = {"changed": changed.isoformat()} if changed else {}, ""
        elif not self.is_ours:
            self._read()

    def _read(self) -> None:
        front, self.markdown = self._parts()
        self.meta = json.loads(front, object_pairs_hook=_with_shared_keys)

    def _parts(self) -> tuple[str, str]:
        """Return the front matter and the Markdown in the page's file."""
        _, front, markdown = self.file.content_string.split(FRONT_MATTER, 2)
        return front, markdown.lstrip("\n")

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the page, in full where it must be."""
        if self.is_late:
            self.content = ""
            self._load = partial(self._read_and_convert, config, files)
        elif not self.is_ours:
            self._convert(config, files)

    def _read_and_convert(self, config: MkDocsConfig, files: Files) -> None:
        self._read()
        self._convert(config, files)

    def _convert(self, config: MkDocsConfig, files: Files) -> None:
        # Else MkDocs calls it after its heading, as Markdown has it.
        is_titled = self._is_titled or "title" in self.meta
        can_be = is_titled and is_plain(config)
        converted = convert(self.markdown or "") if can_be else None
        if converted is None:
            super().render(config, files)
            return
        self.is_ours = True
        self.content, tokens, ids = converted
        self.markdown = ""  # nobody asks for it any more
        self.toc: TableOfContents = get_toc(tokens)
        self.present_anchor_ids = ids
        self.links_to_anchors = {}


def _with_shared_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {intern(key): value for key, value in pairs}


def convert(markdown: str) -> _Converted | None:
    """Return the HTML that Markdown makes of a page, its headings, nested, and their ids."""
    parts: list[str] = []
    tokens: list[dict[str, Any]] = []
    ids: set[str] = set()
    for n, block in enumerate(_UNFINISHED.split(f"\n\n{markdown}")):
        if n % 2 == 0:
            block = block.strip("\n")
        elif block and (heading := _HEADING.match(block)):
            text = heading[2]
            if not _TEXT.fullmatch(text):
                return None
            level, id = len(heading[1]), unique(_slug(text), ids)
            parts.append(f'<h{level} id="{id}">{text}</h{level}>')
            tokens.append({"level": level, "id": id, "name": text, "data-toc-label": ""})
            block = block[heading.end() :]
        if not block:
            continue
        if block.startswith("<"):
            parts += block, ""  # Markdown adds the line break behind one that a blank line follows
        elif _TEXT.fullmatch(block):
            parts.append(f"<p>{block}</p>")
        else:
            return None
    content = "\n".join(parts).strip()
    return content, nest_toc_tokens(tokens), ids


@lru_cache(1 << 8)  # most pages have the same headings below their title
def _slug(heading: str) -> str:
    slug: str = slugify(html.unescape(heading), "-")
    return slug
