"""The filter over a long list of actors or sources, which stands on several pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.model.records import Chronology
from generator.rendering.site_pages import render
from tests.support.accessibility import STICKING_OUT, find_violations
from tests.support.browser import serve
from tests.support.built_sites import build_outputs, shared_site
from tests.support.long_lists import names_of_people, with_many

pytestmark = [pytest.mark.browser, pytest.mark.build]
ACTORS, SOURCES = 600, 300
LIK = sum("lik" in name for name in names_of_people(ACTORS))


@pytest.fixture(scope="module")
def long_address(
    meresh_with_drafts: Chronology, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where a site with long lists is served."""

    def build(folder: Path) -> None:
        chronology = with_many(meresh_with_drafts, ACTORS, SOURCES, 20)
        build_outputs(folder, (o for o in render(chronology) if "/more-" not in o.path))

    with serve(shared_site(tmp_path_factory, "long lists", build) / "site") as address:
        yield address


def _open(page: Page, address: str) -> Page:
    page.goto(address)
    page.locator(".list-filter[data-ready=yes]").wait_for()
    return page


@pytest.fixture
def actors_page(reader: Page, long_address: str) -> Page:
    """The list of actors, when its filter is there."""
    return _open(reader, f"{long_address}actors/")


def _find(page: Page, words: str, said: str) -> None:
    page.get_by_role("searchbox", name="Filter").fill(words)
    expect(page.locator(".list-filter output")).to_have_text(said)


def test_names_are_found_on_all_pages_however_they_are_written(actors_page: Page) -> None:
    total = ACTORS + 8  # those of Meresh
    for words in ("Çetin Baren", "cetin  BAREN", "baren cetin"):
        _find(actors_page, words, f"1 of {total} actors")
        links = actors_page.locator(".registry-hits a:visible")
        expect(links).to_have_text(["Çetin Baren"])
    _find(actors_page, "zana", f"23 of {total} actors")  # of the last pages
    expect(actors_page.locator(".registry-hits h3")).to_have_text(["People", "States"])
    expect(actors_page.locator(".page h2:visible, .jumps:visible, .steps:visible")).to_have_count(1)
    _find(actors_page, "nobody", "Nothing found.")
    expect(actors_page.locator(".registry-hits a")).to_have_count(0)


def test_clearing_the_field_brings_the_list_back(actors_page: Page) -> None:
    before = actors_page.locator(".page a:visible").count()
    _find(actors_page, "zana", f"23 of {ACTORS + 8} actors")
    actors_page.keyboard.press("Enter")  # sends nothing
    expect(actors_page).to_have_url(f"{actors_page.url.partition('?')[0]}?words=zana")
    _find(actors_page, "", "")
    expect(actors_page.locator(".page a:visible")).to_have_count(before)
    expect(actors_page).to_have_url(actors_page.url.partition("?")[0])


def test_many_hits_are_drawn_in_portions(actors_page: Page) -> None:
    _find(actors_page, "lik", f"{LIK} of {ACTORS + 8} actors")
    hits = actors_page.locator(".registry-hits a")
    expect(hits).to_have_count(60)
    actors_page.get_by_role("button", name="Show 60 more").click()
    expect(hits).to_have_count(120)
    expect(hits.nth(60)).to_be_focused()


def test_an_address_carries_what_is_looked_for(reader: Page, long_address: str) -> None:
    _open(reader, f"{long_address}sources/list/1/?words=gazette+299")
    expect(reader.locator(".list-filter output")).to_have_text("1 of 305 sources")
    expect(reader.locator(".registry-hits a")).to_have_text(["“What was printed in number 299”"])


def test_the_filter_holds_to_a_day(reader: Page, long_address: str) -> None:
    _open(reader, f"{long_address}sources/?known=2012-12-31&words=gazette")
    expect(reader.locator(".list-filter output")).to_have_text("34 of 35 sources")
    expect(reader.locator(".registry-hits li li:visible")).to_have_count(34)


@pytest.mark.parametrize("kind", ["actors", "sources"])
def test_nothing_is_wrong_with_long_lists(reader: Page, long_address: str, kind: str) -> None:
    _open(reader, f"{long_address}{kind}/list/2/")
    for words in ("", "zana"):
        reader.get_by_role("searchbox", name="Filter").fill(words)
        expect(reader.locator(".hits")).to_have_count(1 if words else 0)
        for width in (360, 1440):
            reader.set_viewport_size({"width": width, "height": 800})
            assert [*find_violations(reader), *reader.evaluate(STICKING_OUT)] == []


def test_without_scripts_there_are_letters_and_no_field(
    browser: Browser, long_address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{long_address}actors/")
    expect(page.get_by_role("searchbox", name="Filter")).to_have_count(0)
    page.get_by_role("navigation", name="Jump to").get_by_role("link", name="Z").last.click()
    expect(page.locator(":target a").first).to_contain_text("Zana")
    context.close()
