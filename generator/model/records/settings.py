"""What `chronology.yml` holds: the facts of the site and the vocabularies."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema

from generator.model.records.base import Record
from generator.model.scalars import (
    FormatNumber,
    Id,
    Language,
    NameLine,
    OurLine,
    OurText,
    QuotedLine,
    Timezone,
    Url,
)

_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+")


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


class Repository(Record):
    """Where the data stands: a repository of git, and how pages about its files are addressed."""

    url: Url
    """Its address."""
    branch: NameLine | None = None
    """The branch that is published; where it is left out, the one that the repository shows."""
    path: NameLine | None = None
    """The folder of the project in the repository, where that is not the whole."""
    forge: Literal["github", "gitlab", "forgejo"] | None = None
    """What shows its files; known of github.com, gitlab.com and codeberg.org."""


def _repository(value: Any) -> Any:
    """Return an address alone as a repository with nothing else said."""
    return {"url": value} if isinstance(value, str) else value


class Settings(Record):
    """What `chronology.yml` holds: the site's facts and the vocabularies."""

    format: FormatNumber = 1
    """Which shape the folder is written in; where it is left out, the first."""
    title: OurLine
    """The name of the chronology."""
    description: OurLine | None = None
    """What it is, in a sentence for search engines."""
    intro: OurText | None = None
    """What a reader finds here; the first page begins with it."""
    scope: OurText | None = None
    """What is in and what is not."""
    licence: NameLine | None = None
    """Under which the data may be used."""
    contact: NameLine | None = None
    """Where readers reach the editors: an e-mail address, a web address, or words."""
    url: Url | None = None
    """Where the site stands."""
    language: Language | None = None
    """The language that it is written in; English, if left out."""
    timezone: Timezone | None = None
    """Where times of day without a zone are meant to be: a name of the tz database."""
    repository: (
        Annotated[
            Repository,
            BeforeValidator(_repository),
            WithJsonSchema({"x-or": {"type": "string", "pattern": r"^https?://\S+$"}}),
        ]
        | None
    ) = None
    """Where the data stands: an address, or one with what else links to its files need."""
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

    @property
    def email(self) -> str | None:
        """The contact, where it is an e-mail address."""
        return self.contact if self.contact and _EMAIL.fullmatch(self.contact) else None
