"""The accounts of an event side by side: a row each, a column for what some account says."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.verdicts import DIFFERS
from generator.model.anchors import measure_anchor, old_anchors
from generator.model.permalinks import source_url
from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.rendering.known_marks import NO_MARK
from generator.rendering.language.elements import (
    day_element,
    figure_element,
    locator_words,
)
from generator.rendering.parts.alike_figures import figure_note, figure_since
from generator.rendering.parts.quoted_words import quoted_words
from generator.support.escape import as_text
from generator.support.plain_text import paragraphs

MAX_MEASURE_COLUMNS = 3
"""So many measures have a column each; more share one, or the table outgrows the page."""
FIRST_COLUMN = 3
"""Before these columns stand two of every table: whose account it is, and what it says."""


class AccountColumn(NamedTuple):
    """A column of the table of accounts, and on how much it differs."""

    name: str
    note: str
    anchor: str
    """The end of the id of its cells, after the account's."""


class CellValue(NamedTuple):
    """A value in a cell: what it is, what it is of, whether another account contradicts it."""

    words: str
    note: str = ""
    differs: bool = False
    since: Markup = NO_MARK
    """The mark of since when it differs."""
    is_own: bool = True
    """Whether the account gives it; else it is the event's."""


class AccountRow(NamedTuple):
    """An account as a row of the table."""

    id: str
    old_anchor: str
    """What its anchor was while accounts were numbered, so that old links lead here; or empty."""
    source_url: Markup
    speaker: str
    """Who first said it; empty for the outlet's own voice."""
    through: tuple[str, ...]
    outlet: str
    published: str
    where: str
    added: Markup | None
    """The day it was added, where that is after the event's."""
    says: tuple[str, ...]
    hedge: Markup | None
    cells: tuple[tuple[CellValue, ...], ...]
    since: Markup
    """The mark of since when it is known."""


def _contradicted(context: Context, event: Event, kind: str) -> dict[tuple[str, str], Markup]:
    """Return what differs, with each account that takes part, and the mark of since when."""
    marks = context.difference_marks[event.id]
    return {(on, account): since for (of, on, account), since in marks.items() if of == kind}


class _Filled(NamedTuple):
    """Which columns some account fills."""

    dates: bool
    measures: list[str]
    actors: bool
    labels: bool

    @property
    def measures_share(self) -> bool:
        """Whether all measures share one column."""
        return len(self.measures) > MAX_MEASURE_COLUMNS


def _filled(context: Context, event: Event) -> _Filled:
    accounts = event.accounts
    return _Filled(
        dates=any(account.date for account in accounts),
        measures=context.names.in_order_of_measures(context.figures[event.id]),
        actors=any(account.actors for account in accounts),
        labels=any(account.labels for account in accounts),
    )


def account_columns(context: Context, event: Event) -> list[AccountColumn]:
    """Return the columns of the table: only for what some account says."""
    filled = _filled(context, event)
    contradictions = (d for d in context.differences[event.id] if d.verdict == DIFFERS)
    things = {(difference.kind, difference.on) for difference in contradictions}
    differ = {column_of(event, kind, on) for kind, on in things}

    def column(name: str, key: str) -> AccountColumn:
        note = language.pgettext("accounts differ", "differ") if key in differ else ""
        return AccountColumn(name, note, key)

    language = context.language
    columns = [column(language.gettext("Date"), "dates")] * filled.dates
    if filled.measures_share:
        columns.append(column(language.gettext("Figures"), "figures"))
    else:
        columns += [column(context.names.measure(m), measure_anchor(m)) for m in filled.measures]
    columns += [column(language.gettext("Who did what"), "actors")] * filled.actors
    columns += [column(language.gettext("What it calls them"), "labels")] * filled.labels
    return columns


def column_names(columns: Iterable[AccountColumn]) -> Markup:
    """Return the names of columns as variables of CSS: `--3:'killed'`, of the third column.

    Where a row becomes a card, the style sheet shows a cell's name beside it.
    """
    names = [column.name.replace("\\", r"\\").replace("'", r"\'") for column in columns]
    return Markup(";").join(
        Markup(f"--{n}:'{as_text(name)}'") for n, name in enumerate(names, FIRST_COLUMN)
    )


