"""Who says what: the pages of differences and outlets, and who speaks in an account."""

import re
from dataclasses import replace

from generator.model.dates import parse_date
from generator.model.records import Chronology
from generator.rendering.context import Context
from generator.rendering.language import ENGLISH
from generator.rendering.parts.grouped_differences import grouped_differences
from tests.support.rendered_page import KARSK, ShownPage, render_pages


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


def test_the_tally_of_differences_adds_up(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    tally = re.findall(r"<li><b>(\d+)</b> ([a-z ]+)</li>", pages["differences/index.md"].body)
    index = Context(meresh_with_drafts)
    differences = grouped_differences(index).values()
    assert sum(int(count) for count, _ in tally) == sum(map(len, differences))


def test_articles_of_one_outlet_are_told_apart(meresh_with_drafts: Chronology) -> None:
    event = meresh_with_drafts.by_id["2021-05-06-karsk-gate-opens"]
    account = event.accounts[0].model_copy(update={"according_to": ()})
    source = meresh_with_drafts.sources[account.source]
    twin = source.model_copy(update={"id": "twin", "published": parse_date("2021-06")})
    assert Context(meresh_with_drafts).names.speaker(account) == source.outlet
    both = replace(meresh_with_drafts, sources={**meresh_with_drafts.sources, "twin": twin})
    published = ENGLISH.grammar.date_words(source.published)
    assert Context(both).names.speaker(account) == f"{source.outlet} of {published}"


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
