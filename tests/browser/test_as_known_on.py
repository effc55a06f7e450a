"""“As known on” a day, on the timeline and on an event's page; and what is copied from there."""

import re
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.analysis.differences import differ
from generator.analysis.known_since import published
from generator.model.records import Chronology, Event
from generator.rendering.site_pages import render
from tests.support.filtered_list import expect_result, open_page, shown_events
from tests.support.page_kinds import Kinds

pytestmark = [pytest.mark.browser, pytest.mark.build]


def _as_known(event: Event, chronology: Chronology, day: date) -> Event | None:
    """The event as the sources published by that day tell it."""
    told = [a for a in event.accounts if published(chronology.sources[a.source]) <= day]
    return event.model_copy(update={"accounts": tuple(told)}) if told else None


@pytest.mark.parametrize("day", ["2009-12-31", "2021-05-06", "2021-05-07", "2021-05-08"])
def test_the_timeline_as_known_on_a_day(
    reader: Page, meresh_address: str, meresh: Chronology, day: str
) -> None:
    page = open_page(reader, f"{meresh_address}timeline/?known={day}")
    events = [_as_known(event, meresh, date.fromisoformat(day)) for event in meresh.events]
    known = [event for event in events if event]
    assert 0 < len(known) <= len(meresh.events)
    assert shown_events(page) == [event.id for event in known]
    rows = page.locator(".timeline-event:visible")
    counts = rows.locator(".account-count").all_inner_texts()
    assert [int(text.split()[0]) for text in counts] == [len(event.accounts) for event in known]
    marks = [row.locator(".differs:visible").count() > 0 for row in rows.all()]
    assert marks == [differ(event) for event in known]
    text = f"{date.fromisoformat(day):%-d %B %Y}"
    expect_result(page, f"{len(known)} of {len(meresh.events)} events, as known on {text}")


def test_as_known_on_goes_along_and_comes_back(timeline_page: Page, meresh: Chronology) -> None:
    before = timeline_page.locator(".years").inner_text()
    timeline_page.get_by_label("As known on").fill("2021-05-07")
    expect_result(timeline_page, re.compile("as known on 7 May 2021"))
    expect(timeline_page.locator("#known-note")).to_contain_text("2 later sources")
    expect(timeline_page.locator(".band")).to_be_hidden()
    link = timeline_page.get_by_role("link", name=re.compile("The Karsk gate"))
    link.hover()
    expect(link).to_have_attribute("href", re.compile(r"\?known=2021-05-07$"))
    expect(timeline_page).to_have_url(re.compile(r"\?known=2021-05-07$"))
    timeline_page.get_by_label("As known on").fill("")
    expect_result(timeline_page, f"All {len(meresh.events)} events")
    assert timeline_page.locator(".years").inner_text() == before
    expect(timeline_page.locator(".band")).to_be_visible()


KARSK = "2021-05-06-karsk-gate-opens"
READ = """() => {
  const text = one => { const copy = one.cloneNode(true);
    for (const gone of copy.querySelectorAll('[hidden]')) gone.remove();
    return copy.textContent.replace(/\\s+/g, ' ').replace(/ ([,;])/g, '$1').trim() };
  const all = (root, selector) => [...root.querySelectorAll(selector)]
    .filter(one => !one.closest('[hidden]'));
  return {
    digest: text(document.querySelector('.event__differences:not([hidden])')),
    caption: text(document.querySelector('.accounts caption')),
    rows: all(document, '.accounts tbody tr').map(row =>
      [text(row.querySelector('th')), ...all(row, 'td > div').map(value =>
        all(value, 'i').length + text(value.querySelector('b'))).sort()]),
    heads: all(document, '.accounts thead th').length > 2,
    plots: all(document, '.plot').map(plot => [text(plot.querySelector('caption b')),
      all(plot, 'caption .differs').length,
      ...all(plot, 'tbody tr').map(row => text(row).replace(/ /g, '')).sort()]),
    glance: all(document, '.glance > div').map(text),
    sources: all(document, '.source-list li').map(text),
  };
}"""


@pytest.mark.parametrize("day", ["2021-05-06", "2021-05-07", "2021-05-08", "2021-05-09"])
def test_an_event_as_known_on_a_day_reads_as_it_was_told(
    reader: Page, meresh_address: str, meresh: Chronology, day: str
) -> None:
    """What is left of a page is what the accounts of that day alone would have made."""
    event = _as_known(meresh.by_id[KARSK], meresh, date.fromisoformat(day))
    assert event is not None
    events = tuple(event if other.id == KARSK else other for other in meresh.events)
    (made,) = (
        output.content
        for output in render(replace(meresh, events=events))
        if output.path == f"events/{KARSK}/index.md"
    )
    assert isinstance(made, str)
    reader.set_content(made.split("---\n", 2)[2])
    expected = reader.evaluate(READ)
    reader.goto(f"{meresh_address}events/{KARSK}/?known={day}")
    expect(reader.locator(".notice")).to_be_visible()
    found = reader.evaluate(READ)
    for part in expected:
        assert found[part] == expected[part], part


