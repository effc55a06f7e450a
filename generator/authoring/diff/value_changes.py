"""How a value of a record changed between two states, in words.

It knows values alone: texts, dates, lists and labels; not what they are fields of.
"""

from collections.abc import Collection, Mapping

from generator.model.dates import Date
from generator.model.records import Role
from generator.rendering.language import ENGLISH
from generator.support.plain_text import shortened

_WORDS = ENGLISH.grammar


def value_change(was: object, now: object, shows_dates_as_text: bool = False) -> str:
    """Return how any value of a record changed, in words; empty where it did not."""
    if isinstance(was, Date) and isinstance(now, Date) and not shows_dates_as_text:
        return date_change(was, now) if was != now else ""
    if isinstance(was, tuple | dict):
        return _less_and_more(_items(was), _items(now))
    return text_change(_shown_value(was), _shown_value(now))


def is_less(was: object, now: object) -> bool:
    """Return whether something of a value is there no more."""
    if isinstance(was, tuple | dict):
        return bool({*_items(was)} - {*_items(now)})
    return was is not None


def _items(value: object) -> list[str]:
    """Return the items of a list or of labels, each in words."""
    if isinstance(value, Mapping):
        return [
            f"{key} “{text}”"
            for key, texts in value.items()
            for text in ([texts] if isinstance(texts, str) else texts)
        ]
    assert isinstance(value, tuple)
    return [
        f"{item.id} ({item.role})" if isinstance(item, Role) and item.role
        else item.id if isinstance(item, Role)
        else str(item)
        for item in value
    ]  # fmt: skip


def _less_and_more(old: Collection[str], new: Collection[str]) -> str:
    """Return which items went and which came, in words; empty where none did."""
    less = [item for item in old if item not in new]
    more = [item for item in new if item not in old]
    parts = [
        f"{sign} {_WORDS.join_words(items)}"
        for sign, items in (("less", less), ("more", more))
        if items
    ]
    return "; ".join(parts)


def text_change(was: str, now: str) -> str:
    """Return `from … to …`, or what came or went; empty where both say the same."""
    old, new = (" ".join(value.split()) for value in (was, now))
    if old == new:
        return ""
    if not old:
        return f"none before, now “{shortened(new, 80)}”"
    if not new:
        return f"“{shortened(old, 80)}” is gone"
    return f"from “{_around(old, new)}” to “{_around(new, old)}”"


def _around(text: str, other_text: str) -> str:
    """Return a text, shortened so that the place where it differs from the other is in it."""
    pairs = enumerate(zip(text, other_text, strict=False))
    shortest = min(len(text), len(other_text))
    first_difference = next((n for n, (a, b) in pairs if a != b), shortest)
    is_late = first_difference > 50
    start = text.rfind(" ", 0, first_difference - 30) + 1 if is_late else 0
    return ("…" if start else "") + shortened(text[start:], 80)


def date_change(old: Date, new: Date) -> str:
    """Return how a date changed, in words; in EDTF where both have the same words."""
    before, after = _WORDS.date_words(old), _WORDS.date_words(new)
    words = f"from {before} to {after}"
    if before == after:
        words = f"from {old.text} to {new.text}"
    if old.precision == new.precision:
        return words
    return f"{words} (from {old.precision} to {new.precision})"


def _shown_value(value: object) -> str:
    """Return a value that is no list as text; empty where it is absent."""
    if isinstance(value, Date):
        return _WORDS.date_words(value)
    return "" if value is None else str(value)
