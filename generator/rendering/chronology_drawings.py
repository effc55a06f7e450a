"""The drawings of a chronology: its records as the plain values that `drawings` needs."""

from collections.abc import Mapping, Sequence
from functools import cached_property, partial

from markupsafe import Markup

from generator.model.dates import Date
from generator.model.permalinks import event_url
from generator.model.records import Actor, Event
from generator.rendering.clock import Clock, clock_of
from generator.rendering.context import Context
from generator.rendering.drawings.maps.maps import MapSet
from generator.rendering.drawings.maps.marks import MapPlace
from generator.rendering.drawings.time.actor_strip import OfficeTerm, actor_strip
from generator.rendering.drawings.time.axis import TimeAxis, axis_between
from generator.rendering.drawings.time.band import band
from generator.rendering.drawings.time.date_plot import AccountDate, date_plot
from generator.rendering.drawings.time.stacking import BandMark, Extent
from generator.rendering.drawings.time.whole_axis import axis_of_marks
from generator.rendering.event_row import kind_number

_FEW_COLUMNS = 100
"""The columns of a strip that has to take few bytes."""


class ChronologyDrawings:
    """The drawings of one chronology, each drawn once. All of them are empty without a subject."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._language = context.language
        self._locators: dict[tuple[str, ...], Markup] = {}

    @cached_property
    def band_marks(self) -> Mapping[str, BandMark]:
        """Each event as the band needs it, by its id."""
        return self._context.per_event(self._band_mark, self._clock, *self._context.registries)

    def band(self, root: str, *, is_open: bool) -> Markup:
        """Return the whole time, and its densest window, open or not; see `drawings.time.band`."""
        marks = list(self.band_marks.values())
        inputs = self._language, marks, root, is_open
        make = partial(band, self._language, marks, root=root, is_open=is_open)
        return self._context.cache.get_if_equal("band", root, inputs, make)

    def actor_strip(self, actor: Actor, event_ids: Sequence[str]) -> Markup:
        """Return an actor's offices and events on the axis of the whole chronology."""
        axis = self._axis
        if axis is None or not event_ids:
            return Markup("")
        marks = [self.band_marks[id] for id in event_ids]
        inputs = self._language, marks, self._office_terms(actor), axis
        draw = self._context.cache.get_if_equal
        return draw("strip", actor.id, inputs, lambda: actor_strip(*inputs))

    def strip(self, address: str, event_ids: Sequence[str]) -> Markup:
        """Return these events alone on the axis of the whole chronology, in few columns.

        It is the same object while it shows the same; `address` tells the lists from each other.
        """
        axis = self._axis_of_few_columns
        if axis is None or not event_ids:
            return Markup("")
        marks = [self.band_marks[id] for id in event_ids]
        inputs = self._language, marks, axis
        make = partial(actor_strip, self._language, marks, [], axis, is_small=True)
        return self._context.cache.get_if_equal("small strip", address, inputs, make)

    def locator(self, place_ids: Sequence[str]) -> Markup:
        """Return a map with these places ringed; empty where none has coordinates."""
        ids = tuple(dict.fromkeys(place_ids))
        if ids not in self._locators:
            self._locators[ids] = self._maps.locator(ids)
        return self._locators[ids]

    def places_map(self, root: str) -> Markup:
        """Return the map of all places, each a link; `root` is the address of the site's root."""
        places = [place._replace(href=f"{root}places/{place.id}/") for place in self._maps.places]
        return MapSet(self._language, places, self._context.chronology.borders).overview()

    def date_plot(self, event: Event) -> Markup:
        """Return the dates that accounts give; empty where none contradicts another."""
        contradicting = self._contradicting_accounts(event)
        if not contradicting:
            return Markup("")
        clock = self._clock_of(event)
        account_dates = []
        for account in event.accounts:
            if account.date or account.id in contradicting:
                date = account.date or event.date
                account_dates.append(
                    AccountDate(
                        self._context.names.speaker(account),
                        self._language.grammar.date_words(date),
                        _extent(date, clock),
                        account.id in contradicting,
                    )
                )
        return date_plot(self._language, account_dates, _extent(event.date, clock))

    @cached_property
    def _axis(self) -> TimeAxis | None:
        return axis_of_marks(list(self.band_marks.values()))

    @cached_property
    def _axis_of_few_columns(self) -> TimeAxis | None:
        axis = self._axis
        if axis is None or axis.has_hours:
            return axis
        return axis_between(axis.first, axis.last, _FEW_COLUMNS)

    @cached_property
    def _clock(self) -> Clock | None:
        """The clock of the band and the strips."""
        return self._clock_of(*self._context.events)

    def _clock_of(self, *events: Event) -> Clock | None:
        accounts = (account for event in events for account in event.accounts)
        dates = [event.date for event in events] + [a.date for a in accounts if a.date]
        return clock_of(dates, self._context.chronology.settings.timezone)

    @cached_property
    def _maps(self) -> MapSet:
        chronology, by_place = self._context.chronology, self._context.by_place_within
        places = [
            MapPlace(
                place.id,
                place.name,
                place.lat,
                place.lon,
                place.precision or "exact",
                len(by_place.get(place.id, ())),
                country=place.country or "",
            )
            for place in chronology.places.values()
            if place.lat is not None and place.lon is not None
        ]
        return MapSet(self._language, places, chronology.borders)

    def _office_terms(self, actor: Actor) -> list[OfficeTerm]:
        """Return the offices of an actor, with their dates in words and as days."""
        return [
            OfficeTerm(
                self._language.isolated(office.title),
                self._language.grammar.date_words(office.date),
                office.date.earliest,
                office.date.latest,
                is_moment=office.date.kind != "interval",
            )
            if office.date
            else OfficeTerm(self._language.isolated(office.title), "")
            for office in actor.offices
        ]

    def _band_mark(self, event: Event) -> BandMark:
        """Return an event as the band needs it."""
        date = event.date
        contradicting = self._contradicting_accounts(event)
        dates = [account.date or date for account in event.accounts if account.id in contradicting]
        return BandMark(
            earliest=date.earliest,
            latest=date.latest,
            differs=bool(self._context.rows[event.id].differs),
            kind=self._context.names.kind(event.kind),
            kind_number=kind_number(self._context.chronology, event.kind),
            title=event.title,
            url=event_url(event.id),
            words=self._language.grammar.date_words(date),
            account_dates=tuple(_until_its_start(_extent(date, self._clock)) for date in dates),
            lasts=date.kind == "interval",
            is_doubtful=any(end.approximate or end.uncertain for end in (date.start, date.end)),
            seconds=_extent(date, self._clock).seconds,
        )

    def _contradicting_accounts(self, event: Event) -> set[str]:
        """Return the ids of the accounts whose date another account contradicts."""
        return {
            id
            for difference in self._context.differences[event.id]
            if difference.kind == "dates" and difference.verdict == "differs"
            for id in difference.accounts
        }


def _extent(date: Date, clock: Clock | None) -> Extent:
    """Return from when to when a date is, on the clock of a drawing if it has one."""
    return Extent(date.earliest, date.latest, clock.seconds(date) if clock else None)


def _until_its_start(extent: Extent) -> Extent:
    """Return where a date begins if it has no end, which is all that the band shows of it."""
    first, last, seconds = extent
    if seconds and seconds[1] is None:
        seconds = seconds[0], seconds[0]
    return Extent(first, last or first, seconds)
