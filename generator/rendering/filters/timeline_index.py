"""What the timeline's filters look into, as data: `data/timeline-*.json`.

    timeline-index.json      choices, and one row an event, in the order of the timeline
    timeline-summaries.json  a summary for each event; asked for when somebody searches
    timeline-titles.json     id, title, date in words, marks; for lists that do not hold all events

An index:

    {"kind": [[id, name, shape of its sign], ...], "actor": [[id, name], ...], "place": ...,
     "source": [[id, name, known], ...], "differ": [[id, name], ...],
     "events": [[kind, [actor, ...], [place, ...], [source, ...], from, to, differs, later], ...]}

Choices stand in an event by their number. `source` has one number for each account. Days are
numbers (20210506): `from` is 0 at an open start, `to` 99999999 at an open end and 0 where it is
the same as `from`. `differs` is 0, or for each choice of `differ` 0 (no), 1 (yes) or the day since
when. `later`, left out where empty: [actor, day] for actors that only later accounts tell of.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date as Day

from generator.analysis.known_since import KnownSince
from generator.analysis.verdicts import KINDS
from generator.model.output import Output
from generator.model.records import Event
from generator.model.references import named_in_account
from generator.rendering.context import Context
from generator.rendering.drawings.kind_signs import sign_path
from generator.rendering.event_row import kind_number

_OPEN = 99999999
JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""How the data of the scripts is written."""


def timeline_data(context: Context) -> Iterator[Output]:
    """The data of the filters, and of every list "as known on" a day."""
    if not context.events:
        return
    yield _output(context, "index", _index(context))
    yield _output(context, "summaries", [event.summary for event in context.events])
    yield _output(context, "titles", [_title(context, event) for event in context.events])


def _output(context: Context, name: str, data: object) -> Output:
    return Output(f"data/timeline-{name}.json", JSON.encode(data), context.chronology.folder)


def _index(context: Context) -> dict[str, object]:
    chronology, known = context.chronology, context.known
    kinds = list(dict.fromkeys(event.kind for event in context.events))
    actors = [id for id in chronology.actors if id in context.relations.named_in]
    places = [id for id in chronology.places if id in context.relations.by_place]
    sources = [id for id in chronology.sources if id in context.relations.by_source]
    numbers = context.numbers("timeline", kinds, actors, places, sources)

    def row(event: Event) -> list[object]:
        return list(_row(context, known, event, *numbers))

    return {
        "kind": [
            [id, context.names.kind(id), sign_path(kind_number(context.chronology, id))]
            for id in kinds
        ],
        "actor": [[id, chronology.actors[id].name] for id in actors],
        "place": [[id, chronology.places[id].name] for id in places],
        "source": source_choices(context, sources),
        "differ": [[kind, context.names.difference(kind)] for kind in KINDS],
        "events": list(context.per_event(row, *context.registries, numbers).values()),
    }


def source_choices(context: Context, ids: Iterable[str]) -> list[list[str | int]]:
    """Sources with their names, and the day from which each is known."""
    named = ((id, context.chronology.sources[id]) for id in ids)
    return [
        [
            id,
            f"{of.outlet}, {context.language.grammar.date_words(of.published)}",
            number(context.known.days[id]),
        ]
        for id, of in named
    ]


def period(event: Event) -> tuple[int, int]:
    """From when to when an event's date reaches; 0 for an end that is the same as the start."""
    start = number(event.date.earliest) if event.date.earliest else 0
    end = number(event.date.latest) if event.date.latest else _OPEN
    return start, 0 if end == start else end


def _row(
    context: Context,
    known: KnownSince,
    event: Event,
    kinds: Mapping[str, int],
    actors: Mapping[str, int],
    places: Mapping[str, int],
    sources: Mapping[str, int],
) -> Iterator[object]:
    first = known.first[event.id]
    since = _actors(known, event)
    yield kinds[event.kind]
    yield [actors[id] for id, day in since.items() if day <= first]
    yield [places[id] for id in dict.fromkeys(event.places)]
    yield [sources[account.source] for account in event.accounts]
    yield from period(event)
    yield _differs(context, known, event)
    if later := [[actors[id], number(day)] for id, day in since.items() if day > first]:
        yield later


def _actors(known: KnownSince, event: Event) -> dict[str, Day]:
    """Every actor with a part in the event, and since when an account tells of it."""
    first = known.first[event.id]
    since = {role.id: first for role in event.actors}
    for account in event.accounts:
        day = known.account(account)
        for id in named_in_account(account):
            since[id] = min(day, since.get(id, day))
    return since


def _differs(context: Context, known: KnownSince, event: Event) -> object:
    days: dict[str, Day] = {}
    for found in context.differences[event.id]:
        if found.verdict == "differs":
            day = known.difference(event, found)
            days[found.kind] = min(day, days.get(found.kind, day))
    if not days:
        return 0
    first = known.first[event.id]
    return [0 if k not in days else _since(days[k], first) for k in KINDS]


def _since(day: Day, first: Day) -> int:
    return 1 if day <= first else number(day)


def _title(context: Context, event: Event) -> list[str]:
    row = context.rows[event.id]
    marks: Iterable[str] = ["alleged"] * row.is_alleged + ["draft, not published"] * row.is_draft
    return [event.id, event.title, context.language.grammar.date_words(event.date), *marks]


def number(day: Day) -> int:
    """A day as a number: 20210506."""
    return day.year * 10000 + day.month * 100 + day.day
