"""A language as a value: its tag, its translated messages and its grammar."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from gettext import NullTranslations

from markupsafe import Markup

from generator.rendering.language.english import ENGLISH_GRAMMAR
from generator.rendering.language.grammar import Grammar
from generator.support.directions import Direction, is_right_to_left, isolated
from generator.support.escape import as_text, html


@dataclass(frozen=True, eq=False)
class Language:
    """A language that a chronology is shown in.

    Messages are whole sentences with named places, filled in by keyword: `gettext("says %(who)s",
    who=name)`. A literal per cent sign is doubled where there are values. Where a count decides
    the form, `%(count)s` is that count in digits.
    """

    tag: str
    """BCP 47."""
    grammar: Grammar
    """What cannot be said by messages."""
    translations: NullTranslations = field(default_factory=NullTranslations)
    """The catalogue; one that is empty leaves every message as it is in the source."""

    @property
    def locale(self) -> str:
        """The tag for what browsers know of it: digits as in Python, English as in Britain."""
        return "en-GB" if self.tag == "en" else f"{self.tag}-u-nu-latn"

    @cached_property
    def direction(self) -> Direction:
        """Where its lines begin."""
        return "rtl" if is_right_to_left(self.tag) else "ltr"

    def gettext(self, message: str, /, **values: object) -> str:
        """Return the message as plain text."""
        text = self.translations.gettext(message)
        return text % self._isolated(values) if values else text

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """Return the same where English has one word for several: `context` says which."""
        text = self.translations.pgettext(context, message)
        return text % self._isolated(values) if values else text

    def ngettext(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Return the message in the form for a count, as plain text."""
        text = self.translations.ngettext(one, many, count)
        return text % self._isolated({"count": self.grammar.number_words(count), **values})

    def markup(self, message: str, /, **values: object) -> Markup:
        """Return the message for a page; values that are no markup are made safe as text."""
        text = self.translations.gettext(message)
        return html(text % self._as_markup(values) if values else text)

    def pmarkup(self, context: str, message: str, /, **values: object) -> Markup:
        """Return the message for a page, with a context for translators."""
        text = self.translations.pgettext(context, message)
        return html(text % self._as_markup(values) if values else text)

    def nmarkup(self, one: str, many: str, count: int, /, **values: object) -> Markup:
        """Return the message for a page in the form for a count."""
        text = self.translations.ngettext(one, many, count)
        counted = {"count": self.grammar.number_words(count), **values}
        return html(text % self._as_markup(counted))

    def text(self, value: str) -> Markup:
        """Return a text for a page, set apart and made safe; what is markup stays as it is."""
        return value if isinstance(value, Markup) else self._text(value)

    @cached_property
    def _text(self) -> Callable[[str], Markup]:
        """What a page says, it says in several places."""
        return lru_cache(1 << 12)(lambda value: as_text(self.isolated(value)))

    def isolated(self, text: str) -> str:
        """Return the text, set apart from what stands beside it where it runs the other way."""
        if isinstance(text, Markup) or (self.direction == "ltr" and text.isascii()):
            return text
        return isolated(text, self.direction)

    @property
    def comma(self) -> str:
        """What stands between the items of a list, with the blank behind it."""
        return self.grammar.comma

    def listed(self, words: Iterable[str]) -> str:
        """Return these words, parted by commas, each set apart from the others."""
        return self.comma.join(map(self.isolated, words))

    def joined(self, words: Iterable[str]) -> str:
        """Return one or more words as they stand in a sentence, each set apart from the others."""
        return self.grammar.join_words(map(self.isolated, words))

    def _isolated(self, values: Mapping[str, object]) -> dict[str, object]:
        return {
            name: self.isolated(value) if isinstance(value, str) else value
            for name, value in values.items()
        }

    def _as_markup(self, values: Mapping[str, object]) -> dict[str, object]:
        return {
            name: self.text(value) if isinstance(value, str) else value
            for name, value in values.items()
        }


ENGLISH = Language("en", ENGLISH_GRAMMAR)
"""The language of the source, and of a chronology that names no other."""
