"""Whatever a record names is there, and whatever is there is named."""

from collections.abc import Collection, Iterator, Mapping, Set

from generator.model.anchors import taken_anchors
from generator.model.graphs import all_ancestors
from generator.model.known_as import KnownAs, Meant
from generator.model.layout import (
    ACTORS_FILE,
    PLACES_FILE,
    SETTINGS_FILE,
    SOURCES_FILE,
    id_in,
    registry_of,
)
from generator.model.named_ids import Target, named_ids
from generator.model.problems import Finding
from generator.model.records import Actor, Chronology, Place, Source
from generator.model.references import Reference, known_ids, references
from generator.validation.registry import rule

MAX_WORDS_LISTED = 20
"""A vocabulary with more words is not listed in a way out."""
_FILES: Mapping[Target, str] = {
    "actor": ACTORS_FILE,
    "place": PLACES_FILE,
    "source": SOURCES_FILE,
    "kind": SETTINGS_FILE,
    "role": SETTINGS_FILE,
    "measure": SETTINGS_FILE,
    "population": SETTINGS_FILE,
}


@rule("E401")
def ids_are_known(chronology: Chronology, incomplete: Collection[str]) -> Iterator[Finding]:
    """Whatever refers to a record by its id finds it."""
    known = known_ids(chronology)
    known_as = {target: KnownAs(records) for target, records in known.items()}
    withheld = {event.id for event in chronology.withheld}
    incomplete_ids = {id_in(path) for path in incomplete}
    incomplete_files = {
        registry_of(below) or below
        for path in incomplete
        if (below := path.removeprefix(f"{chronology.folder}/"))
    }
    for path, reference in _references(chronology, known):
        target, named, location, on_key = reference
        if named in known[target]:
            continue
        file = _FILES.get(target)
        if file is None and named in withheld:  # its id stays; who names it need not change
            continue
        if file is None and named in incomplete_ids:
            continue
        if file in incomplete_files:
            continue
        place = f"in {file}" if file else "among the events"
        here = id_in(path)
        otherwise = _add(target, place, file, known[target])
        way_out = Meant(named, known[target], otherwise, here, known_as[target])
        message = f"{target} {named!r} is not {place}"
        yield Finding(path, location, "E401", message, way_out, on_key)


def _references(
    chronology: Chronology, known: Mapping[Target, Mapping[str, object]]
) -> Iterator[tuple[str, Reference]]:
    """Yield references with the path of their file, but for those of events that know all."""
    events = () if _are_known(chronology.named, known) else chronology.events
    for event in events:
        if not _are_known(named_ids([event]), known):
            for reference in references(event):
                yield event.path, reference
    for actor in chronology.actors.values():
        if actor.part_of is not None:
            reference = Reference("actor", actor.part_of, (actor.id, "part_of"))
            yield actor.path, reference
    for place in chronology.places.values():
        if place.within is not None:
            reference = Reference("place", place.within, (place.id, "within"))
            yield place.path, reference


def _are_known(
    named: Mapping[Target, Set[str]], known: Mapping[Target, Mapping[str, object]]
) -> bool:
    """Return whether all that is named is there."""
    return all(ids <= known[target].keys() for target, ids in named.items())


def _add(target: Target, place: str, file: str | None, known: Collection[str]) -> str:
    """Return the way out where no id is near to the unknown one."""
    is_short = file == SETTINGS_FILE and 0 < len(known) <= MAX_WORDS_LISTED
    listed = f"known are: {', '.join(known)}; or " if is_short else ""
    or_not = "" if target == "kind" else ", or take it out"  # an event has one
    return f"{listed}add it {place}{or_not}"


@rule("E403")
def registries_are_used(chronology: Chronology, incomplete: Collection[str]) -> Iterator[Finding]:
    """Every actor, place and source is used by some event, or holds one that is, or is a draft."""
    if incomplete:  # a file that cannot be read may be the one that uses it
        return
    used = chronology.named
    parents = {
        "actor": {actor.id: actor.part_of for actor in chronology.actors.values()},
        "place": {place.id: place.within for place in chronology.places.values()},
        "source": {},
    }
    registries: tuple[tuple[Target, Mapping[str, Actor | Place | Source]], ...] = (
        ("actor", chronology.actors),
        ("place", chronology.places),
        ("source", chronology.sources),
    )
    for target, records in registries:
        held = all_ancestors(used[target], parents[target])
        for unused, record in records.items():
            if unused in held or record.draft:
                continue
            message = f"nothing uses {target} {unused!r}"
            way_out = "use it in an event, or take it out"
            yield Finding(record.path, (unused,), "E403", message, way_out, on_key=True)


@rule("E407", over="event")
def accounts_have_anchors_of_their_own(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """No account is called what its event's page calls a part of itself, or another's cell."""
    for event in chronology.events:
        for n, owner in taken_anchors(event, chronology.settings.measures):
            id = event.accounts[n].id
            message = f"the account id {id!r} is the anchor of {owner}"
            way_out = f"give the account another: write id: account-{id}"
            yield Finding(event.path, ("accounts", n, "id"), "E407", message, way_out)
