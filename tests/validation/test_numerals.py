"""The numbers in a line of English text."""

import pytest

from generator.validation.numerals import inexact_words, numbers_in_passing, numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("no number at all", []),
        ("38 fighters, one of them a child, and 43 others", [38, 1, 43]),
        ("155,000 residents and 1 200 others", [155000, 1200]),
        ("a 900-kilometer (550-mile) border", [900, 550]),
        ("a six-day battle, a two-thirds vote", [6, 2]),
        ("someone often weighs tenfold", []),
        ("B2, v1.2.3, A-10", [10]),
        ("One. Two", [1, 2]),
        ("over 115.", [115]),
        ("2.5 metres", [2.5]),
        ("9" * 5_000 + " or 7", [7]),
        (f"{'9' * 400}.5 or 7", [7]),
        ("sıx or NİNE people, SIX PEOPLE", [6]),  # an i without its dot, or with one, is no i
        # words up to a hundred
        ("zero", [0]),
        ("nineteen people", [19]),
        ("forty-three, forty three, forty", [43, 43, 40]),
        ("Twenty-One", [21]),
        ("six and seven", [6, 7]),
        ("nineteen eighty", [19, 80]),
        ("20 three days later", [20, 3]),
        # hundreds
        ("hundred, a hundred, one hundred", [100, 100, 100]),
        ("One hundred and fifty", [150]),
        ("one hundred fifty", [150]),
        ("two hundred and five", [205]),
        ("two hundred and twenty-one", [221]),
        ("twelve hundred", [1200]),
        ("5 hundred", [500]),
        ("five hundred-odd", [500]),
        ("between two hundred and five hundred", [200, 500]),
        ("between two hundred and five", [200, 5]),
        ("two hundred and five hundred", [200, 500]),
        ("two hundred, five of them", [200, 5]),
        # dozens
        ("a dozen or more", [12]),
        ("dozen", [12]),
        ("two dozen", [24]),
        ("half a dozen", [6]),
        ("half-a-dozen", [6]),
        ("five dozen two", [60, 2]),
        # scales
        ("140 thousand, 2.5 million, three billion", [140000, 2500000, 3000000000]),
        ("a thousand", [1000]),
        ("thousand", []),
        ("ten thousand and one", [10001]),
        ("one hundred thousand", [100000]),
        ("twenty-one thousand three hundred", [21300]),
        ("twenty-one thousand, three hundred", [21000, 300]),
        ("two million three hundred thousand and five", [2300005]),
        ("1.2 trillion", [1200000000000]),
        ("three lakh, two crore", [300000, 20000000]),
        ("a 12-million loan", [12000000]),
        # halves
        ("one and a half", [1.5]),
        ("Three and a half million", [3500000]),
        ("a million and a half", [1500000]),
        ("two thousand and a half", [2500]),
        ("half a million", [500000]),
        ("half an hour, an hour and a half, half of them", []),
        ("3\N{FRACTION SLASH}4", [0.75]),  # ¾ as it is normalized
        ("31\N{FRACTION SLASH}2 years", [3.5]),  # 3½
        ("3 1\N{FRACTION SLASH}2 million", [3_500_000]),  # 3 ½
        ("3\N{NARROW NO-BREAK SPACE}1\N{FRACTION SLASH}2 million", [3_500_000]),
        ("3\N{NO-BREAK SPACE}1\N{FRACTION SLASH}2 years, 12 1\N{FRACTION SLASH}4", [3.5, 12.25]),
        ("1,2001\N{FRACTION SLASH}2 litres", [1200.5]),
        ("in 2021 1\N{FRACTION SLASH}2 of it", [2021, 0.5]),
        ("1\N{FRACTION SLASH}2 million", [500000]),
        ("5\N{FRACTION SLASH}0", [5]),
        ("half million, half of a million, one half million", [500000] * 3),
        ("a million and a half, two and half million", [1500000, 2500000]),
        ("a dozen and a half", [18]),
        ("ten and half the town", [10]),
        # quarters
        ("a quarter of a million, a quarter-million", [250000, 250000]),
        ("three-quarters of a million", [750000]),
        ("two and a quarter million", [2250000]),
        ("six and three quarters", [6.75]),
        ("three and a quarter of the town, a quarter of them", [3]),
        # scales, one behind another
        ("1 million 200 thousand", [1200000]),
        ("2 thousand 300 of them", [2000, 300]),
        ("2 thousand 3000 metres away", [2000, 3000]),
        ("another thousand, another dozen", [1000, 12]),
        # digits
        ("1,200 and 12,345,678.5", [1200, 12345678.5]),
        ("1'200, 1.200.000", [1200, 1200000]),
        ("2,5 million", [2500000]),
        ("300k, 300K", [300000, 300000]),
        ("3bn, 4 mn, 5mn", [3000000000, 4000000, 5000000]),
        ("300km, 3kg, 5x", []),
        ("1.2 bn, 3 mln, 4 tn", [1200000000, 3000000, 4000000000000]),
        ("12,00,000 and 1,50,000", [1200000, 150000]),
        ("$300k", [300000]),
        ("\u0663\u0660\u0660", [300]),
        # what is no number
        ("the 19th, the 2nd, on the 3rd day", []),
        ("the twenty-first, a twenty second delay", []),
        ("several hundred, a few thousand, many dozen, a couple of hundred", []),
        ("dozens, hundreds, tens of thousands", []),
        ("a few of one hundred", [100]),
    ],
)
def test_numerals_are_found_with_their_values(text: str, values: list[float]) -> None:
    assert [found.value for found in numerals(text)] == values


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("2.5m", [(2500000, 2.5)]),
        ("800m", [(800000000, 800)]),
        ("5 m", [(5, 5000000)]),
        ("5-6k", [(5, 5000), (6000,)]),
        ("1.5 to 2bn", [(1.5, 1500000000), (2000000000,)]),
        ("1.200", [(1.2, 1200)]),
        ("1.200 thousand", [(1200, 1200000)]),
        ("two to three million", [(2, 2000000), (3000000,)]),
        ("two or three hundred", [(2, 200), (300,)]),
        ("10-12 million", [(10, 10000000), (12000000,)]),
        ("10 to 12 people", [(10,), (12,)]),
        ("one to two dozen", [(1, 12), (24,)]),
        ("one thousand to two million", [(1000,), (2000000,)]),
    ],
)
def test_what_can_be_read_in_two_ways_has_two_readings(
    text: str, readings: list[tuple[float, ...]]
) -> None:
    assert [found.readings for found in numerals(text)] == readings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("several hundred people", ["several hundred"]),
        ("A few thousand, dozens", ["A few thousand", "dozens"]),
        ("hundreds of thousands of people", ["hundreds of thousands"]),
        ("a couple of hundred", ["a couple of hundred"]),
        ("many people, some of them, two hundred", []),
    ],
)
def test_words_that_tell_no_number(text: str, words: list[str]) -> None:
    assert inexact_words(text) == words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("A soldier was killed", {1}),
        ("both officers, a pair of guards", {1, 2}),
        ("No casualties", {0}),
        ("a trio, two score", {1, 3, 20}),
        ("antidote, bothered, noon", set()),
    ],
)
def test_what_words_say_in_passing(text: str, numbers: set[int]) -> None:
    assert numbers_in_passing(text) == numbers


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Some two hundred and five.", "two hundred and five"),
        ("about 2.5m of them", "2.5m"),
        ("half a dozen cases", "half a dozen"),
    ],
)
def test_a_numeral_is_the_words_that_say_it(text: str, said: str) -> None:
    assert [found.text for found in numerals(text)] == [said]


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
