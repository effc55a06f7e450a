"""One form of words that people write in different ways: for search, filters, labels, duplicates.

What a keyboard lacks or a hand leaves out makes no difference: case (İ, I, ı and i are one letter),
marks, letters that do not come apart (ł, ß), what Arabic and Persian write either way (hamza, vowel
signs, ة and ه, ى and ي), the shape of digits, apostrophes and hyphens, grouping of digits.
`scripts/lib/fold.js` does the same in a browser; `tests/data/fold.yml` holds both to it.
"""

import re
import unicodedata

_HYPHENS = "\u2010\u2011\u2212"
_APOSTROPHES = "`´‘’‛′ʹʻʼʽʾʿ"
_LETTERS = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_HYPHENS, "-"),
    **{"ı": "i", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ß": "ss", "þ": "th", "æ": "ae"},
    **{"œ": "oe", "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e", "ς": "σ"},
    **{"ٱ": "ا", "ء": "", "ـ": "", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه"},
    **{"ى": "ي", "ی": "ي", "ې": "ي", "ێ": "ي", "ے": "ي", "ک": "ك"},
    **{"ۆ": "و", "ڕ": "ر", "ڵ": "ل"},
    **{chr(0x660 + n): str(n) for n in range(10)},
    **{chr(0x6F0 + n): str(n) for n in range(10)},
}
"""What no decomposition of Unicode does, for small letters."""
_UNSEEN = frozenset(("Mn", "Me", "Cf"))
# Both begin with what is rare in a text, and look behind it only then: so they are quick.
_OTHER_GROUPING = re.compile(r"[\u00a0\u2007\u2009\u202f٬](?<=\d.)(?=\d{3}(?!\d))")
_GROUPED = re.compile(r"[0-9](?<![0-9.,'].)[0-9]{0,2}(?:[.,'][0-9]{3})+(?![.,']?[0-9])")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_PARTS = re.compile("['-]")
_NO_DIGIT = re.compile("[^0-9]")
# The article, a word of one letter that is written together with the next, or both.
_ARABIC_PREFIX = re.compile(r"^(?:[وفبكل]?ال|لل|[وفبكلس])(?=[\u0620-\u064a]{3})")


class _Table(dict[int, str]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFKD", _LETTERS.get(chr(code), chr(code)))
        seen = (letter for letter in apart if unicodedata.category(letter) not in _UNSEEN)
        small = "".join(seen).lower()
        self[code] = "".join(_LETTERS.get(letter, letter) for letter in small)
        return self[code]


_TABLE = _Table()


def fold_characters(text: str) -> str:
    """Return the text with each character in the one form, whatever stands beside it."""
    if text.isascii():  # what the table says of these, in a tenth of the time
        return text.lower().replace("`", "'")
    return text.translate(_TABLE)


def fold_letters(text: str) -> str:
    """Return the text letter by letter in the one form; apostrophes are `'` and hyphens `-`."""
    if not text.isascii():
        text = _OTHER_GROUPING.sub(",", text)
    return _GROUPED.sub(lambda number: _NO_DIGIT.sub("", number[0]), fold_characters(text))


def fold(text: str | None) -> str:
    """Return the one form of texts that mean the same to a reader: for comparing whole texts."""
    letters = fold_letters(text or "").replace("'", "").replace("-", " ")
    return " ".join(letters.split())


def folded_words(text: str) -> list[str]:
    """Return the words of a text, folded; apostrophes and hyphens inside them stay."""
    return _WORD.findall(fold_letters(text))


def word_forms(word: str) -> tuple[str, ...]:
    """Return everything by which a folded word is found.

    The word without apostrophes and hyphens, its parts, and each without an Arabic prefix.
    """
    parts = _PARTS.split(word)
    plain = ["".join(parts), *(part for part in parts if len(part) > 1 or part.isdigit())]
    return tuple(
        dict.fromkeys(form for plain_word in plain for form in _without_prefixes(plain_word))
    )


def _without_prefixes(word: str) -> tuple[str, ...]:
    rest = _ARABIC_PREFIX.sub("", word)
    return (word,) if rest == word else (word, rest)
