"""`data/chronology.json`, as section 5 of the design documents it."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.exports.chronology_json import write
from generator.model.records import Chronology
from generator.support.cache import Cache
from generator.validation.check import check
from tests.support.projects import RIVERS


def render(chronology: Chronology) -> str:
    outputs = {output.path: output.content for output in write(chronology, Cache())}
    content = outputs["data/chronology.json"]
    return content if isinstance(content, str) else content.decode()


@pytest.fixture(scope="module")
def document() -> Any:
    chronology, problems = check(RIVERS, RIVERS / "events")
    assert problems == ()
    return json.loads(render(chronology))


def test_the_document_counts_and_orders_what_it_holds(document: Any) -> None:
    assert list(document) == [
        "format", "title", "intro", "licence", "url", "repository", "tag", "loaded", "counts",
        "kinds", "roles", "measures", "populations", "events", "actors", "places", "sources",
    ]  # fmt: skip
    assert document["counts"] == {"events": 3, "accounts": 4, "sources": 2}
    assert [event["id"] for event in document["events"]] == [
        "1998-pumping-begins", "2021-05-04-pause-in-pumping", "2021-05-06-gate-opens",
    ]  # fmt: skip


def test_an_event_has_the_keys_that_the_design_documents(document: Any) -> None:
    event = document["events"][1]
    accounts = event.pop("accounts")
    both = ["gazette-2021-05-05", "courier-2021-05-07"]
    assert event.pop("summary").startswith("The council and the league announce a pause.\n\n")
    assert event == {
        "id": "2021-05-04-pause-in-pumping",
        "url": "https://rivers.example/events/2021-05-04-pause-in-pumping/",
        "title": "Two river cities announce a pause in pumping",
        "added": "2021-05-06",
        "date": "2021-05-04",
        "date_text": "4 May 2021",
        "earliest": "2021-05-04",
        "latest": "2021-05-04",
        "anchor": "2021-05-04",
        "date_basis": '"On Tuesday", in an article of Wednesday 5 May 2021.',
        "kind": "agreement",
        "actors": [{"id": "upstream-council", "role": "announces"}],
        "places": ["river-bend"],
        "follows": ["1998-pumping-begins"],
        "differences": [
            {"kind": "dates", "verdict": "differs", "on": "start", "accounts": both},
            {"kind": "figures", "verdict": "differs", "on": "displaced", "accounts": both},
            {"kind": "figures", "verdict": "differs", "on": "injured", "accounts": both},
            {
                "kind": "labels", "verdict": "differs", "on": "downstream-league",
                "accounts": both,
            },
        ],
        "unknowns": ["Who signed."],
        "corrections": [
            {
                "on": "2021-06-01", "what": "displaced, The Gazette", "was": "1000",
                "now": "about 1200", "why": "misread",
            }
        ],
    }  # fmt: skip
    assert accounts[0] == {
        "id": "gazette-2021-05-05",
        "source": "gazette-2021-05-05",
        "paragraphs": [1, 2, 3],
        "according_to": ["upstream-council", "wire"],
        "hedge": "reportedly",
        "says": "The council offered the pause and the league took it.",
        "figures": [
            {
                "measure": "displaced", "of": "residents", "value": 1200, "qualifier": "about",
                "as_of": "2021-05-05",
            },
            {"measure": "injured", "of": "people", "min": 12, "max": 20,
             "as_said": "a dozen or more"},
            {"measure": "duration", "as_said": "nearly a week", "unit": "days"},
        ],
        "labels": {
            "downstream-league": ["the water thieves"], "this": ["limited operation"],
        },
        "quotes": [
            {
                "field": field,
                "source": "https://gazette.example/pause",
                "selector": {"type": "TextQuoteSelector", "exact": exact},
            }
            for field, exact in (
                ("hedge", "reportedly"), ("figures", "a dozen or more"),
                ("figures", "nearly a week"), ("labels", "the water thieves"),
                ("labels", "limited operation"),
            )
        ],
    }  # fmt: skip
    assert accounts[1]["locator"] == "page 3"
    assert accounts[1]["date"] == "2021-05-03"


def test_vocabularies_are_lists_like_the_registries(document: Any) -> None:
    assert document["measures"] == [
        {"id": "injured", "name": "injured"}, {"id": "displaced", "name": "displaced"},
        {"id": "duration", "name": "duration", "unit": "days"},
    ]  # fmt: skip
    assert [term["id"] for term in document["populations"]] == ["people", "residents"]
    assert document["loaded"] == {"thieves": "takers of water"}


def test_open_ends_have_no_day(rivers: Path) -> None:
    file = rivers / "events/1998/1998-pumping-begins.yml"
    file.write_text(file.read_text().replace("date: 1998~", "date: 1998~/.."))
    chronology, problems = check(rivers, rivers / "events")
    assert problems == ()
    event = json.loads(render(chronology))["events"][0]
    assert event["earliest"] == "1998-01-01"
    assert "latest" not in event
    assert event["date_text"] == "since about 1998"


def test_a_figure_of_nought_is_kept(rivers: Path) -> None:
    file = rivers / "events/2021/2021-05-04-pause-in-pumping.yml"
    file.write_text(file.read_text().replace("of: people, value: 4", "of: people, value: 0"))
    chronology, _ = check(rivers, rivers / "events")
    figures = json.loads(render(chronology))["events"][1]["accounts"][1]["figures"]
    assert figures[1] == {"measure": "injured", "of": "people", "value": 0}


def test_sources_keep_their_text_and_what_is_unused(document: Any) -> None:
    gazette = document["sources"][0]
    assert gazette["text"]["body"] == [1, 2, 3, 4, 5]
    assert gazette["unused"] == {"4": "an aside on fishing", "6": "newsletter box"}


def test_same_input_same_bytes() -> None:
    first, _ = check(RIVERS, RIVERS / "events")
    second, _ = check(RIVERS, RIVERS / "events")
    assert render(first) == render(second)
