"""The page of all differences where it has parts: filters work over all of them."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.loading.loader import load
from generator.model.records import Chronology
from generator.rendering.site_pages import render
from tests.support.big_chronology import write_big_chronology
from tests.support.browser import serve
from tests.support.built_sites import build_outputs, shared_site
from tests.support.filtered_list import expect_result, open_page, wait_until_ready

pytestmark = [pytest.mark.browser, pytest.mark.build]
EVENTS = 70
"""Two days apart from 1 January 2001: January to May. Their differences do not fit on one page."""
DIFFERENCES = 3 * EVENTS
SHOWN = ".difference-list section:visible"
TITLES = ".difference-list h2 a:visible"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Chronology:
    """A chronology with as many differences as one page does not hold."""
    project = write_big_chronology(tmp_path_factory.mktemp("made"), EVENTS)
    return load(project, project / "events").chronology


@pytest.fixture(scope="module")
def made_address(made: Chronology, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where its site is served."""
    site = shared_site(
        tmp_path_factory, "many differences", lambda folder: build_outputs(folder, render(made))
    )
    with serve(site / "site") as address:
        yield address


def _events_by_word(made: Chronology) -> dict[str, list[str]]:
    """Return, for each word of a title, the ids of the events in whose title it stands."""
    titles = {event.id: event.title.lower() for event in made.events}
    words = {word for title in titles.values() for word in title.split()}
    return {word: [id for id in titles if word in titles[id]] for word in sorted(words)}


@pytest.fixture
def differences_page(reader: Page, made_address: str) -> Page:
    """The differences, when their filters are there."""
    return open_page(reader, f"{made_address}differences/")


def test_all_differences_are_counted_and_the_newest_part_is_shown(differences_page: Page) -> None:
    expect_result(differences_page, f"All {DIFFERENCES} differences")
    days = differences_page.locator(".difference-list__date").all_inner_texts()
    assert days
    assert {day.partition(" ")[2] for day in days} == {"May 2001"}
    expect(differences_page.locator(".steps")).to_be_visible()
    expect(differences_page.locator(".hits")).to_have_count(0)


def test_what_is_found_comes_from_other_parts(differences_page: Page) -> None:
    page = differences_page
    page.get_by_label("to", exact=True).fill("2001-01-03")
    expect_result(page, f"6 of {DIFFERENCES} differences")
    expect(page.locator(SHOWN)).to_have_count(6)
    expect(page.locator(".difference-list__date:visible")).to_have_text(
        ["1 January 2001", "3 January 2001"]
    )
    expect(page.locator(".steps")).to_be_hidden()
    page.get_by_role("link", name="Clear").click()
    expect_result(page, re.compile("^All "))
    expect(page.locator(".hits")).to_have_count(0)
    expect(page.locator(".steps")).to_be_visible()


def test_only_the_sections_that_pass_are_shown(differences_page: Page) -> None:
    page = differences_page
    page.locator('[data-facet="on"] [value=labels]').check()
    page.get_by_label("to", exact=True).fill("2001-01-05")
    expect_result(page, f"3 of {DIFFERENCES} differences")
    expect(page.locator(SHOWN)).to_have_count(3)
    assert all(page.locator(SHOWN).nth(n).locator("q").count() for n in range(3))
    page.locator('[data-facet="on"] [value=labels]').uncheck()
    expect(page.locator(SHOWN)).to_have_count(9)


def test_more_are_shown_on_request_and_focus_goes_on(differences_page: Page) -> None:
    page = differences_page
    page.locator('[data-facet="on"] [value=figures]').check()
    expect_result(page, f"{2 * EVENTS} of {DIFFERENCES} differences")
    expect(page.locator(SHOWN)).to_have_count(60)
    more = page.locator(".hits button")
    more.click()
    expect(page.locator(SHOWN)).to_have_count(120)
    expect(page.locator(".difference-list > li:visible").nth(30).locator("h2 a")).to_be_focused()
    more.click()
    expect(page.locator(SHOWN)).to_have_count(2 * EVENTS)
    expect(more).to_be_hidden()
    expect(page.locator(".difference-list > li:visible")).to_have_count(EVENTS)


def test_words_are_looked_for_in_all_parts(differences_page: Page, made: Chronology) -> None:
    page = differences_page
    word = next(
        word
        for word, ids in _events_by_word(made).items()
        if len(word) > 3 and len({id[:7] for id in ids}) > 1  # in several months
    )
    same = _events_by_word(made)[word]
    page.get_by_label("in titles and values").fill(f"{word} KILLED")
    expect_result(page, f"{len(same)} of {DIFFERENCES} differences")
    expect(page.locator(TITLES)).to_have_count(len(same))
    expect(page).to_have_url(re.compile(r"\?words=.*KILLED$"))
    page.reload()
    wait_until_ready(page)
    expect(page.locator(TITLES)).to_have_count(len(same))
    hrefs = page.locator(TITLES).evaluate_all("all => all.map(a => a.pathname)")
    assert [href.strip("/").rpartition("/")[2] for href in hrefs] == same


def test_a_value_found_leads_to_its_cell(differences_page: Page, made: Chronology) -> None:
    page = differences_page
    page.get_by_label("to", exact=True).fill("2001-01-01")
    page.locator(".hits .value-list a").first.click()
    expect(page).to_have_url(re.compile(f"/events/{made.events[0].id}/#source-0-f-killed$"))
    expect(page.locator("td:target")).to_be_visible()


def test_a_part_that_cannot_be_fetched_is_told(browser: Browser, made_address: str) -> None:
    """In a page of its own, for what failed stands in the console."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/differences/2001/01/", lambda route: route.fulfill(status=500))
    open_page(page, f"{made_address}differences/?to=2001-01-03")
    expect(page.locator(".result output")).to_contain_text("differences/2001/01/: 500")
    context.close()


def test_without_javascript_every_part_is_reached(browser: Browser, made_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{made_address}differences/")
    seen: list[str] = []
    while True:
        seen = [*page.locator(TITLES).evaluate_all("all => all.map(a => a.pathname)"), *seen]
        before = page.locator(".steps a[rel=prev]")
        if not before.count():
            break
        before.click()
    assert len(seen) == len(set(seen)) == EVENTS
    context.close()
