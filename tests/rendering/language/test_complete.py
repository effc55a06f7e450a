"""Every language is complete: each message, in each plural form, with the places that it has."""

from gettext import c2py

import pytest
from babel import Locale

from generator.rendering.language.catalogues import GRAMMARS
from tests.support.projects import ROOT
from tests.tools.translations import read, unfinished, updated

LANGUAGES = sorted({*GRAMMARS} - {"en"})
RENEW = "run: make translations, and translate what it lists"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_message_is_translated(tag: str) -> None:
    assert [*unfinished(updated(tag))] == [], RENEW


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_catalogue_has_the_plural_forms_of_the_cldr(tag: str) -> None:
    plural_form = Locale.parse(tag, sep="-").plural_form
    index = c2py(read(tag).plural_expr)
    pairs = {(plural_form(count), index(count)) for count in range(201)}
    assert len(pairs) == len({name for name, _ in pairs}) == read(tag).num_plurals


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_catalogue_begins_with_the_words_for_the_terms(tag: str) -> None:
    assert "event: " in read(tag).header_comment


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_pages_for_readers_are_translated(tag: str) -> None:
    folder = ROOT / "generator/rendering/handwritten" / tag
    assert {path.name for path in folder.glob("*.md")} == {"about.md", "open-data.md"}
