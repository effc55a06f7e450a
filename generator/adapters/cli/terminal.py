"""What all commands share: the project's folder, problems on the screen, progress, exit codes."""

import os
import sys
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn, TextIO, TypeVar

import click

from generator.adapters.cli.log import echo
from generator.adapters.project import Project, ProjectError
from generator.model.problems import Problem, problem_count
from generator.support.disk_errors import in_words
from generator.support.whole_files import Write, alone_in, settle

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
"""A folder that is there, as the type of an argument or an option."""


class _File(click.Path):
    """A file that is there; no pipe or device, which may never end."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = super().convert(value, param, ctx)
        if not Path(os.fsdecode(path)).is_file():
            self.fail(f"{value!r} is a pipe or a device, no file", param, ctx)
        return path


FILE = _File(exists=True, dir_okay=False, path_type=Path)
"""A file that is there."""
DAY = click.DateTime(["%Y-%m-%d"])
"""A day, as 2026-01-09."""
FOLDER_ARGUMENT = click.argument("folder", type=FOLDER, default=".")
"""The project's folder, the last argument of a command."""
Command = TypeVar("Command", bound=Callable[..., Any])
PATIENCE = 2.0
"""So many seconds a run is silent."""


def texts_option(help: str) -> Callable[[Command], Command]:
    """Return the option `--texts`: the folder of the archived texts; the help says what for."""
    return click.option("--texts", type=FOLDER, metavar="DIR", help=help)


def day_option(what: str) -> Callable[[Command], Command]:
    """Return the option `--on`, which gives `day`; `what` happens on it, as the help says."""
    help = f"The day on which {what}, such as 2026-01-09; today, if left out."
    return click.option("--on", "day", type=DAY, metavar="DAY", help=help)


def day_or_today(given: datetime | None) -> date:
    """Return the day that was given, or else today, where the user is."""
    return (given or datetime.now().astimezone()).date()


def open_project(folder: Path) -> Project:
    """Return the project in a folder; wrong use where it is none, or has no events.

    What a killed command has begun to write is finished first.
    """
    try:
        project = Project(folder)
    except ProjectError as error:
        raise click.UsageError(str(error)) from None
    if not project.events.is_dir():
        raise click.UsageError(f"there is no folder {project.events}: see `events` in mkdocs.yml")
    settle(project.events)
    return project


@contextmanager
def writing(project: Project) -> Iterator[Write]:
    """Give what writes files of the data, all or none, while no other command does.

    What is read inside of this and written again loses nothing. Wrong use where a disk or a right
    forbids it.
    """
    events = project.events

    def write_all(files: Mapping[str, str | None]) -> None:
        try:
            write(files)
        except OSError as error:
            raise click.UsageError(f"nothing was written: {in_words(error, events)}") from None

    waiting = f"waiting for another command that writes {events}"
    with alone_in(events, lambda: echo(waiting, err=True)) as write:
        yield write_all


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether somebody sits there; a stream may have been closed before we came."""
    return stream is not None and stream.isatty()


@contextmanager
def report_progress(step: str, patience: float = PATIENCE) -> Iterator[None]:
    """Say on stderr what goes on, every few seconds, where it takes longer than a moment."""
    done = threading.Event()

    def tell() -> None:
        seconds = 0.0
        while not done.wait(patience):
            seconds += patience
            echo(f"{step} … {seconds:g} s", err=True)

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def print_problems_and_exit(
    problems: Collection[Problem], clean: str, site: str | None = None
) -> NoReturn:
    """Print the problems, quoted on a terminal, and leave with the exit code they ask for.

    `site` is the site's address, where problems are explained.
    """
    on_terminal = is_terminal(sys.stdout)
    for problem in problems:
        if on_terminal:
            place, code, rest = str(problem).partition(f" {problem.code} ")
            click.echo(click.style(place, bold=True) + click.style(code, fg="red") + rest)
            click.echo(problem.with_quote(site).partition("\n")[2])
        else:
            echo(str(problem))
    if problems and not on_terminal:
        codes = " ".join(dict.fromkeys(problem.code for problem in problems))
        echo(f"explained: chronology explain {codes}", err=True)
    exit_with(problems, clean)


def exit_with(problems: Collection[Problem], clean: str) -> NoReturn:
    """Count the problems on stderr, and leave: 1 with problems, 0 without."""
    echo(problem_count(problems) if problems else clean, err=True)
    sys.exit(1 if problems else 0)
