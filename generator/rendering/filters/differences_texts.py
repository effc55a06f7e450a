"""What a search for words looks into, where the differences stand on several pages, as data.

The file `differences-texts` has a list for each event: its title, and the text of each of its
differences. They come in the order of the rows of `differences-index.json`.
"""

import re
from collections.abc import Iterable
from html import unescape

from generator.model.output import Output
from generator.rendering.context import Context
from generator.rendering.filters.index_values import index_file

_TITLE = re.compile("<h2>(.*?)</h2>", re.DOTALL)
_SECTION = re.compile("<section>(.*?)</section>", re.DOTALL)
_TAGS = re.compile("<[^>]*>")


def differences_texts(context: Context, blocks: Iterable[str]) -> Output:
    """Return the file, made of the HTML of each event's differences."""
    texts = [
        [_text(part) for pattern in (_TITLE, _SECTION) for part in pattern.findall(block)]
        for block in blocks
    ]
    return index_file(context, "differences-texts", texts)


def _text(html: str) -> str:
    return " ".join(unescape(_TAGS.sub("", html)).split())
