"""Events, actors and places stand to each other as the order of time and of parts allows."""

from collections.abc import Collection, Iterator

from generator.model.dates import is_before
from generator.model.graphs import cycles
from generator.model.layout import ACTORS_FILE, PLACES_FILE
from generator.model.problems import Finding, Location
from generator.model.records import Chronology
from generator.model.references import relation_graph, relation_of, relations
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
    for file, field, holder_of in (
        (ACTORS_FILE, "part_of", parents),
        (PLACES_FILE, "within", holders),
    ):
        graph = {id: () if holder is None else (holder,) for id, holder in holder_of.items()}
        for record_id in cycles(graph):
            path = chronology.file(file)
            yield _cycle(path, (record_id, field), record_id, graph[record_id][0])


def _cycle(path: str, location: Location, record_id: str, target_id: str) -> Finding:
    message = (
        f"{record_id!r} points to itself"
        if record_id == target_id
        else f"{record_id!r} and {target_id!r} go in a circle"
    )
    return Finding(path, location, "E404", message, "take out the relation that is wrong")


@rule("E405")
def published_events_stand_on_published_ones(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """A published event is related to no draft, which readers could not open."""
    for event in chronology.events:
        for reference in relations(event) if not event.draft else ():
            related = chronology.by_id.get(reference.id)
            if related is not None and related.draft:
                message = f"{related.id!r} is a draft"
                way_out = "publish it first, or make this event a draft as well"
                yield Finding(event.path, reference.location, "E405", message, way_out)


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
