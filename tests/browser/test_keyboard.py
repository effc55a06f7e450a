"""By keyboard alone: from the top of the timeline to an event, and through its page to the end."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.filtered_list import expect_result, wait_until_ready
from tests.support.keyboard_focus import read_focus

pytestmark = [pytest.mark.browser, pytest.mark.build]

MOST = 200  # stops of a page of this chronology; more is a trap
NOTE = "(window.stops ||= new Set()).add(document.activeElement)"
# What can be worked with and was no stop, but for what the theme keeps for itself.
MISSED = """() => [...document.querySelectorAll('.page, .md-tabs')]
  .flatMap(part => [...part.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')])
  .filter(one => !one.matches('[tabindex="-1"]'))
  .filter(one => one.checkVisibility({ visibilityProperty: true }) && !window.stops.has(one))
  .map(one => one.outerHTML.slice(0, 90))"""


def _walk(page: Page, until: str = "") -> list[str]:
    """Press Tab until a stop whose name has that text, or the end; every stop is to be seen."""
    names: list[str] = []
    lost: list[str] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        at = read_focus(page)
        if at.is_end:
            break
        page.evaluate(NOTE)
        names += [at.name] if at.name not in names[-1:] else []  # the parts of a date are one
        lost += [at.name] if at.is_lost else []
        if until and until in at.name:
            break
    else:
        pytest.fail(f"no end after {MOST} stops: {names[-5:]}")
    assert lost == []
    assert not until or until in names[-1]
    return names


def test_from_the_top_of_the_timeline_through_an_event(timeline_page: Page) -> None:
    page = timeline_page
    page.emulate_media(reduced_motion="reduce")
    assert _walk(page, "Skip to content")
    (*_, skip, rail, second) = _walk(page, "2003")
    assert (skip, rail, second) == ("a “Skip to the events”", "a “1998”", "a “2003”")
    (*_, known, first, second, words, window, filters) = _walk(page, "“Filter”")
    assert known == "input “known”"
    for name, side in ((first, "Start"), (second, "End")):
        assert name.startswith(f"span “{side} of the stretch, ")
    assert words.startswith("summary “What the marks mean")
    assert window.startswith("summary “The busiest stretch")
    assert filters.startswith("summary")
    assert _walk(page, "“kind”") == [
        f"input “{name}”" for name in ("words", "from", "to", "differ", "kind")
    ]
    while page.evaluate("document.activeElement.value") != "agreement":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect_result(page, re.compile("^1 of"))
    _walk(page, "announce a pause in pumping")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/events/2021-05-04-pause-in-pumping/$"))
    wait_until_ready(page)
    names = _walk(page)
    assert "button “Copy citation”" in names
    assert page.evaluate(MISSED) == []


def test_every_part_of_the_timeline_is_a_stop(timeline_page: Page) -> None:
    timeline_page.emulate_media(reduced_motion="reduce")
    _walk(timeline_page)
    assert timeline_page.evaluate(MISSED) == []
