"""The page `/changes/`: what was added and what was corrected, the newest first."""

from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.published_changes import PublishedChange, published_changes
from generator.model.output import Output
from generator.model.permalinks import EVENTS_FEED
from generator.rendering.context import Context
from generator.rendering.event_row import EventRow
from generator.rendering.language.change_words import (
    account_added_words,
    correction_words,
    event_added_words,
)
from generator.rendering.language.elements import day_element

MAX_CHANGES_SHOWN = 300
"""The rest stands in the data."""


class ListedChange(NamedTuple):
    """A change as the page shows it."""

    on: Markup
    row: EventRow
    address: Markup
    """Where it is seen: of an account, its row of the table."""
    what: str
    """What was corrected; empty for what was added."""
    words: str


def changes_page(context: Context) -> Output:
    """The page of all changes."""
    changes = published_changes(context.chronology)
    shown = changes[:MAX_CHANGES_SHOWN]
    return context.page(
        "changes/index.md",
        context.chronology.folder,
        "changes.md",
        title=context.language.gettext("Changes"),
        feed=context.feed(EVENTS_FEED),
        changes=[_listed(context, change) for change in shown],
        count=context.language.grammar.number_words(len(shown)),
        has_more=len(changes) > len(shown),
    )


def _listed(context: Context, change: PublishedChange) -> ListedChange:
    row = context.rows[change.event.id]
    listed = partial(ListedChange, day_element(context.language, change.on), row)
    language, account, correction = context.language, change.account, change.correction
    if account is not None:
        words = account_added_words(language, context.chronology, account)
        return listed(Markup(f"{row.url}#{account.id}"), "", words)
    if correction is not None:
        return listed(Markup(row.url), correction.what, correction_words(language, correction))
    return listed(Markup(row.url), "", event_added_words(language, change.event))
