"""What each account of an event says in each column of their table, and what that is of."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from markupsafe import Markup

from generator.model.anchors import measure_anchor
from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.rendering.language import Language
from generator.rendering.parts.quoted_words import quoted_words
from generator.rendering.parts.shown_figures import ShownFigures
from generator.support.escape import html

MAX_MEASURE_COLUMNS = 3
"""So many measures have a column each; more share one, or the table outgrows the page."""


class CellValue(NamedTuple):
    """A value in a cell."""

    words: str
    note: str
    """What it is of, or whose."""
    sign: Markup
    """The sign that another account contradicts it; or empty."""
    is_own: bool = True
    """Whether the account gives it; else it is the event's."""


_Values = Iterator[tuple[Account, str, CellValue]]
"""Values with the account that gives each, and the anchor of the column in which it stands."""


def column_of(context: Context, event: Event, kind: str, on: str) -> str:
    """Return the column in which something stands: the end of the id of its cells."""
    if kind != "figures":
        return kind
    return measure_anchor(on) if len(context.figures[event.id]) <= MAX_MEASURE_COLUMNS else kind


def account_cells(
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
    language = context.language
    since_by_account: dict[str, Markup] = {}
    for (kind, _, id), mark in context.difference_marks[event.id].items():
        if kind == "dates":
            since_by_account[id] = min(mark, since_by_account.get(id, mark))
    for account in event.accounts:
        since = since_by_account.get(account.id)
        if account.date or since is not None:
            words = language.grammar.date_words(account.date or event.date)
            is_own = account.date is not None
            note = "" if is_own else language.gettext("the event’s; none given here")
            yield account, "dates", CellValue(words, note, _sign(language, since), is_own)


def _figures(context: Context, figures: ShownFigures) -> _Values:
    """Yield every figure, with the name of its measure where the column has none."""
    is_shared, names, language = len(figures) > MAX_MEASURE_COLUMNS, context.names, context.language
    for measure in names.in_order_of_measures(figures):
        name = names.measure(measure) if is_shared else ""
        column = "figures" if is_shared else measure_anchor(measure)
        for compared, words, note, since in figures[measure]:
            named = language.listed(filter(None, [name, note])) if name else note
            sign = _sign(language, since if compared.differs else None)
            yield compared.account, column, CellValue(words, named, sign)


def _actors(context: Context, event: Event) -> _Values:
    actors, marks = context.chronology.actors, context.difference_marks[event.id]
    for account in event.accounts:
        for id, role in [(part.id, part.role) for part in account.actors]:
            sign = _sign(context.language, marks.get(("actors", role or "", account.id)))
            yield account, "actors", CellValue(actors[id].name, context.names.role(role), sign)


def _labels(context: Context, event: Event) -> _Values:
    marks, language = context.difference_marks[event.id], context.language
    for account in event.accounts:
        source = context.chronology.sources[account.source]
        for actor, labels in account.labels.items():
            sign = _sign(language, marks.get(("labels", actor, account.id)))
            name = context.names.actor(actor)
            for text in labels:
                words = quoted_words(language, source, text)
                yield account, "labels", CellValue(words, name, sign)


@lru_cache(1 << 12)
def _sign(language: Language, since: Markup | None) -> Markup:
    """Return the sign, with the mark of since when; empty where nobody contradicts."""
    if since is None:
        return Markup()
    words = language.markup("differs")
    return html(f'<i role="img" aria-label="{words}"{since}>≠</i> ')
