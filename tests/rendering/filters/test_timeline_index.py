"""The data that the timeline's filters look into."""

import json
from dataclasses import replace
from datetime import date as Day
from typing import Any

import pytest

from generator.model.records import Chronology
from generator.rendering.context import Context
from generator.rendering.filters.timeline_index import timeline_files
from generator.rendering.language import Language
from tests.support.pseudo_language import PSEUDO, bracketed


def _files(chronology: Chronology, language: Language | None = None) -> dict[str, Any]:
    context = Context(chronology, language=language) if language else Context(chronology)
    return {output.path: json.loads(output.content) for output in timeline_files(context)}


def _number(day: Day | None, if_open: int) -> int:
    return int(f"{day:%Y%m%d}") if day else if_open


def test_every_event_has_a_row_with_its_choices(meresh: Chronology) -> None:
    index = _files(meresh)["data/timeline-index.json"]
    context = Context(meresh)
    assert len(index["events"]) == len(meresh.events)
    for event, row in zip(meresh.events, index["events"], strict=True):
        kind, actors, places, sources, start, end, differs, *later = row
        assert index["kind"][kind][0] == event.kind
        names = {index["actor"][n][0] for n in actors + [n for days in later for n, _ in days]}
        assert {role.id for role in event.actors} <= names
        assert [index["place"][n][0] for n in places] == context.places_of(event)
        assert [index["source"][n][0] for n in sources] == [a.source for a in event.accounts]
        assert start == _number(event.date.earliest, 0)
        assert (end or start) == _number(event.date.latest, 99999999)
        assert differs == 0 or len(differs) == len(index["differ"]) - 1  # the last one is anything


def test_sources_have_the_day_from_which_they_are_known(meresh: Chronology) -> None:
    for id, _, known in _files(meresh)["data/timeline-index.json"]["source"]:
        published = meresh.sources[id].published
        assert known == _number(published.latest or published.earliest, 0)


def test_summaries_and_titles_are_those_of_the_events(meresh: Chronology) -> None:
    files = _files(meresh)
    assert files["data/timeline-summaries.json"] == [event.summary for event in meresh.events]
    titles = files["data/timeline-titles.json"]
    assert [title[:2] for title in titles] == [[e.id, e.title] for e in meresh.events]


def test_without_events_there_is_no_data(meresh: Chronology) -> None:
    assert _files(replace(meresh, events=())) == {}


@pytest.mark.parametrize("language", [None, PSEUDO])
def test_the_marks_of_an_event_are_words_of_the_language(
    meresh_with_drafts: Chronology, language: Language | None
) -> None:
    alleged, draft = "alleged", "draft, not published"
    if language:
        alleged, draft = bracketed(alleged), bracketed(draft)
    titles = _files(meresh_with_drafts, language)["data/timeline-titles.json"]
    for event, title in zip(meresh_with_drafts.events, titles, strict=True):
        marks = [alleged] * (event.status == "alleged") + [draft] * event.draft
        assert title[3:] == marks
    assert {mark for title in titles for mark in title[3:]} == {alleged, draft}


def test_a_place_is_a_choice_for_what_lies_within_it(meresh: Chronology) -> None:
    """An event at the weir is found by the valley that holds it."""
    index = _files(meresh)["data/timeline-index.json"]
    ids = [id for id, *_ in index["place"]]
    at_weir = [row for row in index["events"] if ids.index("karsk") in row[2]]
    assert at_weir
    assert all(ids.index("meresh") in row[2] for row in at_weir)
