"""What is the same elsewhere, wherever a program looks for it."""

import json
from dataclasses import replace

from generator.model.records import Chronology
from generator.rendering.parts.linked_data import events_jsonld
from tests.support.exported_files import export_files
from tests.support.rendered_page import render_pages

PAUSE = "2021-05-04-pause-in-pumping"
ITEM = "https://www.wikidata.org/wiki/Q{}"


def test_linked_data_maps_and_pages_tell_it(rivers_chronology: Chronology) -> None:
    actor, place = (rivers_chronology.actors["tolland"], rivers_chronology.places["river-bend"])
    event = rivers_chronology.by_id[PAUSE].model_copy(update={"same_as": (ITEM.format(1),)})
    told = replace(
        rivers_chronology,
        actors={
            **rivers_chronology.actors,
            "tolland": actor.model_copy(update={"same_as": (ITEM.format(2),)}),
        },
        places={
            **rivers_chronology.places,
            "river-bend": place.model_copy(update={"same_as": (ITEM.format(3),)}),
        },
        events=tuple(event if e.id == PAUSE else e for e in rivers_chronology.events),
    )
    page = json.loads(events_jsonld(told)(event))
    assert page["mainEntity"]["sameAs"] == [ITEM.format(1)]
    assert page["mainEntity"]["location"][0]["sameAs"] == [ITEM.format(3)]
    assert [claim["author"].get("sameAs") for claim in page["hasPart"]] == [None, [ITEM.format(2)]]
    features = json.loads(export_files(told)["data/places.geojson"])["features"]
    [feature] = [one for one in features if one["id"] == f"{PAUSE}/river-bend"]
    assert feature["properties"]["same_as"] == [ITEM.format(1)]
    assert feature["properties"]["place_same_as"] == [ITEM.format(3)]
    pages = render_pages(told)
    for path, n in ((f"events/{PAUSE}", 1), ("actors/tolland", 2), ("places/river-bend", 3)):
        links = [link.get("href") for link in pages[f"{path}/index.md"].dom.all("a")]
        assert ITEM.format(n) in links
