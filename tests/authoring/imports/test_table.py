"""`import table`: any spreadsheet, by a map of its columns that is proposed, said, and kept."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from generator.authoring.imports.column_map import FIELDS, MEASURES, proposed
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.plan import plan
from generator.authoring.imports.sheets import Sheet
from generator.authoring.imports.table import figure_of, read_table
from generator.authoring.imports.table_dates import cell_date, order_of, time_text
from generator.model.dates import DateError
from generator.model.records import Chronology
from generator.validation.check import check
from tests.support.cli import Ended, run
from tests.support.import_runs import UCDP_HEAD, only_event, ucdp_row
from tests.support.projects import RIVERS, read_files


def table(project: Path, content: str | Workbook, *options: str) -> tuple[Chronology, Ended]:
    """Import a table, and return the chronology, which must be sound, and how the run ended."""
    name = "t.csv" if isinstance(content, str) else "t.xlsx"
    if isinstance(content, str):
        (project / name).write_text(content, "utf-8")
    else:
        content.save(project / name)
    done = run("import", "table", name, "--on", "2026-01-09", *options, cwd=project)
    chronology, problems = check(project, project / "events")
    assert [str(problem) for problem in problems] == []
    return chronology, done


GERMAN = (
    "Nr.;Datum;Bis;Titel;Beschreibung;Ort;Breite;Länge;Tote;Verletzte;Quelle;Link;Beteiligte\n"
    "1;09.01.2026;10.01.2026;Ein Tor;Erster Satz.;Flussbogen;45,5;-12,25;3-5;etwa ein Dutzend;"
    "Die Zeitung;https://zeitung.example/tor;Rat; \n"
)


def test_a_table_in_german_is_read_without_a_word(fresh: Path) -> None:
    chronology, done = table(
        fresh, GERMAN.replace("Rat; \n", '"Rat; Gilde"\n').replace("10.01.", "13.01.")
    )
    assert (done.stdout, done.returncode) == ("", 0)
    event = only_event(chronology)
    assert (event.title, event.summary, event.draft) == ("Ein Tor", "Erster Satz.", True)
    assert event.date.text == "2026-01-09/2026-01-13"
    assert [actor.id for actor in event.actors] == ["rat", "gilde"]
    place = chronology.places[event.places[0]]
    assert (place.name, place.lat, place.lon) == ("Flussbogen", 45.5, -12.25)
    [account] = event.accounts
    assert chronology.sources[account.source].url == "https://zeitung.example/tor"
    killed, injured = account.figures
    assert (killed.measure, killed.min, killed.max) == ("killed", 3, 5)
    assert (injured.measure, injured.as_said) == ("injured", "etwa ein Dutzend")


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


def test_errors_stand_by_file_sheet_row_and_column_and_the_other_rows_come_in(fresh: Path) -> None:
    book = Workbook()
    book.active.title = "Data"  # type: ignore[union-attr]
    for row in (
        ["Title", "Date", "Lat", "Lon", "Place", "Time", "URL"],
        [
            "A",
            datetime.fromisoformat("2026-01-09"),
            45.5,
            -12.25,
            "Bend",
            time(14, 30),
            "https://x.example/",
        ],
        ["B", "soon", 1, 2, "Bend"],
        ["C", "1/2/2026"],
        ["D", datetime.fromisoformat("2026-01-09T08:05"), 400, 2, "Hill", "late", "x"],
        [None, datetime.fromisoformat("2026-01-09")],
    ):
        book.active.append(row)  # type: ignore[union-attr]
    book.create_sheet("Notes").append(["x", "y"])
    chronology, done = table(fresh, book)
    assert done.returncode == 1
    assert [(e.title, e.date.text) for e in chronology.events] == [
        ("D", "2026-01-09T08:05"), ("A", "2026-01-09T14:30"),
    ]  # fmt: skip
    lines = [line.removeprefix("t.xlsx: sheet Data, ") for line in done.stdout.splitlines()]
    assert [line.partition(" (")[0] for line in lines] == [
        "row 3: broken: column 'Date': this is no date that can be read: 'soon'",
        "row 4: broken: column 'Date': day and month could be either: '1/2/2026'",
        "row 5, column 'Time': left out: 'late' is no time of day, such as 14:30",
        "row 5, column 'URL': left out: 'x' is no address of the web",
        "row 5, column 'Lat' and 'Lon': left out: '400 2' are no degrees, as 45.5",
        "row 6: broken: it has neither a title nor a text",
    ]


def test_no_time_is_lost_in_silence(fresh: Path) -> None:
    """Where only the end has a time, where there is no whole day, and where the day has its own."""
    rows = ["title,date,time,end,end_time", "A,2021-05-05,14:30,,16:00", "B,2021-05-05,,,16:00Z"]
    rows += ["C,2021-05,14:30,,", "D,2021-05-06T10:00,10:00,,", "E,2021-05-06T11:00,12:00,,"]
    rows += ["F,2021-05-07,14:30,2021-05-07,", "G,2021-05-08,14:30,,14:30"]
    chronology, done = table(fresh, "\n".join(rows) + "\n")
    dates = {event.title: event.date.text for event in chronology.events}
    assert dates == {
        "A": "2021-05-05T14:30/2021-05-05T16:00",
        "B": "2021-05-05/2021-05-05T16:00Z",
        "C": "2021-05",
        "D": "2021-05-06T10:00",
        "E": "2021-05-06T11:00",
        "F": "2021-05-07T14:30/2021-05-07",
        "G": "2021-05-08T14:30",
    }
    assert done.stdout.splitlines() == [
        "t.csv: row 4, column 'time': left out: '14:30' stands on a whole day alone, "
        "not on 2021-05",
        "t.csv: row 6, column 'time': left out: '12:00' stands on a whole day alone, "
        "not on 2021-05-06T11:00",
    ]


def test_a_dry_run_writes_nothing(fresh: Path) -> None:
    before = read_files(fresh / "events")
    _, done = table(fresh, "title,date\nA,2001\n", "--dry-run")
    assert done.stderr.endswith("drafts that would be written: 1; events that were there already: "
                                "0, of which updated: 0; broken rows: 0\n")  # fmt: skip
    assert read_files(fresh / "events") == before


def test_tables_that_are_known_need_no_map(fresh: Path) -> None:
    chronology, done = table(fresh, UCDP_HEAD + ucdp_row())
    assert "t.csv is a table of the format ucdp" in done.stderr
    assert only_event(chronology).title.startswith("State-based violence")


def test_several_addresses_are_several_accounts_and_one_source_is_proposed_once(
    fresh: Path,
) -> None:
    text = (
        "title,date,outlet,url,killed\n"
        "A,2001,,https://a.example/1 https://b.example/2,4\nB,2002,,https://a.example/1,5\n"
        "C,2003,The Wire,,\nD,2004,the wire,,\n"
    )
    chronology, _ = table(fresh, text)
    told = {e.title: [a.source for a in e.accounts] for e in chronology.events}
    assert told == {
        "A": ["a-example", "b-example"], "B": ["a-example"], "C": ["the-wire"], "D": ["the-wire"],
    }  # fmt: skip
    figures = [len(account.figures) for account in chronology.events[0].accounts]
    assert figures == [1, 0]  # said once, by whoever that was


def test_a_picture_keeps_its_address_caption_and_credit(fresh: Path) -> None:
    text = "title,date,media,caption,credit\nA,2001,https://x.example/i.png,A gate,The Wire\n"
    chronology, _ = table(fresh, text)
    picture = only_event(chronology).accounts[1]
    assert (picture.source, picture.says) == ("the-wire", "A gate")
    assert chronology.sources["the-wire"].url == "https://x.example/i.png"


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


@pytest.mark.parametrize(
    ("cell", "order", "edtf"),
    [
        ("2026-01-09", None, "2026-01-09"),
        ("2026/01/09", "dmy", "2026-01-09"),
        ("9.1.2026", "dmy", "2026-01-09"),
        ("1/9/2026", "mdy", "2026-01-09"),
        ("2026-01-09 14:30", None, "2026-01-09T14:30"),
        ("2026-01-09 00:00:00.000", None, "2026-01-09"),
        ("9.1.2026 8:05 pm", "dmy", "2026-01-09T20:05"),
        ("01/2026", None, "2026-01"),
        ("9 January 2026", None, "2026-01-09"),
        ("about 2012", None, "2012~"),
        ("2012~/..", None, "2012~/.."),
    ],
)
def test_dates_of_cells(cell: str, order: str | None, edtf: str) -> None:
    assert cell_date(cell, order) == edtf


@pytest.mark.parametrize(
    ("cell", "order", "why"),
    [
        ("1/9/2026", None, "day and month could be either"),
        ("13/9/2026", "mdy", "this is no day in the order mdy"),
        ("9.1.26", "dmy", "this is no day in the order dmy"),
        ("46031", None, "this is the number that a spreadsheet has for a day"),
        ("yesterday", None, "this needs the day on which it was said"),
    ],
)
def test_dates_that_are_none_for_sure(cell: str, order: str | None, why: str) -> None:
    with pytest.raises(DateError, match=why):
        cell_date(cell, order)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["1/2/2026", "13/2/2026"], "dmy"),
        (["1.2.2026", "13.1.2026", "31.2.2026"], "dmy"),
        (["31.2.2026"], None),
        (["1/2/2026", "2/13/2026"], "mdy"),
        (["1/2/2026", "3/4/2026"], None),
        (["13/2/2026", "2/13/2026"], None),
        (["2026-01-02", "x"], "ymd"),
        (["May 2021"], None),
    ],
)
def test_the_order_of_a_column_is_known_where_one_alone_fits(
    cells: list[str], order: str | None
) -> None:
    assert order_of(cells) == order


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("14:30", "T14:30"), ("14.30 Uhr", "T14:30"), ("14h30", "T14:30"), ("2:30 PM", "T14:30"),
        ("12 a.m.", "T00:00"), ("14:30:05", "T14:30:05"), ("14:30Z", "T14:30Z"),
        ("14:30 +0300", "T14:30+03:00"), ("14", ""), ("13 pm", ""),
        ("14:30 (UTC+3)", "T14:30+03:00"), ("16.45 Uhr (UTC-3:30)", "T16:45-03:30"),
        ("14.30.05", "T14:30:05"), ("14:30:05.250 GMT", "T14:30:05Z"), ("noon", "T12:00"),
        ("midnight", ""), ("24:00", ""), ("about 14:30", ""),
    ],
)  # fmt: skip
def test_times_of_cells(written: str, time: str) -> None:
    assert time_text(written) == time


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("0", {"value": "0"}),
        ("1,200", {"value": "1200"}),
        ("1.200", {"value": "1200"}),
        ("12.0", {"value": "12"}),
        ("12-20", {"min": "12", "max": "20"}),
        ("12 to 20", {"min": "12", "max": "20"}),
        ("20-12", {"as_said": "20-12"}),
        ("about 12", {"value": "12", "qualifier": "about"}),
        ("at least a dozen", {"as_said": "at least a dozen"}),
        ("dozens", {"as_said": "dozens"}),
    ],
)
def test_numbers_of_cells(cell: str, figure: dict[str, str]) -> None:
    assert figure_of(cell) == figure


def test_a_language_that_is_no_tag_is_reported(fresh: Path) -> None:
    _, done = table(fresh, "title,date,source,language\nA,2001,The Gazette,in Turkish\n")
    assert done.stdout == (
        "t.csv: row 2, column 'language': left out: 'in Turkish' is no language tag, as tr\n"
    )


def test_what_an_import_writes_itself_stands_in_the_language_of_the_chronology(fresh: Path) -> None:
    settings = fresh / "events/chronology.yml"
    settings.write_text(f"language: fr\n{settings.read_text('utf-8')}", "utf-8")
    chronology, done = table(
        fresh,
        "Nº;Titre;Date;Source;Titre de la source;Date de publication;Type\n"
        "3;Trois jours;du 3 au 5 juin 2021;La Vigie;Le port à l’arrêt;6 juin 2021;Grève\n",
    )
    event = only_event(chronology)
    assert event.date_basis == (
        "Comme dans le tableau importé, où il est écrit : du 3 au 5 juin 2021"
    )
    assert chronology.settings.kinds[event.kind].name == "Événement"
    assert "'Événement'" in done.stdout
    [account] = event.accounts
    assert account.locator == "comme dans le tableau importé, id 3"
    source = chronology.sources[account.source]
    assert (source.title, source.published.text) == ("Le port à l’arrêt", "2021-06-06")


def test_no_source_is_guessed_where_several_may_be_meant(fresh: Path) -> None:
    first = (
        "title,date,source,source date\nA,2001,The Gazette,2021-05-06\n"
        "B,2002,The Gazette,2021-05-07\nC,2003,The Wire,\n"
    )
    chronology, done = table(fresh, first)
    assert done.stdout == ""
    assert [e.accounts[0].source for e in chronology.events] == [
        "the-gazette-2021-05-06", "the-gazette-2021-05-07", "the-wire",
    ]  # fmt: skip
    (fresh / "u.csv").write_text(
        "title,date,source,source date\nD,2004,the gazette,\nE,2005,The Gazette,2021-05-07\n"
        "F,2006,The Wire,2022-01-01\nG,2007,The Gazette,2021-05-08\n"
    )
    done = run("import", "table", "u.csv", "--on", "2026-01-10", cwd=fresh)
    assert done.stdout == (
        "u.csv: row 2, column 'source': left out: 'the gazette' may be any of "
        "the-gazette-2021-05-06, the-gazette-2021-05-07: give its address, headline and date as "
        "the source has them, or put it in by hand\n"
    )
    chronology, problems = check(fresh, fresh / "events")
    assert problems == ()
    assert [e.accounts[0].source for e in chronology.events][3:] == [
        "u-csv", "the-gazette-2021-05-07", "the-wire", "the-gazette-2021-05-08",
    ]  # fmt: skip


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
