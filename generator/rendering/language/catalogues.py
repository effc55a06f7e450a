"""The languages that there are: each has a grammar module and a catalogue `<tag>.po` beside it."""

from collections.abc import Mapping
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from generator.rendering.language import english
from generator.rendering.language.grammar import Grammar
from generator.rendering.language.messages import ENGLISH, Language

GRAMMARS: Mapping[str, Grammar] = {
    "en": english,
}
"""The grammar of each language, by its tag (BCP 47)."""


def read_language(tag: str) -> Language:
    """Return a language with its messages. Raises KeyError where the tag has no grammar.

    English needs no catalogue: it is the language of the source.
    """
    grammar = GRAMMARS[tag]
    if grammar is english:
        return ENGLISH
    return Language(tag, grammar, read_catalogue(Path(__file__).with_name(f"{tag}.po"), tag))


def read_catalogue(path: Path, tag: str) -> GNUTranslations:
    """Return the messages of a PO file; what it does not translate stays as it is in the source."""
    from babel.messages.mofile import write_mo  # slow to import, and English needs none of it
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=tag.replace("-", "_")))
    compiled.seek(0)
    return GNUTranslations(compiled)
