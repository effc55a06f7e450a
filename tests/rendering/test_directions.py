"""Texts of two directions side by side: each keeps its own order, and its place (UAX #9)."""

import pytest

from generator.support.directions import (
    Direction,
    as_elements,
    in_direction,
    in_language,
    is_right_to_left,
    isolated,
    without_isolates,
)

LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"
COUNCIL = "مجلس المدينة"


@pytest.mark.parametrize(
    "language", ["ar", "fa", "he", "ckb", "ur", "ar-SY", "ku-Arab", "az-Arab-IR"]
)
def test_a_language_written_right_to_left_is_marked_so(language: str) -> None:
    assert is_right_to_left(language)
    assert in_language(language, "en") == f' lang="{language}" dir="rtl"'


@pytest.mark.parametrize("language", ["tr", "ku", "ku-Latn", "ar-Latn", "de"])
def test_a_language_written_left_to_right_is_marked_so(language: str) -> None:
    assert not is_right_to_left(language)
    assert in_language(language, "en") == f' lang="{language}" dir="ltr"'


@pytest.mark.parametrize(
    ("language", "around"),
    [(None, "en"), (None, "ar"), ("en", "en"), ("en-GB", "en"), ("ar-SY", "ar"), ("ar", "AR")],
)
def test_the_language_of_the_site_is_not_marked(language: str | None, around: str) -> None:
    assert in_language(language, around) == ""


def test_english_is_a_language_like_others() -> None:
    assert in_language("en", "ar") == ' lang="en" dir="ltr"'


@pytest.mark.parametrize("value", ["المهندس", "“המהנדס”", "1. قنديل (Qandil)"])
def test_a_text_of_no_known_language_runs_as_its_first_letter(value: str) -> None:
    assert in_direction(value, "ltr") == ' dir="rtl"'
    assert in_direction(value, "rtl") == ""
    assert in_direction(f"the {value}", "ltr") == in_direction("12 %", "ltr") == ""
    assert in_direction(f"the {value}", "rtl") == ' dir="ltr"'
    assert in_direction("12 %", "rtl") == ""


@pytest.mark.parametrize(
    ("text", "around", "start"),
    [
        ("The Gazette", "ltr", ""),
        ("Şırnak, 12 %", "ltr", ""),
        ("12 – 14", "rtl", ""),
        (COUNCIL, "rtl", ""),
        (COUNCIL, "ltr", RLI),
        ("The Gazette", "rtl", LRI),
        ("عنب بلدي (Enab Baladi)", "ltr", RLI),
        ("الميادين (Al Mayadeen)", "rtl", RLI),
        ("The SDF (قسد) leaves", "ltr", LRI),
        ("BBC: مقتل شخصين", "rtl", RLI),
        ("(قسد)", "ltr", RLI),
    ],
)
def test_what_runs_the_other_way_is_isolated(text: str, around: Direction, start: str) -> None:
    made = isolated(text, around)
    assert made == (f"{start}{text}{PDI}" if start else text)
    assert isolated(made, around) == made  # once is enough
    assert without_isolates(made) == text


def test_a_sentence_around_an_isolated_name_needs_none() -> None:
    assert isolated(f"{RLI}{COUNCIL}{PDI}, 2 events", "ltr") == f"{RLI}{COUNCIL}{PDI}, 2 events"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"<p>{RLI}قسد{PDI}, 2</p>", '<p><bdi dir="rtl">قسد</bdi>, 2</p>'),
        (
            f"{RLI}قسد {LRI}SDF{PDI} 2{PDI}.",
            '<bdi dir="rtl">قسد <bdi dir="ltr">SDF</bdi> 2</bdi>.',
        ),
        (f'<i title="{RLI}قسد{PDI}">', f'<i title="{RLI}قسد{PDI}">'),
        (f'<a href="/{RLI}قسد{PDI}" data-x="{RLI}">', '<a href="/قسد" data-x="">'),
        (f"<{LRI}h4{PDI} class={LRI}x{PDI}>a</{LRI}h4{PDI}>", "<h4 class=x>a</h4>"),
        (f"<text>{RLI}قسد{PDI}</text>", f"<text>{RLI}قسد{PDI}</text>"),
        (f"<title>{RLI}قسد{PDI}</title>", f"<title>{RLI}قسد{PDI}</title>"),
        (f"<option>{RLI}قسد{PDI}</option>", f"<option>{RLI}قسد{PDI}</option>"),
        (f"<p>{RLI}قسد</p>{PDI}", f"<p>{RLI}قسد</p>{PDI}"),  # no element may cross another
        ("<p>قسد</p>", "<p>قسد</p>"),
    ],
)
def test_a_page_has_elements_where_it_may(text: str, shown: str) -> None:
    assert as_elements(text) == shown
