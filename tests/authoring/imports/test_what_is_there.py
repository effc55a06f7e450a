"""Imports into a chronology that holds something: it is matched, and nothing is overwritten."""

import json
from pathlib import Path

import pytest

from generator.validation.check import check
from tests.support.cli import run
from tests.support.import_runs import FACTS, UCDP_HEAD, import_file, slides_file, ucdp_row
from tests.support.projects import read_files


def _write_event(project: Path, more: str = "") -> str:
    """Write an event, with more keys, and its source `wire`; return the event's text."""
    (project / "events/sources.yml").write_text("wire: {outlet: The Wire, published: 2001}\n")
    (project / "events/2000").mkdir()
    event = (
        "title: X\nadded: 2001-01-01\ndate: 2000\ndate_basis: B\nkind: works\nsummary: S\n"
        f"{more}accounts: [{{source: wire, locator: p, says: S}}]\n"
    )
    (project / "events/2000/2000-x.yml").write_text(event)
    return event


def test_names_are_matched_to_the_registries(fresh: Path) -> None:
    (fresh / "events/actors.yml").write_text("front: {name: RF, kind: armed group, "
                                             "also: [River  front]}\n")  # fmt: skip
    (fresh / "events/places.yml").write_text(
        "bend: {name: River Bend, lat: 45.6, lon: -12.2}\nhill: {name: Hill, lat: 1, lon: 1}\n"
    )
    _write_event(fresh, "actors: [{id: front}]\nplaces: [bend, hill]\n")
    rows = ucdp_row(id="1") + ucdp_row(id="2", where_coordinates="Hill")
    chronology, _ = import_file(fresh, "ucdp", "ged.csv", UCDP_HEAD + rows)
    first, second = chronology.events[1:]
    assert [role.id for role in first.actors] == ["government-of-uplands", "front"]
    assert first.places == ("bend",)
    assert second.places == ("hill-2",)  # another hill, far away


def test_a_second_import_changes_nothing(fresh: Path) -> None:
    for form, name, content in (
        ("timelinejs", "t.json", slides_file({"start_date": {"year": 1999}})),
        ("ucdp", "ged.csv", UCDP_HEAD + ucdp_row() + ucdp_row(id="8")),
        ("csv", "events.csv", "id,title,date\n,Without an id,2001\n2002-x,X,2002\n"),
    ):
        import_file(fresh, form, name, content)
        before = read_files(fresh / "events")
        _, report = import_file(fresh, form, name, content)
        assert "updated" not in report
        assert read_files(fresh / "events") == before


def test_what_stands_in_the_files_is_untouched(fresh: Path) -> None:
    registry = "# people\nfront: {name: River Front, kind: armed group}  # known"
    (fresh / "events/actors.yml").write_text(registry)
    event = _write_event(fresh, "actors: [{id: front}]\n")
    import_file(fresh, "ucdp", "ged.csv", UCDP_HEAD + ucdp_row())
    assert (fresh / "events/actors.yml").read_text().startswith(registry)
    assert (fresh / "events/2000/2000-x.yml").read_text() == event
    settings = (fresh / "events/chronology.yml").read_text().splitlines()
    assert [line for line in settings if line in FACTS.splitlines()] == FACTS.splitlines()


def test_an_id_that_is_taken_gets_a_number(fresh: Path) -> None:
    import_file(fresh, "timelinejs", "one.json", slides_file({"start_date": {"year": 1999}}))
    chronology, _ = import_file(
        fresh, "timelinejs", "two.json", slides_file({"start_date": {"year": 1999}})
    )
    assert [event.id for event in chronology.events] == ["1999-slide-1", "1999-slide-1-2"]


def test_nothing_is_imported_into_broken_data(fresh: Path) -> None:
    (fresh / "events/actors.yml").write_text("a: [\n")
    before = read_files(fresh / "events")
    with pytest.raises(AssertionError, match="E103"):
        import_file(fresh, "timelinejs", "t.json", slides_file({"start_date": {"year": 1999}}))
    assert read_files(fresh / "events") == before


def test_a_source_that_no_event_uses_yet_hinders_no_import(fresh: Path) -> None:
    (fresh / "events/sources.yml").write_text("wire: {outlet: The Wire, published: 2001}\n")
    slides = slides_file({"start_date": {"year": 1999}})
    (fresh / "t.json").write_text(json.dumps(slides))
    done = run("import", "timelinejs", "t.json", cwd=fresh)
    assert (done.returncode, "drafts written: 1;" in done.stderr) == (0, True)
    chronology, problems = check(fresh, fresh / "events")
    assert [event.title for event in chronology.events] == ["Slide 1"]
    assert [problem.code for problem in problems] == ["E403"]


def test_records_that_are_there_stay_and_what_else_a_table_says_is_told(fresh: Path) -> None:
    _write_event(fresh)
    (fresh / "in").mkdir()
    (fresh / "in/sources.csv").write_text("id,outlet,published\nwire,Other Wire,2001\n")
    (fresh / "in/accounts.csv").write_text("event,account,source,says\n2001-a,wire,wire,So.\n")
    (fresh / "in/chronology.csv").write_text("title,licence,contact\nFresh,MIT,a@example.org\n")
    text = "id,title,date\n2001-a,A,2001\n"
    chronology, report = import_file(fresh, "csv", "events.csv", text)
    assert chronology.sources["wire"].outlet == "The Wire"
    assert chronology.settings.contact == "a@example.org"
    assert chronology.settings.licence == "CC0"
    assert report.splitlines() == [
        "chronology.csv, row 2, licence: left out: this chronology has its own",
        "sources.csv, row 2, outlet: left out: 'wire' is there already",
    ]


_TABLE = "title,date,source,source_title\nA,2001,THE WIRE,One\nB,2002,The-Wire,Two\nC,2003,Post,X\n"
_CITED = [
    {"id": id, "type": "article", "publisher": outlet, "title": id, "issued": {"raw": "2001"}}
    for id, outlet in (("one", "THE WIRE"), ("two", "thê wire"), ("x", "POST"), ("y", "Post"))
]


@pytest.mark.parametrize(
    ("form", "name", "content", "new"),
    [
        ("table", "t.csv", _TABLE, ["The Wire", "The Wire", "Post"]),
        ("csl", "list.json", json.dumps(_CITED), ["The Wire", "The Wire", "POST", "POST"]),
        ("csv", "events.csv", "id,title,date\n1-x,X,2001\n", ["events.csv"]),
    ],
)
def test_an_outlet_is_spelled_as_it_stands_there(
    form: str, name: str, content: str, new: list[str], fresh: Path
) -> None:
    _write_event(fresh)
    chronology, _ = import_file(fresh, form, name, content)
    _, problems = check(fresh, fresh / "events")
    assert "E518" not in {problem.code for problem in problems}
    outlets = [source.outlet for id, source in chronology.sources.items() if id != "wire"]
    assert [outlet for outlet in outlets if outlet != name] == [o for o in new if o != name]
