"""Another builder: Zensical makes the same pages of the folder that stands alone."""

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import serve
from tests.support.built_pages import broken_links, read_pages
from tests.support.built_sites import shared_site
from tests.support.cli import run
from tests.support.own_data import NOT_OURS, has_own_data
from tests.support.projects import ROOT

pytestmark = [pytest.mark.build, pytest.mark.own_data]


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built by Zensical."""
    if not has_own_data():
        pytest.skip(NOT_OURS)
    return shared_site(tmp_path_factory, "site of another builder", _build) / "site"


def _build(folder: Path) -> None:
    made = run("build", "--to", str(folder), cwd=ROOT)
    assert made.returncode == 0, made.stdout + made.stderr
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _main(path: Path) -> str:
    """The content of a page, without white space."""
    html = path.read_text("utf-8")
    found = re.search(r'<div class="page .*</article>', html, re.DOTALL)
    assert found, path
    return re.sub(r"\s+", " ", found[0]).replace("> <", "><")


def test_every_page_is_there_with_what_it_says(other: Path, site: Path) -> None:
    pages = sorted(path.relative_to(site) for path in site.rglob("index.html"))
    assert pages == sorted(path.relative_to(other) for path in other.rglob("index.html"))
    for page in pages:
        if page.parts[0] == "embed":  # for frames: finished, as it is
            assert (other / page).read_bytes() == (site / page).read_bytes(), page
            continue
        one, same = (re.findall(r"<h1[^>]*>(.*?)</h1>", _main(of / page)) for of in (site, other))
        assert one == same, page
        assert len(same) == 1, page


def test_every_event_has_its_title_and_all_its_accounts(other: Path) -> None:
    events = json.loads((other / "data/chronology.json").read_text("utf-8"))["events"]
    assert len(events) > 50
    for event in events:
        main = _main(other / "events" / event["id"] / "index.html")
        found = re.search(r"<h1[^>]*>(.*?)</h1>", main)
        assert found
        assert unescape(found[1]) == event["title"]
        [table] = re.findall(r'<table class="accounts".*?</table>', main)
        rows = re.findall(r'<tr id="([a-z0-9-]+)"', table)
        assert set(rows) == {account["id"] for account in event["accounts"]}


def test_the_data_is_the_same(other: Path, site: Path) -> None:
    files = [path for path in (site / "data").rglob("*") if path.suffix != ".html"]
    files += [*site.glob("events/*/event.json"), *site.glob("actors/*/feed.atom")]
    for path in filter(Path.is_file, files):
        assert (other / path.relative_to(site)).read_bytes() == path.read_bytes(), path


def test_every_internal_link_leads_somewhere(other: Path) -> None:
    pages = read_pages(other)
    assert sum(len(page.links) for page in pages.values()) > 2000
    assert broken_links(other, pages) == []


@pytest.mark.browser
def test_a_reader_searches_and_finds(other: Path, reader: Page) -> None:
    with serve(other) as address:
        reader.goto(address)
        reader.keyboard.press("/")
        reader.keyboard.type("Tishreen Dam")
        expect(reader.locator(".search__list a").first).to_be_visible()
        reader.keyboard.press("Enter")
        expect(reader.get_by_role("heading", level=1)).to_contain_text("Tishreen Dam")
