"""What a page says in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.records import Figure
from generator.rendering.language import ENGLISH
from generator.rendering.language import english as words
from generator.rendering.markdown_page import plain_spellings
from generator.rendering.parts.event_list import gap_between


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ({"value": 1200}, "1,200 m"),
        ({"value": 2.5, "qualifier": "about"}, "about 2.5 m"),
        ({"value": 0}, "0 m"),
        ({"min": 12, "max": 20, "as_said": "a dozen or more"}, "12 to 20 m"),
        ({"min": 12}, "12 or more m"),
        ({"max": 20}, "up to 20 m"),
        ({"as_said": "nearly a week"}, "“nearly a week”"),
    ],
)
def test_a_figure_is_said_in_words(figure: dict[str, object], said: str) -> None:
    made = Figure.model_validate({"measure": "x"} | {k: str(v) for k, v in figure.items()})
    assert words.figure_words(made, "m") == said


@pytest.mark.parametrize(
    ("before", "after", "said", "size"),
    [
        (date(2021, 1, 1), date(2021, 3, 1), None, 0),
        (date(2021, 1, 1), date(2021, 3, 2), "2 months without an event", 1),
        (date(2021, 7, 1), date(2021, 8, 30), "60 days without an event", 1),
        (date(2021, 1, 31), date(2021, 7, 30), "5 months without an event", 1),
        (date(2021, 1, 1), date(2021, 7, 1), "6 months without an event", 2),
        (date(2021, 1, 1), date(2022, 2, 5), "13 months without an event", 2),
        (date(2021, 1, 1), date(2023, 1, 1), "2 years without an event", 3),
        (date(2021, 1, 1), date(2026, 2, 1), "5 years 1 month without an event", 3),
    ],
)
def test_a_gap_between_two_days_has_words_and_a_size(
    before: date, after: date, said: str | None, size: int
) -> None:
    gap = gap_between(ENGLISH, before, after)
    assert (gap.words if gap else None, gap.size if gap else 0) == (said, size)


@given(st.lists(st.integers(1, 40), unique=True).map(sorted))
def test_spans_hold_exactly_the_numbers(numbers: list[int]) -> None:
    held: list[int] = []
    for part in words.number_ranges(numbers).split(", ") if numbers else []:
        first, _, last = part.partition("–")
        held += range(int(first), int(last or first) + 1)
    assert held == numbers


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "English"),
        ("tr", "Turkish"),
        ("ku-Latn", "Kurdish (Latin)"),
        ("ku-arab", "Kurdish (Arabic)"),
        ("zh-Hant-TW", "Chinese (Traditional, Taiwan)"),
        ("de-at", "German (Austria)"),
        ("xx", "xx"),  # no such language
        ("kmr", "kmr"),  # none that the CLDR names, and no land that nobody wrote
        ("en-aaaaa", "en-aaaaa"),
    ],
)
def test_a_language_is_named_by_what_its_tag_says(tag: str, name: str) -> None:
    assert words.language_name(tag) == name


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("plain words alone", ""),
        ("Ağrı and Şêx, naïve cafés; Zürich", "Agri Sex Zurich cafes naive"),
        ("ماء and Вода have none", ""),
        ("Zürich, Zürich &#x26; <b>ünder</b>", "Zurich under"),
    ],
)
def test_a_search_finds_plain_spellings(text: str, plain: str) -> None:
    assert plain_spellings(text) == plain
