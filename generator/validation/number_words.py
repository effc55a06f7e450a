"""How English puts a number together from digits and words.

Words add up or multiply, the larger before the smaller: "twenty-one thousand three hundred".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.validation.number_tokens import Token

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_UNITS += " fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: n for n, word in enumerate(_UNITS.split())}
_SMALL |= {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALES |= {"lakh": 10**5, "crore": 10**7}
_FACTORS = {"hundred": 100, "dozen": 12}
_LARGE = _SCALES.keys() | _FACTORS.keys()
_PARTS = {"half": 0.5, "quarter": 0.25, "quarters": 0.25}
_ORDINALS = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"}
_INEXACT = {"several", "few", "many", "some", "couple"}
_JOINT = re.compile(r"[ -]")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A number that several tokens say together."""

    end: int
    """The place of the token behind it."""
    readings: tuple[int | float, ...]
    scale: int
    """What its last word multiplies by: a hundred, a thousand, …, or 1."""


def read_number(text: str, words: Sequence[Token], n: int) -> Spoken | None:
    """Return the longest number that begins with the n-th token; None where none does."""
    return _Reader(text, words, n).read()


class _Reader:
    """Reads one number, from its first token on."""

    def __init__(self, text: str, words: Sequence[Token], n: int) -> None:
        self._text = text
        self._words = words
        self._n = n
        self._total: float = 0
        """All up to the last scale."""
        self._group: float = 0
        """What the next scale multiplies."""
        self._last_scale = 10**15
        self._scale = 1
        self._others: tuple[int | float, ...] = ()
        self._is_digits = words[n].is_digits
        before = words[n - 1].word if n else ""
        self._is_between = before in {"between", "from"}
        self._is_inexact = before in _INEXACT or (
            before == "of" and n > 1 and words[n - 2].word in _INEXACT
        )

    def read(self) -> Spoken | None:
        if not self._begins():
            return None
        while self._goes_on():
            pass
        if self._word(0) in _ORDINALS:  # "twenty-first"
            return None
        return Spoken(self._n, (self._total + self._group, *self._others), self._scale)

    def _begins(self) -> bool:
        """Take the first word, if a number begins with it."""
        word, following = self._words[self._n].word, self._word(1)
        taken = 1
        if not word:
            self._group, *others = self._words[self._n].readings
            self._others = tuple(others)
            self._scale = self._words[self._n].scale
        elif part := self._part_of_large():
            self._group, taken = part
        elif word in _SMALL:
            self._group = _SMALL[word]
        elif word in {"a", "another"} and following in _LARGE:
            self._group = 1
        elif word in _FACTORS and not self._is_inexact:
            self._group = self._scale = _FACTORS[word]
        else:
            return False
        self._n += taken
        return True

    def _goes_on(self) -> bool:
        """Take one more word, if the number goes on with it."""
        word = self._word(0)
        if word in _FACTORS and 0 < self._group < 100:
            self._scale = _FACTORS[word]
            self._group *= self._scale
        elif word in _SCALES and self._group and _SCALES[word] < self._last_scale:
            self._last_scale = self._scale = _SCALES[word]
            self._total += self._group * self._scale
            self._others = tuple(number * self._scale for number in self._others)
            self._group = 0
        elif word in _SMALL and self._takes(_SMALL[word]):
            self._group += _SMALL[word]
            self._scale = 1
        elif word == "and" and (part := self._part_behind_and()):
            self._add_part(*part)
        elif self._takes_digits():
            self._group = self._words[self._n].readings[0]
        elif word == "and" and not self._is_between and self._takes_behind_and(self._word(1)):
            pass  # the word itself is next
        else:
            return False
        self._n += 1
        return True

    def _part(self, ahead: int) -> tuple[float, int]:
        """Return a half or quarters, and behind how many words they end; zero where none stands."""
        word = self._word(ahead) if ahead else self._words[self._n].word
        if word in _PARTS:
            return _PARTS[word], ahead + 1
        count = {"a": 1, "one": 1, "three": 3}.get(word, 0)
        return count * _PARTS.get(self._word(ahead + 1), 0), ahead + 2

    def _part_of_large(self) -> tuple[float, int] | None:
        """Return a part of what follows, and of how many words it is: "a quarter of a million"."""
        part, words = self._part(0)
        for between in ("of", "a"):
            words += self._word(words) == between
        return (part, words) if part and self._word(words) in _LARGE else None

    def _part_behind_and(self) -> tuple[float, int] | None:
        """Return a part, and of how many words it is: "and a half", but no quarter of a town."""
        part, words = self._part(1)
        behind = self._word(words)
        is_short = words == 2  # "two and half million", but not "ten and half the town"
        if not part or behind == "of" or (is_short and behind not in _SCALES):
            return None
        return part, words

    def _add_part(self, part: float, words: int) -> None:
        if self._group:
            self._group += part * self._scale
        else:
            self._total += part * self._scale
        self._n += words - 1

    def _takes_digits(self) -> bool:
        """Return whether digits of a smaller scale follow, as in "1 million 200 thousand"."""
        if self._group or not self._total or self._n >= len(self._words):
            return False
        before, token = self._words[self._n - 1], self._words[self._n]
        is_joined = _JOINT.fullmatch(self._text, before.end, token.start) is not None
        scale = _SCALES.get(self._word(1), 0)
        return token.is_digits and is_joined and 0 < token.readings[0] * scale < self._last_scale

    def _takes(self, value: int) -> bool:
        """Return whether a small number may follow, as five does in "two hundred five"."""
        if not self._group:
            return self._total > 0
        if self._group != int(self._group) or self._scale not in {1, 100} or self._is_digits:
            return False
        if self._group % 100 == 0:
            return value > 0
        return self._group % 10 == 0 and self._group % 100 >= 20 and 0 < value < 10

    def _takes_behind_and(self, word: str) -> bool:
        if word not in _SMALL or self._word(2) == "hundred":
            return False
        is_large = self._group >= 100 and self._group % 100 == 0
        return is_large or (not self._group and self._total > 0)

    def _word(self, ahead: int) -> str:
        """Return a word that follows, joined by nothing but spaces and hyphens; else empty."""
        at = self._n + ahead
        if at >= len(self._words):
            return ""
        for n in range(self._n + (1 if ahead else 0), at + 1):
            if n and not _JOINT.fullmatch(self._text, self._words[n - 1].end, self._words[n].start):
                return ""
        return self._words[at].word
