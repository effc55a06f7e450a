"""Everything that pages derive from a chronology, worked out once.

Knows who is named where and what stands before and after; not how any page shows it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date as Day
from functools import cached_property, partial
from typing import Any, NamedTuple, TypeVar

from markupsafe import Markup

from generator.analysis.differences import Difference, differences
from generator.analysis.figure_groups import ComparedFigure, compared_figures
from generator.analysis.known_since import KnownSince
from generator.analysis.relations import Relations
from generator.analysis.verdicts import KINDS
from generator.model.output import Output
from generator.model.permalinks import has_feeds
from generator.model.records import Account, Chronology, Event, Source
from generator.rendering.drawings.kind_signs import sign
from generator.rendering.language import ENGLISH, Language
from generator.rendering.language.elements import time_element
from generator.rendering.language.grammar import DayParts
from generator.rendering.markdown_page import page, piece, templates
from generator.rendering.parts.known_marks import KnownMarks
from generator.support.cache import Cache

MAJOR = 4
"""So many accounts set an event larger in a list."""
DIFFER_ON = {"actors": "who did what"}
"""What a kind of difference is called, where that is not its id."""
T = TypeVar("T")


class Row(NamedTuple):
    """An event as lists show it."""

    id: str
    title: str
    time: Markup
    day: DayParts
    datetime: str | None
    """Its date for machines, where it is one whole day, month or year."""
    kind: str
    sign: Markup
    """The sign of its kind."""
    places: tuple[str, ...]
    accounts: str
    differs: str
    """On what the accounts differ, in words; empty where they do not."""
    is_alleged: bool
    is_draft: bool
    is_major: bool
    summary: str
    meta: Markup = Markup()
    """The line under its title."""


class Context:
    """A chronology with everything that follows from it. Never changed after it was made."""

    def __init__(
        self, chronology: Chronology, cache: Cache | None = None, language: Language = ENGLISH
    ) -> None:
        self.chronology = chronology
        self.language = language
        self.cache = cache or Cache()
        self._templates = self.cache.intern("templates", templates())
        self.settings = chronology.settings
        self.events = chronology.events
        self.relations = Relations(chronology.events)
        self._kind_numbers = {kind: n for n, kind in enumerate(chronology.settings.kinds)}
        self._speakers: dict[tuple[str, tuple[str, ...]], str] = {}

    @cached_property
    def differences(self) -> Mapping[str, tuple[Difference, ...]]:
        """The differences of each event."""
        return self.per_event(differences)

    @cached_property
    def known(self) -> KnownSince:
        """Since when its accounts are known."""
        return KnownSince(self.chronology)

    @cached_property
    def marks(self) -> KnownMarks:
        """The marks of what is known later than its event."""
        return KnownMarks(self.known)

    @cached_property
    def contradicted(self) -> Mapping[str, Mapping[tuple[str, str, str], Markup]]:
        """The mark of each contradicted statement of each event; see `KnownSince.contradicted`."""

        def contradicted(event: Event) -> Mapping[tuple[str, str, str], Markup]:
            days = self.known.contradicted(event, self.differences[event.id])
            return {key: self.marks.attr(event, day) for key, day in days.items()}

        return self.per_event(contradicted, self.chronology.sources)

    @cached_property
    def measured(self) -> Mapping[str, Mapping[str, tuple[ComparedFigure, ...]]]:
        """The figures of each event, by measure."""
        return self.per_event(compared_figures)

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        """Each event as lists show it."""
        return self.per_event(self._row, *self.registries)

    def page(self, path: str, origin: str, template: str, **values: Any) -> Output:
        """A page as `page` lays it out; not again where all its values are as they were."""
        reads = origin, template, values, self._templates, self.language
        made = partial(page, self.language, path, origin, template, **values)
        return self.cache.get_if_equal("laid out", path, reads, made)

    def feed(self, path: str) -> str | None:
        """The feed at `path`, if the chronology has feeds."""
        return path if has_feeds(self.chronology) else None

    def kind(self, id: str) -> str:
        """The name of a kind of event."""
        return self.settings.kinds[id].name if id in self.settings.kinds else id.replace("-", " ")

    def kind_number(self, kind: str) -> int:
        """The place of a kind of event in the vocabulary, which decides its sign."""
        return self._kind_numbers.get(kind, 0)

    def role(self, id: str | None) -> str:
        """The name of a role."""
        if id is None:
            return "no role given"
        return self.settings.roles[id].name if id in self.settings.roles else id.replace("-", " ")

    def measure(self, id: str) -> str:
        """The name of a measure."""
        return (
            self.settings.measures[id].name
            if id in self.settings.measures
            else id.replace("-", " ")
        )

    def unit(self, measure: str) -> str | None:
        """What a measure is counted in, where it is not a head count."""
        return self.settings.measures[measure].unit if measure in self.settings.measures else None

    def population(self, id: str) -> str:
        """The name of who is counted."""
        known = self.settings.populations
        return known[id].name if id in known else id.replace("-", " ")

    def speaker(self, account: Account) -> str:
        """Who says so and through whom: `the Council, via the Gazette`."""
        key = account.source, account.according_to
        if key not in self._speakers:
            names = [self.chronology.actors[id].name for id in account.according_to]
            outlet = self._outlet(self.chronology.sources[account.source])
            through = self.language.grammar.join_words([*names[1:], outlet])
            self._speakers[key] = f"{names[0]}, via {through}" if names else outlet
        return self._speakers[key]

    def says(self, event: Event, accounts: Iterable[Account]) -> Markup:
        """Who alone says so; those who said it later carry their mark."""
        days: dict[str, Day] = {}
        for account in sorted(accounts, key=self.known.account):
            days.setdefault(self.speaker(account), self.known.account(account))
        since = min(days.values())
        told: list[Markup] = []
        for speaker, day in days.items():
            mark = self.marks.attr(event, day) if day > since else Markup("")
            said = Markup("{}{}").format("; " if told else "says ", speaker)
            told.append(Markup("<span{}>{}</span>").format(mark, said) if mark else said)
        return Markup("").join(told)

    def _outlet(self, source: Source) -> str:
        """The outlet; with the day, where it has other articles among the sources."""
        others = [one for one in self.chronology.sources.values() if one.outlet == source.outlet]
        if len(others) == 1:
            return source.outlet
        published = self.language.grammar.date_words(source.published)
        return self.language.gettext("%(outlet)s of %(date)s", outlet=source.outlet, date=published)

    def differ_on(self, event: Event) -> str:
        """On what the accounts of an event contradict each other, in words."""
        kinds = {d.kind for d in self.differences[event.id] if d.verdict == "differs"}
        return ", ".join(DIFFER_ON.get(kind, kind) for kind in KINDS if kind in kinds)

    @property
    def registries(self) -> tuple[object, ...]:
        """All that pages are made of but the events, for what is kept of them."""
        known = self.chronology
        registries = self.settings, known.actors, known.places, known.sources, known.borders
        return (*registries, self._templates, self.language)

    def per_event(
        self, make: Callable[[Event], T], *inputs: object, name: str = ""
    ) -> Mapping[str, T]:
        """What `make` returns for each event, by its id; see `Cache.per_event`."""
        return self.cache.per_event(make, self.events, *inputs, name=name)

    def numbers(self, of: str, *choices: Sequence[str]) -> Sequence[Mapping[str, int]]:
        """The number of each choice of a filter; the same object for the same choices."""
        numbers = [{id: n for n, id in enumerate(ids)} for ids in choices]
        return self.cache.get_if_equal("numbers", of, numbers, lambda: numbers)

    def _row(self, event: Event) -> Row:
        row = Row(
            id=event.id,
            title=event.title,
            time=time_element(self.language, event.date),
            day=self.language.grammar.day_parts(event.date),
            datetime=event.date.text if event.date.is_whole else None,
            kind=self.kind(event.kind),
            sign=sign(self.kind_number(event.kind)),
            places=tuple(self.chronology.places[id].name for id in event.places),
            accounts=self.language.ngettext(
                "%(count)s account", "%(count)s accounts", len(event.accounts)
            ),
            differs=self.differ_on(event),
            is_alleged=event.status == "alleged",
            is_draft=event.draft,
            is_major=len(event.accounts) >= MAJOR,
            summary=event.summary,
        )
        return row._replace(meta=piece(self.language, "meta", row))
