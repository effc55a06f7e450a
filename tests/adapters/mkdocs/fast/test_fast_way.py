"""The fast way gives the bytes of the plain way, and is used only where nobody sees a page."""

import re
import shutil
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from generator.adapters.mkdocs.fast import layout, quick_page
from generator.adapters.mkdocs.fast.fast_way import is_alone
from tests.support.big_chronology import write_big_chronology
from tests.support.chronologies import write_meresh
from tests.support.mkdocs_builds import build_here, configure, install
from tests.support.projects import ROOT

pytestmark = pytest.mark.build
_OPTIONS = {
    "as it is": "",
    "links at headings": "markdown_extensions: [{toc: {permalink: true}}]\n",
    "harmless extensions": "markdown_extensions: [attr_list, tables, {toc: {permalink: false}}, "
    "admonition, md_in_html, footnotes, def_list, pymdownx.superfences, pymdownx.tabbed]\n",
    "other extensions": "markdown_extensions: [smarty, nl2br, pymdownx.magiclink, "
    "pymdownx.betterem, {toc: {baselevel: 2}}]\n",
    "other ids": "markdown_extensions:\n  - toc:\n"
    "      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: upper}}\n",
}


@pytest.fixture
def quick_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are converted the fast way, while a test runs."""
    pages: list[str] = []
    render = quick_page.QuickPage.render

    def counted(page: quick_page.QuickPage, *args: object) -> None:
        pages.append(page.url)
        render(page, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(quick_page.QuickPage, "render", counted)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return pages


def _both_ways(project: Path, tmp_path: Path, quick_pages: list[str]) -> None:
    fast = build_here(project, tmp_path / "fast")
    assert len(quick_pages) > len(fast) // 20
    quick_pages.clear()
    _plain(project)
    plain = build_here(project, tmp_path / "plain")
    assert quick_pages == []
    assert sorted(fast) == sorted(plain)
    assert [path for path in fast if fast[path] != plain[path]] == []


def _plain(project: Path) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8")
    text = re.sub(r"- chronology(:\n +events: events)?\n", "- chronology: {fast: false}\n", text)
    assert "fast: false" in text
    (project / "mkdocs.yml").write_text(text, "utf-8")


@pytest.mark.parametrize("options", _OPTIONS.values(), ids=_OPTIONS)
def test_a_small_chronology(
    options: str, rivers: Path, tmp_path: Path, quick_pages: list[str]
) -> None:
    configure(rivers, ("plugins:\n", f"{options}plugins:\n"))
    _both_ways(rivers, tmp_path, quick_pages)


def test_every_kind_of_text(rivers: Path, tmp_path: Path, quick_pages: list[str]) -> None:
    shutil.rmtree(rivers / "events")
    sources = write_meresh(rivers / "events") / "sources.yml"
    text = sources.read_text("utf-8").replace("paragraphs: 12,", "paragraphs: 10,")
    # Some of its events begin after the days on which its sources were published.
    sources.write_text(re.sub(r"(?m)published: [^,\n}]+", "published: ../2021-12-31", text))
    _both_ways(rivers, tmp_path, quick_pages)


def test_a_larger_one(tmp_path: Path, quick_pages: list[str]) -> None:
    _both_ways(write_big_chronology(tmp_path / "made", 40), tmp_path, quick_pages)


def test_pages_of_one_kind_share_a_layout(
    tmp_path: Path, quick_pages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing but time tells where they do not: the pages are the same."""
    pages: dict[tuple[object, int], list[str]] = {}  # the layout of each, by kind and depth
    key_of = layout._key

    def kept(page: Page) -> str:
        key = key_of(page)
        pages.setdefault((page.meta["kind"], page.url.count("/")), []).append(key)
        return key

    monkeypatch.setattr(layout, "_key", kept)
    build_here(write_big_chronology(tmp_path / "made", 40), tmp_path / "site")
    many = {kind: set(keys) for kind, keys in pages.items() if len(keys) > 2}
    many.pop(("registry", 1), None)  # three lists, each with headings of its own
    assert {kind for kind, _ in many} >= {"event", "actor", "place", "source", "archive"}
    assert {kind: sorted(keys) for kind, keys in many.items() if len(keys) > 1} == {}, (
        "front matter or headings differ from page to page of a kind, so the theme is rendered "
        "for each; where: `_key` of `fast/layout.py`"
    )


