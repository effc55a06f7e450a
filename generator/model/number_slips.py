"""What people write where a number is wanted: of a figure, of degrees, of paragraphs."""

import re

from generator.model.number_words import AT_MOST, TIMES, Qualified, qualified, range_ends
from generator.model.slips import (
    Slip,
    in_ascii,
    named_character,
    only_meaning,
    unquoted,
)

_NUMBER = r"\d+(?:\.\d+)?"
_PLAIN_NUMBER = re.compile(_NUMBER)
_GROUPED_DIGITS = re.compile(r"\d{1,3}(?:([ ,.'’])\d{3})(?:\1\d{3})*")
_DECIMAL_COMMA = re.compile(r"\d+,\d+")
_NUMBER_AND_POWER = re.compile(rf"(\d+(?:[.,]\d+)?) ?({'|'.join(map(re.escape, TIMES))})\.?")
_NUMBER_AND_WORDS = re.compile(r"(\d[\d .,']*) ?(\D+)")
_WHAT_IS_COUNTED = "; what is counted goes under measure, and of whom under of"
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
    if ends := range_ends(plain):
        return Slip("it is a range", f"write {_range(ends)}")
    if scaled := _NUMBER_AND_POWER.fullmatch(plain.lower()):
        return Slip(f"{scaled[2]!r} is no digit", f"write {_digits(plain)}")
    if said := qualified(plain):
        return _qualified(said, key)
    if counted := _NUMBER_AND_WORDS.fullmatch(plain):
        number = _digits(counted[1].strip())
        way_out = f"write {number}{_WHAT_IS_COUNTED}"
        return Slip(f"{counted[2].strip()[:40]!r} is no digit", way_out)
    return Slip("", "write digits alone: 1200 or 2.5; words of the source go under as_said")


def _qualified(said: Qualified, key: str) -> Slip:
    """Return what to write for a number with a word that says how exact it is."""
    if ends := range_ends(said.number):
        written, rest = _range(ends), ""
    else:
        number = _digits(said.number)
        counted = None if _PLAIN_NUMBER.fullmatch(number) else _PLAIN_NUMBER.match(number)
        rest = _WHAT_IS_COUNTED if counted else ""
        key = "max" if said.qualifier == AT_MOST else key
        written = f"{key}: {counted[0] if counted else number}"
    if said.qualifier == AT_MOST:
        return Slip(f"{said.word!r} gives an upper end", f"write {written}{rest}")
    way_out = f"write {written}, qualifier: {said.qualifier}{rest}"
    return Slip(f"{said.word!r} is a qualifier", way_out)


def _range(ends: tuple[str, str]) -> str:
    return f"min: {_digits(ends[0])}, max: {_digits(ends[1])}"


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
    """Return the digits of a number that is grouped, or told in thousands; else itself."""
    if scaled := _NUMBER_AND_POWER.fullmatch(number.strip().lower()):
        return _times_ten(scaled[1].replace(",", "."), TIMES[scaled[2]])
    return _ungrouped(number) or number


def _times_ten(number: str, power: int) -> str:
    """Return a decimal number times a power of ten, in digits."""
    whole, _, part = number.partition(".")
    return (whole + part.ljust(power, "0")).lstrip("0") if len(part) <= power else number
