"""Spanish."""

import re

from generator.rendering.language.cldr import CldrGrammar, DateNotes, FigurePatterns
from generator.rendering.language.collation import Alphabet
from generator.rendering.language.date_patterns import DatePatterns

_OR = re.compile(r"\bo (?=h?[oó]|8|11\b)", re.IGNORECASE)
_AND = re.compile(r"\by (?=h?[ií](?![aeou]))", re.IGNORECASE)


def _sounded(text: str) -> str:
    """`siete u ocho`, `padres e hijos`: what stands for `o` and `y` before the same sound."""
    return _AND.sub("e ", _OR.sub("u ", text))


_DATES = DatePatterns(
    day="{day} de {month} de {year}",
    day_of_year="{day} de {month}",
    day_of_month="{day}",
    month="{month} de {year}",
    decade="años {year}",
    shapes={
        "": {"years": "años {0}"},
        "about": {
            "": "hacia {0}",
            "day": "hacia el {0}",
            "decade": "hacia los {0}",
            "years": "hacia los años {0}",
        },
        "unknown": {"": "un día desconocido de {0}", "about": "un día desconocido hacia {0}"},
        "uncertain": "{0} (incierto)",
        "since": {
            "": "desde {0}",
            "day": "desde el {0}",
            "decade": "desde los {0}",
            "years": "desde los años {0}",
            "about day": "aproximadamente desde el {0}",
            "about month": "aproximadamente desde {0}",
            "about year": "aproximadamente desde {0}",
            "about decade": "aproximadamente desde los {0}",
            "about years": "aproximadamente desde los años {0}",
            "unknown day": "desde un día desconocido de {0}",
            "about unknown day": "desde un día desconocido hacia {0}",
        },
        "by": {
            "": "a más tardar en {0}",
            "day": "a más tardar el {0}",
            "decade": "a más tardar en los {0}",
            "years": "a más tardar en los años {0}",
            "about day": "a más tardar hacia el {0}",
            "about month": "a más tardar hacia {0}",
            "about year": "a más tardar hacia {0}",
            "about decade": "a más tardar hacia los {0}",
            "about years": "a más tardar hacia los años {0}",
            "unknown day": "a más tardar un día desconocido de {0}",
            "about unknown day": "a más tardar un día desconocido hacia {0}",
        },
        "from": {
            "": "de {0}",
            "day": "del {0}",
            "decade": "de los {0}",
            "years": "de los años {0}",
            "about day": "aproximadamente del {0}",
            "about month": "aproximadamente de {0}",
            "about year": "aproximadamente de {0}",
            "about decade": "aproximadamente de los {0}",
            "about years": "aproximadamente de los años {0}",
            "unknown day": "de un día desconocido de {0}",
            "about unknown day": "de un día desconocido hacia {0}",
        },
        "to": {
            "": "a {0}",
            "day": "al {0}",
            "decade": "a los {0}",
            "years": "a los años {0}",
            "about day": "aproximadamente al {0}",
            "about month": "aproximadamente a {0}",
            "about year": "aproximadamente a {0}",
            "about decade": "aproximadamente a los {0}",
            "about years": "aproximadamente a los años {0}",
            "unknown day": "a un día desconocido de {0}",
            "about unknown day": "a un día desconocido hacia {0}",
        },
        "between": {"": "entre {0} y {1}", "day": "entre el {0} y el {1}"},
        "comma": "{0}, {1}",
        "or": "{0} o {1}",
        "or else": "{0}, o {1}",
        "on": "el {0}",
        "span": "del {0} al {1}",
    },
    smooth=_sounded,
)

SPANISH = CldrGrammar(
    locale_name="es",
    dates=_DATES,
    figures=FigurePatterns(
        range="de {0} a {1}",
        at_least="{0} o más",
        at_most="hasta {0}",
        qualifiers={
            "about": "unos {0}",
            "at least": "al menos {0}",
            "more than": "más de {0}",
            "nearly": "casi {0}",
            "fewer than": "menos de {0}",
        },
    ),
    notes=DateNotes(
        day_not_given="día no indicado",
        month_not_given="mes no indicado",
        uncertain="incierto",
        about="aproximado",
        about_this_month="hacia este mes",
        unknown_day="un día desconocido",
    ),
    quotes=("«", "»"),
    conjunction=" y ",
    unit_conjunction=" y ",
    counts="0 1 dos tres cuatro cinco seis siete ocho nueve diez once doce",
    fewest_grouped=10_000,
    alphabet=Alphabet({"ñ": "n"}),
)
"""The grammar of Spanish."""
