"""Every word that a reader sees comes through the door of languages: no English is typed elsewhere.

The made chronology is shown in a made language, in which all that comes through is bracketed.
"""

import pytest

from generator.model.records import Chronology
from generator.rendering.language import script_messages
from generator.rendering.site_pages import render
from tests.support.pseudo_language import PSEUDO
from tests.support.rendered_page import CONVERTER, ShownPage
from tests.support.spoken_texts import SpokenTexts, in_other_letters, latin_words

NAMES = {"BibTeX", "JSON", "YAML", "EDTF", "Atom", "https", "http"}
"""What is called so in every language; and addresses, which are shown as they are."""


@pytest.fixture(scope="module")
def pages(meresh_with_drafts: Chronology) -> dict[str, ShownPage]:
    outputs = render(in_other_letters(meresh_with_drafts), language=PSEUDO)
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


def test_no_message_of_the_scripts_is_missing_from_the_catalogue() -> None:
    messages = script_messages(PSEUDO)
    del messages["locale"]  # a tag
    assert {name: words for name, words in messages.items() if latin_words(words)} == {}
