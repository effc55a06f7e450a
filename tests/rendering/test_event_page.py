"""The page of an event."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest

from generator.analysis.differences import differ
from generator.model.dates import parse_date
from generator.model.order import in_order
from generator.model.records import Chronology, Event, Figure
from generator.rendering.context import Context
from generator.rendering.language import ENGLISH
from generator.rendering.parts.date_block import date_block
from generator.rendering.parts.grouped_differences import grouped_differences
from generator.rendering.parts.sole_speakers import sole_speakers
from generator.rendering.parts.sources_in_brief import sources_in_brief
from tests.support.rendered_page import ShownPage, render_pages

KARSK = "events/2021-05-06-karsk-gate-opens/index.md"


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
    assert block.parts == (lead, main, year, post)
    assert block.datetime == datetime


def test_the_digest_puts_the_sign_between_values(pages: dict[str, ShownPage]) -> None:
    text = pages[KARSK].dom.text
    council = "Upper Basin Council, via Northern Wire and The Veldra Gazette"
    assert "Where the 4 accounts differ" in text
    assert "the date 5 May 2021 Ostrany Courier ≠ 6 May 2021 Ministry of Rivers, via" in text
    assert f"opens the gate Ostrany Water League {council} ≠ Karsk pumphouse guards Ostr" in text
    assert f"the word for Ostrany Water League the gate-breakers {council} ≠ the stew" in text


def test_each_value_of_the_digest_leads_to_its_cell(pages: dict[str, ShownPage]) -> None:
    digest = pages[KARSK].body.partition('class="event__differences"')[2].partition("</section>")[0]
    led = re.findall(r'href="#([^"]+)"', digest)
    assert {
        "wire-2021-dates",
        "courier-2021-dates",
        "gazette-2021-actors",
        "havza-2021-labels",
    } <= {*led}
    for anchor in led:
        assert f'id="{anchor}"' in pages[KARSK].body


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


def test_figures_stand_with_those_that_count_the_same(pages: dict[str, ShownPage]) -> None:
    """What is of other people, of another part or another day stands under its own heading."""
    drawn = pages[KARSK].body.partition('class="event__figures"')[2].partition("</section>")[0]
    (injured,) = re.findall(r'id="f-injured">(.*?)</figure>', drawn)
    groups = [re.sub("<.*?>", " ", group).split() for group in injured.split("<tbody>")[1:]]
    assert [group[0] for group in groups] == ["residents", "guards", "residents,"]
    assert "lower quarter only" in drawn
    signs = [group.count('class="ne"') for group in injured.split("<tbody>")[1:]]
    assert signs == [3, 0, 0]


def test_counts_of_a_part_stand_with_those_of_the_whole(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    whole = pages["events/2021-05-04-pause-in-pumping/index.md"]
    assert "In a part of it, The Karsk gate opens at night" in whole.dom.text
    part = KARSK.removesuffix("/index.md")
    led = {anchor for address, anchor in whole.links if address == part}
    assert {"wire-2021-figures", "gazette-2021-figures"} <= led
    own = [
        f.measure
        for a in meresh_with_drafts.by_id["2021-05-04-pause-in-pumping"].accounts
        for f in a.figures
    ]
    assert 'id="f-injured"' in whole.body
    assert "injured" not in own


def test_measures_stand_in_the_order_of_the_vocabulary(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    drawn = re.findall(r'<figure class="plot" id="f-([^"]+)"', pages[KARSK].body)
    order = [*meresh_with_drafts.settings.measures]
    assert len(drawn) > 2
    assert drawn == sorted(drawn, key=order.index)


def test_what_is_no_contradiction_is_not_called_one(pages: dict[str, ShownPage]) -> None:
    assert "differs from 4 agrees with 12 to 20" in pages[KARSK].dom.text
    drawn = pages[KARSK].body.partition('class="event__figures"')[2].partition("</section>")[0]
    plain = re.sub("</?i[^>]*>|<span data-figures>", "", drawn)
    beside = re.findall(r"differs from ([^<]*)", plain)
    assert sorted(beside) == sorted(
        ["4", "12 and 12 to 20", "4", "about 90", "210", "41,000 m³", "about 38,000 m³"]
    )


def test_words_of_one_source_are_one_side(meresh_with_drafts: Chronology) -> None:
    """Only what another source prints can differ from them."""
    event = meresh_with_drafts.by_id["2021-05-06-karsk-gate-opens"]
    first, *others = event.accounts
    other = next(account for account in others if account.source != first.source)
    accounts = (
        first.model_copy(update={"labels": {"this": ("raid", "break-in")}}),
        other.model_copy(update={"labels": {"this": ("flood",)}}),
    )
    index = Context(
        replace(meresh_with_drafts, events=(event.model_copy(update={"accounts": accounts}),))
    )
    (found,) = [one for one in grouped_differences(index)[event.id] if one.kind == "labels"]
    texts = [re.sub("<.*?>", "", value.words) for value in found.values]
    assert texts == ["raid, break-in", "flood"]


def test_who_says_so_later_carries_the_day(meresh_with_drafts: Chronology) -> None:
    event, index = (
        meresh_with_drafts.by_id["2021-05-06-karsk-gate-opens"],
        Context(meresh_with_drafts),
    )
    said = str(sole_speakers(index, event, reversed(event.accounts)))
    first, *later = re.findall(r'(?:<span data-known="([\d-]+)">)?(?:according to |; )[^<;]+', said)
    days = sorted({index.known.account(account).isoformat() for account in event.accounts})
    assert first == ""
    assert {*later} - {""} == {*days[1:]}
    assert later == sorted(later)


def test_accounts_stand_side_by_side_in_order_of_publication(pages: dict[str, ShownPage]) -> None:
    dom = pages[KARSK].dom
    rows = [a["id"] for a in dom.all("tr") if "id" in a]
    assert rows == ["wire-2021", "gazette-2021", "courier-2021", "havza-2021"]
    assert len(dom.all("caption")) == 5
    (region,) = [a for tag, a in dom.elements if a.get("role") == "region"]
    assert region["tabindex"] == "0"
    assert "Upper Basin Council via Northern Wire, via The Veldra Gazette" in dom.text
    assert "Ostrany Courier the outlet itself 8 May 2021, page 1" in dom.text
    assert "paragraphs 1–3, 5" in dom.text


def test_an_old_link_leads_to_the_account(pages: dict[str, ShownPage]) -> None:
    """Accounts were once called by their place in the file."""
    rows = pages[KARSK].body.split("<tr id=")[1:]
    assert [re.findall(r'(?:^| id=)"([\w-]+)"', row)[:2] for row in rows] == [
        ["wire-2021", "a1"], ["gazette-2021", "a2"], ["courier-2021", "a3"], ["havza-2021", "a4"],
    ]  # fmt: skip


def test_an_old_link_leads_past_an_account_that_came_later(
    meresh_with_drafts: Chronology,
) -> None:
    event = meresh_with_drafts.by_id[KARSK.removeprefix("events/").removesuffix("/index.md")]
    first, *others = event.accounts
    later = first.model_copy(update={"id": "later", "added": event.added + timedelta(days=9)})
    told = event.model_copy(update={"accounts": (later, first, *others)})
    events = tuple(told if one is event else one for one in meresh_with_drafts.events)
    body = render_pages(replace(meresh_with_drafts, events=events))[KARSK].body
    for id, anchor in (("later", f"a{len(others) + 2}"), (first.id, "a1")):
        [row] = [row for row in body.split("<tr id=") if row.startswith(f'"{id}"')]
        assert f' id="{anchor}"' in row


def test_columns_only_for_what_some_account_says(pages: dict[str, ShownPage]) -> None:
    def columns_of(path: str) -> list[str]:
        [table] = [a for a in pages[path].dom.all("table") if a.get("class") == "accounts"]
        return re.findall(r"--\d:'(.*?)'", table.get("style") or "")

    assert columns_of(KARSK) == [
        "Date",
        "Figures",  # four measures: too many for a column each
        "Who did what",
        "What it calls them",
    ]
    paths = [path for path in pages if path.startswith("events/")]
    assert any("people injured" in columns_of(path) for path in paths)
    assert columns_of("events/2009-02-ruling/index.md") == []


def test_a_cell_without_a_value_says_that_it_has_none(pages: dict[str, ShownPage]) -> None:
    cells = re.findall(
        r'<td(?: id="[^"]*"|( class="account__silent"))>(.*?)</td>',
        pages[KARSK].body,
        re.DOTALL,
    )
    silent = [content.strip() == "not said" for _, content in cells]
    assert silent == [mark != "" for mark, _ in cells]
    assert {True, False} == set(silent)


def test_cells_that_contradict_say_so_in_words(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    for event in meresh_with_drafts.events:
        _, _, table = pages[f"events/{event.id}/index.md"].body.partition('<table class="accounts"')
        cells = table.partition("</tbody>")[0]
        assert ('role="img" aria-label="differs"' in cells) is differ(event), event.id


def test_one_account_has_nothing_to_be_compared_with(pages: dict[str, ShownPage]) -> None:
    assert "Nothing to compare it with." in pages["events/2009-02-ruling/index.md"].dom.text
    text = pages["events/2021-05-06-emergency/index.md"].dom.text.replace(" ,", ",")
    assert "2 accounts, no difference" in text


def test_twenty_accounts_are_one_table(pages: dict[str, ShownPage]) -> None:
    page = pages["events/2021-07-01-flood/index.md"]
    assert len([a for a in page.dom.all("tr") if "id" in a]) == 20
    assert "agrees with 0 0" in page.dom.text


def test_ties_run_both_ways(pages: dict[str, ShownPage]) -> None:
    gate, pause = (
        pages[KARSK].dom.text,
        pages["events/2021-05-04-pause-in-pumping/index.md"].dom.text,
    )
    assert "part of Two river cities" in gate
    assert "follows Two river cities" in gate
    assert (
        "in answer to Two river cities announce a pause in pumping 4 May 2021, according to Ostrany"
        in gate
    )
    assert (
        "answered by Ostrany declares an emergency 6 May 2021, according to The Veldra Gazette"
        in gate
    )
    assert "its parts The Karsk gate opens" in pause
    assert "followed by The Karsk gate opens" in pause


def test_many_ties_stand_after_the_accounts(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    pause = "2021-05-04-pause-in-pumping"
    few = pages[f"events/{pause}/index.md"].body
    assert few.index("Connected events</h2>") < few.index("## Accounts")
    follower = meresh_with_drafts.by_id["2021-07-01-flood"]
    made = [
        follower.model_copy(update={"id": f"2021-07-{day:02}-after", "follows": (pause,)})
        for day in range(2, 10)
    ]
    events = in_order([*meresh_with_drafts.events, *made])
    many = render_pages(replace(meresh_with_drafts, events=events))[f"events/{pause}/index.md"].body
    assert (
        many.index("## Accounts") < many.index("Connected events</h2>") < many.index("## Sources")
    )
    assert many.count("Connected events</h2>") == 1


def test_an_event_leads_to_those_before_and_after_it(pages: dict[str, ShownPage]) -> None:
    text = pages[KARSK].dom.text
    assert "Before, the same day 6 May 2021 Ostrany declares an emergency" in text
    assert "After since 15 June 2021" in text
    assert "Before, 2 days earlier" in pages["events/2021-05-06-emergency/index.md"].dom.text
    assert "The first event of this" in pages["events/1998-pumping-begins/index.md"].dom.text


def test_an_event_leads_to_those_before_and_after_it_in_its_thread(
    meresh_with_drafts: Chronology, pages: dict[str, ShownPage]
) -> None:
    assert "Within Two river" not in pages[KARSK].dom.text  # a thread of one part
    part_of = {"part_of": "2021-05-04-pause-in-pumping"}
    events = [
        event.model_copy(update=part_of) if event.id.startswith("2021-0") else event
        for event in meresh_with_drafts.events
        if event.id != "2021-05-04-pause-in-pumping" and not event.id.endswith("-hostile")
    ]
    pause = meresh_with_drafts.by_id["2021-05-04-pause-in-pumping"]
    made = render_pages(replace(meresh_with_drafts, events=in_order([pause, *events])))
    text = made["events/2021-05-06-emergency/index.md"].dom.text
    assert "Before, 2 days earlier 4 May 2021 Two river" in text
    assert (
        "Within Two river cities announce a pause in pumping Its first part. "
        "After, the same day 6 May 2021 The Karsk gate opens"
    ) in text
    assert "Its last part." in made["events/2021-07-01-flood/index.md"].dom.text
    assert "Within" not in made["events/2003-dry-years/index.md"].dom.text


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
