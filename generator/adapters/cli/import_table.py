"""What `import table` has besides other imports: a map of columns, a workbook to begin with."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from generator.adapters.cli.log import echo
from generator.authoring.imports import READERS
from generator.authoring.imports.base import ImportedFile, UnsuitableFile, read_sheets
from generator.authoring.imports.column_map import (
    FIELDS,
    ColumnMap,
    MapError,
    map_text,
    proposed,
    read_map,
    with_pairs,
)
from generator.authoring.imports.known_tables import form_of
from generator.authoring.imports.mapped_table import read_table
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.sheets import Sheet
from generator.authoring.imports.template import template_workbook
from generator.authoring.imports.updates import FOLDER
from generator.model.records import Chronology, Measure
from generator.support.disk_flush import write_flushed
from generator.support.plain_text import slug

Read = tuple[dict[str, str], Registries, ImportedFile]
"""What is kept for the next time, by its path below the folder of the data; and what was read."""


@dataclass(frozen=True)
class TableOptions:
    """What somebody said of a table."""

    maps: Sequence[str]
    dates: str | None
    encoding: str | None
    sheet: str | None
    kinds: Mapping[str, str]


def table_reader(file: Path, events: Path, chronology: Chronology, options: TableOptions) -> Read:
    """Return what a table gives, read by the map that was kept or is said or proposed."""
    sheets = read_sheets(file, options.encoding)
    if options.sheet is not None and options.sheet not in [sheet.name for sheet in sheets]:
        listed = ", ".join(repr(sheet.name) for sheet in sheets)
        raise UnsuitableFile(f"there is no sheet {options.sheet!r}; there are {listed}")
    if options.sheet is not None:
        sheets = [sheet for sheet in sheets if sheet.name == options.sheet]
    if not options.maps and (form := form_of(sheets)):
        echo(f"{file.name} is a table of the format {form}, and is read as that", err=True)
        registries = Registries(chronology, options.kinds)
        return {}, registries, READERS[form](file, registries)
    path = f"{FOLDER}/{slug(file.name) or 'file'}.map.yml"
    try:
        sheet, columns = _mapped(sheets, events / path, options, chronology.settings.measures)
    except MapError as error:
        raise UnsuitableFile(str(error)) from None
    for key, names in columns.columns.items():
        echo(f"{key}: {', '.join(repr(column) for column in names)}", err=True)
    registries = Registries(chronology, columns.kinds)
    imported = read_table(file, sheet, columns, registries)
    others = [candidate.name for candidate in sheets if candidate is not sheet and candidate.rows]
    if others:
        imported.report.add(f"not read: the sheets {', '.join(others)} (--sheet names one)")
    kept = map_text(columns)
    is_kept = (events / path).is_file() and (events / path).read_text("utf-8") == kept
    return {} if is_kept else {path: kept}, registries, imported


def _mapped(
    sheets: Sequence[Sheet], kept: Path, options: TableOptions, measures: Mapping[str, Measure]
) -> tuple[Sheet, ColumnMap]:
    """Return the first sheet that has all that an event needs, and its map. Raises MapError."""
    errors: list[MapError] = []
    for sheet in sheets:
        columns = proposed(sheet.header, measures)
        if kept.is_file():
            _join(columns, read_map(kept.name, kept.read_bytes()), sheet)
        for argument in options.maps:
            if "=" in argument:
                continue
            if not Path(argument).is_file():
                raise MapError(f"--map {argument!r}: write FIELD=COLUMN, or the name of a file")
            _join(columns, read_map(argument, Path(argument).read_bytes()), sheet)
        columns.dates = options.dates or columns.dates
        columns.kinds |= options.kinds
        try:
            with_pairs(
                columns, [argument for argument in options.maps if "=" in argument], sheet.header
            )
            _check(columns, sheet)
        except MapError as error:
            errors.append(error)
            continue
        return sheet, columns
    raise errors[0] if errors else MapError("the file holds no table")


def _join(columns: ColumnMap, from_map: ColumnMap, sheet: Sheet) -> None:
    """Take over what a map says of the columns that the sheet has."""
    there = {key: [c for c in of if c in sheet.header] for key, of in from_map.columns.items()}
    if any(there.values()):
        columns.columns = {key: of for key, of in there.items() if of}
    columns.dates, columns.kinds = from_map.dates or columns.dates, columns.kinds | from_map.kinds


def _check(columns: ColumnMap, sheet: Sheet) -> None:
    """Raise a MapError where no column gives a date, or none gives words."""
    needed = (("date", ("date", "year")), ("title", ("title", "text")))
    for key, any_of in needed:
        if not any(columns.column(name) for name in any_of):
            listed = ", ".join(repr(name) for name in sheet.header if name) or "none"
            lead = f"sheet {sheet.name}: " if sheet.name else ""
            raise MapError(
                f"{lead}no column is known to be the {key} ({FIELDS[key].about}): say which, as "
                f"--map {key}=COLUMN; the columns are {listed}"
            )


def write_template(file: Path) -> None:
    """Write a workbook to begin with; wrong use where there is something of that name."""
    if file.suffix.lower() != ".xlsx":
        raise click.UsageError(f"{file}: end its name in .xlsx")
    if os.path.lexists(file):
        raise click.UsageError(f"{file} is there already, and was left as it is")
    write_flushed(file, template_workbook())
    echo(f"{file} written: fill it in, then chronology import table {file}", err=True)
