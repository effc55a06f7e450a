"""The command line: `python -m generator`, a thin adapter. No rule and no page is known here.

Exit codes: 0 clean, 1 problems in the data, 2 wrong use.
"""

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import IO

import click

from generator import pipeline
from generator.adapters.cli.diff import diff
from generator.adapters.cli.fix import fix
from generator.adapters.cli.import_ import import_
from generator.adapters.cli.new_event import new
from generator.adapters.cli.schema import renew_ids, schema
from generator.adapters.cli.terminal import FOLDER, end, leave, progress, project_in
from generator.adapters.github import annotations
from generator.adapters.project import ProjectError
from generator.adapters.standalone import write_standalone


class _Commands(click.Group):
    """Commands that end in words, whatever a disk, a right or a name forbids."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # nobody reads on; click leaves quietly
                raise
            where = f": {error.filename}" if error.filename else ""
            raise click.UsageError(f"{error.strerror or error}{where}") from None
        except UnicodeEncodeError as error:
            raise click.UsageError(f"this is no text in UTF-8: {error.object!r}") from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """A chronology of contested events: check its YAML, write its pages.

    FOLDER is the project's folder, the one with mkdocs.yml; the current one by default.

    Exit codes: 0 clean, 1 problems in the data, 2 wrong use.
    """


@main.command()
@FOLDER
@click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder of the archived texts: check every locator, figure and label against them.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github"]),
    default="text",
    help="How problems are printed; github: as annotations of a pull request.",
)
@click.option(
    "--changed",
    type=click.File(encoding="utf-8", errors="surrogateescape"),
    metavar="LIST",
    help="With --format github: a file that lists changed files, one a line; their problems come "
    "first. A hyphen reads the list from standard input.",
)
def check(folder: Path, texts: Path | None, form: str, changed: IO[str] | None) -> None:
    """Check the data, and name every problem of every file.

    \b
    Examples:
      python -m generator check
      python -m generator check --texts ../articles
      python -m generator check ../another-chronology
      git diff --name-only main | python -m generator check --format github --changed -

    Exit codes: 0 no problem, 1 problems in the data, 2 wrong use.
    """
    project = project_in(folder)
    with progress("checking the data"):
        chronology, problems = pipeline.check(project.folder, project.events, texts=texts)
    accounts = sum(len(event.accounts) for event in chronology.events)
    if not problems and renew_ids(project.events, chronology):
        click.echo("note: the editor's list of ids was behind and was written anew", err=True)
    clean = f"{len(chronology.events):,} events, {accounts:,} accounts, no problem"
    if form == "text":
        end(problems, clean)
    below = os.path.relpath(project.folder)
    placed = [
        replace(p, path=Path(os.path.normpath(f"{below}/{p.path}")).as_posix()) for p in problems
    ]
    names = {line.strip() for line in changed or ()}
    for annotation in annotations(placed, names):
        click.echo(annotation)
    leave(problems, clean)


@main.command()
@FOLDER
@click.option(
    "--to",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where to write; empty, missing, or made by an earlier build.",
)
@click.option("--drafts", is_flag=True, help="Write drafts as well.")
def build(folder: Path, to: Path, drafts: bool) -> None:
    """Write a folder that stands alone: docs/, mkdocs.yml and theme/, for MkDocs without us.

    Where there is a problem in the data, nothing is written.

    \b
    Examples:
      python -m generator build --to build/plain
      mkdocs build --strict -f build/plain/mkdocs.yml

    Exit codes: 0 written, 1 problems in the data, 2 wrong use.
    """
    project = project_in(folder)
    with progress("writing pages"):
        site = pipeline.build(project.folder, project.events, project.handwritten, drafts=drafts)
    if site.problems:
        end(site.problems, "")
    try:
        count = write_standalone(project, to, site.outputs, pipeline.THEME)
    except (ProjectError, OSError) as error:
        raise click.UsageError(str(error)) from None
    end((), f"{count:,} files written to {to}")


for command in (diff, fix, import_, new, schema):
    main.add_command(command)
