"""Every language says every date, number and figure in words of its own."""

import re
from collections.abc import Iterator
from datetime import date as Day

import pytest

from generator.model.dates import MONTHS, parse_date
from generator.model.dates.typed.reader import read_words
from generator.model.records import Figure
from generator.rendering.language.catalogues import GRAMMARS, nearest_language
from tests.support.date_table import GOOD_ROWS

LANGUAGES = {tag: grammar for tag, grammar in GRAMMARS.items() if tag != "en"}
_ENGLISH = {
    *MONTHS, *(month[:3] for month in MONTHS), "the", "an", "unknown", "day", "days", "in", "about",
    "uncertain", "since", "by", "to", "between", "and", "or", "years", "month", "months", "given",
    "not", "from", "on", "more", "up", "least", "than", "nearly", "fewer",
}  # fmt: skip
_SHARED = {
    "de": {"April", "August", "September", "November", "Jan", "Apr", "Aug", "Sep", "Nov", "in"},
    "tr": {"on", "May"},
}
"""Words that are written alike in English."""


def _english_words(tag: str, *texts: str) -> set[str]:
    return {word for text in texts for word in re.findall(r"[A-Za-z]+", text)} & (
        _ENGLISH - _SHARED.get(tag, set())
    )


def _figures() -> Iterator[Figure]:
    for qualifier in ("about", "at least", "more than", "nearly", "fewer than"):
        yield Figure.model_validate({"measure": "m", "value": "1200", "qualifier": qualifier})
    for ends in ({"min": "12", "max": "20"}, {"min": "12"}, {"max": "20"}):
        yield Figure.model_validate({"measure": "m", **ends})


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("written", [row[0] for row in GOOD_ROWS])
def test_no_date_has_an_english_word_or_an_open_place(tag: str, written: str) -> None:
    grammar, date = LANGUAGES[tag], parse_date(written)
    texts = [grammar.date_words(date), *grammar.date_parts(date), *grammar.day_parts(date)]
    assert _english_words(tag, *texts) == set()
    assert not re.search(r"[{}]|  |None", "|".join(texts))
    assert all(text == text.strip() for text in texts)


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("written", [row[0] for row in GOOD_ROWS if "XX" not in row[0]])
def test_a_date_names_every_year_and_day_that_english_names(tag: str, written: str) -> None:
    words = {of: GRAMMARS[of].date_words(parse_date(written)) for of in ("en", tag)}
    numbers = {of: [int(n) for n in re.findall(r"\d+", text)] for of, text in words.items()}
    if not re.fullmatch(r".*\d{2}[\dX]X.*", written):  # decades are called in other ways
        assert sorted(numbers[tag]) == sorted(numbers["en"])


@pytest.mark.parametrize("tag", LANGUAGES)
def test_two_dates_that_differ_are_not_said_alike(tag: str) -> None:
    dates = [parse_date(row[0]) for row in GOOD_ROWS]
    words = [LANGUAGES[tag].date_words(date) for date in dates]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_count_no_span_and_no_figure_has_an_english_word(tag: str) -> None:
    grammar, first = LANGUAGES[tag], Day(2021, 5, 1)
    days = [Day(2021, 5, 1), Day(2021, 5, 2), Day(2021, 6, 20), Day(2022, 4, 1), Day(2026, 8, 1)]
    texts = [
        *(grammar.figure_words(figure) for figure in _figures()),
        *(grammar.day_range_words(first, day) for day in days),
        *(grammar.duration(first, day) for day in days),
        *(grammar.count_words(n) for n in range(2, 20)),
        *(grammar.month_name(n) + grammar.short_month_name(n) for n in range(1, 13)),
        *(grammar.short_weekday_name(Day(2021, 5, n)) for n in range(1, 8)),
        grammar.year_range_words(2011, 2026),
        grammar.join_words(["2", "3", "4"]),
    ]
    assert _english_words(tag, *texts) == set()
    assert all(texts)
    assert not re.search(r"[{}]|  ", "|".join(texts))


@pytest.mark.parametrize("tag", GRAMMARS)
def test_scripts_write_days_as_pages_do(tag: str) -> None:
    grammar = GRAMMARS[tag]
    for month in range(1, 13):
        assert grammar.month_name(month)[0].isupper() or tag in {"ar", "ckb"}
        for number in (1, 22):
            day = grammar.first_day() or "1" if number == 1 else f"{number}"
            said = grammar.day_pattern(month) % {"day": day, "year": "2022"}
            assert said == grammar.day_words(Day(2022, month, number))


