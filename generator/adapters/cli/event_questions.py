"""What a new event needs: from options, or else asked of a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from datetime import datetime
from pathlib import Path

import click

from generator.adapters.cli.log import echo
from generator.adapters.cli.prompts import Prompts
from generator.adapters.cli.record_files import id_from
from generator.adapters.cli.terminal import day_or_today
from generator.authoring.duplicates import possible_duplicates
from generator.authoring.scaffold import NewEvent, event_id
from generator.model.dates import Date
from generator.model.named_ids import Target
from generator.model.records import Chronology
from generator.model.references import known_ids
from generator.support.plain_text import shortened
from generator.validation.archived_texts import read_texts

MAX_DUPLICATES_SHOWN = 5


@dataclass
class NewEventOptions:
    """What was given of a new event on the command line."""

    title: str | None
    date: str | None
    """As a person says it, or in EDTF."""
    as_of: datetime | None
    """The day from which relative words are read."""
    basis: str | None
    kind: str | None
    summary: str | None
    actors: Sequence[str]
    """Ids, each perhaps with a role: `id:role`."""
    places: Sequence[str]
    source: str | None
    paragraphs: str | None
    locator: str | None
    according_to: Sequence[str]
    says: str | None
    added: datetime | None
    given_id: str | None
    texts: Path | None = None
    """The folder of the archived texts, to show their paragraphs."""


def ask_for_missing(options: NewEventOptions, prompts: Prompts, chronology: Chronology) -> NewEvent:
    """Return the event that the options and the answers to questions make.

    UsageError where something is missing or wrong and nobody is asked; Exit where a person says
    that the event is there already.
    """
    known = known_ids(chronology)
    source = prompts.id("--source", options.source, "The source you read it in", known["source"])
    title = prompts.text("--title", options.title, "What happened, in neutral words")
    date = prompts.date("--date", options.date, "When", _said_on(options, source, chronology))
    kind = prompts.id("--kind", options.kind, "What sort of event", known["kind"])
    places = prompts.ids("--place", options.places, "Place", known["place"])
    actors = [
        _with_role(prompts, actor, known)
        for actor in options.actors or prompts.ids("--actor", (), "Actor", known["actor"])
    ]
    speakers = prompts.ids("--according-to", options.according_to, "Who said it", known["actor"])
    paragraphs, locator = options.paragraphs, options.locator
    if not paragraphs and not locator:
        paragraphs, locator = _place_in_source(prompts, source, chronology, options.texts)
    basis = prompts.optional(options.basis, "How is the date known")
    summary = prompts.optional(options.summary, "Summary, in neutral words")
    says = prompts.optional(options.says, "What the source says, in your words")
    if date is not None:
        _warn_of_duplicates(prompts, chronology, date, places, [id for id, _ in actors])
    prompts.raise_if_errors()
    assert date is not None
    id_from(options.given_id, title)
    return NewEvent(
        id=options.given_id or event_id(date, title),
        title=title,
        added=day_or_today(options.added),
        date=date,
        basis=basis,
        kind=kind,
        summary=summary,
        actors=actors,
        places=places,
        source=source,
        paragraphs=paragraphs,
        locator=locator,
        according_to=speakers,
        says=says,
    )


def _said_on(options: NewEventOptions, source: str, chronology: Chronology) -> Day | None:
    """Return the day from which "last Tuesday" is read: the one given, or that of the source."""
    if options.as_of:
        return options.as_of.date()
    if source in chronology.sources:
        published = chronology.sources[source].published
        return published.anchor if published.is_day else None
    return None


def _with_role(
    prompts: Prompts, given: str, known: Mapping[Target, Mapping[str, object]]
) -> tuple[str, str | None]:
    """Return the id of an actor, and its role if it has one."""
    id, _, role = given.partition(":")
    id = prompts.id("--actor", id, "Actor", known["actor"])
    flag, question = f"--actor {id}:ROLE", f"Role of {id}"
    if not role:
        return id, prompts.optional_id(flag, question, known["role"])
    return id, prompts.id(flag, role, question, known["role"])


def _place_in_source(
    prompts: Prompts, source: str, chronology: Chronology, texts: Path | None
) -> tuple[str | None, str | None]:
    """Return paragraphs, or a locator where the source has no archived text; None for the other."""
    record = chronology.sources.get(source)
    if record is not None and record.text is None:
        return None, prompts.text("--locator", None, "Where in the source: page 3")
    if record is not None and texts is not None and prompts.ask:
        text = read_texts(replace(chronology, sources={source: record}), texts)
        for number, paragraph in enumerate(getattr(text.get(source), "paragraphs", ()), 1):
            echo(f"  {number:>3}  {shortened(paragraph, 90)}", err=True)
    flag = "--paragraphs" if record is not None else "--paragraphs or --locator"
    return prompts.text(flag, None, "The paragraphs that say it: 6, 8-10"), None


def _warn_of_duplicates(
    prompts: Prompts,
    chronology: Chronology,
    date: Date,
    places: Sequence[str],
    actors: Sequence[str],
) -> None:
    """Name events that this one may be; Exit where the person says that it is one of them."""
    duplicates = possible_duplicates(chronology, date, places, actors)
    if not duplicates:
        return
    echo("This may be there already; another source's account belongs into its file:", err=True)
    for event, reasons in duplicates[:MAX_DUPLICATES_SHOWN]:
        echo(f"  {event.path}: {event.title} ({'; '.join(reasons)})", err=True)
    if len(duplicates) > MAX_DUPLICATES_SHOWN:
        echo(f"  and {len(duplicates) - MAX_DUPLICATES_SHOWN} more near in date", err=True)
    if not prompts.confirm("Is yours another event?"):
        raise click.exceptions.Exit(0)
