"""New events as YAML, with comments that teach. Writes nothing.

It knows how the data is written, not what is in it: what it returns is checked like any other file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.authoring.editor_schema import modeline
from generator.authoring.yaml_writer import folded, scalar
from generator.model.dates import Date
from generator.model.layout import event_file
from generator.model.our_texts import TO_BE_WRITTEN
from generator.rendering.language import ENGLISH
from generator.support.plain_text import slug_words

_SMALL = frozenset(("a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"))


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What a new event holds; a text that is None is still to be written."""

    id: str
    title: str
    added: Day
    date: Date
    basis: str | None
    kind: str
    summary: str | None
    actors: Sequence[tuple[str, str | None]]
    places: Sequence[str]
    source: str
    paragraphs: str | None
    locator: str | None
    according_to: Sequence[str]
    says: str | None

    @property
    def is_draft(self) -> bool:
        """Whether a text is missing, so that readers must not see it yet."""
        return None in (self.basis, self.summary, self.says)

    @property
    def path(self) -> str:
        """Its file, below the chronology's folder."""
        return event_file(self.id, self.date.anchor.year)


def short_slug(text: str, count: int = 6) -> str:
    """Return an id from the first words of a text that carry meaning, `count` at most."""
    words = slug_words(text)
    return "-".join([word for word in words if word not in _SMALL][:count] or words[:count])


def event_id(date: Date, title: str) -> str:
    """Return the id of a new event: its date as precise as it is known, and some words."""
    return f"{date.anchor_text}-{short_slug(title)}".rstrip("-")


def event_text(event: NewEvent) -> str:
    """Return the whole file of an event: what is known of it, and how to go on, in comments."""
    return _template().render(
        event=event,
        modeline=modeline(event.path),
        date_words=ENGLISH.grammar.date_words(event.date),
    )


@cache
def _template() -> Template:
    """Return the template, which is the file with its gaps."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=False,  # it is YAML; `scalar` and `folded` make texts safe in it
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["scalar"] = scalar
    environment.filters["folded"] = _folded
    return environment.get_template("event.yml.j2")


def _folded(text: str | None, key: str, indent: str = "") -> str:
    """Return a text below its key; where there is none yet, what stands for it."""
    return folded(key, text or TO_BE_WRITTEN, indent)
