"""Maps: dots where places are, rings as wide as we know, names over no other name."""

from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.rendering.drawings.maps.label_placement import (
    CORNERS,
    SIDES,
    Dot,
    label_box,
    place_labels,
)
from generator.rendering.drawings.maps.maps import MapSet
from generator.rendering.drawings.maps.marks import RADIUS_KM, MapPlace
from generator.rendering.drawings.maps.projection import View, outlines, round_length, view_around
from generator.rendering.language import ENGLISH
from tests.support.chronologies import HOSTILE

SQUARE = {
    "type": "FeatureCollection",
    "features": [
        {
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[30, 30], [40, 30], [40, 40], [30, 40], [30, 30]]],
            }
        },
        {"geometry": {"type": "Point", "coordinates": [1, 2]}},
        {"geometry": None},
    ],
}
WEIR = MapPlace("weir", "The weir", 35.0, 35.0, "exact", 3, "weir/")
CITY = MapPlace("city", "The city", 35.1, 35.2, "town", 9, "city/")
LAND = MapPlace("land", "The land", 36.0, 37.0, "country", 1, "land/")
FAR = MapPlace("far", "Far away", 42.0, 44.0, "town", 1, "far/")


def test_north_is_up_and_the_middle_is_in_the_middle() -> None:
    view = View(35.0, 35.0, 100, 1)
    assert view.at(35, 35) == (50, 50)
    assert view.at(35.1, 35)[1] < 50
    assert view.at(35, 35.1)[0] > 50


def test_outlines_are_cut_to_the_view() -> None:
    inside, across, beyond = View(35, 35, 100, 1), View(30, 30, 100, 1), View(0, 0, 100, 1)
    assert outlines(SQUARE, inside).startswith("M")
    assert outlines(SQUARE, across).count("M") == 1
    assert outlines(SQUARE, beyond) == ""
    numbers = outlines(SQUARE, across, 100).strip("Mz").replace("l", " ").split()
    assert all(abs(int(number)) <= 106 for number in numbers)


@pytest.mark.parametrize("ident", ["weir", "city", "land", "far"])
def test_a_locator_rings_its_place(ident: str) -> None:
    drawn = MapSet(ENGLISH, [WEIR, CITY, LAND, FAR], SQUARE).locator([ident])
    assert drawn.count('class="map__ring"') == 1
    assert "de facto lines" in drawn
    assert 'role="img"' in drawn


def test_a_close_locator_shows_where_on_the_whole_it_lies() -> None:
    atlas = MapSet(ENGLISH, [WEIR, CITY, FAR])
    assert 'class="map__inset"' in atlas.locator(["weir"])
    assert 'class="map__inset"' not in atlas.locator(["weir", "far"])
    assert "figcaption" not in atlas.locator(["weir"])


def test_without_outlines_dots_stand_on_a_graticule_and_no_line_needs_a_note() -> None:
    bare, outlined = (
        MapSet(ENGLISH, [WEIR, CITY]).overview(),
        MapSet(ENGLISH, [WEIR, CITY], SQUARE).overview(),
    )
    assert 'class="map__graticule"' in bare
    assert 'class="map__land"' not in bare
    assert "de facto lines" not in bare
    assert 'class="map__land"' in outlined
    assert "de facto lines" in outlined
    assert bare.count("<circle") == outlined.count("<circle")


def test_without_coordinates_there_is_no_map() -> None:
    assert MapSet(ENGLISH, [WEIR]).locator(["elsewhere"]) == ""
    assert MapSet(ENGLISH, []).overview() == ""


def test_all_places_are_dots_and_names_link() -> None:
    root = ElementTree.fromstring(MapSet(ENGLISH, [WEIR, CITY, FAR], SQUARE).overview())
    assert (
        len([e for e in root.iter("circle") if e.get("class") == "map__dot map__dot--subject"]) == 3
    )
    assert {link.get("href") for link in root.iter("a")} >= {"city/", "far/"}
    assert "The city, 9" in "".join(root.itertext())


@given(
    st.lists(
        st.tuples(st.floats(-89, 89), st.floats(-180, 180), st.sampled_from(sorted(RADIUS_KM))),
        min_size=1,
        max_size=12,
    )
)
@settings(max_examples=40, deadline=None)
def test_any_places_make_a_sound_map(found: list[tuple[float, float, str]]) -> None:
    spots = [MapPlace(f"p{n}", f"Place {n}", *one) for n, one in enumerate(found)]
    atlas = MapSet(ENGLISH, spots, SQUARE)
    view = view_around([(s.lat, s.lon) for s in spots], 4 / 3)
    assert 0 < round_length(view) <= view.width / 3
    assert all(-1e-6 <= v <= 100 + 1e-6 for s in spots for v in view.at(s.lat, s.lon))
    for drawn in (atlas.locator(["p0"]), atlas.overview()):
        ElementTree.fromstring(drawn)
        assert "\n" not in drawn
    assert atlas.overview() == MapSet(ENGLISH, spots, SQUARE).overview()


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), max_size=25))
def test_no_name_stands_over_another(points: list[tuple[float, float]]) -> None:
    """Nor on a wider map, where the names of the narrow one keep their sides and others join."""
    dots = [Dot(x, y, f"Name {n}") for n, (x, y) in enumerate(points)]
    narrow = place_labels(dots, 300, 200, sides=(*SIDES, *CORNERS))
    wide = place_labels(dots, 900, 600, kept_sides=narrow)
    assert all(after == before for before, after in zip(narrow, wide, strict=True) if before)
    for sides, scale in ((narrow, 1), (wide, 3)):
        boxes = [
            label_box(dot, dot.x * 3 * scale, dot.y * 2 * scale, side, 15)
            for dot, side in zip(dots, sides, strict=True)
            if side
        ]
        assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))
        assert all(box.lies_in(300 * scale, 200 * scale) for box in boxes)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_is_encoded(text: str) -> None:
    atlas = MapSet(ENGLISH, [MapPlace("a", text, 35, 35, "town", 0, "a/"), FAR])
    for drawn in (atlas.locator(["a"]), atlas.overview()):
        root = ElementTree.fromstring(drawn)
        assert "onclick" not in {key for element in root.iter() for key in element.attrib}
        assert " ".join(text.split()) in "".join(root.itertext())
