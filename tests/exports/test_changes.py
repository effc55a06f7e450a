"""What was added later is seen: by every format that says when an event was last changed."""

import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from generator.analysis.published_changes import published_changes
from generator.model.records import Chronology
from generator.rendering.pages.changes import MAX_CHANGES_SHOWN
from tests.support.exported_files import export_files
from tests.support.rendered_page import render_pages

PAUSE = "2021-05-04-pause-in-pumping"
ADDED = date(2021, 7, 9)


@pytest.fixture
def grown(rivers_chronology: Chronology) -> Chronology:
    """The rivers, where an account came to the pause, before another in its file."""
    pause = rivers_chronology.by_id[PAUSE]
    later = pause.accounts[1].model_copy(update={"id": "courier-again", "added": ADDED})
    told = pause.model_copy(update={"accounts": (later, *pause.accounts)})
    events = tuple(told if event.id == PAUSE else event for event in rivers_chronology.events)
    return replace(rivers_chronology, events=events)


def test_changes_stand_in_order_the_newest_first(grown: Chronology) -> None:
    assert [(str(c.on), c.kind, c.event.id) for c in published_changes(grown)] == [
        ("2021-07-09", "account", PAUSE),
        ("2021-06-01", "correction", PAUSE),
        ("2021-05-08", "event", "2021-05-06-gate-opens"),
        ("2021-05-06", "event", PAUSE),
        ("2021-05-06", "event", "1998-pumping-begins"),
    ]


def test_changes_are_told_in_words_and_for_programs(grown: Chronology) -> None:
    changes = json.loads(export_files(grown)["data/changes.json"])["changes"]
    assert changes[0] == {
        "on": "2021-07-09",
        "kind": "account",
        "event": PAUSE,
        "title": "Two river cities announce a pause in pumping",
        "url": f"https://rivers.example/events/{PAUSE}/",
        "account": "courier-again",
        "words": "One more account: Mira Tolland, via Ostrany Courier.",
    }
    assert changes[1]["words"] == (
        "displaced, The Gazette. It was: 1000. It is now: about 1200. Why: misread"
    )
    assert changes[1]["correction"]["on"] == "2021-06-01"
    assert changes[3]["words"] == "New, with 2 accounts."  # as it was then


def test_every_format_follows_an_account_that_came_later(grown: Chronology) -> None:
    files = {path: text.decode("utf-8", "replace") for path, text in export_files(grown).items()}
    entry = files["data/chronology.atom"].split("<entry>")[1]
    assert f"events/{PAUSE}</id>" in entry  # the newest change comes first
    assert "<updated>2021-07-09T00:00:00Z</updated>" in entry
    calendar = files["data/chronology.ics"].replace("\r\n", "\n")
    [of_pause] = [text for text in calendar.split("BEGIN:VEVENT") if f"UID:{PAUSE}@" in text]
    assert "\nLAST-MODIFIED:20210709T000000Z\nSEQUENCE:2\n" in of_pause
    event = json.loads(files[f"events/{PAUSE}/event.json"])
    assert [account.get("added") for account in event["accounts"]] == ["2021-07-09", None, None]


def test_pages_follow_it_as_well(grown: Chronology) -> None:
    pages = render_pages(grown)
    of_pause = pages[f"events/{PAUSE}/index.md"]
    assert of_pause.meta["changed"] == "2021-07-09"
    assert "Last changed 9 July 2021" in of_pause.dom.text
    assert "Added 9 July 2021 ." in of_pause.dom.text
    assert pages["actors/tolland/index.md"].meta["changed"] == "2021-07-09"
    assert pages["1998/index.md"].meta["changed"] == "2021-05-06"
    assert pages["index.md"].meta["changed"] == "2021-07-09"


def test_the_page_of_changes_leads_to_the_account(grown: Chronology) -> None:
    page = render_pages(grown)["changes/index.md"]
    assert (f"events/{PAUSE}", "courier-again") in page.links
    assert page.dom.text.index("One more account") < page.dom.text.index("It was: 1000.")


def test_the_page_of_changes_prints_a_day_once(grown: Chronology) -> None:
    body = render_pages(grown)["changes/index.md"].body
    days = re.findall(r'<li( class="same-day")?><time datetime="([^"]+)"', body)
    assert [bool(mark) for mark, _ in days[1:]] == [a[1] == b[1] for a, b in pairwise(days)]
    assert {bool(mark) for mark, _ in days} == {True, False}


def test_a_long_list_ends_and_says_so(rivers_chronology: Chronology) -> None:
    pause = rivers_chronology.by_id[PAUSE]
    many = tuple(
        pause.model_copy(update={"id": f"{PAUSE}-{n}", "follows": ()})
        for n in range(MAX_CHANGES_SHOWN)
    )
    page = render_pages(replace(rivers_chronology, events=many))["changes/index.md"]
    assert f"These are the newest {MAX_CHANGES_SHOWN};" in page.dom.text
