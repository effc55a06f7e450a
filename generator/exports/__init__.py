"""Chronology to data files. Adding a format is one module, its test, and one line below."""

from collections.abc import Iterator

from generator.exports import (
    bib,
    calendar_ics,
    chronology_json,
    csl,
    feeds,
    geojson,
    sqlite,
    tables,
    timelinejs,
)
from generator.exports import json_schema as schema_json
from generator.exports.base import Format
from generator.model.output import Output
from generator.model.records import Chronology
from generator.rendering.pages.data import data_page
from generator.support.cache import Cache
from generator.support.worker import Aside, pays

# Two halves of the work, where two processes share it: tables and the database share their rows.
_HERE = (feeds.FORMAT, calendar_ics.FORMAT, tables.FORMAT, sqlite.FORMAT)
_ASIDE = (
    chronology_json.FORMAT,
    schema_json.FORMAT,
    geojson.FORMAT,
    timelinejs.FORMAT,
    csl.FORMAT,
    bib.FORMAT,
)
FORMATS: tuple[Format, ...] = (*_HERE, *_ASIDE)


def export(chronology: Chronology, cache: Cache | None = None) -> Iterator[Output]:
    """Every data file of the site, and the page that explains them."""
    written: dict[Format, list[str]] = {}
    for form, outputs in _files(chronology, cache or Cache(is_last=True)):
        written[form] = [output.path for output in outputs]
        yield from outputs
    yield data_page(chronology, written)


def _files(chronology: Chronology, cache: Cache) -> Iterator[tuple[Format, list[Output]]]:
    """The files of every format, in the order of formats."""

    def files(form: Format) -> list[Output]:
        return list(form.files(chronology, cache))

    there = [form for form in FORMATS if form in _ASIDE]
    if not pays(cache, len(chronology.events)):
        there = []
    made = Aside(lambda: map(files, there)) if there else ()
    for form in FORMATS:
        yield form, made[there.index(form)] if form in there else files(form)
