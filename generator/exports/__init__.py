"""A chronology to data files: this is the table of all formats. To add one, see `base.py`.

May import: support, model, analysis, and of rendering the language alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.exports import (
    bib,
    calendar_ics,
    chronology_json,
    csl,
    feeds,
    geojson,
    json_schema,
    sqlite,
    tables,
    timelinejs,
)
from generator.exports.base import Format
from generator.model.output import ExportedFile, ExportedFormat, Output
from generator.model.records import Chronology
from generator.support.cache import Cache
from generator.support.worker import Aside, pays

FORMATS: tuple[Format, ...] = (
    feeds.FORMAT,
    calendar_ics.FORMAT,
    tables.FORMAT,
    sqlite.FORMAT,  # beside the tables, whose rows it shares
    chronology_json.FORMAT,
    json_schema.FORMAT,
    geojson.FORMAT,
    timelinejs.FORMAT,
    csl.FORMAT,
    bib.FORMAT,
)
"""Every format, in the order of the page that lists them."""


class Exports(NamedTuple):
    """What was written of a chronology."""

    formats: tuple[ExportedFormat, ...]
    """Every format with its files, also one that had nothing to write."""
    outputs: tuple[Output, ...]


def export(chronology: Chronology, cache: Cache | None = None) -> Exports:
    """Write the chronology in every format."""
    formats: list[ExportedFormat] = []
    outputs: list[Output] = []
    for form, written in _written(chronology, cache or Cache(is_last=True)):
        files = tuple(
            ExportedFile(output.path, form.media_type_of(output.path)) for output in written
        )
        formats.append(ExportedFormat(form.name, form.about, files))
        outputs += written
    return Exports(tuple(formats), tuple(outputs))


def _written(chronology: Chronology, cache: Cache) -> Iterator[tuple[Format, list[Output]]]:
    """Yield each format with its files; where it pays, a second process writes half of them."""

    def write(form: Format) -> list[Output]:
        return list(form.files(chronology, cache))

    half = len(FORMATS) // 2 if pays(cache, len(chronology.events)) else len(FORMATS)
    here, there = FORMATS[:half], FORMATS[half:]
    made = Aside(lambda: map(write, there)) if there else ()
    yield from ((form, write(form)) for form in here)
    yield from ((form, made[n]) for n, form in enumerate(there))
