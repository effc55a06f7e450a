"""What an event's accounts count, drawn to scale: by measure, and in it by what is counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.figure_groups import ComparedFigure
from generator.analysis.verdicts import DIFFERS, SAME, Verdict
from generator.model.anchors import measure_anchor
from generator.model.records import Account, Event
from generator.rendering.context import Context
from generator.rendering.drawings.figures.figure_plot import (
    FigureGroup,
    FigureRow,
    figure_plot,
    figure_plot_key,
)
from generator.rendering.language import Language
from generator.rendering.parts.account_cells import column_of
from generator.rendering.parts.quoted_words import quoted_words
from generator.rendering.parts.shown_figures import ShownFigure, ShownFigures, shown_figures
from generator.support.escape import as_text, html
from generator.support.fold import fold

_MAX_OF_PARTS = 12
"""So many counts of an event's parts are shown for each measure; a war may have hundreds."""


class MeasureLink(NamedTuple):
    """A measure's name, and the anchor of its plot on the page."""

    name: str
    anchor: str


def figure_plots(
    context: Context, event: Event, figures_by_measure: ShownFigures
) -> tuple[Markup, list[Markup], list[MeasureLink]]:
    """Return the key to the marks, a plot for each measure of event and parts, and links.

    Measures stand in the order of the vocabulary: what matters most is named first there.
    """
    groups_by_measure: dict[str, list[FigureGroup]] = {}
    for measure, figures in figures_by_measure.items():
        column = column_of(context, event, "figures", measure)
        groups_by_measure[measure] = [
            FigureGroup(name, [_row(context, event, shown, column) for shown in group])
            for name, group in _groups(context, figures)
        ]
    for measure, group in _groups_of_parts(context, event):
        groups_by_measure.setdefault(measure, []).append(group)
    rows = [row for groups in groups_by_measure.values() for group in groups for row in group.rows]
    measures = context.names.in_order_of_measures(groups_by_measure)
    plots = [
        figure_plot(
            context.language,
            context.names.measure(measure),
            groups_by_measure[measure],
            ident=measure_anchor(measure),
            note=context.names.measure_note(measure),
        )
        for measure in measures
    ]
    links = [MeasureLink(context.names.measure(id), measure_anchor(id)) for id in measures]
    return figure_plot_key(context.language, rows), plots, links


def _groups(
    context: Context, figures: Iterable[ShownFigure]
) -> Iterator[tuple[Markup, list[ShownFigure]]]:
    """Yield the figures by whom they count, in which part, as of when: only such can differ."""
    groups: dict[object, list[ShownFigure]] = {}
    for shown in figures:
        figure = shown.compared.figure
        as_of = figure.as_of and figure.as_of.text
        groups.setdefault((figure.of, fold(figure.scope), as_of), []).append(shown)
    for group in groups.values():
        yield as_text(context.language.isolated(group[0].note)), group


def _groups_of_parts(context: Context, event: Event) -> Iterator[tuple[str, FigureGroup]]:
    """Yield the figures of the event's parts, each group with its measure."""
    count: Counter[str] = Counter()
    for part in context.relations.parts.get(event.id, ()):
        title = as_text(context.language.isolated(part.title))
        link = html(f'<a href="../{part.id}/">{title}</a>')
        about = context.language.markup("In a part of it, %(event)s", event=link)
        for measure, figures in shown_figures(context, part).items():
            column = column_of(context, part, "figures", measure)
            for name, group in _groups(context, figures):
                count[measure] += len(group)
                if count[measure] <= _MAX_OF_PARTS:
                    rows = [_row_of_part(context, event, part, shown, column) for shown in group]
                    heading = html(f"{name}<small>{about}</small>") if name else about
                    yield measure, FigureGroup(heading, rows)


def _row_of_part(
    context: Context, event: Event, part: Event, shown: ShownFigure, column: str
) -> FigureRow:
    """Return a row of a part, on the page of the whole; it may be known later than that."""
    row = _row(context, part, shown, column)
    since = context.marks.attr(event, context.known.account(shown.compared.account))
    return row._replace(href=f"../{part.id}/{row.href}", since=since)


def _row(context: Context, event: Event, shown: ShownFigure, column: str) -> FigureRow:
    """Return the row of a figure; `column` is where it stands in the table of accounts."""
    compared = shown.compared
    figure, language, account = compared.figure, context.language, compared.account
    value, said = figure.value, figure.as_said
    low, high = (figure.min, figure.max) if value is None else (value, value)
    is_number = low is not None or high is not None
    source = context.chronology.sources[account.source]
    return FigureRow(
        href=f"#{account.id}-{column}",
        speaker=context.names.speaker(account),
        words=shown.words,
        low=low,
        high=high,
        qualifier=figure.qualifier,
        verdicts=tuple(_verdicts(context, event, compared)),
        quotation=quoted_words(language, source, said) if is_number and said else None,
        differs=compared.differs,
        since=context.marks.attr_any(event, [account]),
    )


def _verdicts(context: Context, event: Event, compared: ComparedFigure) -> Iterator[Markup]:
    """Yield how a figure stands to others that count the same: an element for each verdict.

    Where accounts came later than the event's first, each amount says since when it is known.
    """
    language, unit = context.language, context.names.unit(compared.figure.measure)
    for verdict in (DIFFERS, SAME):
        amounts: dict[str, list[Account]] = {}
        for account, other_figure, other_verdict in compared.others:
            if other_verdict == verdict:
                words = language.grammar.figure_words(other_figure, unit)
                amounts.setdefault(words, []).append(account)
        if amounts and event.id in context.known.grown:
            marked = [
                f"<i{context.marks.attr_any(event, accounts)}>{as_text(amount)}</i>"
                for amount, accounts in amounts.items()
            ]
            figures = html(f"<span data-figures>{language.grammar.join_words(marked)}</span>")
            said = _words(language, verdict, figures)
            yield html(f'<small data-verdict="{verdict}">{said}</small>')
        elif amounts:
            yield _stands_to(language, verdict, tuple(amounts))


@lru_cache(1 << 12)  # small numbers differ from the same ones in many events
def _stands_to(language: Language, verdict: Verdict, amounts: tuple[str, ...]) -> Markup:
    figures = as_text(language.grammar.join_words(amounts))
    return html(f"<small>{_words(language, verdict, figures)}</small>")


def _words(language: Language, verdict: Verdict, figures: Markup) -> Markup:
    if verdict == DIFFERS:
        return language.markup("differs from %(figures)s", figures=figures)
    return language.markup("agrees with %(figures)s", figures=figures)
