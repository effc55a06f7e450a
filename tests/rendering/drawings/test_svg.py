"""Elements of HTML and SVG as strings."""

import pytest
from markupsafe import Markup

from generator.rendering.drawings.svg import coordinate, join_markup, percent, tag


def test_an_element_without_content_closes_itself_unless_it_holds_text() -> None:
    assert tag("line", x1=0) == '<line x1="0"/>'
    assert tag("p") == "<p></p>"


def test_texts_in_an_element_are_encoded_and_markup_is_not() -> None:
    assert tag("p", "<b>", Markup("<i></i>")) == "<p>&#60;b&#62;<i></i></p>"
    assert tag("p", title='"><b>') == '<p title="&#34;&gt;&lt;b&gt;"></p>'


def test_attributes_are_named_as_in_html_and_left_out_where_they_are_none() -> None:
    assert tag("g", class_="a", aria_label="b", x=None) == '<g class="a" aria-label="b"></g>'


@pytest.mark.parametrize(("value", "written"), [(12.0, "12"), (12.345, "12.35"), (0.5, "0.5")])
def test_a_coordinate_has_two_decimals_at_most(value: float, written: str) -> None:
    assert coordinate(value) == written
    assert percent(value) == f"{written}%"


def test_markup_is_joined_as_markup() -> None:
    parts = join_markup([Markup("<a/>"), Markup("<b/>")], " ")
    assert tag("g", parts) == "<g><a/> <b/></g>"
