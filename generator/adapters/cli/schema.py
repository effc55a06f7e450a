"""`schema`: writes the JSON Schemas that help editors; and which of them are behind."""

from pathlib import Path

import click

from generator.adapters.cli.terminal import (
    FOLDER_ARGUMENT,
    open_project,
    print_problems_and_exit,
    report_progress,
    writing,
)
from generator.authoring.editor_schema import IDS, ids, schemas
from generator.loading.loader import Loaded, load
from generator.model.layout import SCHEMA_FOLDER, SETTINGS_FILE, registry_of
from generator.model.problems import Problem
from generator.model.records import Chronology


@click.command()
@FOLDER_ARGUMENT
def schema(folder: Path) -> None:
    """Write the JSON Schemas of all files of the data, for editors.

    They stand in .schema/ below the folder of the data: keys with their meaning, words, and the ids
    of the registries. `fix` keeps the ids up to date.

    \b
    Examples:
      chronology schema
      chronology schema ../another-chronology

    Exit codes: 0 written, 1 problems in the registries, 2 wrong use.
    """
    project = open_project(folder)
    with writing(project) as write:
        with report_progress("reading the data"):
            loaded = load(project.folder, project.events)
        if problems := registry_problems(loaded):
            print_problems_and_exit(problems, "")
        files = schemas(loaded.chronology)
        write({f"{SCHEMA_FOLDER}/{name}": text for name, text in files.items()})
    print_problems_and_exit((), f"{len(files)} schemas written to {project.events / SCHEMA_FOLDER}")


def outdated_schemas(events: Path, chronology: Chronology) -> dict[str, str]:
    """Return the schema files that are missing or not as they should be, each as it should be."""
    return {
        name: text
        for name, text in schemas(chronology).items()
        if _schema_text(events, name) != text
    }


def is_id_list_behind(events: Path, chronology: Chronology) -> bool:
    """Return whether the folder has schemas, and their list of ids is not that of the data."""
    return (events / SCHEMA_FOLDER).is_dir() and _schema_text(events, IDS) != ids(chronology)


def id_list(events: Path, chronology: Chronology) -> dict[str, str]:
    """Return the list of ids as it is to be written with the data, by its path below the folder.

    Nothing where the folder has no schemas, or their list is right.
    """
    is_behind = is_id_list_behind(events, chronology)
    return {f"{SCHEMA_FOLDER}/{IDS}": ids(chronology)} if is_behind else {}


def registry_problems(loaded: Loaded) -> list[Problem]:
    """Return the problems because of which the lists of ids would lack some."""
    return [
        problem
        for problem in loaded.problems
        if (path := problem.path.removeprefix(f"{loaded.chronology.folder}/")) == SETTINGS_FILE
        or registry_of(path)
    ]


def _schema_text(events: Path, name: str) -> str | None:
    """Return the text of a schema file; None where there is none."""
    file = events / SCHEMA_FOLDER / name
    try:
        return file.read_text("utf-8") if file.is_file() else None  # nobody waits for a pipe
    except (OSError, UnicodeDecodeError):
        return None
