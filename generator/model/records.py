"""The chronology as frozen values: Event, Account, Figure, Actor, Place, Source, Chronology.

The docstrings of classes and fields are the meaning that contributors, schemas and exports rely on.
Two fields say where a record came from, for problems and links: `Event.path` and
`Chronology.folder`. Nothing here reads files, knows lines or rules across records, or how anything
is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.model.scalars import (
    ActorId,
    Coordinate,
    Day,
    Edtf,
    Flag,
    Id,
    KindId,
    Labelled,
    Language,
    MeasureId,
    NameLine,
    Number,
    OurLine,
    OurText,
    Paragraph,
    Paragraphs,
    PlaceId,
    PopulationId,
    QuotedLine,
    Reasons,
    RoleId,
    Sha256,
    SourceId,
    Url,
    shape_error,
)


class Record(BaseModel):
    """A record: exactly these keys, never changed after it was made."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    loader_fields: ClassVar[frozenset[str]] = frozenset()
    """The fields that nobody writes in the record: the loader gives them."""


class Role(Record):
    """An actor in an event, and what it did there."""

    id: ActorId
    """The actor; an id in actors.yml."""
    role: RoleId | None = None
    """What it did; a key of `roles` in chronology.yml."""


class Figure(Record):
    """A number inside an account, exactly as its source gives it."""

    measure: MeasureId
    """What is counted; a key of `measures` in chronology.yml."""
    of: PopulationId | None = None
    """Of whom; a key of `populations` in chronology.yml."""
    value: Number | None = None
    """The number that the source gives, where it gives one."""
    min: Number | None = None
    """The lower end, where the source gives a range."""
    max: Number | None = None
    """The upper end, where the source gives a range."""
    qualifier: Literal["about", "at least", "more than", "nearly", "fewer than"] | None = None
    """The source's own reserve; given to each number that it covers."""
    as_said: QuotedLine | None = None
    """The printed words, verbatim, with "…" where words are skipped."""
    as_of: Edtf | None = None
    """The day the count stands for: EDTF, as in `date`."""
    scope: OurLine | None = None
    """What part of the event is counted, where it is not the whole."""

    @model_validator(mode="after")
    def _gives_something(self) -> Self:
        has_range = self.min is not None or self.max is not None
        if self.value is None and not has_range and self.as_said is None:
            raise shape_error(
                "E214", "the figure gives nothing", "write value, min and max, or as_said"
            )
        if self.value is not None and has_range:
            raise shape_error(
                "E214", "the figure has both a value and a range", "keep one of the two"
            )
        return self


class Account(Record):
    """What one source says of one event, in our words."""

    loader_fields = frozenset({"id"})
    id: str
    """`a1`, `a2` … in the order of the file; the anchor on the event's page."""
    source: SourceId
    """Where it was read; an id in sources.yml."""
    paragraphs: Paragraphs = ()
    """The paragraphs that say it: numbers and ranges, [6, 8-10]."""
    locator: NameLine | None = None
    """Where in the source, in words, where there is no archived text: "page 3"."""
    according_to: tuple[ActorId, ...] = ()
    """Who first said it, then each who passed it on; empty: the outlet's own voice."""
    hedge: QuotedLine | None = None
    """The source's own hedge, verbatim."""
    says: OurText
    """What this source says, paraphrased: not one of its sentences."""
    date: Edtf | None = None
    """Only where this source gives another date than the event's."""
    actors: tuple[Role, ...] = ()
    """Who did what, where only this source tells it so."""
    responds_to: tuple[Id, ...] = ()
    """Events that this one answers, where only this source tells it so."""
    figures: tuple[Figure, ...] = ()
    """Every number it gives, each for itself."""
    labels: dict[Labelled, tuple[QuotedLine, ...]] = {}
    """Words that the source uses, verbatim, for an actor, or with the key `this` for the event."""

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not self.paragraphs and self.locator is None:
            raise shape_error(
                "E215",
                "the account does not say where in its source it stands",
                "write paragraphs: [6, 8-10], or a locator where there is no archived text",
            )
        return self


