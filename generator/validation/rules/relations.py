"""Events, actors and places stand to each other as the order of time and of parts allows."""

from collections.abc import Collection, Iterator, Mapping

from generator.model.dates import is_before
from generator.model.graphs import cycles
from generator.model.problems import Finding, Location
from generator.model.records import Actor, Chronology, Place
from generator.model.references import (
    known_ids,
    references,
    relation_graph,
    relation_of,
    relations,
)
from generator.validation.registry import rule


@rule("E404")
def relations_do_not_point_back(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """No event, actor or place is, by its relations, its own part or follower."""
    for relation, graph in relation_graph(chronology.events).items():
        circular = cycles(graph)
        for event in chronology.events:
            for reference in relations(event) if event.id in circular else ():
                if relation_of(reference) == relation and reference.id in circular[event.id]:
                    yield _cycle(event.path, reference.location, event.id, reference.id)
    parents = {actor.id: actor.part_of for actor in chronology.actors.values()}
    holders = {place.id: place.within for place in chronology.places.values()}
    registries: tuple[tuple[Mapping[str, Actor | Place], str, Mapping[str, str | None]], ...] = (
        (chronology.actors, "part_of", parents),
        (chronology.places, "within", holders),
    )
    for records, field, holder_of in registries:
        graph = {id: () if holder is None else (holder,) for id, holder in holder_of.items()}
        for record_id in cycles(graph):
            path = records[record_id].path
            yield _cycle(path, (record_id, field), record_id, graph[record_id][0])


def _cycle(path: str, location: Location, record_id: str, target_id: str) -> Finding:
    message = (
        f"{record_id!r} points to itself"
        if record_id == target_id
        else f"{record_id!r} and {target_id!r} go in a circle"
    )
    return Finding(path, location, "E404", message, "take out the relation that is wrong")


@rule("E405")
def what_is_published_names_no_draft(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """What is published names no draft, which readers could not open."""
    drafts = {
        target: {id for id, record in records.items() if getattr(record, "draft", False)}
        for target, records in known_ids(chronology).items()
    }
    has_drafts = any(drafts.values())
    for event in chronology.events if has_drafts else ():
        for reference in references(event) if not event.draft else ():
            if reference.id in drafts[reference.target]:
                yield _of_draft(event.path, reference.location, reference.id, reference.on_key)
    for actor in chronology.actors.values():
        whole = chronology.actors.get(actor.part_of or "")
        if whole is not None and whole.draft and not actor.draft:
            yield _of_draft(actor.path, (actor.id, "part_of"), whole.id)
    for place in chronology.places.values():
        outer = chronology.places.get(place.within or "")
        if outer is not None and outer.draft and not place.draft:
            yield _of_draft(place.path, (place.id, "within"), outer.id)


def _of_draft(path: str, location: Location, id: str, on_key: bool = False) -> Finding:
    way_out = "publish it first, or make this one a draft as well"
    return Finding(path, location, "E405", f"{id!r} is a draft", way_out, on_key)


@rule("E406")
def followers_come_later(chronology: Chronology, incomplete: Collection[str]) -> Iterator[Finding]:
    """No event follows one that certainly began after it."""
    for event in chronology.events:
        for n, followed_id in enumerate(event.follows):
            followed = chronology.by_id.get(followed_id)
            if followed is not None and is_before(event.date.start, followed.date.start):
                message = f"{followed_id!r} is later ({followed.date.text}) than this event"
                way_out = "turn the relation round, or mend a date"
                yield Finding(event.path, ("follows", n), "E406", message, way_out)
