"""Lists of events, and the pages of actors, places and sources."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.loading.loader import load
from generator.model.dates import parse_date
from generator.model.records import Chronology
from generator.rendering.context import Context
from generator.rendering.drawing_inputs import ChronologyDrawings
from generator.rendering.language import ENGLISH
from generator.rendering.pages.timeline import MAX_EVENTS_ON_TIMELINE, timeline_page
from generator.rendering.parts.event_list import event_list
from generator.rendering.parts.grouped_differences import grouped_differences
from generator.rendering.parts.paragraph_use import coverage
from tests.support.rendered_page import ShownPage, render_pages

KARSK = "events/2021-05-06-karsk-gate-opens/index.md"


def _many(meresh_with_drafts: Chronology, count: int) -> Chronology:
    event = meresh_with_drafts.by_id["2021-05-04-pause-in-pumping"]
    first = meresh_with_drafts.by_id["2003-dry-years"]
    events = [event.model_copy(update={"id": f"2021-05-04-{n:05}"}) for n in range(count)]
    return replace(meresh_with_drafts, events=(first, *events))


# Lists


def test_the_timeline_has_each_event_once_in_order(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    found = re.findall(r'<h3><a href="\.\./events/([a-z0-9-]+)/"', pages["timeline/index.md"].body)
    assert found == [event.id for event in meresh_with_drafts.events]
    # Since the end of dry years that lasted until 2005, not since they began.
    assert "3 years 1 month without a new event" in pages["timeline/index.md"].dom.text


def test_each_event_stands_once_in_the_archive(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    for event in meresh_with_drafts.events:
        year = f"{event.date.anchor.year}/index.md"
        assert pages[year].body.count(f"events/{event.id}/") == 1
        months = [p for p in pages if re.fullmatch(r"\d{4}/\d\d/index\.md", p)]
        on = [p for p in months if f"events/{event.id}/" in pages[p].body]
        is_year = event.date.precision == "year"
        assert on == ([] if is_year else [f"{event.date.anchor:%Y/%m}/index.md"])


@pytest.mark.parametrize(
    ("one", "next_", "gap"),
    [
        ("2011~/..", "2012~/..", None),
        ("2012/..", "2016", "3 years without a new event"),
        ("2012-03-05/..", "2016", "3 years 9 months without a new event"),
        ("2016/2019", "2022", "2 years without a new event"),
    ],
)
def test_a_gap_is_no_longer_than_the_evidence(
    meresh_with_drafts: Chronology, one: str, next_: str, gap: str | None
) -> None:
    event = meresh_with_drafts.by_id["2003-dry-years"]
    events = [
        event.model_copy(update={"id": text[:4], "date": parse_date(text)}) for text in (one, next_)
    ]
    found = event_list(Context(replace(meresh_with_drafts, events=tuple(events))), events)[1].gap
    assert (found and found.words) == gap


def test_the_archive_leads_to_its_neighbours(pages: dict[str, ShownPage]) -> None:
    assert {"2018", "2021/05", "2021/08"} <= {a for a, _ in pages["2021/index.md"].links}
    assert {"2018/04", "2021/06", "2021"} <= {a for a, _ in pages["2021/05/index.md"].links}


@pytest.mark.parametrize(("more", "is_whole"), [(0, True), (1, False)])
def test_a_long_timeline_shows_the_newest_year(
    meresh_with_drafts: Chronology, more: int, is_whole: bool
) -> None:
    context = Context(_many(meresh_with_drafts, MAX_EVENTS_ON_TIMELINE - 1 + more))
    page = ShownPage(timeline_page(context, ChronologyDrawings(context)))
    assert ("events/2003-dry-years/" in page.body) is is_whole
    assert ('href="../2003/">2003</a> <small>1</small>' in page.body) is not is_whole
    newest = page.body.count('<h3><a href="../events/2021-05-04-')
    if is_whole:
        assert newest == MAX_EVENTS_ON_TIMELINE - 1
    else:  # of the newest year too, what one page holds
        assert 0 < newest < 300
        assert "2021</a> <small>1,000</small>" in page.body


def test_differences_lists_every_event_that_has_one(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    index = Context(meresh_with_drafts)
    found = re.findall(r'href="\.\./events/([a-z0-9-]+)/"', pages["differences/index.md"].body)
    assert found == [event.id for event in meresh_with_drafts.events if index.differences[event.id]]


def test_each_value_leads_to_its_cells(pages: dict[str, ShownPage]) -> None:
    """The anchors themselves are held by `test_links_lead_to_pages_and_anchors`."""
    links = pages["differences/index.md"].links
    led = [anchor for address, anchor in links if address == KARSK.removesuffix("/index.md")]
    assert {
        f"{account}-2021-{column}"
        for account, column in (
            ("courier", "dates"), ("wire", "dates"), ("gazette", "actors"),
            ("gazette", "labels"), ("havza", "labels"), ("wire", "figures"),
        )
    } <= {*led}  # fmt: skip
    flood = [anchor for _, anchor in pages["differences/index.md"].links if "f-injured" in anchor]
    assert len(flood) == len(set(flood)) == 20  # one measure has a column of its own
    for anchor in {*led} - {""}:
        assert f'id="{anchor}"' in pages[KARSK].body


def test_who_says_a_value_twice_leads_to_both_cells(meresh_with_drafts: Chronology) -> None:
    flood = meresh_with_drafts.by_id["2021-07-01-flood"]
    first = flood.accounts[0]
    flood = flood.model_copy(
        update={"accounts": (*flood.accounts, first.model_copy(update={"id": "a21"}))}
    )
    page = render_pages(replace(meresh_with_drafts, events=(flood,)))["differences/index.md"]
    anchors = [anchor for _, anchor in page.links if anchor]
    assert anchors.index("a21-f-injured") == anchors.index(f"{first.id}-f-injured") + 1
    assert "Northern Wire , again ·" in page.dom.text


def test_the_home_page_counts_differences_and_says_what_changed_last(
    pages: dict[str, ShownPage],
) -> None:
    page = pages["index.md"]
    assert "title" not in page.meta
    assert "*star*" in page.dom.text
    assert "events where accounts differ 3" in page.dom.text
    assert page.body.index("karsk-gate-opens") < page.body.index("pause-in-pumping")
    assert "Last changed 2 March 2022" in page.dom.text


def test_corrections_lists_the_newest_first(pages: dict[str, ShownPage]) -> None:
    body = pages["corrections/index.md"].body
    assert body.index("2 March 2022") < body.index("2 September 2021") < body.index("1 June 2021")


# Registries


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


def test_the_tally_of_differences_adds_up(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    tally = re.findall(r"<li><b>(\d+)</b> ([a-z ]+)</li>", pages["differences/index.md"].body)
    index = Context(meresh_with_drafts)
    differences = grouped_differences(index).values()
    assert sum(int(count) for count, _ in tally) == sum(map(len, differences))


def test_an_actor_leads_to_its_feed_if_there_is_one(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    path, link = "actors/basin-council/index.md", 'href="feed.atom"'
    assert link not in pages[path].body  # nothing that ids of a feed could be made from
    settings = meresh_with_drafts.settings.model_copy(update={"tag": "made.example,2021"})
    assert link in render_pages(replace(meresh_with_drafts, settings=settings))[path].body


def test_articles_of_one_outlet_are_told_apart(meresh_with_drafts: Chronology) -> None:
    event = meresh_with_drafts.by_id["2021-05-06-karsk-gate-opens"]
    account = event.accounts[0].model_copy(update={"according_to": ()})
    source = meresh_with_drafts.sources[account.source]
    twin = source.model_copy(update={"id": "twin", "published": parse_date("2021-06")})
    assert Context(meresh_with_drafts).names.speaker(account) == source.outlet
    both = replace(meresh_with_drafts, sources={**meresh_with_drafts.sources, "twin": twin})
    published = ENGLISH.grammar.date_words(source.published)
    assert Context(both).names.speaker(account) == f"{source.outlet} of {published}"


def test_what_lasts_is_named_in_every_year_that_has_a_page(
    meresh_with_drafts: Chronology,
) -> None:
    first, *rest = meresh_with_drafts.events
    lasting = first.model_copy(update={"date": parse_date("1998/2010")})
    pages = render_pages(replace(meresh_with_drafts, events=(lasting, *rest)))
    address = f"events/{lasting.id}/"
    for year in ("2003", "2009"):
        assert pages[f"{year}/index.md"].body.count(address) == 1
    assert address not in pages["2018/index.md"].body


def test_a_long_month_leads_to_its_days(meresh_with_drafts: Chronology) -> None:
    context = Context(_many(meresh_with_drafts, 20))
    body = ShownPage(timeline_page(context, ChronologyDrawings(context))).body
    assert body.count('id="d2021-05-04"') == 1
    assert body.count('href="#d2021-05-04"') == 1
    few = Context(_many(meresh_with_drafts, 3))
    assert "month__day" not in ShownPage(timeline_page(few, ChronologyDrawings(few))).body


# Who tells what


def test_the_table_of_outlets_has_every_event_and_the_list_those_of_one(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    def events(path: str) -> list[str]:
        return re.findall(r'scope="row">.*?events/([a-z0-9-]+)/"', pages[path].body)

    assert events("outlets/index.md") == [event.id for event in meresh_with_drafts.events]
    sources = meresh_with_drafts.sources
    assert events("outlets/alone/index.md") == [
        event.id
        for event in meresh_with_drafts.events
        if len({sources[account.source].outlet for account in event.accounts}) == 1
    ]


def test_an_event_shows_the_way_of_each_statement(pages: dict[str, ShownPage]) -> None:
    page = pages[KARSK]
    assert "Who says it, and through whom" in page.dom.text
    assert "in their own voice" in page.dom.text
