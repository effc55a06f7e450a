"""The numbers in a line of English text."""

import pytest

from generator.validation.numerals import numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("no number at all", []),
        ("38 fighters, one of them a child, and 43 others", [38, 1, 43]),
        ("155,000 residents and 1 200 others", [155000, 1200]),
        ("a 900-kilometer (550-mile) border", [900, 550]),
        ("a six-day battle, a two-thirds vote", [6, 2]),
        ("forty-three, forty three, forty", [43, 43, 40]),
        ("a hundred, one hundred", [100, 100]),
        ("a dozen or more", [12]),
        ("140 thousand, 2.5 million, three billion", [140000, 2500000, 3000000000]),
        ("the 19th, the 2nd, on the 3rd day", []),
        ("someone often weighs tenfold", []),
        ("B2, v1.2.3, A-10", [10]),
        ("One. Two", [1, 2]),
        ("over 115.", [115]),
        ("2.5 metres", [2.5]),
        ("sıx or NİNE people, SIX PEOPLE", [6]),  # an i without its dot, or with one, is no i
    ],
)
def test_numerals_are_found_with_their_values(text: str, values: list[float]) -> None:
    assert [found.value for found in numerals(text)] == values


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("since Jan. 6", [True]),
        ("on 6 January 2026", [True, True]),
        ("the March 10 deal", [True]),
        ("from 2016 to 2019", [True, True]),
        ("in 1,999 homes", [False]),
        ("2,026 people", [False]),
        ("May 40", [False]),
        ("may number 6", [False]),
        ("six January days", [False]),
        ("2150 people", [False]),
    ],
)
def test_dates_are_no_figures(text: str, dates: list[bool]) -> None:
    assert [found.is_date for found in numerals(text)] == dates
