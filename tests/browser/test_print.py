"""Pages on paper: what one would hand to a colleague."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.support.filtered_list import open_page
from tests.support.page_kinds import Kinds

pytestmark = [pytest.mark.browser, pytest.mark.build]

EVENT = "event with many accounts"
# A4 between the margins, in CSS pixels; how the browser lays a page out before it cuts it.
PAPER = {"width": 688, "height": 1000}
BOXES = """all => all.map(one => [parseFloat(one.getAttribute('x') ?? '0'),
  one.getBoundingClientRect().left, one.getBoundingClientRect().right])"""


def _paper(page: Page, address: str, scheme: str = "light") -> None:
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size(PAPER)  # type: ignore[arg-type]
    open_page(page, address)


def _pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("kind", [EVENT, "timeline", "actor", "place", "source", "differences"])
def test_nothing_that_is_worked_with_is_printed(
    reader: Page, address: str, kinds: Kinds, kind: str
) -> None:
    _paper(reader, address + kinds[kind])
    for part in (
        "header.md-header",
        ".md-tabs",
        ".search",
        ".filters",
        ".as-known-on",
        "button",
        ".accounts th a[href^='#']",
    ):
        expect(reader.locator(part).locator("visible=true")).to_have_count(0)
    expect(reader.get_by_role("slider")).to_have_count(0)
    for part in (".event-nav", ".report", ".page-aside .map", "summary", "input:not(.md-toggle)"):
        expect(reader.locator(part).locator("visible=true")).to_have_count(0)
    assert reader.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_event_has_its_whole_table_sources_and_citation(
    reader: Page, address: str, kinds: Kinds, scheme: str
) -> None:
    _paper(reader, address + kinds[EVENT], scheme)
    style = reader.evaluate(
        """() => Object.fromEntries(
          ['body', 'h1', '.accounts thead', '.accounts tbody tr', '.plot circle']
          .map(one => [one, getComputedStyle(document.querySelector(one))])
          .map(([one, { display, color, backgroundColor, breakInside, stroke }]) =>
            [one, { display, color, backgroundColor, breakInside, stroke }]))"""
    )
    assert style["body"]["backgroundColor"] == "rgb(255, 255, 255)"
    assert style["h1"]["color"] == style[".plot circle"]["stroke"] == "rgb(0, 0, 0)"
    assert style[".accounts thead"]["display"] == "table-header-group"  # on each sheet anew
    assert style[".accounts tbody tr"]["breakInside"] == "avoid"
    table = reader.locator(".accounts")
    box = table.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= PAPER["width"]  # nothing is cut off at the side
    printed = reader.locator(".source-list .external").first.evaluate(
        "one => getComputedStyle(one, '::after').content + one.href"
    )
    content, _, url = printed.rpartition('"')
    assert content.lstrip('"').strip() == url
    assert url.startswith("https://")
    expect(reader.get_by_role("heading", name="On the map")).to_be_hidden()  # nor is the map
    order = [".event__figures", ".accounts", ".source-list", "#cite-text"]
    tops = [reader.locator(one).bounding_box() for one in order]
    heights = [top["y"] for top in tops if top]
    assert len(heights) == len(order)
    assert heights == sorted(heights)
    expect(reader.locator("#cite-text")).to_contain_text(f"/{kinds[EVENT]}")


def test_scales_skip_no_number(reader: Page, address: str, kinds: Kinds) -> None:
    """Those that are printed stand as far apart as each other, and none over the next."""
    _paper(reader, address + kinds[EVENT])
    for scale in reader.locator(".plot thead svg").all():
        boxes = scale.locator("text:visible").evaluate_all(BOXES)
        middles = [at for at, _, _ in boxes]
        gaps = [after - before for before, after in pairwise(middles)]
        assert max(gaps) - min(gaps) < 1
        assert all(end < start for (_, _, end), (_, start, _) in pairwise(boxes))


def test_no_mark_is_cut_at_the_end_of_a_scale(reader: Page, address: str, kinds: Kinds) -> None:
    """A browser cuts off what lies beyond the text of a sheet."""
    _paper(reader, address + kinds[EVENT])
    end = reader.locator(".page-main").evaluate("one => one.getBoundingClientRect().right")
    boxes = reader.locator(".plot tbody svg > *").evaluate_all(BOXES)
    assert boxes
    assert max(right for _, _, right in boxes) <= end


def test_lists_tell_where_they_are_from(reader: Page, address: str, kinds: Kinds) -> None:
    name = "Contested Chronology of Northern Syria"
    for kind in ("timeline", "actor"):
        _paper(reader, address + kinds[kind])
        last = reader.locator(".printed")
        expect(last).to_be_visible()
        expect(last).to_have_text(f"{name}, https://chronology.example/{kinds[kind]}")
        reader.emulate_media(media="screen")
        expect(last).to_be_hidden()


def test_sheets_are_few(reader: Page, address: str, kinds: Kinds) -> None:
    """Seven accounts on five sheets at most, sixty events on six, one account on one."""
    reader.goto(address + kinds["event with one account"])
    assert _pages(reader.pdf(format="A4", prefer_css_page_size=True)) == 1
    for kind, most in ((EVENT, 5), ("timeline", 6)):
        open_page(reader, address + kinds[kind])
        assert 1 < _pages(reader.pdf(format="A4", prefer_css_page_size=True)) <= most
