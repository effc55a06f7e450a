"""The page of an event: its head, its dates, its languages. Its parts: test_event_*.py."""

import html
import re
from dataclasses import replace
from typing import get_args

import pytest

from generator.model.dates import parse_date
from generator.model.records import Chronology, Event, Figure
from generator.rendering.context import Context
from generator.rendering.language import ENGLISH
from generator.rendering.parts.date_block import date_block
from generator.rendering.parts.sources_in_brief import sources_in_brief
from tests.support.rendered_page import KARSK, ShownPage, render_pages


def test_the_title_comes_first_then_the_date(pages: dict[str, ShownPage]) -> None:
    """In the text: the search takes words before a title for another page's. Sheets turn it."""
    text = pages[KARSK].dom.text
    assert text.startswith("The Karsk gate opens at night")
    assert " Thursday 6 May 2021 incident alleged " in text
    assert 'datetime="2021-05-06"' in pages[KARSK].body
    assert "<time" not in pages["events/1998-pumping-begins/index.md"].body.split("</header>")[0]


@pytest.mark.parametrize(
    ("status", "mark", "sentence"),
    [
        ("reported", "", ""),
        ("alleged", "alleged", "no account states it as established"),
        ("announced", "announced", "no account tells that it took place"),
    ],
)
def test_what_is_not_established_is_marked(
    meresh: Chronology, status: str, mark: str, sentence: str
) -> None:
    event = meresh.by_id["2021-05-06-karsk-gate-opens"].model_copy(update={"status": status})
    others = tuple(event if one.id == event.id else one for one in meresh.events)
    page = render_pages(replace(meresh, events=others))[KARSK]
    kicker = page.body.partition("</header>")[0]
    assert (f"<b>{mark}</b>" in kicker) is bool(mark)
    assert (f"<span>{sentence}</span>" in kicker) is bool(sentence)


def test_every_status_is_known_to_the_page() -> None:
    statuses = get_args(get_args(Event.model_fields["status"].annotation)[0])
    assert set(statuses) == {"reported", "alleged", "announced"}


@pytest.mark.parametrize(
    ("written", "lead", "main", "year", "post", "datetime"),
    [
        ("2021-05-06", "Thursday", "6 May", "2021", "", "2021-05-06"),
        ("2021-05-06?", "", "6 May", "2021", "uncertain", None),
        ("2021-05", "", "May", "2021", "day not given", "2021-05"),
        ("2021-05-XX", "an unknown day in", "May", "2021", "", None),
        ("2021", "", "2021", "", "month not given", "2021"),
        ("2012~", "about", "2012", "", "", None),
        ("2024-10%", "about", "October", "2024", "uncertain", None),
        ("2016/2019", "", "2016 to 2019", "", "", None),
        ("2024-11-27/..", "since", "27 November", "2024", "", None),
        ("2012~/..", "since about", "2012", "", "", None),
        ("../2022-12-12", "by", "12 December", "2022", "", None),
        ("[2026-01-10,2026-01-11]", "", "10 or 11 January", "2026", "", None),
        ("[2026-01-05..2026-01-07]", "between", "5 and 7 January", "2026", "", None),
        ("2025-12-30/2026-01-02", "", "30 December 2025 to 2 January 2026", "", "", None),
    ],
)
def test_a_date_is_shown_in_parts_with_its_form_for_machines(
    written: str, lead: str, main: str, year: str, post: str, datetime: str | None
) -> None:
    block = date_block(ENGLISH, parse_date(written))
    shown = dict(re.findall(r'class="when__(\w+)">([^<]+)<', html.unescape(block)))
    assert shown == {
        name: words
        for name, words in {"pre": lead, "main": main, "year": year, "post": post}.items()
        if words
    }
    assert re.findall(r'datetime="([^"]+)"', block) == ([datetime] if datetime else [])


