"""The workbook, read by openpyxl and by the rules of its format."""

import io
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from generator.exports.tables import TABLES
from generator.exports.workbook import LONGEST, SHEETS
from generator.model.records import Chronology
from tests.support.data_readers import Files, csv_rows, sheets
from tests.support.exported_files import export_files


@pytest.fixture(scope="module")
def files(meresh_with_drafts: Chronology) -> Files:
    return export_files(meresh_with_drafts)


def as_csv(cell: Any) -> str:
    return "" if cell is None else str(cell)


def test_each_table_is_a_sheet_with_the_same_cells(files: Files) -> None:
    found = sheets(files)
    assert list(found) == [table.name for table in SHEETS]
    assert next(iter(found)) == "codebook"
    for table in TABLES:
        expected = csv_rows(files, table.name)
        read = [{k: as_csv(cell) for k, cell in row.items()} for row in found[table.name]]
        for row, other in zip(read, expected, strict=True):
            assert {**row, **_numbers(row, other)} == other


def _numbers(row: dict[str, str], other: dict[str, str]) -> dict[str, str]:
    """A decimal such as 12.0 may be read as 12: it is the same number."""
    return {
        name: other[name]
        for name, cell in row.items()
        if cell != other[name] and cell and float(cell) == float(other[name])
    }


def test_what_is_no_number_is_text_and_stays_so(files: Files) -> None:
    book = load_workbook(io.BytesIO(files["data/chronology.xlsx"]))
    kinds = set()
    for table in TABLES:
        numbers = {c.name for c in table.columns if c.datatype in ("integer", "decimal")}
        head, *rows = book[table.name].iter_rows()
        for row in rows:
            for name, cell in zip(head, row, strict=True):
                if cell.value is not None:
                    kinds.add((name.value in numbers, cell.data_type, cell.number_format))
    assert kinds == {(True, "n", "General"), (False, "s", "@")}  # no formula, no date


def test_the_head_stays_in_view(files: Files) -> None:
    book = load_workbook(io.BytesIO(files["data/chronology.xlsx"]))
    assert {sheet.freeze_panes for sheet in book.worksheets} == {"A2"}


def test_it_tells_no_time_and_every_part_is_xml(files: Files) -> None:
    with zipfile.ZipFile(io.BytesIO(files["data/chronology.xlsx"])) as archive:
        assert archive.testzip() is None
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            ElementTree.fromstring(archive.read(entry))


def test_a_cell_holds_no_more_than_a_program_can_read(rivers_chronology: Chronology) -> None:
    event = rivers_chronology.events[0]
    long = event.model_copy(update={"summary": "<" * 40_000})
    chronology = replace(rivers_chronology, events=(long, *rivers_chronology.events[1:]))
    files = export_files(chronology)
    shown = sheets(files)["events"][0]["summary"]
    assert len(shown) == LONGEST
    assert shown.endswith("<…")
    assert csv_rows(files, "events")[0]["summary"] == "<" * 40_000
