"""A page for each source, from which accounts were drawn."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generator.analysis.relations import EventAccount
from generator.model.output import Output
from generator.model.permalinks import source_url
from generator.model.records import Account, Event, Source
from generator.rendering.context import Context
from generator.rendering.event_row import EventRow
from generator.rendering.language import Language
from generator.rendering.language.elements import day_element, locator_words
from generator.rendering.language.reference_words import capture_words
from generator.rendering.pages.sources import sources_pages
from generator.rendering.parts.date_block import date_block
from generator.rendering.parts.linked_data import source_page_jsonld
from generator.rendering.parts.list_parts import parts_by_time, row_weight, year_and_month
from generator.rendering.parts.paragraph_use import coverage, paragraph_runs
from generator.rendering.parts.part_pages import PartPage, part_pages, render_part
from generator.rendering.parts.reference_forms import Reference, reference_forms
from generator.rendering.parts.registry_list import count_accounts
from generator.rendering.parts.robust_links import to_copy, to_original
from generator.support.directions import in_language
from generator.support.plain_text import paragraphs


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
    """Yield the list of sources, and one page for each."""
    key = context.language.grammar.sort_key
    sources = sorted(
        context.chronology.sources.values(),
        key=lambda s: (key(s.outlet), s.outlet, s.published.order, s.id),
    )
    yield from sources_pages(context, sources)
    cited = _cited_accounts(context)
    for source in sources:
        accounts = context.relations.by_source.get(source.id, [])
        make = partial(_source_pages, context, source, accounts, cited)
        inputs = source, *(event for event, _ in accounts), *context.registries
        yield from context.cache.get("pages of a source", source.id, inputs, make)


def _source_pages(
    context: Context,
    source: Source,
    accounts: list[EventAccount],
    cited: Mapping[str, Mapping[str, CitedAccount]],
) -> tuple[Output, ...]:
    """Return the page of a source, and pages for parts of its accounts if they need several."""
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
        context, whole, source_url(source.id), context.names.source_title(source), counted,
        lambda pair: pair[0].event.id,
        head_title=_called(context, source), description=_described(context, source, accounts),
    )  # fmt: skip

    def made(page: PartPage[tuple[EventAccount, CitedAccount]]) -> Output:
        here = [pair for pair, _ in page.items]
        return render_part(
            context,
            page,
            source.path,
            "source.md",
            of_events=[event for event, _ in (accounts if page.is_main else here)],
            source=source,
            to_original=to_original(source),
            to_copy=to_copy(source),
            heading=context.names.source_title(source) if page.is_main else page.title,
            attributes=in_language(tag, language.tag),
            source_kind=context.names.source_kind(source.kind),
            accessed=source.accessed and day_element(language, source.accessed),
            captured=capture_words(language, source),
            source_language=tag and language.grammar.language_name(tag),
            when=date_block(language, source.published, language.gettext("published")),
            first_known=context.known.days[source.id].isoformat(),
            forms=reference_forms(language, reference_of(language, source)) if page.is_main else {},
            basis=paragraphs(source.published_basis or ""),
            vocabulary=paragraphs(source.vocabulary or ""),
            cells=cells,
            used=sum(cell.state == "used" for cell in cells),
            body=len(source.text.body) if source.text else 0,
            runs=paragraph_runs(context, source, here, cells, is_main=page.is_main),
            accounts=[account for _, account in page.items],
            linked=source_page_jsonld(context.chronology, source) if page.is_main else None,
        )

    return tuple(map(made, pages))


def _called(context: Context, source: Source) -> str:
    """Return the title with outlet and date; several articles may be called the same."""
    name = context.names.source(source)
    if not source.title:
        return name
    return context.language.gettext("%(title)s (%(source)s)", title=source.title, source=name)


def _described(context: Context, source: Source, accounts: Sequence[EventAccount]) -> str:
    """Return the outlet, the date, the title, and the events that it tells of."""
    language = context.language
    count = count_accounts(context, len(accounts))
    lead = language.gettext("%(title)s: %(part)s", title=_called(context, source), part=count)
    events = dict.fromkeys(cited.event.title for cited in accounts)
    return f"{lead}. {'; '.join(events)}" if events else lead


def reference_of(language: Language, source: Source) -> Reference:
    """Return a source, for the forms that programs read."""
    return Reference(
        key=source.id,
        title=source.title or "",
        container=source.outlet,
        date=source.published,
        url=source.url or "",
        accessed=source.accessed,
        archive_url=source.archive_url or "",
        kept=source.captured.on if source.captured else None,
        note=language.grammar.semicolon.join(capture_words(language, source)),
        author=source.author or "",
        language=source.language or "",
        kind=source.kind,
    )


def _cited_accounts(context: Context) -> Mapping[str, Mapping[str, CitedAccount]]:
    """Return every account, by the id of its event and its own."""

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
        speaker=context.names.own_speaker(account),
        where=locator_words(context.language, account.paragraphs, account.locator),
        weight=row_weight(row) + len(says) + words // 100 + 2 + 2 * len(account.paragraphs),
    )
