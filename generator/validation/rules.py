"""The rules over a whole chronology: one function a rule, its docstring is the rule.

A rule yields findings and knows no lines. `broken` names the files of which something is missing in
the chronology: what only they could answer for is not held against others.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from generator.model.problems import Finding, Location, nearest
from generator.model.records import Chronology, Event, Source
from generator.model.references import (
    Target,
    in_circles,
    known_ids,
    references,
    relation_of,
    relations,
    ways_between,
)
from generator.validation.loaded_words import LoadedWords

WORDS = "chronology.yml"
"""Where a chronology keeps its own words: kinds, roles, measures, whom figures count."""
_STANDS_IN: Mapping[Target, str] = {
    "actor": "actors.yml",
    "place": "places.yml",
    "source": "sources.yml",
    "kind": WORDS,
    "role": WORDS,
    "measure": WORDS,
    "population": WORDS,
}


def check(chronology: Chronology, broken: Collection[str] = ()) -> list[Finding]:
    """All findings of all rules."""
    return [finding for rule in RULES for finding in rule(chronology, broken)]


def ids_are_known(chronology: Chronology, broken: Collection[str]) -> Iterator[Finding]:
    """E401: whatever refers to a record by its id finds it."""
    known = known_ids(chronology)
    broken_ids = {path.rpartition("/")[2].removesuffix(".yml") for path in broken}

    def finding(
        target: Target, id: str, path: str, at: Location, on_key: bool
    ) -> Iterator[Finding]:
        if id in known[target]:
            return
        file = _STANDS_IN.get(target)
        if f"{chronology.folder}/{file}" in broken or (target == "event" and id in broken_ids):
            return
        place = f"in {file}" if file else "among the events"
        others = [one for one in known[target] if f"/{one}.yml" not in path]
        words = (
            f"known are: {', '.join(others)}; or "
            if file == WORDS and 0 < len(others) <= 20
            else ""
        )
        or_not = "" if target == "kind" else ", or take it out"  # an event has one
        way_out = nearest(id, others) or f"{words}add it {place}{or_not}"
        yield Finding(path, at, "E401", f"{target} {id!r} is not {place}", way_out, on_key)

    for event in chronology.events:
        for reference in references(event):
            if reference.id not in known[reference.target]:
                yield from finding(
                    reference.target, reference.id, event.path, reference.location, reference.on_key
                )
    for actor in chronology.actors.values():
        if actor.part_of is not None:
            path, at = f"{chronology.folder}/actors.yml", (actor.id, "part_of")
            yield from finding("actor", actor.part_of, path, at, False)
    for place in chronology.places.values():
        if place.within is not None:
            path, at = f"{chronology.folder}/places.yml", (place.id, "within")
            yield from finding("place", place.within, path, at, False)


def registries_are_used(chronology: Chronology, broken: Collection[str]) -> Iterator[Finding]:
    """E403: every actor, place and source is used by some event, or holds one that is."""
    if broken:  # a file that cannot be read may be the one that uses it
        return
    used: dict[str, set[str]] = {"actor": set(), "place": set(), "source": set()}
    for event in chronology.events:
        for reference in references(event):
            if reference.target in used:
                used[reference.target].add(reference.id)
    holders = {
        "actor": {actor.id: actor.part_of for actor in chronology.actors.values()},
        "place": {place.id: place.within for place in chronology.places.values()},
        "source": {},
    }
    for target, ids in used.items():
        file = f"{target}s.yml"
        known = getattr(chronology, f"{target}s")
        held = {holder for id in ids for holder in _chain(id, holders[target])}
        for id in known:
            if id not in held:
                way_out = "use it in an event, or take it out"
                path = f"{chronology.folder}/{file}"
                yield Finding(path, (id,), "E403", f"nothing uses {target} {id!r}", way_out, True)


def _chain(id: str, holder: Mapping[str, str | None]) -> list[str]:
    """A record and all that hold it, inmost first, each once."""
    chain: dict[str, None] = {}
    current: str | None = id
    while current is not None and current not in chain:
        chain[current] = None
        current = holder.get(current)
    return list(chain)


def relations_do_not_point_back(
    chronology: Chronology, broken: Collection[str]
) -> Iterator[Finding]:
    """E404: no event, actor or place is, by its relations, its own part or follower."""
    for key, ways in ways_between(chronology.events).items():
        circles = in_circles(ways)
        for event in chronology.events:
            for reference in relations(event) if event.id in circles else ():
                if relation_of(reference) == key and reference.id in circles[event.id]:
                    yield _circle(event.path, reference.location, event.id, reference.id)
    within = {place.id: _some(place.within) for place in chronology.places.values()}
    of = {actor.id: _some(actor.part_of) for actor in chronology.actors.values()}
    for file, key, ways in (("actors.yml", "part_of", of), ("places.yml", "within", within)):
        for id in in_circles(ways):
            yield _circle(f"{chronology.folder}/{file}", (id, key), id, ways[id][0])


def _some(id: str | None) -> tuple[str, ...]:
    return () if id is None else (id,)


def _circle(path: str, location: Location, id: str, other: str) -> Finding:
    what = f"{id!r} points to itself" if id == other else f"{id!r} and {other!r} go in a circle"
    return Finding(path, location, "E404", what, "take out the relation that is wrong")


def published_events_stand_on_published_ones(
    chronology: Chronology, broken: Collection[str]
) -> Iterator[Finding]:
    """E405: a published event is related to no draft, which readers could not open."""
    for event in chronology.events:
        for reference in relations(event) if not event.draft else ():
            other = chronology.by_id.get(reference.id)
            if other is not None and other.draft:
                found = f"{other.id!r} is a draft"
                way_out = "publish it first, or make this event a draft as well"
                yield Finding(event.path, reference.location, "E405", found, way_out)


def followers_come_later(chronology: Chronology, broken: Collection[str]) -> Iterator[Finding]:
    """E406: no event follows one that certainly began after it."""
    for event in chronology.events:
        for n, id in enumerate(event.follows):
            other = chronology.by_id.get(id)
            if other is None or other.date.start.earliest is None:
                continue
            began = event.date.start.latest
            if began is not None and other.date.start.earliest > began:
                found = f"{id!r} is later ({other.date.text}) than this event"
                way_out = "turn the relation round, or mend a date"
                yield Finding(event.path, ("follows", n), "E406", found, way_out)


def paragraphs_are_body_text(chronology: Chronology, broken: Collection[str]) -> Iterator[Finding]:
    """E501: an account cites paragraphs of the article, not its boilerplate, and none beyond it."""
    body = {
        source.id: frozenset(source.text.body) if source.text else None
        for source in chronology.sources.values()
    }
    for event in chronology.events:
        for n, account in enumerate(event.accounts):
            if not account.paragraphs or account.source not in body:
                continue
            at: Location = ("accounts", n, "paragraphs")
            known = body[account.source]
            if known is None:
                found = f"source {account.source!r} has no archived text to count paragraphs in"
                yield Finding(event.path, at, "E501", found, "write a locator instead")
            elif outside := [p for p in account.paragraphs if p not in known]:
                found = f"{_numbered(outside)} not in the body of {account.source!r}"
                yield Finding(event.path, at, "E501", found, "cite the paragraphs that say it")


def _numbered(paragraphs: list[int]) -> str:
    listed = ", ".join(str(number) for number in paragraphs[:10])
    return f"paragraph {listed} is" if len(paragraphs) == 1 else f"paragraphs {listed} are"


def coverage_is_full(chronology: Chronology, broken: Collection[str]) -> Iterator[Finding]:
    """E502: each paragraph of a source is cited by an account or listed as unused, never both."""
    cited: dict[str, set[int]] = {}
    for event in chronology.events:
        for account in event.accounts:
            cited.setdefault(account.source, set()).update(account.paragraphs)
    for source in chronology.sources.values():
        if source.text is not None:
            used = cited.get(source.id, set())
            for key, found, way_out in _coverage(source, used, incomplete=bool(broken)):
                path = f"{chronology.folder}/sources.yml"
                yield Finding(path, (source.id, *key), "E502", found, way_out)


def _coverage(
    source: Source, used: set[int], incomplete: bool
) -> Iterator[tuple[Location, str, str]]:
    assert source.text is not None
    count, unused = source.text.paragraphs, set(source.unused)
    for key, numbers in (
        (("text", "body"), set(source.text.body)),
        (("unused",), unused),
        (("left_out",), {left.paragraph for left in source.left_out}),
    ):
        if beyond := sorted(number for number in numbers if number > count):
            yield key, f"{_numbered(beyond)} beyond the {count} of the text", "count them anew"
    if both := sorted(used & unused):
        yield ("unused",), f"{_numbered(both)} cited by an account", "take out what is used"
    missing = sorted(set(range(1, count + 1)) - used - unused)
    if missing and not incomplete:
        found = f"{_numbered(missing)} neither cited nor listed as unused"
        yield ("text", "paragraphs"), found, "cite it in an account, or list it and say why"


def files_lie_in_their_year(chronology: Chronology, broken: Collection[str]) -> Iterator[Finding]:
    """E504: an event's file lies in the folder of its anchor's year."""
    for event in chronology.events:
        right = f"{chronology.folder}/{event.date.anchor.year:04}"
        if event.path.rpartition("/")[0] != right:
            found = f"the file lies outside {right}/, where its date belongs"
            yield Finding(event.path, ("date",), "E504", found, f"move it to {right}/")


def ids_begin_with_a_date(chronology: Chronology, broken: Collection[str]) -> Iterator[Finding]:
    """E505: an event's id begins with the date first known, at least its year."""
    for event in chronology.events:
        if not re.match(r"[0-9]{4}-", event.id):
            found = f"the id {event.id!r} does not begin with a date"
            way_out = f"call the file {event.date.anchor.year:04}-….yml"
            yield Finding(event.path, (), "E505", found, way_out)


