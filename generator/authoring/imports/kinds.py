"""What a file calls the sort of an event, to a kind of the chronology; never to hundreds of them.

A word that is the name or the id of a kind is that kind. Any other is what somebody says it is; of
what nobody has spoken yet, the report says how to.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.authoring.imports.base import SkippedRow
from generator.support.plain_text import slug

if TYPE_CHECKING:
    from generator.authoring.imports.name_matching import Registries

NEW = "new"
"""Said of a word: a kind of its own."""
EVERY = "*"
"""Stands for every word of which nothing else is said."""
OTHERWISE = "event"
"""The id of the kind of what nobody has spoken of, unless another is called "Event"."""
MAX_LISTED = 12


class Kinds:
    """The words of a file for sorts of events, and what became of them."""

    def __init__(self, registries: "Registries", chosen: Mapping[str, str]) -> None:
        """`chosen` gives the kind of a word by its name or id, or `NEW`."""
        self._registries = registries
        self._chosen = {slug(word) or word: kind for word, kind in chosen.items()}
        self._unknown: dict[str, int] = {}

    def of(self, word: str) -> str:
        """Return the id of the kind that a word means. SkippedRow where it may be any of several.

        Those bear one name, and there is no event without a kind.
        """
        if not word:
            return self._otherwise()
        try:
            return self._of(word)
        except SkippedRow as error:
            raise SkippedRow(f'{error}: say which: --kind "{word}=ID"') from None

    def _of(self, word: str) -> str:
        chosen = self._chosen.get(slug(word) or word) or self._chosen.get(EVERY)
        if chosen == NEW:
            return self._registries.term("kinds", word)
        if chosen:
            return self._registries.term("kinds", chosen)
        if known := self._registries.known_term("kinds", word):
            return known
        self._unknown[word] = self._unknown.get(word, 0) + 1
        return self._otherwise()

    def _otherwise(self) -> str:
        known, name = self._registries.known_term, self._otherwise_name
        kind = known("kinds", name) or known("kinds", OTHERWISE)
        return kind or self._registries.propose("kinds", OTHERWISE, {"name": name})

    @property
    def _otherwise_name(self) -> str:
        return self._registries.language.gettext("Event")

    @property
    def remarks(self) -> list[str]:
        """What became of words that are no kinds here, and how to say what they are."""
        if not self._unknown:
            return []
        words = sorted(self._unknown.items(), key=lambda pair: (-pair[1], pair[0]))
        listed = ", ".join(f"{word!r} ({count:,})" for word, count in words[:MAX_LISTED])
        others = f" and {len(words) - MAX_LISTED:,} others" if len(words) > MAX_LISTED else ""
        return [
            f"no kinds here, so that these events are of the kind {self._otherwise_name!r}: "
            f"{listed}{others}; "
            f'say what each is: --kind "{words[0][0]}=KIND", or --kind "{words[0][0]}={NEW}" for a '
            f'kind of its own, or --kind "{EVERY}={NEW}" for all'
        ]