def test_the_page_begins_with_where_it_was_and_who_tells_it(pages: dict[str, ShownPage]) -> None:
    text = pages[KARSK].dom.text
    told = "Told by Northern Wire, 6 May 2021 The Veldra Gazette, 7 May 2021 Ostrany Courier, 8 May"
    assert f"Where Karsk weir Ostrany {told}" in text
    assert text.index(told) < text.index("During the night") < text.rindex("What is counted")
    assert text.rindex("What is counted") < text.index("Where the 4 accounts differ")
    leads = {anchor for address, anchor in pages[KARSK].links if KARSK.startswith(address or "-")}
    assert {"wire-2021", "gazette-2021", "courier-2021", "havza-2021"} <= leads


def test_the_page_leads_to_each_thing_that_is_counted(pages: dict[str, ShownPage]) -> None:
    glance, _, rest = pages[KARSK].body.partition('class="glance"')[2].partition("</dl>")
    links = re.findall(r'href="#(f-[^"]+)"', glance)
    assert links
    assert links == re.findall(r'class="plot" id="([^"]+)"', rest)


def test_of_many_sources_the_first_are_named(meresh_with_drafts: Chronology) -> None:
    context = Context(meresh_with_drafts)
    event = meresh_with_drafts.by_id["2021-07-01-flood"]
    source = meresh_with_drafts.sources[event.accounts[0].source]
    ids = [f"source-{n:02}" for n in range(20)]
    sources = {id: source.model_copy(update={"id": id, "outlet": id}) for id in ids}
    accounts = tuple(
        account.model_copy(update={"source": id})
        for account, id in zip(event.accounts, ids, strict=True)
    )
    told = event.model_copy(update={"accounts": accounts})
    context = Context(replace(meresh_with_drafts, events=(told,), sources=sources))
    named, others = sources_in_brief(context, told)
    assert [source.outlet for source in named] == ids[:6]
    assert others == 14


def test_corrections_stand_newest_first_with_a_link_to_the_record(
    pages: dict[str, ShownPage],
) -> None:
    page = pages[KARSK]
    assert page.body.index("2 March 2022") < page.body.index("1 June 2021")
    assert "was <del>340</del>, now <ins>at least 340</ins>" in page.body
    assert "Published 7 May 2021. Last changed 2 March 2022." in page.dom.text
    hrefs = [attributes["href"] for attributes in page.dom.all("a")]
    assert (
        "https://example.org/meresh/blob/main/events/2021/2021-05-06-karsk-gate-opens.yml" in hrefs
    )
    assert "event.json" in hrefs


def test_without_a_repository_no_link_to_it(meresh_with_drafts: Chronology) -> None:
    settings = meresh_with_drafts.settings.model_copy(update={"repository": None})
    assert "YAML" not in render_pages(replace(meresh_with_drafts, settings=settings))[KARSK].body


def test_a_draft_is_marked_wherever_it_stands(pages: dict[str, ShownPage]) -> None:
    for path in ("events/2021-06-15-inquiry/index.md", "timeline/index.md", "2021/06/index.md"):
        assert "draft, not published" in pages[path].dom.text
    assert "draft" not in pages[KARSK].dom.text


def test_names_in_other_languages_are_marked(pages: dict[str, ShownPage]) -> None:
    names = pages["actors/basin-council/index.md"].dom.all("bdi")
    assert {"lang": "ar", "dir": "rtl"} in names
    assert {"lang": "tr", "dir": "ltr"} in names
    labels = pages[KARSK].dom.all("q")
    assert {"lang": "ar", "dir": "rtl"} in labels


def test_printed_words_of_a_figure_are_in_their_language(meresh_with_drafts: Chronology) -> None:
    figure = Figure.model_validate({"measure": "duration", "as_said": "طوال الليل"})
    event = meresh_with_drafts.by_id[KARSK.removeprefix("events/").removesuffix("/index.md")]
    *others, arabic = event.accounts
    told = (*others, arabic.model_copy(update={"figures": (figure,)}))
    events = (
        other.model_copy(update={"accounts": told}) if other is event else other
        for other in meresh_with_drafts.events
    )
    made = render_pages(replace(meresh_with_drafts, events=tuple(events)))[KARSK]
    marked = re.findall(r'<span lang="ar" dir="rtl">“طوال الليل”</span>', made.body)
    assert len(marked) >= 2  # in the table and in the plot
    assert "“nearly a night”" in made.dom.text
