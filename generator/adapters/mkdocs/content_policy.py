"""What a page lets a browser load and run: Content Security Policy Level 3, in the page itself.

Nothing but what the site holds, and of the scripts in the page those that the theme wrote there.

Who may frame a page, a policy in the page cannot say: browsers read `frame-ancestors` in a header
alone, and warn of it elsewhere. The small pages that are made for frames have a stricter policy of
their own (rendering/embeds/).
"""

import hashlib
import re
from base64 import b64encode
from functools import cache

_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""\stype\s*=\s*["']?([^\s"'>]*)""", re.IGNORECASE)
_IS_RUN = frozenset(("", "module", "text/javascript", "application/javascript"))
_HEAD = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)


def with_policy(html: str, content: str = "") -> str:
    """Return the page with its policy in the head; a text without a head is given back as it is.

    The theme is trusted, `content`, around which it stands, is not: no script that stands in the
    content is allowed.
    """
    place = _HEAD.search(html)
    if not place:
        return html
    scripts, styles = _inline(html)
    scripts -= _inline(content)[0]
    policy = "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *sorted(map(_hash, scripts)))),
            " ".join(("style-src 'self'", *sorted(map(_hash, styles)))),
            "style-src-attr 'unsafe-inline'",  # such as the height of a drawing
            "img-src 'self' data:",  # the theme's style sheet has its icons as data
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="referrer" content="no-referrer">'
    )
    return html[: place.end()] + head + html[place.end() :]


def _inline(html: str) -> tuple[set[str], set[str]]:
    """Return the scripts that run, and the style sheets, that stand in the page."""
    scripts, styles = set[str](), set[str]()
    for name, attributes, text in _INLINE.findall(html):
        if name.lower() == "style":
            styles.add(text)
        elif not _SOURCE.search(attributes):
            kind = _TYPE.search(attributes)
            if (kind[1].lower() if kind else "") in _IS_RUN:
                scripts.add(text)
    return scripts, styles


@cache
def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"
