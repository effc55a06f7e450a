"""Lists of events: home page, timeline, archive and corrections."""

import re
from dataclasses import replace

import pytest

from generator.model.dates import parse_date
from generator.model.records import Chronology
from generator.rendering.chronology_drawings import ChronologyDrawings
from generator.rendering.context import Context
from generator.rendering.pages.timeline import MAX_EVENTS_ON_TIMELINE, timeline_page
from generator.rendering.parts.event_list import event_list
from tests.support.rendered_page import ShownPage, render_pages


def _many(meresh_with_drafts: Chronology, count: int) -> Chronology:
    event = meresh_with_drafts.by_id["2021-05-04-pause-in-pumping"]
    first = meresh_with_drafts.by_id["2003-dry-years"]
    events = [event.model_copy(update={"id": f"2021-05-04-{n:05}"}) for n in range(count)]
    return replace(meresh_with_drafts, events=(first, *events))


def test_the_timeline_has_each_event_once_in_order(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    found = re.findall(r'<h3><a href="\.\./events/([a-z0-9-]+)/"', pages["timeline/index.md"].body)
    assert found == [event.id for event in meresh_with_drafts.events]
    # Since the end of dry years that lasted until 2005, not since they began.
    assert "3 years 1 month without a new event" in pages["timeline/index.md"].dom.text


def test_each_event_stands_once_in_the_archive(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    for event in meresh_with_drafts.events:
        year = f"{event.date.anchor.year}/index.md"
        assert pages[year].body.count(f"events/{event.id}/") == 1
        months = [p for p in pages if re.fullmatch(r"\d{4}/\d\d/index\.md", p)]
        on = [p for p in months if f"events/{event.id}/" in pages[p].body]
        is_year = event.date.precision == "year"
        assert on == ([] if is_year else [f"{event.date.anchor:%Y/%m}/index.md"])


@pytest.mark.parametrize(
    ("one", "next_", "gap"),
    [
        ("2011~/..", "2012~/..", None),
        ("2012/..", "2016", "3 years without a new event"),
        ("2012-03-05/..", "2016", "3 years 9 months without a new event"),
        ("2016/2019", "2022", "2 years without a new event"),
    ],
)
def test_a_gap_is_no_longer_than_the_evidence(
    meresh_with_drafts: Chronology, one: str, next_: str, gap: str | None
) -> None:
    event = meresh_with_drafts.by_id["2003-dry-years"]
    events = [
        event.model_copy(update={"id": text[:4], "date": parse_date(text)}) for text in (one, next_)
    ]
    found = event_list(Context(replace(meresh_with_drafts, events=tuple(events))), events)[1].gap
    assert (found and found.words) == gap


def test_the_archive_leads_to_its_neighbours(pages: dict[str, ShownPage]) -> None:
    assert {"2018", "2021/05", "2021/08"} <= {a for a, _ in pages["2021/index.md"].links}
    assert {"2018/04", "2021/06", "2021"} <= {a for a, _ in pages["2021/05/index.md"].links}


@pytest.mark.parametrize(("more", "is_whole"), [(0, True), (1, False)])
def test_a_long_timeline_shows_the_newest_year(
    meresh_with_drafts: Chronology, more: int, is_whole: bool
) -> None:
    context = Context(_many(meresh_with_drafts, MAX_EVENTS_ON_TIMELINE - 1 + more))
    page = ShownPage(timeline_page(context, ChronologyDrawings(context)))
    assert ("events/2003-dry-years/" in page.body) is is_whole
    assert ('href="../2003/">2003</a> <small>1</small>' in page.body) is not is_whole
    newest = page.body.count('<h3><a href="../events/2021-05-04-')
    if is_whole:
        assert newest == MAX_EVENTS_ON_TIMELINE - 1
    else:  # of the newest year too, what one page holds
        assert 0 < newest < 300
        assert "2021</a> <small>1,000</small>" in page.body


def test_the_home_page_counts_differences_and_says_what_changed_last(
    pages: dict[str, ShownPage],
) -> None:
    page = pages["index.md"]
    assert "title" not in page.meta
    assert "*star*" in page.dom.text
    assert "events where accounts differ 3" in page.dom.text
    assert page.body.index("karsk-gate-opens") < page.body.index("pause-in-pumping")
    assert "Last changed 2 March 2022" in page.dom.text


def test_corrections_lists_the_newest_first(pages: dict[str, ShownPage]) -> None:
    body = pages["corrections/index.md"].body
    assert body.index("2 March 2022") < body.index("2 September 2021") < body.index("1 June 2021")


def test_what_lasts_is_named_in_every_year_that_has_a_page(
    meresh_with_drafts: Chronology,
) -> None:
    first, *rest = meresh_with_drafts.events
    lasting = first.model_copy(update={"date": parse_date("1998/2010")})
    pages = render_pages(replace(meresh_with_drafts, events=(lasting, *rest)))
    address = f"events/{lasting.id}/"
    for year in ("2003", "2009"):
        assert pages[f"{year}/index.md"].body.count(address) == 1
    assert address not in pages["2018/index.md"].body


def test_a_long_month_leads_to_its_days(meresh_with_drafts: Chronology) -> None:
    context = Context(_many(meresh_with_drafts, 20))
    body = ShownPage(timeline_page(context, ChronologyDrawings(context))).body
    assert body.count('id="d2021-05-04"') == 1
    assert body.count('href="#d2021-05-04"') == 1
    few = Context(_many(meresh_with_drafts, 3))
    assert "month__day" not in ShownPage(timeline_page(few, ChronologyDrawings(few))).body
