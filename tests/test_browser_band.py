"""A stretch of time chosen on the band: with the mouse, and by keyboard alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.build]


@pytest.fixture
def band(reader: Page, meresh_address: str) -> Locator:
    """The band of the timeline, when it is ready."""
    reader.goto(f"{meresh_address}timeline/")
    reader.locator('.explore[data-ready="yes"]').wait_for()
    return reader.locator(".band")


def _handle(band: Locator, side: str, strip: int = 0) -> Locator:
    return band.get_by_role("slider", name=f"{side} of the stretch").nth(strip)


def _field(band: Locator, name: str) -> Locator:
    return band.page.get_by_label(name, exact=True)


def _press(handle: Locator, *keys: str) -> None:
    handle.focus()
    for key in keys:
        handle.press(key)
        handle.page.wait_for_timeout(200)  # the list answers after a pause in the typing


def test_by_dragging(band: Locator) -> None:
    page, strip = band.page, band.locator(".band__strip").first
    box = strip.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] - 8
    page.mouse.move(box["x"] + box["width"] * 0.02, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, y, steps=4)
    page.mouse.up()
    start = _field(band, "from")
    expect(start).to_have_value(re.compile("^199[89]"))
    expect(page.locator(".result output")).to_have_text(re.compile(r"^\d of"))
    veil = band.locator(".brush").first
    expect(veil).to_have_attribute("width", re.compile(r"^3[78]\."))
    page.mouse.click(box["x"] + box["width"] * 0.8, y)  # a click chooses nothing
    expect(start).to_have_value(re.compile("^199[89]"))
    page.get_by_role("link", name="Clear").click()
    expect(veil).to_have_attribute("width", "0")


def test_by_dragging_a_handle(band: Locator) -> None:
    page, handle = band.page, _handle(band, "End")
    box, strip = handle.bounding_box(), band.locator(".band__strip").first.bounding_box()
    assert box is not None
    assert strip is not None
    page.mouse.move(box["x"] + 12, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] / 2, box["y"] + 12, steps=4)
    page.mouse.up()
    expect(_field(band, "to")).to_have_value(re.compile("^20(09|10)-"))
    expect(_field(band, "from")).to_have_value("")


def test_by_keys_on_the_whole_time(band: Locator) -> None:
    """A key goes on by a column, a month here; what stands at an end is left open."""
    page, start, end = band.page, _handle(band, "Start"), _handle(band, "End")
    assert "the whole time" in (start.get_attribute("aria-label") or "")
    expect(start).to_have_attribute("aria-valuetext", "the start of the whole time")
    expect(end).to_have_attribute("aria-valuetext", "the end of the whole time")
    _press(start, "ArrowRight", "ArrowRight", "PageUp", "ArrowLeft")
    expect(start).to_have_attribute("aria-valuetext", "1 December 1998")
    expect(_field(band, "from")).to_have_value("1998-12-01")
    expect(_field(band, "to")).to_have_value("")
    expect(page).to_have_url(re.compile(r"\?from=1998-12-01$"))
    expect(page.locator(".result output")).to_have_text(re.compile(r"^\d+ of \d+ events$"))
    _press(end, "Home")  # no further than the day after the other
    expect(_field(band, "to")).to_have_value("1998-12-01")
    expect(end).to_have_attribute("aria-valuetext", "1 December 1998")
    _press(end, "ArrowUp")
    expect(_field(band, "to")).to_have_value("1998-12-31")
    expect(band.locator(".brush").first).not_to_have_attribute("width", "0")
    expect(end).to_be_focused()
    _press(end, "End")
    expect(_field(band, "to")).to_have_value("")
    _press(start, "Home")
    expect(page).to_have_url(re.compile("/timeline/$"))


def test_by_keys_in_the_window(band: Locator) -> None:
    """In the window, a key goes on by its columns; all strips show the same stretch."""
    strips = band.locator(".band__strip")
    assert strips.count() > 1
    unit = strips.nth(1).get_attribute("data-unit")
    first = strips.nth(1).get_attribute("data-from")
    assert unit == "day"
    start = _handle(band, "Start", 1)
    _press(start, "ArrowRight")
    expect(_field(band, "to")).to_have_value(strips.nth(1).get_attribute("data-to") or "")
    assert _field(band, "from").input_value() > (first or "")
    expect(band.locator(".brush").first).not_to_have_attribute("width", "0")
    expect(_handle(band, "Start")).not_to_have_attribute(
        "aria-valuetext", "the start of the whole time"
    )
    _press(start, "Escape")
    expect(_field(band, "from")).to_have_value("")
    expect(band.locator(".brush").first).to_have_attribute("width", "0")


def test_dates_that_are_typed_move_the_handles(band: Locator) -> None:
    _field(band, "from").fill("2009-02-10")
    expect(_handle(band, "Start")).to_have_attribute("aria-valuetext", "10 February 2009")
    _press(_handle(band, "Start"), "ArrowLeft")  # to the start of its column
    expect(_field(band, "from")).to_have_value("2009-02-01")


@pytest.mark.parametrize("width", [320, 1440])
def test_handles_are_seen_and_large_enough(band: Locator, width: int) -> None:
    page = band.page
    page.set_viewport_size({"width": width, "height": 900})
    handles = band.get_by_role("slider").all()
    assert len(handles) == 2 * band.locator(".band__strip").count()
    boxes = []
    for handle in handles:
        handle.focus()
        assert handle.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
        box = handle.bounding_box()
        assert box is not None
        assert (box["width"], box["height"]) == (24, 24)
        assert box["x"] >= 0
        assert box["x"] + 24 <= width
        boxes.append((box["x"], box["y"]))
    assert len(set(boxes)) == len(boxes)
    assert page.evaluate("document.documentElement.scrollWidth") == width
