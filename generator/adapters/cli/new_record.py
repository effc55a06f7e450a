"""`new actor|place|source`: a record more in a registry, and what all of `new` share."""

import hashlib
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import get_args

import click

from generator.adapters.cli.prompts import Asker
from generator.adapters.cli.terminal import FOLDER, is_terminal, progress, project_in
from generator.adapters.project import Project
from generator.authoring.duplicates import matching
from generator.authoring.editor_schema import modeline
from generator.authoring.scaffold import record_text, short_slug, with_record
from generator.loading.loader import Loaded, load
from generator.model.records import Actor, Place
from generator.pipeline import check
from generator.support.atomic_write import write_text

_KINDS: list[str] = list(get_args(Actor.model_fields["kind"].annotation))
_PRECISIONS: list[str] = [
    word for part in get_args(Place.model_fields["precision"].annotation) for word in get_args(part)
]
_ALSO = click.option("--also", multiple=True, help="Another spelling, as printed. May be repeated.")
_ID = click.option("--id", "given_id", metavar="ID", help="Its id, if not from its name.")
_NOTE = click.option("--note", help="What a reader must know of it.")
_ASK = click.option("--ask/--no-ask", default=None, help="Ask for the rest; so on a terminal.")


@click.command()
@FOLDER
@click.option("--name", help="A neutral name.")
@click.option("--kind", type=click.Choice(_KINDS), help="What it is.")
@_ALSO
@click.option("--part-of", metavar="ID", help="The actor that it belongs to.")
@_NOTE
@_ID
@_ASK
def actor(
    folder: Path,
    name: str | None,
    kind: str | None,
    also: Sequence[str],
    part_of: str | None,
    note: str | None,
    given_id: str | None,
    ask: bool | None,
) -> None:
    """Add an actor to actors.yml.

    \b
    Examples:
      python -m generator new actor
      python -m generator new actor --name "Northern Wire" --kind media
      python -m generator new actor --name "Mira Tolland" --kind person --part-of downstream-league

    Exit codes: 0 written, 2 wrong use, and nothing was written.
    """
    project, loaded, asker = _begin(folder, ask)
    name = asker.text("--name", name, "A neutral name")
    _show_alike(name, loaded.chronology.actors, "actors.yml")
    if kind is None and asker.ask:
        kind = click.prompt("What it is", type=click.Choice(_KINDS), err=True)
    kind = asker.text("--kind", kind, f"What it is ({', '.join(_KINDS)})")
    if part_of:
        part_of = asker.id("--part-of", part_of, "Belongs to", loaded.chronology.actors)
    asker.end()
    fields = (("name", name), ("also", also), ("kind", kind), ("part_of", part_of), ("note", note))
    _add(project, loaded, "actors.yml", id_of(given_id, name), fields)


@click.command()
@FOLDER
@click.option("--name", help="A neutral name.")
@click.option("--kind", help="Town, region, river …")
@_ALSO
@click.option("--country", help="Its ISO 3166-1 code: two letters.")
@click.option("--within", metavar="ID", help="The place that it lies in.")
@click.option("--lat", type=float, help="Degrees north: 36.2.")
@click.option("--lon", type=float, help="Degrees east: 37.15.")
@click.option("--precision", type=click.Choice(_PRECISIONS), help="What the coordinates stand for.")
@_NOTE
@_ID
@_ASK
def place(
    folder: Path,
    name: str | None,
    kind: str | None,
    also: Sequence[str],
    country: str | None,
    within: str | None,
    lat: float | None,
    lon: float | None,
    precision: str | None,
    note: str | None,
    given_id: str | None,
    ask: bool | None,
) -> None:
    """Add a place to places.yml.

    \b
    Examples:
      python -m generator new place
      python -m generator new place --name "River Bend" --kind town --within basin \\
        --lat 45.5 --lon -12.25 --precision town

    Exit codes: 0 written, 2 wrong use, and nothing was written.
    """
    project, loaded, asker = _begin(folder, ask)
    name = asker.text("--name", name, "A neutral name")
    _show_alike(name, loaded.chronology.places, "places.yml")
    if within:
        within = asker.id("--within", within, "Lies in", loaded.chronology.places)
    asker.end()
    fields = (
        *(("name", name), ("also", also), ("kind", kind), ("country", country), ("within", within)),
        *(("lat", lat), ("lon", lon), ("precision", precision), ("note", note)),
    )
    _add(project, loaded, "places.yml", id_of(given_id, name), fields)


