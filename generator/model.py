"""The chronology as frozen values: Event, Account, Figure, Actor, Place, Source, Chronology.

The docstrings of classes and fields are the meaning that contributors, schemas and exports rely on.
Nothing here knows files, lines, rules across records, or how anything is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.fields import (
    Coordinate,
    Day,
    Edtf,
    Flag,
    Id,
    Language,
    Line,
    Number,
    Paragraph,
    Paragraphs,
    Reasons,
    Sha256,
    Text,
    Url,
    broken,
)


class Shape(BaseModel):
    """A record: exactly these keys, never changed after it was made."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Role(Shape):
    """An actor in an event, and what it did there."""

    id: Id
    role: Id | None = None


class Figure(Shape):
    """A number inside an account, exactly as its source gives it."""

    measure: Id
    """What is counted; a key of `measures` in chronology.yml."""
    of: Id | None = None
    """Of whom; a key of `populations` in chronology.yml."""
    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    qualifier: Literal["about", "at least", "more than", "nearly", "fewer than"] | None = None
    as_said: Line | None = None
    """The printed words, verbatim, with "…" where words are skipped."""
    as_of: Edtf | None = None
    scope: Line | None = None
    """What part of the event is counted, where it is not the whole."""

    @model_validator(mode="after")
    def _gives_something(self) -> Self:
        has_range = self.min is not None or self.max is not None
        if self.value is None and not has_range and self.as_said is None:
            raise broken("E214", "the figure gives nothing", "write value, min and max, or as_said")
        if self.value is not None and has_range:
            raise broken("E214", "the figure has both a value and a range", "keep one of the two")
        return self


class Account(Shape):
    """What one source says of one event, in our words."""

    id: str
    """`a1`, `a2` … in the order of the file; the anchor on the event's page."""
    source: Id
    paragraphs: Paragraphs = ()
    locator: Line | None = None
    """Where in the source, in words, where there is no archived text: "page 3"."""
    according_to: tuple[Id, ...] = ()
    """Who first said it, then each who passed it on; empty: the outlet's own voice."""
    hedge: Line | None = None
    """The source's own hedge, verbatim."""
    says: Text
    date: Edtf | None = None
    """Only where this source gives another date than the event's."""
    actors: tuple[Role, ...] = ()
    """Who did what, where only this source tells it so."""
    responds_to: tuple[Id, ...] = ()
    figures: tuple[Figure, ...] = ()
    labels: dict[str, tuple[Line, ...]] = {}
    """Words that the source uses, verbatim, for an actor, or with the key `this` for the event."""

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not self.paragraphs and self.locator is None:
            raise broken(
                "E215",
                "the account does not say where in its source it stands",
                "write paragraphs: [6, 8-10], or a locator where there is no archived text",
            )
        return self


class Correction(Shape):
    """A dated change of something already published, with its reason."""

    on: Day
    what: Line
    was: Line | None = None
    now: Line | None = None
    why: Line


class Event(Shape):
    """Something that happened, with a date as precise as the evidence."""

    id: Id
    """The stem of its file and its permalink, for ever."""
    path: str
    """Its file, relative to the project's folder."""
    title: Line
    added: Day
    """The day this record was first published."""
    date: Edtf
    date_basis: Text
    """How the date was worked out."""
    kind: Id
    status: Literal["reported", "alleged"] | None = None
    """`alleged` where no account states the event as established."""
    summary: Text
    actors: tuple[Role, ...] = ()
    """What all accounts share; what one source alone gives stands in its account."""
    places: tuple[Id, ...] = ()
    part_of: Id | None = None
    follows: tuple[Id, ...] = ()
    accounts: tuple[Account, ...] = Field(min_length=1)
    unknowns: tuple[Line, ...] = ()
    """What no account says and a reader would want to know."""
    corrections: tuple[Correction, ...] = ()
    draft: Flag = False
    """Shown in the preview only."""

    @property
    def order(self) -> tuple[object, ...]:
        """The key of the one order used everywhere: anchor, finer precision, latest, id."""
        return (*self.date.order, self.id)

    @property
    def changed(self) -> Day:
        """The day of the last change: of the newest correction, or of the first publication."""
        return max([self.added, *(correction.on for correction in self.corrections)])


