"""Every id by which one record names another."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from generator.model.named_ids import Target
from generator.model.problems import Location
from generator.model.records import Account, Chronology, Event


class Reference(NamedTuple):
    """A record's mention of another one, and where in its file."""

    target: Target
    id: str
    location: Location
    on_key: bool = False


def known_ids(chronology: Chronology) -> Mapping[Target, Mapping[str, object]]:
    """Return all records that can be referred to: what they are, their id, the record."""
    settings = chronology.settings
    return {
        "actor": chronology.actors,
        "place": chronology.places,
        "source": chronology.sources,
        "event": chronology.by_id,
        "kind": settings.kinds,
        "role": settings.roles,
        "measure": settings.measures,
        "population": settings.populations,
    }


def references(event: Event) -> Iterator[Reference]:
    """Yield all references of an event, in the order of its file."""
    yield Reference("kind", event.kind, ("kind",))
    for n, actor in enumerate(event.actors):
        yield Reference("actor", actor.id, ("actors", n, "id"))
        if actor.role is not None:
            yield Reference("role", actor.role, ("actors", n, "role"))
    for n, place in enumerate(event.places):
        yield Reference("place", place, ("places", n))
    yield from relations(event)
    for n, account in enumerate(event.accounts):
        at: Location = ("accounts", n)
        yield Reference("source", account.source, (*at, "source"))
        for m, speaker in enumerate(account.according_to):
            yield Reference("actor", speaker, (*at, "according_to", m))
        for m, actor in enumerate(account.actors):
            yield Reference("actor", actor.id, (*at, "actors", m, "id"))
            if actor.role is not None:
                yield Reference("role", actor.role, (*at, "actors", m, "role"))
        for m, figure in enumerate(account.figures):
            yield Reference("measure", figure.measure, (*at, "figures", m, "measure"))
            if figure.of is not None:
                yield Reference("population", figure.of, (*at, "figures", m, "of"))
        for key in account.labels:
            if key != "this":
                yield Reference("actor", key, (*at, "labels", key), on_key=True)


def acting_in(event: Event) -> dict[str, None]:
    """Return the ids of the actors that take part in an event, by any account, each once."""
    roles = [*event.actors, *(role for account in event.accounts for role in account.actors)]
    return dict.fromkeys(role.id for role in roles)


def named_in_account(account: Account) -> dict[str, None]:
    """Return the ids of the actors that an account names, each once: who acts, speaks, is labelled.

    The event itself, which may be labelled as well, is no actor.
    """
    labelled = [key for key in account.labels if key != "this"]
    return dict.fromkeys([*(role.id for role in account.actors), *account.according_to, *labelled])


def named_actors(event: Event) -> dict[str, None]:
    """Return the ids of the actors that an event or an account of it names, each once."""
    named = dict.fromkeys(role.id for role in event.actors)
    for account in event.accounts:
        named.update(named_in_account(account))
    return named


def named_records(chronology: Chronology, event: Event) -> dict[str, None]:
    """Return the ids of the records that an event names, and of what holds these, each once."""
    named: dict[str, None] = {}
    for reference in references(event):
        id: str | None = reference.id
        while id is not None and id not in named:
            if reference.target == "actor" and id in chronology.actors:
                named[id], id = None, chronology.actors[id].part_of
            elif reference.target == "place" and id in chronology.places:
                named[id], id = None, chronology.places[id].within
            elif reference.target == "source" and id in chronology.sources:
                named[id], id = None, None
            else:
                break
    return named


def relations(event: Event) -> Iterator[Reference]:
    """Yield the references of an event to other events."""
    if event.part_of is not None:
        yield Reference("event", event.part_of, ("part_of",))
    for n, earlier in enumerate(event.follows):
        yield Reference("event", earlier, ("follows", n))
    for n, account in enumerate(event.accounts):
        for m, answered in enumerate(account.responds_to):
            yield Reference("event", answered, ("accounts", n, "responds_to", m))


def relation_graph(events: Collection[Event]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return for each relation the events that each event points to, if they are among these."""
    ids = {event.id for event in events}
    part_of: dict[str, tuple[str, ...]] = {}
    follows: dict[str, tuple[str, ...]] = {}
    responds_to: dict[str, tuple[str, ...]] = {}
    for event in events:
        answered = [id for account in event.accounts for id in account.responds_to]
        part_of[event.id] = (event.part_of,) if event.part_of in ids else ()
        follows[event.id] = tuple(id for id in event.follows if id in ids)
        responds_to[event.id] = tuple(id for id in answered if id in ids)
    return {"part_of": part_of, "follows": follows, "responds_to": responds_to}


def relation_of(reference: Reference) -> str:
    """Return the relation that a reference to an event stands under: `part_of`, `follows` …"""
    return next(part for part in reversed(reference.location) if isinstance(part, str))
