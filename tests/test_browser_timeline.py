"""The timeline's filters and "as known on", worked with by mouse and by keyboard."""

import gzip
import json
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.differences import differ
from generator.loading import load
from generator.model import Chronology, Event
from generator.pages import render
from generator.pages.index import Index
from generator.pages.known import published
from generator.pages.lists import timeline
from generator.references import sound
from tests.conftest import built, served
from tests.made import write_chronology

pytestmark = [pytest.mark.browser, pytest.mark.build]


@pytest.fixture
def timeline_page(reader: Page, meresh_address: str) -> Page:
    """The timeline, when its filters are there."""
    return _open(reader, f"{meresh_address}timeline/")


def _open(page: Page, address: str) -> Page:
    page.goto(address)
    page.locator('.explore[data-ready="yes"]').wait_for()
    return page


def _shown(page: Page) -> list[str]:
    """The ids of the events that are to be seen, in their order."""
    hrefs = page.locator(".explore h3 a:visible").evaluate_all("all => all.map(a => a.pathname)")
    return [href.strip("/").rpartition("/")[2] for href in hrefs]


def _says(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator(".result output")).to_have_text(text)


def _choice(page: Page, facet: str, name: str) -> str:
    """The count beside a choice."""
    label = page.locator(f'[data-facet="{facet}"] label', has_text=name)
    return label.locator(".filters__n").inner_text()


def _ids(chronology: Chronology) -> list[str]:
    return [event.id for event in chronology.events]


def test_all_events_are_there_and_nothing_is_chosen(
    timeline_page: Page, meresh: Chronology
) -> None:
    _says(timeline_page, f"All {len(meresh.events)} events")
    assert _shown(timeline_page) == _ids(meresh)
    expect(timeline_page.get_by_role("search", name="Filter the timeline")).to_be_visible()
    expect(timeline_page.get_by_role("link", name="Clear")).to_be_hidden()
    assert "?" not in timeline_page.url


def test_choices_of_a_facet_combine_as_it_says(timeline_page: Page, meresh: Chronology) -> None:
    timeline_page.get_by_label("agreement").check()
    _says(timeline_page, f"1 of {len(meresh.events)} events")
    assert _shown(timeline_page) == ["2021-05-04-pause-in-pumping"]
    timeline_page.get_by_label("incident").check()  # any of
    kinds = [e.id for e in meresh.events if e.kind in {"agreement", "incident"}]
    expect(timeline_page.locator(".event:visible")).to_have_count(len(kinds))
    assert _shown(timeline_page) == kinds
    actors = timeline_page.locator('[data-facet="actor"]')
    actors.get_by_label("Ostrany Water League").check()
    actors.get_by_label("Ministry of Rivers").check()  # all of
    _says(timeline_page, f"1 of {len(meresh.events)} events")
    assert _shown(timeline_page) == ["2021-05-06-karsk-gate-opens"]


def test_counts_follow_the_other_filters(timeline_page: Page, meresh: Chronology) -> None:
    works = sum(event.kind == "works" for event in meresh.events)
    assert _choice(timeline_page, "kind", "works") == str(works)
    timeline_page.locator('[data-facet="place"]').get_by_label("Karsk weir").check()
    _says(timeline_page, re.compile("^3 of"))
    assert _choice(timeline_page, "kind", "works") == "1"
    assert _choice(timeline_page, "kind", "statement") == "0"
    # Its own facet goes on counting what another choice would add.
    assert _choice(timeline_page, "place", "Ostrany") == "2"


def test_only_where_accounts_differ(timeline_page: Page, meresh: Chronology) -> None:
    timeline_page.get_by_label("anything").check()
    expected = [event.id for event in meresh.events if differ(event)]
    expect(timeline_page.locator(".event:visible")).to_have_count(len(expected))
    assert _shown(timeline_page) == expected