def test_an_event_says_what_is_left_out(reader: Page, meresh_address: str) -> None:
    open_page(reader, f"{meresh_address}timeline/?known=2021-05-07")
    reader.get_by_role("link", name=re.compile("The Karsk gate")).click()
    notice = reader.locator(".notice")
    expect(notice).to_contain_text("As known on 7 May 2021. 2 later accounts hidden.")
    expect(reader.locator("#courier-2021")).to_be_hidden()
    notice.get_by_role("link", name="Show all").click()
    expect(reader.locator("#courier-2021")).to_be_visible()
    expect(notice).to_have_count(0)


def test_an_event_that_nobody_had_told(reader: Page, meresh_address: str) -> None:
    reader.goto(f"{meresh_address}events/{KARSK}/?known=2021-05-05")
    expect(reader.locator(".notice")).to_contain_text("the first is of 6 May 2021")
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    expect(reader.locator("#accounts")).to_be_hidden()


# Citing


def test_a_source_that_was_published_later_tells_nothing(reader: Page, meresh_address: str) -> None:
    """The year 2009 may have ended before it was out."""
    reader.goto(f"{meresh_address}sources/post-2009/?known=2009-06-01")
    expect(reader.locator(".notice")).to_contain_text("This source was published later.")
    expect(reader.locator(".event-rows > li:visible")).to_have_count(0)
    reader.goto(f"{meresh_address}sources/post-2009/?known=2010-01-01")
    expect(reader.locator(".event-rows > li:visible")).not_to_have_count(0)


def test_parts_of_an_actor_count_what_is_left(reader: Page, meresh_address: str) -> None:
    for day in ("2021-05-06", "2021-05-08"):
        reader.goto(f"{meresh_address}actors/basin-council/?known={day}")
        expect(reader.locator(".notice")).to_be_visible()
        for part in reader.locator(".role-events:visible").all():
            left = part.locator(".event-rows > li:visible").count()
            said = f"{left} event{'s' * (left != 1)}"
            expect(part.locator("h3 small")).to_have_text(said)


@pytest.mark.parametrize(
    ("page", "day", "said"),
    [
        ("2021/05/", "2021-05-06", "3 events."),
        ("2021/", "2021-05-06", "43 events."),
        ("actors/basin-council/", "2021-05-05", "3 events, by what it does in them."),
    ],
)
def test_counts_are_left_out_until_all_were_told(
    reader: Page, meresh_address: str, page: str, day: str, said: str
) -> None:
    count = reader.locator("[data-known]", has_text=said)
    reader.goto(f"{meresh_address}{page}?known={day}")
    expect(reader.locator(".notice")).to_contain_text("hidden")
    expect(count).to_have_count(1)
    expect(count).to_be_hidden()
    reader.goto(f"{meresh_address}{page}?known=2022-12-31")
    expect(reader.locator(".notice")).to_contain_text("Every event here")
    expect(count).to_be_visible()


def test_a_day_is_set_seen_and_taken_back_on_every_page_that_holds_to_it(
    reader: Page, meresh_address: str
) -> None:
    for page in (f"events/{KARSK}/", "actors/basin-council/", "sources/post-2009/", "2021/"):
        reader.goto(meresh_address + page)
        field = reader.get_by_label("Show only what had been published by")
        field.fill("2021-05-07")
        reader.get_by_role("button", name="Show", exact=True).click()
        expect(reader.locator(".notice")).to_contain_text("As known on 7 May 2021")
        expect(field).to_have_value("2021-05-07")
        reader.locator(".notice").get_by_role("link", name="Show all").click()
        expect(reader.locator(".notice")).to_have_count(0)
        expect(field).to_have_value("")


def test_what_nobody_had_told_yet_is_in_no_list(
    reader: Page, meresh_address: str, meresh: Chronology
) -> None:
    """Sources, actors, months: and no heading is left over nothing."""
    day = date(2009, 12, 31)
    reader.goto(f"{meresh_address}sources/?known={day}")
    expect(reader.locator(".notice")).to_contain_text("is left out")
    known = [source for source in meresh.sources.values() if published(source) <= day]
    assert 0 < len(known) < len(meresh.sources)
    expect(reader.locator(".registry-list > li:visible")).to_have_count(len(known))
    outlets = {source.outlet for source in known}
    expect(reader.locator(".page h2:visible")).to_have_count(len(outlets))
    for page in ("actors/basin-council/", "actors/"):
        reader.goto(f"{meresh_address}{page}?known=1990-01-01")
        expect(reader.locator(".notice")).to_be_visible()
        expect(reader.get_by_role("heading", name="What each source calls")).to_have_count(0)


