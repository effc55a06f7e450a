"""The drawings of a chronology: its values prepared for `drawings`, each drawn once."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from markupsafe import Markup

from generator.model.records import Actor, Event
from generator.rendering.context import Context
from generator.rendering.drawings.maps.maps import Atlas
from generator.rendering.drawings.maps.marks import Spot
from generator.rendering.drawings.time.actor_strip import Held, strip
from generator.rendering.drawings.time.axis import Frame, frame_of
from generator.rendering.drawings.time.band import band
from generator.rendering.drawings.time.date_plot import Told, date_plot
from generator.rendering.drawings.time.stacking import Mark
from generator.rendering.event_row import kind_number


class Drawings:
    """What is drawn of one chronology."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._maps: dict[tuple[str, ...], Markup] = {}

    @cached_property
    def marks(self) -> Mapping[str, Mark]:
        """Each event as a mark on the band."""
        return self._context.per_event(self._mark, *self._context.registries)

    @cached_property
    def _frame(self) -> Frame | None:
        return frame_of(day for mark in self.marks.values() for day in mark.days)

    @cached_property
    def band(self) -> Markup:
        """The whole time, and its densest window."""
        marks = list(self.marks.values())
        return self._context.cache.get_if_equal("band", "", marks, lambda: band(marks))

    def strip(self, actor: Actor, events: Sequence[str]) -> Markup:
        """An actor's events and offices on the frame of the whole chronology."""
        frame = self._frame
        if frame is None or not events:
            return Markup("")
        grammar = self._context.language.grammar
        offices = [
            Held(
                office.title,
                grammar.date_words(office.date) if office.date else "",
                office.date.earliest if office.date else None,
                office.date.latest if office.date else None,
                is_moment=bool(office.date and office.date.kind != "interval"),
            )
            for office in actor.offices
        ]
        marks = [self.marks[id] for id in events]
        reads = marks, offices, frame
        return self._context.cache.get_if_equal("strip", actor.id, reads, lambda: strip(*reads))

    def locator(self, places: Sequence[str]) -> Markup:
        """A map with these places ringed; empty where none has coordinates."""
        key = tuple(dict.fromkeys(places))
        if key not in self._maps:
            self._maps[key] = self._atlas.locator(key)
        return self._maps[key]

    def places_map(self, root: str) -> Markup:
        """The map of all places, each a link."""
        spots = [spot._replace(href=f"{root}places/{spot.id}/") for spot in self._atlas.spots]
        return Atlas(spots, self._context.chronology.borders).overview()

    def date_plot(self, event: Event) -> Markup:
        """The dates that accounts give, where they contradict each other."""
        contradicting = self._contradicting(event)
        if not contradicting:
            return Markup("")
        grammar = self._context.language.grammar
        told = [
            Told(
                self._context.names.speaker(account),
                grammar.date_words(account.date or event.date),
                (account.date or event.date).earliest,
                (account.date or event.date).latest,
                account.id in contradicting,
            )
            for account in event.accounts
            if account.date or account.id in contradicting
        ]
        return date_plot(told, (event.date.earliest, event.date.latest))

    @cached_property
    def _atlas(self) -> Atlas:
        chronology = self._context.chronology
        spots = [
            Spot(
                place.id,
                place.name,
                place.lat,
                place.lon,
                place.precision or "exact",
                len(self._context.relations.by_place.get(place.id, ())),
            )
            for place in chronology.places.values()
            if place.lat is not None and place.lon is not None
        ]
        return Atlas(spots, chronology.borders)

    def _mark(self, event: Event) -> Mark:
        date = event.date
        contradicting = self._contradicting(event)
        dates = [a.date or date for a in event.accounts if a.id in contradicting]
        return Mark(
            earliest=date.earliest,
            latest=date.latest,
            differs=bool(self._context.rows[event.id].differs),
            kind=self._context.names.kind(event.kind),
            shape=kind_number(self._context.chronology, event.kind),
            title=event.title,
            words=self._context.language.grammar.date_words(date),
            # Of a date without an end, the band shows where it begins.
            told=tuple((told.earliest, told.latest or told.earliest) for told in dates),
            lasts=date.kind == "interval",
            is_doubtful=any(b.approximate or b.uncertain for b in (date.start, date.end)),
        )

    def _contradicting(self, event: Event) -> set[str]:
        return {
            id
            for found in self._context.differences[event.id]
            if found.kind == "dates" and found.verdict == "differs"
            for id in found.accounts
        }
