"""Plain text taken apart: paragraphs, a shortened line, an id."""

import re

from generator.support.fold import fold_letters

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text: a blank line parts them."""
    parts = _BLANK_LINE.split(text.replace("\r", ""))
    return tuple(part.strip() for part in parts if part.strip())


def shortened(text: str, length: int) -> str:
    """Return the text on one line, cut behind a word to about `length` characters at most."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rpartition(" ")[0].rstrip(" ,;:.") + "…"


def slug_words(text: str) -> list[str]:
    """Return the words of a text in the characters that an id may have: a to z and 0 to 9."""
    return re.findall(r"[a-z0-9]+", fold_letters(text).replace("'", ""))


def slug(text: str, length: int = 60) -> str:
    """Return the text as an id, or as the end of one; empty where no character can stand in it.

    A longer one is cut between two words to `length` characters.
    """
    whole = "-".join(slug_words(text))
    return whole if len(whole) <= length else whole[:length].rpartition("-")[0] or whole[:length]
