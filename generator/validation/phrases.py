"""Phrases looked for in a text, however many there are.

A phrase is found as whole words, however its letters are written: see `support/fold.py`. Hyphens
and any white space are spaces. The cost follows the length of the text: where a word begins, the
phrases are searched as in a dictionary.
"""

import re
from collections.abc import Iterable, Iterator

from generator.support.fold import fold_characters

_BETWEEN = re.compile(r"[\s-]+")


def _folded(text: str) -> str:
    return _BETWEEN.sub(" ", fold_characters(text))


def _places(text: str) -> list[int]:
    """Return where in a text each letter of it stands, once it is folded; and its end."""
    places: list[int] = []
    is_between = False
    for place, character in enumerate(text):
        for letter in fold_characters(character):
            if letter.isspace() or letter == "-":
                if not is_between:
                    places.append(place)
                is_between = True
            else:
                places.append(place)
                is_between = False
    return [*places, len(text)]


class Phrases:
    """Phrases in the order of a dictionary, each with the longest other that it begins with."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the phrases that are to be found; the first of those that are folded alike."""
        first: dict[str, str] = {}
        for phrase in phrases:
            if folded := _folded(phrase).strip():
                first.setdefault(folded, phrase)
        self._folded = sorted(first)
        self._phrases = [first[key] for key in self._folded]
        self._begins: list[int] = []  # the place of what a phrase begins with; -1 where nothing
        open_: list[int] = []
        for n, key in enumerate(self._folded):
            while open_ and not key.startswith(self._folded[open_[-1]]):
                open_.pop()
            self._begins.append(open_[-1] if open_ else -1)
            open_.append(n)
        initials = "".join(re.escape(c) for c in sorted({key[0] for key in self._folded}))
        self._start = re.compile(rf"(?<!\w)[{initials}]") if initials else None

    def found_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield each phrase with its beginning and its end in the text, the longest at a place.

        None overlaps the one before.
        """
        folded, end = _folded(text), 0
        places: list[int] = []  # which most texts need not be asked for
        while self._start and (start := self._start.search(folded, end)):
            end = start.start() + 1
            if longest := self._longest_at(folded, start.start()):
                end, phrase = longest
                places = places or _places(text)
                yield places[start.start()], places[end - 1] + 1, phrase

    def _longest_at(self, text: str, begin: int) -> tuple[int, str] | None:
        """Return the end of the longest phrase that begins at a place of a text, and the phrase."""
        low, high = 0, len(self._folded)
        while low < high:  # to the last phrase that does not come after what stands there
            middle = (low + high) // 2
            key = self._folded[middle]
            if text[begin : begin + len(key)] < key:
                high = middle
            else:
                low = middle + 1
        n = low - 1
        while n >= 0:
            end = begin + len(self._folded[n])
            if text.startswith(self._folded[n], begin) and not _is_in_word(text, end):
                return end, self._phrases[n]
            n = self._begins[n]
        return None


def _is_in_word(text: str, place: int) -> bool:
    return place < len(text) and (text[place].isalnum() or text[place] == "_")


def replaced(text: str, replacements: Iterable[tuple[int, int, str]]) -> str:
    """Return the text with other words at the places found: beginning, end, what stands there."""
    parts, done = [], 0
    for begin, end, words in replacements:
        parts += [text[done:begin], words]
        done = end
    return "".join([*parts, text[done:]])
