"""Maps: dots where places are, and rings as wide as we know."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.rendering.drawings.maps.maps import MapSet
from generator.rendering.drawings.maps.marks import PHONE_PX, RADIUS_KM, MapPlace
from generator.rendering.drawings.maps.projection import round_length, view_around
from generator.rendering.language import ENGLISH
from tests.support.borders import SQUARE
from tests.support.chronologies import HOSTILE

WEIR = MapPlace("weir", "The weir", 35.0, 35.0, "exact", 3, "weir/")
CITY = MapPlace("city", "The city", 35.1, 35.2, "town", 9, "city/")
LAND = MapPlace("land", "The land", 36.0, 37.0, "country", 1, "land/")
FAR = MapPlace("far", "Far away", 42.0, 44.0, "town", 1, "far/")
NOTE = "Borders as they are on the ground, without taking a position."


@pytest.mark.parametrize("ident", ["weir", "city", "land", "far"])
def test_a_locator_map_rings_its_place(ident: str) -> None:
    drawn = MapSet(ENGLISH, [WEIR, CITY, LAND, FAR], SQUARE).locator([ident])
    assert drawn.count('class="map__ring"') == 1
    assert NOTE in drawn
    assert 'role="img"' in drawn


def test_a_locator_map_names_its_places_to_those_who_listen() -> None:
    drawn = MapSet(ENGLISH, [WEIR, CITY, FAR]).locator(["weir", "city"])
    assert 'aria-label="Map: The weir, The city among the places of this chronology"' in drawn


def test_a_close_map_shows_where_on_the_whole_it_lies() -> None:
    maps = MapSet(ENGLISH, [WEIR, CITY, FAR])
    assert 'class="map__inset"' in maps.locator(["weir"])
    assert 'class="map__inset"' not in maps.locator(["weir", "far"])


def test_without_outlines_dots_stand_on_a_graticule_and_no_line_needs_a_note() -> None:
    bare = MapSet(ENGLISH, [WEIR, CITY]).overview()
    outlined = MapSet(ENGLISH, [WEIR, CITY], SQUARE).overview()
    assert 'class="map__graticule"' in bare
    assert 'class="map__land"' not in bare
    assert NOTE not in bare
    assert 'class="map__land"' in outlined
    assert NOTE in outlined
    assert bare.count("<circle") == outlined.count("<circle")


def test_no_dot_stands_for_a_country_or_a_region() -> None:
    """They are no point: their name stands there, and a ring on a map that is about them."""
    region = LAND._replace(id="region", name="The region", precision="region")
    maps = MapSet(ENGLISH, [WEIR, LAND, region])
    assert maps.overview().count("map__dot") == 2 * 1  # a dot has two classes
    for area in ("land", "region"):
        assert "map__dot--subject" not in maps.locator([area])
    assert "The land" in maps.locator(["land"])


def test_a_map_names_the_country_of_its_places() -> None:
    weir, city = WEIR._replace(country="Veldra"), CITY._replace(country="Veldra")
    caption = "<figcaption><b>Veldra</b></figcaption>"
    assert caption in MapSet(ENGLISH, [weir, city]).locator(["weir", "city"])
    assert "<figcaption>" not in MapSet(ENGLISH, [WEIR]).locator(["weir"])


def test_without_coordinates_there_is_no_map() -> None:
    assert MapSet(ENGLISH, [WEIR]).locator(["elsewhere"]) == ""
    assert MapSet(ENGLISH, []).overview() == ""


def test_all_places_are_dots_and_names_link() -> None:
    root = ElementTree.fromstring(MapSet(ENGLISH, [WEIR, CITY, FAR], SQUARE).overview())
    dots = [dot for dot in root.iter("circle") if dot.get("class") == "map__dot map__dot--subject"]
    assert len(dots) == 3
    href = "{http://www.w3.org/1999/xlink}href"
    assert {link.get(href) for link in root.iter("a")} >= {"city/", "far/"}
    assert "The city, 9" in "".join(root.itertext())


def test_the_scale_has_its_length_in_kilometres() -> None:
    assert ">50 km</text>" in MapSet(ENGLISH, [WEIR, LAND]).overview()


@given(
    st.lists(
        st.tuples(st.floats(-89, 89), st.floats(-180, 180), st.sampled_from(sorted(RADIUS_KM))),
        min_size=1,
        max_size=12,
    )
)
@settings(max_examples=40, deadline=None)
def test_any_places_make_a_sound_map(values: list[tuple[float, float, str]]) -> None:
    places = [MapPlace(f"p{n}", f"Place {n}", *value) for n, value in enumerate(values)]
    maps = MapSet(ENGLISH, places, SQUARE)
    view = view_around([(place.lat, place.lon) for place in places], 4 / 3)
    assert 0 < round_length(view) <= view.width / 3
    assert all(-1e-6 <= v <= 100 + 1e-6 for place in places for v in view.at(place.lat, place.lon))
    for drawn in (maps.locator(["p0"]), maps.overview()):
        ElementTree.fromstring(drawn)
        assert "\n" not in drawn
    assert maps.overview() == MapSet(ENGLISH, places, SQUARE).overview()


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_of_a_map_is_encoded(text: str) -> None:
    maps = MapSet(ENGLISH, [MapPlace("a", text, 35, 35, "town", 0, "a/"), FAR])
    for drawn in (maps.locator(["a"]), maps.overview()):
        root = ElementTree.fromstring(drawn)
        assert "onclick" not in {key for element in root.iter() for key in element.attrib}
        assert " ".join(text.split()) in "".join(root.itertext())


@given(
    st.lists(
        st.tuples(
            st.floats(-80, 80),
            st.floats(-180, 180),
            st.sampled_from(sorted(RADIUS_KM)),
            st.sampled_from(["The weir", "Upper Basin and its tributaries", "a name " * 12]),
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from([0.0001, 0.01, 1]),
)
@settings(max_examples=60, deadline=None)
def test_the_frame_cuts_neither_the_ring_nor_the_name_that_a_map_is_about(
    values: list[tuple[float, float, str, str]], scale: float
) -> None:
    """However the places lie: many in one spot, at the edge of the whole, one alone."""
    places = [
        MapPlace(f"p{n}", name, lat * scale, lon * scale, precision)
        for n, (lat, lon, precision, name) in enumerate(values)
    ]
    width, height = PHONE_PX, PHONE_PX * 3 / 4
    for mark in ElementTree.fromstring(MapSet(ENGLISH, places).locator(["p0"])).iter():
        looks = (mark.get("class") or "").replace("map__name--", "").split()
        if "map__ring" in looks and mark.tag == "ellipse":
            x, y, rx, ry = (float(mark.attrib[key][:-1]) for key in ("cx", "cy", "rx", "ry"))
            assert rx <= x <= 100 - rx
            assert ry <= y <= 100 - ry
        if "subject" in looks and mark.tag == "text":
            start = float(mark.attrib["x"][:-1]) / 100 * width + float(mark.attrib["dx"])
            length = len(mark.text or "") * 6.3
            start -= {"left": length, "right": 0}.get(looks[-2], length / 2)
            assert -0.01 <= start <= width - length + 0.01
            assert float(mark.attrib["y"][:-1]) / 100 * height + float(mark.attrib["dy"]) >= 8
