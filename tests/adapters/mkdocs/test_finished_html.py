"""The extension of Markdown changes nothing but the time that a page takes."""

import re
from itertools import product
from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.site_pages import render
from tests.support.chronologies import load_meresh
from tests.support.projects import ROOT

EXTENSION = "generator.adapters.mkdocs.finished_html"
_USUAL = ("attr_list", "tables", "toc")
# Others change what HTML in a page means.
_MANY = (
    "attr_list",
    "tables",
    "toc",
    "md_in_html",
    "fenced_code",
    "footnotes",
    "def_list",
    "smarty",
)

FINISHED = (
    "<div>a</div>",
    '<section id="a1" class="b"><p>*a* &#x2a; &amp; b</p>\n  <p>c\n</section>',
    "<div><div>a</div>\n<div>b</div></div>",
    "<div>a</div>\n<div>b</div>",
    "<header><p>a</p></header>\n<p>b</p>\n<div><div>c</div></div>",
    "<ul><li>a<li>b</ul>",
    '<figure><svg viewBox="0 0 1 1"><title>a</title><path d="M0 0"/></svg></figure>',
    '<script type="application/ld+json">{"a": "b & c > d"}</script>',
    '<p hidden>a "b" `c` [d](e)</p>',
    "<p>markdowns</p>",
    "<table>\n<tr><td>a<td>b\n</table>",
    "<div>`</div>",
    "<pre>\n<div>a</div></pre>",
    "<style>a > b {}</style>",
)
"""Blocks that the extension takes."""

OTHERS = (
    "<span>a</span> *b*",
    "<time>a</time>",
    "<!-- a -->",
    "<!-- a",
    "b -->",
    "<div>",
    "</div>",
    "<div>a</div> *b*",
    "<div>a</div><div>b</div>",
    "<div>a</div>\n  <div>b</div>",
    "<div>a</div>\n<span>b</span>",
    "<div>a</div>\n<hr>\n<div>b</div>",
    "*a*\n<div>b</div>",
    "<div>a</div>\n*b*",
    "<div></div></div>",
    "<div><p></div></p></div>",
    "<section><p><section></p></section></section>",
    '<div title="</div>">a</div>',
    "<div title='a'>*b*</div>",
    '<div markdown="1">*a*</div>',
    '<div markdown="1">',
    "<div>a markdown *a*</div>",
    "<DIV>*a*</DIV>",
    "<div>a &#x2a b &copy c</div>",
    "<div>a < b</div>",
    "<hr>",
    "<hr />",
    "<pre>",
    "</pre>",
    "<script>",
    '"<div>a</div>"',
    "</script>",
    "<script>a = '<div>'</script>",
    "<textarea><div></textarea>",
    "<?php a ?>",
    "<![CDATA[ a ]]>",
    "<http://example.org>",
    "    <div>*a*</div>",
    "  <div>*a*</div>",
    "```",
    "`a",
    "b`",
    "- a",
    "    <div>b</div>",
    "1. a\n\n    b",
    "> <div>a</div>",
    "# a {#b}",
    '# <bdi lang="ar" dir="rtl">a</bdi> *b* <span>c</span>',
    "# <bdi>a",
    "# <div>a</div>",
    "# a\n<div>b</div>",
    "*a*",
    "a\n===",
    "| a | b |\n|---|---|\n| <b>c</b> | d |",
    "[a]: b",
    "[a]",
    "[^1]: a",
    "a[^1]",
    "a\n: b",
    "a &lt;div&gt; < b",
    "\x02wzxhzdk:0\x03",
)
"""What hand-written pages hold besides."""


def _html(text: str, extensions: tuple[str, ...], *ours: str) -> str:
    return str(markdown.Markdown(extensions=[*extensions, *ours]).convert(text))


@pytest.mark.parametrize("extensions", [_USUAL, _MANY], ids=["usual", "many"])
@given(
    st.lists(st.sampled_from(FINISHED + OTHERS), max_size=6), st.sampled_from(["\n\n", "\n\n\n"])
)
def test_any_page_is_as_it_would_be_without(
    extensions: tuple[str, ...], blocks: list[str], between: str
) -> None:
    text = between.join(blocks)
    assert _html(text, extensions, EXTENSION) == _html(text, extensions)


@pytest.mark.parametrize("extensions", [_USUAL, _MANY], ids=["usual", "many"])
def test_every_block_is_as_it_would_be_beside_every_other(extensions: tuple[str, ...]) -> None:
    with_ours = markdown.Markdown(extensions=[*extensions, EXTENSION])
    without = markdown.Markdown(extensions=list(extensions))
    for first, last in product(OTHERS, FINISHED):
        for text in (f"{first}\n\n{last}\n\n*end*", f"{last}\n\n{first}", f"\n{first}\n{last}"):
            assert with_ours.reset().convert(text) == without.reset().convert(text), text


@pytest.mark.parametrize("block", FINISHED)
def test_a_finished_block_is_put_aside(block: str) -> None:
    md = markdown.Markdown(extensions=[EXTENSION])
    md.preprocessors["finished_html"].run(f"# a\n\n{block}\n\n*b*\n\n".split("\n"))
    assert md.htmlStash.rawHtmlBlocks == [f"{block}\n"]


@pytest.mark.parametrize("block", OTHERS)
def test_nothing_else_is_put_aside(block: str) -> None:
    md = markdown.Markdown(extensions=[EXTENSION])
    lines = f"# a\n\n{block}\n\n*b*\n\n".split("\n")
    assert md.preprocessors["finished_html"].run(lines) == lines
    assert md.htmlStash.rawHtmlBlocks == []


def test_where_html_is_not_wanted_there_is_none() -> None:
    md = markdown.Markdown(extensions=[EXTENSION])
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    assert md.convert("<div>a</div>") == "<p>&lt;div&gt;a&lt;/div&gt;</p>"


def test_our_pages_and_the_hand_written_are_the_same(tmp_path: Path) -> None:
    pages = [str(output.content) for output in render(load_meresh(tmp_path)) if output.is_page]
    pages = [page.split("---\n", 2)[2] for page in pages]
    pages += [path.read_text("utf-8") for path in ROOT.glob("generator/rendering/handwritten/*.md")]
    assert len(pages) > 80
    with_ours = markdown.Markdown(extensions=[*_USUAL, EXTENSION])
    without = markdown.Markdown(extensions=list(_USUAL))
    for page in pages:
        assert with_ours.reset().convert(page) == without.reset().convert(page)


def test_nothing_of_our_pages_is_left_to_be_parsed(tmp_path: Path) -> None:
    md = markdown.Markdown(extensions=[EXTENSION])
    for output in render(load_meresh(tmp_path)):
        if output.is_page and "hostile" not in output.path:
            page = str(output.content).split("---\n", 2)[2]
            left = "\n".join(md.reset().preprocessors["finished_html"].run(page.split("\n")))
            left = re.sub("(?m)^# .*$", "", left)  # a heading has words in other languages
            assert "<" not in left, f"{output.path}: {left[left.index('<') :][:80]}"


def test_it_is_registered_for_other_builders() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert f'finished_html = "{EXTENSION}:FinishedHtml"' in text
