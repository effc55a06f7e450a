"""Odd input: each import answers by file and row, and the other rows stand."""

import json
import time
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.imports import READERS
from generator.authoring.imports.drafts import Drafts
from generator.authoring.imports.html_text import plain_line, plain_text
from generator.authoring.imports.name_matching import Registries
from generator.authoring.imports.plan import plan
from generator.model.records import Chronology, Settings
from generator.validation.check import check
from tests.support.import_runs import UCDP_HEAD, import_file, ucdp_row

PROCESSOR_SECONDS = 10
"""Generous: what is tried here took minutes."""
TEXTS = {
    "Word's conditions": ("<![if !supportLists]>one<![endif]> two", "one two"),
    "a condition that stays open": ("<![if one", "<![if one"),
    "a declaration that is none": ("<![CDATA[x] one ]", "<![CDATA[x] one ]"),
    "a comment": ("<!-- x -->one", "one"),
    "a comment that stays open": ("one <!-- two", "one <!-- two"),
    "a tag that stays open": ("one <a href=", "one <a href="),
    "less than": ("1 < 2 <b>and</b> 3", "1 < 2 and 3"),
    "a surrogate": ("one\ud800", "one"),
}


@pytest.mark.parametrize(("html", "text"), TEXTS.values(), ids=TEXTS)
def test_html_that_is_none_stays_text(html: str, text: str) -> None:
    assert plain_line(html) == text


@pytest.mark.parametrize(
    "part",
    ["<a ", "<!--", "<!-- >", "<![", "<![x", "<!", "</", "</a", "<?", "&", "&#", "<a b='", "\n \n",
     "<script>", "<script></", "<br>", "<a>", " ", "<p ", '<a b="> ', "<!doctype ", "\n "],
    ids=repr,
)  # fmt: skip
def test_no_text_keeps_a_reader_busy(part: str) -> None:
    before = time.process_time()
    plain_text(part * 30_000)
    plain_text(f"{part * 30_000}>")
    assert time.process_time() - before < PROCESSOR_SECONDS


def _slides(*slides: object) -> str:
    return '{"events": [' + ", ".join(
        slide if isinstance(slide, str) else json.dumps(slide) for slide in slides
    ) + "]}"  # fmt: skip


def _slide(**given: object) -> dict[str, object]:
    return {"start_date": {"year": 2001}, "text": {"headline": "One"}, **given}


DIGITS = "9" * 5_000
NESTED = "[" * 900 + "]" * 900
SLIDES = {
    "a number of 5,000 digits": '{"start_date": {"year": ' + DIGITS + "}}",
    "a number of 5,000 digits elsewhere": '{"x": ' + DIGITS + "}",
    "deep lists": '{"start_date": {"year": 2001}, "media": ' + NESTED + "}",
    "no slide": NESTED,
    "an endless year": '{"start_date": {"year": 1e999}}',
    "no number": '{"start_date": {"year": NaN}}',
    "a list as year": '{"start_date": {"year": [1]}}',
    "a list as headline": '{"text": {"headline": [1]}}',
    "year 0": '{"start_date": {"year": 0}}',
    "the 30th of February": '{"start_date": {"year": 2001, "month": 2, "day": 30}}',
    "a surrogate as key": r'{"\ud800\u001b[2J\n::error::": 1}',
}


@pytest.mark.parametrize("slide", SLIDES.values(), ids=SLIDES)
def test_an_odd_slide_is_named_and_the_others_stand(slide: str, fresh: Path) -> None:
    content = _slides(_slide(), slide, _slide(text={"headline": "Three"}))
    chronology, report = import_file(fresh, "timelinejs", "a.json", content, exit_code=1)
    assert [event.title for event in chronology.events] == ["One", "Three"]
    assert "event 2: broken: " in report
    assert report.isprintable() or all(line.isprintable() for line in report.splitlines())


@pytest.mark.parametrize("year", ["0999", "0001", "9999"])
def test_a_month_of_an_early_year_is_a_month(year: str, fresh: Path) -> None:
    row = ucdp_row(date_start=f"{year}-01-01", date_end=f"{year}-01-31", date_prec="4")
    chronology, _ = import_file(fresh, "ucdp", "a.csv", UCDP_HEAD + row)
    assert [event.date.text for event in chronology.events] == [f"{year}-01"]


