"""Dates as people type them in other languages than English."""

import pytest
from babel import Locale

from generator.model.dates import read_date
from generator.model.dates.typed.other_languages import LANGUAGES


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("17 mai 2021", "2021-05-17"),
        ("1er février 2021", "2021-02-01"),
        ("du 5 au 7 août 2021", "2021-08-05/2021-08-07"),
        ("17 mai 2021 à 14h30", "2021-05-17T14:30"),
        ("13 Ocak 2026", "2026-01-13"),
        ("13 OCAK 2026", "2026-01-13"),
        ("Şubat 2026", "2026-02"),
        ("Ağustos 2026", "2026-08"),
        ("13. Januar 2026", "2026-01-13"),
        ("5. bis 7. März 2026", "2026-03-05/2026-03-07"),
        ("Anfang März 2026", "[2026-03-01..2026-03-10]"),
        ("13. Jänner 2026, 14.30 Uhr", "2026-01-13T14:30"),
        ("17 de mayo de 2021", "2021-05-17"),
        ("desde el 17 de mayo de 2021", "2021-05-17/.."),
        ("13 يناير 2026", "2026-01-13"),
        ("١٣ كانون الثاني ٢٠٢٦", "2026-01-13"),
        ("im Frühjahr 2021", "[2021-03..2021-05]"),
        ("Ende der 1970er Jahre", "[1977..1979]"),
        ("in den 1970er-Jahren", "197X"),
        ("im 19. Jahrhundert", "18XX"),
        ("a finales de mayo de 2012", "[2012-05-21..2012-05-31]"),
        ("verano de 2021", "[2021-06..2021-08]"),
        ("la década de 1970", "197X"),
        ("au printemps 2021", "[2021-03..2021-05]"),
        ("hiver 2025/26", "[2025-12..2026-02]"),
        ("fin des années 1970", "[1977..1979]"),
        ("19e siècle", "18XX"),
        ("2021 ilkbaharında", "[2021-03..2021-05]"),
        ("1970’lerde", "197X"),
        ("2012’den önce", "../2011"),
        ("Mayıs 2012’den sonra", "2012-06/.."),
        ("Mayıs 2012 sonu", "[2012-05-21..2012-05-31]"),
        ("ربيع 2021", "[2021-03..2021-05]"),
        ("أواخر 2012", "[2012-09..2012-12]"),
    ],
)
def test_what_is_read(typed: str, edtf: str) -> None:
    assert read_date(typed).date.text == edtf


def test_every_month_of_every_language_is_read() -> None:
    """Those of a language alone, not those that mean another month elsewhere."""
    for words in LANGUAGES.values():
        for locale in words.locales:
            for number, name in Locale.parse(locale).months["stand-alone"]["wide"].items():
                assert read_date(f"13 {name} 2026").date.text == f"2026-{number:02}-13", name
