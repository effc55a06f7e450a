"""Licences by name."""

import pytest

from generator.model.licences import known_licence


@pytest.mark.parametrize(
    ("name", "spdx", "url"),
    [
        ("CC BY 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc-by-sa-4.0", "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        ("CC BY-NC-ND 3.0", "CC-BY-NC-ND-3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/"),
        ("CC0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC0 1.0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("ODbL-1.0", "ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    ],
)  # fmt: skip
def test_a_licence_is_known_by_its_name(name: str, spdx: str, url: str) -> None:
    assert known_licence(name) == (spdx, url)


@pytest.mark.parametrize(
    "name", [None, "", "CC", "CC BY", "All rights reserved", "CC BY 4.0 for texts"]
)
def test_no_licence_is_guessed(name: str | None) -> None:
    assert known_licence(name) is None
