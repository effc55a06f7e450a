"""The languages that there are: each has a grammar module and a catalogue `<tag>.po` beside it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from generator.model.records import Chronology
from generator.rendering.language.arabic import ARABIC, ARABIC_OF_COUNTRIES
from generator.rendering.language.english import ENGLISH_GRAMMAR
from generator.rendering.language.french import FRENCH
from generator.rendering.language.german import GERMAN
from generator.rendering.language.grammar import Grammar
from generator.rendering.language.messages import ENGLISH, Language
from generator.rendering.language.spanish import SPANISH
from generator.rendering.language.turkish import TURKISH

GRAMMARS: Mapping[str, Grammar] = {
    "en": ENGLISH_GRAMMAR,
    "ar": ARABIC,
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "tr": TURKISH,
}
"""The grammar of each language, by its tag (BCP 47)."""
_OF_COUNTRIES: Mapping[str, Grammar] = ARABIC_OF_COUNTRIES
"""The grammars of countries that share the messages of their language."""
_PLACE = re.compile(r"%\(\w+\)s")


@cache
def read_language(tag: str) -> Language:
    """Return a language with its messages. Raises KeyError where the tag has no grammar.

    English needs no catalogue: it is the language of the source.
    """
    grammar = GRAMMARS[tag]
    if grammar is ENGLISH_GRAMMAR:
        return ENGLISH
    return Language(tag, grammar, read_catalogue(Path(__file__).with_name(f"{tag}.po"), tag))


def nearest_language(tag: str | None) -> Language:
    """Return the language of a tag, or of its first part; English where there is neither."""
    if tag in _OF_COUNTRIES:
        return _language_of_country(tag)
    tags = (tag, tag.partition("-")[0]) if tag else ()
    return next((read_language(near) for near in tags if near in GRAMMARS), ENGLISH)


@cache
def _language_of_country(tag: str) -> Language:
    return replace(read_language(tag.partition("-")[0]), tag=tag, grammar=_OF_COUNTRIES[tag])


def language_of(chronology: Chronology) -> Language:
    """Return the language that a chronology is written in: its data speak it as well."""
    return nearest_language(chronology.settings.language)


def read_catalogue(path: Path, tag: str) -> GNUTranslations:
    """Return the messages of a PO file; what it does not translate stays as it is in the source.

    Raises ValueError where the file is no catalogue, and where a translation names a place that its
    message has not. It may name fewer: "one event" needs no count.
    """
    from babel.messages.mofile import write_mo  # slow to import, and English needs none of it
    from babel.messages.pofile import PoFileError, read_po

    compiled = BytesIO()
    with path.open("rb") as file:
        try:
            catalogue = read_po(file, locale=tag.replace("-", "_"), abort_invalid=True)
        except PoFileError as error:
            raise ValueError(f"{path}:{error.lineno}: {error}") from None
        except LookupError as error:  # by the encoding that its head names
            raise ValueError(f"{path}: {error}") from None
    for message in catalogue:
        if not message.fuzzy:  # what is fuzzy is not used
            _check_places(path, _forms(message.id), _forms(message.string))
    catalogue.charset = "utf-8"  # of what is compiled, whatever the head of the file says
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    """Return the forms of a message, or of its translation: one, or one for each plural."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def _check_places(path: Path, message: tuple[str, ...], translation: tuple[str, ...]) -> None:
    places = set(_PLACE.findall(" ".join(message)))
    for place in _PLACE.findall(" ".join(translation)):
        if place not in places:
            has = ", ".join(sorted(places)) or "none"
            raise ValueError(
                f"{path}: {message[0]!r} is translated with a place {place}; it has {has}"
            )
