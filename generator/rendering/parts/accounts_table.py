"""The accounts of an event side by side: a row each, a column for what some account says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.verdicts import DIFFERS
from generator.model.anchors import measure_anchor, old_anchors
from generator.model.permalinks import source_url
from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.rendering.known_marks import NO_MARK
from generator.rendering.language.elements import day_element, locator_words
from generator.rendering.parts.quoted_words import quoted_words
from generator.rendering.parts.shown_figures import ShownFigures
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
    cells: tuple[Sequence[CellValue], ...]
    since: Markup
    """The mark of since when it is known."""


class AccountsTable(NamedTuple):
    """The accounts of an event in order of publication, with columns for what some of them say."""

    columns: list[AccountColumn]
    rows: list[AccountRow]


_Values = Iterator[tuple[Account, str, CellValue]]
"""Values with the account that gives each, and the anchor of the column in which it stands."""


def accounts_table(context: Context, event: Event, figures: ShownFigures) -> AccountsTable:
    """Return the table of the accounts of an event, of which these are the figures."""
    sources = context.chronology.sources
    columns, cells = _columns(context, event, figures), _cells(context, event, figures)
    anchors = old_anchors(event)
    rows = [
        _row(
            context,
            event,
            account,
            anchors[account.id],
            tuple(cells.get((account.id, column.anchor), ()) for column in columns),
        )
        for account in sorted(event.accounts, key=lambda a: sources[a.source].published.order)
    ]
    return AccountsTable(columns, rows)


def _columns(context: Context, event: Event, figures: ShownFigures) -> list[AccountColumn]:
    contradictions = (d for d in context.differences[event.id] if d.verdict == DIFFERS)
    things = {(difference.kind, difference.on) for difference in contradictions}
    differ = {column_of(event, kind, on) for kind, on in things}

    def column(name: str, key: str) -> AccountColumn:
        note = language.pgettext("accounts differ", "differ") if key in differ else ""
        return AccountColumn(name, note, key)

    language, accounts = context.language, event.accounts
    columns = []
    if any(account.date for account in accounts):
        columns.append(column(language.gettext("Date"), "dates"))
    if len(figures) > MAX_MEASURE_COLUMNS:
        columns.append(column(language.gettext("Figures"), "figures"))
    else:
        measures = context.names.in_order_of_measures(figures)
        columns += [column(context.names.measure(m), measure_anchor(m)) for m in measures]
    if any(account.actors for account in accounts):
        columns.append(column(language.gettext("Who did what"), "actors"))
    if any(account.labels for account in accounts):
        columns.append(column(language.gettext("What it calls them"), "labels"))
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


def _row(
    context: Context,
    event: Event,
    account: Account,
    old_anchor: str,
    cells: tuple[Sequence[CellValue], ...],
) -> AccountRow:
    source, language = context.chronology.sources[account.source], context.language
    speakers = [context.chronology.actors[id].name for id in account.according_to]
    return AccountRow(
        id=account.id,
        old_anchor=old_anchor,
        source_url=Markup(source_url(source.id)),
        speaker=speakers[0] if speakers else "",
        through=tuple(speakers[1:]),
        outlet=source.outlet,
        published=language.grammar.date_words(source.published),
        where=locator_words(language, account.paragraphs, account.locator),
        added=day_element(language, account.added) if account.added else None,
        says=paragraphs(account.says),
        hedge=quoted_words(language, source, account.hedge) if account.hedge else None,
        cells=cells,
        since=context.marks.attr_any(event, [account]),
    )


def _cells(
    context: Context, event: Event, figures: ShownFigures
) -> Mapping[tuple[str, str], list[CellValue]]:
    """Return what each account says in each column, by its id and the anchor of the column."""
    cells: dict[tuple[str, str], list[CellValue]] = {}
    values = chain(
        _dates(context, event),
        _figures(context, figures),
        _actors(context, event),
        _labels(context, event),
    )
    for account, column, value in values:
        cells.setdefault((account.id, column), []).append(value)
    return cells


def _dates(context: Context, event: Event) -> _Values:
    """Yield the date that an account gives; else the event's, if another contradicts it."""
    marks = context.difference_marks[event.id]
    for account in event.accounts:
        of_account = (
            mark for (kind, _, id), mark in marks.items() if kind == "dates" and id == account.id
        )
        since = min(of_account, default=None)
        if account.date or since is not None:
            words = context.language.grammar.date_words(account.date or event.date)
            is_own = account.date is not None
            note = "" if is_own else context.language.gettext("the event’s; none given here")
            yield account, "dates", CellValue(words, note, *_differs(since), is_own)


def _figures(context: Context, figures: ShownFigures) -> _Values:
    """Yield every figure, with the name of its measure where the column has none."""
    is_shared, names = len(figures) > MAX_MEASURE_COLUMNS, context.names
    for measure in names.in_order_of_measures(figures):
        name = names.measure(measure) if is_shared else ""
        column = "figures" if is_shared else measure_anchor(measure)
        for compared, words, note, since in figures[measure]:
            if name:
                note = context.language.listed(filter(None, [name, note]))
            yield compared.account, column, CellValue(words, note, compared.differs, since)


def _actors(context: Context, event: Event) -> _Values:
    actors, marks = context.chronology.actors, context.difference_marks[event.id]
    for account in event.accounts:
        for part in account.actors:
            since = marks.get(("actors", part.role or "", account.id))
            value = CellValue(actors[part.id].name, context.names.role(part.role), *_differs(since))
            yield account, "actors", value


def _labels(context: Context, event: Event) -> _Values:
    marks = context.difference_marks[event.id]
    for account in event.accounts:
        source = context.chronology.sources[account.source]
        for actor, labels in account.labels.items():
            name = context.names.actor(actor)
            differs = _differs(marks.get(("labels", actor, account.id)))
            for text in labels:
                words = quoted_words(context.language, source, text)
                yield account, "labels", CellValue(words, name, *differs)


def _differs(since: Markup | None) -> tuple[bool, Markup]:
    """Return whether a value is contradicted, and the mark of since when."""
    return since is not None, since or NO_MARK
