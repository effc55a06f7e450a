"""Outputs as MkDocs shows them, to ask what a page says and where it leads."""

import json
from collections.abc import Iterator
from functools import cached_property
from html.parser import HTMLParser
from posixpath import join, normpath

import markdown  # type: ignore[import-untyped]

from generator.model.output import Output
from generator.model.records import Chronology
from generator.rendering.site_pages import render

KARSK = "events/2021-05-06-karsk-gate-opens/index.md"
"""The page of an event of Meresh whose accounts differ."""

VOID = {"base", "br", "col", "hr", "img", "input", "link", "meta"}
CONVERTER = markdown.Markdown(extensions=["attr_list", "tables", "toc", "admonition", "smarty"])


class Dom(HTMLParser):
    """What a page says and links to, and whether its elements are closed as they were opened."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


class ShownPage:
    """An output as MkDocs shows it."""

    def __init__(self, output: Output) -> None:
        self.output = output
        _, front, self.body = str(output.content).split("---\n", 2)
        self.meta = json.loads(front)

    @property
    def address(self) -> str:
        return self.output.path.removesuffix("index.md").rstrip("/")

    @cached_property
    def dom(self) -> Dom:
        return Dom(CONVERTER.reset().convert(self.body))

    @property
    def links(self) -> Iterator[tuple[str, str]]:
        """The addresses that it leads to inside the site, and the anchors there."""
        for attributes in self.dom.all("a"):
            address = attributes.get("href") or attributes.get("xlink:href") or ""
            if not address.startswith(("http://", "https://")):
                path, _, anchor = address.partition("#")
                path = path.partition("?")[0]
                yield normpath(join(self.address, path)).removeprefix(".").strip("/"), anchor


def render_pages(chronology: Chronology) -> dict[str, ShownPage]:
    """Return every page of a chronology, by its path."""
    return {output.path: ShownPage(output) for output in render(chronology) if output.is_page}
