"""A row whose needed cell is empty: the report names the cell, and says what belongs there."""

from pathlib import Path

import pytest

from tests.support.cli import run
from tests.support.import_runs import UCDP_HEAD, import_file, ucdp_row

OWN = {
    "id,title,date\n,,2021\n": "title is empty: write what happened, in one line",
    "id,title,date\n,A,\n": "date is empty: write a day, a month or a year, as 2026-01-09, 2022-12 "
    "or 2011",
}
UCDP = {
    "id": "the number of the event",
    "side_a": "the name of a side",
    "side_b": "the name of a side",
    "date_start": "the first day, as 2026-01-09",
    "date_end": "the last day, as 2026-01-09",
    "date_prec": "a number of 1 to 5",
}
MAPPED = {
    "Datum,Titel\n,A\n": "column 'Datum' is empty: write when it happened, as 2026-01-09 or 2026",
    "Year,Month,Title\n,2,A\n": "column 'Year' is empty: write when it happened, as 2026-01-09 or "
    "2026",
    "Datum,Titel\n2021-05-06,\n": "column 'Titel' is empty: write what happened",
}


@pytest.mark.parametrize(("table", "why"), OWN.items())
def test_an_empty_cell_of_our_own_table_is_named(fresh: Path, table: str, why: str) -> None:
    report = import_file(fresh, "csv", "events.csv", table, exit_code=1)[1]
    assert f"row 2: broken: {why}" in report


@pytest.mark.parametrize(
    ("account", "why"),
    [
        ("e,1,,Something.", "accounts.csv, row 2, source is empty: write the id of the source"),
        ("e,1,Gazette,", "accounts.csv, row 2, says is empty: write what it says"),
    ],
)
def test_an_empty_cell_of_an_account_is_named(fresh: Path, account: str, why: str) -> None:
    (fresh / "in").mkdir()
    (fresh / "in" / "accounts.csv").write_text(f"event,account,source,says\n{account}\n")
    table = "id,title,date\ne,A,2021-05-06\n"
    report = import_file(fresh, "csv", "events.csv", table, exit_code=1)[1]
    assert f"row 2: broken: {why}" in report


@pytest.mark.parametrize(("column", "write"), UCDP.items())
def test_an_empty_cell_of_ucdp_is_named(fresh: Path, column: str, write: str) -> None:
    row = UCDP_HEAD + ucdp_row(**{"id": "1", column: ""})
    report = import_file(fresh, "ucdp", "ged.csv", row, exit_code=1)[1]
    assert f"row 2: broken: {column} is empty: write {write}" in report


def test_an_empty_year_of_a_timeline_is_named(fresh: Path) -> None:
    table = "Year,Month,Headline\n,2,A\n"
    report = import_file(fresh, "timelinejs", "t.csv", table, exit_code=1)[1]
    assert "row 2: broken: the year in which it starts is empty: write it, as 2026" in report


@pytest.mark.parametrize(("table", "why"), MAPPED.items())
def test_an_empty_cell_of_a_mapped_table_is_named(fresh: Path, table: str, why: str) -> None:
    file = fresh / "t.csv"
    file.write_text(table)
    done = run("import", "table", str(file), cwd=fresh)
    assert f"row 2: broken: {why}" in done.stdout
