"""What a search for words looks into, where the differences stand on several pages, as data.

The file `differences-texts` has a list for each event: its title, and the text of each of its
differences. They come in the order of the rows of `differences-index.json`. A text is a string;
where a part of it was told later than its event, it is a list of [day from which it is known or 0,
string].
"""

import re
from collections.abc import Iterable
from html import unescape
from typing import Protocol

from generator.model.output import Output
from generator.model.records import Event
from generator.rendering.context import Context
from generator.rendering.filters.index_values import index_file

_TOLD_WITH_EVENT = 0
_PARTS = ("h2", "section")
_TAG = re.compile("<[^>]*>")
_TOKEN = re.compile(r"<(/?)(\w+)([^>]*)>|([^<]+)")
_KNOWN = re.compile(r'data-known="([\d-]+)"')


class Block(Protocol):
    """The differences of an event, drawn."""

    @property
    def event(self) -> Event:
        """The event."""

    @property
    def html(self) -> str:
        """All of them, as HTML."""


def differences_texts(context: Context, blocks: Iterable[Block]) -> Output:
    """Return the file, made of what each event's differences are drawn as."""

    def texts_of(block: Block) -> list[object]:
        make = lambda: _texts(block.html)  # noqa: E731
        return context.cache.get("texts of differences", block.event.id, (block,), make)

    texts = [texts_of(block) for block in blocks]
    return index_file(context, "differences-texts", texts)


def _texts(block: str) -> list[object]:
    """Return the texts of a block: that of its `h2`, and that of each `section`.

    Templates wrote the block, so that every tag is closed and no attribute holds a `>`: a parser of
    any HTML takes ten times as long.
    """
    block = str(block)  # each slice of markup would be markup, at many times the cost
    if "data-known" not in block:
        title_and_sections = block.partition("<h2>")[2].split("<section>")
        return [_plain(unescape(_TAG.sub("", part))) for part in title_and_sections]
    texts: list[object] = []
    pieces: list[tuple[int, str]] = []
    days = [_TOLD_WITH_EVENT]
    for end, tag, attributes, text in _TOKEN.findall(block):
        if text:
            pieces.append((days[-1], unescape(text)))
        elif end:
            days.pop()
            if tag in _PARTS:
                texts.append(_text(pieces))
        else:
            if tag in _PARTS:
                pieces = []
            known = _KNOWN.search(attributes)
            days.append(max(days[-1], int(known[1].replace("-", ""))) if known else days[-1])
    return texts


def _text(pieces: list[tuple[int, str]]) -> object:
    if all(day == _TOLD_WITH_EVENT for day, _ in pieces):
        return _plain("".join(text for _, text in pieces))
    return pieces


def _plain(text: str) -> str:
    return " ".join(text.split())
