"""On the page of an event: the table of its accounts."""

import re
from dataclasses import replace
from datetime import timedelta

from generator.analysis.differences import differ
from generator.model.records import Chronology
from tests.support.rendered_page import KARSK, ShownPage, render_pages


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
