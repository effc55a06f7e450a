"""On the page of an event: where its accounts differ, and what each counts."""

import re
from dataclasses import replace

from generator.model.records import Chronology
from generator.rendering.context import Context
from generator.rendering.parts.grouped_differences import grouped_differences
from generator.rendering.parts.sole_speakers import sole_speakers
from tests.support.rendered_page import KARSK, ShownPage


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


def test_figures_stand_with_those_that_count_the_same(pages: dict[str, ShownPage]) -> None:
    """What is of other people, of another part or another day stands under its own heading."""
    drawn = pages[KARSK].body.partition('class="event__figures"')[2].partition("</section>")[0]
    (injured,) = re.findall(r'id="f-injured">(.*?)</figure>', drawn)
    groups = [re.sub("<.*?>", " ", group).split() for group in injured.split("<tbody>")[1:]]
    assert [group[0] for group in groups] == ["residents", "guards", "residents,"]
    assert "lower quarter only" in drawn
    signs = [group.count('class="ne"') for group in injured.split("<tbody>")[1:]]
    assert signs == [3, 0, 0]


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
