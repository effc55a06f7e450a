"""`fix`: mends what needs no thought, and shows first what it would do."""

import sys
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path

import click

from generator.adapters.cli.log import echo
from generator.adapters.cli.schema import outdated_schemas, registry_problems
from generator.adapters.cli.terminal import (
    FOLDER_ARGUMENT,
    is_terminal,
    open_project,
    report_progress,
    writing,
)
from generator.authoring.editor_schema import IDS
from generator.authoring.fixes import MODELINE, Fix, fixes
from generator.authoring.registry_parts import split
from generator.authoring.trial import copy_with
from generator.loading.loader import Loaded, load
from generator.model.layout import SCHEMA_FOLDER
from generator.model.records import Chronology

MAX_ROUNDS = 5
"""So often what a mend brings to light is mended in turn."""


@click.command()
@FOLDER_ARGUMENT
@click.option("--dry-run", is_flag=True, help="Only show what would be done.")
@click.option("--yes", is_flag=True, help="Do it without asking; else a terminal is asked.")
@click.option(
    "--split",
    "is_split",
    is_flag=True,
    help="Divide the files of actors, places and sources by what ids begin with, as sources/w.yml.",
)
def fix(folder: Path, dry_run: bool, yes: bool, is_split: bool) -> None:
    """Mend what can mean one thing only, and show it first.

    Look-alikes of YAML's signs, dashes, quotation marks, dates in words, ids and keys in other
    letters, the folder of the year, white space, the editor's help. Comments stay. What could mean
    two things needs a person: `check` names it.

    \b
    Examples:
      chronology fix --dry-run
      chronology fix
      chronology fix --split

    Exit codes: 0 done, or nothing to do; 1 a file could not be changed; 2 wrong use.
    """
    project = open_project(folder)
    with nullcontext() if dry_run else writing(project) as write:
        with report_progress("reading the data"):
            loaded = load(project.folder, project.events)
            file_fixes, after = _all_fixes(project.events, loaded)
            parts = _parts(loaded) if is_split else {}
            schemas = outdated_schemas(project.events, after.chronology)
        if registry_problems(after):  # the lists of ids would lack some
            schemas.pop(IDS, None)
        file_fixes = [file_fix for file_fix in file_fixes if file_fix.path not in parts]
        for path, texts in parts.items():
            echo(f"{path}: divide it into {_count_words(len(texts))}: {', '.join(texts)}")
        for file_fix in file_fixes:
            if what := [done for done in file_fix.what if done != MODELINE]:
                echo(f"{file_fix.path}: {', '.join(what)}")
        if unmarked := sum(MODELINE in file_fix.what for file_fix in file_fixes):
            echo(f"{_count_words(unmarked)}: {MODELINE}")
        for name in schemas:
            echo(f"{loaded.chronology.file(SCHEMA_FOLDER)}/{name}: write it anew")
        count = len(file_fixes) + len(schemas) + len(parts)
        if not count:
            echo("nothing to fix", err=True)
            return
        if write is None:
            echo(f"{_count_words(count)} would be changed", err=True)
            return
        if not yes and is_terminal(sys.stdin) and not click.confirm("Do this?", default=True):
            return
        files: dict[str, str | None] = {
            f"{SCHEMA_FOLDER}/{name}": text for name, text in schemas.items()
        }
        for path, texts in parts.items():
            files |= {path.removeprefix(f"{loaded.chronology.folder}/"): None, **texts}
        left = 0
        for file_fix in file_fixes:
            if obstacle := _obstacle(project.folder, file_fix, loaded.chronology, files):
                echo(f"{file_fix.path}: {obstacle}", err=True)
                left += 1
            else:
                files.update(_files(file_fix, loaded.chronology))
        write(files)
    echo(f"{_count_words(count - left)} changed", err=True)
    sys.exit(1 if left else 0)


def _parts(loaded: Loaded) -> dict[str, dict[str, str]]:
    """Return the files of registries that are divided, and the text of each part."""
    parts_by_file: dict[str, dict[str, str]] = {}
    for path, document in loaded.documents.items():
        parts = split(loaded.chronology.folder, document)
        # What stands in two files of one registry is one for a person to put right.
        taken = {loaded.chronology.file(part) for part in parts or ()} - {path}
        if parts and not taken & loaded.documents.keys():
            parts_by_file[path] = parts
    return parts_by_file


def _all_fixes(events: Path, loaded: Loaded) -> tuple[list[Fix], Loaded]:
    """Return what is to be done to the files, and what is loaded then.

    A mend may bring others to light: that a file can be read, or that a reference leads nowhere
    since an id is written anew.
    """
    folder = loaded.chronology.folder
    done: dict[str, Fix] = {}  # by where each file is then
    for _ in range(MAX_ROUNDS):
        new_fixes = fixes(loaded.chronology.folder, loaded.documents, loaded.findings)
        for fix in new_fixes:
            path, to = (_below(name, loaded.chronology) for name in (fix.path, fix.to))
            first = done.pop(path, None)
            origin = first.path if first else f"{folder}/{path}"
            what = (*first.what, *fix.what) if first else fix.what
            done[to] = Fix(origin, f"{folder}/{to}", fix.text, tuple(dict.fromkeys(what)))
        if not any(fix.is_mended for fix in new_fixes):
            break
        files: dict[str, str | None] = {}
        for to, fix in done.items():
            files.update({fix.path.removeprefix(f"{folder}/"): None, to: fix.text})
        with copy_with(events, files) as copy:
            loaded = load(copy.parent, copy)
    return sorted(done.values(), key=lambda fix: fix.path), loaded


def _below(path: str, chronology: Chronology) -> str:
    return path.removeprefix(f"{chronology.folder}/")


def _count_words(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"


def _obstacle(
    project: Path, fix: Fix, chronology: Chronology, files: Mapping[str, str | None]
) -> str | None:
    """Return why a file stays as it is, if something is in the way; `files` are written too."""
    if (project / fix.path).is_symlink():
        return "not changed: it is a link; mend the file that it leads to"
    if fix.to == fix.path:
        return None
    new = project / fix.to
    if new.exists() or fix.to.removeprefix(f"{chronology.folder}/") in files:
        return f"not moved, {fix.to} is there already"
    if new.parent.exists() and not new.parent.is_dir():
        return f"not changed: {fix.to.rpartition('/')[0]} is a file"
    return None


def _files(fix: Fix, chronology: Chronology) -> dict[str, str | None]:
    """Return what a fix writes and takes away, by paths below the folder of the data."""
    path, to = (_below(name, chronology) for name in (fix.path, fix.to))
    return {to: fix.text} if to == path else {to: fix.text, path: None}
