"""What changed in one event between two states, in words, and what of it readers had seen."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.authoring.diff.pairing import pair_accounts, pair_figures
from generator.model.dates import Date
from generator.model.records import Account, Chronology, Event, Figure
from generator.rendering.language import ENGLISH
from generator.rendering.language.elements import locator_words
from generator.support.plain_text import shortened

What = Literal["date", "figure", "account", "correction", "text", "relation", "file"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was, in words."""

    what: What
    words: str
    was_published: bool = False
    """Whether readers saw what is not so any more."""


class Teller:
    """Tells in words what changed in one event."""

    def __init__(self, old: Chronology, new: Chronology, was_published: bool) -> None:
        self._old = old
        self._new = new
        self._was_published = was_published

    def event(self, old: Event, new: Event) -> Iterator[Change]:
        if old.date.text != new.date.text:
            yield self._lost("date", f"date: {_from_date(old.date, new.date)}")
        pairing = pair_accounts(old.accounts, new.accounts)
        for before, after in pairing.stayed:
            yield from self._account(before, after)
        for account in pairing.went:
            yield self._lost("account", f"one account less: {self._who(self._old, account)}")
        for account in pairing.came:
            yield Change("account", f"one account more: {self._who(self._new, account)}")
        kept = list(new.corrections)
        for lost in [correction for correction in old.corrections if correction not in kept]:
            yield self._lost("correction", f"a correction is gone or rewritten: {lost.what}")
        for key in ("title", "kind", "status", "summary", "date_basis", "part_of", "added"):
            if (change := _from(getattr(old, key), getattr(new, key))) is not None:
                kind: What = "relation" if key == "part_of" else "text"
                yield Change(kind, f"{key.replace('_', ' ')}: {change}")
        yield from _lists(old, new)
        was, now = old.path.removeprefix(self._old.folder), new.path.removeprefix(self._new.folder)
        if was != now:  # the folder of the data may have another name
            yield Change("file", f"file: {_from(old.path, new.path)}")

    def _account(self, old: Account, new: Account) -> Iterator[Change]:
        who = self._who(self._old, old)
        pairing = pair_figures(old.figures, new.figures)
        for before, after in pairing.stayed:
            if before != after:
                words = f"{self._counted(before)}, {who}: {_from_figure(before, after)}"
                yield self._lost("figure", words)
        for figure in pairing.went:
            words = f"{self._counted(figure)}, {ENGLISH.grammar.figure_words(figure)}"
            yield self._lost("figure", f"one figure less, {who}: {words}")
        for figure in pairing.came:
            words = f"{self._counted(figure)}, {ENGLISH.grammar.figure_words(figure)}"
            yield Change("figure", f"one figure more, {who}: {words}")
        for key, words, is_loss in self._account_fields(old, new):
            change = f"{key}, {who}: {words}"
            yield self._lost("account", change) if is_loss else Change("account", change)
        if old.id != new.id:
            words = f"{who}: account {old.id} is {new.id} now, and links to it lead elsewhere"
            yield Change("account", words)

    @staticmethod
    def _account_fields(old: Account, new: Account) -> Iterator[tuple[str, str, bool]]:
        """Each key that changed, in words, and whether readers lost something by it."""
        if old.date != new.date:
            was, now = old.date, new.date
            words = _from_date(was, now) if was and now else _from(_said(was), _said(now)) or ""
            yield "date", words, was is not None
        for key in ("says", "source", "hedge", "locator"):
            if (change := _from(getattr(old, key), getattr(new, key))) is not None:
                # A hedge that was not there makes less of what readers were told.
                yield key, change, getattr(old, key) is not None or key == "hedge"
        if old.according_to != new.according_to:
            change = _from(", ".join(old.according_to), ", ".join(new.according_to))
            yield "according to", change or "", True
        if old.paragraphs != new.paragraphs:
            change = _from(*(locator_words(ENGLISH, one.paragraphs, None) for one in (old, new)))
            yield "where", change or "", bool({*old.paragraphs} - {*new.paragraphs})
        for name, before, after in (
            ("actors", _roles(old), _roles(new)),
            ("responds to", old.responds_to, new.responds_to),
            ("labels", _labels(old), _labels(new)),
        ):
            if words := _less_and_more(before, after):
                yield name, words, bool({*before} - {*after})

    def _lost(self, what: What, words: str) -> Change:
        return Change(what, words, self._was_published)

    def _counted(self, figure: Figure) -> str:
        settings = (
            self._old.settings
            if figure.measure in self._old.settings.measures
            else self._new.settings
        )
        measure = settings.measures.get(figure.measure)
        people = settings.populations.get(figure.of or "")
        name = measure.name if measure else figure.measure
        return f"{name} ({people.name if people else figure.of})" if figure.of else name

    @staticmethod
    def _who(chronology: Chronology, account: Account) -> str:
        source = chronology.sources.get(account.source)
        outlet = source.outlet if source else account.source
        if not account.according_to:
            return f"according to {outlet}"
        names = [
            chronology.actors[id].name if id in chronology.actors else id
            for id in account.according_to
        ]
        return f"according to {' via '.join(names)} in {outlet}"


