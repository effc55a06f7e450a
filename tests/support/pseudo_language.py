"""A made language: English with every message and every word of grammar in brackets.

What stands outside of the brackets came past the language.
"""

import re
from collections.abc import Callable
from gettext import NullTranslations
from types import SimpleNamespace
from typing import Any, cast

from generator.rendering.language import Language, english
from generator.rendering.language.grammar import Grammar

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


class _Translations(NullTranslations):
    """A catalogue that has every message."""

    def gettext(self, message: str) -> str:
        return bracketed(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return bracketed(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return bracketed(message)


def _bracketing(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function of a grammar with all texts that it returns in brackets."""

    def with_brackets(*values: Any, **options: Any) -> Any:
        result = function(*values, **options)
        if isinstance(result, str):
            return bracketed(result) if result else result
        return type(result)(*(bracketed(part) if part else part for part in result))

    return with_brackets


_GRAMMAR = SimpleNamespace(
    **{
        name: _bracketing(function)
        for name, function in vars(english).items()
        if callable(function) and name in vars(Grammar)
    }
)

PSEUDO = Language("en", cast(Grammar, _GRAMMAR), _Translations())
"""The made language; its tag is that of English, whose plural forms it has."""
