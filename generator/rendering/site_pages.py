"""Chronology in, Markdown pages out: the table of all pages.

Pure: no clock, no file but the templates, the same pages for the same chronology. Knows neither
MkDocs nor Markdown beyond writing it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import NamedTuple

from markupsafe import Markup

from generator.model.output import Content, Output
from generator.model.permalinks import event_page, event_references_file
from generator.model.records import Chronology, Event
from generator.rendering.assets import assets
from generator.rendering.beyond_own_page import context_of
from generator.rendering.chronology_drawings import ChronologyDrawings
from generator.rendering.context import Context
from generator.rendering.embeds.event_card import event_cards
from generator.rendering.embeds.event_lists import event_list_embeds
from generator.rendering.language import ENGLISH, Language
from generator.rendering.pages.actor import actor_pages
from generator.rendering.pages.archive import archive_pages
from generator.rendering.pages.changes import changes_page
from generator.rendering.pages.corrections import corrections_pages
from generator.rendering.pages.differences import differences_pages
from generator.rendering.pages.event import event_page_of
from generator.rendering.pages.home import home_page
from generator.rendering.pages.outlets import outlets_pages
from generator.rendering.pages.place import place_pages
from generator.rendering.pages.source import source_pages
from generator.rendering.pages.timeline import timeline
from generator.rendering.pages.withheld import withheld_pages
from generator.rendering.parts.citation import event_references
from generator.rendering.parts.grouped_differences import GroupedDifferences, grouped_differences
from generator.support.cache import Cache
from generator.support.worker import FEWEST_ITEMS, begin


def render(
    chronology: Chronology,
    linked: Callable[[Event], Markup] | None = None,
    cache: Cache | None = None,
    language: Language = ENGLISH,
    workers: int = 0,
    are_pages_late: bool = False,
) -> Iterator[Output]:
    """Return every page, the data that pages fetch, the style sheet and the scripts.

    All ids in the chronology must be known.

    `linked` makes what an event's page says of the event to machines, as JSON-LD.
    So many `workers`, which are other processes, begin at once with what is an event's own, and
    with the embeds, where there are many events. With them, and where `are_pages_late`, these are
    made when their content is read. A lasting `cache` keeps all of it, and has it made here.
    """
    cache = cache or Cache(lasting=False)
    context = context_of(chronology, cache, language)
    if cache.is_lasting:
        return _kept(chronology, linked, context)
    drawings = ChronologyDrawings(context)
    differences = grouped_differences(context)
    page = partial(event_page_of, context, drawings, differences, linked)
    # What every process needs is worked out once, before there are several: the first page asks
    # for all that follows from the events, and for its templates.
    _ = context.rows
    if len(context.events) < FEWEST_ITEMS:
        workers = 0
    if workers:
        page(context.events[0])
        _ = drawings.band_marks
    are_late = are_pages_late or workers > 0
    references = partial(event_references, context)
    own: Iterator[Output] = chain(
        _late_pages(context, page) if are_late else map(page, context.events),
        _late_references(context, references) if are_late else map(references, context.events),
        event_list_embeds(context, drawings, are_late),
        event_cards(context, are_late),
    )
    if workers:
        own = _shared(list(own), workers)
    return chain(assets(language), _lists(context, drawings, differences), own)


class _BesidesEvents(NamedTuple):
    """What a preview keeps while nothing but the own pages of events changes."""

    page: Callable[[Event], Output]
    """Returns an event's own page."""
    lists: Sequence[Output]
    others: Sequence[Output]


def _kept(
    chronology: Chronology, linked: Callable[[Event], Markup] | None, context: Context
) -> Iterator[Output]:
    """Return the outputs of `render`; in a preview that keeps them."""
    cache = context.cache

    def besides() -> _BesidesEvents:
        drawings = ChronologyDrawings(context)
        differences = grouped_differences(context)
        others = chain(
            (event_references(context, event) for event in context.events),
            event_list_embeds(context, drawings),
            event_cards(context),
        )
        return _BesidesEvents(
            partial(event_page_of, context, drawings, differences, linked),
            [output.put_aside(cache) for output in _lists(context, drawings, differences)],
            [output.put_aside(cache) for output in others],
        )

    kept = cache.get("besides events", "", (context, linked is None), besides)
    pages = cache.per_event(kept.page, chronology.events, kept, name="pages of events")
    return chain(assets(context.language), kept.lists, pages.values(), kept.others)


def _late_pages(context: Context, page: Callable[[Event], Output]) -> Iterator[Output]:
    for event in context.events:
        changed = context.changed[event.id]
        yield Output.made_late(event_page(event.id), partial(page, event), event.path, changed)


def _late_references(context: Context, references: Callable[[Event], Output]) -> Iterator[Output]:
    for event in context.events:
        path = event_references_file(event.id)
        yield Output.made_late(path, partial(references, event), event.path)


def _shared(late: Sequence[Output], workers: int) -> Iterator[Output]:
    """Yield the same outputs, whose contents workers begin to make now."""
    contents = begin(_content, late, workers)
    return (replace(output, made=partial(contents.__getitem__, n)) for n, output in enumerate(late))


def _content(output: Output) -> Content:
    return output.content


def _lists(
    context: Context, drawings: ChronologyDrawings, differences: GroupedDifferences
) -> Iterator[Output]:
    yield home_page(context, drawings, differences)
    yield from timeline(context, drawings)
    yield from differences_pages(context, differences)
    yield from corrections_pages(context)
    yield changes_page(context)
    yield from archive_pages(context)
    yield from withheld_pages(context)
    yield from actor_pages(context, drawings)
    yield from place_pages(context, drawings)
    yield from source_pages(context)
    yield from outlets_pages(context)
