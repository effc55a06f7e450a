"""What the accounts were drawn from: the list of sources, and a page for each."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.model.layout import SOURCES_FILE
from generator.model.output import Output
from generator.model.permalinks import page_file, source_url
from generator.model.records import Account, Source
from generator.rendering.context import Context
from generator.rendering.event_row import EventRow
from generator.rendering.language.elements import locator_words, time_element
from generator.rendering.parts.date_block import date_block
from generator.rendering.parts.paragraph_use import coverage, own_speaker, paragraph_runs
from generator.rendering.parts.reference_forms import Reference, reference_forms
from generator.support.escape import in_language
from generator.support.plain_text import paragraphs


class ListedSource(NamedTuple):
    """A source in the list of its outlet."""

    id: str
    name: str
    attributes: Markup
    published: Markup
    accounts: str
    """How many accounts are drawn from it, in words."""


class CitedAccount(NamedTuple):
    """An account that was drawn from a source."""

    row: EventRow
    id: str
    says: tuple[str, ...]
    speaker: str
    where: str


def source_pages(context: Context) -> Iterator[Output]:
    """The list of sources by outlet, and one page for each."""
    sources = sorted(
        context.chronology.sources.values(), key=lambda s: (s.outlet, s.published.order, s.id)
    )
    yield _sources_page(context, sources)
    for source in sources:
        yield _source_page(context, source)


def source_heading(context: Context, source: Source) -> str:
    """The title in quotation marks, or what a source without one is called."""
    if source.title:
        return context.language.grammar.quoted(source.title)
    return context.names.source(source)


def _sources_page(context: Context, sources: list[Source]) -> Output:
    sources_by_outlet: dict[str, list[ListedSource]] = {}
    for source in sources:
        sources_by_outlet.setdefault(source.outlet, []).append(_listed(context, source))
    return context.page(
        "sources/index.md",
        context.chronology.file(SOURCES_FILE),
        "sources.md",
        title=context.language.gettext("Sources"),
        count=context.language.ngettext("%(count)s source", "%(count)s sources", len(sources)),
        outlets=list(sources_by_outlet.items()),
    )


def _source_page(context: Context, source: Source) -> Output:
    language, accounts = context.language, context.relations.by_source.get(source.id, [])
    cells = coverage(source, accounts)
    tag = source.language
    return context.page(
        page_file(source_url(source.id)),
        context.chronology.file(SOURCES_FILE),
        "source.md",
        told=[event for event, _ in accounts],
        title=source.title or context.names.source(source),
        description=context.names.source(source),
        source=source,
        heading=source_heading(context, source),
        attributes=in_language(tag),
        source_language=tag and language.grammar.language_name(tag),
        when=date_block(language, source.published),
        first_known=context.known.days[source.id].isoformat(),
        forms=reference_forms(language, _reference(source)),
        basis=paragraphs(source.published_basis or ""),
        vocabulary=paragraphs(source.vocabulary or ""),
        cells=cells,
        used=sum(cell.state == "used" for cell in cells),
        body=len(source.text.body) if source.text else 0,
        runs=paragraph_runs(context, source, accounts, cells),
        accounts=[_drawn(context, context.rows[event.id], account) for event, account in accounts],
    )


def _reference(source: Source) -> Reference:
    return Reference(
        key=source.id,
        title=source.title or "",
        container=source.outlet,
        date=source.published,
        url=source.url or "",
        archive_url=source.archive_url or "",
        is_article=True,
    )


def _listed(context: Context, source: Source) -> ListedSource:
    language, count = context.language, len(context.relations.by_source.get(source.id, ()))
    if count:
        accounts = language.ngettext("%(count)s account", "%(count)s accounts", count)
    else:
        accounts = language.gettext("no account")
    return ListedSource(
        id=source.id,
        name=source_heading(context, source),
        attributes=in_language(source.language) if source.title else Markup(""),
        published=time_element(language, source.published),
        accounts=accounts,
    )


def _drawn(context: Context, row: EventRow, account: Account) -> CitedAccount:
    return CitedAccount(
        row=row,
        id=account.id,
        says=paragraphs(account.says),
        speaker=own_speaker(context, account),
        where=locator_words(context.language, account.paragraphs, account.locator),
    )
