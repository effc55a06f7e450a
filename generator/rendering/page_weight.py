"""What some HTML weighs on a page, and how much a page bears."""

import re

MAX_PAGE_ELEMENTS = 3000
"""So many elements of HTML a page has at most, the theme's among them."""
MAX_PAGE_BYTES = 300_000
"""So many bytes of HTML a page has at most."""
BYTES_AN_ELEMENT = MAX_PAGE_BYTES // MAX_PAGE_ELEMENTS
"""So many bytes weigh as much as an element."""
_START_TAG = re.compile("<[a-z]")


def weight_of(*html: str) -> int:
    """Return what some HTML weighs on a page: its elements or, where they are long, its bytes."""
    size = sum(len(piece.encode()) for piece in html)
    elements = sum(len(_START_TAG.findall(piece)) for piece in html)
    return max(elements, size // BYTES_AN_ELEMENT)
