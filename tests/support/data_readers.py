"""Data files as other programs read them: each gives rows by table, cells by column."""

import csv
import io
import sqlite3
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

Files = dict[str, bytes]


def csv_rows(files: Files, name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    text = files[f"data/{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def database(files: Files) -> sqlite3.Connection:
    """Return the database, opened in memory."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files["data/chronology.sqlite"])
    connection.row_factory = sqlite3.Row
    return connection


def ask(connection: sqlite3.Connection, query: str) -> list[tuple[Any, ...]]:
    """Return the rows that a query gives."""
    return [tuple(row) for row in connection.execute(query)]


def sheets(files: Files) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every sheet of the workbook."""
    book = load_workbook(io.BytesIO(files["data/chronology.xlsx"]), read_only=True)
    found = {}
    for sheet in book.worksheets:
        head, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [
            {
                str(name): unescape(cell) if isinstance(cell, str) else cell
                for name, cell in zip(head, row, strict=True)
            }
            for row in rows
        ]
    book.close()
    return found
