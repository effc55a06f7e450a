"""The search as readers use it: what is typed is found, and the answers are worth reading."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import serve
from tests.support.built_sites import build_site, shared_site
from tests.support.keyboard_focus import read_focus
from tests.support.search_project import write_search_project

pytestmark = [pytest.mark.browser, pytest.mark.build]

DAY, SPAN, MONTH = "2026-01-09-day", "2026-01-span", "2026-01-month"
PEOPLE, COUNTED, WORKERS = "2025-05-04-people", "2025-06-01-counted", "2024-02-01-workers"

FINDS = {
    **dict.fromkeys(("Halep", "halep", "HALEP", "حلب", "بحلب", "Halep'te", "Aleppo"), DAY),
    **dict.fromkeys(("SDG", "hsd", "قسد", "نيروهاي", "نیروهای کرد", "Türkiye", "TÜRKİYE"), COUNTED),
    **dict.fromkeys(("turkiye", "تُركيا", "تركيا", "بتركيا"), COUNTED),
    **dict.fromkeys(
        ("140000", "140,000", "140.000", "140 000", "١٤٠٠٠٠", "c130", "C-130"), COUNTED
    ),
    **dict.fromkeys(
        ("işçi", "İŞÇİ", "isci", "ISCI", "ışçi", "القاهره", "القاهرة", "قاهرة"), WORKERS
    ),
    **dict.fromkeys(("lodz", "ŁÓDŹ"), MONTH),
    **dict.fromkeys(("dordevic", "ığdır", "IĞDIR", "igdir", "people's", "peoples"), PEOPLE),
    **dict.fromkeys(("Ra's al-Ayn", "ras al ayn", "Erdoğan’ın", "erdogan", "Erdoğan'a"), PEOPLE),
    **dict.fromkeys(("an26", "AN-26", "AN 26"), PEOPLE),
    **dict.fromkeys(("الهام احمد", "إلهام أحمد", "اِلهام"), SPAN),
    **dict.fromkeys(("ışık", "IŞIK", "isik"), DAY),
    **dict.fromkeys(("soren", "SØREN"), "2024-03-01-others"),
    **dict.fromkeys(("strasse", "STRAẞE"), "2024-04-01-more"),
    "aethelred": "2024-05-01-last",
    **dict.fromkeys(("Esad", "الاسد", "والأسد", "اسد", "esadlar"), "2024-06-01-asad"),
}
DAYS = ("2026-01-09", "9 January 2026", "9 Ocak 2026", "January 9, 2026", "9.1.2026", "09/01/2026",
        "9th of January 2026", "9 Ocak 2026’da", "٩ يناير ٢٠٢٦", "9 كانون الثاني 2026",
        "9 Jan 2026")  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The made site's address."""
    project = tmp_path_factory.mktemp("search") / "project"
    site = shared_site(
        tmp_path_factory,
        "search",
        lambda folder: build_site(write_search_project(project), folder),
    )
    with serve(site) as address:
        yield address


def _search(page: Page, words: str) -> None:
    """Type words anew, and wait for what is found."""
    field = page.get_by_role("textbox", name="Search")
    field.fill("")
    field.press_sequentially(words)
    expect(page.locator("[data-search]")).to_have_attribute("data-found", words)


def _found(page: Page, group: str = "event") -> list[str]:
    """The addresses of the results of a group, in their order."""
    links = page.locator(f"[aria-labelledby=search_{group}] a")
    hrefs = links.evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    return [href.strip("/").rpartition("/")[2] for href in hrefs]


@pytest.mark.long
def test_what_is_typed_is_found(reader: Page, made: str) -> None:
    reader.goto(made)
    missed = {}
    for words, event in FINDS.items():
        _search(reader, words)
        if _found(reader)[:1] != [event]:
            missed[words] = _found(reader)
    assert missed == {}


def test_a_day_gives_the_events_of_that_day_first(reader: Page, made: str) -> None:
    reader.goto(made)
    found = {}
    for words in DAYS:
        _search(reader, words)
        found[words] = _found(reader)
    assert {words: ids for words, ids in found.items() if ids[0] != DAY} == {}
    assert {frozenset(ids) for ids in found.values()} == {frozenset((DAY, SPAN, MONTH))}


def test_a_month_gives_its_events_alone(reader: Page, made: str) -> None:
    reader.goto(made)
    for words in ("January 2026", "Ocak 2026", "2026-01", "2026 January"):
        _search(reader, words)
        assert {*_found(reader)} == {DAY, SPAN, MONTH}, words
    _search(reader, "January 2026 rain")
    assert _found(reader) == [MONTH]


def test_results_stand_in_groups_each_once(reader: Page, made: str) -> None:
    reader.goto(made)
    _search(reader, "Halep")
    groups = reader.locator(".search__group").all_inner_texts()
    assert groups == ["Events 1", "Places 1"]
    assert _found(reader, "place") == ["aleppo"]
    _search(reader, "method")
    assert _found(reader, "page") == ["about"]