ODD_CELLS = (
    ":role;=;a:", "=", ":", ";", "a:", ":a", "=a", "a=", ";;", "(", "<![if x", "<a " * 1_000,
    "9" * 5_000, "\x1b[2J", "\u202e", "index", "-", "…", "[x", "{x", "'", "a\nb", "this=",
    "this=;this=x", "NaN", "1e999", "-1", "1-9999",
)  # fmt: skip
TABLES = {
    "events": {"id": "2001-one@", "title": "One @", "date": "2001", "kind": "works",
               "actors": "anna@:speaks", "places": "bend@"},
    "accounts": {"event": "2001-one@", "account": "a1", "source": "wire@", "says": "So.",
                 "locator": "page 1", "according_to": "anna@", "labels": "anna@=x"},
    "figures": {"event": "2001-one@", "account": "a1", "measure": "injured", "value": "7"},
    "actors": {"id": "anna@", "name": "Anna @", "names": "tr=Anna", "offices": "Chair (2001)",
               "part_of": ""},
    "places": {"id": "bend@", "name": "Bend @", "names": "tr=Bend", "lat": "1", "lon": "1",
               "within": ""},
    "sources": {"id": "wire@", "outlet": "The Wire", "published": "2001", "url": ""},
}  # fmt: skip
"""A row of each table; @ stands for a number."""


def _write_tables(folder: Path, changed: str, column: str) -> Path:
    """Write the tables, a row of one for each odd cell, and one more event; return its file."""
    folder.mkdir()
    for name, cells in TABLES.items():
        rows = []
        for n, cell in enumerate(ODD_CELLS):
            row = {key: text.replace("@", f"{n}") for key, text in cells.items()}
            rows.append(row | ({column: cell} if name == changed else {}))
        if name == "events":
            rows.append({**dict.fromkeys(cells, ""), "title": "Two", "date": "2002"})
        lines = [list(cells), *(list(row.values()) for row in rows)]
        text = "".join(
            ",".join('"' + cell.replace('"', '""') + '"' for cell in line) + "\n" for line in lines
        )
        (folder / f"{name}.csv").write_bytes(text.encode())
    return folder / "events.csv"


@pytest.mark.parametrize(
    ("table", "column"), [(table, column) for table, cells in TABLES.items() for column in cells]
)
def test_no_cell_of_a_table_breaks_another_row(table: str, column: str, fresh: Path) -> None:
    chronology, _ = check(fresh, fresh / "events")
    events = _write_tables(fresh / "in", table, column)
    registries = Registries(chronology)
    imported = READERS["csv"](events, registries)
    made = plan(fresh / "events", registries, events, imported, date(2026, 1, 9))
    assert made.problems == ()
    two = [path for path in made.files if path.startswith("2002/")]
    assert len(two) == 1, made.report.lines
    assert not [line for line in made.report.lines if not line.isprintable()]


@pytest.mark.parametrize("holder", ["anna", "Anna", "berta"])
@pytest.mark.parametrize(("registry", "key"), [("actors", "part_of"), ("places", "within")])
def test_a_circle_is_left_out_and_named(registry: str, key: str, holder: str, fresh: Path) -> None:
    folder = fresh / "in"
    folder.mkdir()
    events = f"title,date,{registry}\nOne,2001,anna\nTwo,2002,\n"
    (folder / f"{registry}.csv").write_text(
        f"id,name,{key}\nanna,Anna,{holder}\nberta,Berta,anna\n"
    )
    chronology, report = import_file(fresh, "csv", "events.csv", events)
    assert len(chronology.events) == 2
    assert f"{registry}.csv, row " in report
    assert "leads back to itself" in report


def test_a_long_chain_is_no_circle(tmp_path: Path) -> None:
    rows = "".join(f"p{n},P {n},p{n + 1}\n" for n in range(5_000))
    (tmp_path / "places.csv").write_text(f"id,name,within\n{rows}")
    (tmp_path / "events.csv").write_text("title,date,places\nOne,2001,p0\n")
    registries = _registries()
    imported = READERS["csv"](tmp_path / "events.csv", registries)
    assert len(registries.proposed["places"]) == 5_001
    assert imported.report.lines == ()


def test_many_rows_of_one_title_take_no_time_for_each_before(tmp_path: Path) -> None:
    """20,000 rows are read as they lie, and each gets its own id."""
    (tmp_path / "events.csv").write_text("title,date\n" + "One,2001\n" * 20_000)
    before = time.process_time()
    registries = _registries()
    imported = READERS["csv"](tmp_path / "events.csv", registries)
    drafts = Drafts(tmp_path / "none", registries, tmp_path, imported, date(2026, 1, 9))
    assert len(drafts.rows) == 20_000
    assert time.process_time() - before < PROCESSOR_SECONDS


def test_ids_are_counted_on(tmp_path: Path) -> None:
    registries = _registries()
    assert [registries.propose("places", "bend", {}) for _ in range(3)] == [
        "bend", "bend-2", "bend-3"
    ]  # fmt: skip


def _registries() -> Registries:
    return Registries(Chronology("events", Settings(title="Fresh"), {}, {}, {}, ()))
