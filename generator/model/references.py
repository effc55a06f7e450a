"""Every id by which one record names another, and a chronology in which each of them is known."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from typing import Literal, NamedTuple, TypeVar

from generator.model.problems import Location
from generator.model.records import Account, Actor, Chronology, Event, Place

Target = Literal["actor", "place", "source", "event", "kind", "role", "measure", "population"]


class Reference(NamedTuple):
    """A record's mention of another one, and where in its file."""

    target: Target
    id: str
    location: Location
    on_key: bool = False


def known_ids(chronology: Chronology) -> Mapping[Target, Mapping[str, object]]:
    """All records that can be referred to, by what they are."""
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
    """All references of an event, in the order of its file."""
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


def relations(event: Event) -> Iterator[Reference]:
    """The references of an event to other events."""
    if event.part_of is not None:
        yield Reference("event", event.part_of, ("part_of",))
    for n, earlier in enumerate(event.follows):
        yield Reference("event", earlier, ("follows", n))
    for n, account in enumerate(event.accounts):
        for m, other in enumerate(account.responds_to):
            yield Reference("event", other, ("accounts", n, "responds_to", m))


def sound(chronology: Chronology) -> Chronology:
    """The chronology without what refers to nothing, so that all the rest can be shown.

    An event with an unknown actor, place, source or word goes; a relation to an event that is not
    there, and one that goes in a circle, goes alone.
    """
    actors = _without_bad_links(chronology.actors, "part_of")
    places = _without_bad_links(chronology.places, "within")
    known = known_ids(chronology)
    kept = [
        event
        for event in chronology.events
        if all(r.target == "event" or r.id in known[r.target] for r in references(event))
    ]
    good = {
        key: {id: set(others) - circles.get(id, set()) for id, others in ways.items()}
        for key, ways in ways_between(kept).items()
        for circles in [in_circles(ways)]
    }
    events = tuple(_with_relations(event, good) for event in kept)
    return replace(chronology, actors=actors, places=places, events=events)


def ways_between(events: Collection[Event]) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each relation, the ways from event to event; those that lead elsewhere are left out."""
    ids = {event.id for event in events}
    ways: dict[str, dict[str, tuple[str, ...]]] = {"part_of": {}, "follows": {}, "responds_to": {}}
    for event in events:
        for key, found in ways.items():
            found[event.id] = tuple(
                r.id for r in relations(event) if relation_of(r) == key and r.id in ids
            )
    return ways


R = TypeVar("R", Actor, Place)


def _without_bad_links(records: Mapping[str, R], key: str) -> Mapping[str, R]:
    ways = {id: [link] for id, record in records.items() if (link := getattr(record, key))}
    circles = in_circles(ways)
    bad = {id for id, [link] in ways.items() if link not in records or id in circles}
    if not bad:
        return records
    return {
        id: record.model_copy(update={key: None}) if id in bad else record
        for id, record in records.items()
    }


def _with_relations(event: Event, good: Mapping[str, Mapping[str, set[str]]]) -> Event:
    """The event itself where all its relations are good, or one with the good ones alone."""
    part_of, follows, responds_to = (good[key][event.id] for key in good)
    if all(r.id in good[relation_of(r)][event.id] for r in relations(event)):
        return event
    accounts = tuple(
        account.model_copy(
            update={"responds_to": tuple(id for id in account.responds_to if id in responds_to)}
        )
        for account in event.accounts
    )
    return event.model_copy(
        update={
            "part_of": event.part_of if event.part_of in part_of else None,
            "follows": tuple(id for id in event.follows if id in follows),
            "accounts": accounts,
        }
    )


def relation_of(reference: Reference) -> str:
    """The relation that a reference to an event stands under: `part_of`, `follows` …"""
    return next(part for part in reversed(reference.location) if isinstance(part, str))


def in_circles(ways: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    """Ids that lead back to themselves, each with its next ones on such a way.

    What lies on a way between two circles counts as well.
    """
    ways = {id: others for id, others in ways.items() if others}
    back: dict[str, list[str]] = {id: [] for id in ways}
    for id, others in ways.items():
        for other in others:
            if other in back:
                back[other].append(id)
    stuck = _never_sorted(ways) & _never_sorted(back)
    return {id: {o for o in others if o in stuck} for id, others in ways.items() if id in stuck}


def _never_sorted(ways: Mapping[str, Collection[str]]) -> set[str]:
    """Ids that a topological order never reaches, since a circle stands before them."""
    sorter = TopologicalSorter(ways)
    with suppress(CycleError):  # after it the sorter still gives all that comes before a circle
        sorter.prepare()
    left = set(ways)
    while ready := sorter.get_ready():
        left.difference_update(ready)
        sorter.done(*ready)
    return left
