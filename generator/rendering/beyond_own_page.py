"""What other pages say of an event, which many an edit leaves as it was.

An edit that mends how a date was worked out, or what is not known, changes the event's own page
alone. In a preview all other pages are then those of the build before, with all that they were made
from.
"""

from dataclasses import replace

from generator.model.records import Chronology, Event
from generator.rendering.context import Context
from generator.rendering.language import Language
from generator.rendering.templates import read_templates
from generator.support.cache import Cache

ON_OWN_PAGE_ALONE = ("date_basis", "same_as", "unknowns")
"""The fields of an event that no other page shows, whatever they say."""


class _BeyondOwnPage:
    """An event as other pages know it; equal to another in which they would say the same."""

    __slots__ = ("event",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, event: Event) -> None:
        self.event = event

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _BeyondOwnPage):
            return NotImplemented
        # Not by value: equal figures may be written in several ways.
        return self.event is other.event or repr(_rest(self.event)) == repr(_rest(other.event))


def _rest(event: Event) -> Event:
    """Return a record without what stands on its own page alone."""
    return event.model_copy(update=dict.fromkeys(ON_OWN_PAGE_ALONE))


def context_of(chronology: Chronology, cache: Cache, language: Language) -> Context:
    """Return what all pages are made from; the same object while only own pages change.

    An event in it may be that of an earlier build: its own page is made from the chronology's.
    """
    if not cache.is_lasting:
        return Context(chronology, cache, language)

    def known(event: Event) -> Event:
        return cache.get_if_equal("beyond own page", event.id, _BeyondOwnPage(event), lambda: event)

    events = tuple(cache.per_event(known, chronology.events).values())
    inputs = (
        language,
        cache.intern("templates", read_templates()),
        chronology.folder,
        chronology.settings,
        chronology.actors,
        chronology.places,
        chronology.sources,
        chronology.borders,
        *chronology.withheld,
        None,
        *events,
    )
    make = lambda: Context(replace(chronology, events=events), cache, language)  # noqa: E731
    return cache.get("context", "", inputs, make)
