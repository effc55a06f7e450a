"""`fix`: mends what needs no thought, and shows first what it would do."""

import sys
from pathlib import Path

import click

from generator.adapters.cli.schema import outdated_schemas, registry_problems
from generator.adapters.cli.terminal import (
    FOLDER_ARGUMENT,
    is_terminal,
    open_project,
    report_progress,
)
from generator.authoring.editor_schema import IDS
from generator.authoring.fixes import Fix, fixes
from generator.loading.loader import load
from generator.model.layout import SCHEMA_FOLDER
from generator.support.atomic_write import write_text


@click.command()
@FOLDER_ARGUMENT
@click.option("--dry-run", is_flag=True, help="Only show what would be done.")
@click.option("--yes", is_flag=True, help="Do it without asking; else a terminal is asked.")
def fix(folder: Path, dry_run: bool, yes: bool) -> None:
    """Move events to the folder of their year, mend white space, keep the editor's help right.

    Comments stay. What a file means is never changed; what needs a person, `check` names.

    \b
    Examples:
      chronology fix --dry-run
      chronology fix

    Exit codes: 0 done, or nothing to do; 1 a file could not be changed; 2 wrong use.
    """
    project = open_project(folder)
    with report_progress("reading the data"):
        loaded = load(project.folder, project.events)
        file_fixes = fixes(loaded.chronology.folder, loaded.documents)
        schemas = outdated_schemas(project.events, loaded.chronology)
    if registry_problems(loaded):  # the lists of ids would lack some
        schemas.pop(IDS, None)
    for file_fix in file_fixes:
        click.echo(f"{file_fix.path}: {', '.join(file_fix.what)}")
    for name in schemas:
        click.echo(f"{loaded.chronology.file(SCHEMA_FOLDER)}/{name}: write it anew")
    count = len(file_fixes) + len(schemas)
    if not count:
        click.echo("nothing to fix", err=True)
        return
    if dry_run:
        click.echo(f"{_count_words(count)} would be changed", err=True)
        return
    if not yes and is_terminal(sys.stdin) and not click.confirm("Do this?", default=True):
        return
    for name, text in schemas.items():
        path = f"{loaded.chronology.file(SCHEMA_FOLDER)}/{name}"
        file_fixes.append(Fix(path, path, text, ()))
    done = [_apply(project.folder, file_fix) for file_fix in file_fixes]
    click.echo(f"{_count_words(sum(done))} changed", err=True)
    sys.exit(0 if all(done) else 1)


def _count_words(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"


def _apply(project: Path, file_fix: Fix) -> bool:
    """Change a file, and return whether that was done.

    What is in the way stays as it is, and is named.
    """
    path, to = file_fix.path, file_fix.to
    old, new = project / path, project / to
    if to != path and new.exists():
        click.echo(f"{path}: not moved, {to} is there already", err=True)
        return False
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        write_text(old, file_fix.text)
        if to != path:
            old.rename(new)
            if not any(old.parent.iterdir()):
                old.parent.rmdir()
    except OSError as error:
        click.echo(f"{path}: not changed: {error.strerror}: {error.filename}", err=True)
        return False
    return True
