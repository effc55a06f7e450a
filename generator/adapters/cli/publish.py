"""`publish`: which drafts are ready, which are not, and why; and publishes those that are named."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from datetime import date, datetime
from pathlib import Path

import click

from generator.adapters.cli.log import echo
from generator.adapters.cli.schema import id_list
from generator.adapters.cli.terminal import (
    FOLDER,
    day_option,
    day_or_today,
    open_project,
    report_progress,
    writing,
)
from generator.authoring.publishing import (
    WORKED_EXAMPLE,
    Draft,
    drafts_of,
    published_text,
    readiness,
)
from generator.loading.loader import Loaded, load
from generator.model.layout import id_in
from generator.model.references import named_records


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--all", "is_all", is_flag=True, help="All events that are ready, and what they name."
)
@click.option(
    "--named",
    is_flag=True,
    help="Also the actors, places and sources that the events name: somebody has looked at them.",
)
@day_option("the events are published")
@click.option("--dry-run", is_flag=True, help="Only show what would be done.")
@click.option(
    "--project",
    "folder",
    type=FOLDER,
    default=".",
    metavar="FOLDER",
    help="The project's folder; the current one, if left out.",
)
def publish(
    ids: Sequence[str],
    is_all: bool,
    named: bool,
    day: datetime | None,
    dry_run: bool,
    folder: Path,
) -> None:
    """Publish drafts: events, and records of the registries, by their ids.

    A draft that is not ready stays one, and what is left to do in it is said, by file and line.
    Without an ID, nothing is published: all drafts are listed, those that are ready and the others.

    \b
    Examples:
      chronology publish
      chronology publish 2021-05-04-pause-in-pumping upstream-council
      chronology publish 2021-05-04-pause-in-pumping --named
      chronology publish --all --on 2026-01-09

    Exit codes: 0 done, 1 drafts are not ready, 2 wrong use.
    """
    project = open_project(folder)
    is_list = not ids and not is_all
    on = day_or_today(day)
    with nullcontext() if dry_run or is_list else writing(project) as write:
        with report_progress("reading the data"):
            loaded = load(project.folder, project.events)
            drafts = drafts_of(loaded.chronology)
            if unknown := [id for id in ids if id not in drafts]:
                listed = ", ".join(map(repr, unknown))
                raise click.UsageError(f"nothing was published: no draft has the id {listed}")
            chosen = ids or [id for id in drafts if id != WORKED_EXAMPLE]
            wanted = [draft for id in chosen for draft in drafts[id]]
            if named or is_all:
                wanted += _named_by(loaded, wanted, drafts)
            outcome = readiness(loaded, wanted, on)
        for problem in outcome.problems:
            echo(str(problem))
        if is_list:
            for draft in outcome.ready:
                echo(f"ready: {_id(draft)}")
        files: dict[str, str | None] = {}
        by_hand: list[str] = []
        for path, text in () if is_list else _texts(loaded, outcome.ready, on):
            below = path.removeprefix(f"{loaded.chronology.folder}/")
            if text is None:
                by_hand.append(path)
            else:
                files[below] = text
        for path in by_hand:
            echo(f"{path}: take out `draft: true` by hand", err=True)
        if write is not None:
            write({**files, **id_list(project.events, loaded.chronology)})
    count, left = len(outcome.ready) - len(by_hand), len(outcome.left)
    done = "ready" if write is None else "published"
    echo(f"{done}: {count:,}; not ready: {left:,}", err=True)
    sys.exit(1 if left or by_hand else 0)


def _id(draft: Draft) -> str:
    return draft.id or id_in(draft.path)


def _named_by(
    loaded: Loaded, wanted: Iterable[Draft], drafts: dict[str, list[Draft]]
) -> list[Draft]:
    """Return the drafts of records that the events among some drafts name, or that hold those."""
    events = {event.path: event for event in loaded.chronology.events}
    named = (
        id
        for draft in wanted
        if draft.path in events
        for id in named_records(loaded.chronology, events[draft.path])
    )
    return [draft for id in dict.fromkeys(named) for draft in drafts.get(id, ()) if draft.id]


def _texts(loaded: Loaded, ready: Iterable[Draft], on: date) -> Iterable[tuple[str, str | None]]:
    """Yield each file with drafts that are published, and its text; None where a person must."""
    by_path: dict[str, list[str]] = {}
    for draft in ready:
        by_path.setdefault(draft.path, []).append(draft.id)
    for path, ids in by_path.items():
        yield path, published_text(loaded.documents[path], ids, on)
