"""A stretch of time chosen on the band: with the mouse, by finger, and by keyboard alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.filtered_list import expect_result, open_page, wait_until_ready

pytestmark = [pytest.mark.browser, pytest.mark.build]

OPEN = "from the beginning", "to the end"


@pytest.fixture
def band(timeline_page: Page) -> Locator:
    """The band of the timeline: months from 1998 to 2021, days from 26 July to 29 August 2021."""
    return _opened(timeline_page)


def _opened(page: Page) -> Locator:
    """The band with its window, as a reader opens it."""
    page.locator(".band__window").evaluate("box => { box.open = true }")
    return page.locator(".band")


def _slider(band: Locator, side: str, strip: int = 0) -> Locator:
    return band.get_by_role("slider", name=f"{side} of the stretch").nth(strip)


def _field(band: Locator, name: str) -> Locator:
    return band.page.get_by_label(name, exact=True)


def _press(slider: Locator, *keys: str) -> None:
    for key in keys:
        slider.press(key)


def _drag(page: Page, handle: Locator, strip: Locator, share: float) -> None:
    """Draw it with the mouse to that share of the strip."""
    box, wide = handle.bounding_box(), strip.bounding_box()
    assert box is not None
    assert wide is not None
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] / 2, y)
    page.mouse.down()
    page.mouse.move(wide["x"] + wide["width"] * share, y, steps=4)
    page.mouse.up()


def test_drawing_over_a_strip_chooses_a_span(band: Locator) -> None:
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
    expect_result(page, re.compile(r"^\d of"))
    veil = band.locator(".band__brush").first
    expect(veil).to_have_attribute("width", re.compile(r"^3[78]\."))
    page.mouse.click(box["x"] + box["width"] * 0.8, y)  # a click chooses nothing
    expect(start).to_have_value(re.compile("^199[89]"))
    page.get_by_role("link", name="Clear").click()
    expect(veil).to_have_attribute("width", "0")


def test_drawing_a_slider_moves_one_end_of_the_span(band: Locator) -> None:
    strip = band.locator(".band__strip").first
    _drag(band.page, _slider(band, "End"), strip, 0.5)
    expect(_field(band, "to")).to_have_value(re.compile("^20(09|10)-"))
    expect(_field(band, "from")).to_have_value("")
    expect_result(band.page, re.compile(r"^\d+ of"))  # nothing moves any more
    _drag(band.page, _slider(band, "Start"), strip, 0.25)
    expect(_field(band, "from")).to_have_value(re.compile("^200[34]-"))
    expect(_field(band, "to")).to_have_value(re.compile("^20(09|10)-"))


def test_keys_move_a_slider_by_a_column(band: Locator) -> None:
    """The list, its count, the two dates, the address and all strips follow."""
    page, start, end = band.page, _slider(band, "Start"), _slider(band, "End")
    expect(start).to_have_attribute("aria-valuetext", OPEN[0])
    _press(start, "ArrowRight", "ArrowUp", "PageUp", "ArrowLeft")
    expect(start).to_have_attribute("aria-valuetext", "from 1 February 1999")
    _press(end, "PageDown", "ArrowDown", "ArrowLeft", "ArrowRight")
    expect(end).to_have_attribute("aria-valuetext", "to 30 November 2020")
    expect(_field(band, "from")).to_have_value("1999-02-01")
    expect(_field(band, "to")).to_have_value("2020-11-30")
    expect(page).to_have_url(re.compile(r"\?from=1999-02-01&to=2020-11-30$"))
    expect_result(page, re.compile("^5 of"))
    expect(page.locator(".timeline-event:visible")).to_have_count(5)
    expect(band.locator(".band__chosen")).to_contain_text(
        "from 1 February 1999 to 30 November 2020"
    )
    expect(band.locator(".band__brush").first).to_have_attribute("width", re.compile(r"^9\d\."))
    expect(band.locator(".band__brush").nth(1)).to_have_attribute("width", "0%")  # all of it later
    expect(end).to_be_focused()


def test_the_ends_do_not_pass_each_other(band: Locator) -> None:
    start, end = _slider(band, "Start"), _slider(band, "End")
    _press(end, "Home")
    expect(_field(band, "to")).to_have_value("1998-01-31")
    expect(_field(band, "from")).to_have_value("")
    _press(end, "End", "PageDown")
    _press(start, "End", "ArrowRight")
    expect(_field(band, "from")).to_have_value("2020-12-01")
    expect(_field(band, "to")).to_have_value("2020-12-31")
    _press(start, "Home")
    expect(start).to_have_attribute("aria-valuetext", OPEN[0])
    expect(_field(band, "from")).to_have_value("")


def test_keys_move_a_slider_by_a_day_in_the_window(band: Locator) -> None:
    """What one end is, the other strips tell too; the other end stays."""
    _press(_slider(band, "Start"), "ArrowRight")
    start, end = _slider(band, "Start", 1), _slider(band, "End", 1)
    _press(end, "PageDown", "ArrowLeft")
    expect(_field(band, "from")).to_have_value("1998-02-01")
    expect(_field(band, "to")).to_have_value("2021-08-21")
    _press(start, "ArrowRight")
    expect(_field(band, "from")).to_have_value("2021-07-27")
    expect(start).to_have_attribute("aria-valuetext", "from 27 July 2021")
    expect(_slider(band, "Start")).to_have_attribute("aria-valuetext", "from 27 July 2021")
    expect_result(band.page, re.compile(r"^\d+ of"))
    expect(band.locator(".band__brush").nth(1)).to_have_attribute("width", re.compile(r"^74\."))


def test_the_window_moves_nothing_that_lies_beside_it(band: Locator) -> None:
    _field(band, "to").fill("2009-02-10")
    end = _slider(band, "End", 1)
    expect(end).to_have_attribute("aria-valuetext", "to 10 February 2009")
    _press(_slider(band, "Start", 1), "ArrowRight", "Home", "End")
    _press(end, "ArrowLeft", "Home")
    expect(_field(band, "from")).to_have_value("")
    expect(_field(band, "to")).to_have_value("2009-02-10")


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_back_to_the_whole_time(band: Locator, way: str) -> None:
    page, start = band.page, _slider(band, "Start")
    page.get_by_label("agreement").check()
    _press(start, "ArrowRight")
    expect(page).to_have_url(re.compile("from=1998-02-01"))
    if way == "button":
        band.get_by_role("button", name="Whole time").press("Enter")
    else:
        _press(start, "Escape")
    expect(_field(band, "from")).to_have_value("")
    expect(band.locator(".band__brush").first).to_have_attribute("width", "0")
    expect(page).to_have_url(re.compile(r"\?kind=agreement$"))  # other filters stay


def test_keys_of_the_browser_are_left_to_it(band: Locator) -> None:
    _press(_slider(band, "Start"), "Control+ArrowRight", "Control+End", "a")
    expect(_slider(band, "Start")).to_have_attribute("aria-valuetext", OPEN[0])


def test_dates_that_are_typed_move_the_sliders(band: Locator) -> None:
    _field(band, "from").fill("2009-02-10")
    start = _slider(band, "Start")
    expect(start).to_have_attribute("aria-valuetext", "from 10 February 2009")
    _press(start, "ArrowLeft")  # to the start of its column
    expect(_field(band, "from")).to_have_value("2009-02-01")


@pytest.mark.parametrize(
    ("days", "first", "fewer"),
    [
        ("7", "1998-01-05", "2021-12-26"),  # a Monday, a Sunday
        ("92", "1998-04-01", "2021-09-30"),
        ("366", "1999-01-01", "2020-12-31"),
        ("3653", "2000-01-01", "2019-12-31"),
        ("36525", "2000-01-01", "1999-12-31"),
    ],
)
def test_columns_of_any_unit(
    reader: Page, meresh_address: str, days: str, first: str, fewer: str
) -> None:
    """The time of a made-up chronology, as if it were so long that its columns are wider."""
    html = reader.request.get(f"{meresh_address}timeline/").text()
    reader.route("**/timeline/", lambda route: route.fulfill(
        body=html.replace('data-days="31"', f'data-days="{days}"'), content_type="text/html"
    ))  # fmt: skip
    band = open_page(reader, f"{meresh_address}timeline/").locator(".band")
    _press(_slider(band, "Start"), "ArrowRight")
    expect(_field(band, "from")).to_have_value(first)
    _press(_slider(band, "Start"), "ArrowLeft")
    _press(_slider(band, "End"), "ArrowLeft")
    expect(_field(band, "to")).to_have_value(fewer)


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("stretch", ["", "?from=1998-01-01&to=1998-01-02", "?from=2021-12-30"])
def test_sliders_are_seen_and_do_not_overlap(
    reader: Page, meresh_address: str, width: int, stretch: str
) -> None:
    reader.set_viewport_size({"width": width, "height": 900})
    band = _opened(open_page(reader, f"{meresh_address}timeline/{stretch}"))
    for n in range(band.locator(".band__strip").count()):
        boxes = []
        for side, word in (("Start", "start"), ("End", "end")):
            slider = _slider(band, side, n)
            expect(slider).to_have_text(word)
            slider.focus()
            outline = "one => getComputedStyle(one).outlineStyle"
            assert slider.evaluate(outline) == "solid"
            box = slider.bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 24
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            boxes.append(box)
        assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"] + 0.1
    assert reader.evaluate("document.documentElement.scrollWidth") == width


def test_the_band_works_with_instant_loading(reader: Page, instant_address: str) -> None:
    """The band of a page that comes again has sliders again, and once each."""
    reader.goto(f"{instant_address}about/")
    for _ in range(2):
        reader.get_by_role("link", name="Timeline", exact=True).first.click()
        wait_until_ready(reader)
        band = reader.locator(".band")
        expect(band.get_by_role("slider")).to_have_count(2)
        _press(_slider(band, "End"), "ArrowLeft")
        expect(reader).to_have_url(re.compile(r"/timeline/\?to=2021-11-30$"))
        reader.get_by_role("link", name="About", exact=True).first.click()
        expect(band).to_have_count(0)


# What is read in it

OVERLAPS = """band => {
  const boxes = [...band.querySelectorAll("svg text")].flatMap(text => {
    const style = getComputedStyle(text);
    const box = text.getBoundingClientRect();
    return box.width && style.visibility !== "hidden" ? [[text.textContent, box]] : [];
  });
  return boxes.flatMap(([words, a], n) => boxes.slice(n + 1).flatMap(([others, b]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 9 ? [`${words} | ${others}`] : []));
}"""


@pytest.mark.parametrize("width", [320, 360, 600, 768, 1024, 1440])
def test_no_texts_of_the_band_overlap(reader: Page, meresh_address: str, width: int) -> None:
    """Months from 1998 on, and a window of 35 days in two months."""
    reader.set_viewport_size({"width": width, "height": 900})
    band = _opened(open_page(reader, f"{meresh_address}timeline/"))
    assert band.evaluate(OVERLAPS) == []


def test_marks_are_links(reader: Page, meresh_address: str) -> None:
    page = open_page(reader, f"{meresh_address}timeline/")
    page.locator(".band__link rect").first.click()
    page.wait_for_load_state("networkidle")
    assert "/timeline/" not in page.url
    band = _opened(open_page(reader, f"{meresh_address}timeline/"))
    sign = band.locator(".detail a:visible").first
    name = sign.locator("title").text_content() or ""
    sign.click()
    page.wait_for_load_state("networkidle")
    assert name.startswith(page.locator("h1").inner_text()[:20])


@pytest.mark.parametrize(("width", "is_open"), [(1440, True), (360, False)])
def test_a_phone_shows_events_before_what_is_drawn_large(
    reader: Page, meresh_address: str, width: int, is_open: bool
) -> None:
    reader.set_viewport_size({"width": width, "height": 800})
    open_page(reader, meresh_address)
    window = reader.locator(".band__window")
    if is_open:
        expect(window).to_have_attribute("open", "")
    else:
        expect(window).not_to_have_attribute("open", "")
        window.locator("summary").click()
        expect(window).to_have_attribute("open", "")
