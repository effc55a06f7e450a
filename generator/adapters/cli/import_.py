"""`import`: timelines kept elsewhere, as drafts."""

from datetime import datetime
from pathlib import Path

import click

from generator.adapters.cli.log import echo
from generator.adapters.cli.schema import id_list
from generator.adapters.cli.terminal import (
    open_project,
    print_problems_and_exit,
    report_progress,
    writing,
)
from generator.authoring.imports import READERS
from generator.authoring.imports.base import UnsuitableFile
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.plan import plan
from generator.validation.check import check


@click.command("import")
@click.argument("form", metavar="FORMAT", type=click.Choice(list(READERS)))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default="."
)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The day on which the records are added, such as 2026-01-09; today, if left out.",
)
def import_(form: str, file: Path, folder: Path, day: datetime | None) -> None:
    """Write the events of FILE as drafts, below FOLDER, the project's folder.

    FORMAT is timelinejs (JSON or CSV), ucdp (UCDP GED, CSV), csv (our own tables: the events,
    with accounts.csv, figures.csv and the rest beside them) or xlsx (all of them in one). Nothing
    that exists is overwritten; a second import of the same file changes nothing. Whatever is left
    out stands in the report.

    \b
    Examples:
      chronology import timelinejs timeline.json
      chronology import ucdp ged.csv
      chronology import csv tables/events.csv --on 2026-01-09

    Exit codes: 0 all was read, 1 rows are broken or the data has problems, 2 wrong use.
    """
    project = open_project(folder)
    with writing(project) as write:
        chronology, problems = check(project.folder, project.events)
        if problems:
            print_problems_and_exit(problems, "")
        registries = Registries(chronology)
        with report_progress(f"importing {file.name}"):
            try:
                imported = READERS[form](file, registries)
            except (UnsuitableFile, OSError) as error:
                raise click.UsageError(f"{file}: {error}") from None
            on = (day or datetime.now().astimezone()).date()
            drafts = plan(project.events, registries, file, imported, on)
        for line in drafts.report.lines:
            echo(line)
        if drafts.problems:
            print_problems_and_exit(drafts.problems, "")
        if drafts.files:
            write({**drafts.files, **id_list(project.events, drafts.chronology)})
    skipped = drafts.report.skipped_rows
    echo(
        f"drafts written: {drafts.drafts:,}; events that were there already: {drafts.known:,}; "
        f"broken rows: {skipped:,}",
        err=True,
    )
    raise SystemExit(1 if skipped else 0)