def test_pages_are_whole_where_a_template_is_missing(
    rivers: Path, tmp_path: Path, quick_pages: list[str]
) -> None:
    """MkDocs then lays out all pages itself, also those that are empty until they are loaded."""
    configure(rivers, ("name: material\n", "name: material\n  static_templates: [none.html]\n"))
    _both_ways(rivers, tmp_path, quick_pages)


@pytest.mark.own_data
def test_the_real_one(tmp_path: Path, quick_pages: list[str]) -> None:
    project = tmp_path / "real"
    for folder in ("events", "docs"):
        shutil.copytree(ROOT / folder, project / folder)
    shutil.copy(ROOT / "mkdocs.yml", project)
    _both_ways(project, tmp_path, quick_pages)


@pytest.mark.parametrize("fast", ["true", "false"])
def test_anchors_in_finished_html_are_known(
    fast: str, rivers: Path, caplog: pytest.LogCaptureFixture
) -> None:
    configure(
        rivers,
        ("  - chronology\n", f"  - chronology: {{fast: {fast}}}\n"),
        ("plugins:\n", "validation: {links: {anchors: warn}}\nplugins:\n"),
    )
    event = "events/2021-05-06-gate-opens/index.md"
    (rivers / "docs/about.md").write_text(
        f"# About\n\n[one]({event}#accounts) [two]({event}#the-gate-at-river-bend-opens-at-night) "
        f"[three]({event}#no-such-thing)\n"
    )
    build_here(rivers)
    warnings = [r.getMessage() for r in caplog.records if r.levelname == "WARNING"]
    assert len(warnings) == 1
    assert "#no-such-thing" in warnings[0]


def test_without_the_folder_the_plugin_works(
    rivers: Path, quick_pages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "generator.adapters.mkdocs.fast.fast_way", None)
    assert "events/2021-05-06-gate-opens/index.html" in build_here(rivers)
    assert quick_pages == []


def test_nothing_but_the_plugin_knows_the_folder() -> None:
    folder = ROOT / "generator/adapters/mkdocs/fast"
    users = [
        path.name
        for path in (ROOT / "generator").rglob("*.py")
        if "mkdocs.fast" in path.read_text("utf-8") and folder not in path.parents
    ]
    assert users == ["plugin.py"]


_STRANGERS = {
    "another plugin": ("  - search\n", "  - search\n  - OnePage\n"),
    "a plugin of the theme": ("  - search\n", "  - search\n  - tags\n"),
    "a hook": ("plugins:\n", "hooks: [mine.py]\nplugins:\n"),
    "a template of the theme": ("name: material", "name: material\n  custom_dir: mine"),
    "a template besides": ("plugins:\n", "extra_templates: [mine.txt]\nplugins:\n"),
}
_FAMILIAR = {
    "nothing": ("plugins:\n", "plugins:\n"),
    "no search": ("  - search\n", ""),
    "a style sheet": ("plugins:\n", "extra_css: [mine.css]\nplugins:\n"),
    "pictures of the theme": ("name: material", "name: material\n  custom_dir: pictures"),
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [*((c, False) for c in _STRANGERS.values()), *((c, True) for c in _FAMILIAR.values())],
    ids=[*_STRANGERS, *_FAMILIAR],
)
def test_it_is_used_only_where_nothing_else_sees_a_page(
    change: tuple[str, str], expected: bool, rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, ["OnePage"])
    for path in ("mine.py", "mine/partials/own.html", "docs/mine.txt", "pictures/own.svg"):
        (rivers / path).parent.mkdir(parents=True, exist_ok=True)
        (rivers / path).write_text("")
    configure(rivers, change)
    assert is_alone(load_config(str(rivers / "mkdocs.yml")), "chronology") == expected


def test_a_build_holds_one_page_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_pages: list[str]
) -> None:
    late: list[quick_page.QuickPage] = []
    load = quick_page.QuickPage.load

    def counted(page: quick_page.QuickPage) -> None:
        held = [other.url for other in late if other.content or other.markdown]
        assert held == []
        load(page)
        late.append(page)
        assert page.content

    monkeypatch.setattr(quick_page.QuickPage, "load", counted)
    build_here(write_big_chronology(tmp_path / "made", 20), tmp_path / "site")
    assert len(late) > 20
    assert [page.file.content_bytes for page in late if page.file.content_bytes] == []
