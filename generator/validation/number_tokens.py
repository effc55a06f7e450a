"""The digits and the words of a text, and which numbers digits can mean."""

import re
from dataclasses import dataclass

MAX_CHARACTERS = 30
"""Longer digits are no number that a figure could hold, nor that a machine reads exactly."""
_LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12}
_TOKEN = re.compile(
    r"(?<![\w.,'])(?P<digits>\d{1,3}(?:[,.'\u00a0\u202f ]\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,3}[ \u00a0\u202f]\d(?=\u2044\d)"  # 3 ½
    r"|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)"  # 12,00,000, as India writes it
    r"|\d+(?:[.,]\d+)?)(?:\u2044(?P<below>\d+))?"
    r"(?P<letters>(?a:k|mn|m|bn|mln|tn)|[ \u00a0\u202f](?a:mn|bn|mln|tn|m))?(?![\w])"
    r"(?!-?(?:st|nd|rd|th)\b)"
    r"|(?P<word>[^\W\d_]+)",
    re.IGNORECASE,
)
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


def _digits(match: re.Match[str]) -> tuple[int | float, ...]:
    digits = match["digits"]
    if match["below"]:  # "3½" is written 31⁄2 by normalization, and "3 ½" 3 1⁄2
        below = max(1, int(match["below"]))
        whole, above = digits[:-1].strip(" \u00a0\u202f,."), int(digits[-1])
        readings: tuple[int | float, ...] = ((_plain(whole)[-1] if whole else 0) + above / below,)
    else:
        readings = _plain(digits)
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
