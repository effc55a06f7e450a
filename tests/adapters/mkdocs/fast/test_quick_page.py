"""A page that is converted without Markdown is as Markdown makes it."""

from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest

from generator.adapters.mkdocs.fast.quick_page import convert
from generator.rendering.site_pages import render
from tests.support.chronologies import load_meresh

CONVERTED = (
    "# A title",
    "# A &#42;title&#42; of 3 words, ümlaut ≠ Şırnak",
    "# A title\n<header>\na</header>",
    "# A title\n\n## One\n\n### Two\n\n## One\n\n## Three",
    "## Two\n\n# One\n\n#### Four",
    "# مجلس المدينة\n\n# a 1. b",
    "Plain, encoded &#96;text&#96;. And more.",
    "As printed: words (of others); each its own. a:b",
    "# Words: as printed; here (or there)",
    "a\n\nb : c",
    "<p>a</p>\n\nb\n\n<p>c</p>",
    "<p>a</p>",
    "\n\n# a\n\n\n\nb\n",
    '<h1 id="gate_1">Gate</h1>\n\n<p id="gate">a</p>\n\n## One\n\nb',
    '# A\n\n<p id="one">a</p>\n\n<h2 id="one_1">One</h2>\n<p>b</p>',
)
OTHERS = (
    "# A *title*",
    "# A title #",
    "# A title {#own}",
    "# ",
    "#A",
    "- a",
    "1. a *b*",
    "a_b",
    "a\nb",
    "a  b",
    "    a",
    "---",
    "1. a",
    "\xa0a",
    "word " * 1000 + "*",
    "> a",
    "a\n: b",
    "a\n\n: b",
    "*[a]: b",
    "[a]: b",
    "[a](b.md)",
    "<http://example.org>\n\n*a*",
    "# a\nb",
)


def _by_markdown(text: str) -> tuple[str, list[object]]:
    extensions = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "tables", "toc"]
    md = markdown.Markdown(extensions=extensions)
    content = md.convert(text)
    return content, [_token(token) for token in md.toc_tokens]


def _token(token: dict[str, object]) -> object:
    children = [_token(child) for child in token["children"]]  # type: ignore[attr-defined]
    return token["level"], token["id"], token["name"], children


@pytest.mark.parametrize("text", CONVERTED)
def test_it_is_as_markdown_makes_it(text: str) -> None:
    converted = convert(text)
    assert converted
    assert (converted[0], [_token(token) for token in converted[1]]) == _by_markdown(text)


@pytest.mark.parametrize("text", OTHERS)
def test_what_needs_markdown_is_left_to_it(text: str) -> None:
    assert convert(text) is None


def test_our_pages_are_as_markdown_makes_them(tmp_path: Path) -> None:
    pages = [output for output in render(load_meresh(tmp_path)) if output.is_page]
    left = []
    for output in pages:
        text = str(output.content).split("---\n", 2)[2]
        if (result := convert(text)) is None:
            left.append((output.path, text.partition("\n# ")[2].partition("\n")[0]))
        else:
            tokens = [_token(token) for token in result[1]]
            assert (result[0], tokens) == _by_markdown(text), output.path
    # A heading in another language is left; no sentence of ours may be, on each of many pages.
    assert [path for path, heading in left if "<" not in heading] == []