class Correction(Record):
    """A dated change of something already published, with its reason."""

    on: Day
    """The day of the change: 2021-06-01."""
    what: OurLine
    """What was changed, so that a reader finds it."""
    was: QuotedLine | None = None
    """What stood there."""
    now: OurLine | None = None
    """What stands there now."""
    why: OurLine
    """Why it was wrong, or how we know better."""


class Event(Record):
    """Something that happened, with a date as precise as the evidence."""

    loader_fields = frozenset({"id", "path"})
    id: Id
    """The stem of its file and its permalink, for ever."""
    path: str
    """Its file, relative to the project's folder."""
    title: OurLine
    """What happened, in neutral words; no source's headline."""
    added: Day
    """The day this record was first published."""
    date: Edtf
    """When, in EDTF: 2026-01-09, 2022-12, 2012~, 2016/2019, "[2026-01-10,2026-01-11]"."""
    date_basis: OurText
    """How the date was worked out."""
    kind: KindId
    """What sort of event; a key of `kinds` in chronology.yml."""
    status: Literal["reported", "alleged"] | None = None
    """`alleged` where no account states the event as established."""
    summary: OurText
    """Two or three sentences in our own, neutral words, that no account contradicts."""
    actors: tuple[Role, ...] = ()
    """What all accounts share; what one source alone gives stands in its account."""
    places: tuple[PlaceId, ...] = ()
    """Where; ids in places.yml."""
    part_of: Id | None = None
    """The larger event that it belongs to: the name of its file, without .yml."""
    follows: tuple[Id, ...] = ()
    """Earlier events that it follows from."""
    accounts: tuple[Account, ...] = Field(min_length=1)
    """What each source says of it."""
    unknowns: tuple[OurLine, ...] = ()
    """What no account says and a reader would want to know."""
    corrections: tuple[Correction, ...] = ()
    """What was published and has changed; additions need none."""
    draft: Flag = False
    """Not published yet: only a preview shows it."""

    @property
    def order(self) -> tuple[object, ...]:
        """The key of the one order used everywhere: anchor, finer precision, latest, id."""
        return (*self.date.order, self.id)

    @property
    def changed(self) -> Day:
        """The day of the last change: of the newest correction, or of the first publication."""
        return max([self.added, *(correction.on for correction in self.corrections)])


class Office(Record):
    """An office of an actor, and when it was held; one day where that is all we know."""

    title: NameLine
    """What it is called."""
    date: Edtf | None = None
    """When it was held, in EDTF; one day where that is all we know."""


class Actor(Record):
    """Who acts, suffers or speaks."""

    loader_fields = frozenset({"id"})
    id: Id
    """Its key in actors.yml, and the end of its address; never changed."""
    name: NameLine
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
    """What sort of actor it is."""
    also: tuple[NameLine, ...] = ()
    """Other spellings, as printed in some source."""
    names: dict[Language, NameLine] = {}
    """The name in other languages, which no source need print."""
    part_of: ActorId | None = None
    """The actor that it belongs to; an id of this file."""
    offices: tuple[Office, ...] = ()
    """Offices that it held, as far as events need them."""
    note: OurText | None = None
    """What a reader must know to tell it from others."""


