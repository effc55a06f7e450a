"""What the search is given of a page makes the index that the whole page would make."""

import pytest
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from generator.adapters.mkdocs.fast.quick_page import convert
from generator.adapters.mkdocs.fast.search_index import without_passed
from generator.rendering.site_pages import render
from tests.support.chronologies import load_meresh

Index = list[tuple[str | None, str, str]]


def _index(html: str) -> Index:
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [(s.id, "".join(s.title).strip(), "".join(s.text).strip()) for s in parser.data]


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The HTML of each page that the search reads, by its path."""
    pages = render(load_meresh(tmp_path_factory.mktemp("meresh")))
    sources = {page.path: str(page.content) for page in pages if page.is_page}
    converted = {path: convert(text.split("---\n", 2)[2]) for path, text in sources.items()}
    return {
        path: result[0]
        for path, result in converted.items()
        if result and path.count("/") == 2 and not path[0].isdigit()
    }


def test_the_search_index_is_the_same(contents: dict[str, str]) -> None:
    compared = 0
    for path, html in contents.items():
        light = without_passed(html)
        assert _index(light) == _index(html), path
        compared += len(html) > 2 * len(light)
    assert compared > 20


def test_a_page_is_found_once_under_its_title(contents: dict[str, str]) -> None:
    assert len(contents) > 20
    for path, html in contents.items():
        (id, title, _), *others = _index(html)
        assert (id, title != "") == (None, True), path
        assert title not in {title for _, title, _ in others}, path
