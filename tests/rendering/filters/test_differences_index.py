"""The data that the filters over all differences look into."""

import json
from dataclasses import replace
from typing import Any

from generator.model.records import Chronology
from generator.rendering.context import Context
from generator.rendering.filters.differences_index import differences_files
from generator.rendering.parts.grouped_differences import grouped_differences


def _index(chronology: Chronology) -> Any:
    context = Context(chronology)
    [output] = differences_files(context, grouped_differences(context))
    assert output.path == "data/differences-index.json"
    return json.loads(output.content)


def test_every_difference_of_the_page_has_a_row(meresh: Chronology) -> None:
    context = Context(meresh)
    grouped = grouped_differences(context)
    index = _index(meresh)
    on_page = [(event.id, d.kind) for event in meresh.events for d in grouped[event.id]]
    assert [index["on"][row[0]][0] for row in index["differences"]] == [kind for _, kind in on_page]


def test_a_row_names_what_is_counted_only_for_figures(meresh: Chronology) -> None:
    index = _index(meresh)
    for kind, measures, *_ in index["differences"]:
        assert bool(measures) is (index["on"][kind][0] == "figures")


def test_a_contradiction_is_one_of_the_verdicts(meresh: Chronology) -> None:
    ids = [id for id, _ in _index(meresh)["verdict"]]
    assert "contradiction" in ids
    assert "differs" not in ids


def test_speakers_stand_with_the_source_of_their_account(meresh: Chronology) -> None:
    index = _index(meresh)
    accounts = {
        (account.source, account.according_to)
        for event in meresh.events
        for account in event.accounts
    }
    for row in index["differences"]:
        for source, speakers in row[4]:
            ids = tuple(index["actor"][n][0] for n in speakers)
            assert (index["source"][source][0], ids) in accounts


def test_without_a_difference_there_is_no_data(meresh: Chronology) -> None:
    single = [
        event.model_copy(update={"accounts": event.accounts[:1]})
        for event in meresh.events
        if event.accounts[0].date is None
    ]
    context = Context(replace(meresh, events=tuple(single)))
    assert list(differences_files(context, grouped_differences(context))) == []
