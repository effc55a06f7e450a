"""The order of names: by the alphabet of a language, and not by the numbers of characters."""

from collections.abc import Mapping

from generator.support.fold import fold_letters

_AFTER = "\uffff"  # behind every other letter that may follow

SortKey = tuple[str, str, str]


def sort_key(text: str, letters: Mapping[str, str] | None = None) -> SortKey:
    """What texts are sorted by: letters without marks, then with them, then small before capital.

    `letters` are those that an alphabet has besides, each with the one that it follows: `ñ` follows
    `n`. Every other one (É, Đ, Æ) stands where the letters stand that it is made of.
    """
    alphabet = letters or {}
    folded = "".join(_placed(letter, alphabet) for letter in text)
    return " ".join(folded.split()), text.casefold(), text.swapcase()


def _placed(letter: str, alphabet: Mapping[str, str]) -> str:
    for form in (letter, letter.lower()):
        if form in alphabet:
            return alphabet[form] + _AFTER
    return fold_letters(letter).replace("-", " ").replace("'", "")
