"""The feed of a page, as the head of the page names it to readers of feeds."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.build]

FEEDS = "link[rel=alternate][type='application/atom+xml']"


def test_each_page_names_its_feed_alone(reader: Page, instant_address: str) -> None:
    """Also where the theme goes from page to page, and takes such links for translations.

    It would ask for a site map beside each, and get an error.
    """
    reader.goto(instant_address)
    reader.evaluate("window.stays = true")
    expect(reader.locator(FEEDS)).to_have_count(1)
    assert _feed(reader) == f"{instant_address}data/chronology.atom"
    reader.locator(".page--home a[href*=karsk]").first.click()
    expect(reader.locator(".page--event")).to_have_count(1)
    expect(reader.locator(FEEDS)).to_have_count(0)
    reader.locator("a[href*='actors/']:visible").first.click()
    expect(reader.locator(".page--actor")).to_have_count(1)
    expect(reader.locator(FEEDS)).to_have_count(1)
    assert _feed(reader) == f"{reader.url}feed.atom"
    assert reader.evaluate("window.stays") is True


def test_the_timeline_names_the_feed_of_each_kind_too(reader: Page, instant_address: str) -> None:
    """A kind has no page of its own; a feed reader lets one choose among those of the timeline."""
    reader.goto(f"{instant_address}timeline/")
    named = reader.locator(FEEDS).evaluate_all(
        "links => links.map(link => [link.title, link.href])"
    )
    assert ["Timeline", f"{instant_address}data/chronology.atom"] in named
    assert ["incident", f"{instant_address}data/kinds/incident.atom"] in named


def test_a_place_names_its_feed(reader: Page, instant_address: str) -> None:
    reader.goto(f"{instant_address}places/")
    reader.locator(".registry-list a").first.click()
    expect(reader.locator(".page--place")).to_have_count(1)
    assert _feed(reader) == f"{reader.url}feed.atom"
    follow = reader.locator(".about a[href$='feed.atom']")
    expect(follow).to_have_count(1)


def _feed(reader: Page) -> object:
    return reader.locator(FEEDS).evaluate("link => link.href")
