"""No text is altered on its way out: every text field, with what each format could garble."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.exports.tables import TABLES
from generator.model.records import Chronology
from tests.support.data_readers import Files, ask, csv_rows, database, sheets
from tests.support.exported_files import export_files
from tests.support.hostile_texts import TEXTS, Hostile


@pytest.fixture(scope="module")
def hostile(meresh_with_drafts: Chronology) -> tuple[set[str], Files]:
    made = Hostile()
    files = export_files(made.chronology(meresh_with_drafts))
    assert len(made.texts) > 3 * len(TEXTS)
    return set(made.texts), files


def of_csv(files: Files) -> Iterator[Any]:
    for table in TABLES:
        for row in csv_rows(files, table.name):
            yield from row.values()


def of_database(files: Files) -> Iterator[Any]:
    connection = database(files)
    for [name] in ask(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"):
        if "_fts" not in name:
            for row in ask(connection, f"SELECT * FROM {name}"):
                yield from row


def of_workbook(files: Files) -> Iterator[Any]:
    for rows in sheets(files).values():
        for row in rows:
            yield from row.values()


def of_json(files: Files) -> Iterator[Any]:
    yield from atoms(json.loads(files["data/chronology.json"]))


def atoms(value: Any) -> Iterator[Any]:
    """Yield every key and value in plain data."""
    if isinstance(value, dict):
        yield from value
        for item in value.values():
            yield from atoms(item)
    elif isinstance(value, list):
        for item in value:
            yield from atoms(item)
    else:
        yield value


@pytest.mark.parametrize("read", [of_csv, of_database, of_workbook, of_json])
def test_every_text_is_read_as_it_stands(
    read: Callable[[Files], Iterator[Any]], hostile: tuple[set[str], Files]
) -> None:
    texts, files = hostile
    found = set()
    for cell in read(files):
        found.add(cell)
        if isinstance(cell, str) and cell.startswith("["):
            try:
                found.update(item for item in json.loads(cell) if isinstance(item, str))
            except ValueError:
                continue
    assert sorted(texts - found) == []
