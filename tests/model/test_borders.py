"""Outlines for maps: which way their rings run (what is refused stands among the golden cases)."""

import json
from itertools import pairwise
from typing import Any

import pytest

from generator.model.borders import rings, wound
from tests.support.projects import ROOT

SQUARE = [[30, 30], [40, 30], [40, 40], [30, 40], [30, 30]]
HOLE = [[33, 33], [33, 36], [36, 36], [36, 33], [33, 33]]
ACROSS = [[175, -5], [-175, -5], [-175, 5], [175, 5], [175, -5]]
BEYOND = [[175, -5], [185, -5], [185, 5], [175, 5], [175, -5]]
AT_THE_POLE = [[180, -70], [-180, -70], [-180, -90], [180, -90], [180, -70]]


def _collection(kind: str, coordinates: Any) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": geometry}]}


@pytest.mark.parametrize("outline", [SQUARE, ACROSS, BEYOND, AT_THE_POLE])
@pytest.mark.parametrize("is_turned", [False, True])
def test_a_ring_runs_by_the_standard_however_it_was_written(
    outline: list[list[float]], is_turned: bool
) -> None:
    """The outline with its left hand on land, also at the antimeridian and along a pole."""
    written = outline[::-1] if is_turned else outline
    assert [*rings(wound(_collection("Polygon", [written])))] == [list(map(tuple, outline))]


def test_a_hole_runs_the_other_way_than_its_outline() -> None:
    for polygon in ([SQUARE, HOLE], [SQUARE[::-1], HOLE], [SQUARE, HOLE[::-1]]):
        found = [*rings(wound(_collection("MultiPolygon", [polygon])))]
        assert found == [list(map(tuple, SQUARE)), list(map(tuple, HOLE))]


@pytest.mark.own_data
def test_our_outlines_are_written_by_the_standard() -> None:
    written = json.loads((ROOT / "events" / "borders.geojson").read_text("utf-8"))
    assert [*rings(written)] == [*rings(wound(written))]
    for ring in rings(written):
        assert all(point != after for point, after in pairwise(ring))
