"""The English of the program, as the words that another language has no use for."""

import re
from datetime import date as Day
from functools import cache

from babel.messages.catalog import Catalog

from generator.rendering.language.catalogues import GRAMMARS
from tests.tools import translations

_WORD = re.compile(r"[^\W\d_]{2,}")
_PROPER = r"Uppsala Conflict Data Program|Data Package"
_NOT_SHOWN = re.compile(
    _PROPER + r"|%\(\w+\)s|\b(?:data|https?:/)/\S+|[\w-]+\.(?:csv|json|sqlite)\b"
)
# What is called so everywhere, and words of data that a test leaves in Latin letters.
_NAMES = {"km", "json", "schema", "org", "edtf", "atom", "csv", "utc"}

_ALIKE = {"fr": {"table", "site"}, "tr": {"on", "site"}}
"""Words of other languages that are spelled as an English one."""


def words_of(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return {word.lower() for word in _WORD.findall(_NOT_SHOWN.sub(" ", text))}


@cache
def english_words(tag: str) -> frozenset[str]:
    """The words of the program's messages that stand in no translation of this language."""
    catalogue: Catalog = translations.updated(tag)
    grammar = GRAMMARS[tag]
    short = [grammar.short_weekday_name(Day(2021, 5, n)) for n in range(1, 8)]
    short += map(grammar.short_month_name, range(1, 13))
    ours, theirs = set[str](), _NAMES | _ALIKE.get(tag, set()) | words_of(" ".join(short))
    for message in catalogue:
        ours |= words_of(" ".join(_texts(message.id)))
        # What is not translated yet stands in English; another test tells that.
        translated = [text for text in _texts(message.string) if text]
        theirs |= words_of(" ".join(translated or _texts(message.id)))
    return frozenset(ours - theirs)


def _texts(value: object) -> list[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value or ()]  # type: ignore[attr-defined]
