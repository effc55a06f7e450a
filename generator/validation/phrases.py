"""Phrases looked for in a text, however many there are.

A phrase is found as whole words, whatever its case. The cost follows the length of the text: where
a word begins, the phrases are searched as in a dictionary.
"""

import re
from collections.abc import Iterable, Iterator

# Letters that a regular expression without case takes for one, and `lower` does not.
_BEFORE_LOWER = str.maketrans("İ", "i")  # the only letter that would become two
_AFTER_LOWER = str.maketrans("ıſςµ", "isσμ")


def _caseless(text: str) -> str:
    """Return the text without case; each character stays at its place."""
    return text.translate(_BEFORE_LOWER).lower().translate(_AFTER_LOWER)


class Phrases:
    """Phrases in the order of a dictionary, each with the longest other that it begins with."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the phrases that are to be found; the first of those that differ in case alone."""
        first: dict[str, str] = {}
        for phrase in phrases:
            first.setdefault(_caseless(phrase), phrase)
        self._caseless = sorted(first)
        self._phrases = [first[key] for key in self._caseless]
        self._begins: list[int] = []  # the place of what a phrase begins with; -1 where nothing
        open_: list[int] = []
        for n, key in enumerate(self._caseless):
            while open_ and not key.startswith(self._caseless[open_[-1]]):
                open_.pop()
            self._begins.append(open_[-1] if open_ else -1)
            open_.append(n)
        initials = "".join(re.escape(c) for c in sorted({key[0] for key in self._caseless}))
        self._start = re.compile(rf"(?<!\w)[{initials}]") if initials else None

    def found_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield each phrase with its beginning and its end in the text, the longest at a place.

        None overlaps the one before.
        """
        caseless, end = _caseless(text), 0
        while self._start and (start := self._start.search(caseless, end)):
            end = start.start() + 1
            if found := self._longest_at(caseless, start.start()):
                end, phrase = found
                yield start.start(), end, phrase

    def _longest_at(self, text: str, begin: int) -> tuple[int, str] | None:
        """Return the end of the longest phrase that begins at a place of a text, and the phrase."""
        low, high = 0, len(self._caseless)
        while low < high:  # to the last phrase that does not come after what stands there
            middle = (low + high) // 2
            key = self._caseless[middle]
            if text[begin : begin + len(key)] < key:
                high = middle
            else:
                low = middle + 1
        n = low - 1
        while n >= 0:
            end = begin + len(self._caseless[n])
            if text.startswith(self._caseless[n], begin) and not _is_in_word(text, end):
                return end, self._phrases[n]
            n = self._begins[n]
        return None


def _is_in_word(text: str, place: int) -> bool:
    return place < len(text) and (text[place].isalnum() or text[place] == "_")


def replaced(text: str, found: Iterable[tuple[int, int, str]]) -> str:
    """Return the text with other words at the places found: beginning, end, what stands there."""
    parts, done = [], 0
    for begin, end, words in found:
        parts += [text[done:begin], words]
        done = end
    return "".join([*parts, text[done:]])
