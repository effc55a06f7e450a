"""The page of one event: when and how we know, what differs, the accounts side by side."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date as Day
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.model.output import Output
from generator.model.permalinks import event_json, event_page
from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.rendering.drawing_inputs import Drawings
from generator.rendering.language.elements import day_element, locator_words, time_element
from generator.rendering.markdown_page import address, page
from generator.rendering.parts.accounts_table import account_columns, account_lines
from generator.rendering.parts.citation import citation, report_link
from generator.rendering.parts.date_block import date_block
from generator.rendering.parts.figure_plots import figure_plots
from generator.rendering.parts.grouped_differences import Dispute, Disputes
from generator.rendering.parts.known_marks import NO_MARK
from generator.support.escape import in_language
from generator.support.plain_text import paragraphs


def event_page_of(
    context: Context,
    drawings: Drawings,
    disputes: Disputes,
    linked: Callable[[Event], Markup] | None,
    event: Event,
) -> Output:
    """The page of an event."""
    inputs = (event, linked is None, *context.registries, *_others(context, event))
    make = partial(_page, context, drawings, event, disputes[event.id], linked)
    return context.cache.get("page", event.id, inputs, make)


def _others(context: Context, event: Event) -> Iterator[Event | None]:
    """Every other event of which the page says something, each kind at its place."""
    by_id = context.chronology.by_id
    yield context.relations.before.get(event.id)
    yield context.relations.after.get(event.id)
    yield by_id[event.part_of] if event.part_of else None
    groups: list[Iterable[Event]] = [
        context.relations.parts.get(event.id, ()),
        (by_id[id] for id in event.follows),
        context.relations.followers.get(event.id, ()),
        (by_id[id] for account in event.accounts for id in account.responds_to),
        (told.event for told in context.relations.answers.get(event.id, ())),
    ]
    for group in groups:
        yield from group
        yield None


def _page(
    context: Context,
    drawings: Drawings,
    event: Event,
    disputes: list[Dispute],
    linked: Callable[[Event], Markup] | None,
) -> Output:
    settings, chronology = context.settings, context.chronology
    repository = settings.repository.rstrip("/") if settings.repository else None
    key, plots = figure_plots(context, event)
    return page(
        context.language,
        event_page(event.id),
        event.path,
        "event.md",
        is_found=True,
        title=event.title,
        description=f"{context.language.grammar.date_words(event.date)}. {event.summary}",
        event=event,
        row=context.rows[event.id],
        when=date_block(context.language, event.date),
        basis=paragraphs(event.date_basis),
        summary=paragraphs(event.summary),
        disputes=disputes,
        places=[chronology.places[id] for id in event.places],
        roles=_by_word(_roles(context, event)),
        ties=_by_word(_ties(context, event)),
        columns=account_columns(context, event),
        accounts=account_lines(context, event),
        key=key,
        plots=plots,
        date_plot=drawings.date_plot(event),
        date_plot_since=_date_plot_since(context, event),
        first_known=context.known.first[event.id].isoformat(),
        has_grown=event.id in context.known.grown,
        known_whole=context.marks.attr_all(event),
        map=drawings.locator(event.places),
        sign=context.rows[event.id].sign,
        sources=_sources(context, event),
        before=_neighbour(context, event, context.relations.before.get(event.id)),
        after=_neighbour(context, event, context.relations.after.get(event.id)),
        thread=_thread(context, event),
        corrections=sorted(event.corrections, key=lambda c: c.on, reverse=True),
        on_day=partial(day_element, context.language),
        cited_as=citation(context.language, settings, event),
        report=report_link(settings, event),
        yaml=f"{repository}/blob/main/{event.path}" if repository else None,
        json=Markup(event_json(event.id)),
        linked=linked(event) if linked else None,
    )


def _date_plot_since(context: Context, event: Event) -> Markup:
    """The mark of since when all dates of the plot are known: a part of it would mislead."""
    known, found = context.known, context.contradicted[event.id]
    days = [known.account(a) for a in event.accounts if a.date]
    days += [known.account(a) for a in event.accounts for kind, _, id in found
             if (kind, id) == ("dates", a.id)]  # fmt: skip
    return context.marks.attr(event, max(days)) if days else NO_MARK


class Tie(NamedTuple):
    """A named link from an event to something else, and who alone says so."""

    word: str
    address: Markup
    name: str
    note: str = ""
    since: Markup = NO_MARK
    """The mark of since when it is known."""


def _by_word(ties: list[Tie]) -> dict[str, list[Tie]]:
    grouped: dict[str, list[Tie]] = {}
    for tie in ties:
        grouped.setdefault(tie.word, []).append(tie)
    return grouped


def _roles(context: Context, event: Event) -> list[Tie]:
    """Who did what: first what all accounts share, then what some alone say."""
    actors = context.chronology.actors
    told: dict[tuple[str | None, str], list[Account]] = {}
    for account in event.accounts:
        for role in account.actors:
            told.setdefault((role.role, role.id), []).append(account)
    shared = [
        Tie(context.role(role.role), address("actors", role.id), actors[role.id].name)
        for role in event.actors
    ]
    return shared + [
        Tie(
            context.role(role),
            address("actors", id),
            actors[id].name,
            context.says(event, by),
            context.marks.attr_any(event, by),
        )
        for (role, id), by in told.items()
    ]


def _ties(context: Context, event: Event) -> list[Tie]:
    """The events it is tied to."""
    by_id = context.chronology.by_id
    # The word, the event, and the account that alone says so, if one does.
    ties: list[tuple[str, Event, Account | None]] = []
    ties += [("part of", by_id[event.part_of], None)] if event.part_of else []
    relations = context.relations
    ties += [("its parts", part, None) for part in relations.parts.get(event.id, ())]
    ties += [("follows", by_id[id], None) for id in event.follows]
    ties += [("followed by", other, None) for other in relations.followers.get(event.id, ())]
    ties += [
        ("in answer to", by_id[id], account)
        for account in event.accounts
        for id in account.responds_to
    ]
    ties += [
        ("answered by", answer.event, answer.account)
        for answer in relations.answers.get(event.id, ())
    ]
    date_words = context.language.grammar.date_words
    merged: dict[tuple[str, str], list[Account]] = {}
    for word, other, account in ties:
        merged.setdefault((word, other.id), []).extend([account] if account else [])
    return [
        Tie(
            word,
            address("events", id),
            by_id[id].title,
            ", ".join(dict.fromkeys([date_words(by_id[id].date), *_says(context, by)])),
            context.marks.attr(event, max([context.known.first[id], *_earliest(context, by)])),
        )
        for (word, id), by in merged.items()
    ]


def _says(context: Context, accounts: list[Account]) -> list[str]:
    return [f"says {context.speaker(account)}" for account in accounts]


def _earliest(context: Context, accounts: list[Account]) -> list[Day]:
    """The day from which one of these accounts is known, if there is one."""
    return sorted(map(context.known.account, accounts))[:1]


class Cited(NamedTuple):
    """A source of an event, and what of it is cited."""

    id: str
    outlet: str
    title: str | None
    attributes: Markup
    published: Markup
    where: str
    url: str | None
    archive_url: str | None
    since: Markup


def _sources(context: Context, event: Event) -> list[Cited]:
    """The sources of an event, each once, in order of publication."""
    sources = context.chronology.sources
    ids = {account.source for account in event.accounts}
    cited = sorted(ids, key=lambda id: (sources[id].published.order, id))
    return [_cited(context, event, id) for id in cited]


def _cited(context: Context, event: Event, id: str) -> Cited:
    source = context.chronology.sources[id]
    accounts = [account for account in event.accounts if account.source == id]
    numbers = sorted({n for account in accounts for n in account.paragraphs})
    locators = dict.fromkeys(account.locator for account in accounts if account.locator)
    return Cited(
        id=id,
        outlet=source.outlet,
        title=source.title,
        attributes=in_language(source.language),
        published=time_element(context.language, source.published),
        where=locator_words(context.language, tuple(numbers), "; ".join(locators) or None),
        url=source.url,
        archive_url=source.archive_url,
        since=context.marks.attr_any(event, accounts),
    )


class Neighbour(NamedTuple):
    """The event before or after, and how far away it is, where both days are known."""

    id: str
    title: str
    time: Markup
    distance: str
    since: Markup


class Thread(NamedTuple):
    """What an event is part of, and the parts before and after it."""

    id: str
    title: str
    before: Neighbour | None
    after: Neighbour | None


def _thread(context: Context, event: Event) -> Thread | None:
    around = context.relations.neighbouring_parts.get(event.id)
    if event.part_of is None or around is None:
        return None
    whole = context.chronology.by_id[event.part_of]
    before, after = (_neighbour(context, event, other) for other in around)
    return Thread(whole.id, whole.title, before, after)


def _neighbour(context: Context, event: Event, other: Event | None) -> Neighbour | None:
    if other is None:
        return None
    language, distance = context.language, ""
    if event.date.is_day and other.date.is_day:
        days = event.date.anchor, other.date.anchor
        distance = "the same day" if days[0] == days[1] else language.grammar.duration(*days)
    since = context.marks.attr(event, context.known.first[other.id])
    return Neighbour(other.id, other.title, time_element(language, other.date), distance, since)
