"""`import table`: any spreadsheet, row by row, and what cannot be read of a row is said."""

from datetime import datetime, time
from pathlib import Path

from openpyxl import Workbook

from generator.validation.check import check
from tests.support.cli import run
from tests.support.import_runs import only_event, table
from tests.support.projects import read_files

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
        "row 6: broken: column 'Title' is empty: write what happened",
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
