"""`build`: writes a folder that stands alone."""

from pathlib import Path

import click

from generator import pipeline
from generator.adapters.cli.terminal import (
    FOLDER_ARGUMENT,
    open_project,
    print_problems_and_exit,
    report_progress,
)
from generator.adapters.project import ProjectError
from generator.adapters.search_pages import site_index
from generator.adapters.site_facts import configured_facts
from generator.adapters.standalone import write_standalone
from generator.support.disk_errors import in_words


@click.command()
@FOLDER_ARGUMENT
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
      chronology build --to build/plain
      mkdocs build --strict -f build/plain/mkdocs.yml

    Exit codes: 0 written, 1 problems in the data, 2 wrong use.
    """
    project = open_project(folder)
    with report_progress("writing pages"):
        configured = configured_facts(project.config_file)
        site = pipeline.build(
            project.folder,
            project.events,
            project.handwritten,
            drafts=drafts,
            configured=configured,
            are_pages_late=True,
        )
        index = site_index(site, project.written_pages)
    if problems := sorted([*project.stray_files, *site.problems]):
        print_problems_and_exit(problems, "")
    try:
        project.refuse_other_themes()
        count = write_standalone(project, to, site, pipeline.THEME, index)
    except ProjectError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.UsageError(f"{in_words(error, to)}; {to} is as it was") from None
    print_problems_and_exit((), f"{count:,} files written to {to}")
