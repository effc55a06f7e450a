"""The figures of an event drawn to scale, by measure, each beside those of other accounts."""

from collections.abc import Iterator, Sequence
from typing import Literal

from markupsafe import Markup

from generator.analysis.figure_groups import ComparedFigure
from generator.analysis.verdicts import DIFFERS, LATER_COUNT, Verdict
from generator.model.records import Account, Event, Figure
from generator.rendering.context import Context
from generator.rendering.drawings.figures.figure_plot import (
    FigureRow,
    figure_plot,
    figure_plot_key,
)
from generator.rendering.drawings.svg import join_markup
from generator.rendering.language import Language
from generator.rendering.language.elements import figure_element, label_element
from generator.rendering.parts.grouped_differences import figure_note
from generator.support.escape import as_text


def figure_plots(context: Context, event: Event) -> tuple[Markup, list[Markup]]:
    """The key to the marks, and all figures of the event, those of one measure in one plot."""
    is_compared = len(event.accounts) > 1
    rows_by_measure = {
        measure: [_row(context, event, figure, is_compared) for figure in figures]
        for measure, figures in context.figures[event.id].items()
    }
    marked = [row for rows in rows_by_measure.values() for row in rows if row.mark]
    plots = [
        figure_plot(
            context.language,
            context.names.measure(measure),
            rows,
            ident=f"f-{measure}",
            note=_measure_note(context, measure),
        )
        for measure, rows in rows_by_measure.items()
    ]
    return figure_plot_key(context.language, marked) if marked else Markup(""), plots


def _measure_note(context: Context, measure: str) -> str:
    term = context.settings.measures.get(measure)
    return ", ".join(filter(None, [term.unit, term.note])) if term else ""


def _row(context: Context, event: Event, compared: ComparedFigure, is_compared: bool) -> FigureRow:
    figure, language = compared.figure, context.language
    is_number = figure.value is not None or figure.min is not None or figure.max is not None
    source, said = context.chronology.sources[compared.account.source], figure.as_said
    note = as_text(figure_note(context, figure))
    verdicts = list(_verdicts(context, event, compared)) if is_compared else []
    if is_compared:
        none = language.markup("no other account gives one")
        if event.id in context.known.grown:
            note = _note_by_day(note, verdicts, none)
        else:
            words = [words for _, words in verdicts] or [none]
            note = join_markup(filter(None, [note, *words]), "; ")
    unit = context.names.unit(figure.measure)
    return FigureRow(
        href=f"#{compared.account.id}",
        speaker=context.names.speaker(compared.account),
        words=figure_element(language, figure, unit, source.language),
        low=figure.min if figure.min is not None else figure.value,
        high=figure.max if figure.max is not None else figure.value,
        qualifier=figure.qualifier,
        note=note,
        quotation=label_element(said, source.language) if is_number and said else None,
        differs=compared.differs,
    )


def _note_by_day(
    note: Markup, verdicts: Sequence[tuple["Relation", Markup]], none: Markup
) -> Markup:
    """The note with its verdicts, and `none` for days on which there are none.

    Each is a part by itself, with what separates it from the one before, for scripts to hide.
    """
    parts = [note] if note else []
    for relation, words in (*verdicts, ("none", none)):
        separator = "<span data-separator>; </span>" if parts else ""
        hidden = " hidden" if relation == "none" and verdicts else ""
        parts.append(Markup(f'<span data-verdict="{relation}"{hidden}>{separator}{words}</span>'))
    return Markup("").join(parts)


def _verdicts(
    context: Context, event: Event, compared: ComparedFigure
) -> Iterator[tuple["Relation", Markup]]:
    """The verdict on each pair with a figure of another account; like verdicts share a line.

    Where accounts came later than the event's first, each amount says since when it is known.
    """
    grammar, unit = context.language.grammar, context.names.unit(compared.figure.measure)
    amounts_by_relation: dict[Relation, dict[str, list[Account]]] = {DIFFERS: {}}
    for account, other, verdict in compared.others:
        relation = _relation(compared.figure, other, verdict)
        amounts = amounts_by_relation.setdefault(relation, {})
        amounts.setdefault(grammar.figure_words(other, unit), []).append(account)
    for relation, amounts in amounts_by_relation.items():
        if amounts and event.id not in context.known.grown:
            figures = as_text(grammar.join_words(amounts))
            yield relation, _relation_words(context.language, relation, figures)
        elif amounts:
            marked = [
                f"<i{context.marks.attr_any(event, accounts)}>{as_text(amount)}</i>"
                for amount, accounts in amounts.items()
            ]
            figures = Markup(f"<span data-figures>{grammar.join_words(marked)}</span>")
            yield relation, _relation_words(context.language, relation, figures)


Relation = Literal[
    "same", "differs", "counts others", "later", "earlier", "another day", "no number"
]
"""How a figure stands to another, as finely as pages say it."""


def _relation(figure: Figure, other: Figure, verdict: Verdict | None) -> Relation:
    if verdict is None:
        return "no number"
    if verdict != LATER_COUNT:
        return verdict
    if figure.as_of is None or other.as_of is None:
        return "another day"
    return "later" if figure.as_of.order > other.as_of.order else "earlier"


def _relation_words(language: Language, relation: Relation, figures: Markup) -> Markup:
    match relation:
        case "same":
            return language.markup("agrees with %(figures)s", figures=figures)
        case "differs":
            return language.markup("differs from %(figures)s", figures=figures)
        case "counts others":
            return language.markup("counts others than %(figures)s", figures=figures)
        case "later":
            return language.markup("is a later count than %(figures)s", figures=figures)
        case "earlier":
            return language.markup("is an earlier count than %(figures)s", figures=figures)
        case "another day":
            return language.markup("counts on another day than %(figures)s", figures=figures)
        case "no number":
            return language.markup("cannot be compared with %(figures)s", figures=figures)
