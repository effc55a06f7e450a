"""The order of names: by the alphabet of a language, and not by the numbers of characters."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.support.fold import fold_letters

_AFTER = "\uffff"  # behind every other letter that may follow
_OTHERS = "\ufffe"  # before each letter of other scripts, where there is a first
_DIGITS, _NO_LETTER = "0–9", "#"

SortKey = tuple[str, str, str]


@dataclass(frozen=True)
class Alphabet:
    """What the order of names in a language has of its own."""

    letters: Mapping[str, str] = field(default_factory=dict)
    """The letters that it has besides, each with the one that it follows: `ñ` follows `n`."""
    spelled: Mapping[str, str] = field(default_factory=dict)
    """What letters are taken for: in Arabic, an alef with madda for two of them."""
    first: tuple[str, str] = ("", "\uffff")
    """The first and the last letter of the script whose names stand before those of others."""

    def is_first(self, letter: str) -> bool:
        """Return whether a letter is one of that script."""
        return self.first[0] <= letter <= self.first[1]


LATIN = Alphabet()


def sort_key(text: str, alphabet: Alphabet = LATIN) -> SortKey:
    """Return what sorts texts: letters without marks, then with them, small before capital.

    Signs do not count. É, Đ and Æ stand where the letters stand that they are made of, where the
    alphabet has no such letter of its own.
    """
    return _placed(text, alphabet), text.casefold(), text.swapcase()


def initial(text: str, alphabet: Alphabet = LATIN) -> str:
    """Return the capital letter under which `sort_key` puts a text; `0–9`, or `#`."""
    placed = _placed(text, alphabet).lstrip(_OTHERS)
    first, letters = placed[:1], alphabet.letters
    if placed[1:].startswith(_AFTER):
        return next(own for own, before in letters.items() if before == first).upper()
    if not first:
        return _NO_LETTER
    if first.isdigit():
        return _DIGITS
    return "İ" if first == "i" and "ı" in letters else first.upper()


def _placed(text: str, alphabet: Alphabet) -> str:
    for letter, before in alphabet.letters.items():
        text = text.replace(letter, before + _AFTER).replace(letter.upper(), before + _AFTER)
    for letter, others in alphabet.spelled.items():
        text = text.replace(letter, others)
    placed = []
    for letter in fold_letters(text).replace("-", " "):
        if letter.isalpha() and not alphabet.is_first(letter):
            placed.append(_OTHERS)
        if letter.isalnum() or letter in (" ", _AFTER):
            placed.append(letter)
    return " ".join("".join(placed).split())
