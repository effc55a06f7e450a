"""The tables and the database, read by `csv` and `sqlite3`."""

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from generator.exports.table_rows import TABLES
from generator.model.records import Chronology
from tests.support.chronologies import HOSTILE
from tests.support.exported_files import DATES, date_name, export_files, load_dates

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def hostile(meresh_with_drafts: Chronology) -> Files:
    return export_files(meresh_with_drafts)


def rows(files: Files, name: str, folder: str = "data") -> list[dict[str, str]]:
    text = files[f"{folder}/{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def opened(files: Files) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files["data/chronology.sqlite"])
    connection.row_factory = sqlite3.Row
    return connection


def test_an_event_has_its_cells_in_every_table(rivers_files: Files) -> None:
    event = rows(rivers_files, "events")[1]
    assert event["id"] == "2021-05-04-pause-in-pumping"
    assert event["actors"] == "upstream-council:announces"
    assert event["accounts"] == "2"
    assert event["status"] == ""
    account = rows(rivers_files, "accounts")[1]
    assert (account["paragraphs"], account["according_to"]) == ("1;2;3", "upstream-council;wire")
    assert account["labels"] == "downstream-league=the water thieves;this=limited operation"
    figures = rows(rivers_files, "figures")
    assert [(f["value"], f["min"], f["max"]) for f in figures[:3]] == [
        ("1200", "", ""), ("", "12", "20"), ("", "", ""),
    ]  # fmt: skip
    assert figures[2]["as_said"] == "nearly a week"


def test_every_date_comes_through(tmp_path: Path) -> None:
    found = {
        date_name(row["id"]): row for row in rows(export_files(load_dates(tmp_path)), "events")
    }
    assert {name: row["date"] for name, row in found.items()} == DATES
    assert found["open-start"]["earliest"] == ""
    assert found["open-end"]["latest"] == ""
    assert (found["month"]["earliest"], found["month"]["latest"]) == ("2022-11-01", "2022-11-30")


def test_metadata_describes_every_column_and_key(rivers_files: Files, hostile: Files) -> None:
    for table in TABLES:
        metadata = json.loads(rivers_files[f"data/{table.name}.csv-metadata.json"])
        assert metadata["@context"] == "http://www.w3.org/ns/csvw"
        assert metadata["url"] == f"{table.name}.csv"
        schema = metadata["tableSchema"]
        for of in (rivers_files, hostile):
            found = rows(of, table.name)
            header = of[f"data/{table.name}.csv"].decode().splitlines()[0].split(",")
            assert header == [column["name"] for column in schema["columns"]]
            keys = [tuple(row[name] for name in schema["primaryKey"]) for row in found]
            assert len(keys) == len(set(keys))
            for column in schema["columns"]:
                cells = [row[column["name"]] for row in found]
                if column.get("required"):
                    assert all(cells)
                for cell in filter(None, cells):
                    for item in cell.split(column.get("separator", "\0")):
                        judge(item, column["datatype"])
            for key in schema.get("foreignKeys", ()):
                here = {tuple(row[name] for name in key["columnReference"]) for row in found}
                other = rows(of, key["reference"]["resource"].removesuffix(".csv"))
                there = {
                    tuple(row[name] for name in key["reference"]["columnReference"])
                    for row in other
                }
                assert {values for values in here if all(values)} <= there


def judge(cell: str, datatype: str) -> None:
    """The cell is of a CSVW datatype."""
    if datatype == "integer":
        assert str(int(cell)) == cell
    elif datatype == "decimal":
        float(cell)
    elif datatype == "date":
        assert [len(part) for part in cell.split("-")] == [4, 2, 2]


def test_a_spreadsheet_runs_nothing(hostile: Files) -> None:
    plain, safe = rows(hostile, "events"), rows(hostile, "events", "data/spreadsheet")
    assert "+ a" in {row["title"] for row in plain}
    assert "'+ a" in {row["title"] for row in safe}
    for table in TABLES:
        datatypes = {column.name: column.datatype for column in table.columns}
        for row in rows(hostile, table.name, "data/spreadsheet"):
            for name, cell in row.items():
                is_number = datatypes[name] in ("decimal", "integer")
                assert is_number or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_hostile_text_comes_back_as_it_was(hostile: Files) -> None:
    expected = {" ".join(text.split()) for text in HOSTILE}
    assert expected <= {row["title"] for row in rows(hostile, "events")}
    titles = {row["title"] for row in opened(hostile).execute("SELECT title FROM events")}
    assert expected <= titles


def test_the_database_is_sound(hostile: Files) -> None:
    connection = opened(hostile)
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA page_size").fetchone()[0] == 4096


def test_the_database_holds_what_the_tables_hold(rivers_files: Files) -> None:
    connection = opened(rivers_files)
    for table in TABLES:
        [count] = connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()
        assert count == len(rows(rivers_files, table.name)) > 0
    assert ask(connection, "SELECT event, account, actor, role FROM event_actors") == [
        ("2021-05-04-pause-in-pumping", None, "upstream-council", "announces"),
        ("2021-05-04-pause-in-pumping", "courier-2021-05-07", "upstream-council", "accused"),
        ("2021-05-06-gate-opens", None, "upstream-council", "accused"),
    ]
    assert ask(connection, "SELECT now, why FROM corrections") == [("about 1200", "misread")]
    assert len(ask(connection, "SELECT * FROM event_places")) == 3


def test_a_program_follows_every_reference_of_the_database(rivers_files: Files) -> None:
    connection = opened(rivers_files)
    led = set()
    for table in (*(table.name for table in TABLES), "event_actors", "event_places", "corrections"):
        for row in connection.execute(f"PRAGMA foreign_key_list({table})"):
            assert row["to"] is not None  # a program need not look for the key of the other table
            led.add((table, row["from"], row["table"], row["to"]))
    assert {("figures", "event", "events", "id"), ("accounts", "source", "sources", "id"),
            ("events", "part_of", "events", "id"), ("places", "within", "places", "id"),
            ("event_actors", "actor", "actors", "id")} <= led  # fmt: skip


def test_a_count_is_no_more_exact_in_the_database(rivers_files: Files) -> None:
    values = [value for (value,) in ask(opened(rivers_files), "SELECT value FROM figures") if value]
    assert sorted(map(str, values)) == sorted(
        row["value"] for row in rows(rivers_files, "figures") if row["value"]
    )


def test_a_list_of_numbers_is_text_in_the_database(rivers_files: Files) -> None:
    kinds = ask(
        opened(rivers_files),
        "SELECT DISTINCT typeof(paragraphs) FROM accounts WHERE paragraphs <> ''",
    )
    assert kinds == [("text",)]


def test_the_database_is_searched_in_full_text(rivers_files: Files) -> None:
    connection = opened(rivers_files)
    found = ask(
        connection,
        "SELECT id FROM events WHERE rowid IN "
        "(SELECT rowid FROM events_fts WHERE events_fts MATCH 'pump*')",
    )
    assert found == [("1998-pumping-begins",), ("2021-05-04-pause-in-pumping",)]
    said = ask(connection, "SELECT rowid FROM accounts_fts WHERE accounts_fts MATCH 'guards'")
    assert len(said) == 1


def test_an_event_of_a_year_stands_in_no_month(rivers_files: Files) -> None:
    connection = opened(rivers_files)
    assert ask(connection, "SELECT * FROM events_by_year") == [("1998", 1), ("2021", 2)]
    assert ask(connection, "SELECT * FROM events_by_month") == [("2021-05", 2)]


def test_facets_name_columns_that_there_are(rivers_files: Files) -> None:
    connection = opened(rivers_files)
    tables = json.loads(rivers_files["data/metadata.json"])["databases"]["chronology"]["tables"]
    for name, settings in tables.items():
        columns = {row["name"] for row in connection.execute(f"PRAGMA table_info({name})")}
        assert {*settings["facets"]} | {settings.get("sort", "rowid")} <= columns | {"rowid"}


def ask(connection: sqlite3.Connection, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(query)]
