"""A made language: English with every message and every word of grammar in brackets.

What stands outside of the brackets came past the language.
"""

import re
from collections.abc import Callable
from gettext import GNUTranslations
from io import BytesIO
from types import SimpleNamespace
from typing import Any, cast

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generator.rendering.language import ENGLISH, Language
from generator.rendering.language.grammar import Grammar
from tests.tools.messages import CATALOGUE

_OPEN, _CLOSE = "⟦", "⟧"
_INNERMOST = re.compile(f"{_OPEN}[^{_OPEN}{_CLOSE}]*{_CLOSE}")


def bracketed(text: str) -> str:
    """Return the text as the made language says it."""
    return f"{_OPEN}{text}{_CLOSE}"


def outside_brackets(text: str) -> str:
    """Return what is left of a text without its brackets and all that is in them."""
    while (shorter := _INNERMOST.sub("", text)) != text:
        text = shorter
    return text


def _translations() -> GNUTranslations:
    """Return a catalogue made from that for translators; what it lacks stays without brackets."""
    catalogue = read_po(BytesIO(CATALOGUE.read_bytes()), locale="en")
    for message in catalogue:
        if isinstance(message.id, tuple):
            message.string = tuple(map(bracketed, message.id))
        elif message.id:
            message.string = bracketed(str(message.id))
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _bracketing(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function of a grammar with all texts that it returns in brackets."""

    def with_brackets(*values: Any, **options: Any) -> Any:
        result = function(*values, **options)
        if function.__name__ == "sort_key":  # nobody sees it
            return result
        if isinstance(result, str):
            return bracketed(result) if result else result
        return type(result)(*(bracketed(part) if part else part for part in result))

    return with_brackets


_GRAMMAR = SimpleNamespace(
    **{
        name: _bracketing(getattr(ENGLISH.grammar, name))
        for name in vars(Grammar)
        if not name.startswith("_") and callable(getattr(ENGLISH.grammar, name))
    },
    comma=ENGLISH.grammar.comma,
    semicolon=ENGLISH.grammar.semicolon,
)

PSEUDO = Language("en", cast(Grammar, _GRAMMAR), _translations())
"""The made language; its tag is that of English, whose plural forms it has."""
