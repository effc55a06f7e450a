"""The page of one event: when and how we know, what differs, the accounts side by side."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.differences import Verdict
from generator.model import Account, Event, Figure
from generator.output import Output
from generator.pages import words
from generator.pages.disputes import Dispute, Disputes, counted
from generator.pages.figures import Count
from generator.pages.index import Index
from generator.pages.page import address, page
from generator.text import in_language, paragraphs


def event_pages(index: Index, disputes: Disputes) -> Iterator[Output]:
    """One page for each event."""
    for event in index.events:
        yield _page(index, event, disputes[event.id])


def _page(index: Index, event: Event, disputes: list[Dispute]) -> Output:
    facts, chronology = index.facts, index.chronology
    repository = facts.repository.rstrip("/") if facts.repository else None
    return page(
        f"events/{event.id}.md",
        event.path,
        "event.md",
        is_found=True,
        title=event.title,
        description=f"{event.date.words}. {event.summary}",
        event=event,
        row=index.rows[event.id],
        when=words.when(event.date),
        basis=paragraphs(event.date_basis),
        summary=paragraphs(event.summary),
        disputes=disputes,
        places=[chronology.places[id] for id in event.places],
        roles=_roles(index, event),
        ties=_ties(index, event),
        columns=_columns(index, event),
        accounts=_accounts(index, event),
        measures=_measures(index, event),
        sources=_sources(index, event),
        before=_neighbour(index, event, index.before.get(event.id)),
        after=_neighbour(index, event, index.after.get(event.id)),
        corrections=sorted(event.corrections, key=lambda c: c.on, reverse=True),
        on_day=words.time_of_day,
        yaml=f"{repository}/blob/main/{event.path}" if repository else None,
    )


class Tie(NamedTuple):
    """A named link from an event to something else, and who alone says so."""

    word: str
    address: Markup
    name: str
    note: str = ""


def _roles(index: Index, event: Event) -> list[Tie]:
    """Who did what: first what all accounts share, then what some alone say."""
    actors = index.chronology.actors
    told: dict[tuple[str | None, str], list[str]] = {}
    for account in event.accounts:
        for role in account.actors:
            told.setdefault((role.role, role.id), []).append(index.speaker(account))
    shared = [
        Tie(index.role(role.role), address("actors", role.id), actors[role.id].name)
        for role in event.actors
    ]
    return shared + [
        Tie(index.role(role), address("actors", id), actors[id].name, f"says {'; '.join(by)}")
        for (role, id), by in told.items()
    ]


def _ties(index: Index, event: Event) -> list[Tie]:
    """The events it is tied to."""
    by_id = index.chronology.by_id
    ties = [("part of", by_id[event.part_of], "")] if event.part_of else []
    ties += [("its parts", part, "") for part in index.parts.get(event.id, ())]
    ties += [("follows", by_id[id], "") for id in event.follows]
    ties += [("followed by", other, "") for other in index.followers.get(event.id, ())]
    ties += [
        ("in answer to", by_id[id], f"says {index.speaker(account)}")
        for account in event.accounts
        for id in account.responds_to
    ]
    ties += [
        ("answered by", told.event, f"says {index.speaker(told.account)}")
        for told in index.answers.get(event.id, ())
    ]
    merged: dict[tuple[str, str], list[str]] = {}
    for word, other, by in ties:
        merged.setdefault((word, other.id), []).extend([by] if by else [])
    return [
        Tie(
            word,
            address("events", id),
            by_id[id].title,
            ", ".join([by_id[id].date.words, *dict.fromkeys(notes)]),
        )
        for (word, id), notes in merged.items()
    ]


class Column(NamedTuple):
    """A column of the table of accounts, and on how much it differs."""

    name: str
    note: str


class Value(NamedTuple):
    """A value in a cell: what it is, what it is of, whether another account contradicts it."""

    words: str
    note: str = ""
    differs: bool = False


class Line(NamedTuple):
    """An account as a row of the table."""

    id: str
    source: str
    speaker: str
    """Who first said it; empty for the outlet's own voice."""
    through: tuple[str, ...]
    outlet: str
    published: Markup
    where: str
    says: tuple[str, ...]
    hedge: Markup | None
    cells: tuple[tuple[Value, ...], ...]


def _contradicted(index: Index, event: Event, kind: str) -> set[tuple[str, str]]:
    """What differs, with each account that takes part."""
    return {
        (difference.on, account)
        for difference in index.differences[event.id]
        if difference.kind == kind and difference.verdict == "differs"
        for account in difference.accounts
    }


def _has(index: Index, event: Event) -> tuple[bool, list[str], bool, bool]:
    """Which columns some account fills: the date, each measure, who did what, labels."""
    accounts = event.accounts
    return (
        any(account.date for account in accounts),
        list(index.measured[event.id]),
        any(account.actors for account in accounts),
        any(account.labels for account in accounts),
    )


def _columns(index: Index, event: Event) -> list[Column]:
    has_date, measures, has_actors, has_labels = _has(index, event)
    differ = {(d.kind, d.on) for d in index.differences[event.id] if d.verdict == "differs"}
    kinds = {kind for kind, _ in differ}
    columns = [Column("Date", "differ" if "dates" in kinds else "")] * has_date
    columns += [
        Column(index.measure(m), "differ" if ("figures", m) in differ else "") for m in measures
    ]
    columns += [Column("Who did what", "differ" if "actors" in kinds else "")] * has_actors
    columns += [Column("What it calls them", "differ" if "labels" in kinds else "")] * has_labels
    return columns


