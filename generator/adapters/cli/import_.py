"""`import`: timelines and tables kept elsewhere, as drafts."""

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

import click

from generator.adapters.cli.import_table import TableOptions, table_reader, write_template
from generator.adapters.cli.log import echo
from generator.adapters.cli.schema import id_list
from generator.adapters.cli.terminal import (
    FOLDER_ARGUMENT,
    day_option,
    day_or_today,
    open_project,
    print_problems_and_exit,
    report_progress,
    writing,
)
from generator.authoring.imports import READERS
from generator.authoring.imports.base import UnsuitableFile
from generator.authoring.imports.cell_dates import ORDERS
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.plan import plan, without_unused
from generator.validation.check import check

TABLE = "table"


@click.command("import")
@click.argument("form", metavar="FORMAT", type=click.Choice([TABLE, *READERS]))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@FOLDER_ARGUMENT
@day_option("the records are added")
@click.option(
    "--map",
    "maps",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="table: which column is what, as date=Datum, or a file that says so; it is kept.",
)
@click.option(
    "--dates",
    type=click.Choice(ORDERS),
    help="table: the order of dates in figures, where it cannot be known. Kept for the next time.",
)
@click.option(
    "--encoding", help="table: the code page of the file, as cp1254, where it is not found."
)
@click.option("--sheet", help="table: which sheet of a workbook is read; else the first that fits.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="WORD=KIND",
    help='What a word for the sort of an event is: a kind, or "new". Of a table, kept.',
)
@click.option("--template", is_flag=True, help="table: write FILE, a workbook to begin with.")
@click.option("--dry-run", is_flag=True, help="Only show what would be done.")
def import_(
    form: str,
    file: Path,
    folder: Path,
    day: datetime | None,
    maps: Sequence[str],
    dates: str | None,
    encoding: str | None,
    sheet: str | None,
    kinds: Sequence[str],
    template: bool,
    dry_run: bool,
) -> None:
    """Write the events of FILE as drafts, below FOLDER, the project's folder.

    FORMAT is table (any spreadsheet, CSV or xlsx), timelinejs (JSON or CSV), ucdp (UCDP GED), csl
    (a library of sources as CSL-JSON, as Zotero exports it), csv (our own tables: the events, with
    accounts.csv, figures.csv and the rest beside them) or xlsx (all of them in one).

    A later import of the same file brings what is new in it, and leaves alone what somebody has
    changed since. Whatever is left out stands in the report.

    \b
    Examples:
      chronology import table events.xlsx
      chronology import table ereignisse.csv --map title=Was --dates dmy
      chronology import table my-events.xlsx --template
      chronology import timelinejs timeline.json --kind "Battle=incident"
      chronology import ucdp ged.csv
      chronology import csl library.json

    Exit codes: 0 all was read, 1 rows are broken or the data has problems, 2 wrong use.
    """
    if template:
        write_template(file)
        return
    if not file.is_file():
        raise click.UsageError(f"there is no file {file}")
    chosen = dict(_pair(kind) for kind in kinds)
    project = open_project(folder)
    with nullcontext() if dry_run else writing(project) as write:
        chronology, problems = check(project.folder, project.events)
        if hindering := without_unused(problems):
            print_problems_and_exit(hindering, "")
        options = TableOptions(maps, dates, encoding, sheet, chosen)
        with report_progress(f"importing {file.name}"):
            try:
                if form == TABLE:
                    kept, registries, imported = table_reader(
                        file, project.events, chronology, options
                    )
                else:
                    registries = Registries(chronology, chosen)
                    kept, imported = {}, READERS[form](file, registries)
            except (UnsuitableFile, OSError) as error:
                raise click.UsageError(f"{file}: {error}") from None
            on = day_or_today(day)
            drafts = plan(project.events, registries, file, imported, on)
        for line in drafts.report.lines:
            echo(f"{file.name}: {line}" if form == TABLE else line)
        if drafts.problems:
            print_problems_and_exit(drafts.problems, "")
        files = {**drafts.files, **kept}
        if write is not None and files:
            write({**files, **id_list(project.events, drafts.chronology)})
    skipped = drafts.report.skipped_rows
    done = "drafts written" if write is not None else "drafts that would be written"
    echo(
        f"{done}: {drafts.drafts:,}; events that were there already: {drafts.known:,}, of which "
        f"updated: {drafts.updated:,}; broken rows: {skipped:,}",
        err=True,
    )
    sys.exit(1 if skipped else 0)


def _pair(kind: str) -> tuple[str, str]:
    word, equals, chosen = (part.strip() for part in kind.rpartition("="))
    if not (word and equals and chosen):
        raise click.UsageError(f"--kind {kind!r}: write WORD=KIND")
    return word, chosen
