"""Chronology to data files. Adding a format is one module here, its test, and one line below."""

from collections.abc import Iterator

from generator.exports import (
    bib,
    calendar_ics,
    chronology_json,
    csl,
    feeds,
    geojson,
    schema_json,
    sqlite,
    tables,
    timelinejs,
)
from generator.exports.data_page import data_page
from generator.exports.format import Format
from generator.memory import Memory
from generator.model import Chronology
from generator.output import Output

FORMATS: tuple[Format, ...] = (
    feeds.FORMAT,
    calendar_ics.FORMAT,
    tables.FORMAT,
    chronology_json.FORMAT,
    schema_json.FORMAT,
    sqlite.FORMAT,
    geojson.FORMAT,
    timelinejs.FORMAT,
    csl.FORMAT,
    bib.FORMAT,
)


def export(chronology: Chronology, memory: Memory | None = None) -> Iterator[Output]:
    """Every data file of the site, and the page that explains them."""
    memory = memory or Memory()
    written: dict[Format, list[str]] = {form: [] for form in FORMATS}
    for form, paths in written.items():
        for output in form.files(chronology, memory):
            paths.append(output.path)
            yield output
    yield data_page(chronology, written)