def ranges_are_the_right_way_round(
    chronology: Chronology, broken: Collection[str]
) -> Iterator[Finding]:
    """E506: a figure's min is not above its max."""
    for event in chronology.events:
        for n, account in enumerate(event.accounts):
            for m, figure in enumerate(account.figures):
                if figure.min is not None and figure.max is not None and figure.min > figure.max:
                    at = ("accounts", n, "figures", m, "min")
                    found = f"min {figure.min} is above max {figure.max}"
                    yield Finding(event.path, at, "E506", found, "swap the two")


def corrections_come_after_publication(
    chronology: Chronology, broken: Collection[str]
) -> Iterator[Finding]:
    """E507: a correction is not older than the record that it corrects."""
    for event in chronology.events:
        for n, correction in enumerate(event.corrections):
            if correction.on < event.added:
                found = f"the correction is older than the record, which was added {event.added}"
                at = ("corrections", n, "on")
                yield Finding(event.path, at, "E507", found, "mend one of the two days")


def words_are_neutral(chronology: Chronology, broken: Collection[str]) -> Iterator[Finding]:
    """E510: no loaded word stands in a title, a summary or an account outside quotation marks."""
    loaded = LoadedWords(chronology.settings.loaded)
    for event in chronology.events:
        for location, text in _our_words(event):
            for word, neutral in loaded.found(text):
                found = f"{word!r} is a word that takes a side"
                way_out = f"write {neutral!r}, or quote it as a label"
                yield Finding(event.path, location, "E510", found, way_out)


def _our_words(event: Event) -> Iterator[tuple[Location, str]]:
    yield ("title",), event.title
    yield ("summary",), event.summary
    for n, account in enumerate(event.accounts):
        yield ("accounts", n, "says"), account.says


RULES: Iterable[Callable[[Chronology, Collection[str]], Iterator[Finding]]] = (
    ids_are_known,
    registries_are_used,
    relations_do_not_point_back,
    published_events_stand_on_published_ones,
    followers_come_later,
    paragraphs_are_body_text,
    coverage_is_full,
    files_lie_in_their_year,
    ids_begin_with_a_date,
    ranges_are_the_right_way_round,
    corrections_come_after_publication,
    words_are_neutral,
)
