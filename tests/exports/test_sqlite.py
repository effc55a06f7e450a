"""The database: sound by sqlite's own checks, and of use without another program."""

import json
import re

import pytest

from generator.exports import sqlite
from generator.exports.sqlite import STORED
from generator.exports.sqlite_views import VIEWS
from generator.model.records import Chronology
from tests.support.data_readers import Files, ask, csv_rows, database
from tests.support.exported_files import export_files
from tests.support.projects import ROOT

PAUSE = "2021-05-04-pause-in-pumping"


GUIDE = (ROOT / "generator/rendering/handwritten/open-data.md").read_text("utf-8")
QUERIES = re.findall(r"(?ms)^([A-Z][^\n]*\?)\n\n```sql\n(.*?)```", GUIDE)


@pytest.fixture(scope="module")
def hostile(meresh_with_drafts: Chronology) -> Files:
    return export_files(meresh_with_drafts)


def test_the_database_is_sound(hostile: Files) -> None:
    connection = database(hostile)
    assert ask(connection, "PRAGMA integrity_check") == [("ok",)]
    assert ask(connection, "PRAGMA foreign_key_check") == []
    assert ask(connection, "PRAGMA page_size") == [(4096,)]


def test_the_database_holds_what_the_tables_hold(hostile: Files) -> None:
    connection = database(hostile)
    for table in STORED:
        found = [
            ["" if cell is None else str(cell) for cell in row]
            for row in ask(connection, f"SELECT * FROM {table.name}")
        ]
        expected = [list(row.values()) for row in csv_rows(hostile, table.name)]
        for row, other in zip(found, expected, strict=True):
            for cell, text in zip(row, other, strict=True):
                assert cell == text or float(cell) == float(text)


def test_rows_that_are_inserted_together_are_those_inserted_alone(
    hostile: Files, meresh_with_drafts: Chronology, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_CELLS_AT_ONCE", 100)  # else the tables here fit into one
    assert export_files(meresh_with_drafts)[sqlite.PATH] == hostile[sqlite.PATH]


def test_a_program_follows_every_reference_of_the_database(rivers_files: Files) -> None:
    connection = database(rivers_files)
    led = set()
    for table in STORED:
        for row in connection.execute(f"PRAGMA foreign_key_list({table.name})"):
            assert row["to"] is not None  # a program need not look for the key of the other table
            led.add((table.name, row["from"], row["table"], row["to"]))
    assert {("figures", "event", "events", "id"), ("accounts", "source", "sources", "id"),
            ("events", "part_of", "events", "id"), ("places", "within", "places", "id"),
            ("roles", "actor", "actors", "id"), ("labels", "actor", "actors", "id"),
            ("figures", "measure", "measure_terms", "id"),
            ("events", "kind", "kind_terms", "id")} <= led  # fmt: skip


def test_a_count_is_no_more_exact_in_the_database(rivers_files: Files) -> None:
    values = [value for (value,) in ask(database(rivers_files), "SELECT value FROM figures")]
    assert sorted(str(value) for value in values if value is not None) == sorted(
        row["value"] for row in csv_rows(rivers_files, "figures") if row["value"]
    )


def test_the_database_is_searched_in_full_text(rivers_files: Files) -> None:
    connection = database(rivers_files)
    for table, word, count in (("events", "pump*", 2), ("accounts", "guards", 1),
                               ("labels", "thieves", 1)):  # fmt: skip
        query = f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH '{word}'"
        assert len(ask(connection, query)) == count


def test_an_event_of_a_year_stands_in_no_month(rivers_files: Files) -> None:
    connection = database(rivers_files)
    assert ask(connection, "SELECT * FROM events_by_year") == [("1998", 1), ("2021", 2)]
    assert ask(connection, "SELECT * FROM events_by_month") == [("2021-05", 2)]


def test_who_says_what_stands_side_by_side(rivers_files: Files) -> None:
    connection = database(rivers_files)
    query = f"SELECT speaker, outlet, hedge FROM accounts_side_by_side WHERE event = '{PAUSE}'"
    assert ask(connection, query) == [
        ("Upper Basin Council", "The Gazette", "reportedly"),
        ("Mira Tolland", "Ostrany Courier", None),
    ]  # fmt: skip
    query = "SELECT outlet, measure, value, min, max, unit FROM figures_by_speaker"
    assert ("The Gazette", "duration", None, None, None, "days") in ask(connection, query)
    assert ask(connection, f"SELECT source FROM first_told WHERE event = '{PAUSE}'") == [
        ("gazette-2021-05-05",)
    ]


def test_a_source_dated_to_a_year_may_not_have_been_the_first(rivers_files: Files) -> None:
    connection = database(rivers_files)
    count = ask(connection, "SELECT count(DISTINCT event) FROM first_told")
    assert count == ask(connection, "SELECT count(*) FROM events")


def test_datasette_is_told_of_what_there_is(rivers_files: Files) -> None:
    connection = database(rivers_files)
    metadata = json.loads(rivers_files["data/metadata.json"])
    assert metadata["title"]
    tables = metadata["databases"]["chronology"]["tables"]
    assert set(tables) == {*(table.name for table in STORED), *VIEWS}
    for name, settings in tables.items():
        columns = {row["name"] for row in connection.execute(f"PRAGMA table_info({name})")}
        facets = {
            facet["array"] if isinstance(facet, dict) else facet
            for facet in settings.get("facets", ())
        }
        assert {*facets, *settings.get("columns", ())} <= columns
        assert settings.get("sort", "rowid") in columns | {"rowid"}
        assert settings["description"]


def test_what_datasette_facets_as_lists_are_arrays(hostile: Files) -> None:
    """Else it counts whole lists, not what stands in them."""
    tables = json.loads(hostile["data/metadata.json"])["databases"]["chronology"]["tables"]
    assert {"array": "actors"} in tables["events"]["facets"]
    assert "kind" in tables["events"]["facets"]
    assert {"array": "according_to"} in tables["accounts"]["facets"]
    query = (
        "SELECT actors, places FROM events UNION ALL SELECT according_to, paragraphs FROM accounts"
    )
    cells = [cell for row in ask(database(hostile), query) for cell in row if cell]
    assert cells
    assert all(isinstance(json.loads(cell), list) for cell in cells)


def test_there_are_ten_worked_queries() -> None:
    assert len(QUERIES) == 10


@pytest.mark.parametrize(("question", "query"), QUERIES)
def test_a_worked_query_answers(question: str, query: str, hostile: Files) -> None:
    assert ask(database(hostile), query), question
