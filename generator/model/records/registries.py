"""The records of the registries, which events refer to by id: actors, places, sources."""

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.model.records.base import Record
from generator.model.scalars import (
    ActorId,
    Coordinate,
    Day,
    Edtf,
    Flag,
    Id,
    Language,
    NameLine,
    OurLine,
    OurText,
    Paragraph,
    Paragraphs,
    PlaceId,
    PrintedLine,
    QuotedLine,
    Reasons,
    SameAs,
    Sha256,
    Url,
    shape_error,
)


class Office(Record):
    """An office of an actor, and when it was held; one day where that is all we know."""

    title: NameLine
    """What it is called."""
    date: Edtf | None = None
    """When it was held, in EDTF; one day where that is all we know."""


class Actor(Record):
    """Who acts, suffers or speaks."""

    loader_fields = frozenset({"id", "path"})
    id: Id
    """Its key in actors.yml, and the end of its address; never changed."""
    path: str
    """Its file, relative to the project's folder."""
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
    same_as: tuple[SameAs, ...] = ()
    """The same thing elsewhere: https://www.wikidata.org/wiki/Q… or another lasting address."""
    note: OurText | None = None
    """What a reader must know to tell it from others."""
    draft: Flag = False
    """Nobody has checked it yet: only a preview shows it, and nothing published names it."""


class Place(Record):
    """Where something happened."""

    loader_fields = frozenset({"id", "path"})
    id: Id
    """Its key in places.yml, and the end of its address; never changed."""
    path: str
    """Its file, relative to the project's folder."""
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
    same_as: tuple[SameAs, ...] = ()
    """The same thing elsewhere: https://www.wikidata.org/wiki/Q… or another lasting address."""
    note: OurText | None = None
    """What a reader must know of it."""
    draft: Flag = False
    """Nobody has checked it yet: only a preview shows it, and nothing published names it."""

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


class Capture(Record):
    """Who kept the archived text or page of a source, when, and with what."""

    on: Day
    """The day it was kept: 2021-05-06."""
    by: NameLine | None = None
    """Who kept it."""
    # `with` is a word of Python, so no line can begin with it.
    __annotations__["with"] = NameLine | None
    locals()["with"] = Field(None, description="With what it was kept: a program, a service.")


class Source(Record):
    """One article, statement or report that accounts are drawn from."""

    loader_fields = frozenset({"id", "path"})
    id: Id
    """Its key in sources.yml, and the end of its address; never changed."""
    path: str
    """Its file, relative to the project's folder."""
    kind: Literal[
        "article",
        "report",
        "statement",
        "post",
        "video",
        "image",
        "document",
        "dataset",
        "book",
        "interview",
    ] = "article"
    """What it is; an article, where it is left out."""
    outlet: NameLine
    """Who published it."""
    author: NameLine | None = None
    """Who wrote or made it, as printed."""
    title: PrintedLine | None = None
    """Its headline; left out where it is not known."""
    published: Edtf
    """When it was published, in EDTF: 2021-05-05."""
    published_basis: OurText | None = None
    """How that day was worked out, where it is not printed."""
    url: Url | None = None
    """Where it stands on the web."""
    accessed: Day | None = None
    """The day it was read there."""
    archive_url: Url | None = None
    """A copy that does not change."""
    captured: Capture | None = None
    """Who kept the archived text or page, when, and with what."""
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
    draft: Flag = False
    """Nobody has checked it yet: only a preview shows it, and nothing published names it."""
