"""Who is named in an event, and what relations between records come to."""

import pytest

from generator.model.graphs import ancestors, cycles
from generator.model.named_ids import named_ids
from generator.model.records import Account, Chronology, Event, Figure, Role
from generator.model.references import (
    acting_in,
    named_actors,
    named_in_account,
    references,
)
from tests.support.changed_records import id_fields, sample_value, with_value

EVENT = Event.model_validate(
    {
        "id": "2021-05-04-x",
        "path": "events/2021/2021-05-04-x.yml",
        "title": "X",
        "added": "2021-05-06",
        "date": "2021-05-04",
        "date_basis": "X",
        "kind": "incident",
        "summary": "X",
        "actors": [{"id": "council", "role": "announces"}],
        "accounts": [
            {
                "id": "a1",
                "source": "gazette",
                "locator": "page 1",
                "says": "X",
                "according_to": ["wire", "council"],
                "actors": [{"id": "league"}],
                "labels": {"stewards": ["the stewards"], "this": ["a raid"]},
            }
        ],
    }
)


def test_an_actor_is_named_who_acts_speaks_or_is_labelled() -> None:
    assert list(named_in_account(EVENT.accounts[0])) == ["league", "wire", "council", "stewards"]
    assert list(named_actors(EVENT)) == ["council", "league", "wire", "stewards"]
    assert list(acting_in(EVENT)) == ["council", "league"]


def test_every_actor_that_an_event_refers_to_is_named_in_it() -> None:
    referred = {reference.id for reference in references(EVENT) if reference.target == "actor"}
    assert referred == set(named_actors(EVENT))


def test_named_ids_are_those_of_all_references(meresh: Chronology) -> None:
    for event in meresh.events:
        named = {(target, id) for target, ids in named_ids([event]).items() for id in ids}
        assert named == {(reference.target, reference.id) for reference in references(event)}


@pytest.mark.parametrize("field", id_fields(Event, Role, Account, Figure))
def test_an_id_that_a_record_names_is_a_reference_of_its_event(field: str) -> None:
    record, name, target = id_fields(Event, Role, Account, Figure)[field]
    chronology, _, event_id = with_value(record, name, sample_value(record, name)[0])
    named = {
        (reference.target, reference.id) for reference in references(chronology.by_id[event_id])
    }
    assert (target, f"zz-{target}") in named, f"yield {field} in references() and named_ids()"
    ids = named_ids([chronology.by_id[event_id]])
    assert named == {(target, id) for target in ids for id in ids[target]}


@pytest.mark.parametrize(
    ("graph", "circular"),
    [
        ({"a": ["b"], "b": ["c"]}, {}),
        ({"a": ["a"]}, {"a": {"a"}}),
        ({"a": ["b"], "b": ["a", "c"], "x": ["a"]}, {"a": {"b"}, "b": {"a"}}),
        ({"a": ["b", "c"], "b": ["a"], "c": ["d"], "d": ["d"]},
         {"a": {"b", "c"}, "b": {"a"}, "c": {"d"}, "d": {"d"}}),
    ],
)  # fmt: skip
def test_cycles_hold_what_leads_back_to_itself(
    graph: dict[str, list[str]], circular: dict[str, set[str]]
) -> None:
    assert cycles(graph) == circular


def test_ancestors_end_at_the_top_or_where_they_began() -> None:
    assert ancestors("a", {"a": "b", "b": "c"}) == ["a", "b", "c"]
    assert ancestors("a", {"a": "b", "b": "a"}) == ["a", "b"]
