"""Headings whose anchor stands on the page already: they give way to what is linked to.

Builders make the anchor of a heading from its words, and do not look into finished HTML. An event
called "Gazette" would so take the anchor of the account `gazette`.
"""

import html
import re
import unicodedata
from functools import lru_cache
from itertools import count

_HEADING = re.compile(r"\n#(#{0,5}) (.+)")
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

    def apart(heading: re.Match[str]) -> str:
        more_hashes, words = heading.groups()
        anchor = heading_anchor(words)
        if not anchor or f' id="{anchor}"' not in body:
            return heading[0]
        free = next(name for n in count(1) if (name := f"{anchor}_{n}") not in taken)
        taken.add(free)
        level = 1 + len(more_hashes)
        return f'\n<h{level} id="{free}">{words}</h{level}>'

    taken: set[str] = set()
    return _HEADING.sub(apart, f"\n{body}")[1:]
