"""No page, feed, calendar or script of another language has an English word.

The made chronology is shown with its texts in letters that no program of ours writes.
"""

import re
from dataclasses import replace
from html import unescape
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from generator.exports import export
from generator.model.records import Chronology
from generator.rendering.language import Language, script_messages, theme_messages
from generator.rendering.language.catalogues import GRAMMARS, read_language
from generator.rendering.pages.data import data_page
from generator.rendering.site_pages import render
from tests.support.english_words import english_words, words_of
from tests.support.rendered_page import CONVERTER, ShownPage
from tests.support.spoken_texts import SpokenTexts, in_other_letters

LANGUAGES = sorted({*GRAMMARS} - {"en"})


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return read_language(request.param)


@pytest.fixture(scope="module")
def chronology(meresh_with_drafts: Chronology, language: Language) -> Chronology:
    settings = meresh_with_drafts.settings.model_copy(
        update={"tag": "made.example,2021", "language": language.tag}
    )
    return in_other_letters(replace(meresh_with_drafts, settings=settings))


def test_no_page_has_an_english_word(chronology: Chronology, language: Language) -> None:
    outputs = [*render(chronology, language=language)]
    outputs.append(data_page(chronology, export(chronology).formats, language))
    found: dict[str, set[str]] = {}
    for output in (output for output in outputs if output.is_page):
        page = ShownPage(output)
        spoken = SpokenTexts(CONVERTER.reset().convert(page.body))
        meta = page.meta.get("title", ""), page.meta.get("description", "")
        words = words_of(" ".join([spoken.text, *spoken.attributes, *meta]))
        for word in words & english_words(language.tag):
            found.setdefault(word, set()).add(output.path)
    assert {word: sorted(paths)[:2] for word, paths in found.items()} == {}


def test_names_of_outlets_are_parted_by_the_marks_of_the_language(
    chronology: Chronology, language: Language
) -> None:
    outputs = render(chronology, language=language)
    page = next(output for output in outputs if output.path == "outlets/index.md")
    cells = re.findall(r"<td [^>]*>(.*?)</td>", str(page.content))
    names = unescape(re.sub(r"<[^>]+>", "", " ".join(cells)))
    assert language.grammar.semicolon in names
    assert language.tag != "ar" or "; " not in names


def test_no_feed_and_no_calendar_has_one(chronology: Chronology, language: Language) -> None:
    files = {f.path: f.content for f in export(chronology, language=language).outputs}
    texts = []
    for feed in (str(text) for path, text in files.items() if path.endswith(".atom")):
        elements = [*ElementTree.fromstring(feed).iter()]
        texts += [e.text or "" for e in elements if e.tag.endswith(("title", "summary", "name"))]
        texts += [e.get("label") or "" for e in elements]
    for entry in Calendar.from_ical(files["data/chronology.ics"]).walk("VEVENT"):
        texts += [str(entry.get(name, "")) for name in ("SUMMARY", "DESCRIPTION", "LOCATION")]
    assert len(texts) > 100
    assert words_of(" ".join(texts)) & english_words(language.tag) == set()


def test_no_message_of_scripts_or_theme_has_one(language: Language) -> None:
    messages = script_messages(language)
    del messages["locale"]  # a tag
    said = [*messages.values(), *theme_messages(language).values()]
    assert words_of(" ".join(said)) & english_words(language.tag) == set()
