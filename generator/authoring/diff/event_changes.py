"""What changed in one event between two states, in words, and what of it readers had seen.

The fields of an event, an account and a figure derive from the model: a new field is compared like
the others of its type, until it is told in words of its own here.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.authoring.diff.pairing import pair_accounts, pair_figures
from generator.authoring.diff.value_changes import (
    date_change,
    is_less,
    text_change,
    value_change,
)
from generator.model.anchors import old_anchors
from generator.model.records import Account, Chronology, Event, Figure
from generator.rendering.language import ENGLISH
from generator.rendering.language.elements import locator_words

_WORDS = ENGLISH.grammar
What = Literal["date", "figure", "account", "correction", "text", "relation", "file"]

_EVENT_FIELDS = tuple(
    name
    for name in Event.model_fields
    if name not in {"id", "path", "date", "accounts", "corrections", "draft"}  # told apart below
)
_RELATIONS = frozenset(("actors", "places", "part_of", "follows"))
_ACCOUNT_FIELDS = tuple(name for name in Account.model_fields if name not in {"id", "figures"})
_ALWAYS_LOST = frozenset(("according_to", "hedge"))
"""Another speaker, or a hedge that was not there, makes less of what readers were told."""
_AMOUNT_FIELDS = frozenset(("value", "min", "max", "qualifier"))
_MOST_NAMED = 5
_FIGURE_FIELDS = tuple(name for name in Figure.model_fields if name not in _AMOUNT_FIELDS)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was, in words."""

    what: What
    words: str
    was_published: bool = False
    """Whether readers saw what is not so any more."""
    lacks_added: bool = False
    """Whether it is an account that came to a published event and does not say when."""


class EventDiff:
    """Compares events of two states of a chronology."""

    def __init__(self, old: Chronology, new: Chronology, was_published: bool) -> None:
        """Where the old state `was_published`, what is lost of it was seen by readers."""
        self._old = old
        self._new = new
        self._was_published = was_published

    def changes(self, old: Event, new: Event) -> Iterator[Change]:
        """Yield every change of an event: its date, accounts, corrections, then all else."""
        if old.date.text != new.date.text:
            yield self._lost("date", f"date: {date_change(old.date, new.date)}")
        yield from self._account_changes(old, new)
        kept = list(new.corrections)
        for correction in old.corrections:
            if correction not in kept:
                words = f"a correction is gone or rewritten: {correction.what}"
                yield self._lost("correction", words)
        for name in _EVENT_FIELDS:
            was, now = getattr(old, name), getattr(new, name)
            if words := value_change(was, now):
                what: What = "relation" if name in _RELATIONS else "text"
                # Wording may be mended, and lists may shrink; a day or a number may not just go.
                is_lost = was is not None and not isinstance(was, str | Collection)
                text = f"{_shown(name)}: {words}"
                yield self._lost(what, text) if is_lost else Change(what, text)
        was, now = old.path.removeprefix(self._old.folder), new.path.removeprefix(self._new.folder)
        if was != now:  # the folder of the data may have another name
            yield Change("file", f"file: {text_change(old.path, new.path)}")

    def _account_changes(self, old: Event, new: Event) -> Iterator[Change]:
        """Yield what changed in accounts that stayed, then those that went and came."""
        pairing = pair_accounts(old.accounts, new.accounts)
        for before, after in pairing.stayed:
            yield from self._changes_in_account(before, after)
        for account in pairing.went:
            words = f"one account less: {_account_speaker(self._old, account)}"
            yield self._lost("account", words)
        for account in pairing.came:
            words = f"one account more: {_account_speaker(self._new, account)}"
            lacks_added = self._was_published and account.added is None and not new.draft
            yield Change("account", words, lacks_added=lacks_added)
        undated = any(account.added is None for account in pairing.came)
        if self._was_published and not undated:  # once it is dated, what came stands last
            yield from _moved_anchors(old, new, pairing.stayed)

    def _changes_in_account(self, old: Account, new: Account) -> Iterator[Change]:
        """Yield what changed in one account: its figures, then its fields, then its id."""
        speaker = _account_speaker(self._old, old)
        pairing = pair_figures(old.figures, new.figures)
        for before, after in pairing.stayed:
            if before != after:
                words = f"{self._counted(before)}, {speaker}: {_figure_change(before, after)}"
                yield self._lost("figure", words)
        for figure in pairing.went:
            counted, number = self._counted(figure), _WORDS.figure_words(figure)
            words = f"one figure less, {speaker}: {counted}, {number}"
            yield self._lost("figure", words)
        for figure in pairing.came:
            counted, number = self._counted(figure), _WORDS.figure_words(figure)
            words = f"one figure more, {speaker}: {counted}, {number}"
            yield Change("figure", words)
        for name in _ACCOUNT_FIELDS:
            was, now = getattr(old, name), getattr(new, name)
            if words := _account_field_change(name, was, now):
                title = "where" if name == "paragraphs" else _shown(name)
                text = f"{title}, {speaker}: {words}"
                is_lost = name in _ALWAYS_LOST or is_less(was, now)
                yield self._lost("account", text) if is_lost else Change("account", text)
        if old.id != new.id:
            words = f"{speaker}: account {old.id} is {new.id} now, and links to it lead elsewhere"
            yield Change("account", words)

    def _lost(self, what: What, words: str) -> Change:
        """Return a change by which readers lost what they had been told."""
        return Change(what, words, self._was_published)

    def _counted(self, figure: Figure) -> str:
        """Return what a figure counts, and of whom, by their names."""
        is_old = figure.measure in self._old.settings.measures
        settings = self._old.settings if is_old else self._new.settings
        measure = settings.measures.get(figure.measure)
        people = settings.populations.get(figure.of or "")
        name = measure.name if measure else figure.measure
        return f"{name} ({people.name if people else figure.of})" if figure.of else name


