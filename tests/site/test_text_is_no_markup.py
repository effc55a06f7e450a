"""No text is taken for markup: odd words change a site in these words alone."""

from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.support.mkdocs_builds import Files, build_here
from tests.support.one_word import write_one_word
from tests.support.projects import WriteProject

MARKUP = (
    "data-search-exclude", 'data-search="x"', "data-pagefind-ignore", "\ue000title\ue001",
    "\ue000<h1\ue001", "{{ x }}", "{% x %}", "{# x #}", "<!-- x -->", "<!--more-->", "[TOC]",
    "wzxhzdk:0", "klzzwxh:0000", "@@x@@", "%(x)s", "{0}", "\\0", "□", "markdown=1", "</section>",
    "<h1", "<title>", "</body>", "$1", "\\1", "\\g<0>", "{exclude: true}", "--8<--", "<script>",
    "]]>", "?>", "&amp;", "&#60;", "::error::x", "javascript:x", "</script>", "%s",
)  # fmt: skip
"""Attribute names, stand-ins, private characters, marks of templates and of markup."""
MKDOCS = """\
site_name: Words
edit_uri: ""
theme: {name: material, font: false}
plugins: [search, {chronology: {fast: %s}}]
"""


class _Shape(HTMLParser):
    """The tags of a page with the names of their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self._pres = 0
        self._in_embed = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(" ".join([tag, *(name for name, _ in attrs)]))
        self._pres += tag == "pre"
        self._in_embed |= ("class", "embed") in attrs

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")
        self._in_embed &= tag != "details"

    def handle_data(self, data: str) -> None:
        # The data of a script and a reference in BibTeX have escapes of their own.
        if self.cdata_elem is None and self.tags.count("/pre") == self._pres:
            self.text += unescape(data) if self._in_embed else data  # which shows HTML


def _plain(word: str) -> str:
    """Return a word of the same length that nothing is looked for in, with spaces at the places."""
    return "".join(" " if c == " " else "z" for c in word)


def _is_same_but_for_words(odd: str, plain: str) -> bool:
    return len(odd) == len(plain) and all(
        a == b or b == "z" for a, b in zip(odd, plain, strict=True)
    )


@pytest.mark.build
@pytest.mark.parametrize("fast", ["true", "false"], ids=["fast", "plain"])
@pytest.mark.parametrize("group", range(4))
def test_no_text_is_taken_for_markup(group: int, fast: str, tmp_path: Path) -> None:
    word = " ".join(MARKUP[group::4])
    sites: list[Files] = []
    for name, text in (("odd", word), ("plain", _plain(word))):
        project = write_one_word(_writer(tmp_path / name), f"Q {text} Q", MKDOCS % fast)
        sites.append(build_here(project))
    odd, plain = sites
    assert odd.keys() == plain.keys()
    for path in odd:
        if path.endswith(".html"):
            shape, expected = _Shape(odd[path].decode()), _Shape(plain[path].decode())
            assert shape.tags == expected.tags, path
            if path != "data/index.html":  # which tells how large files are
                assert _is_same_but_for_words(shape.text, expected.text), path


def _writer(folder: Path) -> WriteProject:
    def write(files: object) -> Path:
        assert isinstance(files, dict)
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(content, "utf-8")
        return folder

    return write
