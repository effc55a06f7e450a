"""What scripts write into pages comes through the door of languages, too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.model.records import Chronology
from generator.rendering.site_pages import render
from tests.support.browser import serve
from tests.support.built_sites import build_outputs, shared_site
from tests.support.pseudo_language import PSEUDO
from tests.support.spoken_texts import NAMES, SpokenTexts, in_other_letters, latin_words

pytestmark = [pytest.mark.browser, pytest.mark.build]

KARSK = "events/2021-05-06-karsk-gate-opens/"


@pytest.fixture(scope="module")
def pseudo_address(meresh: Chronology, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The made chronology in the made language, as a site."""

    def build(folder: Path) -> None:
        build_outputs(folder, render(in_other_letters(meresh), language=PSEUDO))

    with serve(shared_site(tmp_path_factory, "other letters", build) / "site") as address:
        yield address


@pytest.mark.parametrize(
    "path",
    [
        "timeline/",
        "timeline/?known=2021-05-07",
        "timeline/?known=1900-01-01",
        "timeline/?words=%D1%84%D1%84%D1%84&kind=statement",
        "timeline/?from=2021-12-01&to=2021-01-01",
        "differences/",
        "differences/?known=2021-05-07",
        "differences/?words=%D1%84%D1%84%D1%84",
        f"{KARSK}?known=2021-05-06",
        f"{KARSK}?known=2021-05-07",
        f"{KARSK}?known=2000-01-01",
        "actors/?known=2021-05-07",
        "actors/water-league/?known=2021-05-07",
        "2021/05/?known=2021-05-07",
        "sources/?known=2021-05-07",
        "?known=2021-05-07",
    ],
)
def test_no_script_has_a_word_of_its_own(reader: Page, pseudo_address: str, path: str) -> None:
    answer = reader.goto(f"{pseudo_address}{path}")
    assert answer
    assert answer.ok
    reader.wait_for_load_state("networkidle")
    spoken = SpokenTexts(reader.locator(".page").evaluate("page => page.outerHTML"))
    words = {word for text in (spoken.text, *spoken.attributes) for word in latin_words(text)}
    assert words - NAMES == set()
