"""Words in which a letter of another alphabet stands for one that it looks like.

Nobody sees a Cyrillic o in a Latin word, and nobody who looks for the word finds it.
"""

import re
from typing import NamedTuple

_LATIN = "ABCEHIJKMOPSTXYaceijopsxy" + "ABEHIKMNOPTXYZo"
_OTHER = "АВСЕНІЈКМОРЅТХҮасеіјорѕху" + "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖο"
_TO_LATIN = str.maketrans(_OTHER, _LATIN)
_CYRILLIC_OF = str.maketrans(_LATIN[:25], _OTHER[:25])
_GREEK_OF = str.maketrans(_LATIN[25:], _OTHER[25:])
_OTHERS = re.compile("[\u0370-\u052f]")
"""The blocks of Greek and Cyrillic."""
_WORD = re.compile(r"[^\W\d_]+")
_IN_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


class MixedWord(NamedTuple):
    """A word of two alphabets, and the letter that was hardly meant."""

    word: str
    letter: str
    meant: str
    """The word in one alphabet."""


def mixed_word(text: str) -> MixedWord | None:
    """Return the first word of a text in which letters stand for those that they look like."""
    if not _OTHERS.search(text):
        return None
    words = (_mixed(word[0]) for word in _WORD.finditer(text))
    return next(filter(None, words), None)


def unmixed(text: str) -> str:
    """Return the text with each such word in one alphabet."""
    return _WORD.sub(lambda word: mixed.meant if (mixed := _mixed(word[0])) else word[0], text)


def _mixed(word: str) -> MixedWord | None:
    latin, other = _IN_LATIN.findall(word), _OTHERS.findall(word)
    if not latin or not other:
        return None
    is_greek = any(letter < "\u0400" for letter in other)
    ways: list[tuple[list[str], dict[int, int]]] = [
        (other, _TO_LATIN),
        (latin, _GREEK_OF if is_greek else _CYRILLIC_OF),
    ]
    # Those are strange in the word that all look like the others; or where both do, the fewer.
    for strange, table in sorted(ways, key=lambda way: len(way[0])):
        if all(ord(letter) in table for letter in strange):
            return MixedWord(word, strange[0], word.translate(table))
    return None
