"""What the theme gives to any chronology: colours, navigation, favicon, social card."""

import struct
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.pipeline import THEME
from tests.support.accessibility import STICKING_OUT, find_violations
from tests.support.browser import serve
from tests.support.built_sites import build_site
from tests.support.page_kinds import Kinds
from tests.support.projects import RIVERS
from tests.tools.pictures import CARD, FAVICON

NAME = "Contested Chronology of Northern Syria"


class Head(HTMLParser):
    """The title and the meta and link elements of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.title = ""
        self.meta: dict[str, str] = {}
        self.icons: list[str] = []
        self._tag = ""
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        given = {key: value or "" for key, value in attrs}
        if tag == "meta":
            self.meta[given.get("property", given.get("name", ""))] = given.get("content", "")
        if tag == "link" and given.get("rel") == "icon":
            self.icons.append(given["href"])

    def handle_data(self, data: str) -> None:
        if self._tag == "title" and not self.title:
            self.title = data


def _size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_pictures_are_what_others_expect() -> None:
    assert _size((THEME / FAVICON).read_bytes()) == (48, 48)
    card = (THEME / CARD).read_bytes()
    assert _size(card) == (1200, 630)
    assert len(card) < 60_000


@pytest.mark.build
def test_a_link_shows_title_summary_and_picture(site: Path) -> None:
    for path in sorted(site.rglob("index.html")):
        head = Head(path)
        address = path.parent.relative_to(site).as_posix()
        if address.startswith("embed/"):  # for frames: nobody links to it
            continue
        meta = head.meta
        if address != ".":
            assert meta["og:title"] == head.title.removesuffix(f" - {NAME}"), address
            assert meta["og:url"] == f"https://chronology.example/{address}/"
        assert meta["og:description"] == meta["description"]
        assert meta["og:type"] == ("article" if address.startswith("events/") else "website")
        assert meta["twitter:card"] == "summary_large_image"
        picture = meta["og:image"].removeprefix("https://chronology.example/")
        assert _size((site / picture).read_bytes()) == (1200, 630)
        assert [(path.parent / icon).is_file() for icon in head.icons] == [True, True]
    assert Head(site / "index.html").meta["og:title"] == NAME


@pytest.mark.build
def test_a_chronology_may_bring_its_own_pictures(rivers: Path) -> None:
    (rivers / "docs/assets/chronology").mkdir(parents=True)
    (rivers / "docs" / CARD).write_bytes(b"its own")
    (rivers / "docs/assets/sign.svg").write_text("<svg/>")
    config = rivers / "mkdocs.yml"
    name = '"Two" rivers & <one> gate'
    text = config.read_text("utf-8").replace(
        "font: false", "font: false\n  favicon: assets/sign.svg"
    )
    config.write_text(text.replace("The two rivers", f"'{name}'"), "utf-8")
    site = build_site(rivers, rivers / "site")
    assert (site / CARD).read_bytes() == b"its own"
    head = Head(site / "index.html")
    assert head.icons == ["assets/sign.svg"]
    assert head.meta["og:site_name"] == head.meta["og:title"] == name


# A mkdocs.yml that names the theme and nothing more


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rivers' site: no palette, no tabs asked for."""
    assert "palette" not in (RIVERS / "mkdocs.yml").read_text("utf-8")
    return build_site(RIVERS, tmp_path_factory.mktemp("plain") / "site")


@pytest.mark.browser
@pytest.mark.build
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_a_palette_the_site_is_light(reader: Page, plain: Path, scheme: str) -> None:
    reader.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    with serve(plain) as address:
        reader.goto(f"{address}events/2021-05-04-pause-in-pumping/")
        colours = reader.evaluate(
            """() => ['body', 'h1', 'i[role]']
              .map(one => getComputedStyle(document.querySelector(one)))
              .map(one => [one.color, one.backgroundColor])"""
        )
        (ink, paper), (heading, _), (rubric, _) = colours
        assert (ink, paper) == ("rgb(27, 26, 23)", "rgb(251, 250, 247)")
        assert (heading, rubric) == (ink, "rgb(168, 57, 11)")
        assert find_violations(reader) == []
        for width in (1280, 320):
            reader.set_viewport_size({"width": width, "height": 700})
            expect(reader.get_by_role("link", name="Timeline", exact=True)).to_have_count(1)
            assert reader.evaluate(STICKING_OUT) == []


@pytest.mark.browser
@pytest.mark.build
@pytest.mark.parametrize("width", [1280, 700, 320])
def test_the_front_page_shows_the_whole_time_before_the_lists(
    reader: Page, address: str, width: int
) -> None:
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto(address)
    boxes = [
        reader.locator(f".page--home > {one}").bounding_box()
        for one in ("h1", ".band", ".home__columns")
    ]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == 3
    assert tops == sorted(tops)


@pytest.mark.browser
@pytest.mark.build
def test_a_hand_written_page_has_no_sidebar_of_one_link(reader: Page, address: str) -> None:
    reader.goto(f"{address}about/")
    expect(reader.locator(".md-sidebar--primary")).to_be_hidden()
    expect(reader.get_by_role("link", name="Method", exact=True)).to_be_visible()


@pytest.mark.browser
@pytest.mark.build
@pytest.mark.parametrize("path", ["differences/", "timeline/", "actors/basin-council/", "places/"])
def test_what_can_be_opened_has_no_pencil_before_it(
    reader: Page, meresh_address: str, path: str
) -> None:
    """The theme draws one in blue for each summary, over its words where it is narrow."""
    reader.set_viewport_size({"width": 360, "height": 800})
    reader.goto(f"{meresh_address}{path}")
    # Also one that a page of ours will have tomorrow.
    reader.locator(".page").evaluate(
        "page => page.insertAdjacentHTML('beforeend', '<details><summary>x</summary></details>')"
    )
    marks = reader.locator(".page summary").evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::before').display)"
    )
    assert set(marks) == {"none"}


@pytest.mark.browser
@pytest.mark.build
def test_no_table_offers_to_be_sorted(reader: Page, address: str, kinds: Kinds) -> None:
    """The theme marks each head of a column that has the role of one, in a line of its own."""
    reader.goto(address + kinds["event with many accounts"])
    head = reader.locator(".accounts th[role=columnheader]").first
    head.hover()
    marks = "one => [getComputedStyle(one).cursor, getComputedStyle(one, '::after').content]"
    assert head.evaluate(marks) == ["auto", "none"]