def test_a_result_has_its_date_its_kind_and_the_sentence(reader: Page, made: str) -> None:
    reader.goto(made)
    _search(reader, "envoy")
    row = reader.locator(".search__list li").first
    expect(row.locator(".search__about")).to_have_text("4 May 2025 · Talks")
    expect(row).to_contain_text("Erdoğan’ın envoy arrived with an AN-26.")
    expect(row.locator("mark")).to_have_text("envoy")


def test_nothing_of_the_index_is_asked_for_before_the_first_key(reader: Page, made: str) -> None:
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto(made)
    reader.keyboard.press("/")
    expect(reader.get_by_role("textbox", name="Search")).to_be_focused()
    reader.wait_for_timeout(300)
    assert [url for url in asked if "/data/search/" in url] == []
    reader.keyboard.type("halep")
    expect(reader.locator(".search__list a").first).to_be_visible()
    assert [url for url in asked if "/data/search/" in url]


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_leads_to_the_search_and_escape_back(reader: Page, made: str, key: str) -> None:
    reader.goto(made)
    field = reader.get_by_role("textbox", name="Search")
    reader.keyboard.press(key)
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    reader.keyboard.type(key)  # and is a letter there
    expect(field).to_have_value(key)
    reader.keyboard.press("Escape")
    expect(field).not_to_be_focused()
    expect(reader.locator(".search__panel")).to_be_hidden()


def test_the_best_is_opened_by_enter_and_marked_on_its_page(reader: Page, made: str) -> None:
    reader.goto(made)
    reader.keyboard.press("/")
    reader.keyboard.type("envoy")
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("people’s council")
    mark = reader.locator(".page mark").first
    expect(mark).to_have_text("envoy")
    expect(mark).to_have_css("text-decoration-line", "none")  # it is no link


def test_arrows_go_through_the_results(reader: Page, made: str) -> None:
    reader.goto(made)
    _search(reader, "talks")
    links = reader.locator(".search__list a")
    reader.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    reader.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    reader.keyboard.press("ArrowUp")
    reader.keyboard.press("ArrowUp")
    expect(reader.get_by_role("textbox", name="Search")).to_be_focused()


def test_filters_hold_in_the_search(reader: Page, made: str) -> None:
    reader.goto(made)
    _search(reader, "told")
    total = len(_found(reader))
    reader.get_by_text("Filters", exact=True).click()
    for name, choice, expected in (
        ("Kind", "Talks", {"2024-03-01-others", "2024-04-01-more", "2024-05-01-last",
                           "2024-06-01-asad", PEOPLE, SPAN}),
        ("Place", "Iğdır", {PEOPLE}),
        ("Actor", "Işık", {DAY}),
        ("From the year", "2026", {DAY, SPAN, MONTH}),
    ):  # fmt: skip
        select = reader.get_by_role("combobox", name=name)
        select.select_option(choice)
        expect(reader.locator(".search__status")).to_have_text(
            f"{len(expected)} result{'s' if len(expected) > 1 else ''}"
        )
        assert {*_found(reader)} == expected, name
        select.select_option("")
    expect(reader.get_by_role("combobox", name="Source")).to_be_visible()
    assert total == 6  # of ten: the rest on demand
    reader.get_by_role("button", name="4 more").click()
    assert len(_found(reader)) == 10


def test_where_no_page_has_all_words_it_is_said(reader: Page, made: str) -> None:
    reader.goto(made)
    _search(reader, "envoy rain zzzz")
    expect(reader.locator(".search__status")).to_contain_text("No page has all of these words")
    assert {*_found(reader)} == {PEOPLE, MONTH}
    _search(reader, "zzzz")
    expect(reader.locator(".search__status")).to_have_text("Nothing found.")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_focus_is_seen_all_the_way_through(reader: Page, made: str, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 740})
    reader.goto(made)
    if width == 360:
        reader.get_by_role("button", name="Search").click()
    _search(reader, "meet")
    lost: list[str] = []
    names: list[str] = []
    while not names or reader.evaluate("Boolean(document.activeElement.closest('.search'))"):
        at = read_focus(reader)
        names.append(at.name)
        lost += [at.name] if at.is_lost else []
        reader.keyboard.press("Tab")
    assert lost == []
    assert len(names) > 5


def test_on_a_telephone_it_is_behind_a_sign(reader: Page, made: str) -> None:
    reader.set_viewport_size({"width": 360, "height": 700})
    reader.goto(made)
    field = reader.get_by_role("textbox", name="Search")
    expect(field).to_be_hidden()
    reader.get_by_role("button", name="Search").click()
    expect(field).to_be_focused()
    field.press_sequentially("halep")
    expect(reader.locator(".search__list a").first).to_be_visible()
    assert reader.evaluate("document.documentElement.scrollWidth") <= 360
    reader.keyboard.press("Escape")
    expect(field).to_be_hidden()
