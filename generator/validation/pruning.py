"""A chronology without what refers to nothing, so that a preview can show all the rest."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from generator.model.graphs import cycles
from generator.model.records import Actor, Chronology, Event, Place
from generator.model.references import (
    known_ids,
    references,
    relation_graph,
    relation_of,
    relations,
)

R = TypeVar("R", Actor, Place)


def without_dangling_references(chronology: Chronology) -> Chronology:
    """Return the chronology in which every reference leads to a record.

    An event with an unknown actor, place, source or word goes. A relation to an event that is not
    there, or one that goes in a circle, goes alone.
    """
    actors = _without_bad_parents(chronology.actors, "part_of")
    places = _without_bad_parents(chronology.places, "within")
    known = known_ids(chronology)
    kept = [
        event
        for event in chronology.events
        if all(r.target == "event" or r.id in known[r.target] for r in references(event))
    ]
    sound = {}
    for relation, graph in relation_graph(kept).items():
        circular = cycles(graph)
        sound[relation] = {
            event_id: set(targets) - circular.get(event_id, set())
            for event_id, targets in graph.items()
        }
    events = tuple(_with_relations(event, sound) for event in kept)
    return replace(chronology, actors=actors, places=places, events=events)


def _without_bad_parents(records: Mapping[str, R], field: str) -> Mapping[str, R]:
    """Return the records, without a `field` that names no record or goes in a circle."""
    parents = {
        record_id: [parent]
        for record_id, record in records.items()
        if (parent := getattr(record, field))
    }
    circular = cycles(parents)
    bad = {
        record_id
        for record_id, [parent] in parents.items()
        if parent not in records or record_id in circular
    }
    if not bad:
        return records
    return {
        record_id: record.model_copy(update={field: None}) if record_id in bad else record
        for record_id, record in records.items()
    }


def _with_relations(event: Event, sound: Mapping[str, Mapping[str, set[str]]]) -> Event:
    """Return the event itself where all its relations are sound, or one with the sound ones."""
    if all(r.id in sound[relation_of(r)][event.id] for r in relations(event)):
        return event
    part_of, follows, responds_to = (
        sound[relation][event.id] for relation in ("part_of", "follows", "responds_to")
    )
    accounts = tuple(
        account.model_copy(
            update={"responds_to": tuple(x for x in account.responds_to if x in responds_to)}
        )
        for account in event.accounts
    )
    return event.model_copy(
        update={
            "part_of": event.part_of if event.part_of in part_of else None,
            "follows": tuple(earlier for earlier in event.follows if earlier in follows),
            "accounts": accounts,
        }
    )
