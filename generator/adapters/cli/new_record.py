"""`new actor`, `new place`, `new source`: a record more in a registry."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import get_args

import click

from generator.adapters.cli.kept_answers import answers_kept
from generator.adapters.cli.log import echo
from generator.adapters.cli.prompts import Prompts
from generator.adapters.cli.record_files import add_record, id_from, load_sound_data
from generator.adapters.cli.source_text import (
    archived_text,
    content_of,
    read_saved,
    text_written,
)
from generator.adapters.cli.terminal import (
    DAY,
    FILE,
    FOLDER_ARGUMENT,
    is_terminal,
    open_project,
    texts_option,
)
from generator.adapters.project import Project
from generator.loading.loader import Loaded
from generator.model.known_as import suggest_ids
from generator.model.layout import ACTORS_FILE, PLACES_FILE, SOURCES_FILE
from generator.model.outlet_spellings import outlet_as_recorded
from generator.model.records import Actor, Place, Source

_KINDS: list[str] = list(get_args(Actor.model_fields["kind"].annotation))
_PRECISIONS: list[str] = [
    word for part in get_args(Place.model_fields["precision"].annotation) for word in get_args(part)
]
_SOURCE_KINDS: list[str] = list(get_args(Source.model_fields["kind"].annotation))
_ALSO = click.option("--also", multiple=True, help="Another spelling, as printed. May be repeated.")
_VOCABULARY = "vocabulary: A neutral note on its position and its words."
_UNUSED = "unused: {16-21: newsletter box}    # every paragraph that no account cites, and why"
_ID = click.option("--id", "given_id", metavar="ID", help="Its id, if not from its name.")
_NOTE = click.option("--note", help="What a reader must know of it.")
_ASK = click.option("--ask/--no-ask", default=None, help="Ask for the rest; so on a terminal.")


@click.command()
@FOLDER_ARGUMENT
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
      chronology new actor
      chronology new actor --name "Northern Wire" --kind media
      chronology new actor --name "Mira Tolland" --kind person --part-of downstream-league

    Exit codes: 0 written, 2 wrong use, and nothing was written.
    """
    with _begun(folder, ask, "actor") as (project, loaded, prompts):
        name = prompts.text("--name", name, "A neutral name")
        _show_similar(name, loaded.chronology.actors, ACTORS_FILE)
        kind = prompts.choice("--kind", kind, "What it is", _KINDS)
        if part_of:
            part_of = prompts.id("--part-of", part_of, "Belongs to", loaded.chronology.actors)
        prompts.raise_if_errors()
        fields = {"name": name, "also": also, "kind": kind, "part_of": part_of, "note": note}
        add_record(project, loaded, ACTORS_FILE, id_from(given_id, name), fields)