def _from(was: object, now: object) -> str | None:
    """`from … to …`, or what came or went; None where both say the same."""
    old, new = (" ".join(str(value or "").split()) for value in (was, now))
    if old == new:
        return None
    if not old or not new:
        return (
            f"none before, now “{shortened(new, 80)}”" if new else f"“{shortened(old, 80)}” is gone"
        )
    return f"from “{_around(old, new)}” to “{_around(new, old)}”"


def _around(text: str, other: str) -> str:
    """A text, shortened so that where it differs from another is to be seen."""
    pairs = enumerate(zip(text, other, strict=False))
    same = next((n for n, (a, b) in pairs if a != b), min(len(text), len(other)))
    start = text.rfind(" ", 0, same - 30) + 1 if same > 50 else 0
    return ("…" if start else "") + shortened(text[start:], 80)


def _from_date(old: Date, new: Date) -> str:
    before, after = ENGLISH.grammar.date_words(old), ENGLISH.grammar.date_words(new)
    words = f"from {before} to {after}"
    if before == after:
        words = f"from {old.text} to {new.text}"
    is_coarser = f" (from {old.precision} to {new.precision})"
    return words + (is_coarser if old.precision != new.precision else "")


def _from_figure(old: Figure, new: Figure) -> str:
    """The number first; then whatever else of the figure is another."""
    before, after = ENGLISH.grammar.figure_words(old), ENGLISH.grammar.figure_words(new)
    parts = [f"from {before} to {after}"] if before != after else []
    for key in ("measure", "of", "as_of", "scope", "as_said"):
        was, now = getattr(old, key), getattr(new, key)
        is_shown = key == "as_said" and bool(parts) and old.value is None and old.min is None
        if not is_shown and (words := _from(_said(was), _said(now))) is not None:
            parts.append(f"{key.replace('_', ' ')} {words}")
    return "; ".join(parts) or "written in another way"


def _said(value: object) -> str | None:
    if isinstance(value, Date):
        return ENGLISH.grammar.date_words(value)
    return None if value is None else str(value)


def _lists(old: Event, new: Event) -> Iterator[Change]:
    """What came and went in the lists of an event that stand in no account."""
    for key, what, before, after in (
        ("actors", "relation", _roles(old), _roles(new)),
        ("places", "relation", old.places, new.places),
        ("follows", "relation", old.follows, new.follows),
        ("unknowns", "text", old.unknowns, new.unknowns),
    ):
        if words := _less_and_more(before, after):
            yield Change("relation" if what == "relation" else "text", f"{key}: {words}")


def _less_and_more(old: Collection[str], new: Collection[str]) -> str:
    less = [item for item in old if item not in new]
    more = [item for item in new if item not in old]
    parts = [
        f"{sign} {ENGLISH.grammar.join_words(items)}"
        for sign, items in (("less", less), ("more", more))
        if items
    ]
    return "; ".join(parts)


def _roles(record: Event | Account) -> list[str]:
    return [f"{role.id} ({role.role})" if role.role else role.id for role in record.actors]


def _labels(account: Account) -> list[str]:
    return [f"{key} “{label}”" for key, labels in account.labels.items() for label in labels]
