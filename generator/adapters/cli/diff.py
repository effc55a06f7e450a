"""`diff`: what changed in the data between two states, and whether it was corrected openly."""

import sys
import tempfile
from html import unescape
from pathlib import Path

import click

from generator.adapters.cli.log import echo
from generator.adapters.cli.revisions import state
from generator.adapters.cli.terminal import FOLDER_ARGUMENT, is_terminal, report_progress
from generator.authoring.diff.changes import compare
from generator.authoring.diff.report import as_json, markdown
from generator.model.layout import id_in, registry_of
from generator.support.log_lines import harmless, harmless_json


@click.command()
@click.argument("old")
@click.argument("new")
@FOLDER_ARGUMENT
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    help="How the changes are told.",
)
def diff(old: str, new: str, folder: Path, form: str) -> None:
    """Tell in words what changed in the data from OLD to NEW: two folders, or two git revisions.

    What OLD published (a figure, a date, an account; not a draft) and NEW changes or drops needs a
    new entry under `corrections` in its event. An account that NEW adds to what OLD published needs
    `added`, the day; other additions need nothing. FOLDER is the project's folder, to which
    revisions belong; where a name is a folder and a revision, it is the folder.

    \b
    Examples:
      chronology diff main HEAD
      chronology diff HEAD .
      chronology diff ../before ../after --format json

    Exit codes: 0 nothing is missing, 1 a correction or an account's day is missing, 2 wrong use.
    """
    project = folder.resolve()
    with report_progress("comparing"), tempfile.TemporaryDirectory() as work:
        old_work, new_work = Path(work, "old"), Path(work, "new")
        old_work.mkdir()
        new_work.mkdir()
        old_state, new_state = state(old, project, old_work), state(new, project, new_work)
    folder_name = new_state.chronology.folder
    incomplete = {
        id_in(registry_of(path.removeprefix(f"{folder_name}/")) or path)
        for path in new_state.incomplete
    }
    changes = compare(old_state.chronology, new_state.chronology, incomplete)
    report = as_json(changes) if form == "json" else markdown(changes)
    if form == "markdown" and is_terminal(sys.stdout):
        report = unescape(report)  # people read it as it is
    click.echo(harmless_json(report) if form == "json" else harmless(report), nl=False)
    for name, problems in ((old, old_state.problems), (new, new_state.problems)):
        for problem in problems:
            echo(f"note: in {name}, not compared: {problem}", err=True)
    for events, what in (
        (changes.uncorrected, "without a correction"),
        (changes.undated, "with an account that does not say when it was added"),
    ):
        if count := len(events):
            echo(f"{count:,} event{'s' * (count != 1)} {what}", err=True)
    sys.exit(0 if changes.is_open else 1)
