"""A word in which letters of another alphabet look like its own; no other word of two alphabets."""

import pytest

from generator.support.alphabets import mixed_word, unmixed


@pytest.mark.parametrize(
    ("text", "word", "letter", "meant"),
    [
        ("the t\u043ewn", "t\u043ewn", "\u043e", "the town"),
        ("\u0421ourier, t\u043ewn", "\u0421ourier", "\u0421", "Courier, town"),
        ("\u041coсква", "\u041coсква", "o", "\u041c\u043eсква"),
        ("\u0391gri", "\u0391gri", "\u0391", "Agri"),
        ("\u0391\u03b8\u03aeva", "", "", "\u0391\u03b8\u03aeva"),  # no letter for the v
        ("\u0391\u03b8o\u03c2", "\u0391\u03b8o\u03c2", "o", "\u0391\u03b8\u03bf\u03c2"),
        ("\u0435x\u0440o", "\u0435x\u0440o", "\u0435", "expo"),  # two of either
        ("\u0421o\u0440s", "\u0421o\u0440s", "\u0421", "Cops"),
    ],
)
def test_a_letter_of_another_alphabet_is_found(
    text: str, word: str, letter: str, meant: str
) -> None:
    found = mixed_word(text)
    assert (found.word, found.letter) == (word, letter) if found else word == ""
    assert unmixed(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Москва and Athens, Αθήνα",
        "µm, Ωmega, αβx",
        "№5a",
        "WhatsApp-группа",
        "Şırnak",
        "ب town",
        "",
    ],
)
def test_what_is_written_in_its_alphabet_stays(text: str) -> None:
    assert mixed_word(text) is None
    assert unmixed(text) == text
