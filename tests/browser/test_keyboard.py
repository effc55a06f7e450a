"""By keyboard alone: from the top of the timeline to an event, and through its page to the end."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.filtered_list import expect_result, open_page, wait_until_ready
from tests.support.keyboard_focus import read_focus

pytestmark = [pytest.mark.browser, pytest.mark.build]

MOST = 200  # stops of a page of this chronology; more is a trap
NOTE = "(window.stops ||= new Set()).add(document.activeElement)"
# What can be worked with and was no stop, but for what the theme keeps for itself.
STOPS = """() => [...document.querySelectorAll(
  '.page :is(a[href], button, input, summary)')].filter(one => one.checkVisibility()).length"""
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


@pytest.mark.parametrize("width", [360, 1280])
def test_no_stop_is_lost_where_everything_is_open(timeline_page: Page, width: int) -> None:
    """Each is reached once, in the order in which it is seen: filters, then the list."""
    page = timeline_page
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('.page details').forEach(one => { one.open = true })")
    stops = page.evaluate(STOPS)
    _walk(page)
    assert page.evaluate(MISSED) == []
    assert page.evaluate("window.stops.size") >= stops > 50


@pytest.mark.parametrize("path", ["timeline/", "differences/"])
def test_the_focus_stays_where_a_filter_was_chosen(
    reader: Page, meresh_address: str, path: str
) -> None:
    """Also where it leaves nothing, and the next stop is the one after it."""
    page = open_page(reader, f"{meresh_address}{path}")
    box = page.locator(".filters [type=checkbox]:visible").nth(1)
    box.focus()
    page.keyboard.press("Tab")
    after = read_focus(page).name
    box.focus()
    page.keyboard.press("Space")
    expect_result(page, re.compile(r"^\d+ of"))
    expect(box).to_be_focused()
    page.locator("[name=to]").fill("1001-01-01")
    expect_result(page, re.compile("^0 of"))
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_focused()
    page.keyboard.press("Tab")
    assert read_focus(page).name == after
