"""Quoted words lead to the original, at these words."""

from urllib.parse import unquote

import pytest

from generator.model.records import Source
from generator.rendering.language import ENGLISH
from generator.rendering.parts.quoted_words import quoted_words
from tests.support.chronologies import HOSTILE
from tests.support.rendered_page import Dom


def _source(**facts: str) -> Source:
    return Source.model_validate(
        {"id": "gazette", "path": "x", "outlet": "Gazette", "published": "2026", **facts}
    )


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("the gate-breakers", "the%20gate%2Dbreakers"),
        ("At least … 43 civilians", "At%20least,43%20civilians"),
        ("4, 5 & 6", "4%2C%205%20%26%206"),
        ("مجلس", "%D9%85%D8%AC%D9%84%D8%B3"),
    ],
)
def test_a_link_leads_to_the_words(words: str, fragment: str) -> None:
    drawn = Dom(quoted_words(ENGLISH, _source(url="https://gazette.example/a#top"), words))
    (link,) = drawn.all("a")
    assert link["href"] == f"https://gazette.example/a#:~:text={fragment}"
    assert drawn.text == words


def test_an_archived_copy_stands_beside_the_link() -> None:
    copy = "https://web.archive.org/web/20260101000000/https://gazette.example/a"
    drawn = Dom(
        quoted_words(ENGLISH, _source(url="https://gazette.example/a", archive_url=copy), "words")
    )
    assert drawn.all("a")[0]["data-versionurl"] == copy
    assert drawn.all("a")[0]["data-versiondate"] == "2026-01-01"


def test_without_an_address_words_are_no_link() -> None:
    assert "<a" not in quoted_words(ENGLISH, _source(), "words")


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_quoted_stays_in_its_attribute(text: str) -> None:
    (link,) = Dom(quoted_words(ENGLISH, _source(url="https://gazette.example/"), text)).all("a")
    assert set(link) == {"href", "rel"}
    found = unquote((link["href"] or "").partition(":~:text=")[2])
    assert found.split(",")[0][:5].strip() in text
