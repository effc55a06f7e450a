"""Every difference, side by side, in order of time: each value with those who give it."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import DIFFERENCES_URL
from generator.model.records import Event
from generator.rendering.context import Context
from generator.rendering.filters.differences_index import differences_files
from generator.rendering.filters.differences_texts import differences_texts
from generator.rendering.language import Language
from generator.rendering.page_weight import weight_of
from generator.rendering.parts.filters import Facet
from generator.rendering.parts.grouped_differences import GroupedDifferences
from generator.rendering.parts.list_parts import parts_by_time, year_and_month
from generator.rendering.parts.part_pages import part_pages, render_part
from generator.rendering.parts.registry_list import count_events
from generator.rendering.parts.take_away import taken_from
from generator.rendering.parts.value_list import value_list
from generator.rendering.templates import render_macro
from generator.support.cache import Cache
from generator.support.spool import Spooled

_NO_CONTRADICTION = ""


class EventBlock(NamedTuple):
    """An event that has differences, with all of them, as HTML for a page one folder deep."""

    event: Event
    made: Markup | Spooled
    weight: int
    """What it weighs on a page."""

    @property
    def html(self) -> Markup:
        """The HTML, which may wait on the disk."""
        return Markup(self.made()) if isinstance(self.made, Spooled) else self.made

    def put_aside(self, cache: Cache) -> "EventBlock":
        """Return the same, with its HTML on the disk: it is long, and seldom asked for."""
        return self._replace(made=cache.put_aside(self.html))

    def on(self, root: Markup) -> Markup:
        """Return the HTML for a page from which the site's root is at `root`."""
        return self.html.replace(Markup('href="../'), Markup(f'href="{root}'))


def differences_pages(context: Context, grouped: GroupedDifferences) -> Iterator[Output]:
    """Yield the page, those of its parts where it has any, and the data of its filters."""
    language = context.language
    title, blocks = language.gettext("Differences"), difference_blocks(context, grouped)
    whole = parts_by_time(
        language,
        blocks,
        lambda block: year_and_month(block.event),
        lambda block: block.weight,
    )
    leaves = list(whole.leaves) if whole.parts else []
    parts = [(leaf.address, [block.event.id for block in leaf.items]) for leaf in leaves]
    yield from differences_files(context, grouped, parts)
    if parts:
        yield differences_texts(context, [block for leaf in leaves for block in leaf.items])

    counted = partial(count_events, context)
    tally = _tally(language, grouped)
    pages = part_pages(
        context,
        whole,
        DIFFERENCES_URL,
        title,
        counted,
        _event_id,
        description=_described(language, tally),
    )
    for page in pages:
        yield render_part(
            context,
            page,
            context.chronology.folder,
            "differences.md",
            kind="differences" if page.is_main else "differences-part",
            of_events=None if page.is_main else [block.event for block in page.items],
            tally=tally if page.is_main else [],
            blocks=page.items,
            facets=_facets(language),
            taken=taken_from(context, has_embed=False),
        )


def difference_blocks(context: Context, grouped: GroupedDifferences) -> list[EventBlock]:
    """Return each event that has differences, with all of them, in order of time."""

    def block(event: Event) -> EventBlock | None:
        row = context.rows[event.id]
        shown = [
            (difference, value_list(context, event, difference, f"../{row.url}"))
            for difference in grouped[event.id]
        ]
        if not shown:
            return None
        values = (row, shown)
        html = render_macro(context.language, "event_differences.html", "event_differences", values)
        return EventBlock(event, html, weight_of(html))

    blocks = context.per_event(block, *context.registries)
    return [block for block in blocks.values() if block]


def _event_id(block: EventBlock) -> str:
    return block.event.id


def _tally(language: Language, grouped: GroupedDifferences) -> list[tuple[int, str]]:
    """Return how many differences there are of each kind, and what that kind is called."""
    names = {
        "dates": language.gettext("on dates"),
        "figures": language.gettext("on figures"),
        "actors": language.gettext("on who did what"),
        "labels": language.gettext("on the words used"),
        _NO_CONTRADICTION: language.gettext("without a contradiction"),
    }
    differences = (difference for of_event in grouped.values() for difference in of_event)
    counts = Counter(_NO_CONTRADICTION if d.verdict else d.kind for d in differences)
    return [(counts[kind], name) for kind, name in names.items() if counts[kind]]


def _described(language: Language, tally: list[tuple[int, str]]) -> str:
    words = language.grammar.number_words
    said = language.gettext("Where accounts of one event do not say the same, side by side.")
    counts = language.listed(f"{words(count)} {name}" for count, name in tally)
    return f"{said} {counts}" if counts else said


def _facets(language: Language) -> list[Facet]:
    return [
        Facet("on", language.gettext("They differ on")),
        Facet("measure", language.gettext("What is counted")),
        Facet("verdict", language.gettext("How")),
        Facet("source", language.gettext("Sources")),
        Facet("actor", language.gettext("Actors who are told of or speak")),
    ]
