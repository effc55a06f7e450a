"""What `chronology.yml` holds: the facts of the site and the vocabularies."""

from generator.model.records.base import Record
from generator.model.scalars import Id, NameLine, OurLine, OurText, QuotedLine, Url


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
