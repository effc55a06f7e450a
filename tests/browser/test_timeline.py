"""The timeline's filters. Its band: test_band.py; by keyboard: test_keyboard.py."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.analysis.differences import differ
from generator.loading.loader import load
from generator.model.records import Chronology
from generator.rendering.assets import assets
from generator.rendering.context import Context
from generator.rendering.drawing_inputs import ChronologyDrawings
from generator.rendering.pages.timeline import timeline
from generator.validation.pruning import without_dangling_references
from tests.support.big_chronology import write_big_chronology
from tests.support.browser import serve
from tests.support.built_sites import build_outputs
from tests.support.filtered_list import expect_result, open_page, shown_events, wait_until_ready

pytestmark = [pytest.mark.browser, pytest.mark.build]


def _choice(page: Page, facet: str, name: str) -> str:
    """The count beside a choice."""
    label = page.locator(f'[data-facet="{facet}"] label', has_text=name)
    return label.locator(".filters__n").inner_text()


def _ids(chronology: Chronology) -> list[str]:
    return [event.id for event in chronology.events]


def test_all_events_are_there_and_nothing_is_chosen(
    timeline_page: Page, meresh: Chronology
) -> None:
    expect_result(timeline_page, f"All {len(meresh.events)} events")
    assert shown_events(timeline_page) == _ids(meresh)
    expect(timeline_page.get_by_role("search", name="Filter the timeline")).to_be_visible()
    expect(timeline_page.get_by_role("link", name="Clear")).to_be_hidden()
    assert "?" not in timeline_page.url


def test_choices_of_a_facet_combine_as_it_says(timeline_page: Page, meresh: Chronology) -> None:
    timeline_page.get_by_label("agreement").check()
    expect_result(timeline_page, f"1 of {len(meresh.events)} events")
    assert shown_events(timeline_page) == ["2021-05-04-pause-in-pumping"]
    timeline_page.get_by_label("incident").check()  # any of
    kinds = [e.id for e in meresh.events if e.kind in {"agreement", "incident"}]
    expect(timeline_page.locator(".timeline-event:visible")).to_have_count(len(kinds))
    assert shown_events(timeline_page) == kinds
    actors = timeline_page.locator('[data-facet="actor"]')
    actors.get_by_label("Ostrany Water League").check()
    actors.get_by_label("Ministry of Rivers").check()  # all of
    expect_result(timeline_page, f"1 of {len(meresh.events)} events")
    assert shown_events(timeline_page) == ["2021-05-06-karsk-gate-opens"]


def test_choosing_an_outlet_leaves_the_events_it_tells_of(
    timeline_page: Page, meresh: Chronology
) -> None:
    outlet = "Ostrany Courier"
    said = [
        event.id
        for event in meresh.events
        if any(meresh.sources[account.source].outlet == outlet for account in event.accounts)
    ]
    for choice in timeline_page.locator('[data-facet="source"] label', has_text=outlet).all():
        choice.click()
    expect_result(timeline_page, f"{len(said)} of {len(meresh.events)} events")
    assert shown_events(timeline_page) == said


def test_counts_follow_the_other_filters(timeline_page: Page, meresh: Chronology) -> None:
    works = sum(event.kind == "works" for event in meresh.events)
    assert _choice(timeline_page, "kind", "works") == str(works)
    timeline_page.locator('[data-facet="place"]').get_by_label("Karsk weir").check()
    expect_result(timeline_page, re.compile("^3 of"))
    assert _choice(timeline_page, "kind", "works") == "1"
    assert _choice(timeline_page, "kind", "statement") == "0"
    # Its own facet goes on counting what another choice would add.
    assert _choice(timeline_page, "place", "Ostrany") == "2"


def test_events_can_be_narrowed_to_those_where_accounts_differ(
    timeline_page: Page, meresh: Chronology
) -> None:
    timeline_page.get_by_label("anything").check()
    expected = [event.id for event in meresh.events if differ(event)]
    expect(timeline_page.locator(".timeline-event:visible")).to_have_count(len(expected))
    assert shown_events(timeline_page) == expected


def test_a_period_takes_in_what_it_touches(timeline_page: Page, meresh: Chronology) -> None:
    timeline_page.get_by_label("from", exact=True).fill("2004-06-01")
    timeline_page.get_by_label("to", exact=True).fill("2018-04-10")
    expect_result(timeline_page, re.compile("^5 of"))
    held = [e.id for e in meresh.events if 2003 <= e.date.anchor.year <= 2018]
    assert len(held) == 5  # from 2003 to 2005, to 10 or 11 April
    assert shown_events(timeline_page) == held


def test_words_are_looked_for_in_titles_and_summaries(timeline_page: Page) -> None:
    search = timeline_page.get_by_label("in titles and summaries")
    search.fill("NEW gauge")
    expect_result(timeline_page, re.compile("^1 of"))
    assert shown_events(timeline_page) == ["2009-02-xx-gauge"]
    search.fill("sluice")  # in a summary only
    expect_result(timeline_page, re.compile("^1 of"))
    search.fill("sirnak")  # Şırnak ≠ İzmir
    expect_result(timeline_page, re.compile("^1 of"))
    expect(search).to_be_focused()


def test_gaps_and_empty_years_vanish(timeline_page: Page) -> None:
    expect(timeline_page.locator(".gap:visible").first).to_be_visible()
    timeline_page.get_by_label("agreement").check()
    expect(timeline_page.locator(".years .year:visible")).to_have_count(1)
    expect(timeline_page.locator(".years .month:visible")).to_have_count(1)
    expect(timeline_page.locator(".gap:visible")).to_have_count(0)
    timeline_page.get_by_role("link", name="Clear").click()
    expect(timeline_page.locator(".gap:visible").first).to_be_visible()


def test_a_day_is_printed_for_the_first_that_is_left(timeline_page: Page) -> None:
    row = timeline_page.locator(".timeline-event", has_text="The Karsk gate opens")
    assert "event--same" in (row.get_attribute("class") or "")
    timeline_page.get_by_label("incident").check()
    expect(row).not_to_have_class(re.compile("event--same"))
    timeline_page.get_by_label("incident").uncheck()
    expect(row).to_have_class(re.compile("event--same"))


def test_no_result_says_what_to_relax(timeline_page: Page, meresh: Chronology) -> None:
    timeline_page.get_by_label("agreement").check()
    timeline_page.get_by_label("from", exact=True).fill("2021-05-06")
    late = sum(e.date.latest is None or e.date.latest >= date(2021, 5, 6) for e in meresh.events)
    total = len(meresh.events)
    expect_result(
        timeline_page,
        f"0 of {total} events. Events would be found without the kinds ({late}), "
        "or without the dates (1).",
    )
    timeline_page.get_by_label("to", exact=True).fill("2021-05-01")
    expect_result(timeline_page, f"0 of {total} events. The first date is after the second.")


def test_the_address_carries_the_view(timeline_page: Page, reader: Page) -> None:
    timeline_page.get_by_label("statement").check()
    timeline_page.get_by_label("to", exact=True).fill("2021-05-06")
    timeline_page.get_by_label("in titles and summaries").fill("ruling")
    expect(timeline_page).to_have_url(
        re.compile(r"/timeline/\?words=ruling&to=2021-05-06&kind=statement$")
    )
    shown = shown_events(timeline_page)
    assert shown == ["2009-02-ruling"]
    timeline_page.reload()
    wait_until_ready(timeline_page)
    assert shown_events(timeline_page) == shown
    expect(timeline_page.get_by_label("statement")).to_be_checked()
    expect(timeline_page.get_by_label("to", exact=True)).to_have_value("2021-05-06")
    timeline_page.get_by_role("link", name="A court rules").click()
    expect(timeline_page).to_have_url(re.compile("/events/2009-02-ruling/$"))
    timeline_page.go_back()
    wait_until_ready(timeline_page)
    expect_result(timeline_page, re.compile("^1 of"))
    assert shown_events(timeline_page) == shown
    expect(timeline_page.get_by_label("in titles and summaries")).to_have_value("ruling")


def test_an_address_with_nonsense_shows_everything(reader: Page, meresh_address: str) -> None:
    page = open_page(reader, f"{meresh_address}timeline/?kind=nothing&from=yesterday&x=<b>#y2021")
    expect_result(page, re.compile("^All "))


def test_clear_is_a_link_and_focus_goes_on(timeline_page: Page) -> None:
    timeline_page.get_by_label("agreement").check()
    expect(timeline_page.locator(".filters__on")).to_have_text("1 chosen")
    clear = timeline_page.get_by_role("link", name="Clear")
    clear.focus()
    timeline_page.keyboard.press("Enter")
    expect_result(timeline_page, re.compile("^All "))
    expect(timeline_page.locator(".filters > summary")).to_be_focused()
    expect(timeline_page).to_have_url(re.compile("/timeline/$"))


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


def test_a_list_tells_other_scripts_what_it_shows(timeline_page: Page) -> None:
    timeline_page.evaluate(
        "document.addEventListener('chronology:filtered', e => { window.heard = e.detail })"
    )
    timeline_page.get_by_label("from", exact=True).fill("2021-05-04")
    timeline_page.get_by_label("to", exact=True).fill("2021-05-05")
    expect_result(timeline_page, re.compile("^[1-9]"))
    timeline_page.wait_for_function("window.heard.to === '2021-05-05'")
    heard = timeline_page.evaluate("window.heard")
    assert (heard["from"], heard["to"], heard["isOn"]) == ("2021-05-04", "2021-05-05", True)


def test_without_javascript_the_whole_list_and_no_form(
    browser: Browser, meresh_address: str, meresh: Chronology
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{meresh_address}timeline/?kind=agreement&known=2021-05-06")
    assert shown_events(page) == _ids(meresh)
    for part in (".filters", ".filtered-list form", ".as-known-on", ".result", "form#filter input"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.get_by_role("group", name=re.compile(r"^\d+ events from "))).to_be_visible()
    expect(page.get_by_role("slider")).to_have_count(0)
    context.close()


def test_filters_work_with_instant_loading(
    reader: Page, instant_address: str, meresh: Chronology
) -> None:
    """No page is loaded anew, and the filters are there each time."""
    reader.goto(f"{instant_address}about/")
    reader.evaluate("window.stays = true")
    reader.get_by_role("link", name="Timeline", exact=True).first.click()
    wait_until_ready(reader)
    expect_result(reader, f"All {len(meresh.events)} events")
    reader.get_by_label("As known on").fill("2021-05-08")
    reader.get_by_label("incident").check()
    expect(reader).to_have_url(re.compile(r"/timeline/\?known=2021-05-08&kind=incident$"))
    shown = shown_events(reader)
    reader.get_by_role("link", name=re.compile("The Karsk gate")).click()
    expect(reader.locator(".notice")).to_contain_text("1 later account hidden")
    expect(reader).to_have_url(re.compile(r"\?known=2021-05-08$"))
    reader.go_back()
    wait_until_ready(reader)
    expect(reader.get_by_label("incident")).to_be_checked()
    expect(reader.get_by_label("As known on")).to_have_value("2021-05-08")
    assert shown_events(reader) == shown
    reader.get_by_role("link", name="Clear").click()
    expect_result(reader, f"All {len(meresh.events)} events")
    assert reader.evaluate("window.stays") is True


def test_dates_the_wrong_way_round_are_named(reader: Page, meresh_address: str) -> None:
    page = open_page(reader, f"{meresh_address}timeline/?from=2021-12-01&to=2021-01-01")
    expect_result(page, re.compile(r"The first date is after the second\.$"))


# Five thousand events


TOOK = "performance.getEntriesByName('chronology:filtered').at(-1).duration"


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The timeline of 5,000 made events as a site; their own pages are left out."""
    folder = tmp_path_factory.mktemp("large")
    write_big_chronology(folder / "made", 5000)
    chronology = without_dangling_references(
        load(folder / "made", folder / "made/events").chronology
    )
    context = Context(chronology)
    pages = timeline(context, ChronologyDrawings(context))
    return build_outputs(folder / "plain", [*pages, *assets(context.language)])


