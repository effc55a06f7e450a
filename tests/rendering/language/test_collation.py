"""Names stand in the order of an alphabet."""

import pytest

from generator.rendering.language.catalogues import GRAMMARS

# As by CLDR's default order, and where a language has letters of its own, by these.
_LATIN = (
    "Æthelred, Ateş, Café Ünal, Çelik, Đorđević, Élodie, Łódź council, Öcalan, Şahin, Þór, Zana"
)


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("en", _LATIN),
        ("de", _LATIN),
        ("fr", "cote, côte, côté, cote-part, Œuvre de paix, Où, Ouvrage"),
        ("es", "nuria, Nuria, Nz, Ñu, Oñate"),
        ("tr", "Ateş, Café Ünal, Çelik, Ğ, Haz, Ilgaz, ışık, imralı, İpek, İstanbul barosu, "
               "Öcalan, Sarp, Şahin, Uz, Ünal, Zana"),
        ("ar", "أحمد, باسم, تامر, ثامر, خالد, سامي, عمر, قسد, ياسر"),
        ("en", "a, A, a b, ab, B, Δέλτα, Ж, ا"),
        # Its own letters stand before others, as by CLDR's order for Arabic.
        ("ar", "12 x, ا, آدم, أحمد, ادب, أدم, «الأهرام», باسم, تامر, ياسر, Anna, Émile, Δ, Ж"),
        ("en", "Anna, “Bora”, «Café», Zana"),
        ("en", "12 children, Actors, Élan, 'Zone'"),
    ],
)  # fmt: skip
def test_names_stand_in_the_order_of_the_alphabet(tag: str, names: str) -> None:
    right = names.split(", ")
    assert sorted(set(right), key=GRAMMARS[tag].sort_key) == right


@pytest.mark.parametrize(
    ("tag", "names", "letters"),
    [
        ("en", "Anna, élan, Øre, 'Zone', “Bora”, Жанна", "A E O Z B Ж"),
        ("en", "12 children, ٣ أطفال, …, ?!", "0–9 0–9 # #"),
        ("tr", "Çelik, çay, Ilgaz, ışık, İpek, ipek, Âli", "Ç Ç I I İ İ A"),
        ("es", "Ñu, nu, Árbol", "Ñ N A"),
        ("ar", "أحمد, آدم, «الأهرام», ياسر, Anna", "ا ا ا ي A"),
        ("de", "Österreich, ßen", "O S"),
    ],
)
def test_names_stand_under_letters_of_the_alphabet(tag: str, names: str, letters: str) -> None:
    assert [GRAMMARS[tag].initial(name) for name in names.split(", ")] == letters.split()
