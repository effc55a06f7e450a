"""What the timeline's filters leave. Its band: test_band.py; by keyboard: test_keyboard.py."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.analysis.differences import differ
from generator.loading.loader import load
from generator.model.records import Chronology
from generator.rendering.assets import assets
from generator.rendering.chronology_drawings import ChronologyDrawings
from generator.rendering.context import Context
from generator.rendering.pages.timeline import timeline
from generator.validation.pruning import without_dangling_references
from tests.support.big_chronology import write_big_chronology
from tests.support.browser import serve
from tests.support.built_sites import build_outputs
from tests.support.filtered_list import expect_result, open_page, shown_events

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


@pytest.mark.long
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
