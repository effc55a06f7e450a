"""Every word that readers see: messages by gettext, and one grammar module a language.

A sentence is a message: `language.gettext("…")` in Python, `_("…")` in a template, English in the
source, with named places (`%(day)s`). `make messages` collects them in `messages.pot`; a language
is a catalogue `<tag>.po` and a grammar (`german.py`, as tables for `cldr.py`) in this folder.
Scripts get theirs from the page: `script_messages`.

A language is a value that is handed on: there is no current one.
"""

from generator.rendering.language.catalogues import language_of, nearest_language
from generator.rendering.language.messages import ENGLISH, Language
from generator.rendering.language.scripts import script_messages
from generator.rendering.language.theme import theme_messages

__all__ = [
    "ENGLISH",
    "Language",
    "language_of",
    "nearest_language",
    "script_messages",
    "theme_messages",
]
