"""Which labels hold a name of the actor."""

import pytest

from generator.analysis.naming_words import names_actor
from generator.model.records import Actor

LEAGUE = Actor.model_validate(
    {
        "id": "league", "path": "x", "name": "People's Water League (PWL)", "kind": "organisation",
        "also": ["the Leaguers"], "names": {"tr": "Halkın Su Birliği", "ar": "رابطة المياه"},
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("label", "is_name"),
    [
        ("the People’s Water League", True),
        ("PWL/Upper Council", True),
        ("pwl-led forces", True),
        ("The leaguers", True),
        ("Halkin Su Birligi", True),
        ("رابطة المياه", True),
        ("the water thieves", False),
        ("the league", False),
        ("PWLX", False),
    ],
)
def test_a_name_is_what_the_registry_says(label: str, is_name: bool) -> None:
    assert names_actor(label, LEAGUE) == is_name
