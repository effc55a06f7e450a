"""Every difference, side by side, in order of time: each value with those who give it."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.model.output import Output
from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.rendering.filters.differences_index import differences_files
from generator.rendering.known_marks import NO_MARK
from generator.rendering.language import Language
from generator.rendering.markdown_page import render_macro
from generator.rendering.parts.accounts_table import column_of
from generator.rendering.parts.filters import Facet
from generator.rendering.parts.grouped_differences import (
    GroupedDifference,
    GroupedDifferences,
    Value,
)

_NO_CONTRADICTION = ""


class ValueSpeaker(NamedTuple):
    """One who gives a value, and the cell of the event's table where it stands."""

    name: str
    is_again: bool
    """Whether the speaker before it has the same name."""
    cell: str
    """The id of the cell."""
    since: Markup
    """The mark of since when it is known, where that is later than the value."""


class ShownDifference(NamedTuple):
    """One thing on which accounts do not say the same, each value with its speakers."""

    difference: GroupedDifference
    values: tuple[tuple[Value, tuple[ValueSpeaker, ...]], ...]


def differences_page(context: Context, grouped: GroupedDifferences) -> Iterator[Output]:
    """The page, and the data of its filters."""
    language = context.language
    yield from differences_files(context, grouped)
    yield context.page(
        "differences/index.md",
        context.chronology.folder,
        "differences.md",
        title=language.gettext("Differences"),
        tally=_tally(language, grouped),
        blocks=difference_blocks(context, grouped),
        facets=_facets(language),
    )


def difference_blocks(context: Context, grouped: GroupedDifferences) -> list[Markup]:
    """Each event that has differences, with all of them, in order of time."""

    def block(event: Event) -> Markup:
        shown = [
            ShownDifference(
                difference,
                tuple(
                    (value, tuple(_speakers(context, event, difference, value)))
                    for value in difference.values
                ),
            )
            for difference in grouped[event.id]
        ]
        if not shown:
            return NO_MARK
        values = (context.rows[event.id], shown)
        return render_macro(context.language, "event_differences.html", "event_differences", values)

    blocks = context.per_event(block, *context.registries)
    return [block for block in blocks.values() if block]


def _speakers(
    context: Context, event: Event, difference: GroupedDifference, value: Value
) -> Iterator[ValueSpeaker]:
    """Those who give a value, each with every account in which they do."""
    column = column_of(context, event, difference.kind, difference.subject)
    accounts_by_name: dict[str, list[Account]] = {}
    for account in sorted(value.accounts, key=context.known.account):
        accounts_by_name.setdefault(context.names.speaker(account), []).append(account)
    for name, accounts in accounts_by_name.items():
        for n, account in enumerate(accounts):
            mark = context.marks.attr_any(event, [account])
            later = mark if mark != value.since else NO_MARK
            yield ValueSpeaker(name, n > 0, f"{account.id}-{column}", later)


def _tally(language: Language, grouped: GroupedDifferences) -> list[tuple[int, str]]:
    """How many differences there are of each kind, and what that kind is called."""
    names = {
        "dates": language.gettext("on dates"),
        "figures": language.gettext("on figures"),
        "actors": language.gettext("on who did what"),
        "labels": language.gettext("on labels"),
        _NO_CONTRADICTION: language.gettext("without a contradiction"),
    }
    differences = (difference for of_event in grouped.values() for difference in of_event)
    counts = Counter(_NO_CONTRADICTION if d.verdict else d.kind for d in differences)
    return [(counts[kind], name) for kind, name in names.items() if counts[kind]]


def _facets(language: Language) -> list[Facet]:
    return [
        Facet("on", language.gettext("They differ on")),
        Facet("measure", language.gettext("What is counted")),
        Facet("verdict", language.gettext("How")),
        Facet("source", language.gettext("Sources"), needs_all=True),
        Facet("actor", language.gettext("Actors, told of or speaking"), needs_all=True),
    ]