def test_a_period_takes_in_what_it_touches(timeline_page: Page, meresh: Chronology) -> None:
    timeline_page.get_by_label("from", exact=True).fill("2004-06-01")
    timeline_page.get_by_label("to", exact=True).fill("2018-04-10")
    _says(timeline_page, re.compile("^5 of"))
    held = [e.id for e in meresh.events if 2003 <= e.date.anchor.year <= 2018]
    assert len(held) == 5  # from 2003 to 2005, to 10 or 11 April
    assert _shown(timeline_page) == held


def test_words_are_looked_for_in_titles_and_summaries(timeline_page: Page) -> None:
    search = timeline_page.get_by_label("in titles and summaries")
    search.fill("NEW gauge")
    _says(timeline_page, re.compile("^1 of"))
    assert _shown(timeline_page) == ["2009-02-xx-gauge"]
    search.fill("sluice")  # in a summary only
    _says(timeline_page, re.compile("^1 of"))
    search.fill("sirnak")  # Şırnak ≠ İzmir
    _says(timeline_page, re.compile("^1 of"))
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
    row = timeline_page.locator(".event", has_text="The Karsk gate opens")
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
    _says(
        timeline_page,
        f"0 of {total} events. Events would be found without the kinds ({late}), "
        "or without the dates (1).",
    )
    timeline_page.get_by_label("to", exact=True).fill("2021-05-01")
    _says(timeline_page, f"0 of {total} events. The first date is after the second.")


def test_the_address_carries_the_view(timeline_page: Page, reader: Page) -> None:
    timeline_page.get_by_label("statement").check()
    timeline_page.get_by_label("to", exact=True).fill("2021-05-06")
    timeline_page.get_by_label("in titles and summaries").fill("ruling")
    expect(timeline_page).to_have_url(
        re.compile(r"/timeline/\?words=ruling&to=2021-05-06&kind=statement$")
    )
    shown = _shown(timeline_page)
    assert shown == ["2009-02-ruling"]
    timeline_page.reload()
    timeline_page.locator('.explore[data-ready="yes"]').wait_for()
    assert _shown(timeline_page) == shown
    expect(timeline_page.get_by_label("statement")).to_be_checked()
    expect(timeline_page.get_by_label("to", exact=True)).to_have_value("2021-05-06")
    timeline_page.get_by_role("link", name="A court rules").click()
    expect(timeline_page).to_have_url(re.compile("/events/2009-02-ruling/$"))
    timeline_page.go_back()
    timeline_page.locator('.explore[data-ready="yes"]').wait_for()
    _says(timeline_page, re.compile("^1 of"))
    assert _shown(timeline_page) == shown
    expect(timeline_page.get_by_label("in titles and summaries")).to_have_value("ruling")


def test_an_address_with_nonsense_shows_everything(reader: Page, meresh_address: str) -> None:
    page = _open(reader, f"{meresh_address}timeline/?kind=nothing&from=yesterday&x=<b>#y2021")
    _says(page, re.compile("^All "))


def test_clear_is_a_link_and_focus_goes_on(timeline_page: Page) -> None:
    timeline_page.get_by_label("agreement").check()
    expect(timeline_page.locator(".filters__on")).to_have_text("1 chosen")
    clear = timeline_page.get_by_role("link", name="Clear")
    clear.focus()
    timeline_page.keyboard.press("Enter")
    _says(timeline_page, re.compile("^All "))
    expect(timeline_page.locator(".filters > summary")).to_be_focused()
    expect(timeline_page).to_have_url(re.compile("/timeline/$"))


