"""What people write where a value is wanted: which character or word is in the way, what to write.

Every function takes a text that is not as it should be. Where it can mean one thing only, that is
`instead`, and `fix` writes it; anything else is for a person, who is told what to write.
"""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from generator.model.number_words import qualifier_of
from generator.support.fold import fold
from generator.support.plain_text import character_name, slug

DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
"""Characters that look like a hyphen, as the inside of a set of a regular expression."""
QUOTES = {
    **{"“": "”", "„": "“”", "‟": "”", "‘": "’", "‚": "‘’", "«": "»", "»": "«", "‹": "›"},
    **{"”": "”", "’": "’", '"': '"', "'": "'", "`": "`", "〝": "〞", "「": "」"},
}
"""What opens quoted words, and what may close them."""
_DASH = re.compile(f"[{DASHES}]")
_BEGINS_AS_ADDRESS = re.compile(r"https?:|www\.")
_PASTED_ADDRESS = re.compile(r"<(.+)>|\[[^\]]*\]\((\S+)\)")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)")


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


def id_slip(text: str, is_id: re.Pattern[str], longest: int) -> Slip:
    """Return what to write for an id, by what an id is and how long it may be."""
    rule = "use lower-case letters a-z, digits and single hyphens"
    name = unquoted(text)
    if _BEGINS_AS_ADDRESS.match(name):
        return Slip("it is an address", "write the id of the record, not its address")
    if name.endswith((".yml", ".yaml")):
        name = name.rpartition("/")[2].rpartition(".")[0]
    near = slug(_DASH.sub("-", name), longest)
    is_of_use = near not in ("", "index") and is_id.fullmatch(near)
    # A letter that has no counterpart in a to z would be missing in it.
    keeps_all = re.sub("[^a-z0-9]", "", fold(name)) == re.sub(r"[\W_]", "", fold(name))
    bad = next((char for char in text if not re.match("[a-z0-9-]", char)), "")
    if text == "index":
        return Slip("it is the address of a list", f"{rule}, and another word")
    why = f"{named_character(bad)} stands in it" if bad else ""
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
    meant = qualifier_of(plain)
    return Slip("", f"write {meant}") if meant in words else None


def flag_slip(text: str) -> Slip:
    """Return whether `yes`, `True` and their like are true or false."""
    word = fold(unquoted(text))
    meant = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
    flag = word if word in ("true", "false") else meant.get(word)
    return Slip("", f"write {flag}" if flag else "write true or false", flag)


def url_slip(text: str, is_url: re.Pattern[str]) -> Slip:
    """Return the address in what was pasted: in quotes, angle brackets, or a link of Markdown."""
    plain = unquoted(text)
    pasted = _PASTED_ADDRESS.fullmatch(plain)
    plain = unquoted((pasted[1] or pasted[2]) if pasted else plain)
    if is_url.fullmatch(plain):
        return Slip("", f"write {plain[:80]}", plain)
    if _HOST.match(plain) and is_url.fullmatch(f"https://{plain}"):
        return Slip("", f"begin it with https://, as in https://{plain[:80]}")
    if bad := next((char for char in plain if char.isspace() or char in "\"'<>\\"), ""):
        return Slip(f"{named_character(bad)} stands in it", "copy the address anew")
    return Slip("", "begin it with https://")


def language_slip(text: str, is_language: re.Pattern[str]) -> Slip:
    """Return a language tag as it is written: `EN`, `en_GB`, in quotes."""
    first, _, rest = unquoted(text).replace("_", "-").partition("-")
    tag = f"{first.lower()}-{rest}" if rest else first.lower()
    if len(first) <= 3 and is_language.fullmatch(tag):
        return Slip("", f"write {tag}", tag)
    return Slip("", "write en, tr, ar or ku-Latn")


def only_meaning(text: str, written: str) -> Slip:
    """Return a slip of which there is one meaning; the first character in the way is named."""
    bad = next((char for char in text if char not in written), "")
    return Slip(f"{named_character(bad)} stands in it" if bad else "", f"write {written}", written)


def odd_character(text: str) -> str:
    """Return what the first character that looks like one of ASCII is called; or nothing."""
    odd = next((char for char in text if not (char.isascii() or _is_plain_letter(char))), "")
    return character_name(odd) if odd else ""


def _is_plain_letter(char: str) -> bool:
    """Return whether it is a letter that looks like none of ASCII."""
    alphabet = unicodedata.name(char, "").partition(" ")[0]
    return char.isalpha() and alphabet not in ("CYRILLIC", "GREEK", "FULLWIDTH", "MATHEMATICAL")


def named_character(char: str) -> str:
    """Return what a character is called: ' ' is a space; one that looks like others has a name."""
    if char == " ":
        return "a space"
    return repr(char) if char.isascii() or _is_plain_letter(char) else character_name(char)


def in_ascii(text: str) -> str:
    """Return a text with plain digits, hyphens and single spaces."""
    text = _DASH.sub("-", text)
    digits = (str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in text)
    return " ".join("".join(digits).split())
