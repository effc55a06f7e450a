"""JSON-LD, read as another program would."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from pyld import jsonld  # type: ignore[import-untyped]

from generator.exports import export
from generator.model.records import Chronology
from generator.rendering.language import nearest_language
from generator.rendering.language.change_words import correction_words
from generator.rendering.parts.linked_data import dataset_jsonld, events_jsonld, source_page_jsonld
from tests.support.chronologies import HOSTILE
from tests.support.exported_files import DATES, TAGGED, date_name, load_dates

SCHEMA = "https://schema.org/"
SOURCE = "gazette-2021-05-05"


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


@pytest.mark.parametrize("status", ["reported", "alleged", "announced"])
def test_no_status_says_that_an_event_took_place(
    status: str, rivers_chronology: Chronology
) -> None:
    event = rivers_chronology.events[0].model_copy(update={"status": status})
    assert "Scheduled" not in events_jsonld(rivers_chronology)(event)
    assert "eventStatus" not in events_jsonld(rivers_chronology)(event)


def test_a_correction_is_in_the_language_of_the_site(rivers_chronology: Chronology) -> None:
    event = rivers_chronology.events[1]
    german = nearest_language("de")
    page = json.loads(events_jsonld(rivers_chronology, german)(event))
    [text] = [comment["text"] for comment in page["comment"]]
    assert text == correction_words(german, event.corrections[0])
    assert "It was" not in text


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
