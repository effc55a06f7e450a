"""`new`: a new event, from flags or questions to a file that is valid and teaches the rest."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from generator.adapters.cli.new_record import (
    actor,
    created,
    id_of,
    loaded_in,
    place,
    source,
    tell_findings,
)
from generator.adapters.cli.prompts import Asker
from generator.adapters.cli.terminal import FOLDER, is_terminal, project_in
from generator.adapters.project import Project
from generator.authoring.duplicates import twins
from generator.authoring.scaffold import NewEvent, event_id, event_text
from generator.loading.loader import Loaded
from generator.model.dates import Date
from generator.model.references import known_ids


@click.group()
def new() -> None:
    """Add an event, an actor, a place or a source.

    Asks for what it needs on a terminal; with flags alone it asks nothing. Nothing is overwritten.

    \b
    Examples:
      python -m generator new source --outlet "The Gazette" --published "5 May 2021"
      python -m generator new event
      python -m generator new event --title "Two cities announce a pause" --date "last Tuesday" \\
        --as-of 2021-05-05 --kind agreement --source the-gazette-2021-05-05 --locator "page 3"
    """


_MOST = 5
"""So many likely duplicates are named."""
_MANY = {"multiple": True, "metavar": "ID"}


@new.command()
@FOLDER
@click.option("--title", help="What happened, in neutral words.")
@click.option("--date", metavar="WORDS", help='As you would say it, or EDTF: "6 January 2026".')
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day of the article.")
@click.option("--basis", help="How the date is known.")
@click.option("--kind", metavar="ID", help="A key of `kinds` in chronology.yml.")
@click.option("--summary", help="Two or three neutral sentences.")
@click.option("--actor", "actors", help="Who; with a role, ID:ROLE. May be given often.", **_MANY)  # type: ignore[arg-type]
@click.option("--place", "places", help="Where. May be given often.", **_MANY)  # type: ignore[arg-type]
@click.option("--source", metavar="ID", help="Where you read it.")
@click.option("--paragraphs", metavar="LIST", help='Its paragraphs that say so: "6, 8-10".')
@click.option("--locator", help="Or where in it, in words, without an archived text.")
@click.option("--according-to", help="Who said it. May be given often.", **_MANY)  # type: ignore[arg-type]
@click.option("--says", help="What the source says, in your words.")
@click.option("--added", type=click.DateTime(["%Y-%m-%d"]), help="Today, if left out.")
@click.option("--id", "given_id", metavar="ID", help="The name of the file, if not from the title.")
@click.option("--ask/--no-ask", default=None, help="Ask for the rest; so on a terminal.")
def event(
    folder: Path,
    title: str | None,
    date: str | None,
    as_of: datetime | None,
    basis: str | None,
    kind: str | None,
    summary: str | None,
    actors: Sequence[str],
    places: Sequence[str],
    source: str | None,
    paragraphs: str | None,
    locator: str | None,
    according_to: Sequence[str],
    says: str | None,
    added: datetime | None,
    given_id: str | None,
    ask: bool | None,
) -> None:
    """Write a new event. Texts that you leave out are marked, and the event is a draft.

    A relative date ("last Tuesday") is read from the day of the source, or of --as-of.

    \b
    Examples:
      python -m generator new event
      python -m generator new event --title "The gate opens" --date "5 or 6 May 2021" \\
        --kind incident --source courier-2021-05-07 --locator "page 1" --place river-bend \\
        --actor upstream-council:accused --according-to tolland

    Exit codes: 0 written, 2 wrong use, and nothing was written.
    """
    project = project_in(folder)
    loaded = loaded_in(project)
    chronology = loaded.chronology
    known = known_ids(chronology)
    asker = Asker(is_terminal(sys.stdin) if ask is None else ask)
    source = asker.id("--source", source, "The source you read it in", known["source"])
    said_on = as_of.date() if as_of else None
    if said_on is None and source in chronology.sources:
        published = chronology.sources[source].published
        said_on = published.anchor if published.is_day else None
    title = asker.text("--title", title, "What happened, in neutral words")
    when = asker.date("--date", date, "When", said_on)
    sorts = f"What sort of event ({', '.join(sorted(known['kind']))})"
    kind = asker.id("--kind", kind, sorts, known["kind"])
    where = asker.ids("--place", places, "Place", known["place"])
    who = [_with_role(asker, one, loaded) for one in _actors(asker, actors, loaded)]
    speakers = asker.ids("--according-to", according_to, "Who said it", known["actor"])
    if not paragraphs and not locator:
        paragraphs, locator = _where_it_says_so(asker, source, loaded)
    basis = asker.maybe(basis, "How is the date known")
    summary = asker.maybe(summary, "Summary, in neutral words")
    says = asker.maybe(says, "What the source says, in your words")
    if when is not None:
        _warn_of_twins(asker, loaded, when, where, [id for id, _ in who])
    asker.end()
    assert when is not None
    id_of(given_id, title)
    made = NewEvent(
        id=given_id or event_id(when, title),
        title=title,
        added=(added or datetime.now(UTC)).date(),
        date=when,
        basis=basis,
        kind=kind,
        summary=summary,
        actors=who,
        places=where,
        source=source,
        paragraphs=paragraphs,
        locator=locator,
        according_to=speakers,
        says=says,
    )
    _write(project, loaded, made)


def _actors(asker: Asker, given: Sequence[str], loaded: Loaded) -> list[str]:
    if given:
        return list(given)
    return asker.ids("--actor", (), "Actor", loaded.chronology.actors)


def _with_role(asker: Asker, given: str, loaded: Loaded) -> tuple[str, str | None]:
    known = known_ids(loaded.chronology)
    id, _, role = given.partition(":")
    id = asker.id("--actor", id, "Actor", known["actor"])
    flag, question = f"--actor {id}:ROLE", f"Role of {id}"
    if not role:
        return id, asker.maybe_id(flag, question, known["role"])
    return id, asker.id(flag, role, question, known["role"])


def _where_it_says_so(asker: Asker, source: str, loaded: Loaded) -> tuple[str | None, str | None]:
    record = loaded.chronology.sources.get(source)
    if record is not None and record.text is None:
        return None, asker.text("--locator", None, "Where in the source: page 3")
    flag = "--paragraphs" if record is not None else "--paragraphs or --locator"
    return asker.text(flag, None, "The paragraphs that say it: 6, 8-10"), None


def _warn_of_twins(
    asker: Asker, loaded: Loaded, when: Date, places: Sequence[str], actors: Sequence[str]
) -> None:
    found = twins(loaded.chronology, when, places, actors)
    if not found:
        return
    click.echo(
        "This may be there already; another source's account belongs into its file:", err=True
    )
    for twin in found[:_MOST]:
        click.echo(f"  {twin.event.path}: {twin.event.title} ({'; '.join(twin.reasons)})", err=True)
    if len(found) > _MOST:
        click.echo(f"  and {len(found) - _MOST} more near in date", err=True)
    if not asker.agrees("Is yours another event?"):
        raise click.exceptions.Exit(0)


def _write(project: Project, loaded: Loaded, made: NewEvent) -> None:
    """Write the file and say what comes next; a file that would not be valid is taken back."""
    taken = {path.rpartition("/")[2].removesuffix(".yml"): path for path in loaded.documents}.get(
        made.id
    )
    if taken is not None:
        raise click.UsageError(f"nothing was written: {taken} is there already; give another --id")
    path = project.events / made.path
    created(project, path, event_text(made))
    shown = f"{loaded.chronology.folder}/{made.path}"
    click.echo(shown)
    if made.is_draft:
        click.echo("It is a draft: write its texts, then take out the last line.", err=True)
    tell_findings(project, shown)
    serve = "make serve" if (project.folder / "Makefile").is_file() else "mkdocs serve"
    click.echo(f"Preview: {serve}, then http://localhost:8000/events/{made.id}/", err=True)


for command in (actor, place, source):
    new.add_command(command)
