"""Pages as sites really write them: what `new source --from` reads of each."""

import json
from pathlib import Path

import pytest

from generator.authoring.saved_source import read_source
from tests.support.cli import run

TEXT = "<article><p>Bir.</p><p>İki, ağır.</p></article>"
GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "@id": "https://h.example/a", "name": "The gate - Herald",
         "inLanguage": "en-GB", "datePublished": "2021-05-01T00:00:00+00:00"},
        {"@type": ["NewsArticle", "AnalysisNewsArticle"], "headline": "The gate",
         "mainEntityOfPage": {"@id": "https://h.example/a"}, "author": {"@id": "#/p/1"},
         "publisher": {"@id": "#org"}, "datePublished": "2021-05-07T23:30:00+03:00"},
        {"@type": "Person", "@id": "#/p/1", "name": "A. Writer"},
        {"@type": "Organization", "@id": "#org", "name": "The Herald"},
    ],
}  # fmt: skip
RELATED = [
    {"@type": "NewsArticle", "headline": "Another", "url": "https://h.example/other",
     "author": "Somebody Else", "datePublished": "2020-01-01"},
    {"@type": "http://schema.org/NewsArticle", "headline": "This", "url": "https://h.example/a",
     "datePublished": "2021-05-07"},
]  # fmt: skip


def _ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


PAGES = {
    "a graph whose records refer to each other": (
        f"<html>{_ld(GRAPH)}",
        {"title": "The gate", "outlet": "The Herald", "author": "A. Writer",
         "published": "2021-05-07", "language": "en-GB", "url": "https://h.example/a"},
    ),
    "an article beside those that it leads to": (
        f'<html><link rel="Canonical" href="https://h.example/a">{_ld(RELATED)}',
        {"title": "This", "published": "2021-05-07", "url": "https://h.example/a"},
    ),
    "og alone, its author an address": (
        '<html lang="ar" dir="rtl"><meta property="og:site_name" content="الخبر">'
        '<meta property="og:title" content="سد كارسك"><meta property="og:locale" content="ar_SY">'
        '<meta property="og:url" content="https://h.example/a">'
        '<meta property="article:published_time" content="2021-05-07T01:00:00+03:00">'
        '<meta property="article:author" content="https://facebook.example/h">',
        {"title": "سد كارسك", "outlet": "الخبر", "published": "2021-05-07", "language": "ar-SY",
         "url": "https://h.example/a"},
    ),
    "meta alone, its date in words": (
        '<html lang="de"><title>Das Tor</title><meta name="author" content="A. Autor">'
        '<meta name="application-name" content="Der Bote"><meta name="date" content="7. Mai 2021">'
        '<meta http-equiv="Content-Language" content="fr">',
        {"title": "Das Tor", "outlet": "Der Bote", "author": "A. Autor", "published": "2021-05-07",
         "language": "fr"},
    ),
    "what can be no value makes way for what can": (
        '<html lang="TR"><meta itemprop="datePublished" content="2021/05/07 10:00">'
        '<meta property="og:url" content="/haber/1"><meta itemprop="author" content="A. Yazar">'
        '<link rel="canonical" href="https://h.example/haber/1">'
        + _ld({"@type": "NewsArticle", "url": "/haber/1", "inLanguage": "Turkish",
               "datePublished": "dün"}),
        {"published": "2021-05-07", "author": "A. Yazar", "language": "tr",
         "url": "https://h.example/haber/1"},
    ),
    "AMP, of a video": (
        '<!doctype html><html ⚡ lang="fr"><link rel="canonical" href="https://h.example/a">'
        + _ld({"@type": "VideoObject", "name": "La vanne", "uploadDate": "2021-05-07",
               "publisher": [{"name": "Le Courrier"}]}),
        {"kind": "video", "title": "La vanne", "outlet": "Le Courrier", "published": "2021-05-07",
         "url": "https://h.example/a", "language": "fr"},
    ),
    "XHTML with CDATA, and a line break in its JSON": (
        '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        'xml:lang="es"><head><title>La puerta</title><meta name="author" content="A."/>'
        '<script type="application/ld+json">//<![CDATA[\n{"@type": "NewsArticle", "headline": '
        '"La\npuerta se abre"}\n//]]></script></head>',
        {"title": "La puerta se abre", "author": "A.", "language": "es"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("page", "fields"), PAGES.values(), ids=PAGES)
def test_a_page_says_what_it_is(page: str, fields: dict[str, str]) -> None:
    assert read_source(f"{page}<body>{TEXT}</body></html>".encode()).fields == fields


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1254">', "cp1254"),
        ('<META http-equiv=Content-Type content="text/html; charset=ISO-8859-9">', "cp1254"),
        ('<?xml version="1.0" encoding="windows-1254"?>', "cp1254"),
        ('<meta charset="windows-1254">', "utf-8"),  # as a browser saved it
        ("", "utf-8-sig"),
        ("", "utf-16"),
    ],
)
def test_a_page_is_read_in_its_encoding(head: str, encoding: str) -> None:
    page = f"{head}<html><title>“Ağır” şey</title>{TEXT}"
    found = read_source(page.encode(encoding))
    assert found.fields == {"title": "“Ağır” şey"}
    assert found.paragraphs == ["Bir.", "İki, ağır."]


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        ("<p>One<p>Two<ul><li>Three<li>Four</ul>", ["One", "Two", "Three", "Four"]),
        ("<p>One <script>var x = '<p>';</script><style>p {}</style>two</p>", ["One two"]),
        ("<p>One<br/>two</p><p/><p> </p>", ["One two"]),
        ("<article><p>One</article><p>Other", ["One"]),
        ("<div>Subscribe to read on.</div>", []),
        ("<p>One <svg><title>Drawn</title></svg> two</p>", ["One two"]),
    ],
)
def test_paragraphs_stand_as_they_are_read(body: str, paragraphs: list[str]) -> None:
    page = f"<html><title>T</title><body>{body}</body></html>"
    assert read_source(page.encode()).paragraphs == paragraphs


def test_the_record_has_the_kind_and_the_day_it_was_read(rivers: Path) -> None:
    reference = {
        "type": "report", "title": "On the gate", "publisher": "The Herald",
        "issued": {"date-parts": [[2021, 5]]}, "accessed": {"date-parts": [[2021, 6, 1]]},
    }  # fmt: skip
    (rivers / "one.json").write_text(json.dumps([reference]))
    done = run("new", "source", "--from", "one.json", cwd=rivers)
    assert done.stdout == "herald-2021-05\n", done.stderr
    record = (rivers / "events/sources.yml").read_text().partition("herald-2021-05:")[2]
    assert "kind: report\n" in record
    assert 'accessed: "2021-06-01"\n' in record


def test_a_page_without_its_text_says_so(rivers: Path) -> None:
    (rivers / "page.html").write_text(
        f"<html>{_ld(GRAPH)}<body><div>Subscribe to read on.</div></body></html>"
    )
    before = list((rivers / "texts").iterdir())
    done = run("new", "source", "--from", "page.html", "--texts", "texts", cwd=rivers)
    assert done.stdout == "herald-2021-05-07\n"
    assert "note: no paragraph was found in page.html, so no text is kept\n" in done.stderr
    assert list((rivers / "texts").iterdir()) == before
