"""What a reader takes away of a filtered list: files, a link, the code of an embed."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from generator.exports import export
from generator.model.records import Chronology
from generator.rendering.site_pages import render
from tests.support.browser import serve
from tests.support.built_sites import build_outputs, shared_site
from tests.support.filtered_list import open_page, shown_events

pytestmark = [pytest.mark.browser, pytest.mark.build]

URL = "https://meresh.example/"
KARSK = "2021-05-06-karsk-gate-opens"


@pytest.fixture(scope="module")
def published(meresh: Chronology) -> Chronology:
    settings = meresh.settings.model_copy(update={"url": URL, "licence": "CC BY 4.0"})
    return replace(meresh, settings=settings)


@pytest.fixture(scope="module")
def address(published: Chronology, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    def build(folder: Path) -> None:
        build_outputs(folder, [*render(published), *export(published).outputs])

    with serve(shared_site(tmp_path_factory, "taken away", build) / "site") as address:
        yield address


def open_box(page: Page, address: str) -> Page:
    open_page(page, address)
    page.get_by_text("Download or share").click()
    return page


def taken(page: Page, name: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    return download.value.path().read_bytes().decode()


VIEWS = [
    "timeline/",
    "timeline/?place=karsk",
    "timeline/?kind=incident&words=gate",
    "timeline/?known=2021-05-06",
    "timeline/?from=2009-01-01&to=2018-12-31",
    "timeline/?source=does-not-exist",
]


@pytest.mark.parametrize("view", VIEWS)
def test_each_file_has_the_events_of_the_list(
    reader: Page, address: str, published: Chronology, view: str
) -> None:
    page = open_box(reader, address + view)
    ids = shown_events(page)
    assert ids
    table = list(csv.DictReader(io.StringIO(taken(page, "CSV"), newline=""), strict=True))
    assert [row["id"] for row in table] == ids
    whole = json.loads(taken(page, "JSON"))
    assert [event["id"] for event in whole["events"]] == ids
    assert whole["counts"]["events"] == len(ids)
    features = json.loads(taken(page, "Map (GeoJSON)"))["features"]
    assert list(dict.fromkeys(one["properties"]["event"] for one in features)) == ids
    calendar = Calendar.from_ical(taken(page, "Calendar"))
    assert not calendar.errors
    entries = [str(entry["UID"]).partition("@")[0] for entry in calendar.walk("VEVENT")]
    undated = [id for id in ids if id not in entries]
    assert entries == [id for id in ids if id not in undated]
    assert (f"{len(undated)} of these events" in str(calendar["X-WR-CALDESC"])) == bool(undated)


def test_each_file_says_where_it_is_from(reader: Page, address: str) -> None:
    page = open_box(reader, f"{address}timeline/?place=karsk")
    row = next(csv.DictReader(io.StringIO(taken(page, "CSV"), newline="")))
    json_about = json.loads(taken(page, "JSON"))["selection"]
    map_about = json.loads(taken(page, "Map (GeoJSON)"))["selection"]
    assert json_about == map_about
    assert {name.removeprefix("selection_"): row[name] for name in row if "selection" in name} == (
        json_about
    )
    assert json_about["licence"] == "CC BY 4.0"
    assert json_about["address"] == f"{address}timeline/?place=karsk"
    assert "The Meresh chronology" in json_about["citation"]
    assert json_about["citation"].endswith(json_about["address"])
    calendar = Calendar.from_ical(taken(page, "Calendar"))
    told = str(calendar["X-WR-CALDESC"]).replace("\\,", ",")
    assert json_about["citation"] in told
    assert "CC BY 4.0" in told


def test_events_without_a_day_make_no_calendar(reader: Page, address: str) -> None:
    page = open_box(reader, f"{address}timeline/?from=2003-01-01&to=2003-12-31")
    page.get_by_role("button", name="Calendar").click()
    expect(page.locator(".take__status")).to_contain_text("No day is known of these events")


def test_a_file_tells_no_more_than_was_known(
    reader: Page, address: str, published: Chronology
) -> None:
    """The gate opened in accounts of several days; by the first of them, one was there."""
    page = open_box(reader, f"{address}timeline/?known=2021-05-07&words=karsk")
    [event] = [one for one in json.loads(taken(page, "JSON"))["events"] if one["id"] == KARSK]
    days = {id: source.published.anchor for id, source in published.sources.items()}
    every = [account for one in published.events if one.id == KARSK for account in one.accounts]
    told = [one.id for one in every if days[one.source].isoformat() <= "2021-05-07"]
    assert 0 < len(told) < len(every)
    assert [account["id"] for account in event["accounts"]] == told
    assert all(set(one["accounts"]) <= set(told) for one in event["differences"])
    rows = csv.DictReader(io.StringIO(taken(page, "CSV"), newline=""))
    [row] = [row for row in rows if row["id"] == KARSK]
    assert row["accounts"] == f"{len(told)}"
    assert row["selection_known"] == "2021-05-07"


def test_registries_hold_what_the_events_name(reader: Page, address: str) -> None:
    page = open_box(reader, f"{address}timeline/?kind=agreement")
    whole = json.loads(taken(page, "JSON"))
    cited = {account["source"] for event in whole["events"] for account in event["accounts"]}
    assert {source["id"] for source in whole["sources"]} == cited
    assert {place for event in whole["events"] for place in event["places"]} <= {
        place["id"] for place in whole["places"]
    }


def test_differences_give_their_events(reader: Page, address: str) -> None:
    page = open_box(reader, f"{address}differences/?on=dates")
    hrefs = page.locator(".difference-list h2 a:visible").evaluate_all(
        "all => all.map(a => a.pathname)"
    )
    table = csv.DictReader(io.StringIO(taken(page, "CSV"), newline=""))
    assert [row["id"] for row in table] == [href.strip("/").rpartition("/")[2] for href in hrefs]


@pytest.mark.parametrize(
    ("view", "embed"),
    [
        ("timeline/", "timeline/"),
        ("timeline/?place=karsk", "places/karsk/"),
        ("timeline/?kind=agreement", "kinds/agreement/"),
        ("timeline/?from=2021-01-01&to=2021-12-31", "2021/"),
        ("timeline/?kind=agreement&known=2021-05-30", "kinds/agreement/#known-2021-05-"),
        ("timeline/?known=1990-01-01", "timeline/#known-0"),
    ],
)
def test_the_embed_holds_the_filter(reader: Page, address: str, view: str, embed: str) -> None:
    page = open_box(reader, address + view)
    page.get_by_text("Embed in another site").click()
    code = page.locator(".embed code")
    expect(code).to_contain_text(f'src="{URL}embed/{embed}')
    link = page.get_by_role("link", name="See the embed").get_attribute("href") or ""
    assert link.startswith(f"{address}embed/{embed}")
    assert reader.goto(link)


@pytest.mark.parametrize("view", ["?words=gate", "?kind=agreement&kind=works", "?from=2021-05-01"])
def test_a_list_that_no_embed_holds_says_so(reader: Page, address: str, view: str) -> None:
    page = open_box(reader, f"{address}timeline/{view}")
    expect(page.get_by_text("An embed holds one actor")).to_be_visible()
    expect(page.locator(".embed")).to_be_hidden()


def test_an_event_gives_its_card(reader: Page, address: str) -> None:
    page = open_page(reader, f"{address}events/{KARSK}/")
    page.get_by_text("Embed in another site").click()
    expect(page.locator(".embed code")).to_contain_text(f'src="{URL}embed/events/{KARSK}/"')


def test_copying_the_code_is_announced(reader: Page, address: str) -> None:
    """By name, with a status that a screen reader speaks; and the code is what was copied."""
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_page(reader, f"{address}events/{KARSK}/")
    page.get_by_text("Embed in another site").click()
    page.get_by_role("button", name="Copy the code").press("Enter")
    expect(page.locator(".embed").get_by_role("status")).to_have_text("Copied")
    expect(page.get_by_role("button", name="Copy the code")).to_be_focused()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".embed code").inner_text()
    assert copied.startswith("<iframe ")


def test_a_card_holds_to_the_day(reader: Page, address: str) -> None:
    page = open_page(reader, f"{address}events/{KARSK}/?known=2021-05-07")
    page.get_by_text("Embed in another site").click()
    expect(page.locator(".embed code")).to_contain_text(f"embed/events/{KARSK}/#known-2021-05-0")
    told = page.locator("dl.glance").get_by_text("Told by").locator("..").locator("dd:visible")
    outlets = len(told.all())
    page.goto(page.get_by_role("link", name="See the embed").get_attribute("href") or "")
    assert len(page.locator(".told > span:visible").all()) == outlets
    expect(page.locator(".known:target")).to_have_text("As known on 7 May 2021")
    expect(page.locator(".summary")).to_be_hidden()
    assert page.locator(".now:visible").count() == 0


def test_an_embed_in_another_site(reader: Page, address: str) -> None:
    """A frame shows it, and its links lead out of the frame."""
    reader.goto(f"{address}about/")
    reader.set_content(f'<iframe src="{address}embed/timeline/" width="360" height="480"></iframe>')
    frame = reader.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="The Meresh chronology")).to_be_visible()
    assert frame.locator("base").get_attribute("target") == "_blank"
    assert frame.locator("body").evaluate("b => b.scrollWidth <= b.clientWidth")
