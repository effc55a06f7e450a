"""The page of all differences: filtered, as known on a day, and from a value to its cell."""

import re
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.analysis.known_since import published
from generator.model.records import Chronology
from generator.rendering.context import Context
from generator.rendering.parts.grouped_differences import GroupedDifference, grouped_differences
from tests.support.filtered_list import expect_result, open_page, wait_until_ready

pytestmark = [pytest.mark.browser, pytest.mark.build]
SHOWN = ".difference-list section:visible"
WORDS = {"labels": "words used"}
"""What readers are told a kind of difference is, where that is another word."""


@pytest.fixture
def differences_page(reader: Page, meresh_address: str) -> Page:
    """The differences, when their filters are there."""
    return open_page(reader, f"{meresh_address}differences/")


def _found(chronology: Chronology) -> list[GroupedDifference]:
    return [one for of in grouped_differences(Context(chronology)).values() for one in of]


def test_all_differences_are_there(differences_page: Page, meresh: Chronology) -> None:
    count = len(_found(meresh))
    expect_result(differences_page, f"All {count} differences")
    expect(differences_page.locator(SHOWN)).to_have_count(count)
    assert "?" not in differences_page.url


@pytest.mark.parametrize("kind", ["dates", "figures", "labels"])
def test_differences_are_chosen_by_what_they_differ_on(
    differences_page: Page, meresh: Chronology, kind: str
) -> None:
    differences_page.locator('[data-facet="on"]').get_by_label(WORDS.get(kind, kind)).check()
    names = [one.name for one in _found(meresh) if one.kind == kind]
    expect(differences_page.locator(SHOWN)).to_have_count(len(names))
    heads = differences_page.locator(f"{SHOWN} h3").all_inner_texts()
    assert [head.split("\n")[0].lower() for head in heads] == [name.lower() for name in names]


def test_choosing_two_sources_leaves_the_differences_of_either(
    differences_page: Page, meresh: Chronology
) -> None:
    """Several choices of one group are joined in the same way on every page: any of them."""
    sources = differences_page.locator('[data-facet="source"]')
    sources.get_by_label("Northern Wire").check()
    sources.get_by_label("Havza").check()
    outlets = {"wire-2021", "havza-2021"}
    found = [
        one
        for one in _found(meresh)
        if outlets & {account.source for side in one.values for account in side.accounts}
    ]
    expect_result(differences_page, f"{len(found)} of {len(_found(meresh))} differences")
    expect(differences_page.locator(SHOWN)).to_have_count(len(found))


def test_filters_combine_and_the_address_carries_them(differences_page: Page) -> None:
    page = differences_page
    page.locator('[data-facet="measure"]').get_by_label("people injured").check()
    page.get_by_label("to", exact=True).fill("2021-06-01")
    page.get_by_label("in titles and values").fill("KARSK gate")
    expect_result(page, re.compile("^1 of"))
    expect(page.locator(".difference-list > li:visible")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?words=KARSK\+gate&to=2021-06-01&measure=injured$"))
    page.reload()
    wait_until_ready(page)
    expect_result(page, re.compile("^1 of"))
    page.get_by_label("in titles and values").fill("nothing of the kind")
    expect_result(
        page, re.compile(r"^0 of \d+ differences\. Differences would be found without the words")
    )
    page.get_by_role("link", name="Clear").click()
    expect_result(page, re.compile("^All "))


def test_a_value_leads_to_its_cell(differences_page: Page) -> None:
    section = differences_page.locator(".difference-list section", has_text="Opens the gate")
    section.get_by_role("link", name="Ostrany Courier").click()
    expect(differences_page).to_have_url(
        re.compile("/2021-05-06-karsk-gate-opens/#courier-2021-actors$")
    )
    cell = differences_page.locator("td:target")
    expect(cell).to_contain_text("Karsk pumphouse guards")
    expect(cell).to_be_in_viewport()
    beside = differences_page.locator("#gazette-2021-actors")
    shade = "one => getComputedStyle(one).backgroundColor"
    assert cell.evaluate(shade) != beside.evaluate(shade)


@pytest.mark.parametrize("day", ["2021-05-06", "2021-05-07", "2021-05-08"])
def test_differences_are_shown_as_known_on_a_day(
    reader: Page, meresh_address: str, meresh: Chronology, day: str
) -> None:
    """What is left is what the accounts of that day alone differ on, value by value."""
    events = tuple(
        event.model_copy(update={"accounts": told})
        for event in meresh.events
        if (told := tuple(
            account
            for account in event.accounts
            if published(meresh.sources[account.source]) <= date.fromisoformat(day)
        ))
    )  # fmt: skip
    found = _found(replace(meresh, events=events))
    page = open_page(reader, f"{meresh_address}differences/?known={day}")
    expect(page.locator(SHOWN)).to_have_count(len(found))
    read = page.locator(SHOWN).evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('.value-list > li:not([hidden])')]"
        ".map(side => [side.querySelector('b').textContent,"
        " side.querySelectorAll('a').length - side.querySelectorAll('[hidden] a').length,"
        " side.querySelectorAll('i:not([hidden])').length]))"
    )
    expected = [
        [
            [re.sub("<.*?>", "", value.words), len(value.accounts), int(n > 0 and value.differs)]
            for n, value in enumerate(one.values)
        ]
        for one in found
    ]
    assert [sorted(sides) for sides in read] == [sorted(sides) for sides in expected]


def test_without_javascript_every_difference_and_no_form(
    browser: Browser, meresh_address: str, meresh: Chronology
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{meresh_address}differences/?on=labels&known=2021-05-06")
    expect(page.locator(SHOWN)).to_have_count(len(_found(meresh)))
    for part in (".filters", ".as-known-on", ".result"):
        expect(page.locator(part)).to_be_hidden()
    context.close()
