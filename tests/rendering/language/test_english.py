"""What a page says in words."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import parse_date
from generator.model.records import Figure
from generator.rendering.language import ENGLISH
from generator.rendering.language.grammar import Grammar
from generator.rendering.parts.event_list import gap_between

words = ENGLISH.grammar

SAID: list[tuple[str, tuple[Any, ...], str | tuple[str, ...]]] = [
    ("number_words", (1200,), "1,200"),
    ("number_words", (2.5,), "2.5"),
    ("number_words", (1234567.125,), "1,234,567.125"),
    ("count_words", (0,), "no"),
    ("count_words", (4,), "four"),
    ("count_words", (12,), "twelve"),
    ("count_words", (13,), "13"),
    ("count_words", (1300,), "1,300"),
    ("number_ranges", ([6, 8, 9, 10],), "6, 8–10"),
    ("figure_words", (Figure.model_validate({"measure": "m", "value": "1200"}), "m"), "1,200 m"),
    ("join_words", (["a"],), "a"),
    ("join_words", (["a", "b"],), "a and b"),
    ("join_words", (["a", "b", "c"],), "a, b and c"),
    ("quoted", ("text",), "“text”"),
    ("sort_key", ("Élodie",), ("elodie", "élodie", "éLODIE")),
    ("day_pattern", (5,), "%(day)s May %(year)s"),
    ("first_day", (), ""),
    ("month_name", (5,), "May"),
    ("month_name", (12,), "December"),
    ("short_month_name", (9,), "Sep"),
    ("short_weekday_name", (date(2021, 5, 7),), "Fri"),
    ("day_words", (date(2021, 5, 6),), "6 May 2021"),
    ("month_words", (date(2021, 5, 6),), "May 2021"),
    ("year_range_words", (2011, 2026), "2011 to 2026"),
    ("year_range_words", (2026, 2026), "2026"),
    ("day_range_words", (date(2021, 5, 3), date(2021, 5, 3)), "on 3 May 2021"),
    ("day_range_words", (date(2021, 5, 3), date(2021, 5, 9)), "from 3 to 9 May 2021"),
    ("day_range_words", (date(2021, 4, 30), date(2021, 5, 9)), "from 30 April to 9 May 2021"),
    (
        "day_range_words",
        (date(2020, 5, 3), date(2021, 5, 3)),
        "from 3 May 2020 to 3 May 2021",
    ),
    ("date_words", (parse_date("2024-10%"),), "about October 2024 (uncertain)"),
    ("date_parts", (parse_date("2026-01-09"),), ("Friday", "9 January", "2026", "")),
    ("day_parts", (parse_date("2026-01-09"),), ("9", "Fri")),
    ("duration", (date(2021, 5, 1), date(2021, 5, 2)), "1 day"),
    ("duration", (date(2021, 5, 13), date(2021, 5, 1)), "12 days"),
    ("duration", (date(2021, 1, 1), date(2022, 2, 1)), "13 months"),
    ("duration", (date(2021, 1, 1), date(2026, 2, 1)), "5 years 1 month"),
    ("language_name", ("tr",), "Turkish"),
    ("initial", ("Évian",), "E"),
    ("initial", ("1 May Group",), "0–9"),
]


@pytest.mark.parametrize(("function", "values", "said"), SAID)
def test_english_says_what_the_table_has(
    function: str, values: tuple[Any, ...], said: str | tuple[str, ...]
) -> None:
    assert getattr(words, function)(*values) == said


def test_every_function_of_a_grammar_is_tried_above() -> None:
    names = [name for name in vars(Grammar) if not name.startswith("_")]
    functions = {name for name in names if callable(getattr(words, name))}
    assert {function for function, _, _ in SAID} == functions


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("2022-12", ("", "December", "2022", "day not given")),
        ("2011", ("", "2011", "", "month not given")),
        ("2022-11-XX", ("an unknown day in", "November", "2022", "")),
        ("2022-11-XX?", ("an unknown day in", "November", "2022", "uncertain")),
        ("2012~", ("about", "2012", "", "")),
        ("2026-01-10?", ("", "10 January", "2026", "uncertain")),
        ("2024-10%", ("about", "October", "2024", "uncertain")),
        ("2016/2019", ("", "2016 to 2019", "", "")),
        ("2026-01-06/2026-01-11", ("", "6 to 11 January", "2026", "")),
        ("2025-01-06/2026-01-06", ("", "6 January 2025 to 6 January 2026", "", "")),
        ("2026-01-10?/..", ("since", "10 January 2026 (uncertain)", "", "")),
        ("2012~/..", ("since about", "2012", "", "")),
        ("../2022-12-12", ("by", "12 December", "2022", "")),
        ("[2026-01-10,2026-01-11]", ("", "10 or 11 January", "2026", "")),
        ("[2026-01-05..2026-01-07]", ("between", "5 and 7 January", "2026", "")),
    ],
)
def test_a_date_is_taken_apart_for_the_head_of_a_page(written: str, parts: tuple[str, ...]) -> None:
    assert words.date_parts(parse_date(written)) == parts


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("2022-12", ("", "day not given")),
        ("2011", ("", "")),
        ("2022-11-XX", ("", "an unknown day")),
        ("2022-11-XX?", ("", "an unknown day, uncertain")),
        ("2022-11-XX~", ("", "an unknown day, about this month")),
        ("2026-01-10~", ("10", "about")),
        ("2026-01-10?", ("10", "uncertain")),
        ("2026-01-10%", ("10", "about, uncertain")),
        ("2022-11~", ("", "about November 2022")),
        ("2024-10%", ("", "about October 2024 (uncertain)")),
        ("2012~", ("", "about 2012")),
        ("2016/2019", ("", "2016 to 2019")),
        ("2026-01-06/2026-01-11", ("", "6 to 11")),
        ("2026-01-30/2026-02-02", ("", "30 January to 2 February 2026")),
        ("2022-11-30/2022-11", ("", "30 November 2022 to November 2022")),
        ("2024-11-27/..", ("", "since 27")),
        ("2026-01-10?/..", ("", "since 10 January 2026 (uncertain)")),
        ("../2022-12-12", ("", "by 12")),
        ("../2022-11-XX", ("", "by an unknown day in November 2022")),
        ("[2026-01-10,2026-01-11]", ("", "10 or 11")),
        ("[2026-01-05..2026-01-07]", ("", "between 5 and 7")),
    ],
)
def test_under_its_month_a_date_says_what_else_it_knows(
    written: str, parts: tuple[str, ...]
) -> None:
    assert words.day_parts(parse_date(written)) == parts


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
        (date(2021, 1, 1), date(2021, 3, 2), "2 months without a new event", 1),
        (date(2021, 7, 1), date(2021, 8, 30), "60 days without a new event", 1),
        (date(2021, 1, 31), date(2021, 7, 30), "5 months without a new event", 1),
        (date(2021, 1, 1), date(2021, 7, 1), "6 months without a new event", 2),
        (date(2021, 1, 1), date(2022, 2, 5), "13 months without a new event", 2),
        (date(2021, 1, 1), date(2023, 1, 1), "2 years without a new event", 3),
        (date(2021, 1, 1), date(2026, 2, 1), "5 years 1 month without a new event", 3),
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
