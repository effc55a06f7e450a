"""The list of all sources: what the accounts were drawn from."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.model.output import Output
from generator.model.records import Source
from generator.rendering.context import Context
from generator.rendering.language.elements import time_element
from generator.rendering.pages.registry_pages import registry_pages
from generator.rendering.parts.registry_jumps import LONG_LIST
from generator.rendering.parts.registry_list import FoundBy, count_accounts
from generator.support.directions import in_language


class ListedSource(NamedTuple):
    """A source in the list of its outlet."""

    id: str
    outlet: str
    name: str
    attributes: Markup
    published: Markup
    accounts: str
    """How many accounts are drawn from it, in words."""
    year: str
    """Of its publication."""
    found_by: FoundBy
    since: Markup
    """The mark of since when it is published."""
    is_draft: bool = False


def sources_pages(context: Context, sources: list[Source]) -> Iterator[Output]:
    """Return the list of these sources, which are in the order of their outlets, by outlet."""
    language, title = context.language, context.language.gettext("Sources")
    sources_by_outlet: dict[str, list[ListedSource]] = {}
    for source in sources:
        sources_by_outlet.setdefault(source.outlet, []).append(_listed(context, source))

    def counted(count: int) -> str:
        return language.ngettext("%(count)s source", "%(count)s sources", count)

    def name(listed: ListedSource) -> str:
        if len(sources_by_outlet[listed.outlet]) < LONG_LIST:
            return listed.outlet
        return language.listed([listed.outlet, listed.year])  # it may fill several pieces

    description = language.gettext(
        "What the accounts were drawn from: %(sources)s of %(outlets)s.",
        sources=counted(len(sources)),
        outlets=language.ngettext("%(count)s outlet", "%(count)s outlets", len(sources_by_outlet)),
    )
    return registry_pages(
        context,
        sources_by_outlet.items(),
        "sources",
        title,
        name,
        lambda listed: listed.year,
        counted,
        description=description,
    )


def _listed(context: Context, source: Source) -> ListedSource:
    language, count = context.language, len(context.relations.by_source.get(source.id, ()))
    known = context.known.days[source.id]
    published = language.grammar.date_words(source.published)
    return ListedSource(
        id=source.id,
        outlet=source.outlet,
        name=context.names.source_title(source),
        attributes=in_language(source.language if source.title else None, language.tag),
        published=time_element(language, source.published),
        accounts=count_accounts(context, count),
        year=f"{source.published.anchor.year:04}",
        found_by=FoundBy((source.outlet, source.title, source.author, published), known),
        since=context.marks.attr_day(known),
        is_draft=source.draft,
    )
