"""Everything that pages derive from a chronology, worked out once.

Knows who is named where and what stands before and after; not how any page shows it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date as Day
from functools import cached_property, partial
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from markupsafe import Markup

from generator.analysis.differences import Difference, differences
from generator.analysis.figure_groups import Count, measured
from generator.analysis.known_since import KINDS, Known
from generator.model.output import Output
from generator.model.permalinks import has_feeds
from generator.model.records import Account, Chronology, Event, Source
from generator.rendering.drawing_inputs import Drawings
from generator.rendering.language import english as words
from generator.rendering.markdown_page import page, piece, templates
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
    day: words.DayCell
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


class Told(NamedTuple):
    """An account, and the event it is of."""

    event: Event
    account: Account


class Context:
    """A chronology with everything that follows from it. Never changed after it was made."""

    def __init__(self, chronology: Chronology, cache: Cache | None = None) -> None:
        self.chronology = chronology
        self.cache = cache or Cache()
        self._templates = self.cache.intern("templates", templates())
        self.settings = chronology.settings
        self.events = chronology.events
        self._speakers: dict[tuple[str, tuple[str, ...]], str] = {}

    @cached_property
    def differences(self) -> Mapping[str, tuple[Difference, ...]]:
        """The differences of each event."""
        return self.per_event(differences)

    @cached_property
    def known(self) -> Known:
        """Since when its accounts are known."""
        return Known(self.chronology)

    @cached_property
    def contradicted(self) -> Mapping[str, Mapping[tuple[str, str, str], Markup]]:
        """What is contradicted in each event; see `Known.contradicted`."""
        sources = self.chronology.sources
        return self.per_event(
            lambda event: self.known.contradicted(event, self.differences[event.id]),
            sources,
        )

    @cached_property
    def measured(self) -> Mapping[str, Mapping[str, tuple[Count, ...]]]:
        """The figures of each event, by measure."""
        return self.per_event(measured)

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        """Each event as lists show it."""
        return self.per_event(self._row, *self.registries)

    @cached_property
    def drawings(self) -> Drawings:
        """What is drawn of the chronology."""
        return Drawings(self)

    @cached_property
    def before(self) -> Mapping[str, Event]:
        """The event before each but the first."""
        return {b.id: a for a, b in pairwise(self.events)}

    @cached_property
    def after(self) -> Mapping[str, Event]:
        """The event after each but the last."""
        return {a.id: b for a, b in pairwise(self.events)}

    @cached_property
    def parts(self) -> Mapping[str, list[Event]]:
        """The events that are part of each."""
        return _gathered((event.part_of, event) for event in self.events if event.part_of)

    @cached_property
    def around_in_thread(self) -> Mapping[str, tuple[Event | None, Event | None]]:
        """The parts before and after each part of an event that has several."""
        return {
            part.id: (before, after)
            for parts in self.parts.values()
            if len(parts) > 1
            for before, part, after in zip(
                [None, *parts[:-1]], parts, [*parts[1:], None], strict=True
            )
        }

    @cached_property
    def followers(self) -> Mapping[str, list[Event]]:
        """The events that follow each."""
        return _gathered((before, event) for event in self.events for before in event.follows)

    @cached_property
    def answers(self) -> Mapping[str, list[Told]]:
        """The accounts that tell of an answer to each event."""
        return _gathered((id, told) for told in self.told for id in told.account.responds_to)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """All accounts, in the order of their events."""
        return tuple(Told(event, account) for event in self.events for account in event.accounts)

    @cached_property
    def by_source(self) -> Mapping[str, list[Told]]:
        """The accounts drawn from each source."""
        return _gathered((told.account.source, told) for told in self.told)

    @cached_property
    def by_place(self) -> Mapping[str, list[Event]]:
        """The events at each place."""
        return _gathered((id, event) for event in self.events for id in dict.fromkeys(event.places))

    @cached_property
    def played(self) -> Mapping[str, list[str]]:
        """The events in which each actor acts, suffers, speaks or is named, in their order."""
        played: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for event in self.events:
            for role in event.actors:
                played[role.id][event.id] = None
            for account in event.accounts:
                named = (id for id in account.labels if id != "this")
                for id in (*(role.id for role in account.actors), *account.according_to, *named):
                    played[id][event.id] = None
        return {actor: list(events) for actor, events in played.items()}

    @cached_property
    def labels(self) -> Mapping[str, list[tuple[str, Told]]]:
        """What each actor is called, by whom; an event's own labels are not among them."""
        return _gathered(
            (actor, (label, told))
            for told in self.told
            for actor, labels in told.account.labels.items()
            if actor != "this"
            for label in labels
        )

    @cached_property
    def bearers(self) -> Mapping[str, list[str]]:
        """The actors that each label is used of, under the label without capitals."""
        pairs = [(label, actor) for actor, of in self.labels.items() for label, _ in of]
        bearers = _gathered((label.casefold(), actor) for label, actor in pairs)
        return {label: list(dict.fromkeys(actors)) for label, actors in bearers.items()}

    def page(self, path: str, origin: str, template: str, **values: Any) -> Output:
        """A page as `page` lays it out; not again where all its values are as they were."""
        reads = origin, template, values, self._templates
        made = partial(page, path, origin, template, **values)
        return self.cache.get_if_equal("laid out", path, reads, made)

    def feed(self, path: str) -> str | None:
        """The feed at `path`, if the chronology has feeds."""
        return path if has_feeds(self.chronology) else None

    def kind(self, id: str) -> str:
        """The name of a kind of event."""
        return self.settings.kinds[id].name if id in self.settings.kinds else id.replace("-", " ")

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
            through = words.listed([*names[1:], outlet])
            self._speakers[key] = f"{names[0]}, via {through}" if names else outlet
        return self._speakers[key]

    def says(self, event: Event, accounts: Iterable[Account]) -> Markup:
        """Who alone says so; those who said it later carry their mark."""
        days: dict[str, Day] = {}
        for account in sorted(accounts, key=self.known.of):
            days.setdefault(self.speaker(account), self.known.of(account))
        since = min(days.values())
        told: list[Markup] = []
        for speaker, day in days.items():
            mark = self.known.mark(event, day) if day > since else Markup("")
            said = Markup("{}{}").format("; " if told else "says ", speaker)
            told.append(Markup("<span{}>{}</span>").format(mark, said) if mark else said)
        return Markup("").join(told)

    def _outlet(self, source: Source) -> str:
        """The outlet; with the day, where it has other articles among the sources."""
        others = [one for one in self.chronology.sources.values() if one.outlet == source.outlet]
        return f"{source.outlet} of {source.published.words}" if len(others) > 1 else source.outlet

    def differ_on(self, event: Event) -> str:
        """On what the accounts of an event contradict each other, in words."""
        kinds = {d.kind for d in self.differences[event.id] if d.verdict == "differs"}
        return ", ".join(DIFFER_ON.get(kind, kind) for kind in KINDS if kind in kinds)

    @property
    def registries(self) -> tuple[object, ...]:
        """All that pages are made of but the events, for what is kept of them."""
        known = self.chronology
        registries = self.settings, known.actors, known.places, known.sources, known.borders
        return (*registries, self._templates)

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
            time=words.time(event.date),
            day=words.day_cell(event.date),
            kind=self.kind(event.kind),
            sign=self.drawings.sign(event.kind),
            places=tuple(self.chronology.places[id].name for id in event.places),
            accounts=words.plural(len(event.accounts), "account"),
            differs=self.differ_on(event),
            is_alleged=event.status == "alleged",
            is_draft=event.draft,
            is_major=len(event.accounts) >= MAJOR,
            summary=event.summary,
        )
        return row._replace(meta=piece("meta", row))


def _gathered(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    gathered: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        gathered[key].append(value)
    return dict(gathered)
