"""`new actor`, `new place`: a record more in a registry."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

import click

from generator.adapters.cli.kept_answers import answers_kept
from generator.adapters.cli.log import echo
from generator.adapters.cli.prompts import Prompts
from generator.adapters.cli.record_files import add_record, id_from, load_sound_data
from generator.adapters.cli.terminal import FOLDER_ARGUMENT, is_terminal, open_project
from generator.adapters.project import Project
from generator.loading.loader import Loaded
from generator.model.known_as import suggest_ids
from generator.model.layout import ACTORS_FILE, PLACES_FILE
from generator.model.records import Actor, Place

_KINDS: list[str] = list(get_args(Actor.model_fields["kind"].annotation))
_PRECISIONS: list[str] = [
    word for part in get_args(Place.model_fields["precision"].annotation) for word in get_args(part)
]
_ALSO = click.option("--also", multiple=True, help="Another spelling, as printed. May be repeated.")
_NOTE = click.option("--note", help="What a reader must know of it.")
ID = click.option("--id", "given_id", metavar="ID", help="Its id, if not from its name.")
ASK = click.option("--ask/--no-ask", default=None, help="Ask for the rest; so on a terminal.")
"""Two options of each command that adds a record."""


@click.command()
@FOLDER_ARGUMENT
@click.option("--name", help="A neutral name.")
@click.option("--kind", type=click.Choice(_KINDS), help="What it is.")
@_ALSO
@click.option("--part-of", metavar="ID", help="The actor that it belongs to.")
@_NOTE
@ID
@ASK
def actor(
    folder: Path,
    name: str | None,
    kind: str | None,
    also: Sequence[str],
    part_of: str | None,
    note: str | None,
    given_id: str | None,
    ask: bool | None,
) -> None:
    """Add an actor to actors.yml.

    \b
    Examples:
      chronology new actor
      chronology new actor --name "Northern Wire" --kind media
      chronology new actor --name "Mira Tolland" --kind person --part-of downstream-league

    Exit codes: 0 written, 2 wrong use, and nothing was written.
    """
    with begin_record(folder, ask, "actor") as (project, loaded, prompts):
        name = prompts.text("--name", name, "A neutral name")
        _show_similar(name, loaded.chronology.actors, ACTORS_FILE)
        kind = prompts.choice("--kind", kind, "What it is", _KINDS)
        if part_of:
            part_of = prompts.id("--part-of", part_of, "Belongs to", loaded.chronology.actors)
        prompts.raise_if_errors()
        fields = {"name": name, "also": also, "kind": kind, "part_of": part_of, "note": note}
        add_record(project, loaded, ACTORS_FILE, id_from(given_id, name), fields)


@click.command()
@FOLDER_ARGUMENT
@click.option("--name", help="A neutral name.")
@click.option("--kind", help="Town, region, river …")
@_ALSO
@click.option("--country", help="Its ISO 3166-1 code: two letters.")
@click.option("--within", metavar="ID", help="The place that it lies in.")
@click.option("--lat", type=float, help="Degrees north: 36.2.")
@click.option("--lon", type=float, help="Degrees east: 37.15.")
@click.option("--precision", type=click.Choice(_PRECISIONS), help="What the coordinates stand for.")
@_NOTE
@ID
@ASK
def place(
    folder: Path,
    name: str | None,
    kind: str | None,
    also: Sequence[str],
    country: str | None,
    within: str | None,
    lat: float | None,
    lon: float | None,
    precision: str | None,
    note: str | None,
    given_id: str | None,
    ask: bool | None,
) -> None:
    """Add a place to places.yml.

    \b
    Examples:
      chronology new place
      chronology new place --name "River Bend" --kind town --within basin \\
        --lat 45.5 --lon -12.25 --precision town

    Exit codes: 0 written, 2 wrong use, and nothing was written.
    """
    with begin_record(folder, ask, "place") as (project, loaded, prompts):
        name = prompts.text("--name", name, "A neutral name")
        _show_similar(name, loaded.chronology.places, PLACES_FILE)
        if within:
            within = prompts.id("--within", within, "Lies in", loaded.chronology.places)
        prompts.raise_if_errors()
        fields = {
            "name": name,
            "also": also,
            "kind": kind,
            "country": country,
            "within": within,
            "lat": lat,
            "lon": lon,
            "precision": precision,
            "note": note,
        }
        add_record(project, loaded, PLACES_FILE, id_from(given_id, name), fields)


@contextmanager
def begin_record(
    folder: Path, ask: bool | None, record: str
) -> Iterator[tuple[Project, Loaded, Prompts]]:
    """Give the project, its data, and the prompts; `ask` is None where the terminal decides.

    What is typed is kept where the command does not come to its end.
    """
    project = open_project(folder)
    loaded = load_sound_data(project)
    asks = is_terminal(sys.stdin) if ask is None else ask
    with answers_kept(project.events, asks, record) as answers:
        yield project, loaded, Prompts(asks, answers)


def _show_similar(name: str, records: Mapping[str, object], file: str) -> None:
    """Print the ids of records that a new one may be already."""
    if ids := suggest_ids(name, records):
        echo(f"Perhaps it is in {file} already: {', '.join(ids)}", err=True)
