"""What people write where a value is wanted: which character or word is in the way, what to write.

Every function takes a text that is not as it should be. Where it can mean one thing only, that is
`instead`, and `fix` writes it; anything else is for a person, who is told what to write.
"""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from generator.support.fold import fold
from generator.support.plain_text import character_name, slug

DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
"""Characters that look like a hyphen, as the inside of a set of a regular expression."""
QUOTES = {
    **{"“": "”", "„": "“”", "‟": "”", "‘": "’", "‚": "‘’", "«": "»", "»": "«", "‹": "›"},
    **{"”": "”", "’": "’", '"': '"', "'": "'", "`": "`", "〝": "〞", "「": "」"},
}
"""What opens quoted words, and what may close them."""
QUALIFIERS = {
    "about": ("about", "around", "approximately", "approx", "circa", "ca", "c", "some", "~", "±"),
    "at least": ("at least", "no fewer than", "minimum", "min", "≥", ">="),
    "more than": ("more than", "over", "above", "upwards of", ">"),
    "nearly": ("nearly", "almost", "close to", "just under"),
    "fewer than": ("fewer than", "less than", "under", "below", "<"),
}
"""The qualifiers that a figure may have, and the words that people write for each."""
_QUALIFIER_OF = {word: name for name, words in QUALIFIERS.items() for word in words}
_BEHIND = {"+": "at least", "or more": "at least", "or so": "about", "at least": "at least"}
_TIMES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "mio": 6, "million": 6, "bn": 9, "billion": 9}
_PLAIN = r"\d+(?:\.\d+)?"
_GROUPED = r"\d{1,3}(?:([ ,.'’])\d{3})(?:\1\d{3})*"
_COORDINATE = re.compile(
    r"(?i)([nsew]?) ?([+-]?\d{1,3}(?:[.,]\d{1,8})?) ?°? ?"
    r"(?:(\d{1,2}(?:\.\d+)?) ?['′’] ?)?(?:(\d{1,2}(?:\.\d+)?) ?(?:\"|″|”|'') ?)?([nsew]?)"
)
_NUMBERED = re.compile(r"(?i)(?:¶¶?|§§?|n(?:o|r)\.|par(?:a(?:graph)?)?s?\b\.?)\s*")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is the matter with a text that is no value, and what to do about it."""

    why: str
    """What is in the way, or nothing: `'about' is a qualifier`."""
    way_out: str
    instead: str | None = None
    """The only thing that it can mean."""


def unquoted(text: str) -> str:
    """Return a text without the quotation marks around it, typographic ones too; often itself."""
    return text[1:-1].strip() if is_in_quotes(text) else text


def is_in_quotes(text: str) -> bool:
    """Return whether one pair of quotation marks stands around all of a text."""
    closing = QUOTES.get(text[:1])
    if closing is None or len(text) < 3 or text[-1] not in closing:
        return False
    return not any(mark in text[1:-1] for mark in (text[0], text[-1]))


def number_slip(text: str, key: str) -> Slip:
    """Return what to write for a number behind a key of a figure: `about 300`, `12-20`, `1 200`."""
    plain = _in_ascii(unquoted(text))
    if re.fullmatch(_PLAIN, plain):
        return _only(text, plain)
    if number := _ungrouped(plain):
        sure = number if "," not in plain or plain.count(",") > 1 else None
        between = next(char for char in unquoted(text) if not char.isdigit())
        return Slip(f"{_character(between)} stands between its digits", f"write {number}", sure)
    if re.fullmatch(r"\d+,\d+", plain):
        return Slip("a comma stands in it", f"write {plain.replace(',', '.')}")
    if found := re.fullmatch(rf"({_PLAIN}) ?(?:-|to|\.\.\.?) ?({_PLAIN})", plain):
        return Slip("it is a range", f"write min: {found[1]}, max: {found[2]}")
    if found := re.fullmatch(rf"({_PLAIN}) ?({'|'.join(_TIMES)})", plain.lower()):
        number = _times_ten(found[1], _TIMES[found[2]])
        return Slip(f"{found[2]!r} is no digit", f"write {number}")
    return _with_words(plain, key)


def _with_words(plain: str, key: str) -> Slip:
    """Return what to write for a number with words around it."""
    words = "|".join(re.escape(word) for word in sorted(_QUALIFIER_OF, key=len, reverse=True))
    if found := re.fullmatch(rf"({words})\.? ?(\d.*)", plain.lower()):
        return _qualified(found[1], _QUALIFIER_OF[found[1]], found[2], key)
    behind = "|".join(re.escape(word) for word in _BEHIND)
    if found := re.fullmatch(rf"(\d[^+a-z]*?) ?({behind})", plain.lower()):
        return _qualified(found[2], _BEHIND[found[2]], found[1], key)
    if found := re.fullmatch(r"(\d[\d .,']*) ?(\D+)", plain):
        number = _digits(found[1].strip())
        way_out = f"write {number}; what is counted goes under measure, and of whom under of"
        return Slip(f"{found[2].strip()[:40]!r} is no digit", way_out)
    return Slip("", "write digits alone: 1200 or 2.5; words of the source go under as_said")


def _qualified(word: str, qualifier: str, number: str, key: str) -> Slip:
    way_out = f"write {key}: {_digits(number.strip())}, qualifier: {qualifier}"
    return Slip(f"{word!r} is a qualifier", way_out)


def coordinate_slip(text: str) -> Slip:
    """Return what to write for degrees: `36,2`, `37°15'`, `12 W`."""
    found = _COORDINATE.fullmatch(_in_ascii(unquoted(text)))
    if not found or (found[1] and found[5]):
        return Slip("", "write degrees such as 36.2")
    side = (found[1] or found[5]).lower()
    degrees = float(found[2].replace(",", "."))
    degrees += (float(found[3] or 0) / 60 + float(found[4] or 0) / 3600) * (
        -1 if degrees < 0 else 1
    )
    if abs(degrees) > 180 or (degrees < 0 and side):
        return Slip("", "write degrees such as 36.2")
    written = f"{-degrees if side in ('s', 'w') else degrees:.6f}".rstrip("0").rstrip(".")
    return Slip("degrees are one number with a point", f"write {written}", written)


def paragraph_slip(text: str) -> Slip:
    """Return what to write for a paragraph or a range of them: `8–10`, `¶6`, `6 and 8`."""
    plain = _in_ascii(unquoted(text)).rstrip(".")
    plain = re.sub(r" ?- ?| (?:to|until|through) ", "-", _NUMBERED.sub("", plain))
    if found := re.fullmatch(r"0*([1-9]\d{0,3})(?:-0*([1-9]\d{0,3}))?", plain):
        if found[2] and int(found[1]) > int(found[2]):
            return Slip("it runs backwards", f"write {found[2]}-{found[1]}, if that is meant")
        written = f"{found[1]}-{found[2]}" if found[2] else found[1]
        return _only(text, written)
    if re.fullmatch(r"\d{1,4}-|-\d{1,4}", plain):
        return Slip("an end of the range is missing", "write both ends, as in 8-10")
    if re.fullmatch(r"\d{1,4}(?:-\d{1,4})?(?:(?: ?[;,/&+] ?| and | )\d{1,4}(?:-\d{1,4})?)+", plain):
        numbers = ", ".join(re.findall(r"[\d-]+", plain))
        return Slip("it is several", f"put a comma between them: [{numbers}]")
    if re.match(r"(?i)pp?\b|page|col|line", plain):
        return Slip("", "write the paragraph's number; a page goes under locator")
    return Slip("", "write a number, or a range such as 8-10")


def id_slip(text: str, is_id: re.Pattern[str], longest: int) -> Slip:
    """Return what to write for an id, by what an id is and how long it may be."""
    rule = "use lower-case letters a-z, digits and single hyphens"
    name = unquoted(text)
    if re.match("https?:|www\\.", name):
        return Slip("it is an address", "write the id of the record, not its address")
    if name.endswith((".yml", ".yaml")):
        name = name.rpartition("/")[2].rpartition(".")[0]
    near = slug(re.sub(f"[{DASHES}]", "-", name), longest)
    is_of_use = near not in ("", "index") and is_id.fullmatch(near)
    # A letter that has no counterpart in a to z would be missing in it.
    keeps_all = re.sub("[^a-z0-9]", "", fold(name)) == re.sub(r"[\W_]", "", fold(name))
    bad = next((char for char in text if not re.match("[a-z0-9-]", char)), "")
    if text == "index":
        return Slip("it is the address of a list", f"{rule}, and another word")
    why = f"{_character(bad)} stands in it" if bad else ""
    if len(text) > longest:
        return Slip(f"it has over {longest} characters", f"{rule}; shorten it")
    if not (is_of_use and keeps_all):
        return Slip(why, f"{rule}; not 'index'" if not bad else rule)
    return Slip(why, f"{rule}, as in {near!r}", near)


def word_slip(text: str, words: Collection[str]) -> Slip | None:
    """Return which of the words that may stand there is meant; None where it is none."""
    plain = fold(unquoted(text).replace("_", " "))
    for word in words:
        if plain == fold(word.replace("_", " ")):
            return Slip("", f"write {word}", word)
    meant = _QUALIFIER_OF.get(plain.removesuffix("."))
    return Slip("", f"write {meant}") if meant in words else None


def flag_slip(text: str) -> Slip:
    """Return whether `yes`, `True` and their like are true or false."""
    word = fold(unquoted(text))
    meant = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
    found = word if word in ("true", "false") else meant.get(word)
    return Slip("", f"write {found}" if found else "write true or false", found)


def url_slip(text: str, is_url: re.Pattern[str]) -> Slip:
    """Return the address in what was pasted: in quotes, angle brackets, or a link of Markdown."""
    plain = unquoted(text)
    pasted = re.fullmatch(r"<(.+)>|\[[^\]]*\]\((\S+)\)", plain)
    plain = unquoted((pasted[1] or pasted[2]) if pasted else plain)
    if is_url.fullmatch(plain):
        return Slip("", f"write {plain[:80]}", plain)
    if re.match(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)", plain) and is_url.fullmatch(f"https://{plain}"):
        return Slip("", f"begin it with https://, as in https://{plain[:80]}")
    if bad := next((char for char in plain if char.isspace() or char in "\"'<>\\"), ""):
        return Slip(f"{_character(bad)} stands in it", "copy the address anew")
    return Slip("", "begin it with https://")


def language_slip(text: str, is_language: re.Pattern[str]) -> Slip:
    """Return a language tag as it is written: `EN`, `en_GB`, in quotes."""
    first, _, rest = unquoted(text).replace("_", "-").partition("-")
    tag = f"{first.lower()}-{rest}" if rest else first.lower()
    if len(first) <= 3 and is_language.fullmatch(tag):
        return Slip("", f"write {tag}", tag)
    return Slip("", "write en, tr, ar or ku-Latn")


def _only(text: str, written: str) -> Slip:
    """Return a slip of which there is one meaning; the first character in the way is named."""
    bad = next((char for char in text if char not in written), "")
    return Slip(f"{_character(bad)} stands in it" if bad else "", f"write {written}", written)


def odd_character(text: str) -> str:
    """Return what the first character that looks like one of ASCII is called; or nothing."""
    odd = next((char for char in text if not (char.isascii() or _is_plain_letter(char))), "")
    return character_name(odd) if odd else ""


def _is_plain_letter(char: str) -> bool:
    """Return whether it is a letter that looks like none of ASCII."""
    alphabet = unicodedata.name(char, "").partition(" ")[0]
    return char.isalpha() and alphabet not in ("CYRILLIC", "GREEK", "FULLWIDTH", "MATHEMATICAL")


def _character(char: str) -> str:
    """Return what a character is called: ' ' is a space; one that looks like others has a name."""
    if char == " ":
        return "a space"
    return repr(char) if char.isascii() or _is_plain_letter(char) else character_name(char)


def _in_ascii(text: str) -> str:
    """Return a text with plain digits, hyphens and single spaces."""
    text = re.sub(f"[{DASHES}]", "-", text)
    digits = (str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in text)
    return " ".join("".join(digits).split())


def _ungrouped(plain: str) -> str | None:
    """Return the digits of a number in groups of three; a single point is a decimal point."""
    found = re.fullmatch(_GROUPED, plain)
    return re.sub(r"\D", "", plain) if found else None


def _digits(number: str) -> str:
    return _ungrouped(number) or number


def _times_ten(number: str, power: int) -> str:
    """Return a decimal number times a power of ten, in digits."""
    whole, _, part = number.partition(".")
    return (whole + part.ljust(power, "0")).lstrip("0") if len(part) <= power else number
