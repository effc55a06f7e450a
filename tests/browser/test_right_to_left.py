"""Pages that read from right to left, and names that run the other way on pages of either kind."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.model.records import Chronology
from generator.rendering.language import ENGLISH, Language
from generator.rendering.site_pages import render
from tests.support.accessibility import STICKING_OUT, find_violations
from tests.support.browser import serve
from tests.support.built_sites import build_outputs, build_site, shared_site
from tests.support.filtered_list import open_page, wait_until_ready
from tests.support.projects import RIVERS, edit

pytestmark = [pytest.mark.browser, pytest.mark.build]

LANGUAGE = Language("ar", ENGLISH.grammar)
KARSK = "events/2021-05-06-karsk-gate-opens/"
PATHS = (
    *("", "timeline/", "actors/", "places/", "sources/", "differences/", "corrections/"),
    *("changes/", "2021/", "2021/05/", KARSK, "events/2003-dry-years/", "actors/water-league/"),
    *("places/karsk/", "sources/gazette-2021/", "about/", "404.html"),
)


@pytest.fixture(scope="module")
def mirrored(meresh: Chronology, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The made-up chronology with its Latin names, in Arabic."""

    def build(folder: Path) -> None:
        build_outputs(folder, render(meresh, language=LANGUAGE), language=LANGUAGE)

    with serve(shared_site(tmp_path_factory, "mirrored", build) / "site") as address:
        yield address


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wrong_on_any_kind_of_page(reader: Page, mirrored: str, path: str) -> None:
    """Axe looks at the narrow page alone: wide ones it sees from left to right."""
    reader.set_viewport_size({"width": 360, "height": 800})
    answer = reader.goto(f"{mirrored}{path}")
    assert answer
    assert answer.ok
    expect(reader.locator("body")).to_have_css("direction", "rtl")
    if path in ("timeline/", "differences/"):
        wait_until_ready(reader)
    found = find_violations(reader)
    for width in (360, 1440):
        reader.set_viewport_size({"width": width, "height": 800})
        wrong = reader.evaluate(STICKING_OUT)
        wrong += re.findall("</?h[1-6]>", reader.locator("body").inner_text())
        found += [f"{width} px: {one}" for one in wrong]
    assert found == []


# Drawings: time and numbers are mirrored, places are not, and no text is.


def _middle(locator: Locator) -> float:
    box = locator.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


def test_time_runs_from_right_to_left(reader: Page, mirrored: str) -> None:
    band = open_page(reader, f"{mirrored}timeline/").locator(".band")
    years = [_middle(band.get_by_text(year, exact=True)) for year in ("1998", "2010", "2021")]
    assert years == sorted(years, reverse=True)
    start = _middle(band.locator(".band__end--start").first)
    assert start > _middle(band.locator(".band__end--end").first)
    # A text is turned as often as its drawing.
    scales = band.locator("svg.band__plot, svg.band__plot text").evaluate_all(
        "all => [...new Set(all.map(one => getComputedStyle(one).scale))]"
    )
    assert scales == ["-1 1"]


def test_figures_and_dates_run_as_time_does(reader: Page, mirrored: str) -> None:
    reader.goto(f"{mirrored}{KARSK}")
    for texts in (".plot thead text", ".date-plot__number"):
        first = reader.locator(texts).first
        last = first.locator("xpath=following-sibling::*[last()]")
        assert _middle(first) > _middle(last), texts


def test_the_way_of_what_is_said_points_as_it_is_read(reader: Page, mirrored: str) -> None:
    reader.goto(f"{mirrored}{KARSK}")
    drawn = "element => getComputedStyle(element, '::before').content"
    ways = reader.locator(".chains dt:has(a) ~ dd")
    assert '"← "' in ways.first.evaluate(drawn)


def test_a_map_is_a_map(reader: Page, mirrored: str, meresh_address: str) -> None:
    names = []
    for address in (mirrored, meresh_address):
        reader.goto(f"{address}places/")
        plot = reader.locator(".map__plot").bounding_box()
        assert plot is not None
        texts = reader.locator(".map__plot text").all()
        names.append([round(_middle(text) - plot["x"]) for text in texts])
    assert names[0]
    assert names[0] == names[1]


def test_keys_go_where_they_point(reader: Page, mirrored: str) -> None:
    """The left arrow key goes to the left, which is later; up is later on every page."""
    page = open_page(reader, f"{mirrored}timeline/")
    start, end = (page.locator(f".band__end--{name}").first for name in ("start", "end"))
    before = _middle(start)
    start.press("ArrowLeft")
    expect(page.locator("[name=from]")).to_have_value("1998-02-01")
    assert _middle(start) <= before
    start.press("ArrowUp")
    start.press("ArrowRight")
    start.press("PageUp")
    expect(page.locator("[name=from]")).to_have_value("1999-02-01")
    end.press("ArrowRight")
    expect(page.locator("[name=to]")).to_have_value("2021-11-30")


