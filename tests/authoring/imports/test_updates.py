"""A later import brings what is new in the file, and touches nothing that somebody has changed."""

from pathlib import Path

import pytest

from generator.authoring.yaml_edits import with_value
from generator.model.records import Chronology
from tests.support.cli import run
from tests.support.import_runs import UCDP_HEAD, import_file, only_event, ucdp_row
from tests.support.projects import edit, read_files

HEAD = "id,title,date,text,killed\n"


def table(project: Path, text: str) -> tuple[Chronology, str]:
    """Import a table with a known map."""
    return import_file(project, "table", "t.csv", text)


def test_a_row_that_has_changed_changes_what_nobody_touched(fresh: Path) -> None:
    chronology, _ = table(fresh, f"{HEAD}7,A,2001,One.,3\n")
    path = fresh / only_event(chronology).path
    edit(path, ("date_basis: As in the imported table.", "date_basis: We looked.  # so we did"))
    moved = fresh / "events/2002/2001-a.yml"
    chronology, report = table(fresh, f"{HEAD}8,New,2003,,\n7,A,2002,Two.,4\n")
    event = next(event for event in chronology.events if event.title == "A")
    assert (event.id, event.date.text, event.summary) == ("2001-a", "2002", "Two.")
    assert event.accounts[0].says == "Two."
    assert event.accounts[0].figures[0].value == 4
    assert "date_basis: We looked.  # so we did\n" in moved.read_text()
    assert not path.exists()
    values = "date, summary, accounts.t-csv.says, accounts.t-csv.figures"
    assert report == f"t.csv: row 3: 2001-a: updated: {values}\n"


def test_what_a_curator_has_changed_stays_and_is_told(fresh: Path) -> None:
    chronology, _ = table(fresh, f"{HEAD}7,A,2001,One.,3\n")
    path = fresh / only_event(chronology).path
    edit(path, ("summary: One.", "summary: In our words."), ("title: A", "title: The gate"))
    with path.open("a") as file:
        file.write("unknowns: [Who did it.]\n")
    before = path.read_text()
    chronology, report = table(fresh, f"{HEAD}7,Another,2001,Two.,3\n")
    event = only_event(chronology)
    assert (event.title, event.summary) == ("The gate", "In our words.")
    assert event.accounts[0].says == "Two."
    assert event.unknowns == ("Who did it.",)
    assert path.read_text() == before.replace("says: One.", "says: Two.")
    assert report.splitlines() == [
        f"t.csv: row 2: 2001-a: {remark}"
        for remark in (
            "title: the file says now: Another; left as somebody has changed it here",
            "summary: the file says now: Two.; left as somebody has changed it here",
            "updated: accounts.t-csv.says",
        )
    ]


def test_a_published_event_is_not_changed(fresh: Path) -> None:
    table(fresh, f"{HEAD}7,A,2001,One.,3\n")
    assert run("publish", "--all", "--on", "2026-01-09", cwd=fresh).returncode == 0
    before = read_files(fresh / "events")
    _, report = table(fresh, f"{HEAD}7,A,2001,Two.,3\n")
    assert "summary: the file says now: Two.; the event is published" in report
    assert read_files(fresh / "events") == before


def test_an_event_that_is_gone_does_not_come_back(fresh: Path) -> None:
    chronology, _ = table(fresh, f"{HEAD}7,A,2001,One.,3\n8,B,2002,Two.,\n")
    (fresh / chronology.events[0].path).unlink()
    chronology, report = table(fresh, f"{HEAD}7,A,2001,One.,3\n8,B,2002,Two.,\n")
    assert only_event(chronology).title == "B"
    assert report == "t.csv: row 2: left out: '2001-a' was imported before, and is gone\n"


def test_without_an_id_a_row_is_known_by_its_words_and_then_by_its_number(fresh: Path) -> None:
    head = "title,date,text\n"
    chronology, _ = table(fresh, f"{head}A,2001,One.\nB,2002,Two.\n")
    ids = [event.id for event in chronology.events]
    chronology, _ = table(fresh, f"{head}New,2000,Zero.\nA,2001,One.\nB,2002,Three.\n")
    assert [event.id for event in chronology.events] == ["2000-new", *ids]
    assert [event.summary for event in chronology.events] == ["Zero.", "One.", "Three."]
    chronology, _ = table(fresh, f"{head}New,2000,Zero.\nA,2001,One.\nBB,2002,Three.\n")
    assert [event.title for event in chronology.events] == ["New", "A", "BB"]


def test_a_row_of_a_data_set_is_updated_too(fresh: Path) -> None:
    import_file(fresh, "ucdp", "ged.csv", UCDP_HEAD + ucdp_row())
    chronology, report = import_file(fresh, "ucdp", "ged.csv", UCDP_HEAD + ucdp_row(best="4"))
    assert only_event(chronology).accounts[0].figures[0].value == 4
    assert "row 2: 2001-02-03-ucdp-7: updated: accounts.ged-csv.figures\n" in report


def test_what_was_kept_and_cannot_be_read_is_as_if_it_were_not_there(fresh: Path) -> None:
    table(fresh, f"{HEAD}7,A,2001,One.,3\n")
    (fresh / "events/.imports/t-csv.json").write_text("[1]")
    chronology, report = table(fresh, f"{HEAD}7,A,2001,Two.,3\n")
    assert only_event(chronology).summary == "One."
    assert report == "t.csv: row 2: already there, and left as it is\n"


FILE = (
    "# head\na: 1  # one\nb:\n  - c: x\n    d: |-\n      y\n      z\n  - {c: x, d: y}\ne: [1, 2]\n"
)


@pytest.mark.parametrize(
    ("path", "value", "line", "now"),
    [
        (("a",), "2", "a: 1  # one", "a: 2  # one"),
        (("b", 0, "c"), "y", "  - c: x", "  - c: y"),
        (("b", 0, "d"), "w", "    d: |-\n      y\n      z", "    d: w"),
        (("b", 1, "d"), "w", "{c: x, d: y}", "{c: x, d: w}"),
        (("b", 1, "f"), "w", "{c: x, d: y}", "{c: x, d: y, f: w}"),
        (("b", 0, "f"), "w", "      z\n", "      z\n    f: w\n"),
        (("e",), ["3"], "e: [1, 2]", "e:\n- 3"),
        (("a",), None, "a: 1  # one\n", ""),
    ],
)
def test_a_value_is_changed_and_nothing_else(
    path: tuple[str | int, ...], value: object, line: str, now: str
) -> None:
    assert with_value(FILE, path, value) == FILE.replace(line, now)


@pytest.mark.parametrize(
    ("path", "value"), [(("b", 0, "c"), None), (("x", "y"), "1"), (("a", "b"), "1")]
)
def test_a_path_that_leads_nowhere_is_an_error(path: tuple[str | int, ...], value: object) -> None:
    with pytest.raises(LookupError):
        with_value(FILE, path, value)
