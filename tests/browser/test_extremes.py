"""Much at once, next to nothing, long and Arabic names: pages hold, and say what they have not."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.accessibility import STICKING_OUT, find_violations
from tests.support.browser import serve
from tests.support.built_sites import build_site, shared_site
from tests.support.extremes import (
    ARABIC_EVENT,
    LONG_EVENT,
    TOLD_EVENT,
    write_extremes,
    write_single,
)
from tests.support.filtered_list import expect_result, open_page

pytestmark = [pytest.mark.browser, pytest.mark.build]

LISTS = ("timeline/", "2021/06/", "differences/", "actors/busy/", "places/busy/")
PAGES = ("", *(f"events/{id}/" for id in (LONG_EVENT, ARABIC_EVENT, TOLD_EVENT)))
SINGLE = ("", "timeline/", "2021/", "places/", "actors/", "differences/", "outlets/")


@pytest.fixture(scope="module")
def extreme(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of much at once."""
    site = shared_site(
        tmp_path_factory,
        "extremes",
        lambda folder: build_site(write_extremes(tmp_path_factory.mktemp("extremes")), folder),
    )
    with serve(site) as address:
        yield address


def _sticking_out(page: Page, address: str) -> list[str]:
    found = []
    page.goto(address)
    for width in (1440, 320):
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width} px: {one}" for one in page.evaluate(STICKING_OUT)]
    return found


@pytest.mark.parametrize("path", LISTS)
def test_much_at_once_holds(reader: Page, extreme: str, path: str) -> None:
    assert _sticking_out(reader, extreme + path) == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wrong_with_long_names(reader: Page, extreme: str, path: str) -> None:
    assert _sticking_out(reader, extreme + path) == []
    assert find_violations(reader) == []


def test_one_event_without_a_place_holds(reader: Page, tmp_path: Path) -> None:
    project = write_single(tmp_path / "single")
    with serve(build_site(project, project / "site")) as address:
        for path in SINGLE:
            assert _sticking_out(reader, address + path) == []
            assert find_violations(reader) == []


@pytest.mark.parametrize("language", ["de", "tr"])
@pytest.mark.long
def test_long_words_are_parted_by_the_rules_of_their_language(
    reader: Page, tmp_path: Path, language: str
) -> None:
    """By browsers that have them; any other breaks the word where the line ends."""
    project = write_extremes(tmp_path / language, language)
    reader.set_viewport_size({"width": 320, "height": 800})
    with serve(build_site(project, project / "site")) as address:
        for path in (f"events/{LONG_EVENT}/", "timeline/", "2021/"):
            reader.goto(address + path)
            assert reader.evaluate(STICKING_OUT) == []
            title = reader.locator(":is(h1, h3):visible").first
            expect(title).to_have_css("hyphens", "auto")
            assert title.evaluate("one => one.closest('[lang]').lang") == language


def test_a_title_is_cut_at_its_own_end(reader: Page, extreme: str) -> None:
    """In the header, below two lines, where it stands when its heading has left the screen."""
    reader.set_viewport_size({"width": 360, "height": 600})
    for id, direction in ((ARABIC_EVENT, "rtl"), (LONG_EVENT, "ltr")):
        reader.goto(f"{extreme}events/{id}/")
        title = reader.locator(".md-header__topic .md-ellipsis").last
        expect(title).to_have_css("direction", direction)
        expect(title).to_have_css("text-align", "start")
        assert title.evaluate("one => one.scrollHeight > one.clientHeight")
        assert title.evaluate("one => one.scrollWidth <= one.clientWidth")
        assert title.evaluate("one => one.clientHeight < 2.5 * parseFloat("
                              "getComputedStyle(one).lineHeight)")  # fmt: skip
        reader.set_viewport_size({"width": 1440, "height": 600})
        expect(title).to_have_css("text-align", "left")  # in one line, where other titles begin
        reader.set_viewport_size({"width": 360, "height": 600})


def test_what_has_no_event_says_so(reader: Page, extreme: str) -> None:
    for path, words in (
        ("actors/idle/", "No event names this actor."),
        ("places/idle/", "No event is placed here."),
        ("sources/idle/", "No account is drawn from it."),
    ):
        reader.goto(extreme + path)
        expect(reader.get_by_text(words)).to_be_visible()
    assert find_violations(reader) == []


def test_a_long_month_leads_to_no_day_that_is_left_out(reader: Page, extreme: str) -> None:
    days = open_page(reader, f"{extreme}timeline/").locator(".month__day:visible")
    addresses = [day.get_attribute("href") or "" for day in days.all()]
    assert len(addresses) > 1
    open_page(reader, f"{extreme}timeline/?to={addresses[0].removeprefix('#d')}")
    expect(days).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_list_that_is_left_empty_says_why(reader: Page, extreme: str, scheme: str) -> None:
    """By a filter or a day: nothing of the list is left, no sentence about it either."""
    reader.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for query, words in (
        ("to=1900-01-01", "^0 of 304 events. Events would be found without the dates"),
        ("known=1900-01-01", "^0 of 304 events, as known on 1 January 1900. Events would be"),
        ("words=nowhere", "^0 of 304 events. Events would be found without the words"),
    ):
        page = open_page(reader, f"{extreme}timeline/?{query}")
        expect_result(page, re.compile(words))
        expect(page.locator(".years")).to_be_hidden()
        expect(page.get_by_text("is set larger")).to_be_hidden()
    assert find_violations(page) == []


def test_no_sentence_is_left_of_what_was_told_later(reader: Page, extreme: str) -> None:
    for path in ("actors/busy/", "places/busy/", "sources/paper-1/", "2021/", "2021/05/"):
        reader.goto(f"{extreme}{path}?known=1900-01-01")
        expect(reader.locator(".notice")).to_be_visible()
        for left in (".page > h2 ~ p", ".timeline-event", ".event-rows > li", ".year__lasting"):
            expect(reader.locator(f"{left}:visible")).to_have_count(0)


def test_a_search_that_finds_nothing_says_so(reader: Page, extreme: str) -> None:
    reader.goto(extreme)
    reader.get_by_role("textbox", name="Search").press_sequentially("zzzz", delay=20)
    status = reader.locator(".search__status")
    expect(status).to_have_text(re.compile("."))
    expect(status).to_have_attribute("aria-live", "polite")
    assert find_violations(reader) == []


def test_years_that_only_something_lasting_touches_are_named(reader: Page, extreme: str) -> None:
    """Where it is over before the next event, with its date."""
    reader.goto(f"{extreme}timeline/")
    lasting = reader.locator("#y2021 .year__lasting")
    expect(lasting).to_have_text("Begun earlier and going on in 2018 to 2021: A dispute that lasts")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_selected_and_where_a_link_leads_has_our_colours(
    reader: Page, extreme: str, scheme: str
) -> None:
    reader.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    reader.goto(f"{extreme}events/{TOLD_EVENT}/#paper-2")
    tokens = reader.evaluate(COLOURS)
    assert (
        reader.evaluate("getComputedStyle(document.body, '::selection').backgroundColor")
        == (tokens["--line"])
    )
    expect(reader.locator(".accounts :target > *").last).to_have_css(
        "background-color", tokens["--tint"]
    )
    link = reader.locator(".page a").first
    link.focus()
    expect(link).to_have_css("outline-color", tokens["--ink"])


COLOURS = """() => Object.fromEntries(['--line', '--tint', '--ink'].map(name => {
  const probe = document.body.appendChild(document.createElement('p'));
  probe.style.color = `var(${name})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return [name, color] }))"""
