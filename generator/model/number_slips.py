"""What people write where a number is wanted: of a figure, of degrees, of paragraphs."""

import re
from collections.abc import Iterable

from generator.model.slips import (
    QUALIFIER_OF,
    Slip,
    in_ascii,
    named_character,
    only_meaning,
    unquoted,
)


def _alternatives(words: Iterable[str]) -> str:
    """Return a regular expression for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_BEHIND = {"+": "at least", "or more": "at least", "or so": "about", "at least": "at least"}
_TIMES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "mio": 6, "million": 6, "bn": 9, "billion": 9}
_NUMBER = r"\d+(?:\.\d+)?"
_PLAIN_NUMBER = re.compile(_NUMBER)
_GROUPED_DIGITS = re.compile(r"\d{1,3}(?:([ ,.'’])\d{3})(?:\1\d{3})*")
_DECIMAL_COMMA = re.compile(r"\d+,\d+")
_RANGE_OF_NUMBERS = re.compile(rf"({_NUMBER}) ?(?:-|to|\.\.\.?) ?({_NUMBER})")
_NUMBER_AND_POWER = re.compile(rf"({_NUMBER}) ?({'|'.join(_TIMES)})")
_NUMBER_AND_WORDS = re.compile(r"(\d[\d .,']*) ?(\D+)")
_QUALIFIED = re.compile(rf"({_alternatives(QUALIFIER_OF)})\.? ?(\d.*)")
_QUALIFIED_BEHIND = re.compile(rf"(\d[^+a-z]*?) ?({_alternatives(_BEHIND)})")
_COORDINATE = re.compile(
    r"(?i)([nsew]?) ?([+-]?\d{1,3}(?:[.,]\d{1,8})?) ?°? ?"
    r"(?:(\d{1,2}(?:\.\d+)?) ?['′’] ?)?(?:(\d{1,2}(?:\.\d+)?) ?(?:\"|″|”|'') ?)?([nsew]?)"
)
_WORD_FOR_PARAGRAPH = re.compile(r"(?i)(?:¶¶?|§§?|n(?:o|r)\.|par(?:a(?:graph)?)?s?\b\.?)\s*")
_WORD_FOR_PAGE = re.compile(r"(?i)pp?\b|page|col|line")
_BETWEEN_PARAGRAPHS = re.compile(r" ?- ?| (?:to|until|through) ")
_PARAGRAPHS = re.compile(r"0*([1-9]\d{0,3})(?:-0*([1-9]\d{0,3}))?")
_HALF_A_RANGE = re.compile(r"\d{1,4}-|-\d{1,4}")
_SEVERAL_PARAGRAPHS = re.compile(
    r"\d{1,4}(?:-\d{1,4})?(?:(?: ?[;,/&+] ?| and | )\d{1,4}(?:-\d{1,4})?)+"
)


def number_slip(text: str, key: str) -> Slip:
    """Return what to write for a number behind a key of a figure: `about 300`, `12-20`, `1 200`."""
    plain = in_ascii(unquoted(text))
    if _PLAIN_NUMBER.fullmatch(plain):
        return only_meaning(text, plain)
    if number := _ungrouped(plain):
        sure = number if "," not in plain or plain.count(",") > 1 else None
        between = next(char for char in unquoted(text) if not char.isdigit())
        return Slip(
            f"{named_character(between)} stands between its digits", f"write {number}", sure
        )
    if _DECIMAL_COMMA.fullmatch(plain):
        return Slip("a comma stands in it", f"write {plain.replace(',', '.')}")
    if ends := _RANGE_OF_NUMBERS.fullmatch(plain):
        return Slip("it is a range", f"write min: {ends[1]}, max: {ends[2]}")
    if scaled := _NUMBER_AND_POWER.fullmatch(plain.lower()):
        number = _times_ten(scaled[1], _TIMES[scaled[2]])
        return Slip(f"{scaled[2]!r} is no digit", f"write {number}")
    return _with_words(plain, key)


def _with_words(plain: str, key: str) -> Slip:
    """Return what to write for a number with words around it."""
    if qualified := _QUALIFIED.fullmatch(plain.lower()):
        word, number = qualified.groups()
        return _qualified(word, QUALIFIER_OF[word], number, key)
    if qualified := _QUALIFIED_BEHIND.fullmatch(plain.lower()):
        number, word = qualified.groups()
        return _qualified(word, _BEHIND[word], number, key)
    if counted := _NUMBER_AND_WORDS.fullmatch(plain):
        number = _digits(counted[1].strip())
        way_out = f"write {number}; what is counted goes under measure, and of whom under of"
        return Slip(f"{counted[2].strip()[:40]!r} is no digit", way_out)
    return Slip("", "write digits alone: 1200 or 2.5; words of the source go under as_said")


def _qualified(word: str, qualifier: str, number: str, key: str) -> Slip:
    way_out = f"write {key}: {_digits(number.strip())}, qualifier: {qualifier}"
    return Slip(f"{word!r} is a qualifier", way_out)


def coordinate_slip(text: str) -> Slip:
    """Return what to write for degrees: `36,2`, `37°15'`, `12 W`."""
    match = _COORDINATE.fullmatch(in_ascii(unquoted(text)))
    if not match or (match[1] and match[5]):
        return Slip("", "write degrees such as 36.2")
    side = (match[1] or match[5]).lower()
    degrees = float(match[2].replace(",", "."))
    below_degrees = float(match[3] or 0) / 60 + float(match[4] or 0) / 3600
    degrees += below_degrees * (-1 if degrees < 0 else 1)
    if abs(degrees) > 180 or (degrees < 0 and side):
        return Slip("", "write degrees such as 36.2")
    written = f"{-degrees if side in ('s', 'w') else degrees:.6f}".rstrip("0").rstrip(".")
    return Slip("degrees are one number with a point", f"write {written}", written)


def paragraph_slip(text: str) -> Slip:
    """Return what to write for a paragraph or a range of them: `8–10`, `¶6`, `6 and 8`."""
    plain = in_ascii(unquoted(text)).rstrip(".")
    plain = _BETWEEN_PARAGRAPHS.sub("-", _WORD_FOR_PARAGRAPH.sub("", plain))
    if match := _PARAGRAPHS.fullmatch(plain):
        first, last = match.groups()
        if last and int(first) > int(last):
            return Slip("it runs backwards", f"write {last}-{first}, if that is meant")
        return only_meaning(text, f"{first}-{last}" if last else first)
    if _HALF_A_RANGE.fullmatch(plain):
        return Slip("an end of the range is missing", "write both ends, as in 8-10")
    if _SEVERAL_PARAGRAPHS.fullmatch(plain):
        numbers = ", ".join(re.findall(r"[\d-]+", plain))
        return Slip("it is several", f"put a comma between them: [{numbers}]")
    if _WORD_FOR_PAGE.match(plain):
        return Slip("", "write the paragraph's number; a page goes under locator")
    return Slip("", "write a number, or a range such as 8-10")


def _ungrouped(plain: str) -> str | None:
    """Return the digits of a number in groups of three; a single point is a decimal point."""
    return re.sub(r"\D", "", plain) if _GROUPED_DIGITS.fullmatch(plain) else None


def _digits(number: str) -> str:
    return _ungrouped(number) or number


def _times_ten(number: str, power: int) -> str:
    """Return a decimal number times a power of ten, in digits."""
    whole, _, part = number.partition(".")
    return (whole + part.ljust(power, "0")).lstrip("0") if len(part) <= power else number