def test_by_keyboard_alone(timeline_page: Page) -> None:
    """From the band to the filters, a choice, its list, and an event, without the mouse."""
    timeline_page.get_by_label("As known on").focus()
    stops: list[str] = []
    for _ in range(12):  # a date input has several stops of its own
        timeline_page.keyboard.press("Tab")
        stops.append(timeline_page.evaluate("document.activeElement.ariaLabel || ''"))
        if timeline_page.evaluate("document.activeElement.matches('.filters > summary')"):
            break
    ends = [stop for stop in stops if " of the stretch" in stop]
    assert [end.partition(" ")[0] for end in ends] == ["Start", "End"] * 2
    assert timeline_page.evaluate("document.activeElement.matches('.filters > summary')")
    seen: list[str] = []
    for _ in range(40):
        timeline_page.keyboard.press("Tab")
        name = timeline_page.evaluate("document.activeElement.name || ''")
        seen.append(name)
        if timeline_page.evaluate("document.activeElement.value") == "agreement":
            break
    # A date input has several stops: day, month, year, picker.
    assert list(dict.fromkeys(seen)) == ["words", "from", "to", "differ", "kind"]
    timeline_page.keyboard.press("Space")
    _says(timeline_page, re.compile("^1 of"))
    assert timeline_page.evaluate("document.activeElement.value") == "agreement"
    outline = timeline_page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    for _ in range(80):
        timeline_page.keyboard.press("Tab")
        if "/events/" in timeline_page.evaluate("document.activeElement.href || ''"):
            break
    timeline_page.keyboard.press("Enter")
    expect(timeline_page).to_have_url(re.compile("/events/2021-05-04-pause-in-pumping/$"))


def test_targets_are_large_enough(timeline_page: Page) -> None:
    small = timeline_page.evaluate(
        """() => [...document.querySelectorAll('.filters label, .filters summary, .known input,'
            + '.filters input:not([type=checkbox])')]
          .map(e => [e.textContent, e.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.height < 24 || box.width < 24))
          .map(([text, box]) => `${text} ${box.width} x ${box.height}`)"""
    )
    assert small == []
    assert timeline_page.locator('[role="application"]').count() == 0


def test_nothing_overflows_on_a_phone(timeline_page: Page) -> None:
    timeline_page.set_viewport_size({"width": 320, "height": 700})
    timeline_page.reload()
    timeline_page.locator('.explore[data-ready="yes"]').wait_for()
    filters = timeline_page.locator(".filters")
    expect(filters).not_to_have_attribute("open", "")
    filters.locator("summary").first.click()
    timeline_page.get_by_label("agreement").check()
    assert timeline_page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_period_comes_from_other_scripts_and_goes_to_them(timeline_page: Page) -> None:
    timeline_page.evaluate(
        """() => {
          document.addEventListener('chronology:filtered', e => { window.heard = e.detail });
          document.dispatchEvent(new CustomEvent('chronology:period',
            {detail: {from: '2021-05-04', to: '2021-05-05'}}));
        }"""
    )
    _says(timeline_page, re.compile("^[1-9]"))
    expect(timeline_page.get_by_label("from", exact=True)).to_have_value("2021-05-04")
    heard = timeline_page.evaluate("window.heard")
    assert (heard["from"], heard["to"], heard["isOn"]) == ("2021-05-04", "2021-05-05", True)


