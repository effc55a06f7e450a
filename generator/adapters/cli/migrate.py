"""`migrate`: rewrites a folder of data from the format that it is written in to the newest."""

import sys
from codecs import BOM_UTF8
from pathlib import Path

import click

from generator.adapters.cli.log import echo
from generator.adapters.cli.terminal import FOLDER_ARGUMENT, open_project, report_progress, writing
from generator.authoring.migrations import migrated
from generator.loading.document import parse_yaml
from generator.loading.loader import load
from generator.model.layout import SETTINGS_FILE
from generator.model.scalars import FORMAT


@click.command()
@FOLDER_ARGUMENT
def migrate(folder: Path) -> None:
    """Bring the data into the newest format. Comments stay, and what the data means.

    \b
    Examples:
      chronology migrate

    Exit codes: 0 done, or nothing to do; 1 chronology.yml has problems; 2 wrong use.
    """
    project = open_project(folder)
    with writing(project) as write:
        with report_progress("reading the data"):
            loaded = load(project.folder, project.events)
        path = loaded.chronology.file(SETTINGS_FILE)
        if path in loaded.incomplete:
            for problem in loaded.problems:
                if problem.path == path:
                    echo(str(problem), err=True)
            sys.exit(1)
        before = loaded.documents[path]
        if loaded.chronology.settings.format == FORMAT:
            echo(f"{path} is in format {FORMAT} already", err=True)
            return
        text = migrated(before.text)
        after = parse_yaml(path, text.encode())
        if after.problems or after.data != {**before.data, "format": str(FORMAT)}:
            echo(f"{path}: write format: {FORMAT} by hand; its keys do not begin a line", err=True)
            sys.exit(1)
        written = (project.events / SETTINGS_FILE).read_bytes()
        mark = "\ufeff" if written.startswith(BOM_UTF8) else ""  # a document is without it
        write({SETTINGS_FILE: mark + text})
    echo(f"{path}: format {loaded.chronology.settings.format} is format {FORMAT} now", err=True)
