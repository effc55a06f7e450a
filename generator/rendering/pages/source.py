"""What the accounts were drawn from: the list of sources, and a page for each."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.relations import EventAccount
from generator.model.output import Output
from generator.model.permalinks import source_url
from generator.model.records import Account, Event, Source
from generator.rendering.context import Context
from generator.rendering.event_row import EventRow
from generator.rendering.language.elements import day_element, locator_words, time_element
from generator.rendering.parts.date_block import date_block
from generator.rendering.parts.list_parts import parts_by_time, row_weight, year_and_month
from generator.rendering.parts.paragraph_use import coverage, own_speaker, paragraph_runs
from generator.rendering.parts.part_pages import PartPage, part_pages
from generator.rendering.parts.reference_forms import Reference, reference_forms
from generator.rendering.parts.registry_pages import registry_pages
from generator.rendering.parts.robust_links import to_copy, to_original
from generator.support.directions import in_language
from generator.support.plain_text import paragraphs


class ListedSource(NamedTuple):
    """A source in the list of its outlet."""

    id: str
    outlet: str
    name: str
    attributes: Markup
    published: Markup
    accounts: str
    """How many accounts are drawn from it, in words."""
    since: Markup
    """The mark of since when it is published."""
    is_draft: bool = False


class CitedAccount(NamedTuple):
    """An account that was drawn from a source."""

    row: EventRow
    id: str
    says: tuple[str, ...]
    speaker: str
    where: str
    weight: int
    """What its entry weighs, and a link in the row of each paragraph that it uses."""


def source_pages(context: Context) -> Iterator[Output]:
    """The list of sources by outlet, and one page for each."""
    key = context.language.grammar.sort_key
    sources = sorted(
        context.chronology.sources.values(),
        key=lambda s: (key(s.outlet), s.outlet, s.published.order, s.id),
    )
    yield from _sources_pages(context, sources)
    cited = _cited_accounts(context)
    for source in sources:
        accounts = context.relations.by_source.get(source.id, [])
        make = partial(_source_pages, context, source, accounts, cited)
        inputs = source, *(event for event, _ in accounts), *context.registries
        yield from context.cache.get("pages of a source", source.id, inputs, make)


def source_heading(context: Context, source: Source) -> str:
    """The title in quotation marks, or what a source without one is called."""
    if source.title:
        return context.language.grammar.quoted(source.title)
    return context.names.source(source)


def _sources_pages(context: Context, sources: list[Source]) -> Iterator[Output]:
    language, title = context.language, context.language.gettext("Sources")
    sources_by_outlet: dict[str, list[ListedSource]] = {}
    for source in sources:
        sources_by_outlet.setdefault(source.outlet, []).append(_listed(context, source))

    def counted(count: int) -> str:
        return language.ngettext("%(count)s source", "%(count)s sources", count)

    pages = registry_pages(
        context,
        sources_by_outlet.items(),
        "sources/",
        title,
        lambda listed: listed.outlet,
        counted,
        description=language.gettext(
            "What the accounts were drawn from: %(sources)s of %(outlets)s.",
            sources=counted(len(sources)),
            outlets=language.ngettext("%(count)s outlet", "%(count)s outlets",
                                      len(sources_by_outlet)),
        ),
    )  # fmt: skip
    for page, shown in pages:
        yield context.page(
            page.path,
            context.chronology.folder,
            "sources.md",
            title=page.title,
            description=page.description,
            count=counted(len(sources)),
            outlets=shown,
            page=page,
        )


def _source_pages(
    context: Context,
    source: Source,
    accounts: list[EventAccount],
    cited: Mapping[str, Mapping[str, CitedAccount]],
) -> tuple[Output, ...]:
    """The page of a source, and those of the parts of its accounts where one page does not do."""
    language = context.language
    cells = coverage(source, accounts)
    tag = source.language
    drawn = [cited[event.id][account.id] for event, account in accounts]
    whole = parts_by_time(
        language,
        list(zip(accounts, drawn, strict=True)),
        lambda pair: year_and_month(pair[0].event),
        lambda pair: pair[1].weight,
    )
    counted = partial(count_accounts, context)
    pages = part_pages(
        context, whole, source_url(source.id), source_heading(context, source), counted,
        lambda pair: pair[0].event.id,
        head_title=_called(context, source), description=_described(context, source, accounts),
    )  # fmt: skip

    def made(page: PartPage[tuple[EventAccount, CitedAccount]]) -> Output:
        here = [pair for pair, _ in page.items]
        return context.page(
            page.path,
            source.path,
            "source.md",
            of_events=[event for event, _ in (accounts if page.is_main else here)],
            title=page.title,
            head_title=page.head_title,
            description=page.description,
            source=source,
            to_original=to_original(source),
            to_copy=to_copy(source),
            heading=source_heading(context, source) if page.is_main else page.title,
            attributes=in_language(tag, language.tag),
            source_kind=context.names.source_kind(source.kind),
            accessed=source.accessed and day_element(language, source.accessed),
            captured=_capture_words(context, source),
            source_language=tag and language.grammar.language_name(tag),
            when=date_block(language, source.published),
            first_known=context.known.days[source.id].isoformat(),
            forms=reference_forms(language, _reference(source)) if page.is_main else {},
            basis=paragraphs(source.published_basis or ""),
            vocabulary=paragraphs(source.vocabulary or ""),
            cells=cells,
            used=sum(cell.state == "used" for cell in cells),
            body=len(source.text.body) if source.text else 0,
            runs=paragraph_runs(context, source, here, cells, is_main=page.is_main),
            accounts=[account for _, account in page.items],
            page=page,
        )

    return tuple(map(made, pages))


def _called(context: Context, source: Source) -> str:
    """The title with outlet and date; several articles may be called the same."""
    name = context.names.source(source)
    if not source.title:
        return name
    return context.language.gettext("%(title)s (%(source)s)", title=source.title, source=name)


def _described(context: Context, source: Source, accounts: Sequence[EventAccount]) -> str:
    """The outlet, the date, the title, and the events that it tells of."""
    language = context.language
    count = count_accounts(context, len(accounts))
    told = language.gettext("%(title)s: %(part)s", title=_called(context, source), part=count)
    events = dict.fromkeys(cited.event.title for cited in accounts)
    return f"{told}. {'; '.join(events)}" if events else told


def _reference(source: Source) -> Reference:
    return Reference(
        key=source.id,
        title=source.title or "",
        container=source.outlet,
        date=source.published,
        url=source.url or "",
        archive_url=source.archive_url or "",
        author=source.author or "",
        kind=source.kind,
    )


def _capture_words(context: Context, source: Source) -> list[str]:
    """When the text or the page was kept, by whom and with what."""
    if source.captured is None:
        return []
    language, kept = context.language, source.captured
    said = [language.gettext("kept on %(day)s", day=language.grammar.day_words(kept.on))]
    if kept.by:
        said.append(language.gettext("kept by %(name)s", name=kept.by))
    if tool := getattr(kept, "with"):
        said.append(language.gettext("kept with %(name)s", name=tool))
    return said


def _listed(context: Context, source: Source) -> ListedSource:
    language, count = context.language, len(context.relations.by_source.get(source.id, ()))
    return ListedSource(
        id=source.id,
        outlet=source.outlet,
        name=source_heading(context, source),
        attributes=in_language(source.language if source.title else None, language.tag),
        published=time_element(language, source.published),
        accounts=count_accounts(context, count),
        since=context.marks.attr_day(context.known.days[source.id]),
        is_draft=source.draft,
    )


def count_accounts(context: Context, count: int) -> str:
    """A number of accounts in words."""
    if not count:
        return context.language.gettext("no account")
    return context.language.ngettext("%(count)s account", "%(count)s accounts", count)


def _cited_accounts(context: Context) -> Mapping[str, Mapping[str, CitedAccount]]:
    """Every account, by the id of its event and its own."""

    def cited_accounts(event: Event) -> Mapping[str, CitedAccount]:
        row = context.rows[event.id]
        return {account.id: _cited(context, row, account) for account in event.accounts}

    return context.per_event(cited_accounts, *context.registries)


def _cited(context: Context, row: EventRow, account: Account) -> CitedAccount:
    says = paragraphs(account.says)
    words = sum(len(text.encode()) for text in says)
    return CitedAccount(
        row=row,
        id=account.id,
        says=says,
        speaker=own_speaker(context, account),
        where=locator_words(context.language, account.paragraphs, account.locator),
        weight=row_weight(row) + len(says) + words // 100 + 2 + 2 * len(account.paragraphs),
    )
