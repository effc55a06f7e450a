"""Files that `new` writes: valid ones, or none; and what is left to do in them."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext

import click

from generator.adapters.cli.log import echo
from generator.adapters.cli.schema import id_list
from generator.adapters.cli.terminal import report_progress, writing
from generator.adapters.project import Project
from generator.authoring.editor_schema import modeline
from generator.authoring.registry_parts import file_for
from generator.authoring.scaffold import short_slug
from generator.authoring.trial import copy_with
from generator.authoring.yaml_edits import with_record_text
from generator.authoring.yaml_writer import record_text
from generator.loading.document import parse_yaml
from generator.loading.event_files import registry_files
from generator.loading.loader import Loaded, load
from generator.support.whole_files import Write
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


def write_valid(project: Project, write: Write, path: str, text: str) -> None:
    """Write a file of the data, by its path below the folder; UsageError where it is not valid."""
    with copy_with(project.events, {path: text}) as copy:
        loaded = load(copy.parent, copy)
    shown = loaded.chronology.file(path)
    if problems := [problem for problem in loaded.problems if problem.path == shown]:
        listed = "\n  ".join(f"{p.message} ({p.way_out}): {p.quote.strip()}" for p in problems)
        raise click.UsageError(f"nothing was written:\n  {listed}")
    write({path: text, **id_list(project.events, loaded.chronology)})


def add_record(
    project: Project,
    loaded: Loaded,
    file: str,
    id: str,
    fields: Mapping[str, object],
    comments: Iterable[str] = (),
    beside: AbstractContextManager[None] = nullcontext(),  # noqa: B008  # holds nothing
) -> None:
    """Write a record at the end of a registry, and say where it is and what is left to do.

    It is written inside of `beside`, which is entered once the record is found valid.
    """

    def write_beside(files: Mapping[str, str | None]) -> None:
        with beside:
            write(files)

    with writing(project) as write:  # others may have written since the data was read
        registry = registry_files(project.events, file)
        file = file_for(registry, file, id)
        if taken := [name for name in registry if id in _ids(project, name)]:
            message = f"nothing was written: {id!r} is in {taken[0]}; give another --id"
            raise click.UsageError(message)
        path, shown = project.events / file, loaded.chronology.file(file)
        before = path.read_bytes().decode() if path.is_file() else ""
        text = with_record_text(before or modeline(file), record_text(id, fields, comments))
        write_valid(project, write_beside, file, text)
    echo(id)
    echo(f"Added to {shown}.", err=True)
    print_what_is_left(project, shown, text.splitlines().index(f"{id}:") + 1)


def _ids(project: Project, file: str) -> Collection[str]:
    """Return the ids in a file of a registry as it is now."""
    return parse_yaml(file, (project.events / file).read_bytes()).data or ()


def print_what_is_left(project: Project, path: str, from_line: int = 1) -> None:
    """Print what `check` says of a new record, from a line of its file on."""
    for problem in check(project.folder, project.events)[1]:
        if problem.path == path and problem.line >= from_line:
            echo(f"Left to do: {problem}", err=True)
