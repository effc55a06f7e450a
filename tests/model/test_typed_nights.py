"""Nights as people type them, in each language: one of their two days, for none says which."""

import pytest

from generator.model.dates import DateError, Proposal, parse_date, read_date


@pytest.mark.parametrize(
    "typed",
    [
        "the night of 12/13 January 2026",
        "in the night of 12-13 January 2026",
        "the night from 12 to 13 January 2026",
        "the night between 12 and 13 January 2026",
        "the night to 13 January 2026",
        "in the night into 13 January 2026",
        "in der Nacht vom 12. auf den 13. Januar 2026",
        "In der Nacht vom 12. Januar auf den 13. Januar 2026",
        "die Nacht vom 12. zum 13. Jänner 2026",
        "Nacht vom 12./13. Januar 2026",
        "in der Nacht zum 13. Januar 2026",
        "in der Nacht auf den 13. Januar 2026",
        "dans la nuit du 12 au 13 janvier 2026",
        "la nuit du 12 janvier au 13 janvier 2026",
        "dans la nuit entre le 12 et le 13 janvier 2026",
        "en la noche del 12 al 13 de enero de 2026",
        "la noche entre el 12 y el 13 de enero de 2026",
        "12 Ocak'ı 13 Ocak 2026'ya bağlayan gece",
        "12’yi 13 Ocak 2026’ya bağlayan gece",
        "12 Ocak 2026'yı 13 Ocak 2026'ya bağlayan gecede",
        "12-13 Ocak 2026 gecesi",
        "12/13 Ocak 2026 gecesi",
        "ليلة 12-13 يناير 2026",
        "في ليلة 12 إلى 13 كانون الثاني 2026",
        "الليلة الواقعة بين 12 و13 يناير 2026",
        "ليلة ١٢/١٣ يناير ٢٠٢٦",
    ],
)
def test_a_night_is_one_of_its_days(typed: str) -> None:
    assert read_date(typed) == Proposal(parse_date("[2026-01-12,2026-01-13]"))


@pytest.mark.parametrize(
    "typed",
    [
        "overnight on 31 December 2025", "in der Nacht des 31. Dezember 2025",
        "la nuit du 31 décembre 2025", "la noche del 31 de diciembre de 2025",
        "31 Aralık 2025 gecesi", "ليلة 31 ديسمبر 2025",
    ],
)  # fmt: skip
def test_a_night_of_one_day_begins_on_it(typed: str) -> None:
    date = parse_date("[2025-12-31,2026-01-01]")
    assert read_date(typed) == Proposal(date, "the night is taken to begin on that day")


@pytest.mark.parametrize(
    "night",
    [
        "the night of January 2026", "the night of 12 to 19 January 2026",
        "the night of 9999-12-31", "the night to 0001-01-01", "the night to 12 or 13 January 2026",
        "in der Nacht vom 12. auf den 15. Januar 2026", "in der Nacht zum Januar 2026",
        "dans la nuit du 12 au 19 janvier 2026", "Ocak 2026 gecesi",
    ],
)  # fmt: skip
def test_what_has_no_one_night(night: str) -> None:
    with pytest.raises(DateError):
        read_date(night)
