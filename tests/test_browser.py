"""The site in a real browser. Skipped where there is none; where CI=true, that fails."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.build]


def _search(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type(words, delay=20)


def test_search_finds_an_event_and_its_page_shows_the_accounts(reader: Page, address: str) -> None:
    reader.goto(address)
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    _search(reader, "centcom restraint")  # words of an account
    hit = reader.locator(".md-search-result__link[href*='/events/']").first
    expect(hit).to_be_visible()
    hit.click()
    expect(reader).to_have_url(re.compile("/events/"))
    expect(reader.get_by_role("table").first).to_be_visible()
    expect(reader.locator("#a1")).to_be_attached()


def test_search_finds_an_actor_by_a_former_spelling(reader: Page, address: str) -> None:
    reader.goto(address)
    _search(reader, "Cavusoglu")
    expect(reader.locator(".md-search-result__link[href*='/actors/']").first).to_be_visible()
