"""Embeds: small, whole, without a script, and no more told on a day than was told by then."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from generator.loading.loader import load
from generator.model.output import Output
from generator.model.records import Chronology
from generator.rendering.chronology_drawings import ChronologyDrawings
from generator.rendering.context import Context
from generator.rendering.embeds.event_card import event_cards
from generator.rendering.embeds.event_lists import event_list_embeds
from generator.rendering.embeds.frame import MAX_EMBED_BYTES
from generator.support.cache import Cache
from tests.support.big_chronology import write_big_chronology
from tests.support.chronologies import HOSTILE
from tests.support.rendered_page import Dom

KARSK = "embed/events/2021-05-06-karsk-gate-opens/index.html"


def embeds_of(chronology: Chronology) -> dict[str, Output]:
    context = Context(chronology)
    made = [*event_list_embeds(context, ChronologyDrawings(context)), *event_cards(context)]
    assert len({output.path for output in made}) == len(made)
    return {output.path: output for output in made}


@pytest.fixture(scope="module")
def embeds(meresh: Chronology) -> dict[str, Output]:
    return embeds_of(meresh)


def test_every_event_and_every_list_of_one_filter_has_one(
    meresh: Chronology, embeds: dict[str, Output]
) -> None:
    expected = {"timeline"} | {f"events/{event.id}" for event in meresh.events}
    expected |= {f"{event.date.anchor.year}" for event in meresh.events}
    expected |= {f"kinds/{event.kind}" for event in meresh.events}
    context = Context(meresh)
    expected |= {f"actors/{id}" for id in context.relations.named_in}
    expected |= {f"places/{id}" for id in context.by_place_within}
    assert set(embeds) == {f"embed/{path}/index.html" for path in expected}


def test_an_embed_asks_for_nothing_and_runs_nothing(embeds: dict[str, Output]) -> None:
    for path, output in embeds.items():
        html = str(output.content)
        assert re.findall(r"<script|<img|<iframe|<form|@import|url\(|\ssrc=| on\w+=", html) == []
        assert "default-src 'none'" in html
        assert re.findall('<link rel="([^"]*)"', html) == ["canonical"], path
        Dom(html)  # every element is closed


def test_a_band_is_drawn_anew_only_for_the_lists_that_an_edit_changes(meresh: Chronology) -> None:
    first, *others = meresh.events
    edited = first.model_copy(update={"title": "Another title", "kind": others[-1].kind})
    cache, lists = Cache(), {"with it": meresh.events, "without it": others}

    def bands(chronology: Chronology) -> list[Markup]:
        drawings = ChronologyDrawings(Context(chronology, cache))
        return [drawings.strip(name, [one.id for one in of]) for name, of in lists.items()]

    before, after = bands(meresh), bands(replace(meresh, events=(edited, *others)))
    assert before[1]
    assert [a is b for a, b in zip(before, after, strict=True)] == [False, True]


def test_an_embed_says_where_it_is_from(embeds: dict[str, Output]) -> None:
    for output in embeds.values():
        html = str(output.content)
        assert 'href="../../../"' in html or 'href="../../"' in html
        assert "The Meresh chronology" in html


def test_a_card_names_who_tells_it_and_what_they_differ_on(embeds: dict[str, Output]) -> None:
    text = Dom(str(embeds[KARSK].content)).text
    assert "Told by" in text
    assert "Accounts differ on: figures" in text


def test_a_day_between_two_is_that_of_the_first(embeds: dict[str, Output]) -> None:
    """The address of a frame names a day of these; the page says until when it holds."""
    html = str(embeds[KARSK].content)
    days = re.findall(r'class="known" id="known-([^"]*)"', html)
    assert days[0] == "0"
    assert days[1:] == sorted(days[1:])
    assert len(days) > 2
    for n, day in enumerate(days[1:]):
        assert f":target~#known-{day}~main .k{n}{{" in html


def test_texts_are_texts(meresh: Chronology) -> None:
    event = meresh.events[0]
    hostile = event.model_copy(update={"title": " ".join(HOSTILE), "summary": " ".join(HOSTILE)})
    made = embeds_of(replace(meresh, events=(hostile, *meresh.events[1:])))
    for path in (f"embed/events/{event.id}/index.html", "embed/timeline/index.html"):
        dom = Dom(str(made[path].content))
        assert {"script", "img", "b"} & {tag for tag, _ in dom.elements} <= {"b"}
        assert "<script>alert(1)</script>" in dom.text


@pytest.mark.long
def test_no_embed_is_heavy(tmp_path: Path) -> None:
    made = write_big_chronology(tmp_path / "big", 3000)
    embeds = embeds_of(load(made, made / "events").chronology)
    sizes = {path: len(str(output.content).encode()) for path, output in embeds.items()}
    print(f"\n{len(sizes):,} embeds, the largest {max(sizes.values()):,} bytes")
    assert {path: size for path, size in sizes.items() if size > MAX_EMBED_BYTES} == {}
    whole = str(embeds["embed/timeline/index.html"].content)
    assert "the newest" in whole
    assert whole.count("<li class=") > 10
