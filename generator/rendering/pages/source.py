"""What the accounts were drawn from: the pages of sources, with the use of every paragraph."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.relations import EventAccount
from generator.model.output import Output
from generator.model.records import Account, Source
from generator.rendering.context import Context, Row
from generator.rendering.language.elements import locator_words, time_element
from generator.rendering.parts.date_block import date_block
from generator.support.escape import in_language
from generator.support.plain_text import paragraphs


class Listed(NamedTuple):
    """A source in the list of its outlet."""

    id: str
    name: str
    attributes: Markup
    published: Markup
    accounts: str


class Drawn(NamedTuple):
    """An account that was drawn from a source."""

    row: Row
    id: str
    says: tuple[str, ...]
    speaker: str
    where: str


class Cell(NamedTuple):
    """A paragraph: in how many accounts it is used, and what for a reader is to be said of it."""

    number: int
    uses: int
    state: str
    """`used`, `unused`, `open` (nobody has dealt with it yet) or `outside` (not of the article)."""


class Stretch(NamedTuple):
    """Neighbouring paragraphs that are used alike, or left out for one reason."""

    numbers: str
    accounts: tuple[tuple[EventAccount, str], ...]
    """Each with its speaker, where another account of the same event stands beside it."""
    reason: str


def source_pages(context: Context) -> Iterator[Output]:
    """The list of sources by outlet, and one page for each."""
    sources = sorted(
        context.chronology.sources.values(), key=lambda s: (s.outlet, s.published.order, s.id)
    )
    origin = f"{context.chronology.folder}/sources.yml"
    outlets = dict.fromkeys(source.outlet for source in sources)
    yield context.page(
        "sources/index.md",
        origin,
        "sources.md",
        title="Sources",
        count=context.language.ngettext("%(count)s source", "%(count)s sources", len(sources)),
        outlets=[
            (outlet, [_listed(context, s) for s in sources if s.outlet == outlet])
            for outlet in outlets
        ],
    )
    for source in sources:
        told = context.relations.by_source.get(source.id, [])
        name = source_name(context, source)
        cells = coverage(source, told)
        yield context.page(
            f"sources/{source.id}/index.md",
            origin,
            "source.md",
            is_found=True,
            title=name,
            description=_outlet_and_date(context, source),
            source=source,
            heading=f"“{source.title}”" if source.title else name,
            attributes=in_language(source.language),
            source_language=source.language
            and context.language.grammar.language_name(source.language),
            when=date_block(context.language, source.published),
            first_known=context.known.days[source.id].isoformat(),
            basis=paragraphs(source.published_basis or ""),
            vocabulary=paragraphs(source.vocabulary or ""),
            cells=cells,
            used=sum(cell.state == "used" for cell in cells),
            body=len(source.text.body) if source.text else 0,
            stretches=_stretches(context, source, told, cells),
            drawn=[_drawn(context, t) for t in told],
        )


def source_name(context: Context, source: Source) -> str:
    """The title, or what a source without one is called."""
    return source.title or _outlet_and_date(context, source)


def _outlet_and_date(context: Context, source: Source) -> str:
    return f"{source.outlet}, {context.language.grammar.date_words(source.published)}"


def coverage(source: Source, told: list[EventAccount]) -> list[Cell]:
    """Every paragraph of the archived text, used or not."""
    if source.text is None:
        return []
    uses = [n for t in told for n in t.account.paragraphs]
    return [
        Cell(n, uses.count(n), _state(source, n, n in uses))
        for n in range(1, source.text.paragraphs + 1)
    ]


def _state(source: Source, number: int, is_used: bool) -> str:
    if is_used:
        return "used"
    if number in source.unused:
        return "unused"
    return "open" if source.text and number in source.text.body else "outside"


def _stretches(
    context: Context, source: Source, told: list[EventAccount], cells: list[Cell]
) -> list[Stretch]:
    """The paragraphs with the accounts that use them, or the reason why none does."""
    reasons = {"open": "not dealt with yet", "outside": "not part of the article"}
    found: list[tuple[list[int], tuple[EventAccount, ...], str]] = []
    for cell in cells:
        users = tuple(t for t in told if cell.number in t.account.paragraphs)
        reason = "" if users else source.unused.get(cell.number) or reasons[cell.state]
        if found and found[-1][2] == reason and _same(found[-1][1], users):
            found[-1][0].append(cell.number)
        else:
            found.append(([cell.number], users, reason))
    return [
        Stretch(
            context.language.grammar.number_ranges(numbers), _told_apart(context, users), reason
        )
        for numbers, users, reason in found
    ]


def _told_apart(
    context: Context, told: Sequence[EventAccount]
) -> tuple[tuple[EventAccount, str], ...]:
    events = Counter(t.event.id for t in told)
    return tuple((t, _speaker(context, t.account) if events[t.event.id] > 1 else "") for t in told)


def _speaker(context: Context, account: Account) -> str:
    names = [context.chronology.actors[id].name for id in account.according_to]
    return f"according to {', via '.join(names)}" if names else "in its own voice"


def _same(ones: tuple[EventAccount, ...], others: tuple[EventAccount, ...]) -> bool:
    return [(t.event.id, t.account.id) for t in ones] == [
        (t.event.id, t.account.id) for t in others
    ]


def _listed(context: Context, source: Source) -> Listed:
    language, count = context.language, len(context.relations.by_source.get(source.id, ()))
    return Listed(
        id=source.id,
        name=f"“{source.title}”" if source.title else source_name(context, source),
        attributes=in_language(source.language) if source.title else Markup(""),
        published=time_element(language, source.published),
        accounts=context.language.ngettext("%(count)s account", "%(count)s accounts", count)
        if count
        else "no account",
    )


def _drawn(context: Context, told: EventAccount) -> Drawn:
    account = told.account
    return Drawn(
        row=context.rows[told.event.id],
        id=account.id,
        says=paragraphs(account.says),
        speaker=_speaker(context, account),
        where=locator_words(context.language, account.paragraphs, account.locator),
    )
