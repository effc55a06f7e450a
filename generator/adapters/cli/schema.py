"""`schema`: the JSON Schemas that help editors."""

from pathlib import Path

import click

from generator.adapters.cli.terminal import FOLDER, end, progress, project_in
from generator.authoring.editor_schema import FOLDER as SCHEMAS
from generator.authoring.editor_schema import IDS, schemas
from generator.loading.loader import FACTS, REGISTRIES, Loaded, load
from generator.model.problems import Problem
from generator.model.records import Chronology
from generator.support.atomic_write import write_text


@click.command()
@FOLDER
def schema(folder: Path) -> None:
    """Write the JSON Schemas of all files of the data, for editors.

    They stand in .schema/ below the folder of the data: keys with their meaning, words, and the ids
    of the registries. `fix` keeps the ids up to date.

    \b
    Examples:
      python -m generator schema
      python -m generator schema ../another-chronology

    Exit codes: 0 written, 1 problems in the registries, 2 wrong use.
    """
    project = project_in(folder)
    with progress("reading the data"):
        loaded = load(project.folder, project.events)
    if wrong := in_registries(loaded):
        end(wrong, "")
    made = schemas(loaded.chronology)
    for name, text in made.items():
        write_text(project.events / SCHEMAS / name, text)
    end((), f"{len(made)} schemas written to {project.events / SCHEMAS}")


def stale(events: Path, chronology: Chronology) -> dict[str, str]:
    """The schema files that are not as they should be, each as it should be."""
    folder = events / SCHEMAS
    return {
        name: text
        for name, text in schemas(chronology).items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != text
    }


def renew_ids(events: Path, chronology: Chronology) -> bool:
    """Whether the list of ids was behind and was renewed; where there are schemas at all."""
    if not (events / SCHEMAS).is_dir() or IDS not in (made := stale(events, chronology)):
        return False
    try:
        write_text(events / SCHEMAS / IDS, made[IDS])
    except OSError:  # a help for editors is no reason to fail
        return False
    return True


def in_registries(loaded: Loaded) -> list[Problem]:
    """The problems because of which the lists of ids would lack some."""
    paths = {f"{loaded.chronology.folder}/{name}" for name in (FACTS, *REGISTRIES)}
    return [problem for problem in loaded.problems if problem.path in paths]