SAID = [
    ("de", "2026-01-09", "9. Januar 2026"),
    ("de", "[2026-01-05..2026-01-07]", "zwischen dem 5. und dem 7. Januar 2026"),
    ("de", "2024-11-27/..", "seit dem 27. November 2024"),
    ("de", "197X~/..", "seit etwa den 1970er-Jahren"),
    ("fr", "2022-08-01", "1er août 2022"),
    ("fr", "2022-08/2022-09", "d’août à septembre 2022"),
    ("fr", "2022-08-XX", "un jour inconnu d’août 2022"),
    ("fr", "2012~/..", "depuis 2012 environ"),
    ("es", "[2026-01-07,2026-01-08]", "7 u 8 de enero de 2026"),
    ("es", "2016/2019", "de 2016 a 2019"),
    ("es", "../2022-12-12", "a más tardar el 12 de diciembre de 2022"),
    ("tr", "2026-01-09", "9 Ocak 2026"),
    ("tr", "[2026-01-05..2026-01-07]", "5 ile 7 Ocak 2026 arasında"),
    ("tr", "2024-11-27/..", "27 Kasım 2024’ten beri"),
    ("tr", "2012~/..", "2012 dolaylarından beri"),
    ("tr", "../2022-12-12", "en geç 12 Aralık 2022"),
    ("tr", "2026-01-30/2026-02-02", "30 Ocak’tan 2 Şubat 2026’ya kadar"),
    ("tr", "2026-01-09T14:00+03:00/..", "9 Ocak 2026, 14:00 (UTC+3) tarihinden beri"),
    ("tr", "197X/199X", "1970’lerden 1990’lara kadar"),
    ("ar", "2026-01-09", "9 يناير 2026"),
    ("ar", "[2026-01-05..2026-01-07]", "بين 5 و7 يناير 2026"),
    ("ar", "[2026-01-10,2026-01-11,2026-01-13]", "10، 11 أو 13 يناير 2026"),
    ("ar", "2024-11-27/..", "منذ 27 نوفمبر 2024"),
    ("ar", "2012~/..", "منذ نحو 2012"),
    ("ar", "../2022-12-12", "بحلول 12 ديسمبر 2022"),
    ("ar", "2022-11-XX?", "يوم غير معلوم من نوفمبر 2022 (غير مؤكد)"),
]


@pytest.mark.parametrize(("tag", "written", "said"), SAID)
def test_a_date_is_one_phrase_of_the_language(tag: str, written: str, said: str) -> None:
    assert GRAMMARS[tag].date_words(parse_date(written)) == said


@pytest.mark.parametrize(
    ("tag", "numbers", "quoted", "joined"),
    [
        ("de", ("1.200", "12.000", "2,5"), "„x“", "a, b und i"),
        ("fr", ("1\u202f200", "12\u202f000", "2,5"), "«\u202fx\u202f»", "a, b et i"),
        ("es", ("1200", "12.000", "2,5"), "«x»", "a, b e i"),
        ("tr", ("1.200", "12.000", "2,5"), "“x”", "a, b ve i"),
        ("ar", ("1,200", "12,000", "2.5"), "«x»", "a، b وi"),
    ],
)
def test_numbers_quotes_and_lists_are_those_of_the_language(
    tag: str, numbers: tuple[str, ...], quoted: str, joined: str
) -> None:
    grammar = GRAMMARS[tag]
    assert tuple(map(grammar.number_words, (1200, 12000, 2.5))) == numbers
    assert grammar.quoted("x") == quoted
    assert grammar.join_words("abi") == joined


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize(
    "written",
    [
        "2026-01-09", "2022-12", "2012~", "2026-01-10?", "2024-11-27/..", "../2022-12-12",
        "2026-01-06/2026-01-11", "[2026-01-10,2026-01-11]", "[2026-01-05..2026-01-07]",
        "2026-01-09T14:30", "[2016,2017]", "[2011..2013]", "../2012~",
    ],
)  # fmt: skip
def test_what_a_page_says_may_be_typed(tag: str, written: str) -> None:
    """The words of a new language stand in `generator/model/dates/typed/other_languages.py`."""
    assert read_words(GRAMMARS[tag].date_words(parse_date(written))).date.text == written


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (1998, 2021, "1998’den 2021’e kadar"),
        (2000, 2010, "2000’den 2010’a kadar"),
        (2013, 2014, "2013’ten 2014’e kadar"),
        (2016, 2019, "2016’dan 2019’a kadar"),
        (1940, 1950, "1940’tan 1950’ye kadar"),
        (1960, 1970, "1960’tan 1970’e kadar"),
        (1900, 2006, "1900’den 2006’ya kadar"),
        (2015, 2020, "2015’ten 2020’ye kadar"),
        (1980, 1990, "1980’den 1990’a kadar"),
    ],
)
def test_a_turkish_suffix_follows_the_number_as_it_is_read(
    first: int, last: int, said: str
) -> None:
    assert GRAMMARS["tr"].year_range_words(first, last) == said


@pytest.mark.parametrize(
    ("tag", "days"),
    [
        ("tr", ("1 gün", "2 gün", "11 gün", "3 ay", "5 yıl 1 ay")),
        ("ar", ("يوم", "يومان", "11 يومًا", "3 أشهر", "5 سنوات وشهر")),
    ],
)
def test_a_span_has_the_plural_form_of_its_count(tag: str, days: tuple[str, ...]) -> None:
    first, duration = Day(2020, 1, 1), GRAMMARS[tag].duration
    ends = (Day(2020, 1, 2), Day(2020, 1, 3), Day(2020, 1, 12), Day(2020, 4, 1), Day(2025, 2, 1))
    assert tuple(duration(first, day) for day in ends) == days


@pytest.mark.parametrize(
    ("tag", "said", "short"),
    [
        ("ar", "9 أغسطس 2026", "أغسطس"),
        ("ar-SY", "9 آب 2026", "آب"),
        ("ar-DZ", "9 أوت 2026", "أوت"),
        ("ar-EG", "9 أغسطس 2026", "أغسطس"),
    ],
)
def test_months_of_arabic_are_called_as_in_the_country(tag: str, said: str, short: str) -> None:
    language = nearest_language(tag)
    assert language.grammar.day_words(Day(2026, 8, 9)) == said
    assert language.grammar.short_month_name(8) == short
    assert language.gettext("Timeline") == "الخط الزمني"
