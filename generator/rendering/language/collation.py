"""The order of names: by the alphabet of a language, and not by the numbers of characters."""

from collections.abc import Mapping

from generator.support.fold import fold_letters

_AFTER = "\uffff"  # behind every other letter that may follow
_NO_LETTERS = str.maketrans("-", " ", "'")

SortKey = tuple[str, str, str]


def sort_key(text: str, letters: Mapping[str, str] | None = None) -> SortKey:
    """What texts are sorted by: letters without marks, then with them, then small before capital.

    `letters` are those that an alphabet has besides, each with the one that it follows: `ñ` follows
    `n`. Every other one (É, Đ, Æ) stands where the letters stand that it is made of.
    """
    placed = text
    for letter, before in (letters or {}).items():
        placed = placed.replace(letter, before + _AFTER).replace(letter.upper(), before + _AFTER)
    folded = fold_letters(placed).translate(_NO_LETTERS)
    return " ".join(folded.split()), text.casefold(), text.swapcase()