class Office(Shape):
    """An office of an actor, and when it was held; one day where that is all we know."""

    title: Line
    date: Edtf | None = None


class Actor(Shape):
    """Who acts, suffers or speaks."""

    id: Id
    name: Line
    """A neutral name."""
    kind: Literal[
        "person",
        "state",
        "government",
        "armed group",
        "organisation",
        "media",
        "population",
        "unnamed source",
    ]
    also: tuple[Line, ...] = ()
    """Other spellings, as printed in some source."""
    names: dict[Language, Line] = {}
    """The name in other languages, which no source need print."""
    part_of: Id | None = None
    offices: tuple[Office, ...] = ()
    note: Text | None = None


class Place(Shape):
    """Where something happened."""

    id: Id
    name: Line
    also: tuple[Line, ...] = ()
    names: dict[Language, Line] = {}
    kind: Line | None = None
    country: Line | None = None
    within: Id | None = None
    lat: Coordinate | None = None
    lon: Coordinate | None = None
    precision: Literal["exact", "neighbourhood", "town", "region", "country"] | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _has_both_or_none(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise broken("E216", "one coordinate stands without the other", "write lat and lon")
        if self.lat is not None and abs(self.lat) > 90:
            raise broken("E216", f"no latitude is {self.lat}", "lat lies between -90 and 90")
        return self


class ArchivedText(Shape):
    """The text of a source as it was archived, outside the repository."""

    file: Line
    sha256: Sha256
    paragraphs: Paragraph
    """How many lines of it are not blank."""
    body: Paragraphs
    """Which of them are the article; the rest is boilerplate."""


class LeftOut(Shape):
    """A number in the text that no figure holds, and why."""

    paragraph: Paragraph
    what: Line
    why: Line


class Source(Shape):
    """One article, statement or report that accounts are drawn from."""

    id: Id
    outlet: Line
    title: Line | None = None
    published: Edtf
    published_basis: Text | None = None
    url: Url | None = None
    archive_url: Url | None = None
    language: Language | None = None
    vocabulary: Text | None = None
    """A neutral note on its position and its words."""
    text: ArchivedText | None = None
    unused: Reasons = {}
    """Every paragraph that no account cites, and why."""
    left_out: tuple[LeftOut, ...] = ()


class Term(Shape):
    """A word of a vocabulary."""

    name: Line
    note: Text | None = None


class Measure(Term):
    """What figures count."""

    unit: Line | None = None
    """Where it is not a head count."""


class Facts(Shape):
    """What `chronology.yml` holds: the site's facts and the vocabularies."""

    title: Line
    intro: Text | None = None
    scope: Text | None = None
    licence: Line | None = None
    contact: Line | None = None
    url: Url | None = None
    repository: Url | None = None
    tag: Line | None = None
    """The RFC 4151 authority of feed ids; never changed."""
    kinds: dict[Id, Term] = {}
    roles: dict[Id, Term] = {}
    measures: dict[Id, Measure] = {}
    populations: dict[Id, Term] = {}
    loaded: dict[Line, Line] = {}
    """A word that takes a side, and the neutral one."""


@dataclass(frozen=True)
class Chronology:
    """Everything that was read: the facts, the registries, and the events in their order."""

    folder: str
    """The folder it came from, relative to the project's folder, with `/`."""
    facts: Facts
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    events: tuple[Event, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Event]:
        """The events under their ids."""
        return {event.id: event for event in self.events}

    def with_events(self, events: tuple[Event, ...]) -> "Chronology":
        """The same chronology with other events."""
        return replace(self, events=events)

    def published(self) -> "Chronology":
        """The chronology without drafts."""
        return self.with_events(tuple(event for event in self.events if not event.draft))