def column_of(event: Event, kind: str, on: str) -> str:
    """Return the column in which something stands: the end of the id of its cells."""
    if kind != "figures":
        return kind
    measures = {figure.measure for account in event.accounts for figure in account.figures}
    return measure_anchor(on) if len(measures) <= MAX_MEASURE_COLUMNS else kind


def account_rows(context: Context, event: Event) -> list[AccountRow]:
    """Return the accounts in order of publication."""
    sources, actors = context.chronology.sources, context.chronology.actors
    rows, anchors, language = [], old_anchors(event), context.language
    filled = _filled(context, event)
    for account in sorted(event.accounts, key=lambda a: sources[a.source].published.order):
        source = sources[account.source]
        names = [actors[id].name for id in account.according_to]
        rows.append(
            AccountRow(
                id=account.id,
                old_anchor=anchors[account.id],
                source_url=Markup(source_url(source.id)),
                speaker=names[0] if names else "",
                through=tuple(names[1:]),
                outlet=source.outlet,
                published=language.grammar.date_words(source.published),
                where=locator_words(language, account.paragraphs, account.locator),
                added=day_element(language, account.added) if account.added else None,
                says=paragraphs(account.says),
                hedge=quoted_words(language, source, account.hedge) if account.hedge else None,
                cells=tuple(_cells(context, event, account, filled)),
                since=context.marks.attr_any(event, [account]),
            )
        )
    return rows


def _cells(
    context: Context, event: Event, account: Account, filled: _Filled
) -> Iterator[tuple[CellValue, ...]]:
    actors = context.chronology.actors
    source = context.chronology.sources[account.source]
    if filled.dates:
        yield tuple(_date(context, event, account))
    figures = [
        tuple(_figures(context, event, account, measure, filled.measures_share))
        for measure in filled.measures
    ]
    if filled.measures_share:
        yield tuple(value for given in figures for value in given)
    else:
        yield from figures
    if filled.actors:
        roles = _contradicted(context, event, "actors")
        yield tuple(
            CellValue(
                actors[r.id].name, context.names.role(r.role), *_since(roles, r.role or "", account)
            )
            for r in account.actors
        )
    if filled.labels:
        named = _contradicted(context, event, "labels")
        yield tuple(
            CellValue(
                quoted_words(context.language, source, text),
                context.names.actor(actor),
                *_since(named, actor, account),
            )
            for actor, labels in account.labels.items()
            for text in labels
        )


def _date(context: Context, event: Event, account: Account) -> Iterator[CellValue]:
    """Yield the date that an account gives; else the event's, if another contradicts it."""
    dates = _contradicted(context, event, "dates")
    since = min((mark for (_, id), mark in dates.items() if id == account.id), default=None)
    if account.date is None and since is None:
        return
    yield CellValue(
        context.language.grammar.date_words(account.date or event.date),
        "" if account.date else context.language.gettext("the event’s; none given here"),
        differs=since is not None,
        since=since or NO_MARK,
        is_own=account.date is not None,
    )


def _since(marks: dict[tuple[str, str], Markup], on: str, account: Account) -> tuple[bool, Markup]:
    """Return whether an account is contradicted on a thing, and the mark of since when."""
    mark = marks.get((on, account.id))
    return mark is not None, mark or NO_MARK


def _figures(
    context: Context, event: Event, account: Account, measure: str, is_named: bool
) -> Iterator[CellValue]:
    """Yield an account's figures of a measure, with its name where the column has none."""
    unit, language = context.names.unit(measure), context.language
    for compared in context.figures[event.id][measure]:
        if compared.account is account:
            name = context.names.measure(measure) if is_named else ""
            note = language.listed(filter(None, [name, figure_note(context, compared.figure)]))
            tag = context.chronology.sources[account.source].language
            amount = figure_element(language, compared.figure, unit, tag)
            yield CellValue(amount, note, compared.differs, figure_since(context, event, compared))