def _accounts(index: Index, event: Event) -> list[Line]:
    """The accounts in order of publication."""
    sources, actors = index.chronology.sources, index.chronology.actors
    lines = []
    for account in sorted(event.accounts, key=lambda a: sources[a.source].published.order):
        source = sources[account.source]
        names = [actors[id].name for id in account.according_to]
        lines.append(
            Line(
                id=account.id,
                source=source.id,
                speaker=names[0] if names else "",
                through=tuple(names[1:]),
                outlet=source.outlet,
                published=words.time(source.published),
                where=words.where_in_source(account.paragraphs, account.locator),
                says=paragraphs(account.says),
                hedge=words.label(account.hedge, source.language) if account.hedge else None,
                cells=tuple(_cells(index, event, account)),
            )
        )
    return lines


def _cells(index: Index, event: Event, account: Account) -> Iterator[tuple[Value, ...]]:
    has_date, measures, has_actors, has_labels = _has(index, event)
    actors = index.chronology.actors
    language = index.chronology.sources[account.source].language
    if has_date:
        dates = _contradicted(index, event, "dates")
        differs = any(id == account.id for _, id in dates)
        if account.date:
            yield (Value(account.date.words, differs=differs),)
        else:
            yield (Value(event.date.words, "no other date given", differs),)
    for measure in measures:
        yield tuple(
            Value(
                words.amount(one.figure, index.unit(measure)),
                counted(index, one.figure),
                one.differs,
            )
            for one in index.measured[event.id][measure]
            if one.account is account
        )
    if has_actors:
        roles = _contradicted(index, event, "actors")
        yield tuple(
            Value(actors[r.id].name, index.role(r.role), (r.role, account.id) in roles)
            for r in account.actors
        )
    if has_labels:
        named = _contradicted(index, event, "labels")
        yield tuple(
            Value(
                words.label(text, language),
                "this event" if actor == "this" else actors[actor].name,
                (actor, account.id) in named,
            )
            for actor, labels in account.labels.items()
            for text in labels
        )


class Beside(NamedTuple):
    """How a figure stands to those of other accounts, in words."""

    words: str
    differs: bool


class FigureRow(NamedTuple):
    """A figure in the table of figures."""

    id: str
    speaker: str
    amount: str
    as_said: Markup | None
    of: str
    beside: tuple[Beside, ...]


class MeasureRows(NamedTuple):
    """The figures of one measure."""

    id: str
    name: str
    note: str | None
    rows: tuple[FigureRow, ...]


def _measures(index: Index, event: Event) -> list[MeasureRows]:
    """All figures of an event, those of one measure together."""
    groups = []
    for measure, given in index.measured[event.id].items():
        term = index.facts.measures.get(measure)
        rows = tuple(_figure_row(index, one) for one in given)
        note = term.note if term else None
        groups.append(MeasureRows(measure, index.measure(measure), note, rows))
    return groups


def _figure_row(index: Index, one: Count) -> FigureRow:
    figure = one.figure
    is_number = figure.value is not None or figure.min is not None or figure.max is not None
    source, said = index.chronology.sources[one.account.source], figure.as_said
    return FigureRow(
        id=one.account.id,
        speaker=index.speaker(one.account),
        amount=words.amount(figure, index.unit(figure.measure)),
        as_said=words.label(said, source.language) if is_number and said else None,
        of=counted(index, figure),
        beside=tuple(_beside(index, one)),
    )


def _beside(index: Index, one: Count) -> Iterator[Beside]:
    """The verdict on each pair with a figure of another account; like verdicts share a line."""
    unit = index.unit(one.figure.measure)
    verdicts: dict[str, list[str]] = {"differs from": []}
    for other, verdict in one.beside:
        in_words = _in_words(one.figure, other, verdict)
        verdicts.setdefault(in_words, []).append(words.amount(other, unit))
    for in_words, amounts in verdicts.items():
        if amounts:
            found = f"{in_words} {words.listed(dict.fromkeys(amounts))}"
            yield Beside(found, in_words == "differs from")


def _in_words(one: Figure, other: Figure, verdict: Verdict | None) -> str:
    match verdict:
        case "same":
            return "agrees with"
        case "differs":
            return "differs from"
        case "counts others":
            return "counts others than"
        case "later count":
            if one.as_of is None or other.as_of is None:
                return "counts on another day than"
            is_later = one.as_of.order > other.as_of.order
            return "is a later count than" if is_later else "is an earlier count than"
        case None:
            return "cannot be compared with"


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


def _sources(index: Index, event: Event) -> list[Cited]:
    """The sources of an event, each once, in order of publication."""
    sources = index.chronology.sources
    ids = {account.source for account in event.accounts}
    cited = sorted(ids, key=lambda id: (sources[id].published.order, id))
    return [_cited(index, event, id) for id in cited]


def _cited(index: Index, event: Event, id: str) -> Cited:
    source = index.chronology.sources[id]
    accounts = [account for account in event.accounts if account.source == id]
    numbers = sorted({n for account in accounts for n in account.paragraphs})
    locators = dict.fromkeys(account.locator for account in accounts if account.locator)
    return Cited(
        id=id,
        outlet=source.outlet,
        title=source.title,
        attributes=in_language(source.language),
        published=words.time(source.published),
        where=words.where_in_source(tuple(numbers), "; ".join(locators) or None),
        url=source.url,
        archive_url=source.archive_url,
    )


class Neighbour(NamedTuple):
    """The event before or after, and how far away it is, where both days are known."""

    id: str
    title: str
    time: Markup
    distance: str


def _neighbour(index: Index, event: Event, other: Event | None) -> Neighbour | None:
    if other is None:
        return None
    distance = ""
    if event.date.is_day and other.date.is_day:
        days = event.date.anchor, other.date.anchor
        distance = "the same day" if days[0] == days[1] else words.span(*days)
    return Neighbour(other.id, other.title, words.time(other.date), distance)