@click.command()
@FOLDER_ARGUMENT
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
      chronology new place
      chronology new place --name "River Bend" --kind town --within basin \\
        --lat 45.5 --lon -12.25 --precision town

    Exit codes: 0 written, 2 wrong use, and nothing was written.
    """
    with _begun(folder, ask, "place") as (project, loaded, prompts):
        name = prompts.text("--name", name, "A neutral name")
        _show_similar(name, loaded.chronology.places, PLACES_FILE)
        if within:
            within = prompts.id("--within", within, "Lies in", loaded.chronology.places)
        prompts.raise_if_errors()
        fields = {
            "name": name,
            "also": also,
            "kind": kind,
            "country": country,
            "within": within,
            "lat": lat,
            "lon": lon,
            "precision": precision,
            "note": note,
        }
        add_record(project, loaded, PLACES_FILE, id_from(given_id, name), fields)


@click.command()
@FOLDER_ARGUMENT
@click.option(
    "--from",
    "saved",
    type=FILE,
    metavar="FILE",
    help="A saved page (HTML) or a reference (CSL JSON): what it says of itself is taken from it.",
)
@texts_option(
    "With --from: the folder of the archived texts, where the text of the page is written."
)
@click.option("--outlet", help="Who published it.")
@click.option("--kind", type=click.Choice(_SOURCE_KINDS), help="What it is.")
@click.option("--author", help="Who wrote it, as printed.")
@click.option("--title", help="Its headline, if it is known.")
@click.option("--published", metavar="WORDS", help='The day: "5 May 2021", or EDTF.')
@click.option("--as-of", type=DAY, help='For "yesterday" and its like.')
@click.option("--published-basis", help="How that day is known, if it is not printed.")
@click.option("--url", help="Its address.")
@click.option("--accessed", type=DAY, help="The day on which it was read at its address.")
@click.option("--archive-url", help="A copy that does not change.")
@click.option("--language", help="en, tr, ar, ku-Latn.")
@click.option(
    "--text",
    type=FILE,
    help="Its archived text, one paragraph a line: counted and check-summed, not copied.",
)
@_ID
@_ASK
def source(
    folder: Path,
    saved: Path | None,
    texts: Path | None,
    outlet: str | None,
    kind: str | None,
    author: str | None,
    title: str | None,
    published: str | None,
    as_of: datetime | None,
    published_basis: str | None,
    url: str | None,
    accessed: datetime | None,
    archive_url: str | None,
    language: str | None,
    text: Path | None,
    given_id: str | None,
    ask: bool | None,
) -> None:
    """Add a source to sources.yml.

    \b
    Examples:
      chronology new source
      chronology new source --from PAGE --texts ../articles
      chronology new source --outlet "The Gazette" --published "5 May 2021" \\
        --url https://gazette.example/pause --language en --text ../articles/gazette.txt

    Exit codes: 0 written, 2 wrong use, and nothing was written.
    """
    with _begun(folder, ask, "source") as (project, loaded, prompts):
        read = read_saved(saved)
        outlet = outlet or read.fields.get("outlet")
        title, url = title or read.fields.get("title"), url or read.fields.get("url")
        published = published or read.fields.get("published")
        language = language or read.fields.get("language")
        author = author or read.fields.get("author")
        outlet = prompts.text("--outlet", outlet, "Who published it")
        given, outlet = outlet, outlet_as_recorded(outlet, loaded.chronology.sources.values())
        if outlet != given:
            echo(f"note: {outlet!r} is how {SOURCES_FILE} spells it", err=True)
        day = as_of.date() if as_of else None
        when = prompts.date("--published", published, "When it was published", day)
        title = prompts.optional(title, "Its headline")
        url = prompts.optional(url, "Its address")
        prompts.raise_if_errors()
        assert when is not None
        id = given_id or f"{id_from(None, outlet)}-{when.anchor_text}"
        if saved and texts and not read.paragraphs:
            echo(f"note: no paragraph was found in {saved.name}, so no text is kept", err=True)
        is_new = text is None and texts is not None and bool(read.paragraphs)
        text = texts / f"{id}.txt" if is_new and texts else text
        content = content_of(read.paragraphs) if is_new else text.read_bytes() if text else b""
        archived = archived_text(text.name, content) if text else None
        fields = {
            "kind": kind or read.fields.get("kind"),
            "outlet": outlet,
            "author": author,
            "title": title,
            "published": when,
            "published_basis": published_basis,
            "url": url,
            "accessed": accessed.date() if accessed else read.fields.get("accessed"),
            "archive_url": archive_url,
            "language": language,
            "text": archived,
        }
        comments = (_VOCABULARY, _UNUSED) if archived else (_VOCABULARY,)
        beside = text_written(text, content) if is_new and text else nullcontext()
        add_record(project, loaded, SOURCES_FILE, id, fields, comments, beside)


@contextmanager
def _begun(
    folder: Path, ask: bool | None, record: str
) -> Iterator[tuple[Project, Loaded, Prompts]]:
    """Give the project, its data, and the prompts; `ask` is None where the terminal decides.

    What is typed is kept where the command does not come to its end.
    """
    project = open_project(folder)
    loaded = load_sound_data(project)
    asks = is_terminal(sys.stdin) if ask is None else ask
    with answers_kept(project.events, asks, record) as answers:
        yield project, loaded, Prompts(asks, answers)


def _show_similar(name: str, records: Mapping[str, object], file: str) -> None:
    """Print the ids of records that a new one may be already."""
    if ids := suggest_ids(name, records):
        echo(f"Perhaps it is in {file} already: {', '.join(ids)}", err=True)
