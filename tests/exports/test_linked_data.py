"""Map, timeline, references and JSON-LD, each read as another program would."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld  # type: ignore[import-untyped]

from generator.loading.loader import load
from generator.model.records import Chronology
from generator.rendering.parts.linked_data import events_jsonld
from tests.support.chronologies import HOSTILE
from tests.support.exported_files import DATES, TAGGED, date_name, export_files, load_dates

SCHEMA = "https://schema.org/"


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
            assert list(date) == ["year", "month", "day"][: len(date)]
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
        "day": ("2022-11-20", "", ""),
        "month": ("2022-11", "", ""),
        "year": ("2022", "", ""),
        "unknown-day": ("2022-11", "", "an unknown day in November 2022"),
        "about": ("2022-11-20", "", "about 20 November 2022"),
        "perhaps": ("2022-11-20", "", "20 November 2022 (uncertain)"),
        "about-perhaps": ("2022-11", "", "about November 2022 (uncertain)"),
        "days": ("2022-11-20", "2022-11-22", ""),
        "years": ("2016", "2019", ""),
        "mixed": ("2022-11-20", "2022-12", ""),
        "doubtful-ends": (
            "2022-11-20", "2022-11-22", "20 November 2022 (uncertain) to 22 November 2022",
        ),
        "open-end": ("2022-11-20", "", "since 20 November 2022"),
        "open-start": ("2022-11-22", "", "by 22 November 2022"),
        "one-of": ("2022-11-20", "", "20 or 22 November 2022"),
        "between": ("2022-11-20", "", "between 20 and 22 November 2022"),
        "one-of-months": ("2022-10", "", "October or November 2022"),
        "last": ("9999-12-31", "", ""),
        "first": ("1-1-1", "", ""),
    }  # fmt: skip


def test_references_have_the_dates_that_are_known(tmp_path: Path) -> None:
    found = {}
    for name, text in DATES.items():
        folder = tmp_path / name
        load_dates(folder)
        sources = folder / "events/sources.yml"
        sources.write_text(f"wire: {{outlet: 'A & B_{{c}}', published: '{text}'}}\n")
        files = export_files(load(folder, folder / "events").chronology)
        [item] = json.loads(files["data/sources.csl.json"])
        assert item["container-title"] == "A & B_{c}"
        found[name] = item["issued"]
        entry = files["data/sources.bib"].decode()
        assert r"journaltitle = {A \& B\_\{c\}}" in entry
        assert (f"date = {{{text}}}" in entry) == (not text.startswith("["))
    assert found["day"] == {"date-parts": [[2022, 11, 20]]}
    assert found["month"] == {"date-parts": [[2022, 11]]}
    assert found["about-perhaps"] == {"date-parts": [[2022, 11]], "circa": True}
    assert found["years"] == {"date-parts": [[2016], [2019]]}
    assert found["unknown-day"] == {"literal": "an unknown day in November 2022"}
    assert found["open-end"] == {"literal": "since 20 November 2022"}
    assert found["one-of"] == {"literal": "20 or 22 November 2022"}


def expanded(text: str) -> Any:
    """The JSON-LD expanded with a local context: nothing is fetched."""
    document = json.loads(text)
    assert document.pop("@context") == SCHEMA
    return jsonld.expand({"@context": {"@vocab": SCHEMA}, **document})


def test_an_event_as_linked_data(rivers_chronology: Chronology) -> None:
    event = rivers_chronology.events[1]
    [page] = expanded(events_jsonld(rivers_chronology)(event))
    address = "https://rivers.example/events/2021-05-04-pause-in-pumping/"
    assert (page["@id"], page["@type"]) == (address, [f"{SCHEMA}WebPage"])
    assert page[f"{SCHEMA}dateModified"] == [{"@value": "2021-06-01"}]
    [main] = page[f"{SCHEMA}mainEntity"]
    assert main["@type"] == [f"{SCHEMA}Event"]
    assert main[f"{SCHEMA}startDate"] == [{"@value": "2021-05-04"}]
    kinds = {
        key: [item["@type"][0].removeprefix(SCHEMA) for item in page[SCHEMA + key]]
        for key in ("citation", "hasPart", "comment")
    }
    assert kinds == {
        "citation": ["NewsArticle", "NewsArticle"], "hasPart": ["Claim", "Claim"],
        "comment": ["CorrectionComment"],
    }  # fmt: skip
    claim = page[f"{SCHEMA}hasPart"][0]
    assert claim["@id"] == f"{address}#gazette-2021-05-05"
    author = claim[f"{SCHEMA}author"][0]
    assert author[f"{SCHEMA}name"] == [{"@value": "Upper Basin Council"}]


def test_only_certain_dates_are_dates_to_a_machine(tmp_path: Path) -> None:
    chronology = load_dates(tmp_path, TAGGED)
    found = {}
    for event in chronology.events:
        [page] = expanded(events_jsonld(chronology)(event))
        main = page[f"{SCHEMA}mainEntity"][0]
        keys = ("startDate", "endDate", "temporalCoverage")
        found[date_name(event.id)] = [main.get(SCHEMA + key, [{}])[0].get("@value") for key in keys]
    certain: dict[str, list[str | None]] = {
        "day": ["2022-11-20", None], "month": ["2022-11", None], "year": ["2022", None],
        "days": ["2022-11-20", "2022-11-22"], "years": ["2016", "2019"],
        "mixed": ["2022-11-20", "2022-12"], "open-end": ["2022-11-20", None],
        "last": ["9999-12-31", None], "first": ["0001-01-01", None],
    }  # fmt: skip
    assert found == {
        name: [*certain[name], None] if name in certain else [None, None, text]
        for name, text in DATES.items()
    }


def test_linked_data_cannot_leave_its_element(meresh_with_drafts: Chronology) -> None:
    titles = set()
    for event in meresh_with_drafts.events:
        text = events_jsonld(meresh_with_drafts)(event)
        assert not re.search("[<>&]", text)
        assert "ClaimReview" not in text
        titles.add(json.loads(text)["name"])
    assert {" ".join(text.split()) for text in HOSTILE} <= titles


@pytest.mark.build
def test_every_event_page_of_the_site_says_who_says_what_to_machines(site: Path) -> None:
    events = json.loads((site / "data/chronology.json").read_text("utf-8"))["events"]
    assert len(events) > 50
    for event in events:
        html = (site / "events" / event["id"] / "index.html").read_text("utf-8")
        [text] = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', html)
        [page] = expanded(text)
        canonical = re.search(r'<link rel="canonical" href="([^"]*)">', html)
        assert canonical
        assert page["@id"] == event["url"] == canonical[1]
        assert page[f"{SCHEMA}name"] == [{"@value": event["title"]}]
        claims = {
            claim["@id"].partition("#")[2]: claim[f"{SCHEMA}text"][0]["@value"]
            for claim in page[f"{SCHEMA}hasPart"]
        }
        assert claims == {account["id"]: account["says"] for account in event["accounts"]}
        assert all(f' id="{anchor}"' in html for anchor in claims)
        assert len(page[f"{SCHEMA}citation"]) == len({a["source"] for a in event["accounts"]})
