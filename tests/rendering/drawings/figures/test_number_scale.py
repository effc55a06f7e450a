"""The scale that figures are drawn on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.drawings.figures.number_scale import scale_for
from generator.rendering.language import ENGLISH


@pytest.mark.parametrize(
    ("values", "lower_bounds", "labels"),
    [
        ([4, 12, 20], [], ["0", "5", "10", "15", "20"]),
        ([1, 2], [], ["0", "1", "2"]),
        ([0], [], ["0", "1"]),
        ([340], [340], ["0", "100", "200", "300", "400"]),
        ([400], [400], ["0", "100", "200", "300", "400", "500"]),
        ([38000, 41000], [], ["0", "10,000", "20,000", "30,000", "40,000", "50,000"]),
        ([0.64, 1.12], [], ["0", "0.25", "0.5", "0.75", "1", "1.25"]),
    ],
)
def test_the_scale_starts_at_0_with_few_round_ticks(
    values: list[float], lower_bounds: list[float], labels: list[str]
) -> None:
    ticks = scale_for(values, lower_bounds).ticks
    assert [ENGLISH.grammar.number_words(tick) for tick in ticks] == labels


@given(st.lists(st.floats(-1e12, 1e12) | st.integers(-(10**12), 10**12), min_size=1, max_size=9))
def test_every_number_has_its_place_on_the_scale(values: list[float]) -> None:
    scale = scale_for(values)
    places = [scale.x(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= x <= 100 for x in places)
    assert 2 <= len(scale.ticks) <= 8


def test_numbers_too_small_to_be_shown_are_shown_as_0() -> None:
    ticks = scale_for([1e-9]).ticks
    assert {ENGLISH.grammar.number_words(tick) for tick in ticks} == {"0"}
