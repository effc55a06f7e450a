"""Any dialect and encoding of CSV gives the same cells; what cannot be known is said."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.authoring.imports.delimited import UnsuitableText, decode, read_cells
from generator.authoring.imports.sheets import read_sheets_of
from tests.support.cli import run
from tests.support.import_runs import import_file, only_event

ROWS = [
    ["title", "date", "text"],
    ["Şırnak", "2026-01-09", "One, two; three\nfour"],
    ["B", "2026", ""],
]


def written(delimiter: str) -> str:
    """Return the rows as a table whose cells this parts, with line ends of Windows."""
    cells = (
        ['"' + cell + '"' if set(cell) & set(",;\n") else cell for cell in row] for row in ROWS
    )
    return "".join(delimiter.join(row) + "\r\n" for row in cells)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("lead", ["", "sep={}\r\n", "SEP={}\n"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1254"]
)
def test_every_dialect_gives_the_same_cells(
    delimiter: str, lead: str, encoding: str, tmp_path: Path
) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes((lead.format(delimiter) + written(delimiter)).encode(encoding))
    [sheet] = read_sheets_of(file)
    assert [sheet.header, *(cells for _, cells in sheet.rows)] == ROWS
    assert [number for number, _ in sheet.rows] == [2, 3]
    assert bool(sheet.remarks) is (encoding == "cp1254")


@pytest.mark.parametrize(
    ("text", "encoding", "guessed"),
    [
        ("Élysée, 5 € – déjà vu", "cp1252", "cp1252"),
        ("Şırnak'ta çatışma, İzmir", "cp1254", "cp1254"),
        ("plain", "ascii", ""),
        ("Élysée", "utf-8", ""),
    ],
)
def test_a_code_page_is_guessed_and_told(text: str, encoding: str, guessed: str) -> None:
    assert decode(text.encode(encoding)) == (text, guessed)


@pytest.mark.parametrize("encoding", ["cp1251", "cp1256"])
def test_what_is_no_western_text_is_not_guessed(encoding: str) -> None:
    text = {"cp1251": "Перемирие объявлено", "cp1256": "هدنة في المدينة"}[encoding]
    with pytest.raises(
        UnsuitableText, match="byte 1 is not UTF-8: save the file as UTF-8, or name"
    ):
        decode(text.encode(encoding))
    assert decode(text.encode(encoding), encoding) == (text, "")


def test_what_is_said_wrongly_of_an_encoding_is_told() -> None:
    with pytest.raises(UnsuitableText, match="no encoding is called 'klingon'"):
        decode(b"a\xff", "klingon")
    with pytest.raises(UnsuitableText, match="byte 2 is not ascii"):
        decode(b"a\xff", "ascii")


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", []),
        ("one\n", [["one"]]),
        ("a;b\n1;2,3\n4;5,6\n", [["a", "b"], ["1", "2,3"], ["4", "5,6"]]),
        ("a,b\n1\n2\n", [["a", "b"], ["1"], ["2"]]),
    ],
)
def test_odd_tables_are_read_as_they_are(text: str, cells: list[list[str]]) -> None:
    assert list(read_cells(text)) == cells


TIMELINE = "Year,Month,Day,Time,Headline,Text,Media\n2026,1,9,14:30,Alpha,Words\n"


@pytest.mark.parametrize(
    "text",
    [
        TIMELINE,
        TIMELINE.replace(",", ";"),
        TIMELINE.replace(",", "\t"),
        f"sep=,\n{TIMELINE}",
        TIMELINE.lower().replace("alpha,words", "Alpha,Words"),
    ],
)
def test_a_timeline_of_any_dialect_is_read_whole(text: str, fresh: Path) -> None:
    chronology, report = import_file(fresh, "timelinejs", "t.csv", text)
    assert only_event(chronology).date.text == "2026-01-09T14:30"
    assert only_event(chronology).summary == "Words"
    assert report == ""


def test_our_own_table_comes_back_from_a_program_that_writes_semicolons(fresh: Path) -> None:
    chronology, _ = import_file(
        fresh, "csv", "events.csv", "title;date;kind\nAlpha;2026-01-09;works\n"
    )
    assert only_event(chronology).kind == "works"


def test_too_many_cells_are_a_broken_row_and_missing_ones_are_empty(fresh: Path) -> None:
    text = "title,date,text\nA,2001\nB,2002,T,,\nC,2003,T,more\n"
    (fresh / "t.csv").write_text(text)
    done = run("import", "table", "t.csv", cwd=fresh)
    assert (done.returncode, done.stdout) == (1, "t.csv: row 4: broken: 4 cells, not 3\n")
    assert "drafts written: 2" in done.stderr


@pytest.mark.parametrize("name", ["t.xlsx", "t.ods", "t.csv"])
@pytest.mark.parametrize(
    "files", [{}, {"x": ""}, {"[Content_Types].xml": "<x"}, {"[Content_Types].xml": "<a/>"}]
)
def test_what_is_no_workbook_is_told(files: dict[str, str], name: str, tmp_path: Path) -> None:
    with ZipFile(tmp_path / name, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    with pytest.raises(UnsuitableText, match="this is no workbook"):
        read_sheets_of(tmp_path / name)
