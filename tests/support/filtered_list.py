"""A page with its script at work, as a reader finds it; most often a list with filters."""

import re

from playwright.sync_api import Page, expect


def opened(page: Page, address: str) -> Page:
    """The page at that address, when its script has done its part."""
    page.goto(address)
    ready(page)
    return page


def ready(page: Page) -> None:
    """Wait for what a script adds to the page that is open: filters, sliders, buttons."""
    page.locator('[data-ready="yes"]').wait_for()


def shown_in(page: Page) -> list[str]:
    """The ids of the events that are to be seen, in their order."""
    hrefs = page.locator(".filtered-list h3 a:visible").evaluate_all(
        "all => all.map(a => a.pathname)"
    )
    return [href.strip("/").rpartition("/")[2] for href in hrefs]


def says(page: Page, text: str | re.Pattern[str]) -> None:
    """Whether the page comes to say so of its list: "4 of 12 events"."""
    expect(page.locator(".result output")).to_have_text(text)
