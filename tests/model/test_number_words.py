"""Words around the number of a figure, in every language of the program."""

import pytest

from generator.model.number_words import AT_MOST, qualified, range_ends
from generator.model.records import Figure
from generator.rendering.language.catalogues import GRAMMARS

QUALIFIERS = ("about", "at least", "more than", "nearly", "fewer than")


@pytest.mark.parametrize("tag", sorted(GRAMMARS))
@pytest.mark.parametrize("qualifier", QUALIFIERS)
def test_what_a_page_says_of_a_figure_is_read(tag: str, qualifier: str) -> None:
    figure = Figure.model_validate({"measure": "x", "value": "300", "qualifier": qualifier})
    said = qualified(GRAMMARS[tag].figure_words(figure))
    assert said is not None
    assert (said.qualifier, said.number, said.is_plain) == (qualifier, "300", True)


@pytest.mark.parametrize("tag", sorted(GRAMMARS))
def test_what_a_page_says_of_a_range_is_read(tag: str) -> None:
    both, up_to = ({"measure": "x", **ends} for ends in ({"min": "3", "max": "5"}, {"max": "5"}))
    words = GRAMMARS[tag].figure_words
    assert range_ends(words(Figure.model_validate(both))) == ("3", "5")
    said = qualified(words(Figure.model_validate(up_to)))
    assert said is not None
    assert (said.qualifier, said.number) == (AT_MOST, "5")


@pytest.mark.parametrize(
    ("text", "qualifier", "number"),
    [
        ("ca. 300", "about", "300"),
        ("Rund 1.200", "about", "1.200"),
        ("über 300", "more than", "300"),
        ("knapp 300", "nearly", "300"),
        ("env. 300", "about", "300"),
        ("pas moins de 300", "at least", "300"),
        ("300 environ", "about", "300"),
        ("unas 300", "about", "300"),
        ("Como mínimo 300", "at least", "300"),
        ("YAKLAŞIK 300", "about", "300"),
        ("300 civarında", "about", "300"),
        ("300'den fazla", "more than", "300"),
        ("300’ün üzerinde", "more than", "300"),
        ("300'e yakın", "nearly", "300"),
        ("300'den az", "fewer than", "300"),
        ("en fazla 300", AT_MOST, "300"),
        ("حوالي 300", "about", "300"),
        ("ما لا يقل عن 300", "at least", "300"),
        ("about 300 people", "about", "300 people"),
        ("etwa 300 bis 400", "about", "300 bis 400"),
    ],
)
def test_other_words_of_people_are_read(text: str, qualifier: str, number: str) -> None:
    said = qualified(text)
    assert said is not None
    assert (said.qualifier, said.number) == (qualifier, number)


@pytest.mark.parametrize(
    "text", ["300", "dreihundert", "etwa dreihundert", "300 Boote", "", "etwa"]
)
def test_a_text_without_such_words_or_a_number_says_nothing(text: str) -> None:
    assert qualified(text) is None


@pytest.mark.parametrize(
    "text",
    ["3-5", "3–5", "3 to 5", "between 3 and 5", "zwischen 3 und 5", "von 3 bis 5", "entre 3 et 5",
     "de 3 à 5", "entre 3 y 5", "3 ile 5 arasında", "بين 3 و5", "من 3 إلى 5"],
)  # fmt: skip
def test_ranges_in_words(text: str) -> None:
    assert range_ends(text) == ("3", "5")
