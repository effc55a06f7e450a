"""Map, timeline, references and JSON-LD, each read as another program would."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from pyld import jsonld  # type: ignore[import-untyped]

from generator.exports import bib, csl, export
from generator.exports.reference_dates import reference_date
from generator.loading.loader import load
from generator.model.dates import parse_date
from generator.model.records import Chronology, Settings, Source
from generator.rendering.parts.linked_data import dataset_jsonld, events_jsonld, source_page_jsonld
from generator.support.cache import Cache
from tests.support.chronologies import HOSTILE
from tests.support.exported_files import DATES, TAGGED, date_name, export_files, load_dates

SCHEMA = "https://schema.org/"
SOURCE = "gazette-2021-05-05"


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


REFERENCES = {  # what CSL, what BibLaTeX has of it
    "day": ([[2022, 11, 20]], False, "2022-11-20"),
    "month": ([[2022, 11]], False, "2022-11"),
    "unknown-day": ([[2022, 11]], True, "2022-11"),
    "about-perhaps": ([[2022, 11]], True, "2022-11%"),
    "years": ([[2016], [2019]], False, "2016/2019"),
    "open-end": ([[2022]], True, "2022"),
    "open-start": ([[2022]], True, "2022"),
    "one-of": ([[2022, 11]], True, "2022-11"),
    "between": ([[2022, 11]], True, "2022-11"),
    "one-of-months": ([[2022]], True, "2022"),
    "first": ([[1, 1, 1]], False, "0001-01-01"),
    "time": ([[2022, 11, 20]], False, "2022-11-20"),
    "night": ([[2022, 11, 20], [2022, 11, 21]], False, "2022-11-20/2022-11-21"),
    "hours": ([[2022, 11, 20]], False, "2022-11-20"),
    "doubtful-ends": ([[2022, 11, 20], [2022, 11, 22]], True, "2022-11-20?/2022-11-22"),
    "decade": ([[1970], [1979]], True, "1970/1979"),
    "century": ([[1900], [1999]], True, "1900/1999"),
    "mixed": ([[2022, 11], [2022, 12]], True, "2022-11/2022-12"),
}


@pytest.mark.parametrize("name", REFERENCES)
def test_references_have_the_dates_that_are_known(name: str) -> None:
    parts, is_rough, edtf = REFERENCES[name]
    source = Source.model_construct(
        id="wire",
        path="s.yml",
        outlet="A & B_{c}",
        title="Of NATO",
        published=parse_date(DATES[name]),
    )
    chronology = Chronology("events", Settings(title="D"), {}, {}, {"wire": source}, ())
    [csl_file] = csl.write(chronology, Cache())
    [item] = json.loads(csl_file.content)
    assert item["container-title"] == "A & B_{c}"
    assert item["issued"] == {"date-parts": parts, **({"circa": True} if is_rough else {})}
    assert ("note" in item) is (name not in ("day", "month", "first"))
    [bib_file] = bib.write(chronology, Cache())
    entry = str(bib_file.content)
    assert r"journaltitle = {A \& B\_\{c\}}" in entry
    assert "title = {{Of NATO}}" in entry
    assert f"date = {{{edtf}}}" in entry


def test_days_on_both_sides_of_a_new_year_share_no_year() -> None:
    when = reference_date(parse_date("[2025-12-31,2026-01-01]"))
    assert when == (((2025,), (2026,)), True)


@pytest.mark.filterwarnings("ignore")
def test_a_processor_of_references_shows_what_is_known_and_no_day_more() -> None:
    from citeproc import (  # type: ignore[import-untyped]
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]

    sources = {
        name: Source.model_construct(
            id=name, path="s.yml", outlet="The Wire", title=f"Of {name}", published=parse_date(text)
        )
        for name, text in DATES.items()
        if len(reference_date(parse_date(text)).ends) == 1  # of a range, this program stumbles
    }
    chronology = Chronology("events", Settings(title="D"), {}, {}, sources, ())
    [file] = csl.write(chronology, Cache())
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    read = CiteProcJSON(json.loads(file.content))
    made = CitationStylesBibliography(style, read, formatter.plain)
    for name in sources:
        made.register(Citation([CitationItem(name)]))
    shown = dict(zip(made.keys, map(str, made.bibliography()), strict=True))
    assert shown.keys() == sources.keys()
    for name, text in shown.items():
        assert re.search(r"\b(1|1900|1970|2016|2022|9999)\b", text), (name, text)
        assert "n.d." not in text
    for name in ("unknown-day", "one-of", "between", "month", "year", "open-start"):
        assert not re.search(r"\b(20|22) Nov", shown[name])


def expanded(text: str) -> Any:
    """The JSON-LD of a page, expanded with a local context: nothing is fetched."""
    document = json.loads(text)
    assert f"{document.pop('@context')}/" == SCHEMA
    return jsonld.expand({"@context": {"@vocab": SCHEMA}, **document}, {"base": document["@id"]})


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
        for key in ("hasPart", "comment")
    }
    assert kinds == {"hasPart": ["Claim", "Claim"], "comment": ["CorrectionComment"]}
    assert main["@id"] == f"{address}#event"
    claim = page[f"{SCHEMA}hasPart"][0]
    assert claim["@id"] == f"{address}#gazette-2021-05-05"
    author = claim[f"{SCHEMA}author"][0]
    assert author[f"{SCHEMA}name"] == [{"@value": "Upper Basin Council"}]
    assert author["@id"] == "https://rivers.example/actors/upstream-council/"
    assert page[f"{SCHEMA}license"] == [{"@value": "https://creativecommons.org/licenses/by/4.0/"}]
    [appearance] = claim[f"{SCHEMA}appearance"]
    [source] = expanded(source_page_jsonld(rivers_chronology, rivers_chronology.sources[SOURCE]))
    assert appearance["@id"] == source["@id"] == f"https://rivers.example/sources/{SOURCE}/"
    assert source["@type"] == [f"{SCHEMA}NewsArticle"]
    [publisher] = source[f"{SCHEMA}publisher"]
    outlet = rivers_chronology.sources[SOURCE].outlet
    assert publisher[f"{SCHEMA}name"] == [{"@value": outlet}]


def test_the_data_are_a_whole_dataset(rivers_chronology: Chronology) -> None:
    files = [file for form in export(rivers_chronology).formats for file in form.files]
    dataset = json.loads(dataset_jsonld(rivers_chronology, files))
    assert dataset["creator"]["name"] == "A made-up water dispute"
    assert dataset["keywords"] == ["agreement", "incident", "works"]
    assert dataset["temporalCoverage"] == "1998-01-01/2021-05-06"
    assert dataset["spatialCoverage"][0]["name"] == "Meresh basin"
    assert dataset["version"] == dataset["dateModified"] == "2021-06-01"
    assert len(dataset["distribution"]) == len(files)


def test_only_certain_dates_are_dates_to_a_machine(tmp_path: Path) -> None:
    chronology = load_dates(tmp_path, TAGGED)
    found = {}
    for event in chronology.events:
        [page] = expanded(events_jsonld(chronology)(event))
        main = page[f"{SCHEMA}mainEntity"][0]
        assert f"{SCHEMA}temporalCoverage" not in main
        found[date_name(event.id)] = [
            of.get(SCHEMA + key, [{}])[0].get("@value")
            for of, key in ((main, "startDate"), (main, "endDate"), (page, "temporalCoverage"))
        ]
    certain: dict[str, list[str | None]] = {
        "day": ["2022-11-20", None], "month": ["2022-11", None], "year": ["2022", None],
        "days": ["2022-11-20", "2022-11-22"], "years": ["2016", "2019"],
        "mixed": ["2022-11-20", "2022-12"], "open-end": ["2022-11-20", None],
        "time": ["2022-11-20T14:30", None], "zoned": ["2022-11-20T01:30:05+03:00", None],
        "hours": ["2022-11-20T14:00", "2022-11-20T16:00"],
        "night": ["2022-11-20T22:00", "2022-11-21"],
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
        titles.add(json.loads(text)["mainEntity"]["name"])
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
        [main] = page[f"{SCHEMA}mainEntity"]
        assert main[f"{SCHEMA}name"] == [{"@value": event["title"]}]
        claims = {
            claim["@id"].partition("#")[2]: claim[f"{SCHEMA}text"][0]["@value"]
            for claim in page[f"{SCHEMA}hasPart"]
        }
        assert claims == {account["id"]: account["says"] for account in event["accounts"]}
        assert all(f' id="{anchor}"' in html for anchor in claims)
        appearances = [claim[f"{SCHEMA}appearance"][0]["@id"] for claim in page[f"{SCHEMA}hasPart"]]
        assert appearances == [urljoin(page["@id"], f"../../sources/{s}/") for s in _sources(event)]


def _sources(event: dict[str, Any]) -> list[str]:
    return [account["source"] for account in event["accounts"]]


@pytest.mark.build
def test_every_source_page_of_the_site_names_the_source_to_machines(site: Path) -> None:
    sources = json.loads((site / "data/chronology.json").read_text("utf-8"))["sources"]
    for source in sources:
        html = (site / "sources" / source["id"] / "index.html").read_text("utf-8")
        [text] = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', html)
        found = json.loads(text)
        assert f'<link rel="canonical" href="{found["@id"]}">' in html
        assert found.get("headline") == source.get("title")
        assert found["publisher"]["name"] == source["outlet"]
