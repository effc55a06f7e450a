"""Files that `new` writes: valid ones, or none; and what is left to do in them."""

from collections.abc import Iterable
from pathlib import Path

import click

from generator.adapters.cli.schema import renew_id_list
from generator.adapters.cli.terminal import report_progress
from generator.adapters.project import Project
from generator.authoring.editor_schema import modeline
from generator.authoring.scaffold import short_slug
from generator.authoring.yaml_writer import record_text, with_record_text
from generator.loading.loader import Loaded, load
from generator.support.atomic_write import write_text
from generator.validation.check import check


def load_sound_data(project: Project) -> Loaded:
    """Return the project's data; UsageError where it is broken: a new record is checked by it."""
    with report_progress("reading the data"):
        loaded = load(project.folder, project.events)
    if loaded.problems:
        listed = "\n  ".join(str(problem) for problem in loaded.problems)
        raise click.UsageError(f"nothing was written; first mend what is there:\n  {listed}")
    return loaded


def id_from(given: str | None, name: str) -> str:
    """Return the id that was given, or one made of a name; UsageError where none can be made."""
    if id := given or short_slug(name):
        return id
    raise click.UsageError(f"nothing was written: no id can be made of {name!r}; give one by --id")


def write_valid(project: Project, path: Path, text: str, before: str | None = None) -> None:
    """Write a file and load it; UsageError where it is not valid, and it is `before` again.

    `before` is the text that it had; None where there was no such file.
    """
    write_text(path, text)
    shown = path.relative_to(project.folder).as_posix()
    problems = None
    try:
        problems = [p for p in load(project.folder, project.events).problems if p.path == shown]
    finally:  # also where somebody loses patience
        if problems != []:
            _undo(path, before)
    if problems:
        listed = "\n  ".join(f"{p.message} ({p.way_out}): {p.quote.strip()}" for p in problems)
        raise click.UsageError(f"nothing was written:\n  {listed}")


def _undo(path: Path, before: str | None) -> None:
    """Give a file the text that it had; where there was none, take it and its empty folder away."""
    if before is not None:
        write_text(path, before)
        return
    path.unlink()
    if not any(path.parent.iterdir()):
        path.parent.rmdir()


def add_record(
    project: Project,
    loaded: Loaded,
    file: str,
    id: str,
    fields: Iterable[tuple[str, object]],
    comments: Iterable[str] = (),
) -> None:
    """Write a record at the end of a registry, and say where it is and what is left to do."""
    path = project.events / file
    shown = loaded.chronology.file(file)
    before = path.read_text("utf-8") if path.is_file() else None
    document = loaded.documents.get(shown)
    if document is not None and id in (document.data or {}):
        raise click.UsageError(f"nothing was written: {id!r} is in {file}; give another --id")
    text = with_record_text(before or modeline(file), record_text(id, fields, comments))
    write_valid(project, path, text, before)
    renew_id_list(project)
    click.echo(id)
    click.echo(f"Added to {shown}.", err=True)
    print_what_is_left(project, shown, text.splitlines().index(f"{id}:") + 1)


def print_what_is_left(project: Project, path: str, from_line: int = 1) -> None:
    """Print what `check` says of a new record, from a line of its file on."""
    for problem in check(project.folder, project.events)[1]:
        if problem.path == path and problem.line >= from_line:
            click.echo(f"Left to do: {problem}", err=True)
