"""An import never guesses which of several records of one name is meant: it asks by their ids."""

from pathlib import Path

import pytest

from generator.model.records import Chronology
from generator.validation.check import check
from tests.support.cli import run
from tests.support.import_runs import UCDP_HEAD, ucdp_row

_ACTORS = """\
council: {name: Council, kind: organisation}
upper-council: {name: Upper Council, also: [The Council, council], kind: organisation}
guild: {name: Guild, kind: organisation}
"""
_PLACES = """\
newtown-north: {name: Newtown, lat: 45.5, lon: -12.25, precision: town}
newtown-south: {name: Newtown, lat: 45.4, lon: -12.25, precision: town}
newtown-far: {name: Newtown, lat: 10, lon: 10, precision: town}
"""
_TERMS = """\
  strike: {name: Strike}
  hunger-strike: {name: Strike}
roles:
  leads: {name: Takes part}
  follows: {name: Takes part}
measures:
  strikers: {name: Taking part}
  marchers: {name: Taking part}
populations:
  dockers: {name: Workers}
  drivers: {name: Workers}
"""


@pytest.fixture
def crowded(fresh: Path) -> Path:
    """A project in which each name is borne by several records."""
    settings = fresh / "events/chronology.yml"
    works = "  works: {name: Works}   # another\n"
    text = settings.read_text("utf-8").replace("\n  # and one more", "")
    settings.write_text(text.replace(works, works + _TERMS), "utf-8")
    (fresh / "events/actors.yml").write_text(_ACTORS, "utf-8")
    (fresh / "events/places.yml").write_text(_PLACES, "utf-8")
    return fresh


def imported(project: Path, form: str, name: str, content: str) -> tuple[Chronology, list[str]]:
    """Import a file; return the chronology, of which only the unused is wrong, and the report."""
    (project / name).write_text(content, "utf-8")
    done = run("import", form, name, "--on", "2026-01-09", cwd=project)
    assert "Traceback" not in done.stderr
    chronology, problems = check(project, project / "events")
    assert [str(problem) for problem in problems if problem.code != "E403"] == []
    return chronology, done.stdout.splitlines()


@pytest.mark.parametrize("name", ["Council", "COUNCIL"])
def test_of_several_actors_none_is_taken_but_by_its_id(name: str, crowded: Path) -> None:
    chronology, report = imported(
        crowded, "table", "t.csv",
        f"title,date,who\nA,2001,{name}; Guild\nB,2002,council\nC,2003,The Council\n",
    )  # fmt: skip
    assert report == [
        f"t.csv: row 2, column 'who': left out: {name!r} may be any of council, upper-council: "
        "write its id"
    ]
    assert [[actor.id for actor in event.actors] for event in chronology.events] == [
        ["guild"], ["council"], ["upper-council"],
    ]  # fmt: skip


def test_of_several_places_none_is_taken_but_the_one_that_lies_there(crowded: Path) -> None:
    chronology, report = imported(
        crowded, "table", "t.csv",
        "title,date,ort,lat,lon\nA,2001,Newtown,,\nB,2002,Newtown,45.45,-12.25\n"
        "C,2003,Newtown,45.4,-12.25\nD,2004,newtown-north,,\nE,2005,Newtown,10.1,10\n"
        "F,2006,Newtown,20,20\n",
    )  # fmt: skip
    near = "newtown-north, newtown-south"
    left = "column 'ort': left out: 'Newtown' may be any of"
    assert report == [
        f"t.csv: row 2, {left} {near}, newtown-far: write its id, or its degrees",
        f"t.csv: row 3, {left} {near}: write its id, or its degrees",
    ]
    assert [event.places for event in chronology.events] == [
        (), (), ("newtown-south",), ("newtown-north",), ("newtown-far",), ("newtown",),
    ]  # fmt: skip


def test_of_several_kinds_none_is_taken_until_somebody_says_which(crowded: Path) -> None:
    rows = "title,date,art\nA,2001,Strike\nB,2002,hunger-strike\n"
    chronology, report = imported(crowded, "table", "t.csv", rows)
    assert report == [
        "t.csv: row 2: broken: column 'art': 'Strike' may be any of strike, hunger-strike: say "
        'which: --kind "Strike=ID"'
    ]
    assert [event.kind for event in chronology.events] == ["hunger-strike"]
    done = run("import", "table", "t.csv", "--kind", "Strike=strike", cwd=crowded)
    assert (done.stdout, done.returncode) == ("", 0)
    chronology, _ = check(crowded, crowded / "events")
    assert [event.kind for event in chronology.events] == ["strike", "hunger-strike"]


