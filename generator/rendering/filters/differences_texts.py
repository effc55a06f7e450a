"""What a search for words looks into, where the differences stand on several pages, as data.

The file `differences-texts` has a list for each event: its title, and the text of each of its
differences. They come in the order of the rows of `differences-index.json`. A text is a string;
where a part of it was told later than its event, it is a list of [day from which it is known or 0,
string].
"""

from collections.abc import Mapping
from functools import partial
from html.parser import HTMLParser

from generator.model.output import Output
from generator.rendering.context import Context
from generator.rendering.filters.index_values import index_file

_TOLD_WITH_EVENT = 0


def differences_texts(context: Context, blocks: Mapping[str, str]) -> Output:
    """Return the file, made of the HTML of each event's differences, by the event's id."""
    texts = [
        context.cache.get("texts of differences", id, (html,), partial(_texts, html))
        for id, html in blocks.items()
    ]
    return index_file(context, "differences-texts", texts)


def _texts(block: str) -> list[object]:
    # A plain string: each slice of markup would be markup, at many times the cost.
    return _Texts(str(block)).texts


class _Texts(HTMLParser):
    """The texts of a block: that of its `h2`, and that of each `section`."""

    def __init__(self, block: str) -> None:
        super().__init__()
        self.texts: list[object] = []
        self._pieces: list[tuple[int, str]] = []
        self._days: list[int] = []
        self.feed(block)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("h2", "section"):
            self._pieces = []
        known = dict(attrs).get("data-known")
        before = self._days[-1] if self._days else _TOLD_WITH_EVENT
        self._days.append(max(before, int(known.replace("-", ""))) if known else before)

    def handle_endtag(self, tag: str) -> None:
        self._days.pop()
        if tag in ("h2", "section"):
            is_one = all(day == _TOLD_WITH_EVENT for day, _ in self._pieces)
            text = "".join(text for _, text in self._pieces)
            self.texts.append(" ".join(text.split()) if is_one else self._pieces)

    def handle_data(self, data: str) -> None:
        self._pieces.append((self._days[-1] if self._days else _TOLD_WITH_EVENT, data))
