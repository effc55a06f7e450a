"""Arabic, with the names of months of the Gulf and Egypt, and with those of other countries.

Digits are the European ones, as the CLDR has them for Arabic, in pages and in scripts.
"""

from dataclasses import replace

from generator.rendering.language.cldr import CldrGrammar, DateNotes, FigurePatterns
from generator.rendering.language.collation import Alphabet
from generator.rendering.language.date_patterns import DatePatterns

_DATES = DatePatterns(
    day="{day} {month} {year}",
    day_of_year="{day} {month}",
    day_of_month="{day}",
    month="{month} {year}",
    decade="{year}–{last}",
    timed="{0}، {1}",
    shapes={
        "": {"decade": "الأعوام {0}", "years": "الأعوام {0}"},
        "about": {"": "نحو {0}", "decade": "نحو الأعوام {0}", "years": "نحو الأعوام {0}"},
        "unknown": {"": "يوم غير معلوم من {0}", "about": "يوم غير معلوم نحو {0}"},
        "uncertain": "{0} (غير مؤكد)",
        "since": {
            "": "منذ {0}",
            "decade": "منذ الأعوام {0}",
            "years": "منذ الأعوام {0}",
            "about decade": "منذ نحو الأعوام {0}",
            "about years": "منذ نحو الأعوام {0}",
        },
        "by": {
            "": "بحلول {0}",
            "decade": "بحلول الأعوام {0}",
            "years": "بحلول الأعوام {0}",
            "about decade": "بحلول الأعوام {0} تقريبا",
            "about years": "بحلول الأعوام {0} تقريبا",
            "about day": "بحلول {0} تقريبا",
            "about month": "بحلول {0} تقريبا",
            "about year": "بحلول {0} تقريبا",
        },
        "from": {
            "": "من {0}",
            "decade": "من الأعوام {0}",
            "years": "من الأعوام {0}",
            "about decade": "من نحو الأعوام {0}",
            "about years": "من نحو الأعوام {0}",
        },
        "to": {
            "": "إلى {0}",
            "decade": "إلى الأعوام {0}",
            "years": "إلى الأعوام {0}",
            "about decade": "إلى نحو الأعوام {0}",
            "about years": "إلى نحو الأعوام {0}",
        },
        "between": {
            "": "بين {0} و{1}",
            "decade": "بين الأعوام {0} والأعوام {1}",
            "years": "بين الأعوام {0} والأعوام {1}",
        },
        "comma": "{0}، {1}",
        "or": "{0} أو {1}",
        "or else": "{0} أو {1}",
        "on": "في {0}",
        "span": "من {0} إلى {1}",
    },
)

ARABIC = CldrGrammar(
    locale_name="ar",
    dates=_DATES,
    figures=FigurePatterns(
        range="{0} إلى {1}",
        at_least="{0} أو أكثر",
        at_most="حتى {0}",
        qualifiers={
            "about": "نحو {0}",
            "at least": "{0} على الأقل",
            "more than": "أكثر من {0}",
            "nearly": "ما يقارب {0}",
            "fewer than": "أقل من {0}",
        },
    ),
    notes=DateNotes(
        day_not_given="اليوم غير مذكور",
        month_not_given="الشهر غير مذكور",
        uncertain="غير مؤكد",
        about="تقريبا",
        about_this_month="نحو هذا الشهر",
        unknown_day="يوم غير معلوم",
    ),
    quotes=("«", "»"),
    conjunction=" و",
    comma="، ",
    semicolon="؛ ",
    unit_conjunction=" و",
    alphabet=Alphabet(spelled={"آ": "اا"}, first=("\u0620", "\u06ff")),
)
"""The grammar of Arabic."""

ARABIC_OF_COUNTRIES = {
    f"ar-{country}": replace(ARABIC, locale_name=f"ar_{country}")
    for country in ("DZ", "IQ", "JO", "LB", "MA", "PS", "SY", "TN")
}
"""The same by the tags of countries whose months have names of their own: 9 كانون الثاني 2026."""
