"""What the timeline's filters look into, as data: `data/timeline-*.json`.

    timeline-index.json      choices, and one row an event, in the order of the timeline
    timeline-summaries.json  a summary for each event; asked for when somebody searches
    timeline-titles.json     id, title, date in words, marks; for lists that do not hold all events

An index:

    {"kind": [[id, name, path of its sign], ...], "actor": [[id, name], ...], "place": ...,
     "source": [[id, name, known], ...], "differ": [[id, name], ...],
     "events": [[kind, [actor, ...], [place, ...], [source, ...], from, to, differs, later], ...]}

Choices stand in an event by their number. `source` has one number for each account. Days are
numbers (20210506): `from` is 0 at an open start, `to` 99999999 at an open end and 0 where it is
the same as `from`. `differs` is 0, or for each choice of `differ` but the last, which is anything,
0 (no), 1 (yes) or the day since when. `later`, left out where empty: [actor, day] for actors that
only later accounts name.
"""

from collections.abc import Iterator, Mapping
from datetime import date as Day
from typing import NamedTuple

from generator.analysis.verdicts import DIFFERS, KINDS
from generator.model.output import Output
from generator.model.records import Event
from generator.rendering.context import Context
from generator.rendering.drawings.kind_signs import sign_path
from generator.rendering.event_row import kind_number
from generator.rendering.filters.index_values import (
    Choice,
    date_range,
    day_number,
    index_file,
    source_choices,
)

_NO, _YES = 0, 1


class KindChoice(NamedTuple):
    """A kind of event that a reader can filter by."""

    id: str
    name: str
    sign_path: str


class ChoiceNumbers(NamedTuple):
    """The number of each choice, by its id."""

    kinds: Mapping[str, int]
    actors: Mapping[str, int]
    places: Mapping[str, int]
    sources: Mapping[str, int]


def timeline_files(context: Context) -> Iterator[Output]:
    """Yield the data of the filters, and of every list "as known on" a day; none without events."""
    if context.events:
        titles = [_title_row(context, event) for event in context.events]
        yield index_file(context, "timeline-index", _index(context))
        yield index_file(context, "timeline-summaries", [event.summary for event in context.events])
        yield index_file(context, "timeline-titles", titles)


def _index(context: Context) -> dict[str, object]:
    """Return the index: choices in the order of their registry, and a row for each event."""
    chronology, names, relations = context.chronology, context.names, context.relations
    kinds = list(dict.fromkeys(event.kind for event in context.events))
    actors = [id for id in chronology.actors if id in relations.named_in]
    places = [id for id in chronology.places if id in context.by_place_within]
    sources = [id for id in chronology.sources if id in relations.by_source]
    numbers = context.numbers("timeline", kinds, actors, places, sources)
    by_choice = ChoiceNumbers(*numbers)

    def row(event: Event) -> list[object]:
        return list(_event_values(context, event, by_choice))

    return {
        "kind": [
            KindChoice(id, names.kind(id), sign_path(kind_number(chronology, id))) for id in kinds
        ],
        "actor": [Choice(id, chronology.actors[id].name) for id in actors],
        "place": [Choice(id, chronology.places[id].name) for id in places],
        "source": source_choices(context, sources),
        "differ": [
            *(Choice(kind, names.difference(kind)) for kind in KINDS),
            Choice("any", context.language.gettext("anything")),
        ],
        "events": list(context.per_event(row, *context.registries, numbers).values()),
    }


def _event_values(context: Context, event: Event, numbers: ChoiceNumbers) -> Iterator[object]:
    """Yield the values of an event's row, in their order."""
    first = context.known.first[event.id]
    days = context.actor_days[event.id]
    yield numbers.kinds[event.kind]
    yield [numbers.actors[id] for id, day in days.items() if day <= first]
    yield [numbers.places[id] for id in context.places_of(event)]
    yield [numbers.sources[account.source] for account in event.accounts]
    yield from date_range(event.date)
    yield _difference_days(context, event)
    later = [(numbers.actors[id], day_number(day)) for id, day in days.items() if day > first]
    if later:
        yield later


def _difference_days(context: Context, event: Event) -> int | list[int]:
    """Return 0 where no accounts contradict each other; else, for each kind, whether or since when.

    A contradiction that is as old as the event stands as 1.
    """
    days: dict[str, Day] = {}
    for difference in context.differences[event.id]:
        if difference.verdict == DIFFERS:
            day = context.known.difference(event, difference)
            days[difference.kind] = min(day, days.get(difference.kind, day))
    if not days:
        return _NO
    first = context.known.first[event.id]
    return [_NO if kind not in days else _since(days[kind], first) for kind in KINDS]


def _since(day: Day, first: Day) -> int:
    return _YES if day <= first else day_number(day)


def _title_row(context: Context, event: Event) -> list[str]:
    """Return what a list shows of an event, with its marks at the end."""
    language, row = context.language, context.rows[event.id]
    values = [event.id, event.title, language.grammar.date_words(event.date)]
    if row.status:
        values.append(row.status)
    if row.is_draft:
        values.append(language.gettext("draft, not published"))
    return values
