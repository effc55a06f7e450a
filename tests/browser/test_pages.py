"""The site in a real browser. Skipped where there is none; where CI=true, that fails."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.page_kinds import Kinds

pytestmark = [pytest.mark.browser, pytest.mark.build]


def test_the_link_of_an_event_is_copied(reader: Page, address: str, kinds: Kinds) -> None:
    """It is the permalink of the published site, wherever the page was read."""
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.goto(address + kinds["event with many accounts"])
    reader.get_by_role("button", name="Copy link").click()
    expect(reader.locator(".kicker [role=status]")).to_have_text("Copied")
    link = reader.locator("link[rel=canonical]").get_attribute("href")
    assert reader.evaluate("navigator.clipboard.readText()") == link


def test_an_error_is_reported_in_a_prefilled_issue(
    reader: Page, address: str, kinds: Kinds
) -> None:
    path = kinds["event with many accounts"]
    reader.goto(address + path)
    link = reader.get_by_role("link", name="Report an error").get_attribute("href") or ""
    assert f"event={path.strip('/').rpartition('/')[2]}" in link


def test_accounts_are_cards_on_a_phone(reader: Page, address: str, kinds: Kinds) -> None:
    """A card an account, its parts below each other with their names; wider, a table."""
    reader.goto(address + kinds["event with many accounts"])
    rows, cell = (
        reader.locator(".accounts tbody tr"),
        ".accounts td:nth-child(n + 3):not(.account__silent)",
    )
    tops = "all => all.map(one => one.getBoundingClientRect().top)"
    for width, is_card in ((1280, False), (320, True)):
        reader.set_viewport_size({"width": width, "height": 800})
        parts = rows.first.locator("th, td:not(.account__silent)")
        found = parts.evaluate_all(tops)
        assert len(found) > 2
        assert (len(set(found)) == len(found)) == is_card
        shown, name = reader.locator(cell).first.evaluate(
            "one => [getComputedStyle(one, '::before').content,"
            " one.closest('table').rows[0].cells[one.cellIndex].firstChild.data.trim()]"
        )
        assert (shown == f'"{name}"') == is_card
        table = reader.get_by_role("table").and_(
            reader.locator(".accounts")
        )  # to those who hear it
        assert table.get_by_role("row").count() == rows.count() + 1


@pytest.mark.parametrize("kind", ["event with many accounts", "source"])
def test_the_date_leads(reader: Page, address: str, kinds: Kinds, kind: str) -> None:
    """It stands beside the title, above it where there is no room; on paper beside it."""
    reader.goto(address + kinds[kind])
    for width, medium, is_beside in (
        (1280, "screen", True),
        (700, "screen", False),
        (320, "screen", False),
        (688, "print", True),
    ):
        reader.emulate_media(media=medium)  # type: ignore[arg-type]
        reader.set_viewport_size({"width": width, "height": 800})
        date, title = (reader.locator(one).bounding_box() for one in (".page-head .when", "h1"))
        assert date
        assert title
        assert (date["x"] + date["width"] <= title["x"]) == is_beside
        assert (date["y"] + date["height"] <= title["y"]) != is_beside
        assert abs(date["y"] - title["y"]) < 40 or not is_beside


def test_a_script_that_comes_with_text_is_not_run(page: Page, address: str, kinds: Kinds) -> None:
    page.goto(address + kinds["event with many accounts"])
    page.evaluate(
        """() => { const script = document.createElement('script')
        script.textContent = 'document.title = "changed"'; document.body.append(script) }"""
    )
    assert page.title() != "changed"


def test_who_tells_what_is_read_downwards_on_a_phone(reader: Page, address: str) -> None:
    """Every answer stands under its event with its heading, and an empty one not at all."""
    reader.set_viewport_size({"width": 360, "height": 740})
    reader.goto(f"{address}outlets/")
    cells = reader.locator(".outlets-table td")
    ends = cells.evaluate_all(
        "all => all.map(one => [one.textContent, one.getBoundingClientRect().right])"
    )
    assert ends
    assert [bool(text) for text, _ in ends] == [end > 0 for _, end in ends]
    assert max(end for _, end in ends) <= 360
    named = cells.first.evaluate("one => getComputedStyle(one, '::before').content")
    assert named == f'"{cells.first.get_attribute("data-name")}"'
    rows = reader.get_by_role("table").get_by_role("row")
    assert rows.count() * 3 == cells.count()


def test_the_question_of_the_day_looks_like_a_form(
    reader: Page, address: str, kinds: Kinds
) -> None:
    reader.goto(address + kinds["event with many accounts"])
    for field in reader.locator(".known-set :is(input, button)").all():
        assert field.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
