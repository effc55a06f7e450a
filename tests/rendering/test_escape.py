"""A text from YAML comes out as exactly that text, whatever Markdown extensions are on."""

import html
import json
import re
from html.parser import HTMLParser

import markdown  # type: ignore[import-untyped]
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.support.escape import as_text
from generator.support.plain_text import paragraphs, shortened
from tests.support.chronologies import HOSTILE

EXTENSIONS = (
    ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta"]
    + ["sane_lists", "smarty", "tables", "toc"]
    + [f"pymdownx.{name}" for name in ("arithmatex", "betterem", "caret", "critic", "details")]
    + [f"pymdownx.{name}" for name in ("emoji", "inlinehilite", "keys", "magiclink", "mark")]
    + [f"pymdownx.{name}" for name in ("progressbar", "superfences", "tabbed", "tasklist", "tilde")]
)
OPTIONS = {
    "pymdownx.magiclink": {"repo_url_shorthand": True, "user": "a", "repo": "b"},
    "pymdownx.critic": {"mode": "view"},
}
# Characters that mean something, more often than chance would have them.
TEXTS = st.text(
    st.one_of(
        st.sampled_from("*_`#[](){}<>!|~^=+-.:;&$%@/\\\"'?,1aA \n\tﬀمé≠"),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    min_size=1,
    max_size=40,
)


class _Seen(HTMLParser):
    """Every element, attribute and text of some HTML."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append("comment")


CONVERTER = markdown.Markdown(extensions=EXTENSIONS, extension_configs=OPTIONS)


def _markdown(source: str) -> _Seen:
    return _Seen(CONVERTER.reset().convert(source))


def _line(text: str) -> str:
    return re.sub(r"[^\S\u00a0\u202f]+", " ", text.strip())  # no-break spaces are part of it


def _check(text: str) -> None:
    line = _line(text)
    encoded = as_text(text)
    paragraph = _markdown(f"{encoded}\n\nafter\n")
    assert paragraph.tags == (["p", "p"] if line else ["p"])
    assert paragraph.attributes == []
    assert paragraph.text.split("\n")[0] == (line or "after")
    heading = _markdown(f"# {encoded}x\n")
    assert (heading.tags, heading.text) == (["h1"], f"{line}x")
    assert [name for name, _ in heading.attributes] == ["id"]
    block = _markdown(f'<div title="{encoded}">\n<p>{encoded}</p>\n</div>\n\nafter')
    assert block.tags == ["div", "p", "p"]
    assert block.attributes == [("title", line)]
    assert block.text.split("\n")[1] == line
    assert (
        html.unescape(yaml.safe_load(json.dumps({"t": encoded}, ensure_ascii=False))["t"]) == line
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_comes_out_as_text(text: str) -> None:
    _check(text)


@given(TEXTS)
def test_any_text_comes_out_as_text(text: str) -> None:
    _check(text)


@given(TEXTS, TEXTS)
def test_texts_side_by_side_mean_nothing(one: str, other: str) -> None:
    seen = _markdown(f"x {as_text(one)} {as_text(other)}, {as_text(one)}")
    assert seen.tags == ["p"]
    assert _line(seen.text) == _line(f"x {_line(one)} {_line(other)}, {_line(one)}")


@given(st.text(max_size=30))
def test_a_text_has_one_printable_line(text: str) -> None:
    encoded = as_text(text)
    assert len(encoded.splitlines()) <= 1
    assert yaml.safe_load(json.dumps([encoded], ensure_ascii=False)) == [encoded]


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("A plain text, as it was on 2021-05-06.", "A plain text, as it was on 2021-05-06."),
        ("One sentence. Another one", "One sentence. Another one"),
        ("co-founder", "co-founder"),
        ("a. one", "a&#46; one"),
        ("Mr. Tolland said so.", "Mr&#46; Tolland said so."),
        ("1.5", "1&#46;5"),
        ("a - b", "a &#45; b"),
        ("it's", "it&#39;s"),
        ("Şırnak ≠ İzmir", "Şırnak ≠ İzmir"),
        ("  two\n lines ", "two lines"),
        ("a\x02klzzwxh:1\x03b", "aklzzwxh&#58;1b"),
    ],
)
def test_what_means_nothing_stays_readable(text: str, encoded: str) -> None:
    assert as_text(text) == encoded


def test_a_blank_line_parts_paragraphs() -> None:
    assert paragraphs("one\ntwo\n\n \nthree\r\n\r\nfour") == ("one\ntwo", "three", "four")
    assert paragraphs("") == ()


def test_a_short_text_is_cut_after_a_word() -> None:
    assert shortened("one two three", 8) == "one two…"
    assert shortened("one,  two", 8) == "one, two"
