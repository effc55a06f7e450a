"""The numbers in a line of English text, as a reader sees them.

Digits with or without thousands separators, number words up to one hundred, "thousand" and
"million" behind either, also inside a hyphenated word ("six-day", "900-kilometer"). Ordinals are no
numbers; years and days of a month are marked as dates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"]
_TEENS += ["seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: n for n, word in enumerate(_UNITS + _TEENS)}
_WORDS |= {word: 10 * n for n, word in enumerate(_TENS, 2)}
_WORDS |= {"hundred": 100, "dozen": 12}
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_MONTHS = (
    "jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|"
    "aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?"
)
# (?a: …): with Unicode, an i is also a dotless one, which is in no table.
_NUMERAL = re.compile(
    rf"""(?<![\w.,])(?P<digits>\d{{1,3}}(?:[,\u00a0\u202f ]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)
         (?!st\b|nd\b|rd\b|th\b)(?![a-z\d])
       | \b(?:(?:a|one)[ ])?(?P<round>(?a:hundred|dozen))\b
       | \b(?P<tens>(?a:{"|".join(_TENS)}))(?:[- ](?P<unit>(?a:{"|".join(_UNITS[1:])})))?\b
       | \b(?P<word>(?a:{"|".join([*_UNITS, *_TEENS])}))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SCALE = re.compile(rf"[ -]((?a:{'|'.join(_SCALES)}))\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b(?:{_MONTHS})\s*$", re.IGNORECASE)
_AFTER = re.compile(rf"\s*(?:{_MONTHS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text, and the characters that say it."""

    value: int | float
    text: str
    is_date: bool
    """Whether it is a year or a day of a month, and no figure."""


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers in a text, in its order."""
    for match in _NUMERAL.finditer(text):
        value = _value(match)
        end = match.end()
        if scale := _SCALE.match(text, end):
            value *= _SCALES[scale[1].casefold()]
            end = scale.end()
        whole = int(value) if value == int(value) else value
        is_date = bool(match["digits"]) and _is_date(text, match, whole)
        yield Numeral(whole, text[match.start() : end], is_date)


def _value(match: re.Match[str]) -> int | float:
    if match["digits"]:
        plain = re.sub(r"[,\u00a0\u202f ](?=\d{3})", "", match["digits"])
        return float(plain) if "." in plain else int(plain)
    if match["tens"]:
        return _WORDS[match["tens"].casefold()] + _WORDS.get((match["unit"] or "").casefold(), 0)
    return _WORDS[(match["word"] or match["round"]).casefold()]


def _is_date(text: str, match: re.Match[str], value: int | float) -> bool:
    if re.fullmatch(r"(?:1[89]|20)\d\d", match["digits"]):
        return True
    if value > 31:
        return False
    return bool(_BEFORE.search(text, 0, match.start()) or _AFTER.match(text, match.end()))