def test_without_javascript_the_whole_list_and_no_form(
    browser: Browser, meresh_address: str, meresh: Chronology
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{meresh_address}timeline/?kind=agreement&known=2021-05-06")
    assert _shown(page) == _ids(meresh)
    for part in (".filters", ".explore form", ".known", ".result", "form#filter input"):
        expect(page.locator(part).first).to_be_hidden()
    context.close()


def test_with_instant_loading(reader: Page, instant_address: str, meresh: Chronology) -> None:
    """No page is loaded anew, and the filters are there each time."""
    reader.goto(f"{instant_address}about/")
    reader.evaluate("window.stays = true")
    reader.get_by_role("link", name="Timeline", exact=True).first.click()
    reader.locator('.explore[data-ready="yes"]').wait_for()
    _says(reader, f"All {len(meresh.events)} events")
    reader.get_by_label("As known on").fill("2021-05-08")
    reader.get_by_label("incident").check()
    expect(reader).to_have_url(re.compile(r"/timeline/\?known=2021-05-08&kind=incident$"))
    shown = _shown(reader)
    reader.get_by_role("link", name=re.compile("The Karsk gate")).click()
    expect(reader.locator(".as-known")).to_contain_text("1 later account hidden")
    expect(reader).to_have_url(re.compile(r"\?known=2021-05-08$"))
    reader.go_back()
    reader.locator('.explore[data-ready="yes"]').wait_for()
    expect(reader.get_by_label("incident")).to_be_checked()
    expect(reader.get_by_label("As known on")).to_have_value("2021-05-08")
    assert _shown(reader) == shown
    reader.get_by_role("link", name="Clear").click()
    _says(reader, f"All {len(meresh.events)} events")
    assert reader.evaluate("window.stays") is True


# As known on


def _as_known(event: Event, chronology: Chronology, day: date) -> Event | None:
    """The event as the sources published by that day tell it."""
    told = [a for a in event.accounts if published(chronology.sources[a.source]) <= day]
    return event.model_copy(update={"accounts": tuple(told)}) if told else None


@pytest.mark.parametrize("day", ["2009-12-31", "2021-05-06", "2021-05-07", "2021-05-08"])
def test_the_timeline_as_known_on_a_day(
    reader: Page, meresh_address: str, meresh: Chronology, day: str
) -> None:
    page = _open(reader, f"{meresh_address}timeline/?known={day}")
    events = [_as_known(event, meresh, date.fromisoformat(day)) for event in meresh.events]
    known = [event for event in events if event]
    assert 0 < len(known) <= len(meresh.events)
    assert _shown(page) == [event.id for event in known]
    rows = page.locator(".event:visible")
    counts = rows.locator(".n").all_inner_texts()
    assert [int(text.split()[0]) for text in counts] == [len(event.accounts) for event in known]
    marks = [row.locator(".differs:visible").count() > 0 for row in rows.all()]
    assert marks == [differ(event) for event in known]
    text = f"{date.fromisoformat(day):%-d %B %Y}"
    _says(page, f"{len(known)} of {len(meresh.events)} events, as known on {text}")


def test_as_known_on_goes_along_and_comes_back(timeline_page: Page, meresh: Chronology) -> None:
    before = timeline_page.locator(".years").inner_text()
    timeline_page.get_by_label("As known on").fill("2021-05-07")
    _says(timeline_page, re.compile("as known on 7 May 2021"))
    expect(timeline_page.locator("#known-note")).to_contain_text("2 later sources")
    expect(timeline_page.locator(".band")).to_be_hidden()
    link = timeline_page.get_by_role("link", name=re.compile("The Karsk gate"))
    link.hover()
    expect(link).to_have_attribute("href", re.compile(r"\?known=2021-05-07$"))
    expect(timeline_page).to_have_url(re.compile(r"\?known=2021-05-07$"))
    timeline_page.get_by_label("As known on").fill("")
    _says(timeline_page, f"All {len(meresh.events)} events")
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
    digest: text(document.querySelector('.digest')),
    caption: text(document.querySelector('.accounts caption')),
    rows: all(document, '.accounts tbody tr').map(row =>
      [text(row.querySelector('th')), ...all(row, 'td > div').map(value =>
        all(value, '.sign').length + text(value.querySelector('b'))).sort()]),
    heads: all(document, '.accounts thead th').length > 2,
    plots: all(document, '.plot').map(plot => [text(plot.querySelector('.plot__title')),
      all(plot, '.plot__lead').length,
      ...all(plot, 'tbody tr').map(row => text(row).replace(/ /g, '')).sort()]),
    sources: all(document, '.cited li').map(text),
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
        for output in render(meresh.with_events(events))
        if output.path == f"events/{KARSK}/index.md"
    )
    assert isinstance(made, str)
    reader.set_content(made.split("---\n", 2)[2])
    expected = reader.evaluate(READ)
    reader.goto(f"{meresh_address}events/{KARSK}/?known={day}")
    expect(reader.locator(".as-known")).to_be_visible()
    found = reader.evaluate(READ)
    for part in expected:
        assert found[part] == expected[part], part


def test_an_event_says_what_is_left_out(reader: Page, meresh_address: str) -> None:
    reader.goto(f"{meresh_address}timeline/?known=2021-05-07")
    reader.locator('.explore[data-ready="yes"]').wait_for()
    reader.get_by_role("link", name=re.compile("The Karsk gate")).click()
    notice = reader.locator(".as-known")
    expect(notice).to_contain_text("As known on 7 May 2021. 2 later accounts hidden.")
    expect(reader.locator("#a3")).to_be_hidden()
    notice.get_by_role("link", name="Show all").click()
    expect(reader.locator("#a3")).to_be_visible()
    expect(notice).to_have_count(0)


