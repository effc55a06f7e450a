"""Pages over the whole: home, every difference, every correction."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.model.output import Output
from generator.model.permalinks import CORRECTIONS_FEED, EVENTS_FEED
from generator.model.records import Correction
from generator.rendering.context import Context, Row
from generator.rendering.drawing_inputs import Drawings
from generator.rendering.filters.differences_index import FACETS, compared, differences_data
from generator.rendering.language.elements import day_element
from generator.rendering.parts.grouped_differences import Dispute, Disputes
from generator.support.plain_text import paragraphs

_LATEST = 6
_MOST = 4
_NO_CONTRADICTION = ""
_TALLY = {
    "dates": "on dates",
    "figures": "on figures",
    "actors": "on who did what",
    "labels": "on labels",
    _NO_CONTRADICTION: "without a contradiction",
}


class Disputed(NamedTuple):
    """An event, and what its accounts differ on."""

    row: Row
    disputes: tuple[Dispute, ...]


class Corrected(NamedTuple):
    """A correction, and the event it was made to."""

    row: Row
    correction: Correction


def home_page(context: Context, drawings: Drawings, disputes: Disputes) -> Output:
    """What this is about, the latest events, and where accounts differ most."""
    settings, events = context.settings, context.events
    # Sorting is stable: of events that differ alike, the one with more accounts, then the earlier.
    most = [
        Disputed(context.rows[id], tuple(d for d in found if not d.verdict))
        for id, found in disputes.items()
    ]
    accounts = {event.id: len(event.accounts) for event in events}
    most = sorted(
        (of for of in most if of.disputes),
        key=lambda of: (-len(of.disputes), -accounts[of.row.id]),
    )
    changed = max((event.changed for event in events), default=None)
    return context.page(
        "index.md",
        context.chronology.folder,
        "home.md",
        description=settings.intro,
        feed=context.feed(EVENTS_FEED),
        heading=settings.title,
        band=drawings.band,
        intro=paragraphs(settings.intro or ""),
        scope=paragraphs(settings.scope or ""),
        counts=[
            (f"{len(events):,}", "event" if len(events) == 1 else "events"),
            (
                f"{len(context.relations.accounts):,}",
                "account" if len(context.relations.accounts) == 1 else "accounts",
            ),
            (
                f"{len(context.chronology.sources):,}",
                "source" if len(context.chronology.sources) == 1 else "sources",
            ),
        ],
        differing=sum(bool(row.differs) for row in context.rows.values()),
        latest=[context.rows[event.id] for event in events[: -_LATEST - 1 : -1]],
        most=most[:_MOST],
        changed=day_element(context.language, changed) if changed else None,
    )


def differences_page(context: Context, disputes: Disputes) -> Iterator[Output]:
    """Every difference, side by side, in order of time; and the data of its filters."""
    all_ = [dispute for found in disputes.values() for dispute in found]
    tally = Counter(_NO_CONTRADICTION if d.verdict else d.kind for d in all_)
    yield from differences_data(context, disputes)
    yield context.page(
        "differences/index.md",
        context.chronology.folder,
        "differences.md",
        title="Differences",
        tally=[(tally[kind], name) for kind, name in _TALLY.items() if tally[kind]],
        disputed=compared(context, disputes),
        facets=FACETS,
    )


def corrections_page(context: Context) -> Output:
    """Every correction, the newest first."""
    corrected = [
        Corrected(context.rows[event.id], correction)
        for event in context.events
        for correction in event.corrections
    ]
    return context.page(
        "corrections/index.md",
        context.chronology.folder,
        "corrections.md",
        title="Corrections",
        feed=context.feed(CORRECTIONS_FEED),
        corrected=sorted(corrected, key=lambda of: of.correction.on, reverse=True),
        on_day=partial(day_element, context.language),
    )
