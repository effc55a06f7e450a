"""Chronology in, Markdown pages out: the table of all pages.

Pure: no clock, no file but the templates, the same pages for the same chronology. Knows neither
MkDocs nor Markdown beyond writing it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import event_page
from generator.model.records import Chronology, Event
from generator.rendering.context import Context
from generator.rendering.pages.actor import actor_pages, place_pages
from generator.rendering.pages.event import event_pages
from generator.rendering.pages.home import corrections_page, differences_page, home_page
from generator.rendering.pages.source import source_pages
from generator.rendering.pages.timeline import archive_pages, timeline
from generator.rendering.parts.grouped_differences import Disputes, disputes
from generator.support.cache import Cache
from generator.support.worker import Aside, pays


def render(
    chronology: Chronology,
    linked: Callable[[Event], Markup] | None = None,
    cache: Cache | None = None,
) -> Iterator[Output]:
    """Every page of the chronology, and the data that pages fetch. All ids in it must be known.

    `linked` makes what an event's page says of the event to machines, as JSON-LD.
    """
    context = Context(chronology, cache)
    found = disputes(context)
    made = partial(event_pages, context, found, linked)
    if not pays(context.cache, len(context.events)):
        return chain(_lists(context, found), made(context.events))
    _ = context.rows  # both processes need them: worked out once, before there are two
    pages = Aside(partial(made, context.events))
    return chain(_lists(context, found), _later(context.events, pages))


def _later(events: Sequence[Event], pages: Aside[Output]) -> Iterator[Output]:
    """The pages of events, each of which is waited for when its content is asked for."""
    for n, event in enumerate(events):
        yield Output(event_page(event.id), partial(_content, pages, n), event.path)


def _content(pages: Aside[Output], n: int) -> str | bytes:
    return pages[n].content


def _lists(context: Context, found: Disputes) -> Iterator[Output]:
    yield home_page(context, found)
    yield from timeline(context)
    yield from differences_page(context, found)
    yield corrections_page(context)
    yield from archive_pages(context)
    yield from actor_pages(context)
    yield from place_pages(context)
    yield from source_pages(context)
