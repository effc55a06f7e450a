"""Dates typed in other languages than English: their months, and the few words around them.

A language is one entry of `LANGUAGES`: the locales of the CLDR whose names of months are read, and
its words for those that the reader knows in English. Babel, which has the CLDR, is imported when
the first word is met that is no English one.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from generator.model.dates.value import MONTHS
from generator.support.fold import fold_letters


class Words(NamedTuple):
    """What a language gives, all in its own letters."""

    locales: tuple[str, ...]
    """Its locales in the CLDR."""
    english: Mapping[str, str]
    """Its words in dates, and their meaning in English; empty for one that means nothing there."""
    around: Mapping[str, str] = MappingProxyType({})
    """Patterns of dates whose words stand behind them, or are joined to them, in English."""


LANGUAGES: Mapping[str, Words] = MappingProxyType(
    {
        "ar": Words(
            ("ar", "ar_SY", "ar_MA"),
            {"منذ": "since", "حوالي": "about", "نحو": "about", "قبل": "before", "بعد": "after",
             "أو": "or", "من": "from", "إلى": "to", "بحلول": "by", "غير مؤكد": "uncertain",
             "أوائل": "early", "منتصف": "mid", "أواخر": "late", "ربيع": "spring", "صيف": "summer",
             "خريف": "autumn", "شتاء": "winter", "في": "", "يوم": "", "عام": "", "سنة": ""},
            {r"(.+) ق\.? ?م\.?": r"\1 BC",
             r"(.+)، (.+ أو .+)": r"\1, \2", r"(.+?)، (\d\d?:.+)": r"\1, \2",
             r"بحلول (.+) تقريبا": r"by about \1",
             r"بين (.+?) و ?(.+)": r"between \1 and \2",
             r"(?:في )?(?:ال)?ليلة (?:الواقعة )?بين (.+?) و ?(.+)": r"the night of \1 and \2",
             r"(?:في )?(?:ليل|ليلة) (.+)": r"the night of \1"},
        ),
        "de": Words(
            ("de", "de_AT"),
            {"seit": "since", "etwa": "about", "um": "about", "vor": "before", "nach": "after",
             "oder": "or", "von": "from", "vom": "from", "bis": "until", "bis zum": "until",
             "spätestens": "by", "zwischen": "between", "dem": "", "unsicher": "uncertain",
             "und": "and", "Anfang": "early", "Mitte": "mid", "Ende": "late", "Uhr": "",
             "Frühjahr": "spring", "Frühling": "spring", "Sommer": "summer", "Herbst": "autumn",
             "am": "", "der": "", "den": "", "im": ""},
            {r"(?:in den )?(?:(anfang|mitte|ende) der )?(\d{3}0)er(?:[- ]?jahren?)?": r"\1 \2s",
             r"(?:im )?(\d+)\. ?jahrhundert": r"\1th century",
             r"(.+) v\. ?chr\.?": r"\1 BC",
             r"(?:in )?(?:der |die )?nacht (?:vom|von) (.+?) (?:auf|zu[mr]?)(?: den)? (.+)":
             r"the night of \1 to \2",
             r"(?:in )?(?:der |die )?nacht (?:zum|auf den) (.+)": r"the night to \1",
             r"(?:in )?(?:der |die )?nacht (?:des|vom) (.+)": r"the night of \1"},
        ),
        "es": Words(
            ("es",),
            {"desde": "since", "hacia": "about", "antes": "before", "después": "after", "o": "or",
             "u": "or", "hasta": "until", "al": "to", "a las": "", "a más tardar": "by",
             "principios": "early", "mediados": "mid", "finales": "late", "fines": "late",
             "primavera": "spring", "verano": "summer", "otoño": "autumn", "invierno": "winter",
             "entre": "between", "y": "and", "aproximadamente": "about", "incierto": "uncertain",
             "de": "", "del": "", "el": "", "en": ""},
            {r"a ((?:principios|mediados|finales|fines) .+)": r"\1",
             r"(?:en )?(?:los años|años|la década de) (\d{3}0)": r"\1s",
             r"(.+) a\. ?(?:de )?c\.?": r"\1 BC",
             r"(?:en |durante )?(?:la )?noche (?:del|entre el) (.+)": r"the night of \1"},
        ),
        "fr": Words(
            ("fr",),
            {"depuis": "since", "vers": "about", "avant": "before", "après": "after", "ou": "or",
             "du": "from", "au": "to", "entre": "between", "et": "and", "début": "early",
             "mi": "mid", "fin": "late", "au plus tard": "by", "jusqu'au": "until",
             "environ": "about", "incertain": "uncertain", "de": "", "d'": "", "le": "",
             "printemps": "spring", "été": "summer", "automne": "autumn", "hiver": "winter",
             "en": "", "à": ""},
            {r"(?:au |à l['’])(printemps|été|automne|hiver) (.+)": r"\1 \2",
             r"(?:dans les |les |(?:au |à la )?(début|fin) des )?années (\d{3}0)": r"\1 \2s",
             r"(?:au )?(\d+)(?:e|ème) siècle": r"\1th century",
             r"(.+) (?:av\.|avant) ?j\.?-?c\.?": r"\1 BC",
             r"(?:dans |pendant )?(?:la )?nuit (?:du|entre le) (.+)": r"the night of \1"},
        ),
        "tr": Words(
            ("tr",),
            {"yaklaşık": "about", "veya": "or", "ya da": "or", "en geç": "by",
             "belirsiz": "uncertain", "ilkbahar": "spring", "yaz": "summer",
             "sonbahar": "autumn", "kış": "winter"},
            {r"(\d{4}) (ilkbahar|yaz|sonbahar|kış)(?:[ıi](?:nda)?)?": r"\2 \1",
             r"(\d{3}0)(?:['’]?l[ae]r| ?yılları)(?:[dn]?[ıi]?[dn]?[ae])?": r"\1s",
             r"(.+?)['’][dt][ae]n önce": r"before \1",
             r"(.+?)['’][dt][ae]n sonra": r"after \1",
             r"(.+?) baş(?:ı|ları)(?:nda)?": r"early \1",
             r"(.+?) ortas[ıi](?:nda)?": r"mid \1",
             r"(.+?) son(?:u|ları)(?:nda)?": r"late \1",
             r"(\d+)\. ?yüzyıl(?:da)?": r"\1th century",
             r"m\.?ö\.? ?(\d+)": r"\1 BC",
             r"(.+?)(?:['’][dt][ae]n| tarihinden| yılından) beri": r"since \1",
             r"(.+?) dolaylarından beri": r"since about \1",
             r"(.+?)['’][dt][ae]n (.+?)['’]y?[ae] kadar": r"from \1 to \2",
             r"(.+?) ile (.+?) aras[ıi]nda": r"between \1 and \2",
             r"(.+?)['’][yn]?[ıiuü] (\d.*?)['’][yn]?[ae] bağlayan gece(?:de)?":
             r"the night of \1 to \2",
             r"(.+?) gecesi(?:nde)?": r"the night of \1",
             r"en geç (.+?) dolayları": r"by about \1",
             r"(.+?) dolayları(?:nda)?": r"about \1"},
        ),
    }
)  # fmt: skip
"""The languages whose dates are read, by tag."""
_ENGLISH = {part.lower() for name in MONTHS for part in (name, name[:3], name[:4])}


def in_english(text: str) -> str | None:
    """Return a date in another language in English words; None where no word of one stands in it.

    The text may be in any letters and digits that `fold_letters` knows.
    """
    months, words = _months(), _words()
    turned = _with_words_in_front(text)
    folded = re.sub(r"(?<=\d)(?:er|re|º|°)\b|(?<=\d)\.(?= ?[^\W\d])", "", fold_letters(turned))
    names = _pattern().findall(folded)
    if turned == text and not any(name not in _ENGLISH for name in names):
        return None
    replaced = _pattern().sub(lambda name: months.get(name[0]) or words[name[0]], folded)
    return re.sub(r"(?<=[a-z])\.", "", " ".join(replaced.split()))


def _with_words_in_front(text: str) -> str:
    for language in LANGUAGES.values():
        for pattern, english in language.around.items():
            if match := re.fullmatch(pattern, text, re.IGNORECASE):
                return match.expand(english)
    return text


@cache
def _months() -> Mapping[str, str]:
    """Return the English name of each month of another language, but for names of two months."""
    from babel import Locale  # slow to import, and not needed by most dates

    numbers: dict[str, set[int]] = {}
    for language in LANGUAGES.values():
        for locale in map(Locale.parse, language.locales):
            for names in locale.months.values():
                for width in ("wide", "abbreviated"):
                    for number, name in names[width].items():
                        numbers.setdefault(fold_letters(name).strip("."), set()).add(number)
    return {name: MONTHS[min(months) - 1] for name, months in numbers.items() if len(months) == 1}


@cache
def _words() -> Mapping[str, str]:
    return {
        fold_letters(word): meaning
        for language in LANGUAGES.values()
        for word, meaning in language.english.items()
    }


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds each of the names and words, the longest first."""
    names = sorted({*_months(), *_words()}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
