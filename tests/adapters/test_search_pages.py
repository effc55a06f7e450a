"""Pages that people wrote, as the search knows them."""

import pytest

from generator.adapters.search_pages import search_pages
from generator.rendering.search.record import SearchRecord


@pytest.mark.parametrize(
    ("text", "title", "texts"),
    [
        ("# About\n\nTwo *words*\nin `it`.\n", "About", ("Two words in it.",)),
        ("---\ntitle: Given\n---\nText", "Given", ("Text",)),
        ("## Part {#own}\n\n- [one](a.md)\n- two", "x/", ("Part", "one", "two")),
        ("# A\n\n| a | b |\n|---|---|\n| c_d | e |", "A", ("a b", "c_d e")),
        ("# A #\n```py\ncode\n```\n<b>bold</b> <!-- no -->", "A", ("code", "bold")),
        ("---\n: [\n---\n# A", "A", ()),
        ("", "x/", ()),
    ],
)
def test_markdown_is_read_as_text(text: str, title: str, texts: tuple[str, ...]) -> None:
    assert list(search_pages([("x.md", text)])) == [SearchRecord("page", "x/", title, texts=texts)]


def test_a_page_may_stay_out_of_the_search() -> None:
    assert list(search_pages([("x.md", "---\nsearch:\n  exclude: true\n---\n# A")])) == []


def test_pages_come_in_the_order_of_their_paths() -> None:
    pages = search_pages([("b/index.md", ""), ("a.md", ""), ("index.md", "")])
    assert [page.url for page in pages] == ["a/", "b/", ""]
