"""Rows of UCDP GED become drafts."""

from pathlib import Path

import pytest

from tests.support.import_runs import UCDP_HEAD, import_file, only_event, ucdp_row


def test_a_row_becomes_an_event_with_each_estimate(fresh: Path) -> None:
    chronology, report = import_file(fresh, "ucdp", "ged.csv", UCDP_HEAD + ucdp_row())
    event = only_event(chronology)
    assert event.id == "2001-02-03-ucdp-7"
    assert event.date.text == "2001-02-03"
    [account] = event.accounts
    assert account.source == "ged-csv"
    assert account.locator == "id 7"
    assert 'Based on: Wire, 2001-02-05, "Pause" ends, fights begin; Post' in account.says
    assert "Their source: A spokesman." in account.says
    figures = [(f.measure, f.of, f.value, f.min, f.max, f.scope) for f in account.figures]
    assert figures == [
        ("killed", None, 3, None, None, "best estimate"),
        ("killed", None, None, 2, 30, "low to high estimate"),
        ("killed", "side-a", 1, None, None, None),
        ("killed", "side-b", 2, None, None, None),
        ("killed", "civilians", 0, None, None, None),
        ("killed", "unknown-side", 0, None, None, None),
    ]
    place = chronology.places["river-bend"]
    assert (place.lat, place.lon, place.precision) == (45.5, -12.25, "town")
    assert chronology.actors["government-of-uplands"].kind == "government"
    assert report == "all rows: left out: the columns year\n"


@pytest.mark.parametrize(
    ("start", "end", "prec", "clarity", "edtf"),
    [
        ("2001-02-03", "2001-02-03", "1", "1", "2001-02-03"),
        ("2001-02-03 00:00:00.000", "2001-02-05", "2", "1", "[2001-02-03..2001-02-05]"),
        ("2001-02-03", "2001-02-04", "2", "1", "[2001-02-03,2001-02-04]"),
        ("2001-02-03", "2001-02-05", "2", "2", "2001-02-03/2001-02-05"),
        ("2001-02-01", "2001-02-28", "4", "1", "2001-02"),
        ("2001-02-01", "2001-02-28", "4", "2", "2001-02-01/2001-02-28"),
        ("2001-02-01", "2001-02-20", "4", "1", "[2001-02-01..2001-02-20]"),
        ("2001-01-01", "2001-12-31", "5", "1", "2001"),
        ("2001-02-03", "2001-02-03", "3", "1", "2001-02-03~"),
    ],
)
def test_precision_and_clarity_widen_the_date(
    fresh: Path, start: str, end: str, prec: str, clarity: str, edtf: str
) -> None:
    row = ucdp_row(date_start=start, date_end=end, date_prec=prec, event_clarity=clarity)
    assert only_event(import_file(fresh, "ucdp", "ged.csv", UCDP_HEAD + row)[0]).date.text == edtf


def test_no_people_is_taken_for_an_armed_group(fresh: Path) -> None:
    rows = [
        ucdp_row(id="1", side_b="URF"),
        ucdp_row(id="2", type_of_violence="2", side_a="Rivermen (Uplands)", side_b="LRF - M"),
        ucdp_row(id="3", type_of_violence="3", side_b="Civilians"),
    ]
    actors = import_file(fresh, "ucdp", "ged.csv", UCDP_HEAD + "".join(rows))[0].actors
    assert {actor.name: actor.kind for actor in actors.values()} == {
        "Government of Uplands": "government",
        "URF": "armed group",
        "Rivermen (Uplands)": "population",
        "LRF - M": "armed group",
        "Civilians": "population",
    }


def test_broken_rows_of_ucdp_are_named_and_the_rest_stands(fresh: Path) -> None:
    rows = [
        "#id,#date" + "," * 25 + "\n",
        ucdp_row(id="1", date_start="2001-13-01"),
        ucdp_row(id="2", date_start="2001-02-05"),
        ucdp_row(id="3", date_prec="9"),
        "a,b\n",
        ucdp_row(id="4", low="40", latitude="north", deaths_a="-1"),
        ucdp_row(id="", best="1"),
    ]
    chronology, report = import_file(
        fresh, "ucdp", "ged.csv", UCDP_HEAD + "".join(rows), exit_code=1
    )
    assert only_event(chronology).id == "2001-02-03-ucdp-4"
    assert report.splitlines() == [
        "row 3: broken: '2001-13-01' to '2001-02-03' are no days",
        "row 4: broken: date_start 2001-02-05 is after date_end 2001-02-03",
        "row 5: broken: date_prec '9' is none of 1 to 5",
        "row 6: broken: side_a is empty: write the name of a side",
        "row 7: left out: the coordinates north -12.25",
        "row 7: left out: deaths_a '-1', which is no number",
        "row 7: left out: the range, for low 40 is above high 30",
        "row 8: broken: id is empty: write the number of the event",
        "all rows: left out: the columns year",
    ]
