"""The values of a chronology that its drawings are made from."""

from datetime import date as Day

from generator.model.records import Chronology
from generator.rendering.chronology_drawings import ChronologyDrawings
from generator.rendering.context import Context
from generator.rendering.language import ENGLISH
from generator.support.cache import Cache
from tests.support.pseudo_language import PSEUDO


def test_an_event_on_the_band_has_the_days_of_its_date(meresh: Chronology) -> None:
    marks = ChronologyDrawings(Context(meresh)).band_marks
    assert list(marks) == [event.id for event in meresh.events]
    for event in meresh.events:
        mark = marks[event.id]
        assert (mark.earliest, mark.latest) == (event.date.earliest, event.date.latest)
        assert mark.lasts is (event.date.kind == "interval")


def test_only_dates_that_contradict_each_other_are_drawn(meresh: Chronology) -> None:
    context = Context(meresh)
    drawings = ChronologyDrawings(context)
    for event in meresh.events:
        differs = any(
            difference.kind == "dates" and difference.verdict == "differs"
            for difference in context.differences[event.id]
        )
        assert bool(drawings.band_marks[event.id].account_dates) is differs
        assert differs or drawings.date_plot(event) == ""


def test_the_strips_of_all_actors_have_the_axis_of_the_chronology(meresh: Chronology) -> None:
    drawings = ChronologyDrawings(Context(meresh))
    first = min(day for mark in drawings.band_marks.values() for day in mark.days)
    ids = [event.id for event in meresh.events]
    strips = [drawings.actor_strip(actor, ids[-1:]) for actor in meresh.actors.values()]
    assert all(f"{Day(first.year, 1, 1).year} to " in strip for strip in strips)
    assert drawings.actor_strip(next(iter(meresh.actors.values())), []) == ""


def test_a_drawing_that_is_kept_is_not_shown_in_another_language(meresh: Chronology) -> None:
    cache, actor = Cache(), next(iter(meresh.actors.values()))
    ids = [event.id for event in meresh.events]
    shown = [
        (
            drawings.band("", is_open=True),
            drawings.actor_strip(actor, ids),
            drawings.places_map("../"),
        )
        for language in (ENGLISH, PSEUDO, ENGLISH)
        for drawings in [ChronologyDrawings(Context(meresh, cache, language))]
    ]
    assert shown[0] == shown[2]
    assert all(english != pseudo for english, pseudo in zip(*shown[:2], strict=True))