def test_an_event_that_nobody_had_told(reader: Page, meresh_address: str) -> None:
    reader.goto(f"{meresh_address}events/{KARSK}/?known=2021-05-05")
    expect(reader.locator(".as-known")).to_contain_text("the first is of 6 May 2021")
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    expect(reader.locator("#accounts")).to_be_hidden()


# Citing


def test_a_citation_is_copied(reader: Page, meresh_address: str) -> None:
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.goto(f"{meresh_address}events/{KARSK}/")
    reader.get_by_role("button", name="Copy citation").click()
    expect(reader.locator(".cite [role=status]")).to_have_text("Copied")
    sentence = reader.evaluate("navigator.clipboard.readText()")
    assert sentence.startswith("“The Karsk gate opens at night")
    assert sentence.endswith("6 May 2021, in: The Meresh chronology, as of 2 March 2022.")
    reader.get_by_role("button", name="Copy BibTeX").focus()
    reader.keyboard.press("Enter")
    reader.wait_for_function(
        "navigator.clipboard.readText().then(text => text.startsWith('@misc{2021-05-06-karsk'))"
    )


def test_no_button_without_javascript(browser: Browser, meresh_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{meresh_address}events/{KARSK}/?known=2021-05-06")
    expect(page.locator(".cite button:visible")).to_have_count(0)
    expect(page.locator("#cite-text")).to_be_visible()
    expect(page.locator("#a4")).to_be_visible()  # nothing is left out either
    context.close()


# Five thousand events


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The timeline of 5,000 made events as a site; their own pages are left out."""
    folder = tmp_path_factory.mktemp("large")
    write_chronology(folder / "made", 5000)
    chronology = sound(load(folder / "made", folder / "made/events").chronology)
    return built(folder / "plain", timeline(Index(chronology)))


def test_five_thousand_events_are_light_and_answer_at_once(reader: Page, large: Path) -> None:
    html = (large / "timeline/index.html").stat().st_size
    assert html <= 300_000
    with served(large) as address:
        page = _open(reader, f"{address}timeline/")
        _says(page, "All 5,000 events")
        took: list[float] = []

        def note(text: str) -> None:
            _says(page, re.compile(text))
            took.append(float(page.locator(".explore").get_attribute("data-took") or "inf"))

        page.get_by_label("incident").check()
        note("^1,667 of 5,000 events$")
        expect(page.locator(".years")).to_be_hidden()
        hits = page.locator(".hits li")
        expect(hits).to_have_count(200)
        expect(hits.first).to_contain_text("1 January 2001")
        page.get_by_role("button", name="Show 200 more of 1,467").click()
        expect(hits).to_have_count(400)
        expect(hits.nth(200).get_by_role("link")).to_be_focused()
        page.locator('[data-facet="actor"]').get_by_label("Actor").first.check()
        note("of 5,000")
        page.get_by_label("in titles and summaries").fill("bridge river")
        note("of 5,000")
        page.get_by_label("As known on").fill("2019-12-31")
        note("^0 of 5,000 events, as known on 31 December 2019. Events would be found without")
        expect(hits).to_have_count(0)
        page.get_by_role("link", name="Clear").click()
        note("^All 5,000")
        expect(page.locator(".years")).to_be_visible()
        print(f"\n5,000 events: {html:,} bytes of HTML; filters took {took} ms")
        assert max(took) < 1000


def test_the_index_of_a_thousand_events_is_small(large: Path) -> None:
    index = (large / "data/timeline-index.json").read_bytes()
    assert len(json.loads(index)["events"]) == 5000
    size = len(gzip.compress(index, 9))
    print(f"\nindex: {size / 5:,.0f} bytes gzipped for 1,000 events")
    assert size / 5 <= 20_000
