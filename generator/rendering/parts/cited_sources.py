"""The sources of an event, each once, with what of it is cited."""

from typing import NamedTuple

from markupsafe import Markup

from generator.model.records import Event
from generator.rendering.context import Context
from generator.rendering.language.elements import locator_words
from generator.rendering.parts.robust_links import to_copy, to_original
from generator.support.directions import in_language


class CitedSource(NamedTuple):
    """A source of an event, and what of it is cited."""

    id: str
    outlet: str
    title: str | None
    attributes: Markup
    published: str
    where: str
    """Its paragraphs or locators, in words."""
    url: str | None
    archive_url: str | None
    to_original: Markup
    to_copy: Markup
    """The attributes of links to either; see `robust_links`."""
    since: Markup
    """The mark of since when it is known."""


def cited_sources(context: Context, event: Event) -> list[CitedSource]:
    """Return the sources of an event, in order of publication."""
    sources = context.chronology.sources
    ids = {account.source for account in event.accounts}
    ordered = sorted(ids, key=lambda id: (sources[id].published.order, id))
    return [_cited(context, event, id) for id in ordered]


def _cited(context: Context, event: Event, id: str) -> CitedSource:
    source = context.chronology.sources[id]
    accounts = [account for account in event.accounts if account.source == id]
    numbers = sorted({n for account in accounts for n in account.paragraphs})
    locators = dict.fromkeys(account.locator for account in accounts if account.locator)
    locator = context.language.grammar.semicolon.join(locators) or None
    return CitedSource(
        id=id,
        outlet=source.outlet,
        title=source.title,
        attributes=in_language(source.language, context.language.tag),
        published=context.language.grammar.date_words(source.published),
        where=locator_words(context.language, tuple(numbers), locator),
        url=source.url,
        archive_url=source.archive_url,
        to_original=to_original(source),
        to_copy=to_copy(source),
        since=context.marks.attr_any(event, accounts),
    )
