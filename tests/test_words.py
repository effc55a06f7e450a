"""What a page says in words."""

import pytest

from generator.pages.words import language


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
    assert language(tag) == name