class Place(Record):
    """Where something happened."""

    loader_fields = frozenset({"id"})
    id: Id
    """Its key in places.yml, and the end of its address; never changed."""
    name: NameLine
    """A neutral name."""
    also: tuple[NameLine, ...] = ()
    """Other spellings, as printed in some source."""
    names: dict[Language, NameLine] = {}
    """The name in other languages, which no source need print."""
    kind: OurLine | None = None
    """What sort of place: town, region, river."""
    country: NameLine | None = None
    """The code of its country, ISO 3166-1: two letters."""
    within: PlaceId | None = None
    """The place that it lies in; an id of this file."""
    lat: Coordinate | None = None
    """Degrees north, WGS 84."""
    lon: Coordinate | None = None
    """Degrees east, WGS 84."""
    precision: Literal["exact", "neighbourhood", "town", "region", "country"] | None = None
    """What the coordinates stand for."""
    note: OurText | None = None
    """What a reader must know of it."""

    @model_validator(mode="after")
    def _has_both_or_none(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise shape_error(
                "E216", "one coordinate stands without the other", "write lat and lon"
            )
        if self.lat is not None and abs(self.lat) > 90:
            raise shape_error("E216", f"no latitude is {self.lat}", "lat lies between -90 and 90")
        return self


class ArchivedText(Record):
    """The text of a source as it was archived, outside the repository."""

    file: NameLine
    """The name of the file, without a folder."""
    sha256: Sha256
    """Its checksum."""
    paragraphs: Paragraph
    """How many lines of it are not blank."""
    body: Paragraphs
    """Which of them are the article; the rest is boilerplate."""


class LeftOut(Record):
    """A number in the text that no figure holds, and why."""

    paragraph: Paragraph
    """Where it stands."""
    what: QuotedLine
    """The number, as printed."""
    why: OurLine
    """Why no figure holds it."""


class Source(Record):
    """One article, statement or report that accounts are drawn from."""

    loader_fields = frozenset({"id"})
    id: Id
    """Its key in sources.yml, and the end of its address; never changed."""
    outlet: NameLine
    """Who published it."""
    title: QuotedLine | None = None
    """Its headline; left out where it is not known."""
    published: Edtf
    """When it was published, in EDTF: 2021-05-05."""
    published_basis: OurText | None = None
    """How that day was worked out, where it is not printed."""
    url: Url | None = None
    """Where it stands on the web."""
    archive_url: Url | None = None
    """A copy that does not change."""
    language: Language | None = None
    """Its language: en, tr, ar, ku-Latn."""
    vocabulary: OurText | None = None
    """A neutral note on its position and its words."""
    text: ArchivedText | None = None
    """The archived text, where there is one: then every paragraph of it is accounted for."""
    unused: Reasons = {}
    """Every paragraph that no account cites, and why."""
    left_out: tuple[LeftOut, ...] = ()
    """Numbers in the text that no figure holds."""


class Term(Record):
    """A word of a vocabulary."""

    name: OurLine
    """What readers see of it."""
    note: OurText | None = None
    """What it means here."""


class Measure(Term):
    """What figures count."""

    unit: OurLine | None = None
    """Where it is not a head count."""


class Settings(Record):
    """What `chronology.yml` holds: the site's facts and the vocabularies."""

    title: OurLine
    """The name of the chronology."""
    intro: OurText | None = None
    """What a reader finds here; the first page begins with it."""
    scope: OurText | None = None
    """What is in and what is not."""
    licence: NameLine | None = None
    """Under which the data may be used."""
    contact: NameLine | None = None
    """An address for readers."""
    url: Url | None = None
    """Where the site stands."""
    repository: Url | None = None
    """Where the data stands."""
    tag: NameLine | None = None
    """The RFC 4151 authority of feed ids; never changed."""
    kinds: dict[Id, Term] = {}
    """What sorts of events there are."""
    roles: dict[Id, Term] = {}
    """What actors do in events."""
    measures: dict[Id, Measure] = {}
    """What figures count."""
    populations: dict[Id, Term] = {}
    """Whom figures count."""
    loaded: dict[QuotedLine, QuotedLine] = {}
    """A word that takes a side, and the neutral one."""


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

    def file(self, name: str) -> str:
        """Return the path of one of its files, as problems show it."""
        return f"{self.folder}/{name}"

    @cached_property
    def by_id(self) -> Mapping[str, Event]:
        """The events under their ids."""
        return {event.id: event for event in self.events}

    def with_events(self, events: tuple[Event, ...]) -> "Chronology":
        """Return the same chronology with other events."""
        return replace(self, events=events)

    def published(self) -> "Chronology":
        """Return the chronology without drafts."""
        return self.with_events(tuple(event for event in self.events if not event.draft))
