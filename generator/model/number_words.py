"""Words that people write around a number of a figure, in the languages that the program speaks.

For what a person sees proposed, and for cells of spreadsheets: in data files a qualifier is a key
of its own. Words of all languages are read at once, for none means two things; the first of each
is the one that pages write.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.support.fold import fold

AT_MOST = "at most"
"""What is said of an upper end; no qualifier, for `max` alone says it."""

_BEFORE: Mapping[str, Mapping[str, str]] = {
    "about": {
        "en": "about|around|approximately|approx|roughly|circa|ca|c|some|~|±|≈",
        "ar": "نحو|حوالي|زهاء|تقريبا",
        "de": "etwa|ungefähr|rund|zirka|an die|in etwa",
        "es": "unos|unas|alrededor de|aproximadamente|aprox|cerca de|en torno a",
        "fr": "environ|env|à peu près|quelque|quelques|autour de|approximativement",
        "tr": "yaklaşık|yaklaşık olarak|aşağı yukarı",
    },
    "at least": {
        "en": "at least|no fewer than|no less than|minimum|min|≥|>=",
        "ar": "على الأقل|ما لا يقل عن|لا يقل عن",
        "de": "mindestens|wenigstens|zumindest|nicht weniger als",
        "es": "al menos|por lo menos|como mínimo|no menos de",
        "fr": "au moins|pas moins de|au minimum",
        "tr": "en az|en azından|asgari",
    },
    "more than": {
        "en": "more than|over|above|upwards of|>",
        "ar": "أكثر من|ما يزيد عن|ما يزيد على|فوق",
        "de": "mehr als|über",
        "es": "más de|por encima de",
        "fr": "plus de|au-delà de",
        "tr": "",
    },
    "nearly": {
        "en": "nearly|almost|close to|just under",
        "ar": "ما يقارب|قرابة|ما يقرب من",
        "de": "fast|nahezu|beinahe|knapp|annähernd",
        "es": "casi",
        "fr": "près de|presque",
        "tr": "neredeyse",
    },
    "fewer than": {
        "en": "fewer than|less than|under|below|<",
        "ar": "أقل من|دون",
        "de": "weniger als|unter",
        "es": "menos de|por debajo de",
        "fr": "moins de",
        "tr": "",
    },
    AT_MOST: {
        "en": "up to|at most|no more than|maximum|max|≤|<=",
        "ar": "حتى|على الأكثر|ما لا يزيد عن",
        "de": "bis zu|höchstens|maximal|nicht mehr als",
        "es": "hasta|como máximo|no más de",
        "fr": "jusqu’à|au plus|au maximum|pas plus de",
        "tr": "en çok|en fazla|azami",
    },
}
_BEHIND: Mapping[str, Mapping[str, str]] = {
    "about": {
        "en": "or so",
        "ar": "تقريبا",
        "de": "oder so",
        "es": "aproximadamente|más o menos",
        "fr": "environ",
        "tr": "civarında|civarı|dolayında|dolaylarında|kadar",
    },
    "at least": {
        "en": "or more|at least|+",
        "ar": "على الأقل|أو أكثر|فأكثر",
        "de": "oder mehr|und mehr",
        "es": "o más",
        "fr": "ou plus|au moins",
        "tr": "veya daha fazla|ve üzeri|ve üstü",
    },
    "more than": {"tr": "üzerinde|fazla|çok|aşkın|üstünde|daha fazla"},
    "nearly": {"tr": "yakın"},
    "fewer than": {"tr": "altında|az|daha az"},
}
_RANGES = (
    *("{}-{}", "{} - {}", "{}..{}", "{}...{}"),
    *("{} to {}", "from {} to {}", "between {} and {}"),
    *("{} إلى {}", "من {} إلى {}", "بين {} و{}", "بين {} و {}", "{} bis {}", "von {} bis {}"),
    *("zwischen {} und {}", "{} a {}", "de {} a {}", "entre {} y {}", "{} à {}", "de {} à {}"),
    *("entre {} et {}", "{} ila {}", "{} ile {} arası", "{} ile {} arasında"),
)
TIMES: Mapping[str, int] = MappingProxyType(
    {
        **{"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9},
        **{"ألف": 3, "آلاف": 3, "مليون": 6, "ملايين": 6, "مليار": 9},
        **{"tausend": 3, "tsd": 3, "mio": 6, "millionen": 6, "mrd": 9, "milliarden": 9},
        **{"mil": 3, "millón": 6, "millones": 6, "mille": 3, "millions": 6, "milliards": 9},
        **{"bin": 3, "milyon": 6, "milyar": 9},
    }
)
"""Words behind a number, and which power of ten they are."""


def _by_word(words: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {
        fold(word): qualifier
        for qualifier, languages in words.items()
        for alternatives in languages.values()
        for word in alternatives.split("|")
        if word
    }


_QUALIFIER_BEFORE, _QUALIFIER_BEHIND = _by_word(_BEFORE), _by_word(_BEHIND)
_PLAIN_WORDS = {
    fold(alternatives.partition("|")[0])
    for words in (_BEFORE, _BEHIND)
    for languages in words.values()
    for alternatives in languages.values()
}
_IN_FRONT = re.compile(r"(\D+)(\d.*)")
_BEHIND_IT = re.compile(r"(\d(?:.*\d)?)(\D+)")
# What Turkish joins to a number: 300'den fazla.
_CASE_ENDING = re.compile(r"^['’]\w{1,4}")
_NUMBER = r"(\d(?:[\d .,'’]{0,30}\d)?)"
_RANGE = "|".join(re.escape(pattern).replace(r"\{\}", _NUMBER) for pattern in _RANGES)


class Qualified(NamedTuple):
    """A number with words around it."""

    word: str
    """The words, as they are written."""
    qualifier: str
    """The one that they mean, or AT_MOST."""
    number: str
    """All else, from the first digit on or up to the last one."""

    @property
    def is_plain(self) -> bool:
        """Whether pages write this qualifier so, in one of the languages."""
        return fold(self.word) in _PLAIN_WORDS


def qualifier_of(words: str) -> str | None:
    """Return the qualifier that words in front of a number mean, or AT_MOST."""
    return _QUALIFIER_BEFORE.get(fold(words).removesuffix("."))


def qualified(text: str) -> Qualified | None:
    """Return what a text says of its number, as in `etwa 300`; None without such words."""
    text = text.strip()
    if match := _IN_FRONT.fullmatch(text):
        word = match[1].strip().removesuffix(".").strip()
        if qualifier := qualifier_of(word):
            return Qualified(word, qualifier, match[2])
    elif match := _BEHIND_IT.fullmatch(text):
        word = _CASE_ENDING.sub("", match[2]).strip()
        if qualifier := _QUALIFIER_BEHIND.get(fold(word)):
            return Qualified(word, qualifier, match[1])
    return None


def range_ends(text: str) -> tuple[str, str] | None:
    """Return both numbers of a range in words or with a hyphen: `12-20`, `de 12 à 20`."""
    text = text.strip().replace("–", "-").replace("—", "-")
    match = re.fullmatch(_RANGE, text, re.IGNORECASE)  # compiled where a number is none
    ends = [end for end in match.groups() if end] if match else []
    return (ends[0], ends[1]) if ends else None
