"""`new`: a new event, from flags or questions to a file that is valid and teaches the rest."""

import sys
from pathlib import Path
from typing import Any

import click

from generator.adapters.cli.event_questions import NewEventOptions, ask_for_missing
from generator.adapters.cli.kept_answers import answers_kept
from generator.adapters.cli.log import echo
from generator.adapters.cli.new_record import actor, place
from generator.adapters.cli.new_source import source
from generator.adapters.cli.prompts import Prompts
from generator.adapters.cli.record_files import (
    load_sound_data,
    print_what_is_left,
    write_valid,
)
from generator.adapters.cli.terminal import (
    DAY,
    FOLDER_ARGUMENT,
    is_terminal,
    open_project,
    texts_option,
    writing,
)
from generator.adapters.project import Project
from generator.authoring.scaffold import NewEvent, event_text
from generator.loading.event_files import event_files
from generator.loading.loader import Loaded
from generator.model.layout import id_in


@click.group()
def new() -> None:
    """Add an event, an actor, a place or a source.

    Asks for what it needs on a terminal; with flags alone it asks nothing. Nothing is overwritten.

    \b
    Examples:
      chronology new source --outlet "The Gazette" --published "5 May 2021"
      chronology new event
      chronology new event --title "Two cities announce a pause" --date "last Tuesday" \\
        --as-of 2021-05-05 --kind agreement --source the-gazette-2021-05-05 --locator "page 3"
    """


@new.command()
@FOLDER_ARGUMENT
@click.option("--title", help="What happened, in neutral words.")
@click.option("--date", metavar="WORDS", help='As you would say it, or EDTF: "6 January 2026".')
@click.option("--as-of", type=DAY, help="The day of the article.")
@click.option("--basis", help="How the date is known.")
@click.option("--kind", metavar="ID", help="A key of `kinds` in chronology.yml.")
@click.option("--summary", help="Two or three neutral sentences.")
@click.option(
    "--actor",
    "actors",
    help="Who; with a role, ID:ROLE. May be given often.",
    multiple=True,
    metavar="ID",
)
@click.option("--place", "places", help="Where. May be given often.", multiple=True, metavar="ID")
@click.option("--source", metavar="ID", help="Where you read it.")
@click.option("--paragraphs", metavar="LIST", help='Its paragraphs that say so: "6, 8-10".')
@click.option("--locator", help="Or where in it, in words, without an archived text.")
@click.option(
    "--according-to", help="Who said it. May be given often.", multiple=True, metavar="ID"
)
@click.option("--says", help="What the source says, in your words.")
@click.option("--added", type=DAY, help="Today, if left out.")
@click.option("--id", "given_id", metavar="ID", help="The name of the file, if not from the title.")
@texts_option("The folder of the archived texts: their paragraphs are shown with their numbers.")
@click.option("--ask/--no-ask", default=None, help="Ask for the rest; so on a terminal.")
def event(folder: Path, ask: bool | None, **options: Any) -> None:
    """Write a new event. Texts that you leave out are marked, and the event is a draft.

    A relative date ("last Tuesday") is read from the day of the source, or of --as-of. What you
    typed is kept where you interrupt it, and offered the next time.

    \b
    Examples:
      chronology new event
      chronology new event --texts ../articles
      chronology new event --title "The gate opens" --date "5 or 6 May 2021" \\
        --kind incident --source courier-2021-05-07 --locator "page 1" --place river-bend \\
        --actor upstream-council:accused --according-to tolland

    Exit codes: 0 written, 2 wrong use, and nothing was written.
    """
    project = open_project(folder)
    loaded = load_sound_data(project)
    asks = is_terminal(sys.stdin) if ask is None else ask
    with answers_kept(project.events, asks, "event") as answers:
        prompts = Prompts(asks, answers)
        new_event = ask_for_missing(NewEventOptions(**options), prompts, loaded.chronology)
        _write(project, loaded, new_event)


def _write(project: Project, loaded: Loaded, new_event: NewEvent) -> None:
    """Write the file and say what comes next; nothing is written that would not be valid."""
    shown = loaded.chronology.file(new_event.path)
    with writing(project) as write:  # others may have written since the data was read
        files = event_files(project.events, loaded.chronology.folder).value
        taken = next((file.path for file in files if id_in(file.path) == new_event.id), None)
        if taken:
            raise click.UsageError(
                f"nothing was written: {taken} is there already; give another --id"
            )
        write_valid(project, write, new_event.path, event_text(new_event))
    echo(shown)
    if new_event.is_draft:
        echo("It is a draft: write its texts, then take out the last line.", err=True)
    print_what_is_left(project, shown)
    serve = "make serve" if (project.folder / "Makefile").is_file() else "mkdocs serve"
    echo(f"Preview: {serve}, then http://localhost:8000/events/{new_event.id}/", err=True)


for command in (actor, place, source):
    new.add_command(command)
