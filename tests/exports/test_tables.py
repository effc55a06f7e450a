"""The tables in CSV: what stands in their cells, and that one row is one thing."""

from pathlib import Path
from typing import get_args, get_origin

import pytest

from generator.exports.columns import fields_of, record_cells, singular, type_of
from generator.exports.long_tables import parts_of
from generator.exports.tables import TABLES, table_rows
from generator.model.records import Account, Actor, Chronology, Event, Figure, Place, Record, Role
from generator.support.cache import Cache
from tests.support.changed_records import id_fields
from tests.support.data_readers import Files, csv_rows
from tests.support.exported_files import DATES, date_name, export_files, load_dates
from tests.support.projects import ROOT

PAUSE = "2021-05-04-pause-in-pumping"


def test_an_event_has_its_cells(rivers_files: Files) -> None:
    event = csv_rows(rivers_files, "events")[1]
    assert event["id"] == PAUSE
    assert (event["actors"], event["places"]) == ('["upstream-council"]', '["river-bend"]')
    assert (event["accounts"], event["status"], event["date_text"]) == ("2", "", "4 May 2021")
    account = csv_rows(rivers_files, "accounts")[1]
    assert account["paragraphs"] == "[1,2,3]"
    assert account["according_to"] == '["upstream-council","wire"]'
    figures = csv_rows(rivers_files, "figures")
    assert [(f["value"], f["min"], f["max"], f["unit"]) for f in figures[:3]] == [
        ("1200", "", "", ""), ("", "12", "20", ""), ("", "", "", "days"),
    ]  # fmt: skip
    assert figures[2]["as_said"] == "nearly a week"


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("labels", [PAUSE, "gazette-2021-05-05", "2", "", "limited operation"]),
        ("unknowns", [PAUSE, "1", "Who signed."]),
        ("according_to", [PAUSE, "gazette-2021-05-05", "2", "wire"]),
        ("roles", [PAUSE, "", "1", "upstream-council", "announces"]),
        ("roles", [PAUSE, "courier-2021-05-07", "1", "upstream-council", "accused"]),
        ("event_places", [PAUSE, "1", "river-bend"]),
        ("follows", [PAUSE, "1", "1998-pumping-begins"]),
        ("corrections", [PAUSE, "1", "2021-06-01", "displaced, The Gazette", "1000",
                         "about 1200", "misread"]),
        ("differences", [PAUSE, "1", "dates", "differs", "start",
                         '["gazette-2021-05-05","courier-2021-05-07"]']),
        ("unused", ["gazette-2021-05-05", "2", "6", "newsletter box"]),
        ("measure_terms", ["duration", "duration", "", "days"]),
    ],
)  # fmt: skip
def test_a_thing_has_a_row(table: str, row: list[str], rivers_files: Files) -> None:
    assert row in [list(found.values()) for found in csv_rows(rivers_files, table)]


def test_a_figure_stands_in_one_flat_table_with_all_around_it(rivers_files: Files) -> None:
    first = csv_rows(rivers_files, "figures_in_full")[0]
    assert {name: first[name] for name in (
        "event", "earliest", "latest", "place", "lat", "lon", "source", "published", "speaker",
        "measure", "value",
    )} == {
        "event": PAUSE, "earliest": "2021-05-04", "latest": "2021-05-04", "place": "River Bend",
        "lat": "45.5", "lon": "-12.25", "source": "gazette-2021-05-05", "published": "2021-05-05",
        "speaker": "Upper Basin Council", "measure": "displaced", "value": "1200",
    }  # fmt: skip


def test_every_date_comes_through(tmp_path: Path) -> None:
    found = {
        date_name(row["id"]): row for row in csv_rows(export_files(load_dates(tmp_path)), "events")
    }
    assert {name: row["date"] for name, row in found.items()} == DATES
    assert found["open-start"]["earliest"] == ""
    assert found["open-end"]["latest"] == ""
    assert (found["month"]["earliest"], found["month"]["latest"]) == ("2022-11-01", "2022-11-30")


def test_a_row_has_a_cell_for_each_column_and_a_key_of_its_own(
    meresh_with_drafts: Chronology,
) -> None:
    rows = table_rows(meresh_with_drafts, Cache())
    assert set(rows) == {table.name for table in TABLES}
    for table in TABLES:
        names = [column.name for column in table.columns]
        keys = []
        for row in rows[table.name]:
            cells = dict(zip(names, row, strict=True))
            keys.append(tuple(cells[name] for name in table.key))
            assert all(cells[column.name] is not None for column in table.columns
                       if column.is_required), (table.name, row)  # fmt: skip
        assert not table.key or len(keys) == len(set(keys))


class Odd(Record):
    """A record that no table can hold."""

    what: complex = 1j
    """A number of another kind."""


class Listed(Record):
    """A record with a list of texts."""

    name: str = ""
    """A text."""
    texts: tuple[str, ...] = ()
    """Some texts."""


class Deep(Record):
    """A list of records with lists."""

    listed: tuple[Listed, ...] = ()
    """Some of them."""


def test_a_type_that_nobody_said_how_to_write_is_named() -> None:
    with pytest.raises(TypeError, match="what: no cell can hold"):
        record_cells(Odd)
    with pytest.raises(TypeError, match="listed: no row of a row can hold texts"):
        parts_of(Deep)


def test_the_page_on_open_data_names_every_table() -> None:
    page = (ROOT / "generator/rendering/handwritten/open-data.md").read_text("utf-8")
    tables = page.partition("### Tables")[2].partition("### Ten")[0]
    assert [table.name for table in TABLES if f"`{table.name}`" not in tables] == []


ID_FIELDS = id_fields(Event, Role, Account, Figure, Actor, Place)


@pytest.mark.parametrize("field", ID_FIELDS)
def test_an_id_that_names_another_record_refers_to_its_table(field: str) -> None:
    record, name, target = ID_FIELDS[field]
    [of_field] = [of_field for other, of_field, _ in fields_of(record) if other == name]
    is_list = get_origin(of_field.bare) is tuple
    one = type_of(get_args(of_field.bare)[0]) if is_list else of_field
    assert singular(one.refers_to) == target


def test_a_list_of_ids_stands_in_one_cell_as_well() -> None:
    lists = {
        (table.name, column.name)
        for table in TABLES
        for column in table.columns
        if column.about.endswith("Their ids.")
    }
    assert {("events", "follows"), ("events", "places"), ("accounts", "responds_to")} <= lists
