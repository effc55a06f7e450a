"""The pages of actors, places and sources."""

import re
from dataclasses import replace
from pathlib import Path

from generator.loading.loader import load
from generator.model.records import Chronology
from generator.rendering.context import Context
from generator.rendering.parts.paragraph_use import coverage
from tests.support.rendered_page import ShownPage, render_pages


def test_an_actor_has_its_labels_and_who_shares_them(pages: dict[str, ShownPage]) -> None:
    text = pages["actors/basin-council/index.md"].dom.text.replace(" ;", ";").replace(" :", ":")
    assert "Ostrany Courier the upstream syndicate 1 account, 2021: The Karsk gate" in text
    where = "1 account, 2021: Ostrany declares an emergency , paragraph 4"
    assert f"the gate-breakers {where}; also used for Ostrany Water League" in text
    assert "its parts Idris Qarawani , Karsk pumphouse guards" in text


def test_words_that_hold_no_name_of_an_actor_stand_apart(rivers: Path) -> None:
    """And each leads to the accounts that have it, with where it stands."""
    file = rivers / "events/2021/2021-05-06-gate-opens.yml"
    told = ["the League", "thieves", "Ostrany Water League", "Water thieves"]
    labels = f"    labels: {{downstream-league: [{', '.join(told)}]}}\n"
    file.write_text(file.read_text("utf-8") + labels, "utf-8")
    pages = render_pages(load(rivers, rivers / "events").chronology)
    page = pages["actors/downstream-league/index.md"]
    names, _, others = page.body.partition("## Other words that sources use for it")
    assert "Ostrany Water League</q>" in names
    assert "thieves</q>" not in names
    assert "the League</q>" in others
    assert "events/2021-05-06-gate-opens/#" in others


def test_an_actor_has_its_offices_and_events(pages: dict[str, ShownPage]) -> None:
    text = pages["actors/qarawani/index.md"].dom.text
    assert "2011 to April 2018 Chief engineer" in text
    assert "not given Member of the board" in text
    assert "named without a role 1 event 10 or 11 April 2018 Engineers are heard in private" in text
    text = pages["actors/guards/index.md"].dom.text
    assert "opens the gate 1 event 6 May 2021 The Karsk gate opens" in text
    assert "weir according to Ostrany Courier incident" in text


def test_an_event_stands_under_each_part_of_an_actor(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    index = Context(meresh_with_drafts)
    for actor, events in index.relations.named_in.items():
        found = re.findall(
            r'href="\.\./\.\./events/([a-z0-9-]+)/"', pages[f"actors/{actor}/index.md"].body
        )
        assert set(found) == set(events), actor
    text = pages["actors/basin-council/index.md"].dom.text
    parts = "gives an account 2 events .* The Karsk gate .* only mentioned 1 event 6 May"
    assert re.search(parts, text)


def test_a_place_has_its_surroundings(pages: dict[str, ShownPage]) -> None:
    text = pages["places/karsk/index.md"].dom.text
    assert "within Meresh valley country Veldra" in text
    assert "36.2° N, 37.125° E precision: exact" in text
    assert "contains Karsk weir" in pages["places/meresh/index.md"].dom.text
    assert "1.5° S, 0.25° W" in pages["places/ostrany/index.md"].dom.text
    assert "Country not given" in pages["places/index.md"].dom.text


def test_a_place_has_the_events_of_the_places_within_it(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    at_weir = [event for event in meresh_with_drafts.events if "karsk" in event.places]
    page = pages["places/meresh/index.md"]
    assert f"no event directly, {len(at_weir)} events with places within." in page.dom.text
    assert "with places within" not in pages["places/karsk/index.md"].dom.text
    for event in at_weir:
        assert f"events/{event.id}" in {address for address, _ in page.links}


def test_every_paragraph_of_a_source_is_accounted_for(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    source = meresh_with_drafts.sources["gazette-2021"]
    cells = coverage(source, Context(meresh_with_drafts).relations.by_source["gazette-2021"])
    assert [(cell.number, cell.uses, cell.state) for cell in cells] == [
        (1, 2, "used"),
        *[(n, 1, "used") for n in (2, 3, 4, 5, 6)],
        (7, 0, "unused"),
        (8, 1, "used"),
        *[(n, 0, "unused") for n in (9, 10)],
        *[(n, 0, "outside") for n in (11, 12)],
    ]
    text = pages["sources/gazette-2021/index.md"].dom.text
    assert "7 of 12 paragraphs support an account; 10 are the article" in text
    assert "2–3 The Karsk gate opens" in text
    assert "9–10 history of the weir 11–12 not part of the article" in text
    assert "paragraph 2 forty years the age of the gate" in text


def test_accounts_of_one_event_are_told_apart_under_a_paragraph(
    meresh_with_drafts: Chronology,
) -> None:
    event = meresh_with_drafts.by_id["2021-05-04-pause-in-pumping"]
    one = next(account for account in event.accounts if account.source == "gazette-2021")
    other = one.model_copy(update={"id": "b1", "according_to": ("basin-council",)})
    told = event.model_copy(update={"accounts": (*event.accounts, other)})
    events = tuple(told if one.id == event.id else one for one in meresh_with_drafts.events)
    body = render_pages(replace(meresh_with_drafts, events=events))[
        "sources/gazette-2021/index.md"
    ].body
    rows = re.findall(r'<th scope="row">.*?</th><td>(.*?)</td>', body)
    links = [re.findall(rf'events/{event.id}/#([\w-]+)">(.*?)</a>', row) for row in rows]
    assert {id for row in links for id, _ in row} == {one.id, "b1"}
    for row in links:
        assert len({words for _, words in row}) == len(row)


def test_a_paragraph_nobody_dealt_with_is_named(meresh_with_drafts: Chronology) -> None:
    source = meresh_with_drafts.sources["gazette-2021"].model_copy(update={"unused": {}})
    pages = render_pages(
        replace(meresh_with_drafts, sources={**meresh_with_drafts.sources, source.id: source})
    )
    assert "7 not dealt with yet" in pages["sources/gazette-2021/index.md"].dom.text


def test_a_source_without_title_text_or_address(pages: dict[str, ShownPage]) -> None:
    text = pages["sources/wire-2021/index.md"].dom.text
    assert "Northern Wire, 6 May 2021" in text
    assert "Paragraphs" not in text
    assert "No address is recorded." in pages["sources/post-2009/index.md"].dom.text


def test_an_actor_leads_to_its_feed_if_there_is_one(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    path, link = "actors/basin-council/index.md", 'href="feed.atom"'
    assert link not in pages[path].body  # nothing that ids of a feed could be made from
    settings = meresh_with_drafts.settings.model_copy(update={"tag": "made.example,2021"})
    assert link in render_pages(replace(meresh_with_drafts, settings=settings))[path].body
