"""The timeline's filters in its address: what it carries, and what comes back from it."""

import re

import pytest
from playwright.sync_api import Page, expect

from generator.model.records import Chronology
from tests.support.filtered_list import expect_result, open_page, shown_events, wait_until_ready

pytestmark = [pytest.mark.browser, pytest.mark.build]


def test_the_address_carries_the_view(timeline_page: Page, reader: Page) -> None:
    timeline_page.get_by_label("statement").check()
    timeline_page.get_by_label("to", exact=True).fill("2021-05-06")
    timeline_page.get_by_label("in titles and summaries").fill("ruling")
    expect(timeline_page).to_have_url(
        re.compile(r"/timeline/\?words=ruling&to=2021-05-06&kind=statement$")
    )
    shown = shown_events(timeline_page)
    assert shown == ["2009-02-ruling"]
    timeline_page.reload()
    wait_until_ready(timeline_page)
    assert shown_events(timeline_page) == shown
    expect(timeline_page.get_by_label("statement")).to_be_checked()
    expect(timeline_page.get_by_label("to", exact=True)).to_have_value("2021-05-06")
    timeline_page.get_by_role("link", name="A court rules").click()
    expect(timeline_page).to_have_url(re.compile("/events/2009-02-ruling/$"))
    timeline_page.go_back()
    wait_until_ready(timeline_page)
    expect_result(timeline_page, re.compile("^1 of"))
    assert shown_events(timeline_page) == shown
    expect(timeline_page.get_by_label("in titles and summaries")).to_have_value("ruling")


def test_an_address_with_nonsense_shows_everything(reader: Page, meresh_address: str) -> None:
    page = open_page(reader, f"{meresh_address}timeline/?kind=nothing&from=yesterday&x=<b>#y2021")
    expect_result(page, re.compile("^All "))


def test_clear_is_a_link_and_focus_goes_on(timeline_page: Page) -> None:
    timeline_page.get_by_label("agreement").check()
    expect(timeline_page.locator(".filters__on")).to_have_text("1 chosen")
    clear = timeline_page.get_by_role("link", name="Clear")
    clear.focus()
    timeline_page.keyboard.press("Enter")
    expect_result(timeline_page, re.compile("^All "))
    expect(timeline_page.locator(".filters > summary")).to_be_focused()
    expect(timeline_page).to_have_url(re.compile("/timeline/$"))


def test_filters_work_with_instant_loading(
    reader: Page, instant_address: str, meresh: Chronology
) -> None:
    """No page is loaded anew, and the filters are there each time."""
    reader.goto(f"{instant_address}about/")
    reader.evaluate("window.stays = true")
    reader.get_by_role("link", name="Timeline", exact=True).first.click()
    wait_until_ready(reader)
    expect_result(reader, f"All {len(meresh.events)} events")
    reader.get_by_label("As known on").fill("2021-05-08")
    reader.get_by_label("incident").check()
    expect(reader).to_have_url(re.compile(r"/timeline/\?known=2021-05-08&kind=incident$"))
    shown = shown_events(reader)
    reader.get_by_role("link", name=re.compile("The Karsk gate")).click()
    expect(reader.locator(".notice")).to_contain_text("1 later account hidden")
    expect(reader).to_have_url(re.compile(r"\?known=2021-05-08$"))
    reader.go_back()
    wait_until_ready(reader)
    expect(reader.get_by_label("incident")).to_be_checked()
    expect(reader.get_by_label("As known on")).to_have_value("2021-05-08")
    assert shown_events(reader) == shown
    reader.get_by_role("link", name="Clear").click()
    expect_result(reader, f"All {len(meresh.events)} events")
    assert reader.evaluate("window.stays") is True


def test_dates_the_wrong_way_round_are_named(reader: Page, meresh_address: str) -> None:
    page = open_page(reader, f"{meresh_address}timeline/?from=2021-12-01&to=2021-01-01")
    expect_result(page, re.compile(r"The first date is after the second\.$"))


def test_every_way_of_choosing_is_told_in_words(reader: Page, meresh_address: str) -> None:
    query = "kind=works&from=1990-01-01&to=2021-12-31&words=the"
    page = open_page(reader, f"{meresh_address}timeline/?{query}")
    told = page.locator(".result__filters")
    expect(told).to_have_text(
        ": kind works, from 1 January 1990, to 31 December 2021, words the", use_inner_text=True
    )
    expect(page.locator(".filters__how")).to_contain_text("any of them")
