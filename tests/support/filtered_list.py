"""A page with its script at work, as a reader finds it; most often a list with filters."""

import re

from playwright.sync_api import Page, expect


def open_page(page: Page, address: str) -> Page:
    """Open an address, wait until its script has done its part, and return the page."""
    page.goto(address)
    wait_until_ready(page)
    return page


def wait_until_ready(page: Page) -> None:
    """Wait for what a script adds to the page that is open: filters, sliders, buttons."""
    page.locator('[data-ready="yes"]').wait_for()


def shown_events(page: Page) -> list[str]:
    """Return the ids of the events that are to be seen, in their order."""
    hrefs = page.locator(".filtered-list h3 a:visible").evaluate_all(
        "all => all.map(a => a.pathname)"
    )
    return [href.strip("/").rpartition("/")[2] for href in hrefs]


def expect_result(page: Page, text: str | re.Pattern[str]) -> None:
    """Wait until the page says so of its list: "4 of 12 events"."""
    expect(page.locator(".result output")).to_have_text(text)
