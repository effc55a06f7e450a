"""What a page is called in a tab and told by among what a search engine found: each its own."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.loading.loader import load
from generator.model.records import Chronology, Settings
from generator.pipeline import build
from tests.support.big_chronology import write_big_chronology
from tests.support.projects import edit
from tests.support.rendered_page import ShownPage, render_pages


def _twice(pages: Mapping[str, ShownPage], key: str) -> dict[str, list[str]]:
    """The values that several pages share, with the pages; what is missing counts as a value."""
    found: dict[str, list[str]] = {}
    for path, page in pages.items():
        found.setdefault(page.meta.get(key, ""), []).append(path)
    return {value: paths for value, paths in found.items() if len(paths) > 1}


@pytest.mark.parametrize("key", ["title", "description"])
def test_no_two_pages_share_it(pages: dict[str, ShownPage], key: str) -> None:
    assert _twice(pages, key) == {}


def test_nor_do_parts_of_lists(tmp_path: Path) -> None:
    project = write_big_chronology(tmp_path, 700, records=300)
    parted = render_pages(load(project, project / "events").chronology)
    assert any(path.startswith("actors/actor-6/2") for path in parted)  # there are parts
    assert _twice(parted, "title") == {}
    assert _twice(parted, "description") == {}


def test_every_page_has_a_description(rivers: Path) -> None:
    """Also that of the data, and where nothing is told yet."""
    site = build(rivers, rivers / "events", {})
    empty = Chronology("events", Settings(title="Empty"), {}, {}, {}, ())
    ours = {o.path: ShownPage(o) for o in site.outputs if o.is_page and '"kind"' in str(o.content)}
    assert "data/index.md" in ours
    for pages in (ours, render_pages(empty)):
        assert [path for path, page in pages.items() if not page.meta.get("description")] == []


def test_an_actor_and_a_place_of_one_name_are_told_apart(rivers: Path) -> None:
    edit(rivers / "events/actors.yml", ("name: Mira Tolland", "name: River Bend"))
    pages = render_pages(load(rivers, rivers / "events").chronology)
    titles = [
        pages[f"{url}/index.md"].meta["title"] for url in ("actors/tolland", "places/river-bend")
    ]
    assert titles == ["River Bend &#40;person&#41;", "River Bend &#40;place&#41;, Meresh basin"]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("events/1998-pumping-begins", "Pumping begins at River Bend (about 1998)"),
        ("sources/gazette-2021-05-05", "Pause at the bend (The Gazette, 5 May 2021)"),
        ("2021/05", "May 2021: what happened"),
    ],
)
def test_a_title_says_the_subject(rivers_chronology: Chronology, path: str, title: str) -> None:
    page = render_pages(rivers_chronology)[f"{path}/index.md"]
    encoded = {"(": "&#40;", ")": "&#41;", ":": "&#58;"}
    assert page.meta["title"] == "".join(encoded.get(letter, letter) for letter in title)
