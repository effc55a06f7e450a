"""The page `/changes/`: what was added and what was corrected, the newest first."""

from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.published_changes import PublishedChange, published_changes
from generator.model.output import Output
from generator.model.permalinks import EVENTS_FEED, event_url
from generator.model.records import WithheldEvent
from generator.rendering.context import Context
from generator.rendering.language.change_words import (
    account_added_words,
    correction_words,
    event_added_words,
    withheld_words,
)
from generator.rendering.language.elements import day_element
from generator.support.escape import html

MAX_CHANGES_SHOWN = 300
"""The rest stands in the data."""


class ListedChange(NamedTuple):
    """A change as the page shows it."""

    on: Markup
    name: str
    """The title of the event, or the id where it is withheld."""
    address: Markup
    """Where it is seen: of an account, its row of the table."""
    what: str
    """What was corrected; empty for what was added."""
    words: str
    is_same_day: bool = False
    """Whether the change before it has the same day, which is printed once."""


def changes_page(context: Context) -> Output:
    """Return the page of all changes."""
    changes = published_changes(context.chronology)
    shown = changes[:MAX_CHANGES_SHOWN]
    return context.page(
        "changes/index.md",
        context.chronology.folder,
        "changes.md",
        title=context.language.gettext("Changes"),
        description=context.language.gettext(
            "What was added and what was corrected, the newest first."
        ),
        feed=context.feed(EVENTS_FEED),
        changes=[
            _listed(context, change)._replace(
                is_same_day=before is not None and before.on == change.on
            )
            for before, change in zip([None, *shown], shown, strict=False)
        ],
        count=context.language.grammar.number_words(len(shown)),
        has_more=len(changes) > len(shown),
    )


def _listed(context: Context, change: PublishedChange) -> ListedChange:
    event, account, correction = change.event, change.account, change.correction
    language, address = context.language, html(event_url(event.id))
    listed = partial(ListedChange, day_element(language, change.on))
    if isinstance(event, WithheldEvent):
        return listed(event.id, address, "", withheld_words(language, event))
    if account is not None:
        words = account_added_words(language, context.chronology, account)
        return listed(event.title, html(f"{address}#{account.id}"), "", words)
    if correction is not None:
        words = correction_words(language, correction)
        return listed(event.title, address, correction.what, words)
    return listed(event.title, address, "", event_added_words(language, event))
