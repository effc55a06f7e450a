"""The navigation: pages bear the names that it gives them, whoever gives them."""

import re
from pathlib import Path

import pytest

from tests.support.mkdocs_builds import build_here, configure, install, page

pytestmark = pytest.mark.build
_OF_THE_RIVERS = ["Home", "Timeline", "Differences", "Actors", "Places", "Sources", "About"]


def _without_nav(project: Path) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(re.sub(r"nav:\n(  - .*\n)+", "", text), "utf-8")


def _tabs(html: str) -> list[str]:
    links = re.findall(r'<a href="[^"]*" class="md-tabs__link">(.*?)</a>', html, re.DOTALL)
    return [" ".join(link.split()) for link in links]


def test_the_names_in_mkdocs_yml(rivers: Path) -> None:
    assert _tabs(page(build_here(rivers), "timeline/")) == _OF_THE_RIVERS


@pytest.mark.parametrize("plugins", ["[NavOnFiles, chronology]", "[chronology, NavOnFiles]"])
def test_names_given_when_the_files_are_known(
    plugins: str, rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, ["NavOnFiles"])
    _without_nav(rivers)
    configure(rivers, ("plugins:\n  - search\n  - chronology\n", f"plugins: {plugins}\n"))
    site = build_here(rivers)
    for address in ("", "timeline/", "about/"):
        assert _tabs(page(site, address)) == ["Front", "Zeitleiste", "Key event"]


@pytest.mark.parametrize("plugins", ["[NavOnNav, chronology]", "[chronology, NavOnNav]"])
def test_names_given_when_the_navigation_is_known(
    plugins: str, rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, ["NavOnNav"])
    configure(rivers, ("plugins:\n  - search\n  - chronology\n", f"plugins: {plugins}\n"))
    tabs = _tabs(page(build_here(rivers), "about/"))
    assert tabs[1:] == [
        "Our timeline",
        *(f"Our {name.lower()}" for name in _OF_THE_RIVERS[2:6]),
        "Our about.md",
    ]


@pytest.mark.parametrize("name", ["actors", "places", "sources"])
def test_one_of_a_list_stands_under_its_tab(rivers: Path, name: str) -> None:
    site = build_here(rivers)
    one = next(path for path in site if re.fullmatch(rf"{name}/[^/]+/index\.html", str(path)))
    html = page(site, str(one).removesuffix("index.html"))
    current = re.findall(r'<a aria-current="true" href="([^"]*)"', html)
    assert current == ["../"]
    assert 'aria-current="true"' not in page(site, "timeline/")


def test_without_a_navigation_the_lists_are_in_it_and_nothing_else(rivers: Path) -> None:
    _without_nav(rivers)
    site = build_here(rivers)
    expected = [
        "A made-up water dispute",
        "About",
        "Actors",
        "Differences",
        "Places",
        "Sources",
        "Timeline",
    ]
    assert _tabs(page(site, "about/")) == expected
    assert "2021-05-06" not in re.sub(r"<article.*</article>", "", page(site, "about/"), flags=re.S)
