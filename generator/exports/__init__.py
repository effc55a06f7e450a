"""A chronology to data files: this is the table of all formats. To add one, see `base.py`.

May import: support, model, analysis, rendering.language, markupsafe, pydantic.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, count
from operator import attrgetter
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
from generator.exports.plain_differences import let_go_of_differences, work_out_once
from generator.exports.tables import let_go_of_rows
from generator.model.output import ExportedFile, ExportedFormat, Output
from generator.model.records import Chronology
from generator.rendering.language import ENGLISH, Language
from generator.support.cache import Cache
from generator.support.worker import FEWEST_ITEMS, begin, can_fork

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

_OF_TABLES = (csv_files.FORMAT, workbook.FORMAT, sqlite.FORMAT)
"""They share the rows of all tables, which take long to make."""


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
    workers: int = 0,
) -> Exports:
    """Write the chronology in every format; sentences in them are in the language.

    Where `is_late`, most contents are made when they are first read. Else, so many `workers`,
    which are other processes, share in the work, where there are many events.
    """
    cache = cache or Cache(lasting=False)

    def write(form: Format) -> list[Output]:
        if form.is_spoken:
            return list(form.write(chronology, cache, language=language))
        return list(form.write(chronology, cache))

    files = list(map(write, FORMATS))
    if not is_late:
        if workers and len(chronology.events) >= FEWEST_ITEMS and can_fork():
            work_out_once(chronology, cache)
            _share(files, workers)
            let_go_of_differences(cache)
        else:
            _make(files, cache)
        let_go_of_rows(cache)
    formats = (
        ExportedFormat(
            form.name,
            form.about,
            tuple(ExportedFile(output.path, form.media_type_of(output.path)) for output in written),
        )
        for form, written in zip(FORMATS, files, strict=True)
    )
    return Exports(tuple(formats), tuple(chain.from_iterable(files)))


def _make(files: list[list[Output]], cache: Cache) -> None:
    """Make the contents of all files, those of each format in its list."""
    for written in reversed(files):  # the last ones take most room, before the others lie there
        written[:] = [output.put_aside(cache) for output in written]


def _share(files: list[list[Output]], workers: int) -> None:
    """Do the same in several processes, each of which makes what has been made of one thing."""
    outputs = list(chain.from_iterable(files))
    contents = begin(attrgetter("content"), outputs, workers, _parts(files))
    contents.finish()
    numbers = count()
    for written in files:
        written[:] = [
            replace(output, made=partial(contents.__getitem__, next(numbers))) for output in written
        ]


def _parts(files: list[list[Output]]) -> Sequence[Sequence[int]]:
    """Return what one process makes, as the numbers of files; what takes longest is first.

    All that needs the rows of every table is one part. The CSV files of figures, which are half of
    all cells, are another one.
    """
    parts: dict[object, list[int]] = {_OF_TABLES: [], chronology_json.FORMAT: []}
    written = (
        (form, output) for form, outputs in zip(FORMATS, files, strict=True) for output in outputs
    )
    for n, (form, output) in enumerate(written):
        needs_all = form in _OF_TABLES and output.path not in csv_files.PATHS_OF_FIGURES
        parts.setdefault(_OF_TABLES if needs_all else form, []).append(n)
    return [*parts.values()]
