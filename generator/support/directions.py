"""Texts that run from left to right and from right to left, told apart and set apart (UAX #9).

A name of the other direction pulls the numbers and marks beside it into its own order. So it is
isolated: by characters nobody sees (LRI or RLI before it, PDI behind it), which hold in plain text,
in attributes and in what a script prints. In a page `as_elements` makes `<bdi>` of them.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from markupsafe import Markup

from generator.support.escape import html

Direction = Literal["ltr", "rtl"]

_ISOLATES: dict[Direction, str] = {"ltr": "\u2066", "rtl": "\u2067"}
_END = "\u2069"
_DIRECTIONS = {character: direction for direction, character in _ISOLATES.items()}
_LETTERS: dict[Direction, re.Pattern[str]] = {
    "ltr": re.compile(
        "[A-Za-z\xaa\xb5\xba-\xd6\xd8-\xf6\xf8-\u02b8\u0370-\u0590\u0900-\u1fff"
        "\u2c00-\ud7ff\uf900-\ufb1c]"
    ),
    "rtl": re.compile(
        "[\u0591-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
    ),
}
"""Every letter, as far as a language of people who read chronologies has it."""
_BIDI_CLASSES: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_INNERMOST = re.compile("([\u2066\u2067])([^\u2066-\u2069]*)\u2069")
_ANY = re.compile("[\u2066-\u2069]")
_TAG = re.compile("(<[^>]*>)")
# Behind these stands text in which no element may be.
_OF_TEXT_ALONE = re.compile(r"</?(?:option|pre|script|style|text|textarea|title|tspan)\b")
_SPOKEN_ATTRIBUTE = re.compile(r'( (?:alt|aria-label|placeholder|title)="[^"]*")')
_RIGHT_TO_LEFT = re.compile(
    "ar|arc|ckb|dv|fa|glk|he|lki|lrc|mzn|nqo|ps|sd|sdh|syr|ug|ur|yi"  # by their own scripts
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset(("arab", "hebr", "nkoo", "syrc", "thaa"))


def is_right_to_left(language: str) -> bool:
    """Return whether a language tag (BCP 47) names what is written from right to left."""
    primary, *subtags = language.lower().split("-")
    scripts = [subtag for subtag in subtags if len(subtag) == 4]
    return (
        scripts[0] in _RIGHT_TO_LEFT_SCRIPTS if scripts else bool(_RIGHT_TO_LEFT.fullmatch(primary))
    )


@lru_cache(1 << 10)
def in_language(language: str | None, around: str) -> Markup:
    """Return `lang` and `dir` for a text that is not in the language of what is around."""
    if language is None or language.lower().split("-")[0] == around.lower().split("-")[0]:
        return Markup("")
    direction = "rtl" if is_right_to_left(language) else "ltr"
    return html(' lang="{}" dir="{}"').format(language, direction)


def in_direction(value: str, around: Direction) -> Markup:
    """Return `dir` for a text of no known language whose first letter runs the other way.

    One without a letter runs as what is around.
    """
    directions = (_BIDI_CLASSES.get(unicodedata.bidirectional(character)) for character in value)
    direction = next(filter(None, directions), around)
    return Markup("") if direction == around else html(f' dir="{direction}"')


def _direction_of(text: str, around: Direction) -> Direction:
    """Return the direction of most letters of a text, `around` where that is undecided.

    What is isolated in it does not count, nor what stands in brackets, unless all of it does.
    """
    rest = _without_isolated(text)
    for counted in (_IN_BRACKETS.sub("", rest), rest):
        to_the_right, to_the_left = (len(pattern.findall(counted)) for pattern in _LETTERS.values())
        if to_the_right != to_the_left:
            return "ltr" if to_the_right > to_the_left else "rtl"
    return around


def isolated(text: str, around: Direction) -> str:
    """Return a text for a place among others which run in the direction `around`.

    One without a letter of the other direction, or with all of them isolated already, is returned
    as it is.
    """
    if around == "ltr" and text.isascii():
        return text
    opposite: Direction = "rtl" if around == "ltr" else "ltr"
    if not _LETTERS[opposite].search(_without_isolated(text)):
        return text
    return f"{_ISOLATES[_direction_of(text, around)]}{text}{_END}"


def _without_isolated(text: str) -> str:
    """Return the text without the parts of it that are isolated."""
    while _END in text and (shorter := _INNERMOST.sub("", text)) != text:
        text = shorter
    return text


def without_isolates(text: str) -> str:
    """Return the text without the characters that isolate, for programs that do not know them."""
    return _ANY.sub("", text)


def as_elements(html: str) -> str:
    """HTML with `<bdi>` in place of the characters that isolate, where it may have elements.

    Attributes that are read or heard keep them; all else in a tag is for machines and has none.
    """
    if _END not in html:
        return html
    parts = _TAG.split(html)
    for n, part in enumerate(parts):
        if n % 2:
            parts[n] = _as_tag(part)
        elif not n or not _OF_TEXT_ALONE.match(parts[n - 1]):
            parts[n] = _with_elements(part)
    return "".join(parts)


def _as_tag(tag: str) -> str:
    parts = _SPOKEN_ATTRIBUTE.split(tag)
    parts[::2] = map(without_isolates, parts[::2])
    return "".join(parts)


def _with_elements(text: str) -> str:
    while _END in text:
        inner = _INNERMOST.sub(_element, text)
        if inner == text:
            return text
        text = inner
    return text


def _element(match: re.Match[str]) -> str:
    return f'<bdi dir="{_DIRECTIONS[match[1]]}">{match[2]}</bdi>'
