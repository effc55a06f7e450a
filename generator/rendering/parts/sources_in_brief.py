"""Who tells an event, in one line: each source with its date, from which its account is reached."""

from typing import NamedTuple

from markupsafe import Markup

from generator.model.records import Event
from generator.rendering.context import Context

_MAX_NAMED = 6
"""So many sources stand in the line; a reader on a phone must still reach the event."""


class SourceInBrief(NamedTuple):
    """A source of an event."""

    account: str
    """The id of its first account."""
    outlet: str
    published: str
    """Its date in words."""
    since: Markup
    """The mark of since when it is known."""


class SourcesInBrief(NamedTuple):
    """The first sources of an event in order of publication, and how many others there are."""

    named: tuple[SourceInBrief, ...]
    others: int


def sources_in_brief(context: Context, event: Event) -> SourcesInBrief:
    """Return who tells an event."""
    sources = context.chronology.sources
    accounts = {account.source: account for account in reversed(event.accounts)}
    ordered = sorted(accounts, key=lambda id: (sources[id].published.order, id))
    named = [
        SourceInBrief(
            accounts[id].id,
            sources[id].outlet,
            context.language.grammar.date_words(sources[id].published),
            context.marks.attr_any(event, [accounts[id]]),
        )
        for id in ordered
    ]
    shown = len(named) if len(named) <= _MAX_NAMED + 1 else _MAX_NAMED
    return SourcesInBrief(tuple(named[:shown]), len(named) - shown)