@click.command()
@FOLDER
@click.option("--outlet", help="Who published it.")
@click.option("--title", help="Its headline, if it is known.")
@click.option("--published", metavar="WORDS", help='The day: "5 May 2021", or EDTF.')
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help='For "yesterday" and its like.')
@click.option("--published-basis", help="How that day is known, if it is not printed.")
@click.option("--url", help="Its address.")
@click.option("--archive-url", help="A copy that does not change.")
@click.option("--language", help="en, tr, ar, ku-Latn.")
@click.option(
    "--text",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Its archived text, one paragraph a line: counted and check-summed, not copied.",
)
@_ID
@_ASK
def source(
    folder: Path,
    outlet: str | None,
    title: str | None,
    published: str | None,
    as_of: datetime | None,
    published_basis: str | None,
    url: str | None,
    archive_url: str | None,
    language: str | None,
    text: Path | None,
    given_id: str | None,
    ask: bool | None,
) -> None:
    """Add a source to sources.yml.

    \b
    Examples:
      python -m generator new source
      python -m generator new source --outlet "The Gazette" --published "5 May 2021" \\
        --url https://gazette.example/pause --language en --text ../articles/gazette.txt

    Exit codes: 0 written, 2 wrong use, and nothing was written.
    """
    project, loaded, asker = _begin(folder, ask)
    outlet = asker.text("--outlet", outlet, "Who published it")
    day = as_of.date() if as_of else None
    when = asker.date("--published", published, "When it was published", day)
    title = asker.maybe(title, "Its headline")
    url = asker.maybe(url, "Its address")
    asker.end()
    assert when is not None
    archived: dict[str, object] | None = None
    if text is not None:
        content = text.read_bytes()
        lines = content.decode("utf-8-sig", errors="replace").splitlines()
        count = sum(bool(line.strip()) for line in lines)
        archived = {
            "file": text.name,
            "sha256": hashlib.sha256(content).hexdigest(),
            "paragraphs": count,
            "body": (f"1-{count}",),
        }
    fields = (
        *(("outlet", outlet), ("title", title), ("published", when)),
        *(("published_basis", published_basis), ("url", url), ("archive_url", archive_url)),
        *(("language", language), ("text", archived)),
    )
    comments = (
        *(["vocabulary: A neutral note on its position and its words."]),
        *(
            ["unused: {16-21: newsletter box}    # every paragraph that no account cites, and why"]
            if archived
            else []
        ),
    )
    id = given_id or f"{id_of(None, outlet)}-{when.anchor_text}"
    _add(project, loaded, "sources.yml", id, fields, comments)


def loaded_in(project: Project) -> Loaded:
    """The project's data; wrong use where it is broken, for a new record could not be checked."""
    with progress("reading the data"):
        loaded = load(project.folder, project.events)
    if loaded.problems:
        listed = "\n  ".join(str(problem) for problem in loaded.problems)
        raise click.UsageError(f"nothing was written; first mend what is there:\n  {listed}")
    return loaded


def created(project: Project, path: Path, text: str, before: str | None = None) -> None:
    """Write a file and load it; if it is not valid, it is as `before`, and that is wrong use."""
    write_text(path, text)
    shown = path.relative_to(project.folder).as_posix()
    wrong = None
    try:
        wrong = [p for p in load(project.folder, project.events).problems if p.path == shown]
    finally:  # also where somebody loses patience
        if wrong != []:
            _undo(path, before)
    if not wrong:
        return
    listed = "\n  ".join(f"{p.message} ({p.way_out}): {p.quote.strip()}" for p in wrong)
    raise click.UsageError(f"nothing was written:\n  {listed}")


def _undo(path: Path, before: str | None) -> None:
    if before is not None:
        write_text(path, before)
        return
    path.unlink()
    if not any(path.parent.iterdir()):
        path.parent.rmdir()


def id_of(given: str | None, name: str) -> str:
    """The id that was given, or the one that a name makes; wrong use where it makes none."""
    if id := given or short_slug(name):
        return id
    raise click.UsageError(f"nothing was written: no id can be made of {name!r}; give one by --id")


def tell_findings(project: Project, path: str, from_line: int = 1) -> None:
    """What `check` says of a new record, as what is left to do."""
    for problem in check(project.folder, project.events)[1]:
        if problem.path == path and problem.line >= from_line:
            click.echo(f"Left to do: {problem}", err=True)


def _begin(folder: Path, ask: bool | None) -> tuple[Project, Loaded, Asker]:
    project = project_in(folder)
    return project, loaded_in(project), Asker(is_terminal(sys.stdin) if ask is None else ask)


def _show_alike(name: str, records: Mapping[str, object], file: str) -> None:
    found = matching(name, records)
    if found:
        click.echo(f"Perhaps it is in {file} already: {', '.join(found)}", err=True)


def _add(
    project: Project,
    loaded: Loaded,
    file: str,
    id: str,
    fields: Iterable[tuple[str, object]],
    comments: Iterable[str] = (),
) -> None:
    path = project.events / file
    before = path.read_text("utf-8") if path.is_file() else None
    document = loaded.documents.get(f"{loaded.chronology.folder}/{file}")
    if document is not None and id in (document.data or {}):
        raise click.UsageError(f"nothing was written: {id!r} is in {file}; give another --id")
    text = with_record(before or modeline(file), record_text(id, fields, comments))
    created(project, path, text, before)
    click.echo(id)
    click.echo(f"Added to {loaded.chronology.folder}/{file}.", err=True)
    line = text.splitlines().index(f"{id}:") + 1
    tell_findings(project, f"{loaded.chronology.folder}/{file}", line)
