"""Headings whose anchor stands on the page already: they give way to what is linked to.

Builders make the anchor of a heading from its words, and do not look into finished HTML. An event
called "Gazette" would so take the anchor of the account `gazette`.
"""

import html
import re
import unicodedata
from functools import lru_cache
from itertools import count

_HEADING = re.compile(r"\n(#{1,6}) (.+)")
_TAG = re.compile(r"<[^>]*>")


@lru_cache(1 << 8)
def heading_anchor(words: str) -> str:
    """Return the anchor that Python-Markdown makes of a heading, given as HTML."""
    text = unicodedata.normalize("NFKD", html.unescape(_TAG.sub("", words)))
    plain = re.sub(r"[^\w\s-]", "", text.encode("ascii", "ignore").decode()).strip().lower()
    return re.sub(r"[-\s]+", "-", plain)


def with_anchors_apart(body: str) -> str:
    """Return a page whose headings, written in Markdown, have no anchor of its finished HTML.

    Such a heading becomes HTML with an anchor of its own, which no id can be: `sources_1`.
    """
    taken: set[str] = set()
    text = f"\n{body}"
    parts: list[str] = []
    end = 0
    for heading in _HEADING.finditer(text):
        anchor = heading_anchor(heading[2])
        if anchor and f' id="{anchor}"' in body:
            free = next(name for n in count(1) if (name := f"{anchor}_{n}") not in taken)
            taken.add(free)
            level = len(heading[1])
            parts.append(text[end : heading.start()])
            parts.append(f'\n<h{level} id="{free}">{heading[2]}</h{level}>')
            end = heading.end()
    return "".join([*parts, text[end:]])[1:] if parts else body