def test_of_several_measures_none_is_taken_but_by_its_id(crowded: Path) -> None:
    rows = "title,date,taking part,marchers\nA,2001,3,4\n"
    chronology, report = imported(crowded, "table", "t.csv", rows)
    assert report == [
        "t.csv: row 2, column 'taking part': left out: 'Taking part' may be any of strikers, "
        'marchers: say which: --map "figure:ID=taking part"'
    ]
    [event] = chronology.events
    assert [(f.measure, f.value) for f in event.accounts[0].figures] == [("marchers", 4)]
    done = run("import", "table", "t.csv", "--map", "figure:strikers=taking part", cwd=crowded)
    assert done.returncode == 0, done.stderr
    [event] = check(crowded, crowded / "events")[0].events
    assert {(f.measure, f.value) for f in event.accounts[0].figures} == {
        ("strikers", 3), ("marchers", 4),
    }  # fmt: skip


def test_ucdp_takes_none_of_several_sides_and_places(crowded: Path) -> None:
    row = ucdp_row(side_b="Council", where_coordinates="Newtown", latitude="45.45")
    chronology, report = imported(crowded, "ucdp", "u.csv", UCDP_HEAD + row)
    assert [line for line in report if "may be any of" in line] == [
        "row 2, column 'side_b': left out: 'Council' may be any of council, upper-council: "
        "put it in by hand",
        "row 2, column 'where_coordinates': left out: 'Newtown' may be any of "
        "newtown-north, newtown-south: put it in by hand",
    ]
    [event] = chronology.events
    assert [actor.id for actor in event.actors] == ["government-of-uplands"]
    assert event.places == ()


def test_the_words_of_an_import_itself_are_not_guessed_either(crowded: Path) -> None:
    """Without the measure of all its numbers a row of UCDP gives nothing."""
    settings = crowded / "events/chronology.yml"
    text = settings.read_text("utf-8")
    twice = "measures:\n  dead: {name: Killed}\n  lost: {name: Killed}\n"
    settings.write_text(text.replace("measures:\n", twice), "utf-8")
    chronology, report = imported(crowded, "ucdp", "u.csv", UCDP_HEAD + ucdp_row())
    assert report[:1] == ["row 2: broken: 'Killed' may be any of dead, lost"]
    assert chronology.events == ()


@pytest.mark.parametrize(
    ("column", "cell", "ids"),
    [
        ("actors", "Guild: Takes part", "'Takes part' may be any of leads, follows"),
        ("actors", "Council", "'Council' may be any of council, upper-council"),
        ("places", "Newtown",
         "'Newtown' may be any of newtown-north, newtown-south, newtown-far"),
        ("kind", "Strike", "'Strike' may be any of strike, hunger-strike"),
    ],
)  # fmt: skip
def test_a_cell_of_our_own_tables_that_may_be_several_breaks_its_row(
    column: str, cell: str, ids: str, crowded: Path
) -> None:
    rows = f"id,title,date,date_basis,{column}\n1,A,2001,Told.,{cell}\n2,B,2002,Told.,\n"
    chronology, report = imported(crowded, "csv", "events.csv", rows)
    assert [line for line in report if "may be any of" in line] == [
        f"row 2: broken: {column}: {ids}: write its id",
    ]
    assert [event.title for event in chronology.events] == ["B"]


def test_a_record_of_our_own_tables_stands_without_a_holder_that_may_be_several(
    crowded: Path,
) -> None:
    (crowded / "actors.csv").write_text(
        "id,name,kind,part_of\noffice,Office,organisation,Council\n", "utf-8"
    )
    rows = "id,title,date,date_basis,actors\n1,A,2001,Told.,office\n"
    chronology, report = imported(crowded, "csv", "events.csv", rows)
    assert [line for line in report if "may be any of" in line] == [
        "actors.csv, row 2, part_of: left out: 'Council' may be any of council, "
        "upper-council: write its id"
    ]
    assert chronology.actors["office"].part_of is None


def test_who_is_counted_and_by_what_is_not_guessed(crowded: Path) -> None:
    (crowded / "accounts.csv").write_text(
        "event,account,source,says\n1,a1,gazette,It says.\n2,b1,gazette,It says.\n", "utf-8"
    )
    (crowded / "figures.csv").write_text(
        "event,account,measure,of,value\n1,a1,strikers,Workers,3\n2,b1,Taking part,dockers,4\n",
        "utf-8",
    )
    rows = "id,title,date,date_basis\n1,A,2001,Told.\n2,B,2002,Told.\n"
    chronology, report = imported(crowded, "csv", "events.csv", rows)
    assert [line for line in report if "may be any of" in line] == [
        "row 2: broken: figures.csv, row 2, of: 'Workers' may be any of dockers, "
        "drivers: write its id",
        "row 3: broken: figures.csv, row 3, measure: 'Taking part' may be any of "
        "strikers, marchers: write its id",
    ]
    assert chronology.events == ()
