"""GeoJSON and TimelineJS: the shapes of other tools, and no place or day more exact than known."""

import json
import re
from pathlib import Path
from typing import Any

from generator.loading.loader import load
from generator.model.records import Chronology
from tests.support.exported_files import DATES, date_name, export_files, load_dates


def test_coordinates_are_as_exact_as_the_place(tmp_path: Path) -> None:
    places = {
        "exact": (1.123456, "1.1235"), "neighbourhood": (1.123456, "1.123"),
        "town": (-0.001, "0.0"), "region": (1.16, "1.2"), "country": (1.6, "2.0"),
    }  # fmt: skip
    lines = [f"{p}: {{name: P, lat: {v}, lon: 9, precision: {p}}}" for p, (v, _) in places.items()]
    chronology = load_dates(tmp_path)
    (tmp_path / "events/places.yml").write_text("\n".join([*lines, "nowhere: {name: N}"]))
    file = tmp_path / "events/2022/2022-day.yml"
    file.write_text(f"{file.read_text()}places: [{', '.join(places)}, nowhere]\n")
    chronology = load(tmp_path, tmp_path / "events").chronology
    text = export_files(chronology)["data/places.geojson"].decode()
    collection = json.loads(text)
    assert collection["type"] == "FeatureCollection"
    found = {}
    for feature in collection["features"]:
        assert feature["type"] == "Feature"
        point = feature["geometry"]
        if point is not None:
            assert point["type"] == "Point"
            found[feature["properties"]["place"]] = point["coordinates"]
    assert found == {p: [9.0, float(shown)] for p, (_, shown) in places.items()}
    assert "-0.0" not in text
    ids = [feature["id"] for feature in collection["features"]]
    assert len(ids) == len(set(ids)) == len(DATES) + len(places)  # an event without a place is one


def judge_timeline(document: Any) -> None:
    """The shape that TimelineJS 3 demands."""
    assert isinstance(document["title"]["text"]["headline"], str)
    assert document["scale"] == "human"
    ids = [slide["unique_id"] for slide in document["events"]]
    assert len(ids) == len(set(ids)) > 0
    for slide in document["events"]:
        assert "year" in slide["start_date"]
        for date in (slide["start_date"], slide.get("end_date", {})):
            parts = ["year", "month", "day", "hour", "minute", "second"]
            assert list(date) == parts[: len(date)]
            assert all(isinstance(part, int) for part in date.values())
        assert slide["text"]["headline"]
        tags = set(re.findall(r"<(/?[a-z]+)", slide["text"]["headline"] + slide["text"]["text"]))
        assert tags <= {"p", "/p", "a", "/a"}


def test_a_timeline_has_the_shape_of_the_tool(
    meresh_with_drafts: Chronology, tmp_path: Path
) -> None:
    for chronology in (meresh_with_drafts, load_dates(tmp_path)):
        judge_timeline(json.loads(export_files(chronology)["data/timelinejs.json"]))


def test_a_timeline_invents_no_day(tmp_path: Path) -> None:
    document = json.loads(export_files(load_dates(tmp_path))["data/timelinejs.json"])
    found = {
        date_name(slide["unique_id"]): (
            "-".join(map(str, slide["start_date"].values())),
            "-".join(map(str, slide.get("end_date", {}).values())),
            slide.get("display_date", ""),
        )
        for slide in document["events"]
    }
    assert found == {
        "day": ("2022-11-20", "", "20 November 2022"),
        "month": ("2022-11", "", "November 2022"),
        "year": ("2022", "", "2022"),
        "unknown-day": ("2022-11", "", "an unknown day in November 2022"),
        "about": ("2022-11-20", "", "about 20 November 2022"),
        "perhaps": ("2022-11-20", "", "20 November 2022 (uncertain)"),
        "about-perhaps": ("2022-11", "", "about November 2022 (uncertain)"),
        "days": ("2022-11-20", "2022-11-22", "20 to 22 November 2022"),
        "years": ("2016", "2019-12-31", "2016 to 2019"),
        "mixed": ("2022-11-20", "2022-12-31", "20 November 2022 to December 2022"),
        "doubtful-ends": (
            "2022-11-20", "2022-11-22", "20 November 2022 (uncertain) to 22 November 2022",
        ),
        "open-end": ("2022-11-20", "", "since 20 November 2022"),
        "open-start": ("2022-11-22", "", "by 22 November 2022"),
        "one-of": ("2022-11-20", "", "20 or 22 November 2022"),
        "between": ("2022-11-20", "", "between 20 and 22 November 2022"),
        "one-of-months": ("2022-10", "", "October or November 2022"),
        "time": ("2022-11-20-14-30", "", "20 November 2022, 14:30"),
        "zoned": ("2022-11-20-1-30-5", "", "20 November 2022, 01:30:05 (UTC+3)"),
        "hours": ("2022-11-20-14-0", "2022-11-20-16-0", "20 November 2022, 14:00 to 16:00"),
        "one-of-times": ("2022-11-20-14-0", "", "20 November 2022, 14:00 or 16:00 (UTC)"),
        "night": ("2022-11-20-22-0", "2022-11-21", "20 November 2022, 22:00 to 21 November 2022"),
        "decade": ("1970", "", "the 1970s"),
        "century": ("1900", "", "the 1900s"),
        "last": ("9999-12-31", "", "31 December 9999"),
        "first": ("1-1-1", "", "1 January 1"),
    }  # fmt: skip
