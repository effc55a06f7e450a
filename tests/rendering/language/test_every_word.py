"""Every word that a reader sees comes through the door of languages: no English is typed elsewhere.

The made chronology is shown in a made language, in which all that comes through is bracketed.
"""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from generator.exports import export
from generator.model.records import Chronology
from generator.rendering.language import script_messages
from generator.rendering.pages.data import data_page
from generator.rendering.site_pages import render
from tests.support.pseudo_language import PSEUDO
from tests.support.rendered_page import CONVERTER, ShownPage
from tests.support.spoken_texts import NAMES, SpokenTexts, in_other_letters, latin_words


@pytest.fixture(scope="module")
def pages(meresh_with_drafts: Chronology) -> dict[str, ShownPage]:
    chronology = in_other_letters(meresh_with_drafts)
    outputs = [*render(chronology, language=PSEUDO)]
    outputs.append(data_page(chronology, export(chronology).formats, PSEUDO))
    return {output.path: ShownPage(output) for output in outputs if output.is_page}


def test_no_page_has_a_word_of_its_own(pages: dict[str, ShownPage]) -> None:
    assert len(pages) > 30
    bare: dict[str, set[str]] = {}
    for path, page in pages.items():
        spoken = SpokenTexts(CONVERTER.reset().convert(page.body))
        meta = page.meta.get("title", ""), page.meta.get("description", "")
        texts = [spoken.text, *spoken.attributes, *meta]
        for text in texts:
            for word in {*latin_words(text)} - NAMES:
                bare.setdefault(word, set()).add(path)
    assert {word: sorted(paths)[:2] for word, paths in bare.items()} == {}


def test_no_feed_and_no_calendar_has_a_word_of_its_own(meresh_with_drafts: Chronology) -> None:
    settings = meresh_with_drafts.settings.model_copy(update={"tag": "made.example,2021"})
    chronology = in_other_letters(replace(meresh_with_drafts, settings=settings))
    files = {f.path: f.content for f in export(chronology, language=PSEUDO).outputs}
    feeds = [str(text) for path, text in files.items() if path.endswith(".atom")]
    assert len(feeds) > 2
    for feed in feeds:
        elements = ElementTree.fromstring(feed).iter()
        texts = [e.text or "" for e in elements if e.tag.endswith(("title", "summary", "name"))]
        labels = [e.get("label") or "" for e in ElementTree.fromstring(feed).iter()]
        assert [text for text in (*texts, *labels) if latin_words(text)] == []
    calendar = Calendar.from_ical(files["data/chronology.ics"])
    for entry in calendar.walk("VEVENT"):
        shown = [str(entry.get(name, "")) for name in ("SUMMARY", "DESCRIPTION", "LOCATION")]
        assert [text for text in shown if latin_words(text)] == []


def test_no_message_of_the_scripts_is_missing_from_the_catalogue() -> None:
    messages = script_messages(PSEUDO)
    del messages["locale"]  # a tag
    assert {name: words for name, words in messages.items() if latin_words(words)} == {}
