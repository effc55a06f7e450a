"""A chronology: the settings, the registries, and the events in their order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date as Day
from functools import cached_property
from typing import Any

from generator.model.records.event import Event
from generator.model.records.registries import Actor, Place, Source
from generator.model.records.settings import Settings
from generator.model.records.withheld import WithheldEvent


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
    def changed(self) -> Day | None:
        """The day on which anything was last published, changed or taken back."""
        days = [event.changed for event in self.events]
        return max([*days, *(event.changed for event in self.withheld)], default=None)

    def with_events(self, events: tuple[Event, ...]) -> "Chronology":
        """Return the same chronology with other events."""
        return replace(self, events=events)

    def published(self) -> "Chronology":
        """Return the chronology without drafts."""
        return self.with_events(tuple(event for event in self.events if not event.draft))
