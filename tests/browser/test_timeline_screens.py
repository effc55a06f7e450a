"""What a screen has room for: the timeline's list, its bar and its rail, on a phone too."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.filtered_list import open_page, wait_until_ready

pytestmark = [pytest.mark.browser, pytest.mark.build]


def test_targets_are_large_enough(timeline_page: Page) -> None:
    small = timeline_page.evaluate(
        """() => [...document.querySelectorAll('.filters label, .filters summary,'
            + '.as-known-on input, .filters input:not([type=checkbox])')]
          .map(e => [e.textContent, e.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.height < 24 || box.width < 24))
          .map(([text, box]) => `${text} ${box.width} x ${box.height}`)"""
    )
    assert small == []
    assert timeline_page.locator('[role="application"]').count() == 0


def test_nothing_overflows_on_a_phone(timeline_page: Page) -> None:
    timeline_page.set_viewport_size({"width": 320, "height": 700})
    timeline_page.reload()
    wait_until_ready(timeline_page)
    filters = timeline_page.locator(".filters")
    expect(filters).not_to_have_attribute("open", "")
    filters.locator("summary").first.click()
    timeline_page.get_by_label("agreement").check()
    assert timeline_page.evaluate("document.documentElement.scrollWidth") == 320


def _top(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["y"]


@pytest.mark.parametrize(("width", "height"), [(360, 740), (768, 1024), (1440, 900)])
def test_a_shared_filter_says_so_in_the_first_screen(
    reader: Page, meresh_address: str, width: int, height: int
) -> None:
    reader.set_viewport_size({"width": width, "height": height})
    page = open_page(reader, f"{meresh_address}timeline/?place=karsk&place=ostrany")
    expect(page.locator(".result")).to_contain_text("events: place Karsk weir or Ostrany Clear")
    assert _top(page, ".result") < height / 2
    assert _top(page, ".rail") < height / 2
    page.locator(".timeline-event:visible").last.scroll_into_view_if_needed()
    expect(page.locator(".result output")).to_be_in_viewport()  # the count stays


def test_a_day_leaves_room_for_what_is_chosen_on_a_phone(reader: Page, meresh_address: str) -> None:
    reader.set_viewport_size({"width": 360, "height": 740})
    page = open_page(reader, f"{meresh_address}timeline/?place=karsk&known=2021-05-30")
    chosen = page.locator(".result__filters")
    expect(chosen).to_contain_text("place Karsk weir")
    assert chosen.evaluate("""one => {
        const words = document.createRange();
        words.selectNodeContents(one);
        return words.getBoundingClientRect().right <= one.getBoundingClientRect().right }""")
    assert page.locator(".result").evaluate("one => one.scrollWidth <= one.clientWidth")


def test_on_a_phone_the_form_leads_to_what_was_found(reader: Page, meresh_address: str) -> None:
    reader.set_viewport_size({"width": 360, "height": 740})
    page = open_page(reader, f"{meresh_address}timeline/")
    page.locator(".filters > summary").click()
    page.get_by_label("agreement").check()
    page.get_by_role("button", name="Show 1 event").click()
    expect(page.locator(".filters form")).to_be_hidden()
    expect(page.locator(".timeline-event:visible")).to_be_in_viewport()
    assert page.evaluate("document.activeElement.id") == "events"


def test_the_rail_leads_to_the_years_that_are_left(timeline_page: Page) -> None:
    years = timeline_page.locator(".rail li:visible")
    assert len(years.all()) == 5
    timeline_page.get_by_label("agreement").check()
    expect(years).to_have_count(1)
    timeline_page.get_by_label("agreement").uncheck()
    timeline_page.locator(".rail").get_by_role("link", name="2018").click()
    expect(timeline_page.locator("#y2018 h2")).to_be_in_viewport()
    top = _top(timeline_page, "#y2018 h2")
    bar = timeline_page.locator(".list-bar").bounding_box()
    assert bar
    assert top >= bar["y"] + bar["height"] - 1


@pytest.mark.parametrize("query", ["", "?place=karsk&known=2021-05-30"])
def test_nothing_shows_between_the_bar_and_a_year_on_a_phone(
    reader: Page, meresh_address: str, query: str
) -> None:
    reader.set_viewport_size({"width": 360, "height": 740})
    page = open_page(reader, f"{meresh_address}timeline/{query}")
    page.locator("#y2021 .timeline-event:visible").last.evaluate("one => one.scrollIntoView()")
    bar, year = (page.locator(part).bounding_box() for part in (".list-bar", "#y2021 h2"))
    assert bar
    assert year
    assert abs(bar["y"] + bar["height"] - year["y"]) <= 1


def test_a_bar_of_fewer_lines_gives_its_height_back(timeline_page: Page) -> None:
    year, heights = timeline_page.locator("#y2021 h2"), []
    for width in (1280, 320, 1280):
        timeline_page.set_viewport_size({"width": width, "height": 740})
        bar = timeline_page.locator(".list-bar").bounding_box()
        assert bar
        heights.append(bar["height"])
        expect(year).to_have_css("top", f"{48 + bar['height']:g}px")  # 48: the theme's header
    assert heights[0] == heights[2] < heights[1]


def test_the_list_is_reached_in_one_step(timeline_page: Page) -> None:
    skip = timeline_page.get_by_role("link", name="Skip to the events")
    skip.focus()
    expect(skip).to_be_visible()
    timeline_page.keyboard.press("Enter")
    timeline_page.keyboard.press("Tab")
    assert timeline_page.evaluate("document.activeElement.closest('#events') !== null")


def test_on_a_phone_the_first_event_is_in_the_first_screen(
    reader: Page, meresh_address: str
) -> None:
    reader.set_viewport_size({"width": 360, "height": 740})
    open_page(reader, f"{meresh_address}timeline/")
    title = reader.locator(".timeline-event h3").first.bounding_box()
    assert title
    assert title["y"] + title["height"] <= 740


def test_nothing_that_opens_is_ringed_in_a_colour_of_the_theme(timeline_page: Page) -> None:
    summary = timeline_page.locator(".take > summary")
    summary.click()
    expect(summary).to_be_focused()
    expect(timeline_page.locator(".take")).to_have_css("box-shadow", "none")