def test_five_thousand_events_are_light_and_answer_at_once(reader: Page, large: Path) -> None:
    html = (large / "timeline/index.html").stat().st_size
    assert html <= 300_000
    with serve(large) as address:
        page = open_page(reader, f"{address}timeline/")
        expect_result(page, "All 5,000 events")
        took: list[float] = []

        def note(text: str) -> None:
            expect_result(page, re.compile(text))
            took.append(page.evaluate(TOOK))

        page.get_by_label("incident").check()
        note("^1,667 of 5,000 events$")
        expect(page.locator(".years")).to_be_hidden()
        hits = page.locator(".hits li")
        expect(hits).to_have_count(200)
        expect(hits.first).to_contain_text("15 August 1992")
        page.get_by_role("button", name="Show 200 more of 1,467").click()
        expect(hits).to_have_count(400)
        expect(hits.nth(200).get_by_role("link")).to_be_focused()
        page.locator('[data-facet="actor"]').get_by_label("Actor").first.check()
        note("of 5,000")
        page.get_by_label("in titles and summaries").fill("de se")
        note("of 5,000")
        page.get_by_label("As known on").fill("2019-12-31")
        note("^0 of 5,000 events, as known on 31 December 2019. Events would be found without")
        expect(hits).to_have_count(0)
        page.get_by_role("link", name="Clear").click()
        note("^All 5,000")
        expect(page.locator(".years")).to_be_visible()
        print(f"\n5,000 events: {html:,} bytes of HTML; filters took {took} ms")
        assert max(took) < 200


# The first screen


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


def test_every_way_of_choosing_is_told_in_words(reader: Page, meresh_address: str) -> None:
    query = "kind=works&from=1990-01-01&to=2021-12-31&words=the"
    page = open_page(reader, f"{meresh_address}timeline/?{query}")
    told = page.locator(".result__filters")
    expect(told).to_have_text(
        ": kind works, from 1 January 1990, to 31 December 2021, words the", use_inner_text=True
    )
    expect(page.locator(".filters__how")).to_contain_text("any of them")


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
