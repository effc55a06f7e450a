"""The sources of an event, each once, with what of it is cited."""

from markupsafe import Markup

from generator.model.permalinks import source_url
from generator.model.records import Account, Event, Source
from generator.rendering.context import Context
from generator.rendering.language import Language
from generator.rendering.language.elements import locator_words
from generator.rendering.parts.robust_links import to_copy, to_original
from generator.rendering.parts.schema_org import TO_ROOT
from generator.support.directions import in_language
from generator.support.escape import as_text, html


def cited_sources(context: Context, event: Event) -> list[Markup]:
    """Return the items of a list of the sources of an event, in order of publication."""
    sources = context.chronology.sources
    accounts_by_source: dict[str, list[Account]] = {}
    for account in event.accounts:
        accounts_by_source.setdefault(account.source, []).append(account)
    ordered = sorted(accounts_by_source, key=lambda id: (sources[id].published.order, id))
    return [_item(context, event, sources[id], accounts_by_source[id]) for id in ordered]


def _item(context: Context, event: Event, source: Source, accounts: list[Account]) -> Markup:
    language, since = context.language, context.marks.attr_any(event, accounts)
    numbers = sorted({n for account in accounts for n in account.paragraphs})
    locators = dict.fromkeys(account.locator for account in accounts if account.locator)
    locator = language.grammar.semicolon.join(locators) or None
    where = language.text(locator_words(language, tuple(numbers), locator))
    return html(
        f'<li{since}><a href="{TO_ROOT}{source_url(source.id)}">{_name(language, source)}</a>'
        f"{language.comma}{where}.{_elsewhere(language, source)}</li>"
    )


def _name(language: Language, source: Source) -> str:
    """Return the outlet, the title in its own language, and the day."""
    published = language.text(language.grammar.date_words(source.published))
    parts = [language.text(source.outlet), published]
    if source.title:
        attributes = in_language(source.language, language.tag)
        title = as_text(source.title) if attributes else language.text(source.title)
        parts.insert(1, html(f"<cite{attributes}>{title}</cite>"))
    return language.comma.join(parts)


def _elsewhere(language: Language, source: Source) -> str:
    """Return the links to the original and to its copy, as far as there are."""
    links = ""
    if source.url:
        links += _external(source.url, to_original(source), language.markup("the original"))
    if source.archive_url:
        links += _external(source.archive_url, to_copy(source), language.markup("archived copy"))
    return links


def _external(url: str, attributes: Markup, words: Markup) -> str:
    return f' <a class="external" href="{as_text(url)}"{attributes} rel="noopener">{words}</a>'
