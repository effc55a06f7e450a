"""`new source`: a source more in sources.yml, from a saved page or from what is typed."""

from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import get_args

import click

from generator.adapters.cli.log import echo
from generator.adapters.cli.new_record import ASK, ID, begin_record
from generator.adapters.cli.record_files import add_record, id_from
from generator.adapters.cli.source_text import archived_text, content_of, read_saved, text_written
from generator.adapters.cli.terminal import DAY, FILE, FOLDER_ARGUMENT, texts_option
from generator.model.layout import SOURCES_FILE
from generator.model.outlet_spellings import outlet_as_recorded
from generator.model.records import Source

_KINDS: list[str] = list(get_args(Source.model_fields["kind"].annotation))
_VOCABULARY = "vocabulary: A neutral note on its position and its words."
_UNUSED = "unused: {16-21: newsletter box}    # every paragraph that no account cites, and why"


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
@click.option("--kind", type=click.Choice(_KINDS), help="What it is.")
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
@ID
@ASK
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
    with begin_record(folder, ask, "source") as (project, loaded, prompts):
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
