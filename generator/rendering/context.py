"""What all pages are made from: a chronology, a language, and what follows from both.

Worked out once, when it is first read, and never changed. It lays pages out and keeps them, but
does not know what any page shows.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date as Day
from functools import cached_property, partial
from typing import Any, TypeVar

from markupsafe import Markup

from generator.analysis.differences import Difference, differences
from generator.analysis.figure_groups import ComparedFigure, compared_figures
from generator.analysis.known_since import KnownSince
from generator.analysis.relations import Relations
from generator.analysis.verdicts import DIFFERS
from generator.model.graphs import ancestors
from generator.model.output import Output
from generator.model.permalinks import has_feeds
from generator.model.records import Chronology, Event, WithheldEvent
from generator.rendering.event_row import EventRow, event_row
from generator.rendering.known_marks import KnownMarks
from generator.rendering.language import ENGLISH, Language
from generator.rendering.markdown_page import render_page
from generator.rendering.names import Names
from generator.rendering.templates import read_templates
from generator.support.cache import Cache
from generator.support.last_made import LastMade

T = TypeVar("T")


class Context:
    """A chronology in a language, with everything that several pages need of it."""

    def __init__(
        self, chronology: Chronology, cache: Cache | None = None, language: Language = ENGLISH
    ) -> None:
        self.chronology = chronology
        self.language = language
        self.cache = cache or Cache(lasting=False)
        self._templates = self.cache.intern("templates", read_templates())
        self.settings = chronology.settings
        self.events = chronology.events
        self.relations = Relations(chronology.events)
        self.names = Names(chronology, language)

    @cached_property
    def differences(self) -> Mapping[str, tuple[Difference, ...]]:
        """The differences of each event."""
        return self.cache.per_event(differences, self.events, is_shared=True)

    @cached_property
    def known(self) -> KnownSince:
        """Since when its accounts are known."""
        return KnownSince(self.chronology)

    @cached_property
    def lasting(self) -> tuple[Event, ...]:
        """The events that go on for longer than a year's turn."""
        dates = ((event, event.date) for event in self.events)
        return tuple(
            event
            for event, date in dates
            if date.kind == "interval"
            and date.earliest
            and (date.latest is None or date.latest.year > date.earliest.year)
        )

    @cached_property
    def marks(self) -> KnownMarks:
        """The marks of what is known later than its event."""
        return KnownMarks(self.known)

    @cached_property
    def difference_marks(self) -> Mapping[str, Mapping[tuple[str, str, str], Markup]]:
        """The mark of each contradicted statement of each event; see `KnownSince.differs_since`."""

        def difference_marks(event: Event) -> Mapping[tuple[str, str, str], Markup]:
            days = self.known.differs_since(event, self.differences[event.id])
            return {key: self.marks.attr(event, day) for key, day in days.items()}

        return self._one_by_one(difference_marks, self.chronology.sources)

    @cached_property
    def changed(self) -> Mapping[str, Day]:
        """The day of the last change of each event."""

        def changed(event: Event) -> Day:
            return event.changed

        return self.per_event(changed)

    @cached_property
    def actor_days(self) -> Mapping[str, Mapping[str, Day]]:
        """Every actor with a part in each event, and since when an account names it."""

        def actor_days(event: Event) -> Mapping[str, Day]:
            return self.known.actors(event)

        return self.per_event(actor_days, self.chronology.sources)

    @cached_property
    def figures(self) -> Mapping[str, Mapping[str, tuple[ComparedFigure, ...]]]:
        """The figures of each event, by measure."""
        return self.cache.per_event(compared_figures, self.events, is_shared=True)

    @cached_property
    def enclosing(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the places that hold each place, from the nearest outwards, by its id."""
        within = {place.id: place.within for place in self.chronology.places.values()}
        return {id: tuple(ancestors(id, within)[1:]) for id in within}

    def places_of(self, event: Event) -> list[str]:
        """Return the ids of the places of an event, then of those that hold them; each once."""
        outer = (id for place in event.places for id in self.enclosing[place])
        return list(dict.fromkeys([*event.places, *outer]))

    @cached_property
    def by_place_within(self) -> Mapping[str, list[Event]]:
        """The events at each place or at one within it, by the place's id, in their order."""
        events: dict[str, list[Event]] = {}
        for event in self.events:
            for id in self.places_of(event):
                events.setdefault(id, []).append(event)
        return events

    @cached_property
    def rows(self) -> Mapping[str, EventRow]:
        """Each event as lists show it."""

        def row(event: Event) -> EventRow:
            kinds = [d.kind for d in self.differences[event.id] if d.verdict == DIFFERS]
            return event_row(self.chronology, self.language, self.names, event, kinds)

        return self.per_event(row, *self.registries)

    @property
    def registries(self) -> tuple[object, ...]:
        """All that pages are made of but the events: the inputs of whatever is kept of them."""
        chronology = self.chronology
        return (
            self.settings,
            chronology.actors,
            chronology.places,
            chronology.sources,
            chronology.borders,
            self._templates,
            self.language,
        )

    def page(
        self,
        path: str,
        origin: str,
        template: str,
        *,
        of_events: Iterable[Event | WithheldEvent] | None = None,
        **values: Any,
    ) -> Output:
        """Return the page that `render_page` returns; kept while all values are equal.

        It changes with the events that it is of: with all, where `of_events` is not given.
        """
        values["changed"] = (
            self.chronology.changed
            if of_events is None
            else max(
                (self.changed.get(event.id) or event.changed for event in of_events), default=None
            )
        )
        inputs = origin, template, values, self._templates, self.language
        make = partial(render_page, self.language, path, origin, template, **values)
        return self.cache.get_if_equal("page from values", path, inputs, make)

    def feed(self, path: str) -> str | None:
        """Return the path of a feed; None where the chronology has no feeds."""
        return path if has_feeds(self.chronology) else None

    def per_event(
        self, make: Callable[[Event], T], *inputs: object, name: str = ""
    ) -> Mapping[str, T]:
        """Return what `make` returns for each event, by its id; see `Cache.per_event`."""
        return self.cache.per_event(make, self.events, *inputs, name=name)

    def _one_by_one(self, make: Callable[[Event], T], *inputs: object) -> Mapping[str, T]:
        """Return what `make` returns for each event; a build makes it whenever it is asked for.

        Whoever asks does so for one event several times in a row.
        """
        if self.cache.is_lasting:
            return self.per_event(make, *inputs)
        return LastMade(make, self.chronology.by_id)

    def numbers(self, filters: str, *choices: Sequence[str]) -> Sequence[Mapping[str, int]]:
        """Return the number of each choice of a filter; the same object for the same choices."""
        numbers = [{id: n for n, id in enumerate(ids)} for ids in choices]
        return self.cache.get_if_equal("numbers", filters, numbers, lambda: numbers)
