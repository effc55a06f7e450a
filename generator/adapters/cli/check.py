"""`check`: names every problem of the data. It only looks, and writes nothing."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date as Day
from datetime import timedelta
from pathlib import Path
from typing import IO

import click

from generator.adapters.cli.log import echo
from generator.adapters.cli.schema import is_id_list_behind
from generator.adapters.cli.terminal import (
    FOLDER_ARGUMENT,
    day_or_today,
    exit_with,
    open_project,
    print_problems_and_exit,
    report_progress,
    texts_option,
)
from generator.adapters.github import annotations
from generator.adapters.site_facts import configured_facts
from generator.model.problems import Problem
from generator.model.records import Chronology
from generator.validation.check import check as check_folder
from generator.validation.days_ahead import days_ahead
from generator.validation.rules.dates import hedged_dates
from generator.validation.rules.files import may_clash
from generator.validation.rules.site_facts import contradictions

MOST_NAMED = 5
"""So many sources, or days, are named in a note."""


@click.command()
@FOLDER_ARGUMENT
@texts_option(
    "The folder of the archived texts: check every locator, figure and label against them."
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
    """Check the data, and name every problem of every file. Nothing is written.

    \b
    Examples:
      chronology check
      chronology check --texts ../articles
      chronology check ../another-chronology
      git diff --name-only main | chronology check --format github --changed -

    Exit codes: 0 no problem, 1 problems in the data, 2 wrong use.
    """
    project = open_project(folder)
    with report_progress("checking the data"):
        chronology, in_data = check_folder(project.folder, project.events, texts=texts)
        of_facts = contradictions(chronology.settings, configured_facts(project.config_file))
        of_addresses = _taken_addresses(chronology, project.handwritten)
        problems = sorted([*project.stray_files, *in_data, *of_facts, *of_addresses])
    if not problems and is_id_list_behind(project.events, chronology):
        echo("note: the editor's list of ids is behind; `fix` mends it", err=True)
    tomorrow = day_or_today(None) + timedelta(days=1)  # which is today in other places
    for note in _notes(chronology, tomorrow):
        echo(f"note: {note}", err=True)
    accounts = sum(len(event.accounts) for event in chronology.events)
    clean = f"{len(chronology.events):,} events, {accounts:,} accounts, no problem"
    if form == "text":
        print_problems_and_exit(problems, clean, chronology.settings.url)
    _print_annotations(project.folder, problems, changed or (), chronology.settings.url)
    exit_with(problems, clean)


def _taken_addresses(chronology: Chronology, handwritten: Mapping[str, str]) -> Collection[Problem]:
    if not any(map(may_clash, handwritten)):
        return ()
    from generator.pipeline import taken_addresses  # and with it all that makes pages

    return taken_addresses(chronology, handwritten)


def _notes(chronology: Chronology, today: Day) -> Iterator[str]:
    """Yield what is no problem, and good to know."""
    gone = [s.id for s in chronology.sources.values() if s.url and not s.text and not s.archive_url]
    if gone:
        yield f"on the web alone, with no archived text and no archived copy: {_named(gone)}"
    ahead = [
        f"{path}: {'.'.join(map(str, location))} {day}"
        for path, location, day in days_ahead(chronology, today)
    ]
    if ahead:
        yield f"days that have not come yet: {_named(ahead)}"
    if hedged := list(hedged_dates(chronology)):
        must = "whose hedge must tell what is to come"
        yield f"dates ahead of their source, {must}: {_named(hedged)}"


def _named(names: Sequence[str]) -> str:
    """Return the first of the names, and how many more there are."""
    more = f" and {len(names) - MOST_NAMED:,} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more


def _print_annotations(
    project: Path, problems: Iterable[Problem], changed: Iterable[str], site: str | None
) -> None:
    """Print problems for GitHub, their paths relative to the current folder, the repository's.

    `changed` are lines with the paths of changed files, `site` is the site's address.
    """
    below = os.path.relpath(project)
    from_here = [
        replace(p, path=Path(os.path.normpath(f"{below}/{p.path}")).as_posix()) for p in problems
    ]
    for annotation in annotations(from_here, {line.strip() for line in changed}, site):
        click.echo(annotation)  # these are commands, and nothing else in them is
