"""`new source --from FILE`: what a saved page or a reference says, and odd input in a sentence."""

import hashlib
import json
import time
from pathlib import Path

import pytest

from generator.authoring.saved_source import SourceFileError, read_source
from tests.support.cli import run
from tests.support.projects import read_files

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Gate opens | The Herald</title>
<meta property="og:site_name" content="Ostrany Herald"><meta property="og:title" content="No">
<link rel="canonical" href="https://herald.example/gate">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The gate &amp; the night",
"datePublished": "2021-05-07T08:00:00+01:00", "author": [{"name": "A. Writer"}, {"name": "B."}],
"publisher": {"name": "The Ostrany Herald"}}</script></head>
<body><p>Menu</p><article><h1>The gate</h1><p>It opened <b>at night</b>.</p><script>x()</script>
<p>Nobody&nbsp;saw it.</p></article><p>Footer</p></body></html>"""
CSL = {
    "type": "article-newspaper",
    "title": "The gate",
    "container-title": "Ostrany Herald",
    "author": [{"family": "Writer", "given": "A."}],
    "issued": {"date-parts": [[2021, 5, 7]]},
    "URL": "https://herald.example/gate",
    "language": "en",
}


def test_a_page_is_read_from_its_data_its_tags_and_its_article() -> None:
    source = read_source(PAGE.encode())
    assert source.fields == {
        "outlet": "The Ostrany Herald",
        "title": "The gate & the night",
        "author": "A. Writer, B.",
        "published": "2021-05-07",
        "url": "https://herald.example/gate",
        "language": "en-GB",
    }
    assert source.paragraphs == ["The gate", "It opened at night.", "Nobody saw it."]


def test_without_json_ld_the_tags_say_it() -> None:
    page = (
        '<html lang="tr"><meta property="og:site_name" content="Herald"><title>A gate</title>'
        '<meta property="article:published_time" content="2021-05-07T08:00"><p>One.<p>Two.</p>'
    )
    found = read_source(page.encode())
    assert found.fields == {
        "outlet": "Herald", "published": "2021-05-07", "language": "tr", "title": "A gate",
    }  # fmt: skip


@pytest.mark.parametrize("data", [CSL, [CSL]], ids=["one", "a list of one"])
def test_a_reference_is_read(data: object) -> None:
    assert read_source(json.dumps(data).encode()).fields == {
        "outlet": "Ostrany Herald",
        "title": "The gate",
        "url": "https://herald.example/gate",
        "language": "en",
        "author": "A. Writer",
        "published": "2021-05-07",
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "neither a page in HTML nor a reference"),
        (b"%PDF-1.7", "neither a page in HTML nor a reference"),
        (b"\xff\xfe\x00", "neither a page in HTML nor a reference"),
        (b"{", "begins like JSON and is none"),
        (b"[" * 100_000, "begins like JSON and is none"),
        (b"[]", "it holds no reference"),
        (b"[{}, {}]", "it holds 2 references: `import csl` takes all"),
        (b"[7]", "it holds no reference"),
        (b"<p>Y\xfcz", "not in UTF-8, and does not say in what"),
        (b"<meta charset=hex><p>Y\xfcz", "not in UTF-8, and does not say in what"),
        (b"<meta charset=nothing><p>Y\xfcz", "not in UTF-8, and does not say in what"),
        (b"%PDF-1.7 \xfc", "neither a page in HTML nor a reference"),
        (b"<p>" + b"x" * 5_000_001, "over 5,000,000 bytes"),
    ],
)
def test_what_is_no_source_is_told_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(SourceFileError, match=said):
        read_source(content)


@pytest.mark.parametrize(
    "content",
    [
        b"{}",
        b'{"issued": {"date-parts": "x"}, "author": [7, {"family": 7}], "title": ["x"]}',
        b'{"issued": {"date-parts": [[2021, 13, 99]]}, "URL": "javascript:alert(1)"}',
        b'<html lang="<script>"><meta name="date" content="yesterday"><meta>',
        b'<p><script type="application/ld+json">[[[{"@type": ["NewsArticle"]',
        b'<p><script type="application/ld+json">{"@graph": [7, {"@type": "Article"}]}</script>',
        b"<p><!--" * 1000,
        b"<p" * 1000,
    ],
)
def test_odd_values_are_left_out(content: bytes) -> None:
    assert read_source(content).fields == {}


@pytest.mark.parametrize("piece", ["<p><!--", "<a href='", "<![CDATA[", "<article>", "&#x"])
def test_no_page_keeps_the_reader_busy(piece: str) -> None:
    began = time.process_time()
    read_source(("<p>" + piece * 100_000).encode())
    assert time.process_time() - began < 10


def test_the_record_and_the_text_are_written_and_sound(rivers: Path) -> None:
    (rivers / "page.html").write_text(PAGE)
    done = run("new", "source", "--from", "page.html", "--texts", "texts", cwd=rivers)
    assert done.stdout == "ostrany-herald-2021-05-07\n", done.stderr
    record = (rivers / "events/sources.yml").read_text().partition("ostrany-herald-")[2]
    assert "author: A. Writer, B.\n" in record
    assert "url: https://herald.example/gate\n" in record
    text = (rivers / "texts/ostrany-herald-2021-05-07.txt").read_bytes()
    assert text.decode() == "The gate\nIt opened at night.\nNobody saw it.\n"
    assert hashlib.sha256(text).hexdigest() in record
    assert "paragraphs: 3\n" in record
    problems = run("check", "--texts", "texts", cwd=rivers).stdout
    assert {line.split()[1] for line in problems.splitlines()} == {"E403", "E502"}


def test_a_flag_has_the_last_word_and_nothing_is_written_of_what_is_none(rivers: Path) -> None:
    (rivers / "page.html").write_text(PAGE)
    named = run("new", "source", "--from", "page.html", "--outlet", "Herald", cwd=rivers)
    assert named.stdout == "herald-2021-05-07\n"
    before = read_files(rivers)
    (rivers / "page.html").write_text("no page")
    done = run("new", "source", "--from", "page.html", cwd=rivers)
    assert done.returncode == 2
    assert "page.html: it is neither a page" in done.stderr
    before.update({"page.html": b"no page"})
    assert read_files(rivers) == before
