"""The words that an account quotes, for a program to find."""

import pytest

from generator.exports.quote_selectors import quotes
from generator.model.records import Account, Source

ADDRESS = "https://gazette.example/a"


def _account(**facts: object) -> Account:
    whole = {"id": "gazette", "source": "gazette", "locator": "page 1", "says": "So.", **facts}
    return Account.model_validate(whole)


def _source(**facts: str) -> Source:
    return Source.model_validate(
        {"id": "gazette", "path": "x", "outlet": "Gazette", "published": "2026", **facts}
    )


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({}, []),
        ({"hedge": "reportedly"}, [("hedge", "reportedly")]),
        ({"labels": {"this": ["a raid", "a raid"]}}, [("labels", "a raid")]),
        (
            {"figures": [{"measure": "killed", "as_said": "At least … 43 civilians"}]},
            [("figures", "At least"), ("figures", "43 civilians")],
        ),
    ],
)
def test_each_quotation_is_a_selector(
    facts: dict[str, object], found: list[tuple[str, str]]
) -> None:
    assert quotes(_account(**facts), _source(url=ADDRESS)) == [
        {
            "field": field,
            "source": ADDRESS,
            "selector": {"type": "TextQuoteSelector", "exact": exact},
        }
        for field, exact in found
    ]


def test_without_an_address_there_are_words_to_find_all_the_same() -> None:
    [quote] = quotes(_account(hedge="reportedly"), _source())
    assert set(quote) == {"field", "selector"}
