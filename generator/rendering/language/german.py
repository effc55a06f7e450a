"""German."""

from generator.rendering.language.cldr import CldrGrammar, DateNotes, FigurePatterns
from generator.rendering.language.date_patterns import DatePatterns

_DATES = DatePatterns(
    day="{day}. {month} {year}",
    day_of_year="{day}. {month}",
    day_of_month="{day}.",
    month="{month} {year}",
    decade="{year}er-Jahre",
    shapes={
        "": {"years": "Jahre {0}"},
        "about": {"": "etwa {0}", "years": "etwa die Jahre {0}"},
        "unknown": {"": "ein unbekannter Tag im {0}", "about": "ein unbekannter Tag etwa im {0}"},
        "uncertain": "{0} (unsicher)",
        "since": {
            "": "seit {0}",
            "day": "seit dem {0}",
            "about day": "seit etwa dem {0}",
            "decade": "seit den {0}n",
            "about decade": "seit etwa den {0}n",
            "years": "seit den Jahren {0}",
            "about years": "seit etwa den Jahren {0}",
            "unknown day": "seit einem unbekannten Tag im {0}",
            "about unknown day": "seit einem unbekannten Tag etwa im {0}",
        },
        "by": {
            "": "bis {0}",
            "day": "bis zum {0}",
            "about day": "bis etwa zum {0}",
            "decade": "bis zu den {0}n",
            "about decade": "bis etwa zu den {0}n",
            "years": "bis zu den Jahren {0}",
            "about years": "bis etwa zu den Jahren {0}",
            "unknown day": "bis zu einem unbekannten Tag im {0}",
            "about unknown day": "bis zu einem unbekannten Tag etwa im {0}",
        },
        "from": {
            "years": "von den Jahren {0}",
            "unknown day": "von einem unbekannten Tag im {0}",
            "about unknown day": "von einem unbekannten Tag etwa im {0}",
        },
        "to": {
            "": "bis {0}",
            "years": "bis zu den Jahren {0}",
            "unknown day": "bis zu einem unbekannten Tag im {0}",
            "about unknown day": "bis zu einem unbekannten Tag etwa im {0}",
        },
        "between": {"": "zwischen {0} und {1}", "day": "zwischen dem {0} und dem {1}"},
        "comma": "{0}, {1}",
        "or": "{0} oder {1}",
        "or else": "{0} oder {1}",
        "on": "am {0}",
        "span": "vom {0} bis {1}",
    },
)

GERMAN = CldrGrammar(
    locale_name="de",
    dates=_DATES,
    figures=FigurePatterns(
        range="{0} bis {1}",
        at_least="{0} oder mehr",
        at_most="bis zu {0}",
        qualifiers={
            "about": "etwa {0}",
            "at least": "mindestens {0}",
            "more than": "mehr als {0}",
            "nearly": "fast {0}",
            "fewer than": "weniger als {0}",
        },
    ),
    notes=DateNotes(
        day_not_given="Tag nicht angegeben",
        month_not_given="Monat nicht angegeben",
        uncertain="unsicher",
        about="etwa",
        about_this_month="etwa in diesem Monat",
        unknown_day="ein unbekannter Tag",
    ),
    quotes=("„", "“"),
    conjunction=" und ",
    unit_conjunction=" und ",
    counts="0 1 zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
)
"""The grammar of German."""
