"""French."""

import re

from generator.rendering.language.cldr import CldrGrammar, DateNotes, FigurePatterns
from generator.rendering.language.date_patterns import DatePatterns

_BEFORE_VOWEL = re.compile(r"\bde (?=[aeiouyàâéèêîôû])", re.IGNORECASE)


def _elided(text: str) -> str:
    """`d’août`, of `de août`."""
    return _BEFORE_VOWEL.sub("d’", text)


_DATES = DatePatterns(
    day="{day} {month} {year}",
    day_of_year="{day} {month}",
    day_of_month="{day}",
    first_day="1er",
    month="{month} {year}",
    decade="années {year}",
    shapes={
        "": {"years": "années {0}"},
        "about": {
            "": "vers {0}",
            "day": "vers le {0}",
            "decade": "vers les {0}",
            "years": "vers les années {0}",
        },
        "unknown": {"": "un jour inconnu de {0}", "about": "un jour inconnu vers {0}"},
        "uncertain": "{0} (incertain)",
        "since": {
            "": "depuis {0}",
            "day": "depuis le {0}",
            "about day": "depuis le {0} environ",
            "about month": "depuis {0} environ",
            "about year": "depuis {0} environ",
            "decade": "depuis les {0}",
            "about decade": "depuis les {0} environ",
            "years": "depuis les années {0}",
            "about years": "depuis les années {0} environ",
            "unknown day": "depuis un jour inconnu de {0}",
            "about unknown day": "depuis un jour inconnu vers {0}",
        },
        "by": {
            "": "au plus tard en {0}",
            "day": "au plus tard le {0}",
            "about day": "au plus tard vers le {0}",
            "about month": "au plus tard vers {0}",
            "about year": "au plus tard vers {0}",
            "decade": "au plus tard dans les {0}",
            "about decade": "au plus tard vers les {0}",
            "years": "au plus tard dans les années {0}",
            "about years": "au plus tard vers les années {0}",
            "unknown day": "au plus tard un jour inconnu de {0}",
            "about unknown day": "au plus tard un jour inconnu vers {0}",
        },
        "from": {
            "": "de {0}",
            "day": "du {0}",
            "about day": "du {0} environ",
            "about month": "de {0} environ",
            "about year": "de {0} environ",
            "decade": "des {0}",
            "about decade": "des {0} environ",
            "years": "des années {0}",
            "about years": "des années {0} environ",
            "unknown day": "d’un jour inconnu de {0}",
            "about unknown day": "d’un jour inconnu vers {0}",
        },
        "to": {
            "": "à {0}",
            "day": "au {0}",
            "about day": "au {0} environ",
            "about month": "à {0} environ",
            "about year": "à {0} environ",
            "decade": "aux {0}",
            "about decade": "aux {0} environ",
            "years": "aux années {0}",
            "about years": "aux années {0} environ",
            "unknown day": "à un jour inconnu de {0}",
            "about unknown day": "à un jour inconnu vers {0}",
        },
        "between": {"": "entre {0} et {1}", "day": "entre le {0} et le {1}"},
        "comma": "{0}, {1}",
        "or": "{0} ou {1}",
        "or else": "{0}, ou {1}",
        "on": "le {0}",
        "span": "du {0} au {1}",
    },
    smooth=_elided,
)

FRENCH = CldrGrammar(
    locale_name="fr",
    dates=_DATES,
    figures=FigurePatterns(
        range="{0} à {1}",
        at_least="{0} ou plus",
        at_most="jusqu’à {0}",
        qualifiers={
            "about": "environ {0}",
            "at least": "au moins {0}",
            "more than": "plus de {0}",
            "nearly": "près de {0}",
            "fewer than": "moins de {0}",
        },
    ),
    notes=DateNotes(
        day_not_given="jour non précisé",
        month_not_given="mois non précisé",
        uncertain="incertain",
        about="vers cette date",
        about_this_month="vers ce mois",
        unknown_day="un jour inconnu",
    ),
    quotes=("«\u202f", "\u202f»"),
    conjunction=" et ",
    unit_conjunction=" et ",
    counts="0 1 deux trois quatre cinq six sept huit neuf dix onze douze",
)
"""The grammar of French."""
