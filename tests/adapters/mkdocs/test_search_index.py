"""What the search is given of a page makes the index that the whole page would make."""

import markdown  # type: ignore[import-untyped]
import pytest
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from generator.adapters.mkdocs.html_passthrough import Blocks
from generator.rendering import render
from tests.support.chronologies import load_meresh

Context = list[tuple[str | None, str, str]]


def _index(html: str) -> Context:
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [(s.id, "".join(s.title).strip(), "".join(s.text).strip()) for s in parser.data]


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    pages = render(load_meresh(tmp_path_factory.mktemp("meresh")))
    return {page.path: str(page.read()) for page in pages if page.is_page}


def test_blocks_are_left_to_markdown_as_they_are(bodies: dict[str, str]) -> None:
    converter = markdown.Markdown(extensions=["attr_list", "tables", "toc"])
    for path, body in bodies.items():
        blocks = Blocks(body)
        whole = converter.reset().convert(body.split("---\n", 2)[2])
        blocks.for_search(converter.reset().convert(blocks.markdown))
        assert blocks.complete() == whole, path


def test_the_search_index_is_the_same(bodies: dict[str, str]) -> None:
    converter = markdown.Markdown(extensions=["attr_list", "tables", "toc"])
    compared = 0
    for path, body in bodies.items():
        if path.count("/") < 2 or path[0].isdigit():
            continue  # lists, which the search does not read
        blocks = Blocks(body)
        light = blocks.for_search(converter.reset().convert(blocks.markdown))
        assert _index(light) == _index(blocks.complete()), path
        compared += len(blocks.complete()) > 2 * len(light)
    assert compared > 20


def test_a_page_is_found_once_under_its_title(bodies: dict[str, str]) -> None:
    converter = markdown.Markdown(extensions=["attr_list", "tables", "toc"])
    for path, body in bodies.items():
        if path.startswith(("events/", "actors/", "places/", "sources/")) and path.count("/") == 2:
            (id, title, _), *others = _index(converter.reset().convert(body.split("---\n", 2)[2]))
            assert (id, title != "") == (None, True), path
            assert title not in {title for _, title, _ in others}, path
