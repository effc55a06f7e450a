"""A chronology as records of the search: its events, the newest first, and its registries."""

from collections.abc import Iterable, Iterator, Mapping, Sized
from typing import TypeVar

from generator.model.permalinks import actor_url, event_url, place_url, source_url
from generator.model.records import Account, Actor, Event, Place, Source
from generator.model.references import acting_in, named_actors
from generator.rendering.context import Context
from generator.rendering.search.indexed_dates import indexed_dates
from generator.rendering.search.record import SearchRecord, spelled
from generator.support.plain_text import paragraphs

R = TypeVar("R", Actor, Place, Source)


def search_records(context: Context) -> Iterator[SearchRecord]:
    """Yield the record of each event, actor, place and source.

    Events stand with the newest first; of the others, what most events name.
    """
    relations, chronology = context.relations, context.chronology
    yield from (_event_record(context, event) for event in reversed(context.events))
    for actor in _most_used(chronology.actors.values(), relations.named_in):
        yield _actor_record(context, actor)
    for place in _most_used(chronology.places.values(), context.by_place_within):
        yield _place_record(context, place)
    for source in _most_used(chronology.sources.values(), relations.by_source):
        yield _source_record(context, source)


def _spelled_name(record: Actor | Place) -> str:
    """Return a name with every spelling of it, in all languages."""
    return spelled(record.name, (*record.also, *record.names.values()))


def _most_used(records: Iterable[R], users: Mapping[str, Sized]) -> list[R]:
    return sorted(records, key=lambda record: -len(users.get(record.id, ())))


def _event_record(context: Context, event: Event) -> SearchRecord:
    chronology, names = context.chronology, context.names
    sources = dict.fromkeys(account.source for account in event.accounts)
    acting = acting_in(event)
    about: list[Actor | Place] = [chronology.actors[id] for id in acting]
    about += [chronology.places[id] for id in event.places]
    others: list[Actor | Place] = [
        chronology.actors[id] for id in named_actors(event) if id not in acting
    ]
    # Found by the name of a region or country as well, behind what is placed there itself.
    others += [chronology.places[id] for id in context.places_of(event) if id not in event.places]
    texts = [
        *paragraphs(event.summary),
        *(text for account in event.accounts for text in _account_texts(context, account)),
        *event.unknowns,
        *paragraphs(event.date_basis),
        *map(_spelled_name, others),
        *(_source_name(chronology.sources[id]) for id in sources),
        *(text for correction in event.corrections for text in (correction.what, correction.why)),
    ]
    own_dates = (account.date for account in event.accounts)
    years = {day.year for day in (event.date.earliest, event.date.latest) if day}
    return SearchRecord(
        "event",
        event_url(event.id),
        event.title,
        context.language.grammar.date_words(event.date),
        names.kind(event.kind),
        tuple(dict.fromkeys(map(_spelled_name, about))),
        tuple(dict.fromkeys(texts)),
        indexed_dates([event.date, *filter(None, own_dates)]),
        {
            "kind": (event.kind,),
            "actor": tuple(named_actors(event)),
            "place": tuple(context.places_of(event)),
            "source": tuple(sources),
            "year": tuple(f"{year:04}" for year in range(min(years), max(years) + 1)),
        },
    )


def _account_texts(context: Context, account: Account) -> Iterator[str]:
    """Yield what an account says, with its words and its numbers."""
    names, grammar = context.names, context.language.grammar
    yield from paragraphs(account.says)
    if account.hedge:
        yield grammar.quoted(account.hedge)
    for figure in account.figures:
        counted = [names.measure(figure.measure)]
        counted += [names.population(figure.of)] if figure.of else []
        words = grammar.figure_words(figure, names.unit(figure.measure))
        yield f"{', '.join(counted)}: {words}"
        if figure.as_said:
            yield grammar.quoted(figure.as_said)
        if figure.scope:
            yield figure.scope
    for labels in account.labels.values():
        yield from map(grammar.quoted, labels)


def _actor_record(context: Context, actor: Actor) -> SearchRecord:
    actors = context.chronology.actors
    within = [actors[actor.part_of].name] if actor.part_of else []
    texts = [*paragraphs(actor.note or ""), *(office.title for office in actor.offices), *within]
    labels = (label for label, _ in context.relations.labels.get(actor.id, ()))
    texts += map(context.language.grammar.quoted, dict.fromkeys(labels))
    kind = context.names.actor_kind(actor.kind)
    names = (_spelled_name(actor),)
    return SearchRecord("actor", actor_url(actor.id), actor.name, "", kind, names, tuple(texts))


def _place_record(context: Context, place: Place) -> SearchRecord:
    places = context.chronology.places
    within = [places[id].name for id in context.enclosing[place.id]]
    texts = (*paragraphs(place.note or ""), *within)
    kind = place.kind or context.names.precision(place.precision)
    names = (_spelled_name(place),)
    return SearchRecord("place", place_url(place.id), place.name, "", kind, names, texts)


def _source_record(context: Context, source: Source) -> SearchRecord:
    return SearchRecord(
        "source",
        source_url(source.id),
        source.title or context.names.source(source),
        context.language.grammar.date_words(source.published),
        source.outlet,
        (source.outlet,),
        tuple(paragraphs(source.vocabulary or "")),
        indexed_dates([source.published]),
    )


def _source_name(source: Source) -> str:
    return f"{source.outlet}: {source.title}" if source.title else source.outlet
