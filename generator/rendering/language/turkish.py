"""Turkish."""

import re

from generator.rendering.language.cldr import CldrGrammar, DateNotes, FigurePatterns
from generator.rendering.language.collation import Alphabet
from generator.rendering.language.date_patterns import DatePatterns

_ONES = ["", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"]
_TENS = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"]
_VOWELS = "aeıioöuü"
_FRONT = "eiöü"
_VOICELESS = "fstkçşhp"
# What a suffix is written with: D is d or t, A is a or e, a Y stands behind a vowel alone.
_SUFFIX = re.compile(r"(\w*)(:00)?(\))?’(lArDAn|lArA|lAr|DAn|YA)\b")
_BEHIND_BRACKETS = {"DAn": " tarihinden", "YA": " tarihine"}


def _spoken(word: str) -> str:
    """Return the last word of a number as it is read; another word as it stands."""
    if not word.isdecimal():
        return word.lower()
    number = int(word)
    if number % 10:
        return _ONES[number % 10]
    if number % 100:
        return _TENS[number % 100 // 10]
    return "yüz" if number % 1000 else "bin" if number else "sıfır"


def _harmonised(text: str) -> str:
    """`2024’ten`, `2026’dan`, of `2024’DAn`, `2026’DAn`: a suffix follows the sound before it."""
    return _SUFFIX.sub(_with_suffix, text)


def _with_suffix(match: re.Match[str]) -> str:
    word, full_hour, bracket, suffix = match.groups(default="")
    if bracket:
        return f"{word}{bracket}{_BEHIND_BRACKETS.get(suffix, '')}"
    spoken = _spoken(word)
    vowel = next((letter for letter in reversed(spoken) if letter in _VOWELS), "e")
    if suffix == "DAn" and spoken[-1:] in _VOICELESS:
        suffix = "tAn"
    suffix = suffix.replace("Y", "y" if spoken[-1:] in _VOWELS else "").replace("D", "d")
    return f"{word}{full_hour}’{suffix.replace('A', 'e' if vowel in _FRONT else 'a')}"


_DATES = DatePatterns(
    day="{day} {month} {year}",
    day_of_year="{day} {month}",
    day_of_month="{day}",
    month="{month} {year}",
    decade="{year}’lAr",
    shapes={
        "": {"years": "{0} yılları"},
        "about": {"": "{0} dolayları", "years": "{0} yılları dolayları"},
        "unknown": {
            "": "{0} içinde bilinmeyen bir gün",
            "about": "{0} dolaylarında bilinmeyen bir gün",
        },
        "uncertain": "{0} (belirsiz)",
        "since": {
            "": "{0}’DAn beri",
            "decade": "{0}DAn beri",
            "years": "{0} yıllarından beri",
            "about day": "{0} dolaylarından beri",
            "about month": "{0} dolaylarından beri",
            "about year": "{0} dolaylarından beri",
            "about decade": "{0} dolaylarından beri",
            "about years": "{0} yılları dolaylarından beri",
            "unknown day": "{0} içinde bilinmeyen bir günden beri",
            "about unknown day": "{0} dolaylarında bilinmeyen bir günden beri",
        },
        "by": {"": "en geç {0}", "years": "en geç {0} yılları",
               "about years": "en geç {0} yılları dolayları"},
        "from": {
            "": "{0}’DAn",
            "decade": "{0}DAn",
            "years": "{0} yıllarından",
            "time": "{0} ile",
            "about day": "{0} dolaylarından",
            "about month": "{0} dolaylarından",
            "about year": "{0} dolaylarından",
            "about decade": "{0} dolaylarından",
            "about years": "{0} yılları dolaylarından",
            "unknown day": "{0} içinde bilinmeyen bir günden",
            "about unknown day": "{0} dolaylarında bilinmeyen bir günden",
        },
        "to": {
            "": "{0}’YA kadar",
            "decade": "{0}A kadar",
            "years": "{0} yıllarına kadar",
            "time": "{0} arası",
            "about day": "{0} dolaylarına kadar",
            "about month": "{0} dolaylarına kadar",
            "about year": "{0} dolaylarına kadar",
            "about decade": "{0} dolaylarına kadar",
            "about years": "{0} yılları dolaylarına kadar",
            "unknown day": "{0} içinde bilinmeyen bir güne kadar",
            "about unknown day": "{0} dolaylarında bilinmeyen bir güne kadar",
        },
        "between": "{0} ile {1} arasında",
        "comma": "{0}, {1}",
        "or": "{0} veya {1}",
        "or else": "{0} veya {1}",
        "on": "{0} günü",
        "span": "{0}’DAn {1}’YA kadar",
    },
    smooth=_harmonised,
)  # fmt: skip

TURKISH = CldrGrammar(
    locale_name="tr",
    dates=_DATES,
    figures=FigurePatterns(
        range="{0} ila {1}",
        at_least="en az {0}",
        at_most="en çok {0}",
        qualifiers={
            "about": "yaklaşık {0}",
            "at least": "en az {0}",
            "more than": "{0} üzerinde",
            "nearly": "neredeyse {0}",
            "fewer than": "{0} altında",
        },
    ),
    notes=DateNotes(
        day_not_given="gün belirtilmemiş",
        month_not_given="ay belirtilmemiş",
        uncertain="belirsiz",
        about="bu tarih dolayları",
        about_this_month="bu ay dolayları",
        unknown_day="bilinmeyen bir gün",
    ),
    quotes=("“", "”"),
    conjunction=" ve ",
    counts="0 bir iki üç dört beş altı yedi sekiz dokuz on",
    # The dotless letter stands before the dotted one, and it alone has a capital without a dot.
    alphabet=Alphabet({"ç": "c", "ğ": "g", "ı": "h", "I": "h", "ö": "o", "ş": "s", "ü": "u"}),
)
"""The grammar of Turkish."""
