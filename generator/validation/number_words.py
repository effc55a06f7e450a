"""How English puts a number together from digits and words.

Words add up or multiply, the larger before the smaller: "twenty-one thousand three hundred".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MAX_CHARACTERS = 30
"""Longer digits are no number that a figure could hold, nor that a machine reads exactly."""
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_UNITS += " fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: n for n, word in enumerate(_UNITS.split())}
_SMALL |= {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALES |= {"lakh": 10**5, "crore": 10**7}
_FACTORS = {"hundred": 100, "dozen": 12}
_LARGE = _SCALES.keys() | _FACTORS.keys()
_LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12}
_PARTS = {"half": 0.5, "quarter": 0.25, "quarters": 0.25}
_ORDINALS = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"}
_INEXACT = {"several", "few", "many", "some", "couple"}
_TOKEN = re.compile(
    r"(?<![\w.,'])(?P<digits>\d{1,3}(?:[,.'\u00a0\u202f ]\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)"  # 12,00,000, as India writes it
    r"|\d+(?:[.,]\d+)?)(?:\u2044(?P<below>\d+))?"
    r"(?P<letters>(?a:k|mn|m|bn|mln|tn)|[ \u00a0\u202f](?a:mn|bn|mln|tn|m))?(?![\w])"
    r"(?!-?(?:st|nd|rd|th)\b)"
    r"|(?P<word>[^\W\d_]+)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"[ -]")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")
"""12,00,000."""
_SEPARATOR = re.compile(r"[,.'\u00a0\u202f ]")
_DECIMAL_COMMA = re.compile(r"\d+,\d+")
_THOUSANDS_SEPARATOR = re.compile(r"[,'\u00a0\u202f ](?=\d{3})")


@dataclass(frozen=True, slots=True)
class Token:
    """A number in digits, or a word in lower case."""

    start: int
    end: int
    word: str
    """Empty for digits."""
    readings: tuple[int | float, ...] = ()
    """Of digits, the likeliest first."""
    scale: int = 1
    """What letters behind digits multiply by, as in "5k"."""

    @property
    def is_digits(self) -> bool:
        return not self.word


@dataclass(frozen=True, slots=True)
class Spoken:
    """A number that several tokens say together."""

    end: int
    """The place of the token behind it."""
    readings: tuple[int | float, ...]
    scale: int
    """What its last word multiplies by: a hundred, a thousand, …, or 1."""


def tokens(text: str) -> list[Token]:
    """Return the words and digits of a text, in its order."""
    return [
        Token(
            match.start(),
            match.end(),
            match["word"].lower() if match["word"] else "",
            () if match["word"] else _digits(match),
            1 if match["word"] else _LETTERS.get(_letters(match), 1),
        )
        for match in _TOKEN.finditer(text)
        if match["word"] or len(match[0]) <= MAX_CHARACTERS
    ]


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


def _digits(match: re.Match[str]) -> tuple[int | float, ...]:
    digits = match["digits"]
    readings = _plain(digits)
    if match["below"]:  # "3½" is written 31⁄2 by normalization
        below = max(1, int(match["below"]))
        whole, above = digits[:-1], int(digits[-1])
        readings = ((int(whole) if whole else 0) + above / below,)
    letters = _letters(match)
    if not letters:
        return readings
    scaled = tuple(reading * _LETTERS[letters] for reading in readings)
    if letters != "m":
        return scaled
    return (*scaled, *readings) if match["letters"] in "mM" else (*readings, *scaled)


def _letters(match: re.Match[str]) -> str:
    return (match["letters"] or "").lower().strip()


def _plain(digits: str) -> tuple[int | float, ...]:
    """Return what digits with separators can mean: "1.200" are 1.2, or 1,200 elsewhere."""
    if _INDIAN.fullmatch(digits):
        return (int(digits.replace(",", "")),)
    groups = _SEPARATOR.split(digits)
    is_grouped = len(groups) > 1 and len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])
    if digits.count(".") == 1 and is_grouped and len(groups) == 2:
        return float(digits), int("".join(groups))
    if is_grouped:
        return (int("".join(groups)),)
    if _DECIMAL_COMMA.fullmatch(digits):
        return (float(digits.replace(",", ".")),)
    plain = _THOUSANDS_SEPARATOR.sub("", digits)
    return (float(plain) if "." in plain else int(plain),)
