"""The timeline: every event in order, with the filters over them."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import EVENTS_FEED, kind_feed
from generator.rendering.chronology_drawings import ChronologyDrawings
from generator.rendering.context import Context
from generator.rendering.event_row import MAJOR_FROM_ACCOUNTS
from generator.rendering.filters.timeline_index import timeline_files
from generator.rendering.language import Language
from generator.rendering.parts.event_list import Year, by_year, event_list
from generator.rendering.parts.filters import Facet
from generator.rendering.parts.part_pages import part_of_year
from generator.rendering.parts.registry_list import count_events
from generator.rendering.parts.take_away import taken_from
from generator.support.escape import html

MAX_EVENTS_ON_TIMELINE = 1000
"""Up to so many events stand on one page."""


def timeline(context: Context, drawings: ChronologyDrawings) -> Iterator[Output]:
    """Yield the timeline, and the data of its filters."""
    yield timeline_page(context, drawings)
    yield from timeline_files(context)


def timeline_page(context: Context, drawings: ChronologyDrawings) -> Output:
    """Return every event in order; if too many, the newest year, and the others by count.

    Of a year that one page does not hold, it is the newest part.
    """
    language, years = context.language, event_list(context, context.events)
    is_whole = len(context.events) <= MAX_EVENTS_ON_TIMELINE
    shown, others = years, list[Year]()
    if not is_whole:
        newest = part_of_year(context, by_year(context.events)[-1][1])
        shown = event_list(context, newest.shown.items)
        others = years if newest.parts else years[:-1]
    return context.page(
        "timeline/index.md",
        context.chronology.folder,
        "timeline.md",
        title=language.gettext("Timeline"),
        description=language.gettext(
            "%(chronology)s: %(events)s, %(years)s, in order, each with who says so.",
            chronology=context.settings.title,
            events=count_events(context, len(context.events)),
            years=_extent(context, years),
        )
        if years
        else language.gettext("No events yet."),
        feed=context.feed(EVENTS_FEED),
        more_feeds=_kind_feeds(context),
        events=language.ngettext("%(count)s event", "%(count)s events", len(context.events)),
        extent=_extent(context, years),
        has_major=any(row.is_major for row in context.rows.values()),
        major=MAJOR_FROM_ACCOUNTS,
        is_whole=is_whole,
        band=drawings.band("../", is_open=False),
        facets=_facets(language),
        taken=taken_from(context, has_embed=True),
        years=shown,
        rail=_rail(context, years, others),
    )


def _kind_feeds(context: Context) -> list[tuple[str, str]]:
    """Return the title and the path of the feed of each kind, which has no other page."""
    named = ((id, context.names.kind(id)) for id in context.settings.kinds)
    return [(name, path) for id, name in named if (path := context.feed(kind_feed(id)))]


class RailYear(NamedTuple):
    """A year to go to."""

    number: int
    href: Markup
    """Its place on the page, or its own page."""
    events: str
    """How many events there are, in digits."""


def _rail(context: Context, years: list[Year], others: list[Year]) -> list[RailYear]:
    """Return every year with events, in order."""
    elsewhere = {year.number for year in others}
    words = context.language.grammar.number_words
    return [
        RailYear(
            year.number,
            html(f"../{year.address}" if year.number in elsewhere else f"#y{year.number}"),
            words(sum(len(month.entries) for month in year.months)),
        )
        for year in years
    ]


def _extent(context: Context, years: list[Year]) -> str:
    """Return the first year and the last, as words."""
    if not years:
        return ""
    return context.language.grammar.year_range_words(years[0].number, years[-1].number)


def _facets(language: Language) -> list[Facet]:
    return [
        Facet("differ", language.gettext("Accounts differ on")),
        Facet("kind", language.gettext("Kind")),
        Facet("actor", language.gettext("Actors")),
        Facet("place", language.gettext("Places")),
        Facet("source", language.gettext("Sources")),
    ]
