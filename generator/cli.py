"""The command line: `python -m generator check|build`. No rule and no page is known here.

Exit codes: 0 clean, 1 problems in the data, 2 wrong use.
"""

import sys
from collections.abc import Collection
from pathlib import Path

import click

from generator.problems import Problem
from generator.project import Project, ProjectError
from generator.site import THEME, make, read

_FOLDER = click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default="."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """A chronology of contested events: check its YAML, write its pages.

    FOLDER is the project's folder, the one with mkdocs.yml; the current one by default.

    Exit codes: 0 clean, 1 problems in the data, 2 wrong use.
    """


@main.command()
@_FOLDER
@click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder of the archived texts: check every locator, figure and label against them.",
)
def check(folder: Path, texts: Path | None) -> None:
    """Check the data, and name every problem of every file.

    \b
    Examples:
      python -m generator check
      python -m generator check --texts ../articles
      python -m generator check ../another-chronology
    """
    project = _project(folder)
    chronology, problems = read(project.folder, project.events, texts=texts)
    accounts = sum(len(event.accounts) for event in chronology.events)
    _end(problems, f"{len(chronology.events):,} events, {accounts:,} accounts, no problem")


@main.command()
@_FOLDER
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
    """
    project = _project(folder)
    site = make(project.folder, project.events, project.handwritten, drafts=drafts)
    if site.problems:
        _end(site.problems, "")
    try:
        count = project.write(to, site.outputs, THEME)
    except (ProjectError, OSError) as error:
        raise click.UsageError(str(error)) from None
    _end((), f"{count:,} files written to {to}")


def _project(folder: Path) -> Project:
    """The project in a folder; wrong use where it is none."""
    try:
        project = Project(folder)
    except ProjectError as error:
        raise click.UsageError(str(error)) from None
    if not project.events.is_dir():
        raise click.UsageError(f"there is no folder {project.events}: see `events` in mkdocs.yml")
    return project


def _end(problems: Collection[Problem], clean: str) -> None:
    """Print the problems, quoted on a terminal, and leave with the exit code they ask for."""
    is_terminal = sys.stdout.isatty()
    for problem in problems:
        if is_terminal:
            place, code, rest = str(problem).partition(f" {problem.code} ")
            click.echo(click.style(place, bold=True) + click.style(code, fg="red") + rest)
            click.echo(problem.with_quote().partition("\n")[2], nl=bool(problem.quote.strip()))
        else:
            click.echo(str(problem))
    count = len(problems)
    last = f"{count:,} problem{'s' if count != 1 else ''}" if count else clean
    click.echo(last, err=True)
    sys.exit(1 if problems else 0)
