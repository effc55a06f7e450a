"""The pages that come with the program, in every language."""

import re
from pathlib import Path

import pytest

from generator.model.records import Settings
from generator.rendering import handwritten
from generator.rendering.handwritten import handwritten_pages
from generator.rendering.language.catalogues import read_language

FOLDER = Path(handwritten.__file__).parent
TRANSLATED = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*.md"))
_SHAPES = {
    "headings": r"^#+ ",
    "items": r"^- ",
    "bold words": r"\*\*[^*]+\*\*",
    "codes": r"^```",
}


@pytest.mark.parametrize("path", TRANSLATED)
def test_a_translated_page_has_the_parts_and_the_links_of_the_english_one(path: str) -> None:
    english, translated = (FOLDER / Path(path).name).read_text(), (FOLDER / path).read_text()
    for name, shape in _SHAPES.items():
        counts = [len(re.findall(shape, text, re.MULTILINE)) for text in (english, translated)]
        assert counts[0] == counts[1], name
    codes = [re.findall(r"^```.*?^```$", text, re.M | re.S) for text in (english, translated)]
    assert codes[0] == codes[1]
    names = [set(re.findall(r"(?<!`)`[^`\n]+`(?!`)", text)) for text in (english, translated)]
    assert names[0] == names[1]
    links = [re.findall(r"\]\(([^)]+)\)", text) for text in (english, translated)]
    assert sorted(links[0]) == sorted(links[1])


def test_a_page_that_is_not_translated_says_so_in_the_language_of_the_site() -> None:
    german = {
        page.path: str(page.content)
        for page in handwritten_pages("events", (), read_language("de"), Settings(title="Ж"))
    }
    assert german["about.md"].startswith("# Über diese Chronologie")
    assert german["problems.md"].startswith('---\nlang: en\nnotice: "Diese Seite')
    assert "# Problems and their mends" in german["problems.md"]
