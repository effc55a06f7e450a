"""A site for the disk: every link leads to a file, and what does not work there says so."""

import re
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.adapters.project import Project
from generator.adapters.standalone import write_standalone
from generator.pipeline import THEME, build
from tests.support.browser import serve
from tests.support.built_sites import build_site

pytestmark = pytest.mark.build

PLUGINS = {
    "offline behind ours": "plugins: [search, chronology, offline]\n",
    "offline before ours": "plugins: [offline, search, chronology]\n",
    "neither": "plugins: [chronology]\nuse_directory_urls: false\n",
    "the plain way": "plugins: [{chronology: {fast: false}}]\nuse_directory_urls: false\n",
}
_LINK = re.compile(r'<(?:a|area|link|script)\s[^<>]*?(?:href|src)="([^"]*)"')


def built(project: Path, plugins: str) -> Path:
    config = project / "mkdocs.yml"
    text = re.sub(r"^plugins:(?:\n[ -].*)*\n", "", config.read_text("utf-8"), flags=re.M)
    config.write_text(text + plugins, "utf-8")
    return build_site(project, project / "site")


def broken_links(site: Path) -> set[tuple[str, str]]:
    """Return the page and the address of each link inside the site that leads to no file."""
    found = set()
    for page in site.rglob("*.html"):
        if page.name == "404.html":  # which is for servers
            continue
        for address in map(unescape, _LINK.findall(page.read_text("utf-8"))):
            path = re.split("[?#]", address)[0]
            is_own = path and not re.match("[a-z]+:|//", path)
            if is_own and not (page.parent / path).is_file():
                found.add((page.relative_to(site).as_posix(), address))
    return found


@pytest.mark.parametrize("order", PLUGINS)
def test_every_link_leads_to_a_file(rivers: Path, order: str) -> None:
    site = built(rivers, PLUGINS[order])
    assert broken_links(site) == set()
    assert (site / "about.html").is_file()
    assert "iframe-worker" not in (site / "index.html").read_text("utf-8")
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {"index.html", "timeline/index.html", "embed/timeline/index.html"} <= pages


def test_a_folder_that_stands_alone_does_the_same(rivers: Path) -> None:
    config = rivers / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "use_directory_urls: false\n", "utf-8")
    project = Project(rivers)
    site = build(project.folder, project.events, project.handwritten)
    write_standalone(project, rivers / "alone", site, THEME)
    assert broken_links(build_site(rivers / "alone", rivers / "alone/site")) == set()


def test_links_to_folders_stay_where_a_server_answers(rivers: Path) -> None:
    site = built(rivers, "plugins: [chronology]\n")
    assert 'href="../index.html' not in (site / "timeline/index.html").read_text("utf-8")
    assert broken_links(site)


@pytest.mark.browser
def test_it_opens_by_double_click(rivers: Path, browser: Browser) -> None:
    site = built(rivers, PLUGINS["neither"])
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="The whole timeline").click()
    assert page.url == (site / "timeline/index.html").as_uri()
    page.locator(".timeline-event h3 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith("/index.html")
    font = page.locator("h1").evaluate("h => getComputedStyle(h).fontFamily")
    assert font.startswith('"Chron')  # the style sheet is there
    expect(page.get_by_text("This copy has no search and no filters.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Search")).to_be_hidden()
    page.close()


@pytest.mark.browser
def test_it_has_its_search_where_a_server_answers(rivers: Path, reader: Page) -> None:
    with serve(built(rivers, PLUGINS["neither"])) as address:
        reader.goto(f"{address}index.html")
        expect(reader.get_by_role("textbox", name="Search")).to_be_visible()
        expect(reader.get_by_text("This copy has no search and no filters.")).to_be_hidden()