def test_words_are_looked_for_in_what_was_known(reader: Page, meresh_address: str) -> None:
    """A word that only a later account brought finds nothing on the day before it."""
    for day, is_found in (("2021-05-07", False), ("2021-05-08", True)):
        page = open_page(reader, f"{meresh_address}differences/?known={day}&words=stewards")
        page.wait_for_timeout(300)
        found = page.locator(".difference-list section:visible").count()
        assert (found > 0) is is_found, day


def test_what_no_account_says_is_known_from_the_last_account(
    reader: Page, meresh_address: str
) -> None:
    for day, is_told in (("2021-05-07", False), ("2021-05-09", True)):
        reader.goto(f"{meresh_address}events/{KARSK}/?known={day}")
        expect(reader.locator(".notice")).to_be_visible()
        expect(reader.get_by_text("What no account says")).to_be_visible(visible=is_told)


def test_corrections_are_known_from_their_day(reader: Page, meresh_address: str) -> None:
    address = f"{meresh_address}events/2021-05-06-karsk-gate-opens/"
    for day, count in (("2021-05-20", 0), ("2021-06-01", 1), ("2022-03-02", 2)):
        reader.goto(f"{address}?known={day}")
        expect(reader.locator(".notice")).to_be_visible()
        expect(reader.locator(".corrections > li:visible")).to_have_count(count)
        expect(reader.get_by_role("heading", name="Corrections")).to_have_count(min(count, 1))


def _copied(reader: Page) -> str:
    return str(reader.evaluate("navigator.clipboard.readText()"))


def test_a_citation_is_copied(reader: Page, meresh_address: str) -> None:
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.goto(f"{meresh_address}events/{KARSK}/")
    reader.get_by_role("button", name="Copy citation").click()
    expect(reader.locator("#cite [role=status]")).to_have_text("Copied")
    sentence = _copied(reader)
    assert sentence.startswith("“The Karsk gate opens at night")
    assert sentence.endswith("in: The Meresh chronology, as of 2 March 2022.")


def test_an_account_has_a_citation_and_a_link_of_its_own(reader: Page, meresh_address: str) -> None:
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.goto(f"{meresh_address}events/{KARSK}/")
    row = reader.locator("#courier-2021")
    row.get_by_role("link", name="Cite").click()
    expect(row.get_by_role("status")).to_have_text("Copied")
    assert _copied(reader).startswith(
        "Ostrany Courier the outlet itself 8 May 2021, page 1, as told in “The Karsk gate opens"
    )
    assert reader.url.endswith("#courier-2021")


def test_forms_of_a_citation_are_copied(reader: Page, meresh_address: str) -> None:
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.goto(f"{meresh_address}events/{KARSK}/")
    reader.get_by_role("link", name="BibTeX, RIS, Wikipedia").click()
    for form, start in (
        ("BibTeX", "@misc{2021-05-06-karsk"),
        ("RIS", "TY  - "),
        ("Wikipedia", "{{cite"),
    ):
        button = reader.get_by_role("button", name=f"Copy {form}")
        button.focus()
        reader.keyboard.press("Enter")
        reader.wait_for_function(
            "start => navigator.clipboard.readText().then(text => text.startsWith(start))",
            arg=start,
        )


def test_a_citation_carries_the_day(reader: Page, address: str, kinds: Kinds) -> None:
    """What was cited is the page as it was seen, and the link shows it again."""
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    path = kinds["event with many accounts"]
    reader.goto(f"{address}{path}?known=2026-01-12")
    expect(reader.locator(".notice")).to_be_visible()
    expect(reader.locator("#cite-text")).to_contain_text("As known on 12 January 2026.")
    reader.get_by_role("button", name="Copy link").click()
    expect(reader.locator(".kicker [role=status]")).to_have_text("Copied")
    assert _copied(reader).endswith(f"/{path}?known=2026-01-12")
    reader.get_by_role("link", name="BibTeX, RIS, Wikipedia").click()
    expect(reader.locator("#cite pre").first).to_contain_text("?known=2026-01-12}")


def test_no_button_without_javascript(browser: Browser, meresh_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{meresh_address}events/{KARSK}/?known=2021-05-06")
    expect(page.locator(".cite button:visible")).to_have_count(0)
    expect(page.locator("#cite-text")).to_be_visible()
    expect(page.locator("#havza-2021")).to_be_visible()  # nothing is left out either
    context.close()
