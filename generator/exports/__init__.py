"""A chronology to data files: this is the table of all formats. To add one, see `base.py`.

May import: support, model, analysis, rendering.language, markupsafe, pydantic.
"""

from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import NamedTuple

from generator.exports import (
    bib,
    calendar_ics,
    changes_json,
    chronology_json,
    citation_cff,
    csl,
    csv_files,
    feeds,
    geojson,
    json_schema,
    sqlite,
    timelinejs,
    workbook,
)
from generator.exports.base import Format
from generator.exports.tables import let_go_of_rows, table_rows
from generator.model.output import ExportedFile, ExportedFormat, Output
from generator.model.records import Chronology
from generator.rendering.language import ENGLISH, Language
from generator.support.cache import Cache

FORMATS: tuple[Format, ...] = (
    feeds.FORMAT,
    changes_json.FORMAT,
    calendar_ics.FORMAT,
    csv_files.FORMAT,
    workbook.FORMAT,  # beside the tables, whose rows it shares
    sqlite.FORMAT,
    chronology_json.FORMAT,
    json_schema.FORMAT,
    geojson.FORMAT,
    timelinejs.FORMAT,
    csl.FORMAT,
    bib.FORMAT,
    citation_cff.FORMAT,
)
"""Every format, in the order of the page that lists them."""


class Exports(NamedTuple):
    """What was written of a chronology."""

    formats: tuple[ExportedFormat, ...]
    """Every format with its files, also one that had nothing to write."""
    outputs: tuple[Output, ...]


def export(
    chronology: Chronology,
    cache: Cache | None = None,
    language: Language = ENGLISH,
    is_late: bool = False,
) -> Exports:
    """Write the chronology in every format; sentences in them are in the language.

    Where `is_late`, most contents are made when they are first read.
    """
    cache = cache or Cache(lasting=False)

    def write(form: Format) -> list[Output]:
        if form.is_spoken:
            return list(form.write(chronology, cache, language=language))
        return list(form.write(chronology, cache))

    files = list(map(write, FORMATS))
    if not is_late:
        _make(files, chronology, cache)
    formats = (
        ExportedFormat(
            form.name,
            form.about,
            tuple(ExportedFile(output.path, form.media_type_of(output.path)) for output in written),
        )
        for form, written in zip(FORMATS, files, strict=True)
    )
    return Exports(tuple(formats), tuple(chain.from_iterable(files)))


def _make(files: list[list[Output]], chronology: Chronology, cache: Cache) -> None:
    """Make the contents of all files, those of each format in its list."""
    table_rows(chronology, cache)  # before two threads ask for them
    by_format = zip(FORMATS, files, strict=True)
    beside_first = sorted(by_format, key=lambda pair: not pair[0].is_beside)
    with ThreadPoolExecutor(1) as thread:
        for form, written in beside_first:
            if form.is_beside:
                written[:] = [output.begun_in(thread) for output in written]
        # The last ones take most room while they are made: before the others lie there.
        for _, written in reversed(beside_first):
            written[:] = [output.put_aside(cache) for output in written]
    let_go_of_rows(cache)
