"""Plain text taken apart: paragraphs, a shortened line, an id, a character by its name."""

import re
import unicodedata

from generator.support.fold import fold_letters

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u200b\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffd\U000e0000-\U000e007f]"
)
"""What nobody sees in a text, and what stands for something lost.

A reader would see another text than the one that was checked or searched. Line breaks and tabs are
white space and no such characters; nor are the joiners and marks of direction that Persian and
Arabic are written with (U+200C to U+200F, U+061C).
"""


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text: a blank line parts them."""
    parts = _BLANK_LINE.split(text.replace("\r", ""))
    return tuple(part.strip() for part in parts if part.strip())


def capitalised(text: str) -> str:
    """Return the text with a capital at its beginning, as a heading has it."""
    return text[:1].upper() + text[1:]


def quoted_pieces(words: str) -> list[str]:
    """Return what stands in a quotation on both sides of each `…`, where words were left out."""
    return [piece.strip() for piece in words.split("…") if piece.strip()]


def shortened(text: str, length: int) -> str:
    """Return the text on one line, cut behind a word to about `length` characters at most."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rpartition(" ")[0].rstrip(" ,;:.") + "…"


def character_name(character: str) -> str:
    """Return what a character that cannot be told by sight is called: `U+00A0 (no-break space)`."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X} ({name})" if name else f"U+{ord(character):04X}"


def slug_words(text: str) -> list[str]:
    """Return the words of a text in the characters that an id may have: a to z and 0 to 9."""
    return re.findall(r"[a-z0-9]+", fold_letters(text).replace("'", ""))


def slug(text: str, length: int = 60) -> str:
    """Return the text as an id, or as the end of one; empty where no character can stand in it.

    A longer one is cut between two words to `length` characters.
    """
    whole = "-".join(slug_words(text))
    return whole if len(whole) <= length else whole[:length].rpartition("-")[0] or whole[:length]
