"""The templates around every page say nothing past the door of languages."""

import re
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator.pipeline import THEME
from generator.rendering.language import theme_messages
from tests.support.pseudo_language import PSEUDO
from tests.support.spoken_texts import SpokenTexts, latin_words

TEMPLATES = {
    path.relative_to(THEME).as_posix(): path.read_text("utf-8")
    for path in sorted(Path(THEME).rglob("*.html"))
}


def test_every_message_of_a_template_is_known_by_name() -> None:
    used = {m for text in TEMPLATES.values() for m in re.findall(r'(?<![.\w])t\("([^"]+)"\)', text)}
    assert used == set(theme_messages(PSEUDO))


@pytest.mark.parametrize("name", ["404.html", "partials/copyright.html", "partials/card.html"])
def test_a_template_has_no_word_of_its_own(name: str) -> None:
    templates = TEMPLATES | {"main.html": "{% block content %}{% endblock %}"}
    environment = Environment(loader=DictLoader(templates))
    environment.filters["url"] = str
    theme = {"chronology_messages": theme_messages(PSEUDO)}
    config = {"theme": theme, "site_name": "1", "site_url": "https://2/"}
    html = environment.get_template(name).render(config=config, page={"meta": {}})
    spoken = SpokenTexts(html)
    alt = re.findall(r'property="og:image:alt" content="([^"]*)"', html)
    assert [text for text in (spoken.text, *spoken.attributes, *alt) if latin_words(text)] == []
    assert "⟦" in html
