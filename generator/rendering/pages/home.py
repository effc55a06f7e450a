"""The home page: what this is about, the latest events, and where accounts differ most."""

from typing import NamedTuple

from generator.model.output import Output
from generator.model.permalinks import EVENTS_FEED
from generator.rendering.chronology_drawings import ChronologyDrawings
from generator.rendering.context import Context
from generator.rendering.event_row import EventRow
from generator.rendering.language.elements import day_element
from generator.rendering.parts.grouped_differences import GroupedDifference, GroupedDifferences
from generator.support.plain_text import paragraphs

_LATEST_SHOWN = 6
_MOST_DIFFERING_SHOWN = 4


class EventDifferences(NamedTuple):
    """An event, and what its accounts contradict each other on."""

    row: EventRow
    differences: tuple[GroupedDifference, ...]


def home_page(
    context: Context, drawings: ChronologyDrawings, differences: GroupedDifferences
) -> Output:
    """Return the page at the root of the site."""
    settings, events = context.settings, context.events
    changed = context.chronology.changed
    return context.page(
        "index.md",
        context.chronology.folder,
        "home.md",
        description=settings.intro or _described(context),
        feed=context.feed(EVENTS_FEED),
        heading=settings.title,
        band=drawings.band("", is_open=True),
        intro=paragraphs(settings.intro or ""),
        scope=paragraphs(settings.scope or ""),
        counts=_counts(context),
        differing=sum(bool(row.differs) for row in context.rows.values()),
        latest=[context.rows[event.id] for event in events[: -_LATEST_SHOWN - 1 : -1]],
        most=_most_differences(context, differences),
        last_changed=day_element(context.language, changed) if changed else None,
    )


def _counts(context: Context) -> list[tuple[str, str]]:
    """Return how many there are, in digits, and of what."""
    language = context.language
    events, accounts = len(context.events), len(context.relations.accounts)
    sources = len(context.chronology.sources)
    numbers = map(language.grammar.number_words, (events, accounts, sources))
    nouns = (
        language.ngettext("event", "events", events),
        language.ngettext("account", "accounts", accounts),
        language.ngettext("source", "sources", sources),
    )
    return list(zip(numbers, nouns, strict=True))


def _described(context: Context) -> str:
    """Return what is here, where nobody wrote an introduction."""
    language = context.language
    counts = language.listed(f"{count} {noun}" for count, noun in _counts(context))
    return language.gettext("%(title)s: %(part)s", title=context.settings.title, part=counts)


def _most_differences(context: Context, differences: GroupedDifferences) -> list[EventDifferences]:
    """Return the events with most contradictions; of like ones, with more accounts, or earlier."""
    differing = [
        EventDifferences(context.rows[id], tuple(d for d in grouped if not d.verdict))
        for id, grouped in differences.items()
    ]
    accounts = {event.id: len(event.accounts) for event in context.events}
    ordered = sorted(
        (event for event in differing if event.differences),
        key=lambda event: (-len(event.differences), -accounts[event.row.id]),
    )
    return ordered[:_MOST_DIFFERING_SHOWN]
