"""The ids that events name, without where they stand."""

from collections.abc import Iterable, Mapping, Set
from itertools import chain
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # the records import this module
    from generator.model.records.event import Event

Target = Literal["actor", "place", "source", "event", "kind", "role", "measure", "population"]
"""What an id may be of."""


def named_ids(events: "Iterable[Event]") -> Mapping[Target, Set[str]]:
    """Return the ids that `references.references` gives for events, by what they name."""
    actors: set[str] = set()
    places: set[str] = set()
    sources: set[str] = set()
    others: set[str] = set()
    kinds: set[str] = set()
    roles: set[str | None] = set()
    measures: set[str] = set()
    populations: set[str | None] = set()
    labelled: set[str] = set()
    for event in events:
        kinds.add(event.kind)
        places.update(event.places)
        others.update(event.follows)
        if event.part_of is not None:
            others.add(event.part_of)
        for role in chain(event.actors, *[account.actors for account in event.accounts]):
            actors.add(role.id)
            roles.add(role.role)
        for account in event.accounts:
            sources.add(account.source)
            others.update(account.responds_to)
            actors.update(account.according_to)
            labelled.update(account.labels)
            for figure in account.figures:
                measures.add(figure.measure)
                populations.add(figure.of)
    return {
        "actor": actors | (labelled - {"this"}),
        "place": places,
        "source": sources,
        "event": others,
        "kind": kinds,
        "role": {role for role in roles if role is not None},
        "measure": measures,
        "population": {of for of in populations if of is not None},
    }
