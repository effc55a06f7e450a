"""Atom feeds, read by an XML parser and held against the rules of RFC 4287."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

from generator.exports.atom_entries import EDTF
from generator.exports.feeds import LATEST
from generator.model.records import Chronology
from generator.validation.check import check
from tests.support.chronologies import HOSTILE
from tests.support.exported_files import DATES, TAGGED, date_name, export_files, load_dates

NS = "{http://www.w3.org/2005/Atom}"
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
_TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(?:-\d\d){0,2}:[^#\s]+(?:#[^#\s]+)?")


def feeds(files: dict[str, bytes]) -> dict[str, ET.Element]:
    return {path: ET.fromstring(text) for path, text in files.items() if path.endswith(".atom")}


def one(element: ET.Element, name: str) -> str:
    [found] = element.findall(NS + name)
    assert found.text
    return found.text


def judge(feed: ET.Element) -> None:
    """The demands of RFC 4287 on a feed of ours."""
    assert feed.tag == f"{NS}feed"
    assert _TAG.fullmatch(one(feed, "id"))
    one(feed, "title")
    assert _INSTANT.fullmatch(one(feed, "updated"))
    assert feed.find(f"{NS}author/{NS}name") is not None  # else each entry needs one
    assert len(feed.findall(f"{NS}link[@rel='self']")) == 1
    ids = [one(entry, "id") for entry in feed.findall(f"{NS}entry")]
    assert len(ids) == len(set(ids))
    for entry in feed.findall(f"{NS}entry"):
        assert _TAG.fullmatch(one(entry, "id"))
        one(entry, "title")
        one(entry, "summary")
        assert _INSTANT.fullmatch(one(entry, "published"))
        assert one(feed, "updated") >= one(entry, "updated") >= one(entry, "published")
        # Without content, an entry needs an alternate.
        assert len(entry.findall(f"{NS}link[@rel='alternate']")) == 1
        for category in entry.findall(f"{NS}category"):
            assert category.get("term")


def test_feeds_of_every_shape_follow_the_rules(
    rivers_files: dict[str, bytes], tmp_path: Path
) -> None:
    for files in (rivers_files, export_files(load_dates(tmp_path, TAGGED))):
        for feed in feeds(files).values():
            judge(feed)


def test_events_stand_in_the_order_in_which_they_were_changed(
    rivers_files: dict[str, bytes],
) -> None:
    feed = feeds(rivers_files)["data/chronology.atom"]
    assert [one(entry, "id") for entry in feed.findall(f"{NS}entry")] == [
        "tag:rivers.example,2021:events/2021-05-04-pause-in-pumping",
        "tag:rivers.example,2021:events/2021-05-06-gate-opens",
        "tag:rivers.example,2021:events/1998-pumping-begins",
    ]
    assert one(feed, "updated") == "2021-06-01T00:00:00Z"  # the day of the correction
    entry = feed.findall(f"{NS}entry")[0]
    assert one(entry, "published") == "2021-05-06T00:00:00Z"
    assert one(entry, "summary").startswith("4 May 2021.\n\nThe council")
    link = entry.find(f"{NS}link")
    assert link is not None
    assert link.get("href") == "https://rivers.example/events/2021-05-04-pause-in-pumping/"


def test_a_correction_is_known_by_its_event_and_its_day(rivers_files: dict[str, bytes]) -> None:
    [entry] = feeds(rivers_files)["data/corrections.atom"].findall(f"{NS}entry")
    assert one(entry, "id").endswith(":events/2021-05-04-pause-in-pumping#2021-06-01-1")
    assert one(entry, "summary") == "It was: 1000. It is now: about 1200. Why: misread"


def test_a_second_correction_leaves_the_id_of_the_first(rivers: Path) -> None:
    file = rivers / "events/2021/2021-05-04-pause-in-pumping.yml"
    file.write_text(file.read_text() + "  - {on: 2021-06-01, what: title, why: clearer}\n")
    feed = feeds(export_files(check(rivers, rivers / "events")[0]))["data/corrections.atom"]
    ids = [one(entry, "id").partition("#")[2] for entry in feed.findall(f"{NS}entry")]
    assert ids == ["2021-06-01-2", "2021-06-01-1"]


def test_an_actor_is_followed_wherever_it_is_named(rivers_files: dict[str, bytes]) -> None:
    found = feeds(rivers_files)
    counts = {
        path: len(feed.findall(f"{NS}entry")) for path, feed in found.items() if "actors" in path
    }
    assert counts == {
        "actors/upstream-council/feed.atom": 2,
        "actors/downstream-league/feed.atom": 1,
        "actors/tolland/feed.atom": 2,
        "actors/wire/feed.atom": 1,
    }


def test_a_place_is_followed_with_what_lies_within_it(rivers_files: dict[str, bytes]) -> None:
    found = feeds(rivers_files)
    assert len(found["places/basin/feed.atom"].findall(f"{NS}entry")) == 3
    assert len(found["places/river-bend/feed.atom"].findall(f"{NS}entry")) == 3


def test_a_kind_is_followed_and_leads_to_its_events(rivers_files: dict[str, bytes]) -> None:
    found = {path: feed for path, feed in feeds(rivers_files).items() if "kinds" in path}
    counts = {path: len(feed.findall(f"{NS}entry")) for path, feed in found.items()}
    assert counts == {f"data/kinds/{kind}.atom": 1 for kind in ("agreement", "incident", "works")}
    link = found["data/kinds/works.atom"].find(f"{NS}link[@rel='alternate']")
    assert link is not None
    assert link.get("href") == "https://rivers.example/timeline/?kind=works"


def test_every_date_comes_through_as_edtf(tmp_path: Path) -> None:
    feed = feeds(export_files(load_dates(tmp_path, TAGGED)))["data/chronology.atom"]
    found = {}
    for entry in feed.findall(f"{NS}entry"):
        category = entry.find(f"{NS}category[@scheme='{EDTF}']")
        assert category is not None
        found[date_name(one(entry, "id").rpartition("/")[2])] = category.get("term")
    assert found == DATES


def test_links_are_relative_where_nobody_says_where_the_site_is(tmp_path: Path) -> None:
    found = feeds(export_files(load_dates(tmp_path, "tag: 'made.example,2023'\n")))
    link = found["data/chronology.atom"].find(f"{NS}entry/{NS}link")
    assert link is not None
    assert (link.get("href") or "").startswith("../events/")


def test_without_a_tag_there_are_no_ids_and_so_no_feeds(tmp_path: Path) -> None:
    assert feeds(export_files(load_dates(tmp_path))) == {}


def test_hostile_text_stays_text(meresh_with_drafts: Chronology) -> None:
    settings = meresh_with_drafts.settings.model_copy(update={"tag": "meresh.example,2021"})
    tagged = replace(meresh_with_drafts, settings=settings)
    titles = set()
    for feed in feeds(export_files(tagged)).values():
        judge(feed)
        titles |= {one(entry, "title") for entry in feed.findall(f"{NS}entry")}
        assert len(feed.findall(f"{NS}entry")) <= LATEST
    assert {" ".join(text.split()) for text in HOSTILE} <= titles
