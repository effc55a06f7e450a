"""A layout shows each page as the theme would, whatever the theme shows of it."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, Template
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator.adapters.mkdocs.fast.layout import Layouts
from generator.adapters.mkdocs.fast.quick_page import QuickPage

_KNOWN = (
    "{{ page.meta.title }} {{ page.canonical_url }} {{ page.meta.description }}{{ page.content }}"
)
THEMES = {  # and whether they can be laid out once for all pages
    "the values that differ": (_KNOWN, True),
    "the first heading": ("{% for item in page.toc %}{{ item.url }}{% endfor %}" + _KNOWN, True),
    "the address": ("{{ page.url }}" + _KNOWN, False),
    "the file": ("{{ page.file.src_uri }}" + _KNOWN, False),
    "a changed title": ("{{ page.meta.title | upper }}" + _KNOWN, False),
    "a length": ("{{ page.content | length }}" + _KNOWN, False),
}


@pytest.fixture
def pages(rivers: Path) -> list[QuickPage]:
    """Pages of one kind."""
    config = load_config(str(rivers / "mkdocs.yml"))
    config.plugins._current_plugin = "chronology"  # as MkDocs does around each hook
    pages = []
    for n in range(6):
        file = File.generated(config, f"events/{n * 1111}/index.md", content="x")
        page = QuickPage(None, file, config)
        page.meta = {"title": f"Title {n}", "description": f"About {n}", "kind": "event"}
        page.markdown = ""
        page.content = f"<h1>Title {n}</h1><p>{'x' * n}</p>"
        heading = {"level": 1, "id": f"title-{n}", "name": f"Title {n}", "children": []}
        page.toc = get_toc([heading])  # type: ignore[list-item]
        pages.append(page)
    return pages


@pytest.mark.parametrize(("theme", "is_used"), THEMES.values(), ids=THEMES)
def test_each_page_is_as_the_theme_shows_it(
    theme: str, is_used: bool, pages: list[QuickPage]
) -> None:
    template = Environment(loader=DictLoader({"main.html": theme})).get_template("main.html")
    layouts = Layouts()
    rendered: list[Page] = []

    def render(page: Page) -> str:
        rendered.append(page)
        return template.render(page=page)

    for page in pages:
        assert layouts.render(page, render) == template.render(page=page)
    # The first two and one with marks, or each of them.
    assert len(rendered) == (3 if is_used else len(pages) + 1)


@pytest.mark.parametrize(("theme", "is_used"), THEMES.values(), ids=THEMES)
def test_a_layout_of_the_build_before_is_used_while_it_gives_the_first_page(
    theme: str, is_used: bool, pages: list[QuickPage]
) -> None:
    layouts = Layouts()
    for text, count in ((theme, 3), (theme, 1), (f"{theme}!", 3), (f"{theme}!", 1)):
        template = Environment(loader=DictLoader({"main.html": text})).get_template("main.html")
        rendered: list[Page] = []

        def render(page: Page, template: Template = template) -> str:
            rendered.append(page)  # noqa: B023
            return template.render(page=page)

        layouts.begin()
        for page in pages:
            assert layouts.render(page, render) == template.render(page=page)
        assert len(rendered) == (count if is_used else len(pages) + 1)


def test_a_page_converted_anew_is_laid_out_anew(pages: list[QuickPage]) -> None:
    template = Environment(loader=DictLoader({"main.html": _KNOWN})).get_template("main.html")
    layouts = Layouts()
    for word in ("one", "two"):
        layouts.begin()
        for page in pages:
            page.content = f"<p>{word}</p>"
            html = layouts.render(page, lambda page: template.render(page=page))
            assert html == template.render(page=page)