def test_a_stretch_is_drawn_from_right_to_left(reader: Page, mirrored: str) -> None:
    page = open_page(reader, f"{mirrored}timeline/")
    box = page.locator(".band__strip").first.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] - 8
    page.mouse.move(box["x"] + box["width"] * 0.98, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, y, steps=4)
    page.mouse.up()
    expect(page.locator("[name=from]")).to_have_value("1998-06-25")
    veil = page.locator(".band__brush").first.bounding_box()
    assert veil is not None
    assert veil["x"] + veil["width"] > box["x"] + box["width"] * 0.97


# Names of the other direction keep their order, and leave that of their neighbours alone.

# The words of an element as they are drawn: line by line, from left to right.
WORDS = """one => {
  const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
  const words = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const found of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      words.push([range.getBoundingClientRect(), found[0]]);
    }
  const isLower = (a, b) => a.top > (b.top + b.bottom) / 2;
  return words.sort(([a], [b]) => isLower(a, b) - isLower(b, a) || a.x - b.x)
    .map(([, word]) => word);
}"""


def test_an_id_is_written_from_the_left(reader: Page, mirrored: str) -> None:
    reader.goto(f"{mirrored}about/")
    sentence = "<p id='typed'>حدث <code>2021-05-06-gate</code> هنا</p>"
    reader.locator(".page").evaluate(
        "(page, html) => page.insertAdjacentHTML('beforeend', html)", sentence
    )
    words = reader.locator("#typed").evaluate(WORDS)
    assert words == ["هنا", "2021", "05", "06", "gate", "حدث"]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The rivers, where a newspaper, an article, an actor and an event have Arabic names."""
    project = Path(shutil.copytree(RIVERS, tmp_path_factory.mktemp("mixed") / "rivers"))
    edit(
        project / "events/sources.yml",
        ("outlet: The Gazette", "outlet: عنب بلدي"),
        ("title: Pause at the bend", 'title: "تقرير: حلب 2021"'),
        ("language: en", "language: ar"),
    )
    edit(project / "events/actors.yml", ("name: Upper Basin Council", "name: مجلس الحوض"))
    edit(
        project / "events/2021/2021-05-04-pause-in-pumping.yml",
        ("title: Two river cities announce a pause in pumping", 'title: "حلب: 12 قتيلا (تقرير)"'),
    )
    with serve(build_site(project, project / "site")) as address:
        yield address


PAUSE = "events/2021-05-04-pause-in-pumping/"
TITLE = ["تقرير", "قتيلا", "12", "حلب"]


@pytest.mark.parametrize(
    ("path", "place", "words"),
    [
        (PAUSE, "h1", TITLE),
        (PAUSE, ".glance dd a[href='#gazette-2021-05-05']", ["بلدي", "عنب", "5", "May", "2021"]),
        (
            PAUSE,
            "h2#sources + * li:first-child > a:first-child",
            ["بلدي", "عنب", "2021", "حلب", "تقرير", "5", "May", "2021"],
        ),
        (
            PAUSE,
            "#cite-text",
            [*TITLE, "4", "May", "2021", "told", "by", "بلدي", "عنب", "and", "Ostrany", "Courier"],
        ),
        ("timeline/", "#y2021 h3 >> nth=0", TITLE),
        ("timeline/", "text=/^.?عنب/ >> nth=0", ["بلدي", "عنب", "5", "May", "2021"]),
        ("sources/", ".registry-list li:has(a[href*=gazette])",
         ["5", "May", "2021", "2021", "حلب", "تقرير", "2", "accounts"]),
        ("actors/", ".registry-list a[href*=council]", ["الحوض", "مجلس"]),
        ("2021/05/", ".timeline-event h3 >> nth=0", TITLE),
        ("changes/", "h2:has([href*=pause]) >> nth=0", TITLE),
    ],
)  # fmt: skip
def test_a_name_keeps_its_order_and_moves_nothing(
    reader: Page, mixed: str, path: str, place: str, words: list[str]
) -> None:
    """In an English page: an Arabic name from right to left, all around it from left to right."""
    reader.goto(f"{mixed}{path}")
    if path == "timeline/":
        wait_until_ready(reader)
    assert reader.locator(place).evaluate(WORDS)[: len(words)] == words


def test_a_result_of_the_search_keeps_its_order(reader: Page, mixed: str) -> None:
    reader.goto(mixed)
    reader.get_by_role("textbox", name="Search").press_sequentially("حلب", delay=20)
    # Until then, each letter may bring other results in the place of those that are there.
    expect(reader.locator("[data-search]")).to_have_attribute("data-found", "حلب")
    assert reader.locator(".search__list a").first.evaluate(WORDS) == TITLE


def test_a_callout_that_begins_with_a_number_is_read_from_the_right(
    reader: Page, mixed: str
) -> None:
    reader.goto(f"{mixed}timeline/")
    lines = "<tspan x='90%'>39 من 49 حدثا</tspan><tspan x='90%' dy='18'>حتى 2021</tspan>"
    plot = reader.locator(".band__plot").first
    text = f"<text class='callout' x='90%' y='16'>{lines}</text>"
    plot.evaluate("(plot, text) => plot.insertAdjacentHTML('beforeend', text)", text)
    words = plot.locator(".callout").last.evaluate(WORDS)
    assert words == ["حدثا", "49", "من", "39", "2021", "حتى"]
