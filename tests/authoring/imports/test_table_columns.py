"""What the columns of a spreadsheet are taken for: a map that is proposed, said, and kept."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.authoring.imports.column_map import FIELDS, MEASURES, proposed
from generator.authoring.imports.mapped_table import read_table
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.plan import plan
from generator.authoring.imports.sheets import Sheet
from generator.model.records import Chronology
from generator.validation.check import check
from tests.support.cli import run
from tests.support.import_runs import UCDP_HEAD, only_event, table, ucdp_row
from tests.support.projects import RIVERS, read_files

CELLS = {
    "date": "2001-07-17", "end": "2001-07-18", "time": "14:30", "end_time": "15:30",
    "year": "2001", "month": "7", "day": "17", "lat": "45.5", "lon": "12.5",
    "source_date": "1977", "kind": "works", "address": "https://zz.example/", "language": "tr",
    "media": "https://zz.example/a.png",
}  # fmt: skip
"""What a cell may hold, where it may not hold any word."""
PARTS = {"year", "month", "day"}


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_of_a_table_is_read(
    name: str, rivers_chronology: Chronology, tmp_path: Path
) -> None:
    """A column that nobody reads is not reported as left out either, once it is a field."""

    def drafts(fields: list[str]) -> tuple[object, object]:
        cells, file = [CELLS.get(field, f"Zz {field}") for field in fields], tmp_path / "t.csv"
        columns, registries = proposed(fields), Registries(rivers_chronology)
        read = read_table(file, Sheet("", fields, [(2, cells)]), columns, registries)
        planned = plan(RIVERS / "events", registries, file, read, date(2026, 1, 9))
        return [event.key for event in read.events], planned.files

    of_other_dates = {"date", "end", "time", "end_time"} if name in PARTS else PARTS
    fields = [field for field in FIELDS if field not in of_other_dates]
    assert drafts(fields) != drafts([field for field in fields if field != name])


def test_columns_and_what_they_are_taken_for_are_shown(fresh: Path) -> None:
    _, done = table(fresh, "Was,Wann,Zahl\nA,2001,1\n", "--map", "title=was", "--map", "date=Wann")
    assert done.stderr.splitlines()[:2] == ["title: 'Was'", "date: 'Wann'"]
    assert done.stdout == "t.csv: all rows: left out: the columns Zahl\n"


def test_a_map_is_kept_for_the_next_time(fresh: Path) -> None:
    text = "Was,Wann,Sorte\nA,01/02/2001,Fest\n"
    table(fresh, text, "--map", "title=Was", "--map", "date=Wann", "--map", "kind=Sorte",
          "--dates", "mdy", "--kind", "Fest=works")  # fmt: skip
    kept = fresh / "events/.imports/t-csv.map.yml"
    assert kept.read_text().splitlines()[1:] == [
        "columns:", "  title: Was", "  date: Wann", "  kind: Sorte", "dates: mdy",
        "kinds:", "  Fest: works",
    ]  # fmt: skip
    chronology, done = table(fresh, text + "B,03/04/2001,Fest\n")
    assert done.returncode == 0
    assert [(e.date.text, e.kind) for e in chronology.events] == [
        ("2001-01-02", "works"), ("2001-03-04", "works"),
    ]  # fmt: skip
    other = fresh / "other.csv"
    other.write_text(text.replace("A,", "C,"))
    done = run("import", "table", "other.csv", "--map", str(kept), cwd=fresh)
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "no column is known to be the title (what happened, on one line): say which, as "
             "--map title=COLUMN; the columns are 'Was', 'date'"),
        (("--map", "title=Wer"), "'title=Wer': there is no such column; there are 'Was', 'date'"),
        (("--map", "titel=Was"), "'titel' is nothing that a column can be (did you mean 'title'?)"),
        (("--map", "a.yml"), "--map 'a.yml': write FIELD=COLUMN, or the name of a file"),
        (("--sheet", "One"), "there is no sheet 'One'"),
        (("--kind", "Fest"), "--kind 'Fest': write WORD=KIND"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_wrong_use(options: tuple[str, ...], said: str, fresh: Path) -> None:
    before = read_files(fresh / "events")
    _, done = table(fresh, "Was,date\nA,2001\n", *options)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert read_files(fresh / "events") == before


def test_tables_that_are_known_need_no_map(fresh: Path) -> None:
    chronology, done = table(fresh, UCDP_HEAD + ucdp_row())
    assert "t.csv is a table of the format ucdp" in done.stderr
    assert only_event(chronology).title.startswith("State-based violence")


def test_the_template_is_a_workbook_that_can_be_imported(fresh: Path) -> None:
    assert run("import", "table", "my.xlsx", "--template", cwd=fresh).returncode == 0
    again = run("import", "table", "my.xlsx", "--template", cwd=fresh)
    assert (again.returncode, "is there already" in again.stderr) == (2, True)
    book = load_workbook(fresh / "my.xlsx")
    header = [cell.value for cell in book["Events"][1]]
    assert set(header) == (set(FIELDS) | set(MEASURES)) - {"year", "month", "day"}
    for name, value in {"title": "The gate", "date": "May 2021", "killed": "at least 3"}.items():
        book["Events"].cell(2, header.index(name) + 1).value = value
    book.save(fresh / "my.xlsx")
    done = run("import", "table", "my.xlsx", cwd=fresh)
    chronology, _ = check(fresh, fresh / "events")
    assert done.returncode == 0, done.stderr + done.stdout
    event = only_event(chronology)
    assert (event.title, event.date.text) == ("The gate", "2021-05")
    [figure] = event.accounts[0].figures
    assert (figure.value, figure.qualifier) == (3, "at least")


def test_every_name_that_a_column_may_have_is_of_one_field() -> None:
    names = [name for field in FIELDS.values() for name in field.names]
    names += [name for measure in MEASURES.values() for name in measure]
    assert len(names) == len(set(names))
    for key, field in FIELDS.items():
        for name in field.names:
            assert list(proposed([name.upper().replace(" ", "_")]).columns) == [key], name


def test_measures_of_the_chronology_are_columns_by_id_and_by_name(fresh: Path) -> None:
    """The map that is kept reads them the next time."""
    file = fresh / "events/chronology.yml"
    measures = (
        "measures:\n  strikers: {name: Grévistes}\n"
        "  ships-kept: {name: Ships kept in port}\n  killed: {name: Lives lost}\n"
    )
    file.write_text(file.read_text("utf-8") + measures, "utf-8")
    head = "titre;date;GREVISTES;ships kept;Lives lost\n"
    for _ in range(2):
        chronology, _ = table(fresh, f"{head}Une grève;1936-06-02;1200;3;2\n")
    [event] = chronology.events
    figures = event.accounts[0].figures
    assert [(f.measure, f.value) for f in figures] == [
        ("strikers", 1200), ("ships-kept", 3), ("killed", 2),
    ]  # fmt: skip
    assert set(chronology.settings.measures) == {"strikers", "ships-kept", "killed"}
