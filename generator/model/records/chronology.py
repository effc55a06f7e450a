"""A chronology: the settings, the registries, and the events in their order."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from datetime import date as Day
from functools import cached_property
from typing import Any, TypeVar

from generator.model.named_ids import Target, named_ids
from generator.model.records.event import Event
from generator.model.records.registries import Actor, Place, Source
from generator.model.records.settings import Settings
from generator.model.records.withheld import WithheldEvent

R = TypeVar("R", Actor, Place, Source)


@dataclass(frozen=True)
class Chronology:
    """Everything that was read: the facts, the registries, and the events in their order."""

    folder: str
    """The folder it came from, relative to the project's folder, with `/`."""
    settings: Settings
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    events: tuple[Event, ...]
    borders: Mapping[str, Any] | None = None
    """Outlines for the maps: a GeoJSON FeatureCollection (RFC 7946), as parsed."""
    withheld: tuple[WithheldEvent, ...] = ()
    """What was published once and taken back, by id."""

    def file(self, name: str) -> str:
        """Return the path of one of its files, as problems show it."""
        return f"{self.folder}/{name}"

    @cached_property
    def by_id(self) -> Mapping[str, Event]:
        """The events under their ids."""
        return {event.id: event for event in self.events}

    @cached_property
    def named(self) -> Mapping[Target, Set[str]]:
        """The ids that the events name, by what they name."""
        return named_ids(self.events)

    @cached_property
    def changed(self) -> Day | None:
        """The day on which anything was last published, changed or taken back."""
        days = [event.changed for event in self.events]
        return max([*days, *(event.changed for event in self.withheld)], default=None)

    def published(self) -> "Chronology":
        """Return the chronology without drafts: of events, and of records that nobody checked."""
        return replace(
            self,
            events=tuple(event for event in self.events if not event.draft),
            actors=_published(self.actors),
            places=_published(self.places),
            sources=_published(self.sources),
        )


def _published(records: Mapping[str, R]) -> Mapping[str, R]:
    """Return the records that are no drafts; all, and the same object, where none is."""
    if not any(record.draft for record in records.values()):
        return records
    return {id: record for id, record in records.items() if not record.draft}
