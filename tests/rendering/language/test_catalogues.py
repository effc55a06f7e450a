"""A language is read from its grammar and its catalogue, and a whole site speaks it."""

from pathlib import Path

import pytest

from generator.pipeline import build
from generator.rendering.handwritten import handwritten_pages
from generator.rendering.language import ENGLISH, nearest_language
from generator.rendering.language.catalogues import GRAMMARS, read_catalogue, read_language
from generator.rendering.language.messages import Language
from tests.support.projects import RIVERS
from tests.support.pseudo_language import PSEUDO

_CATALOGUE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Corrections"
msgstr "Rectificatifs"

msgid "Sources"
msgstr ""

msgctxt "verb"
msgid "follows"
msgstr "suit"

msgid "%(count)s event"
msgid_plural "%(count)s events"
msgstr[0] "%(count)s fait"
msgstr[1] "%(count)s faits"
"""


def test_a_catalogue_translates_what_it_holds_and_leaves_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    path.write_text(_CATALOGUE, "utf-8")
    french = Language("fr", GRAMMARS["en"], read_catalogue(path, "fr"))
    assert french.gettext("Corrections") == "Rectificatifs"
    assert french.gettext("Sources") == "Sources"
    assert french.pgettext("verb", "follows") == "suit"
    counts = [french.ngettext("%(count)s event", "%(count)s events", n) for n in (0, 1, 2)]
    assert counts == ["0 fait", "1 fait", "2 faits"]


@pytest.mark.parametrize(
    ("old", "new", "message", "place"),
    [
        ("%(count)s faits", "%(zahl)s faits", "%(count)s event", "%(zahl)s"),
        ("Rectificatifs", "Rectificatifs de %(wer)s", "Corrections", "%(wer)s"),
    ],
)
def test_a_translation_names_only_places_of_its_message(
    old: str, new: str, message: str, place: str, tmp_path: Path
) -> None:
    path = tmp_path / "fr.po"
    path.write_text(_CATALOGUE.replace(old, new), "utf-8")
    with pytest.raises(ValueError, match=r"fr\.po") as raised:
        read_catalogue(path, "fr")
    assert repr(message) in str(raised.value)
    assert place in str(raised.value)


def test_a_translation_may_leave_a_place_out_and_be_unfinished(tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    fuzzy = '#, fuzzy\nmsgid "Places"\nmsgstr "%(wer)s"\n'
    short = _CATALOGUE.replace('"%(count)s fait"', '"un fait"')
    path.write_text(f"{short}\n{fuzzy}", "utf-8")
    french = Language("fr", GRAMMARS["en"], read_catalogue(path, "fr"))
    assert french.ngettext("%(count)s event", "%(count)s events", 1) == "un fait"
    assert french.gettext("Places") == "Places"


def test_english_is_the_language_of_the_source_and_a_strange_tag_is_none() -> None:
    assert read_language("en") is ENGLISH
    with pytest.raises(KeyError):
        read_language("xx")


def test_every_language_has_its_catalogue() -> None:
    for tag in GRAMMARS:
        assert read_language(tag).tag == tag


def test_a_whole_site_speaks_the_language_that_it_is_built_in() -> None:
    site = build(RIVERS, RIVERS / "events", {}, language=PSEUDO)
    pages = {output.path: str(output.content) for output in site.outputs if output.is_page}
    for path in ("index.md", "corrections/index.md", "data/index.md"):
        assert "⟦" in pages[path], path
    by_hand = {
        page.path for page in handwritten_pages("events", (), PSEUDO, site.chronology.settings)
    }
    assert all("⟦" in page for path, page in pages.items() if path not in by_hand)


def test_the_chronology_chooses_the_language_that_is_nearest() -> None:
    assert nearest_language(None) is nearest_language("tlh") is ENGLISH
    assert nearest_language("en-GB") is ENGLISH
