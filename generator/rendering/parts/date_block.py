"""The date that heads a page: the strongest mark on it."""

from typing import NamedTuple

from generator.model.dates import Date
from generator.rendering.language import Language
from generator.rendering.language.grammar import DateParts

_SHORT, _MIDDLE = 6, 10
"""The main line stands in the largest size up to so many letters, in the next up to so many."""


class DateBlock(NamedTuple):
    """A date for the block, with what the template needs besides its words."""

    parts: DateParts
    size: str
    """The size class of the main line: none for a short one, `mid` or `long`."""
    datetime: str | None
    """The date for machines, where it is exactly one day, month or year."""


def date_block(language: Language, date: Date) -> DateBlock:
    """Return the block of a date."""
    parts = language.grammar.date_parts(date)
    length = len(parts.main)
    size = "" if length <= _SHORT else "mid" if length <= _MIDDLE else "long"
    return DateBlock(parts, size, date.text if date.is_whole else None)
