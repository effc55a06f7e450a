"""An event with its accounts, their figures, and its corrections.

One file holds one event. `Event.path` says which, for problems and links.
"""

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.model.records.base import Record
from generator.model.scalars import (
    ActorId,
    Day,
    Edtf,
    EventId,
    Flag,
    Id,
    KindId,
    Labelled,
    MeasureId,
    NameLine,
    Number,
    OurLine,
    OurText,
    Paragraphs,
    PlaceId,
    PopulationId,
    PrintedLine,
    QuotedLine,
    RoleId,
    SameAs,
    SourceId,
    shape_error,
)


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

    derived_fields = frozenset({"id"})
    id: Id
    """Its name in the data, and its anchor on the event's page; never changed.

    Where it is left out: the id of the source, with `-2`, `-3` … for further ones of that source,
    in the order in which they were added.
    """
    source: SourceId
    """Where it was read; an id in sources.yml."""
    added: Day | None = None
    """The day it was added, where that is after the event's."""
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
    responds_to: tuple[EventId, ...] = ()
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
    was: PrintedLine | None = None
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
    status: Literal["reported", "alleged", "announced"] | None = None
    """`alleged` where no account states the event as established; `announced` where none tells that
    it took place, since all of them are older than its date."""
    summary: OurText
    """Two or three sentences in our own, neutral words, that no account contradicts."""
    actors: tuple[Role, ...] = ()
    """What all accounts share; what one source alone gives stands in its account."""
    places: tuple[PlaceId, ...] = ()
    """Where; ids in places.yml."""
    part_of: EventId | None = None
    """The larger event that it belongs to: the name of its file, without .yml."""
    follows: tuple[EventId, ...] = ()
    """Earlier events that it follows from."""
    same_as: tuple[SameAs, ...] = ()
    """The same event elsewhere: https://www.wikidata.org/wiki/Q… or another lasting address."""
    accounts: tuple[Account, ...] = Field(min_length=1)
    """What each source says of it."""
    unknowns: tuple[OurLine, ...] = ()
    """What no account says and a reader would want to know."""
    corrections: tuple[Correction, ...] = ()
    """What was published and has changed; an account that came later has `added` instead."""
    draft: Flag = False
    """Not published yet: only a preview shows it."""

    @property
    def changed(self) -> Day:
        """The day of the last change: of a correction, an added account, or the publication."""
        later = [account.added for account in self.accounts if account.added is not None]
        return max([self.added, *later, *[correction.on for correction in self.corrections]])

    @property
    def later_accounts(self) -> tuple[Account, ...]:
        """The accounts that were added after the event was published, in the order of the days."""
        later = [
            account
            for account in self.accounts
            if account.added is not None and account.added > self.added
        ]
        return tuple(sorted(later, key=lambda account: account.added or self.added))

    @property
    def revision(self) -> int:
        """How often it was changed since it was published."""
        return len(self.corrections) + len(self.later_accounts)