def _moved_anchors(
    old: Event, new: Event, stayed: Iterable[tuple[Account, Account]]
) -> Iterator[Change]:
    """Yield that accounts are not found any more by the numbers that once were their anchors."""
    was, now = old_anchors(old), old_anchors(new)
    moved = [was[before.id] for before, after in stayed if was[before.id] != now[after.id]]
    if named := [anchor for anchor in moved if anchor][:_MOST_NAMED]:
        words = f"and old links to {_WORDS.join_words(named)} lead elsewhere"
        yield Change("account", f"accounts have other places in the order, {words}")


def _account_speaker(chronology: Chronology, account: Account) -> str:
    """Return `according to … via … in …`, by names where they are known."""
    source = chronology.sources.get(account.source)
    outlet = source.outlet if source else account.source
    if not account.according_to:
        return f"according to {outlet}"
    names = [
        chronology.actors[id].name if id in chronology.actors else id for id in account.according_to
    ]
    return f"according to {' via '.join(names)} in {outlet}"


def _account_field_change(name: str, was: object, now: object) -> str:
    """Return how a field of an account changed, in words; empty where it did not."""
    if name == "paragraphs":
        where = [locator_words(ENGLISH, numbers, None) for numbers in (was, now)]  # type: ignore[arg-type]
        return text_change(*where)
    if name == "according_to":  # whose order tells who said it first
        return text_change(*(", ".join(ids) for ids in (was, now)))  # type: ignore[arg-type]
    return value_change(was, now)


def _figure_change(old: Figure, new: Figure) -> str:
    """Return how a figure changed: the number first, then whatever else of it."""
    before, after = _WORDS.figure_words(old), _WORDS.figure_words(new)
    parts = [f"from {before} to {after}"] if before != after else []
    for name in _FIGURE_FIELDS:
        is_shown = name == "as_said" and bool(parts) and old.value is None and old.min is None
        words = value_change(getattr(old, name), getattr(new, name), shows_dates_as_text=True)
        if words and not is_shown:
            parts.append(f"{_shown(name)} {words}")
    return "; ".join(parts) or "written in another way"


def _shown(name: str) -> str:
    return name.replace("_", " ")
