"""The numbers in a line of English text, as a reader sees them.

Digits with thousands separators and without ("1,200", "300k", "2.5m"), and numbers in words: their
compounds ("two hundred and five"), halves ("three and a half million", "half a dozen") and both
together ("2.5 million"), also inside a hyphenated word ("six-day", "900-kilometer"). Ordinals are
no numbers; years and days of a month are marked as dates. What can be read in two ways has two
readings; what says no number ("several hundred") has none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.validation.number_tokens import MAX_CHARACTERS, Token, tokens
from generator.validation.number_words import read_number

_MONTHS = (
    "jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|"
    "aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?"
)
_BEFORE = re.compile(rf"\b(?:{_MONTHS})\s*$", re.IGNORECASE)
_AFTER = re.compile(rf"\s*(?:{_MONTHS})\b", re.IGNORECASE)
_RANGE = re.compile(r"\s?[-\u2013]\s?| (?:to|or|and) ")
_IN_PASSING = {
    **dict.fromkeys(("no", "none", "nobody", "nil", "without"), 0),
    **dict.fromkeys(("a", "an", "another", "single", "sole", "lone", "once"), 1),
    **dict.fromkeys(("both", "pair", "couple", "twin", "twins", "twice"), 2),
    **dict.fromkeys(("trio", "triplets", "thrice"), 3),
    "quartet": 4,
    "score": 20,
}
_WORDS_IN_PASSING = re.compile(rf"\b(?:{'|'.join(_IN_PASSING)})\b")
_INEXACT = re.compile(
    r"\b(?:several|(?:a )?few|many|some|a couple(?: of)?)[ -](?:dozen|hundred|thousand|million)\b"
    r"|\b(?:tens|hundreds) of (?:thousands|millions)\b"
    r"|\b(?:dozens|scores|hundreds|thousands|millions)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text, and the characters that say it."""

    readings: tuple[int | float, ...]
    """What it can mean, the likeliest first: "2.5m" are 2.5 million, or 2.5 metres."""
    text: str
    is_date: bool
    """Whether it is a year or a day of a month, and no figure."""

    @property
    def value(self) -> int | float:
        """What it most likely means."""
        return self.readings[0]


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers in a text, in its order."""
    numbers = list(_numbers(text, tokens(text)))
    ranges = [
        bool(_RANGE.fullmatch(text, first.end, second.start)) for first, second in pairwise(numbers)
    ] + [False]
    for n, number in enumerate(numbers):
        readings = number.readings
        if ranges[n] and number.scale == 1:  # "two to three million": the first are millions, too
            readings += (number.readings[0] * numbers[n + 1].scale,)
        yield Numeral(
            tuple(dict.fromkeys(map(_whole, readings))),
            text[number.start : number.end],
            number.is_digits and _is_date(text, number),
        )


def numbers_in_passing(text: str) -> frozenset[int]:
    """Return what words that are no numerals may say: one where "a soldier" stands, two for "both".

    Such a word allows a figure, and asks for none.
    """
    return frozenset(_IN_PASSING[word] for word in _WORDS_IN_PASSING.findall(text.lower()))


def inexact_words(text: str) -> list[str]:
    """Return the words in a text that stand for a number which nobody can tell, in its order."""
    return [match[0] for match in _INEXACT.finditer(text)]


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    readings: tuple[int | float, ...]
    scale: int
    """What its last word multiplies by; 1 where it is no such word."""
    is_digits: bool


def _numbers(text: str, words: Sequence[Token]) -> Iterator[_Number]:
    n = 0
    while n < len(words):
        spoken = read_number(text, words, n)
        if spoken is None:
            n += 1
            continue
        first, last = words[n], words[spoken.end - 1]
        number = _Number(first.start, last.end, spoken.readings, spoken.scale, first.is_digits)
        n = spoken.end
        yield replace(number, is_digits=number.is_digits and spoken.scale == 1)


def _whole(value: int | float) -> int | float:
    value = round(value, 6)
    return int(value) if value == int(value) else value


def _is_date(text: str, number: _Number) -> bool:
    digits = text[number.start : number.end]
    if re.fullmatch(r"(?:1[89]|20)\d\d", digits):
        return True
    if number.readings[0] > 31:
        return False
    before = max(0, number.start - MAX_CHARACTERS)
    return bool(_BEFORE.search(text, before, number.start) or _AFTER.match(text, number.end))
