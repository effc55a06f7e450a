"""Who and where: the pages of actors and places."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple, get_args

from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import actor_feed
from generator.model.records import Account, Actor, Place, Source
from generator.rendering.context import Context, Row
from generator.rendering.drawing_inputs import Drawings
from generator.rendering.language.elements import label_element, time_element
from generator.rendering.parts.known_marks import NO_MARK
from generator.support.escape import in_language
from generator.support.plain_text import paragraphs

_KINDS: tuple[str, ...] = get_args(Actor.model_fields["kind"].annotation)
_PLURALS = {
    "person": "People",
    "state": "States",
    "government": "Governments",
    "armed group": "Armed groups",
    "organisation": "Organisations",
    "media": "Media",
    "population": "Populations",
    "unnamed source": "Unnamed sources",
}


class Name(NamedTuple):
    """A name in another language."""

    name: str
    attributes: Markup


class Item(NamedTuple):
    """An actor or a place in a list."""

    id: str
    name: str
    names: tuple[Name, ...]
    note: str
    events: str


class Group(NamedTuple):
    """A part of a list, under its name."""

    name: str
    items: tuple[Item, ...]


class Played(NamedTuple):
    """An event in the list of an actor or a place, and who alone says so."""

    row: Row
    note: str = ""
    since: Markup = NO_MARK
    """The mark of since when it is known."""


class Part(NamedTuple):
    """The events in which an actor plays one part."""

    name: str
    events: tuple[Played, ...]


class Called(NamedTuple):
    """A label for an actor: how often one outlet uses it, when, and for whom else."""

    label: Markup
    uses: str
    told: str
    """The day from which each of these accounts is known, in order."""
    others: tuple[Actor, ...]


def _names(record: Actor | Place) -> tuple[Name, ...]:
    return tuple(
        Name(name, in_language(language)) for language, name in sorted(record.names.items())
    )


def _by_name(item: Actor | Place) -> tuple[str, str]:
    return item.name.casefold(), item.id


def actor_pages(context: Context, drawings: Drawings) -> Iterator[Output]:
    """The list of actors, and one page for each."""
    actors = sorted(context.chronology.actors.values(), key=_by_name)
    groups = [
        Group(_PLURALS[kind], tuple(_item(context, a) for a in actors if a.kind == kind))
        for kind in _KINDS
    ]
    origin = f"{context.chronology.folder}/actors.yml"
    yield context.page(
        "actors/index.md",
        origin,
        "registry.md",
        title="Actors",
        lead="Who acts, suffers or speaks in the events, under one neutral name each.",
        folder="actors",
        count=context.language.ngettext("%(count)s actor", "%(count)s actors", len(actors)),
        map="",
        if_empty="No actors yet.",
        groups=[group for group in groups if group.items],
    )
    for actor in actors:
        played = context.relations.named_in.get(actor.id, [])
        yield context.page(
            f"actors/{actor.id}/index.md",
            origin,
            "actor.md",
            is_found=True,
            title=actor.name,
            description=actor.note or f"{actor.name}: {_events(context, len(played))}",
            feed=context.feed(actor_feed(actor.id)),
            actor=actor,
            names=_names(actor),
            note=paragraphs(actor.note or ""),
            part_of=context.chronology.actors[actor.part_of] if actor.part_of else None,
            members=[a for a in actors if a.part_of == actor.id],
            offices=[
                (time_element(context.language, o.date) if o.date else "not given", o)
                for o in actor.offices
            ],
            called=_called(context, actor),
            strip=drawings.strip(actor, played),
            count=_events(context, len(played)),
            counted=context.marks.attr_count(played),
            parts=context.cache.get(
                "parts",
                actor.id,
                (actor, *context.registries, *(context.chronology.by_id[id] for id in played)),
                partial(_parts, context, actor, played),
            ),
        )


_SPEAKS, _NAMED = "gives an account", "only named"


def _parts(context: Context, actor: Actor, played: Iterable[str]) -> list[Part]:
    """An actor's events by its role in them, in the order of the roles' vocabulary.

    An event stands under every role that it or some account gives; where there is none, under what
    else leads from it to the actor.
    """
    order = [*context.settings.roles, None, _SPEAKS, _NAMED]
    parts: dict[str | None, list[Played]] = {role: [] for role in order}
    for id in played:
        event, row = context.chronology.by_id[id], context.rows[id]
        shared = [role.role for role in event.actors if role.id == actor.id]
        told: dict[str | None, list[Account]] = {}
        for account in event.accounts:
            for role in account.actors:
                if role.id == actor.id and role.role not in shared:
                    told.setdefault(role.role, []).append(account)
        speaks = [account for account in event.accounts if actor.id in account.according_to]
        named = [account for account in event.accounts if actor.id in account.labels]
        for part in dict.fromkeys(shared):
            parts.setdefault(part, []).append(Played(row))
        for part, by in told.items():
            since = context.marks.attr_any(event, by)
            parts.setdefault(part, []).append(Played(row, context.says(event, by), since))
        if speaks:
            parts[_SPEAKS].append(Played(row, "", context.marks.attr_any(event, speaks)))
        elif not shared and not told:
            parts[_NAMED].append(Played(row, "", context.marks.attr_any(event, named)))
    return [Part(_part(context, role), tuple(events)) for role, events in parts.items() if events]


def _part(context: Context, role: str | None) -> str:
    return role if role in (_SPEAKS, _NAMED) else context.role(role)


def _item(context: Context, actor: Actor) -> Item:
    offices = ", ".join(dict.fromkeys(office.title for office in actor.offices))
    events = _events(context, len(context.relations.named_in.get(actor.id, ())))
    return Item(actor.id, actor.name, _names(actor), offices, events)


def _events(context: Context, count: int) -> str:
    return (
        context.language.ngettext("%(count)s event", "%(count)s events", count)
        if count
        else "no event"
    )


def _called(context: Context, actor: Actor) -> list[tuple[str, list[Called]]]:
    """What each outlet calls an actor, by outlet."""
    sources = context.chronology.sources
    uses: dict[str, dict[tuple[str, Markup], list[Source]]] = {}
    for text, told in context.relations.labels.get(actor.id, ()):
        source = sources[told.account.source]
        key = text, label_element(text, source.language)
        uses.setdefault(source.outlet, {}).setdefault(key, []).append(source)
    return [
        (outlet, [_use(context, actor, text, label, by) for (text, label), by in of.items()])
        for outlet, of in sorted(uses.items())
    ]


def _use(context: Context, actor: Actor, text: str, label: Markup, by: list[Source]) -> Called:
    others = [id for id in context.relations.bearers[text.casefold()] if id != actor.id]
    years = [source.published.anchor.year for source in by]
    when = " to ".join(dict.fromkeys((str(min(years)), str(max(years)))))
    count = context.language.ngettext("%(count)s account", "%(count)s accounts", len(years))
    uses = f"{count}, {when}"
    told = " ".join(day.isoformat() for day in sorted(context.known.days[of.id] for of in by))
    return Called(label, uses, told, tuple(context.chronology.actors[id] for id in others))


def place_pages(context: Context, drawings: Drawings) -> Iterator[Output]:
    """The list of places by country, and one page for each."""
    places = sorted(context.chronology.places.values(), key=_by_name)
    countries = sorted({p.country or "" for p in places}, key=lambda name: (not name, name))
    origin = f"{context.chronology.folder}/places.yml"
    yield context.page(
        "places/index.md",
        origin,
        "registry.md",
        title="Places",
        lead="Where events happened, as closely as their accounts say.",
        folder="places",
        count=context.language.ngettext("%(count)s place", "%(count)s places", len(places)),
        map=drawings.places_map("../"),
        if_empty="No places yet.",
        groups=[
            Group(
                country or ("Country not given" if len(countries) > 1 else "All places"),
                tuple(_place_item(context, p) for p in places if (p.country or "") == country),
            )
            for country in countries
        ],
    )
    for place in places:
        events = context.relations.by_place.get(place.id, [])
        yield context.page(
            f"places/{place.id}/index.md",
            origin,
            "place.md",
            is_found=True,
            title=place.name,
            description=place.note or f"{place.name}: {_events(context, len(events))}",
            place=place,
            names=_names(place),
            note=paragraphs(place.note or ""),
            within=_chain(context, place),
            inside=[p for p in places if p.within == place.id],
            coordinates=_coordinates(place),
            map=drawings.locator([place.id]),
            events=[Played(context.rows[event.id]) for event in events],
        )


def _place_item(context: Context, place: Place) -> Item:
    within = [p.name for p in _chain(context, place)]
    note = ", ".join([*([place.kind] if place.kind else []), *within])
    events = _events(context, len(context.relations.by_place.get(place.id, ())))
    return Item(place.id, place.name, _names(place), note, events)


def _chain(context: Context, place: Place) -> list[Place]:
    """The places that hold a place, from the nearest outwards."""
    chain: list[Place] = []
    while place.within and (place := context.chronology.places[place.within]) not in chain:
        chain.append(place)
    return chain


def _coordinates(place: Place) -> str:
    if place.lat is None or place.lon is None:
        return ""
    lat = f"{abs(place.lat):.4f}".rstrip("0").rstrip(".") + "° " + "NS"[place.lat < 0]
    lon = f"{abs(place.lon):.4f}".rstrip("0").rstrip(".") + "° " + "EW"[place.lon < 0]
    return f"{lat}, {lon}"
