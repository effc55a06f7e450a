"""The calendar, read by another program."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from generator.exports.calendar_ics import fold
from generator.model.dates import parse_date
from generator.model.records import Chronology
from tests.support.chronologies import HOSTILE
from tests.support.exported_files import TAGGED, date_name, export_files, load_dates


def entries(files: dict[str, bytes]) -> list[Any]:
    calendar = Calendar.from_ical(files["data/chronology.ics"])
    assert not calendar.errors
    found = calendar.walk("VEVENT")
    assert all(not entry.errors for entry in found)
    return found


def test_each_date_as_far_as_it_has_days(tmp_path: Path) -> None:
    found = {}
    for entry in entries(export_files(load_dates(tmp_path, TAGGED))):
        end = entry["DTEND"].dt if "DTEND" in entry else None
        name = date_name(str(entry["UID"]).partition("@")[0])
        found[name] = (entry["DTSTART"].dt, end, str(entry["STATUS"]))
    day, next_day, after = date(2022, 11, 20), date(2022, 11, 21), date(2022, 11, 23)
    assert found == {
        "day": (day, next_day, "CONFIRMED"),
        "about": (day, next_day, "TENTATIVE"),
        "perhaps": (day, next_day, "TENTATIVE"),
        "days": (day, after, "CONFIRMED"),
        "doubtful-ends": (day, after, "TENTATIVE"),
        "open-end": (day, None, "CONFIRMED"),
        "one-of": (day, after, "TENTATIVE"),
        "between": (day, after, "TENTATIVE"),
        "time": (
            datetime.fromisoformat("2022-11-20T14:30"),
            None,
            "CONFIRMED",
        ),  # local, as it is printed
        "zoned": (datetime(2022, 11, 19, 22, 30, 5, tzinfo=UTC), None, "CONFIRMED"),
        "hours": (
            datetime.fromisoformat("2022-11-20T14:00"),
            datetime.fromisoformat("2022-11-20T16:00"),
            "CONFIRMED",
        ),
        "one-of-times": (
            datetime(2022, 11, 20, 14, tzinfo=UTC),
            datetime(2022, 11, 20, 16, tzinfo=UTC),
            "TENTATIVE",
        ),
        "night": (day, date(2022, 11, 22), "CONFIRMED"),
        "last": (date(9999, 12, 31), None, "CONFIRMED"),
        "first": (date(1, 1, 1), date(1, 1, 2), "CONFIRMED"),
    }


def _times(folder: Path, head: str) -> dict[str, Any]:
    return {
        date_name(str(entry["UID"]).partition("@")[0]): entry["DTSTART"].dt
        for entry in entries(export_files(load_dates(folder, f"{TAGGED}{head}")))
    }


def test_a_time_without_a_zone_is_that_of_the_chronology(tmp_path: Path) -> None:
    times = _times(tmp_path, "timezone: Europe/Istanbul\n")
    assert times["time"] == datetime(2022, 11, 20, 11, 30, tzinfo=UTC)
    assert times["hours"] == datetime(2022, 11, 20, 11, tzinfo=UTC)
    assert times["zoned"] == datetime(2022, 11, 19, 22, 30, 5, tzinfo=UTC)  # it has its own
    assert times["day"] == date(2022, 11, 20)


def test_a_time_that_is_no_day_of_the_calendar_in_utc_stands_as_printed(
    rivers_chronology: Chronology,
) -> None:
    event = rivers_chronology.events[0]
    event = event.model_copy(update={"date": parse_date("0001-01-01T00:30+03:00")})
    [entry] = entries(export_files(replace(rivers_chronology, events=(event,))))
    assert entry["DTSTART"].dt == datetime.fromisoformat("0001-01-01T00:30")
    assert entry["X-EDTF"] == "0001-01-01T00:30+03:00"


def test_an_entry_says_what_and_where(rivers_files: dict[str, bytes]) -> None:
    entry = entries(rivers_files)[0]
    assert str(entry["UID"]) == "2021-05-04-pause-in-pumping@rivers.example"
    assert str(entry["SUMMARY"]) == "Two river cities announce a pause in pumping"
    assert str(entry["DESCRIPTION"]).startswith("4 May 2021.\n\nThe council and the league")
    assert str(entry["URL"]) == "https://rivers.example/events/2021-05-04-pause-in-pumping/"
    assert str(entry["LOCATION"]) == "River Bend"
    assert entry["GEO"].to_ical() == "45.5;-12.25"
    assert entry["DTSTAMP"].dt.date() == date(2021, 6, 1)  # of the record, not of the build
    assert entry["SEQUENCE"] == 1
    assert str(entry["X-EDTF"]) == "2021-05-04"


def test_an_allegation_is_not_confirmed(rivers_files: dict[str, bytes]) -> None:
    alleged = next(entry for entry in entries(rivers_files) if "gate" in str(entry["UID"]))
    assert str(alleged["STATUS"]) == "TENTATIVE"


def test_hostile_text_comes_back_as_it_was(meresh_with_drafts: Chronology) -> None:
    titles = {str(entry["SUMMARY"]) for entry in entries(export_files(meresh_with_drafts))}
    assert {" ".join(text.split()) for text in HOSTILE} <= titles


def test_lines_end_in_crlf_and_are_folded(rivers_files: dict[str, bytes]) -> None:
    lines = rivers_files["data/chronology.ics"].split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(b"\n" not in line and b"\r" not in line for line in lines)


@pytest.mark.parametrize("text", ["x" * 200, "é" * 100, "😀" * 60, "x" + "😀" * 60, "مجلس" * 40])
def test_folding_cuts_no_character(text: str) -> None:
    pieces = fold(text).removesuffix(b"\r\n").split(b"\r\n ")
    assert "".join(piece.decode() for piece in pieces) == text
    assert all(len(piece) + (n > 0) <= 75 for n, piece in enumerate(pieces))
