"""The marks that figures are drawn with."""

import pytest

from generator.rendering.drawings.figures.figure_marks import draw_figure, draw_key_mark, mark_kind
from generator.rendering.drawings.figures.number_scale import Scale

_SCALE = Scale(0, 20, 5)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "kind"),
    [
        (12, 12, None, "dot"),
        (12, 12, "about", "about"),
        (12, 12, "at least", "more"),
        (12, 12, "more than", "more"),
        (12, 12, "nearly", "less"),
        (12, 12, "fewer than", "less"),
        (12, 20, None, "range"),
        (12, None, None, "more"),
        (None, 12, None, "less"),
        (None, None, None, ""),
    ],
)
def test_the_mark_says_what_the_words_say(
    low: float | None, high: float | None, qualifier: str | None, kind: str
) -> None:
    assert mark_kind(low, high, qualifier) == kind


def test_a_stem_leads_from_0_to_the_mark() -> None:
    drawn = draw_figure("dot", 10, 10, None, _SCALE)
    assert '<line x2="50%"/><circle cx="50%"/>' in drawn


@pytest.mark.parametrize(
    ("qualifier", "arrows_at"),
    [(None, None), ("about", None), ("at least", "75%"), ("fewer than", "50%")],
)
def test_a_qualified_range_has_an_arrow_at_its_open_end(
    qualifier: str | None, arrows_at: str | None
) -> None:
    drawn = draw_figure("range", 10, 15, qualifier, _SCALE)
    assert ("range--about" in drawn) is (qualifier == "about")
    assert ('class="arrow"' in drawn) is (arrows_at is not None)
    if arrows_at:
        assert f'<svg x="{arrows_at}"><path class="arrow"' in drawn


def test_marks_of_the_key_are_hidden_from_those_who_listen() -> None:
    assert draw_key_mark("range").startswith('<svg aria-hidden="true">')
